"""Address labels on A4 sheets and 長形3号 envelopes: the addressee in full, the office as sender.

Japan Post's manual for postal codes (2026-11) says where an envelope's postal code is printed: seven boxes
of 5.7 × 8.0 mm, 12 mm from the upper and 8 mm from the right edge, 1.3 mm apart, 1.9 mm between the third and
the fourth, 1.1 mm between the last ones. The boxes are printed on the envelope in red; only digits are set.
"""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.page import MM, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter, at_largest
from hvacdesk.domain.papers.label_sheets import NOT_SHIFTED, LabelSheet, LabelShift
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.other_papers import Addressee
from hvacdesk.domain.text.text_forms import hyphenated
from hvacdesk.domain.text.wording import Words, phrase

_LABELS = phrase("Documents", "Address labels")
_ENVELOPE = phrase("Documents", "Envelope {paper}")
_POSTAL = phrase("Addresses", "〒{code}")
_CONFIDENTIAL = phrase("Addresses", "Private and confidential")

ENVELOPE_MM = (120.0, 235.0)
_A4_MM = (210.0, 297.0)
_PAD = 5.0
"""Millimetres that stay blank at a label's edges: sheets are fed a little askew."""

_BOX_WIDTH, _BOX_HEIGHT = 5.7, 8.0
_BOX_LEFTS = (0.0, 7.0, 14.0, 21.6, 28.4, 35.2, 42.0)
_BOXES_WIDTH = 47.7
_BOX_TOP, _BOX_RIGHT = 12.0, 8.0


def draw_labels(
    addressees: Sequence[Addressee],
    sheet_of: LabelSheet,
    first: int,
    words: Words,
    day: str,
    shift: LabelShift = NOT_SHIFTED,
) -> bytes:
    """Labels from position ``first`` (from 0) of the first sheet on, as many sheets as they need."""
    sheet = Sheet(words, words(_LABELS), day)
    position = first
    for one in addressees:
        if position == sheet_of.count:
            sheet.next_page()
            position = 0
        _draw_label(sheet, one, sheet_of, sheet_of.corner(position, shift))
        position += 1
    sheet.next_page()
    return sheet.finish()


def _draw_label(sheet: Sheet, one: Addressee, sheet_of: LabelSheet, corner: tuple[float, float]) -> None:
    left, top = corner
    width, height = (sheet_of.width - 2 * _PAD) * MM, (sheet_of.height - 2 * _PAD) * MM
    lines = at_largest(lambda share: _label_lines(sheet.set, one, width, share), height)
    sheet.column((left + _PAD) * MM, (_A4_MM[1] - top - _PAD) * MM, lines)


def _label_lines(setter: Typesetter, one: Addressee, width: float, share: float) -> list[PrintedLine]:
    code = setter.say(_POSTAL, code=hyphenated(one.postal_code)) if one.postal_code else ""
    lines = [*setter.fit(code, width, (11 * share, 11 * share))] if code else []
    lines += setter.fit_alike(one.lines, width, (11 * share, 8.5 * share))
    lines += _name(setter, one, width, 16 * share)
    mark = setter.say(_CONFIDENTIAL) if one.confidential else ""
    return [*lines, *setter.fit(mark, width, (12 * share, 8 * share), bold=True)]


def _name(setter: Typesetter, one: Addressee, width: float, size: float) -> tuple[PrintedLine, ...]:
    return setter.fit(f"{one.name}　{one.honorific}", width, (size, size * 0.7), bold=True)


def draw_envelope(one: Addressee, paper: str, words: Words, head: Letterhead, day: str) -> bytes:
    """An envelope, upright, its flap at the top."""
    width, height = (side * MM for side in ENVELOPE_MM)
    sheet = Sheet(words, words(_ENVELOPE).format(paper=paper), day, size=(width, height))
    _postal_code(sheet, one.postal_code, width, height)
    setter = sheet.set
    room = width - 30 * MM

    def address(share: float) -> list[PrintedLine]:
        return list(setter.fit_alike(one.lines, room, (14 * share, 10 * share)))

    lines = at_largest(address, 34 * MM)
    below = sheet.column(18 * MM, height - 44 * MM, lines)
    name = at_largest(lambda share: list(_name(setter, one, room, 22 * share)), 30 * MM)
    below = sheet.column(18 * MM, below - 9 * MM, name)
    if one.confidential:
        _confidential(sheet, below - 8 * MM)
    _sender(sheet, head, width)
    sheet.next_page()
    return sheet.finish()


def _postal_code(sheet: Sheet, code: str, width: float, height: float) -> None:
    """Each digit in the middle of its printed box."""
    left = width - (_BOX_RIGHT + _BOXES_WIDTH) * MM
    top = height - _BOX_TOP * MM
    for at, digit in zip(_BOX_LEFTS, code, strict=False):
        line = PrintedLine(digit, 16)
        middle = left + (at + _BOX_WIDTH / 2) * MM
        sheet.middle(middle - sheet.set.width(digit, 16) / 2, top, _BOX_HEIGHT * MM, line)


def _confidential(sheet: Sheet, top: float) -> None:
    """親展 in a frame under the name: the person who sorts the post hands the letter over closed."""
    mark = PrintedLine(sheet.set.clean(sheet.set.say(_CONFIDENTIAL)), 15, bold=True)
    wide = sheet.set.width(mark.text, mark.size, bold=True) + 16
    sheet.frame(18 * MM, top, wide, 24, weight=1.2, radius=0.1)
    sheet.middle(18 * MM + 8, top, 24, mark)


def _sender(sheet: Sheet, head: Letterhead, width: float) -> None:
    """The office at the foot, with its logo."""
    setter, facts = sheet.set, head.facts
    room = width - 24 * MM
    code = setter.say(_POSTAL, code=hyphenated(facts.postal_code)) if facts.postal_code else ""
    lines = [
        *setter.fit(f"{code} {facts.address}".strip(), room, (9, 7)),
        *setter.fit(facts.name, room, (11, 8), bold=True),
        *setter.fit(facts.phone, room, (9, 7)),
    ]
    top = 12 * MM + sum(line.height for line in lines)
    if head.logo:
        sheet.picture(12 * MM, top + 13 * MM, 40 * MM, 11 * MM, head.logo)
    sheet.column(12 * MM, top, lines)
