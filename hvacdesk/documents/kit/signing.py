"""Boxes to sign and seal, side by side over the width of the paper."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.text.wording import phrase

_SEAL = phrase("Signing", "Seal")
_SIGNATURE = phrase("Documents", "Signature")

_NAME_LINES = 3
"""A longer name is printed below the box to sign in."""


def signing_boxes(setter: Typesetter, boxes: Sequence[tuple[str, str, str]]) -> list[Band]:
    """One box each: what the person did, the name, and the day; name and day may be left to be written."""
    width = (BODY - 10 * (len(boxes) - 1)) / len(boxes)
    names = [setter.fit(name, width - 16, (12.5, 8), bold=True) for _, name, _ in boxes]
    below = [
        (title, name)
        for (title, name, _), lines in zip(boxes, names, strict=True)
        if len(lines) > _NAME_LINES
    ]
    filled = [
        [
            *setter.fit(title, width - 16, (9, 7), grey=MUTED),
            *(lines if len(lines) <= _NAME_LINES else ()),
            *setter.fit(day, width - 16, (9, 7)),
        ]
        for (title, _, day), lines in zip(boxes, names, strict=True)
    ]
    height = max(sum(line.height for line in lines) for lines in filled) + 62
    seal = PrintedLine(setter.clean(setter.say(_SEAL)), 8, grey=MUTED)
    signature = PrintedLine(setter.clean(setter.say(_SIGNATURE)), 8, grey=MUTED)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        for index, lines in enumerate(filled):
            left = LEFT + index * (width + 10)
            sheet.frame(left, top, width, height)
            sheet.column(left + 8, top - 6, lines)
            sheet.text(left + 8, top - height + 22, signature)
            sheet.rule(left + 8, left + width - 54, top - height + 9, grey=MUTED)
            sheet.frame(left + width - 47, top - height + 46, 40, 39, radius=19.4, weight=0.4)
            sheet.centred(left + width - 47, left + width - 7, top - height + 23, seal)

    return [Band(height, draw, gap=3), *(listed(setter, below) if below else ())]
