"""A list of the screen on paper, as it is shown there."""

from __future__ import annotations

from datetime import date

from hvacdesk.documents.kit.dates import day_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import paragraph
from hvacdesk.documents.kit.letterhead import office_line
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.table import Row, table
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.printed_lists import PrintedList
from hvacdesk.domain.text.wording import Words, phrase

_ROWS = phrase("Documents", "Rows: {count}")
_PRINTED = phrase("Printed list", "Printed {date} by {name}")
_SHRED = phrase(
    "Documents",
    "As shown on the screen: what is hidden there is hidden here. Shred this list when it is not needed.",
)


def draw_printed_list(
    listing: PrintedList, today: date, by: str, words: Words, letterhead: Letterhead
) -> bytes:
    """The list as a PDF, its columns as wide to each other as on the screen."""
    sheet = Sheet(words, listing.title, today.isoformat())
    setter = sheet.set
    printed = setter.say(_PRINTED, date=day_with_era(words, today.isoformat()), name=by)
    bands: list[Band] = [
        *head(setter, listing.title, [setter.say(_ROWS, count=f"{len(listing.rows):,}"), printed]),
        *table(setter, listing.titles, listing.shares, [Row(texts) for texts in listing.rows], size=9),
        *paragraph(setter.wrap(setter.say(_SHRED), BODY, 9, grey=MUTED), gap=10),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))
