"""Papers that are one document: a title with its facts on the first page, a running foot on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hvacdesk.documents.kit.flow import Band, PlacedBand, paginate
from hvacdesk.documents.kit.form import SECTION_GAP, paragraph
from hvacdesk.documents.kit.page import BODY, BOTTOM, LEFT, MUTED, RIGHT, TOP, Sheet
from hvacdesk.documents.kit.paper_code import code_line
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.text.wording import phrase

_PAGE = phrase("Single", "Page {page}/{pages}")
_MISSING_SORT = phrase("Single", "〓 stands for a character that cannot be printed. The screen shows it.")
PAGE_END = BOTTOM + 22.0
"""Where the body ends above the foot, in points from the paper's lower edge."""

_AIR = 8.0


_HEAD_LINES = 3


def head(setter: Typesetter, title: str, facts: Sequence[str]) -> list[Band]:
    """A large title, and facts at the right, the first one large; a fact too long for it comes below."""
    title_lines = setter.fit(title, BODY * 0.48, (24, 13), bold=True)
    sizes = [(14.0, 8.0), *[(10.0, 7.0)] * (len(facts) - 1)]
    fitted = [
        setter.fit(fact, BODY * 0.5, size, bold=index == 0)
        for index, (fact, size) in enumerate(zip(facts, sizes, strict=True))
    ]
    lines = [line for fact in fitted if len(fact) <= _HEAD_LINES for line in fact]
    below = [text for text, fact in zip(facts, fitted, strict=True) if len(fact) > _HEAD_LINES]
    height = max(sum(line.height for line in lines), sum(line.height for line in title_lines))

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.column(LEFT, top, title_lines)
        for line in lines:
            top -= line.height
            sheet.right(RIGHT, top + line.size * 0.3, line)

    return [Band(height, draw), *(band for text in below for band in paragraph(setter.wrap(text, BODY, 9)))]


_QR = 60.0


def coded_head(setter: Typesetter, title: str, facts: Sequence[str], code: str) -> list[Band]:
    """A head with the paper's QR code at the right, its digits under it, and the facts beside it."""
    digits = code_line(setter, code)
    right = RIGHT - _QR - 12
    title_lines = setter.fit(title, BODY * 0.46, (23, 13), bold=True)
    room = right - LEFT - BODY * 0.46 - 10
    lines = [
        line
        for index, fact in enumerate(facts)
        for line in setter.fit(fact, room, (12.0, 7.5) if index == 0 else (9.5, 7.0), bold=index == 0)
    ]
    tallest = max(sum(line.height for line in lines), sum(line.height for line in title_lines))

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.column(LEFT, top, title_lines)
        if code:  # what is saved as a file is no paper of the register
            sheet.qr(RIGHT - _QR, top, _QR, code)
        sheet.right(RIGHT, top - _QR - 8, digits)
        for line in lines:
            top -= line.height
            sheet.right(right, top + line.size * 0.3, line)

    return [Band(max(tallest, _QR + 12), draw)]


def _aired(band: Band) -> Band:
    """The band with more space above, if it begins a section."""
    return replace(band, gap=band.gap + _AIR) if band.gap >= SECTION_GAP else band


def draw_single(sheet: Sheet, bands: Sequence[Band], foot: str) -> bytes:
    """Lay out the bands, draw every page with its foot, and return the PDF."""
    place_single(sheet, bands, foot)
    return sheet.finish()


def place_single(sheet: Sheet, bands: Sequence[Band], foot: str) -> None:
    """Put a document onto pages of its own, counted from 1; another one may follow on the same sheet."""
    pages = paginate(bands, TOP, TOP, PAGE_END)
    airy = paginate([_aired(band) for band in bands], TOP, TOP, PAGE_END)
    _place_pages(sheet, airy if len(airy) == len(pages) else pages, foot)


def draw_pages(sheet: Sheet, pages: Sequence[Sequence[PlacedBand]], foot: str) -> bytes:
    """Draw pages that are laid out already, each with its foot, and return the PDF."""
    _place_pages(sheet, pages, foot)
    return sheet.finish()


def _place_pages(sheet: Sheet, pages: Sequence[Sequence[PlacedBand]], foot: str) -> None:
    setter = sheet.set
    name = setter.fit(foot, BODY * 0.7, (8.5, 6), grey=MUTED)[:1]
    for number, page in enumerate(pages, 1):
        for placed in page:
            placed.band.draw(sheet, placed.top, placed.height)
        sheet.rule(LEFT, RIGHT, BOTTOM + 14, grey=MUTED)
        sheet.column(LEFT, BOTTOM + 11, name)
        count = PrintedLine(setter.clean(setter.say(_PAGE, page=number, pages=len(pages))), 8.5)
        sheet.right(RIGHT, BOTTOM + 2, count)
        if setter.substituted:
            note = setter.fit(setter.say(_MISSING_SORT), BODY, (7.5, 6), grey=MUTED)
            sheet.column(LEFT, BOTTOM - 1, note)
        sheet.next_page()
