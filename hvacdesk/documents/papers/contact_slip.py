"""The contact slip 連絡票: an order number and a phone number, for a person who must call from the road.

It names nobody and no place: found on the street, it tells a stranger only that some number exists.
"""

from __future__ import annotations

from hvacdesk.documents.kit.dates import workday
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph
from hvacdesk.documents.kit.letterhead import office_line
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, TOP, Sheet
from hvacdesk.documents.kit.paper_code import named_code
from hvacdesk.documents.kit.text import PrintedLine
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.other_papers import ContactSlip
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Contact slip")
_JOB = phrase("Contact slip", "Job no.")
_CALL = phrase("Documents", "Call")
_WHEN = phrase("Documents", "Day and time")
_FOR = phrase("Documents", "For")
_SHRED = phrase(
    "Documents", "Shred on the day of the work, back in the office. Write no name or address on this slip."
)
_CUT = phrase("Documents", "Cut here")

_QR = 60.0
_HEIGHT = 330.0
"""The upper part of an A4 sheet; the rest is cut off."""


def draw_contact_slip(slip: ContactSlip, words: Words, head: Letterhead) -> bytes:
    """The slip as a PDF."""
    sheet = Sheet(words, f"{words(_TITLE)} {slip.paper}", slip.day)
    setter = sheet.set
    say = setter.say
    title = PrintedLine(setter.clean(say(_TITLE)), 24, bold=True)
    number = PrintedLine(setter.clean(named_code(setter, slip.paper)), 11)
    sheet.frame(LEFT - 12, TOP, BODY + 24, _HEIGHT, weight=1.0)
    sheet.text(LEFT, TOP - 34, title)
    sheet.qr(RIGHT - _QR, TOP - 12, _QR, slip.code)
    sheet.right(RIGHT - _QR - 12, TOP - 34, number)
    when = f"{workday(words, slip.day)}　{slip.slot}".rstrip("　")
    facts = [(say(_JOB), slip.job_number), (say(_WHEN), when), (say(_FOR), slip.holder)]
    bands: list[Band] = listed(setter, [(name, value) for name, value in facts if value], size=15)
    y = TOP - 84
    for band in bands:
        band.draw(sheet, y, band.height)
        y -= band.height
    call = PrintedLine(setter.clean(say(_CALL)), 11, grey=MUTED)
    phone = setter.fit(slip.phone, BODY - 70, (40, 24), bold=True)
    y -= 14
    sheet.middle(LEFT, y, 50, call)
    sheet.column(LEFT + 64, y, phone)
    foot = [
        *setter.fit(say(_SHRED), BODY, (13, 9), bold=True),
        *setter.fit(office_line(setter, head), BODY, (9, 7)),
    ]
    y = TOP - _HEIGHT + 14 + sum(line.height for line in foot)
    for band in paragraph(foot):
        band.draw(sheet, y, band.height)
        y -= band.height
    cut = PrintedLine(setter.clean(say(_CUT)), 8, grey=MUTED)
    # Across the whole sheet, its margins too: the slip is cut off along this line.
    sheet.rule(0, 1000, TOP - _HEIGHT - 24, weight=0.4, grey=MUTED)
    sheet.text(LEFT, TOP - _HEIGHT - 21, cut)
    sheet.next_page()
    return sheet.finish()
