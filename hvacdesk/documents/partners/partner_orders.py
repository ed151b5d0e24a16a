"""The order paper 発注書: what フリーランス法 3条 and its rule want to be stated at once, in their order."""

from __future__ import annotations

from hvacdesk.documents.kit.amounts import money
from hvacdesk.documents.kit.dates import as_of_text, calendar_day
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letter_heading import short_heading
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.print_view import ORGANISATION_HONORIFIC, PERSON_HONORIFIC
from hvacdesk.domain.partners.partner_orders import PAY_AS_OF, PAY_SOURCE, OrderRow
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Partner order", "Order")
_NUMBER = phrase("Partner order", "No. {number}")
_OPENING = phrase("Partner order", "We order the following work from you.")
_TERMS = phrase("Partner order", "Terms")
_ORDERED_ON = phrase("Partner order", "Ordered on")
_WORK = phrase("Partner order", "Work")
_WORK_ON = phrase("Partner order", "Day of the work")
_PLACE = phrase("Partner order", "Place")
_SEE_COPY = phrase("Partner order", "{place} (in full on the partner firm's copy of work order {job})")
_INSPECTED = phrase("Partner order", "Inspection finished by")
_NOT_INSPECTED = phrase("Partner order", "no inspection")
_REWARD = phrase("Partner order", "Reward (tax included)")
_PAY_BY = phrase("Partner order", "Day of payment")
_PAY_WAY = phrase("Partner order", "Way of payment")
_CASH = phrase("Partner order", "in money, by bank transfer")
_BY = phrase("Partner order", "Ordered by")
_JOB = phrase("Partner order", "Job")
_KEEP = phrase("Partner order", "Please keep this paper. Ask us at once if anything on it is not as agreed.")
_SOURCE = phrase("Partner order", "Terms stated under: {source} (as of {date}).")


def draw_partner_order(row: OrderRow, words: Words, letterhead: Letterhead) -> bytes:
    """The order as a PDF."""
    sheet = Sheet(words, f"{words(_TITLE)} {row.number}", row.ordered_on)
    setter = sheet.set
    say = setter.say
    facts = [say(_NUMBER, number=row.number), calendar_day(words, row.ordered_on)]
    honorific = PERSON_HONORIFIC if row.one_person else ORGANISATION_HONORIFIC
    bands = [
        *head(setter, say(_TITLE), facts),
        short_heading(setter, row.firm, honorific, letterhead),
        *paragraph(setter.wrap(say(_OPENING), BODY, 11), gap=16),
        section(setter, say(_TERMS)),
        *listed(setter, _terms(setter, row), size=11),
        *paragraph(setter.wrap(say(_KEEP), BODY, 10), gap=14),
    ]
    if row.one_person:
        read = as_of_text(setter.words, PAY_AS_OF)
        source = setter.wrap(say(_SOURCE, source=PAY_SOURCE, date=read), BODY, 8.5, grey=MUTED)
        bands += paragraph(source, gap=8)
    bands += paragraph(footer_lines(setter, letterhead), gap=8)
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _terms(setter: Typesetter, row: OrderRow) -> list[tuple[str, str]]:
    facts, say, words = row.facts, setter.say, setter.words
    place = say(_SEE_COPY, place=facts.place, job=facts.job) if facts.job else facts.place
    inspected = calendar_day(words, facts.inspect_by) if facts.inspect_by else say(_NOT_INSPECTED)
    told = [
        (say(_ORDERED_ON), calendar_day(words, row.ordered_on)),
        (say(_WORK), facts.work),
        (say(_WORK_ON), calendar_day(words, facts.work_on)),
        (say(_PLACE), place),
        (say(_INSPECTED), inspected),
        (say(_REWARD), money(facts.yen)),
        (say(_PAY_BY), calendar_day(words, facts.pay_by)),
        (say(_PAY_WAY), say(_CASH)),
        (say(_JOB), facts.job),
        (say(_BY), row.ordered_by),
    ]
    return [one for one in told if one[1]]
