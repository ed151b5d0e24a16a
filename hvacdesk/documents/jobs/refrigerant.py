"""The printed refrigerant log 冷媒の充塡・回収の記録: each unit's charges and recoveries and its net charge.

What it must name: see :mod:`hvacdesk.domain.jobs.refrigerant`. Struck entries stay on paper, crossed out,
with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.dates import calendar_day
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import office_line
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import coded_head, draw_single
from hvacdesk.documents.kit.table import Row, table
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.jobs.jobs import UnitRecord
from hvacdesk.domain.jobs.quantities import shown
from hvacdesk.domain.jobs.refrigerant import (
    GAS_CERTIFICATE_NAMES,
    GAS_USE_NAMES,
    REFRIGERANT_KIND_NAMES,
    REFRIGERANT_REASON_NAMES,
    STRIKE_REASON_NAMES,
    GasRecord,
    LoggedRefrigerant,
    LogPaper,
    RefrigerantKind,
    RefrigerantLog,
)
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Refrigerant log")
_NUMBER = phrase("Refrigerant log", "No. {number}")
_PRINTED_ON = phrase("Refrigerant log", "Printed {date}")
_OWNER = phrase("Documents", "Owner of the units")
_OWNER_ADDRESS = phrase("Refrigerant log", "Owner's address")
_ADDRESS = phrase("Refrigerant log", "Place")
_PRODUCTS = phrase("Refrigerant log", "Kind and number of products")
_UNITS = phrase("Refrigerant log", "Air conditioners, {count}")
_SERVICER = phrase("Refrigerant log", "Servicer: {name}")
_HANDED_ON = phrase("Refrigerant log", "Handed on {date}: {kg} kg to {receiver}, {use}")
_CERTIFIED = phrase("Refrigerant log", "{certificate} {number}, {date}")
_OFFICE = phrase("Documents", "Charged and recovered by")
_UNIT = phrase("Refrigerant log", "Unit {number}")
_SERIAL = phrase("Refrigerant log", "Serial no.")
_RATED = phrase("Documents", "Charge from the works")
_NET = phrase("Documents", "Charge now (net)")
_CHARGED = phrase("Documents", "Charged in all")
_RECOVERED = phrase("Documents", "Recovered in all")
_UNKNOWN = phrase("Documents", "not known")
_NO_ENTRY = phrase("Documents", "No refrigerant has been charged or recovered.")
_STRUCK = phrase("Documents", "Struck {date}: {reason}")
_COLUMNS = (
    phrase("Refrigerant log", "Day"),
    phrase("Refrigerant log", "What"),
    phrase("Refrigerant log", "Refrigerant"),
    phrase("Documents", "Amount"),
    phrase("Documents", "Net"),
    phrase("Documents", "Occasion"),
    phrase("Documents", "Done by"),
    phrase("Documents", "Certificate, job, note"),
)
_SHARES = (17, 8, 9, 9, 9, 10, 13, 25)


def draw_refrigerant_logs(paper: LogPaper, words: Words, letterhead: Letterhead) -> bytes:
    """The logs of one place's units in one PDF."""
    sheet = Sheet(words, words(_TITLE), paper.printed_on)
    setter, office = sheet.set, letterhead.facts
    facts = [
        setter.say(_NUMBER, number=paper.number),
        letterhead.facts.name,
        setter.say(_PRINTED_ON, date=calendar_day(words, paper.printed_on)),
    ]
    where = [
        (setter.say(_OWNER), paper.name),
        (setter.say(_OWNER_ADDRESS), paper.owner_address),
        (setter.say(_ADDRESS), paper.address),
        (setter.say(_PRODUCTS), setter.say(_UNITS, count=len(paper.logs))),
        (setter.say(_OFFICE), "　".join(filter(None, (office.name, office.address)))),
    ]
    bands = [*coded_head(setter, setter.say(_TITLE), facts, paper.code), *listed(setter, where)]
    for number, log in enumerate(paper.logs, 1):
        bands += _unit(setter, number, log)
    return draw_single(sheet, bands, f"{paper.number}　{office_line(setter, letterhead)}")


def _unit(setter: Typesetter, number: int, log: RefrigerantLog) -> list[Band]:
    say = setter.say
    title = f"{say(_UNIT, number=number)}　{_named(log.record)}".rstrip()
    figures = [
        (say(_SERIAL), log.record.serial or say(_UNKNOWN)),
        (say(_RATED), _kg(setter, log.rated_kg)),
        (say(_CHARGED), _kg(setter, _total(log.entries, RefrigerantKind.CHARGED))),
        (say(_RECOVERED), _kg(setter, _total(log.entries, RefrigerantKind.RECOVERED))),
        (say(_NET), _kg(setter, log.net_kg)),
    ]
    bands = [section(setter, title), *listed(setter, figures)]
    if not log.entries:
        return [*bands, *paragraph(setter.wrap(say(_NO_ENTRY), BODY, 10, grey=MUTED), gap=4)]
    rows = [_row(setter, entry, net) for entry, net in zip(log.entries, log.running(), strict=True)]
    return [*bands, *table(setter, [say(name) for name in _COLUMNS], _SHARES, rows)]


def _row(setter: Typesetter, entry: LoggedRefrigerant, net: float | None) -> Row:
    say, record = setter.say, entry.record
    notes = [record.certificate, entry.job_number, record.text]
    if record.servicer:
        notes.append(say(_SERVICER, name=record.servicer))
    for one in entry.handed_on:
        notes += _handed_on(setter, one.record)
    if entry.struck is not None:
        reason = say(STRIKE_REASON_NAMES[entry.struck])
        notes.append(say(_STRUCK, date=calendar_day(setter.words, entry.struck_on), reason=reason))
    return Row(
        (
            calendar_day(setter.words, record.on),
            say(REFRIGERANT_KIND_NAMES[record.kind]),
            record.refrigerant,
            f"{shown(record.kg)} kg",
            "" if net is None or entry.struck else f"{shown(net)} kg",
            say(REFRIGERANT_REASON_NAMES[record.reason]),
            record.worker,
            "\n".join(filter(None, notes)),
        ),
        struck=entry.struck is not None,
    )


def _handed_on(setter: Typesetter, record: GasRecord) -> list[str]:
    """Day, amount and receiver of the gas, and its certificate once it came."""
    say = setter.say
    use = say(GAS_USE_NAMES[record.use])
    lines = [
        say(
            _HANDED_ON,
            date=calendar_day(setter.words, record.on),
            kg=shown(record.kg),
            receiver=record.receiver,
            use=use,
        )
    ]
    if record.certified_on:
        name = say(GAS_CERTIFICATE_NAMES[record.use])
        lines.append(
            say(
                _CERTIFIED,
                certificate=name,
                number=record.certificate,
                date=calendar_day(setter.words, record.certified_on),
            )
        )
    return lines


def _total(entries: Sequence[LoggedRefrigerant], kind: RefrigerantKind) -> float:
    return round(
        sum(entry.record.kg for entry in entries if not entry.struck and entry.record.kind is kind), 3
    )


def _kg(setter: Typesetter, kilograms: float | None) -> str:
    return setter.say(_UNKNOWN) if kilograms is None else f"{shown(kilograms)} kg"


def _named(unit: UnitRecord) -> str:
    """Place, maker, model and refrigerant."""
    return "　".join(filter(None, (unit.place, f"{unit.maker} {unit.model}".strip(), unit.refrigerant)))
