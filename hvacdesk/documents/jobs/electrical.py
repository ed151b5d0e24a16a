"""The printed electrical-work ledger 電気工事の帳簿: a period's entries, each with all that the law lists."""

from __future__ import annotations

from hvacdesk.documents.kit.dates import calendar_day
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, pairs, section, together
from hvacdesk.documents.kit.letterhead import office_line
from hvacdesk.documents.kit.page import Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.jobs.electrical import (
    INSPECTION_RESULT_NAMES,
    LEDGER_CHECK_NAMES,
    ElectricalLedgerLine,
    LedgerPaper,
)
from hvacdesk.domain.jobs.quantities import shown
from hvacdesk.domain.jobs.results import CHECK_NAMES
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Electrical-work ledger")
_PERIOD = phrase("Electrical ledger", "{first} to {last}")
_ENTRIES = phrase("Documents", "Entries: {count}")
_PRINTED = phrase("Electrical ledger", "Printed {date} by {name}")
_OFFICE = phrase("Documents", "Place of business")
_ENTRY = phrase("Documents", "{day}　Job no. {number}")
_CUSTOMER = phrase("Documents", "Ordered by")
_ADDRESS = phrase("Documents", "Address")
_WORK = phrase("Documents", "Kind of electrical work")
_PLACE = phrase("Documents", "Place of the work")
_CHIEF = phrase("Documents", "Chief electrician")
_WORKERS = phrase("Documents", "Workers")
_DIAGRAM = phrase("Documents", "Wiring diagram")
_RESULT = phrase("Documents", "Result of the inspection")
_INSULATION = phrase("Electrical ledger", "Insulation")
_EARTH = phrase("Documents", "Earthing")
_VOLTS = phrase("Documents", "Voltage")
_NOTE = phrase("Documents", "Note")


def draw_electrical_ledger(paper: LedgerPaper, words: Words, letterhead: Letterhead) -> bytes:
    """The ledger of a period as a PDF."""
    sheet = Sheet(words, words(_TITLE), paper.printed_on)
    setter, office = sheet.set, letterhead.facts
    facts = [
        setter.say(
            _PERIOD,
            first=calendar_day(words, paper.first),
            last=calendar_day(words, paper.last),
        ),
        setter.say(_ENTRIES, count=len(paper.lines)),
        setter.say(_PRINTED, date=calendar_day(words, paper.printed_on), name=paper.printed_by),
    ]
    place = "　".join(filter(None, (office.name, office.address)))
    bands = [*head(setter, setter.say(_TITLE), facts), *listed(setter, [(setter.say(_OFFICE), place)])]
    for line in paper.lines:
        bands += _entry(setter, line)
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _entry(setter: Typesetter, line: ElectricalLedgerLine) -> list[Band]:
    """One entry, kept on one page."""
    say, record = setter.say, line.record
    result = say(INSPECTION_RESULT_NAMES[record.result]) if record.result else ""
    measured = [
        (say(name), "" if value is None else f"{shown(value)} {unit}")
        for name, value, unit in (
            (_INSULATION, record.insulation_mohm, "MΩ"),
            (_EARTH, record.earth_ohm, "Ω"),
            (_VOLTS, record.volts, "V"),
        )
    ]
    measured += [
        (say(LEDGER_CHECK_NAMES[check]), say(CHECK_NAMES[answer])) for check, answer in record.checks.items()
    ]
    facts = [
        (say(_CUSTOMER), line.name),
        (say(_ADDRESS), line.address),
        (say(_WORK), record.work),
        (say(_PLACE), line.place),
        (say(_CHIEF), record.chief),
        (say(_WORKERS), record.workers),
        (say(_DIAGRAM), record.diagram),
        (say(_RESULT), result),
        (say(_NOTE), record.text),
    ]
    day = calendar_day(setter.words, record.on)
    return together(
        [
            section(setter, say(_ENTRY, day=day, number=line.number)),
            *listed(setter, [fact for fact in facts if fact[1]]),
            *pairs(setter, measured),
        ]
    )
