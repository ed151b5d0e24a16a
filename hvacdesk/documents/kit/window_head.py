"""The head of a letter for a window envelope 窓あき封筒: the addressee in the window, all else out of it.

No norm fixes where an envelope's window is. Fixed are the envelope 長形3号, 120 × 235 mm (JIS S 5502), and an
A4 sheet folded in three, 99 × 210 mm: it has 21 and 25 mm to move. A window for an address is at least 45 ×
80 mm (Japan Post's rule as envelope makers quote it), and nothing of the address may slip out of it (Japan
Post, 郵便番号制ガイドライン 5). This is drawn for a window of 45 × 90 mm, 12 mm from the upper and 20 mm from
the left edge: the block is seen in it wherever the sheet slides, and nothing else of the page is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.letterhead import office_block
from hvacdesk.documents.kit.page import HEIGHT, LEFT, MM, RIGHT, TOP, Sheet
from hvacdesk.documents.kit.paper_code import code_line
from hvacdesk.documents.kit.text import PrintedLine, Typesetter, at_largest
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.text_forms import POSTAL_DIGITS, hyphenated
from hvacdesk.domain.text.wording import phrase

_POSTAL = phrase("Addresses", "〒{code}")

WINDOW_MM = (20.0, 12.0, 90.0, 45.0)
"""Left and upper edge, width and height of the window, on the envelope with its longer side down."""

PLAY_MM = (25.0, 21.0)
"""How far a folded sheet may slide to the right and down."""

_LEFT, _TOP = WINDOW_MM[0] + 1.0, WINDOW_MM[1] + 1.0
_WIDTH = WINDOW_MM[2] - PLAY_MM[0] - 1.0
_HEIGHT = WINDOW_MM[3] - PLAY_MM[1] - 1.0
_UNSEEN_LEFT = (WINDOW_MM[0] + WINDOW_MM[2]) * MM
_UNSEEN_BELOW = (WINDOW_MM[1] + WINDOW_MM[3]) * MM
_BESIDE = _UNSEEN_LEFT + 4.0
_QR = 60.0
_GAP = 6.0


@dataclass(frozen=True, slots=True)
class LetterTo:
    """To whom a letter goes.

    Attributes:
        address: its first line may be the bare postal code, seven digits.
        contact: the person at a firm, with the honorific.
    """

    name: str
    honorific: str
    address: tuple[str, ...] = ()
    contact: str = ""


def window_head(
    setter: Typesetter,
    title: str,
    facts: Sequence[str],
    to: LetterTo,
    office: Band,
    *,
    code: str = "",
    mark: str = "",
    statement: str = "",
) -> Band:
    """The addressee at the left, title, facts and office at the right; the first band of a page.

    Args:
        facts: lines under the title, the first one bold.
        office: as :func:`window_office` makes it; the letters of one file can share it.
        code: of the register of papers, as a QR code; empty for none.
        mark: a word in a frame under the title, such as 再発行.
        statement: the letter's opening, under the window.
    """
    digits = code_line(setter, code)
    coded = max(_QR, setter.width(digits.text, digits.size)) + 8 if code else 0.0
    room = RIGHT - _BESIDE - coded
    titled = setter.fit(title, room, (23, 11), bold=True)
    marked = [setter.one_line(mark, room - 10, 11, bold=True)] if mark else []
    told = [
        line
        for index, fact in enumerate(facts)
        for line in setter.fit(fact, room, (12, 7.5) if index == 0 else (9.5, 7), bold=index == 0)
    ]
    addressed = at_largest(lambda share: _addressed(setter, to, share), _HEIGHT * MM)
    opening = setter.wrap(statement, _BESIDE - LEFT - 16, 10.5) if statement else ()
    above = _tall(titled) + (_tall(marked) + 6 if marked else 0) + _GAP / 2 + _tall(told)
    right = max(above, _QR + 12 if code else 0) + _GAP + office.height
    block = (_TOP * MM) - (HEIGHT - TOP)
    left = max(_UNSEEN_BELOW - (HEIGHT - TOP), block + _tall(addressed)) + _GAP + _tall(opening)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.column(_LEFT * MM, top - block, addressed)
        y = sheet.column(_BESIDE, top, titled)
        for line in marked:
            wide = sheet.set.width(line.text, line.size, bold=True) + 10
            sheet.frame(_BESIDE, y - 2, wide, line.height + 2, weight=1.0, radius=2.0)
            sheet.middle(_BESIDE + 5, y - 2, line.height + 2, line)
            y -= line.height + 6
        sheet.column(_BESIDE, y - _GAP / 2, told)
        if code:
            sheet.qr(RIGHT - _QR, top, _QR, code, quick=True)
            sheet.right(RIGHT, top - _QR - 8, digits)
        office.draw(sheet, top - right + office.height, office.height)
        sheet.column(LEFT, top - height + _tall(opening), opening)

    return Band(max(left, right), draw)


def window_office(setter: Typesetter, letterhead: Letterhead, *, billing: bool = True) -> Band:
    """The office's block where :func:`window_head` has room for it; ``billing`` as there."""
    return office_block(setter, letterhead, left=_BESIDE, billing=billing)


def _addressed(setter: Typesetter, to: LetterTo, share: float) -> list[PrintedLine]:
    width = _WIDTH * MM
    address = [_postal(setter, line) for line in to.address if line]
    name = f"{to.name}　{to.honorific}".strip()
    largest = 13 if address else 16
    return [
        *setter.fit_alike(address, width, (10 * share, 8 * share)),
        *setter.fit(name, width, (largest * share, 9.5 * share), bold=True),
        *setter.fit(to.contact, width, (10 * share, 8 * share)),
    ]


def _postal(setter: Typesetter, line: str) -> str:
    if line.isdigit() and len(line) == POSTAL_DIGITS:
        return setter.say(_POSTAL, code=hyphenated(line))
    return line


def _tall(lines: Sequence[PrintedLine]) -> float:
    return sum(line.height for line in lines)
