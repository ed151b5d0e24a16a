"""Work orders on paper: one copy per view, on as many A4 pages as its data needs.

A page shows what its :class:`~hvacdesk.domain.papers.work_orders.WorkOrderView` holds and nothing else;
cutting a field to a print profile has happened before. Contents follow the design's "Work order content"
(2026-11).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hvacdesk.documents.jobs.results import result_bands
from hvacdesk.documents.kit.flow import Band, PlacedBand, paginate
from hvacdesk.documents.kit.form import pairs, paragraph
from hvacdesk.documents.kit.page import BODY, Sheet
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.documents.papers.copy_frame import CopyFrame
from hvacdesk.documents.papers.work_scope import scope_bands
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.work_orders import Profile, WorkOrderView, number_of_copy
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Work order {number}")
_TITLE_OF_MANY = phrase("Documents", "Work orders, {count} copies")


def draw_work_orders(views: Sequence[WorkOrderView], words: Words, head: Letterhead) -> bytes:
    """One PDF with every copy in the order given. Raises :class:`ValueError` when there is none."""
    if not views:
        raise ValueError("no copy to draw")
    numbers = {view.number for view in views}
    pattern, details = (
        (_TITLE, {"number": views[0].number})
        if len(numbers) == 1
        else (_TITLE_OF_MANY, {"count": len(views)})
    )
    sheet = Sheet(words, words(pattern).format(**details), max(view.issued_on for view in views))
    draw_copies(sheet, views, head)
    return sheet.finish()


def draw_copies(sheet: Sheet, views: Sequence[WorkOrderView], head: Letterhead) -> None:
    """Draw every copy onto pages of their own; of several each is a part of the document."""
    for view in views:
        sheet.set.begin()
        if len(views) > 1:
            sheet.begin_part(number_of_copy(view.number, view.copy_number, view.copies))
        frame, pages = _laid_out(sheet.set, view, head)
        for number, page in enumerate(pages, 1):
            frame.draw(sheet, number, len(pages))
            for placed in page:
                placed.band.draw(sheet, placed.top, placed.height)
            sheet.next_page()


def count_pages(setter: Typesetter, views: Sequence[WorkOrderView], head: Letterhead) -> int:
    """How many pages the copies take."""
    return sum(len(_laid_out(setter, view, head)[1]) for view in views)


def _laid_out(
    setter: Typesetter, view: WorkOrderView, head: Letterhead
) -> tuple[CopyFrame, list[list[PlacedBand]]]:
    frame = CopyFrame(setter, view, head)
    if view.profile is Profile.CUSTOMER:
        bands = [*notice_bands(setter, view, head), *scope_bands(setter, view, head)]
    else:
        bands = [*scope_bands(setter, view, head), *result_bands(setter, view, head)]
    bands += frame.overflow_bands()
    return frame, paginate(bands, frame.body_top, frame.body_top - 6, frame.body_bottom)


_DATED = phrase(
    "Work notice",
    "Thank you for your order. We will come for the work below. If the day no longer suits you, please call "
    "us.",
)
_UNDATED = phrase(
    "Work notice",
    "Thank you for your order. We will do the work below, and let you know its day once it is fixed.",
)
_CALL = phrase("Work notice", "Your contact")


def notice_bands(setter: Typesetter, view: WorkOrderView, head: Letterhead) -> list[Band]:
    """The greeting above the appointment, and the office's number."""
    greeting = setter.say(_DATED if view.on else _UNDATED)
    who = "　".join(filter(None, (head.facts.name, head.facts.phone)))
    contact = pairs(setter, [(setter.say(_CALL), who)], size=11)
    aired = [replace(band, height=band.height + 8) for band in contact[-1:]]
    return [*paragraph(setter.wrap(greeting, BODY, 11), gap=4), *contact[:-1], *aired]
