"""The record of a provision to a third party 第三者提供記録, with what the law asks it to name.

What it must say: 個人情報保護法 29条, 施行規則 20条 (that the person agreed; who the third party is, with
seat and representative; who the person is; which data).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hvacdesk.documents.kit.dates import as_of_text, day_with_era
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line, seal_band
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.partners.handovers import (
    HANDED_FIELD_NAMES,
    MEDIUM_NAMES,
    PROVISION_AS_OF,
    PROVISION_SOURCE,
    HandoverRow,
)
from hvacdesk.domain.partners.partners import FirmFacts
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Record of a provision")
_NUMBER = phrase("Provision record", "No. {number}")
_PROVIDED_ON = phrase("Documents", "Provided {date}")
_THIRD_PARTY = phrase("Documents", "Third party")
_FIRM = phrase("Provision record", "Name")
_SEAT = phrase("Documents", "Seat")
_REPRESENTED_BY = phrase("Documents", "Represented by")
_PERSON = phrase("Documents", "Person")
_CUSTOMER = phrase("Documents", "Customer {number}")
_DESTROYED = phrase("Documents", "(data destroyed)")
_DATA = phrase("Provision record", "Data")
_FIELDS = phrase("Documents", "Kinds of data")
_ON = phrase("Documents", "On what")
_JOB = phrase("Documents", "Job")
_CONSENT = phrase("Documents", "Consent of the person")
_AGREED = phrase("Documents", "The person has agreed to this provision.")
_KEEP = phrase("Documents", "Kept until")
_KEEP_YEARS = phrase("Documents", "{date} (three years from the provision)")
_KEEP_CONTRACT = phrase("Documents", "{date} (one year: a contract stands in for the record)")
_ENTERED_BY = phrase("Provision record", "Written down by")
_SOURCE = phrase("Provision record", "Source: {source} (as of {date}).")


@dataclass(frozen=True)
class ProvisionPaper:
    """What the record names. ``people``: record id, number and name of those whose data is still there."""

    row: HandoverRow
    firm: FirmFacts
    people: Sequence[tuple[str, str, str]]


def draw_provision_record(paper: ProvisionPaper, words: Words, letterhead: Letterhead) -> bytes:
    """The record as a PDF. Raises :class:`ValueError` for entrusted work."""
    row, until = paper.row, paper.row.keep_until
    if until is None:
        raise ValueError("no provision to a third party")
    sheet = Sheet(words, words(_TITLE), row.on)
    setter = sheet.set
    say = setter.say
    day = day_with_era(words, row.on)
    kept = _KEEP_CONTRACT if row.by_contract else _KEEP_YEARS
    source = say(_SOURCE, source=PROVISION_SOURCE, date=as_of_text(words, PROVISION_AS_OF))
    bands = [
        *head(
            setter,
            say(_TITLE),
            [say(_NUMBER, number=row.number), say(_PROVIDED_ON, date=day), letterhead.facts.name],
        ),
        section(setter, say(_THIRD_PARTY)),
        *listed(
            setter,
            [
                (say(_FIRM), paper.firm.firm),
                (say(_SEAT), paper.firm.seat),
                (say(_REPRESENTED_BY), paper.firm.representative),
            ],
        ),
        section(setter, say(_PERSON)),
        *listed(setter, _people(setter, paper)),
        section(setter, say(_DATA)),
        *listed(
            setter,
            [
                (say(_FIELDS), "・".join(say(HANDED_FIELD_NAMES[field]) for field in row.fields)),
                (say(_ON), say(MEDIUM_NAMES[row.medium])),
                (say(_JOB), row.job_number),
                (say(_CONSENT), say(_AGREED) if row.consent else ""),
                (say(_KEEP), say(kept, date=day_with_era(words, until.isoformat()))),
                (say(_ENTERED_BY), row.entered_by),
            ],
        ),
        *paragraph(
            setter.wrap(source, BODY, 9, grey=MUTED),
            gap=10,
        ),
        seal_band(letterhead),
        *paragraph(footer_lines(setter, letterhead), gap=6),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _people(setter: Typesetter, paper: ProvisionPaper) -> list[tuple[str, str]]:
    names = {record: name for record, _, name in paper.people}
    return [
        (setter.say(_CUSTOMER, number=number), names.get(record, setter.say(_DESTROYED)))
        for record, number in paper.row.customers
    ]
