"""A FAX to a partner firm: a cover, then the firm's copy in a form that survives the line.

A FAX machine knows black and white in two hundred dots to the inch, often half of that from top to bottom: no
grey, no white words on black, no type below eight points, no hair lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.dates import day_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph
from hvacdesk.documents.kit.letterhead import footer_lines, office_block
from hvacdesk.documents.kit.page import BODY, BOTTOM, LEFT, RIGHT, TOP, Sheet
from hvacdesk.documents.kit.single import head as title_head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.documents.papers.work_orders import count_pages, draw_copies
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.other_papers import FaxCover
from hvacdesk.domain.papers.print_view import ORGANISATION_HONORIFIC
from hvacdesk.domain.papers.work_orders import WorkOrderView
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "FAX")
_DOCUMENT = phrase("Documents", "FAX {paper}")
_TO = phrase("Documents", "To")
_NUMBER = phrase("Documents", "FAX no.")
_PAGES = phrase("Documents", "Pages")
_WITH_COVER = phrase("Documents", "{count}, this cover included")
_SENDER = phrase("Documents", "Sent by")
_SUBJECT = phrase("Fax", "Subject")
_ORDER = phrase("Fax", "Work order (job no. {number})")
_GREETING = phrase("Fax", "Thank you for working with us. We send you a work order; please look it through.")
_REMARK = phrase("Fax", "Remarks")
_WRONG = phrase("Documents", "If this is not for you")
_WRONG_WHAT = phrase(
    "Documents",
    "These pages carry personal data. If they reached you by mistake, please call us at {phone} and shred "
    "them; do not copy them or pass them on.",
)
_CONFIRM = phrase("Documents", "Please call us when all pages have arrived and can be read.")


def draw_fax(cover: FaxCover, views: Sequence[WorkOrderView], words: Words, letterhead: Letterhead) -> bytes:
    """The cover and the copies as one PDF, made for a FAX machine."""
    sheet = Sheet(words, words(_DOCUMENT).format(paper=cover.paper), cover.day, fax=True)
    _draw_cover(sheet, cover, 1 + count_pages(sheet.set, views, letterhead), letterhead)
    draw_copies(sheet, views, letterhead)
    return sheet.finish()


def _draw_cover(sheet: Sheet, cover: FaxCover, pages: int, letterhead: Letterhead) -> None:
    setter = sheet.set
    setter.begin()
    top = TOP - 6
    for band in title_head(setter, setter.say(_TITLE), [cover.paper, day_with_era(setter.words, cover.day)]):
        band.draw(sheet, top, band.height)
        top -= band.height
    sheet.rule(LEFT, RIGHT, top - 6, weight=1.2)
    top = _stack(sheet, top - 22, _facts(setter, cover, pages))
    office = office_block(setter, letterhead, billing=False)
    office.draw(sheet, top - 16, office.height)
    top -= 16 + office.height + 20
    warning = [
        *setter.fit(setter.say(_WRONG), BODY - 24, (14, 11), bold=True),
        *setter.wrap(setter.say(_WRONG_WHAT, phone=letterhead.facts.phone), BODY - 24, 12),
    ]
    height = sum(line.height for line in warning) + 18
    sheet.frame(LEFT, top, BODY, height, weight=1.2)
    sheet.column(LEFT + 12, top - 9, warning)
    sheet.column(LEFT, BOTTOM + 26, footer_lines(setter, letterhead))
    sheet.next_page()


def _facts(setter: Typesetter, cover: FaxCover, pages: int) -> list[Band]:
    say = setter.say
    facts = [
        (say(_TO), f"{cover.firm} {ORGANISATION_HONORIFIC}"),
        (say(_NUMBER), cover.number),
        (say(_SUBJECT), say(_ORDER, number=cover.job_number)),
        (say(_PAGES), say(_WITH_COVER, count=pages)),
        (say(_SENDER), cover.sender),
        (say(_REMARK), cover.remark),
    ]
    listing = listed(setter, [(name, value) for name, value in facts if value], size=15)
    greeting = setter.wrap(say(_GREETING), BODY, 12)
    confirm = setter.fit(say(_CONFIRM), BODY, (12, 9))
    return [*listing, *paragraph(greeting, gap=12), *paragraph(confirm, gap=2)]


def _stack(sheet: Sheet, top: float, bands: Sequence[Band]) -> float:
    for band in bands:
        top -= band.gap
        band.draw(sheet, top, band.height)
        top -= band.height
    return top
