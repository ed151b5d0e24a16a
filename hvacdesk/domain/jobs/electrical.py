"""The electrical-work ledger 電気工事の帳簿, which a registered firm keeps for five years.

Source: 電気工事業法 26条, 施行規則 13条 as public offices and advisers list it (read 2026-11): the customer's
name and address, kind and place of the work, its date, the chief electrician and the workers, the wiring
diagram, the result of the inspection. A professional should confirm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.jobs.jobs import ItemLine, WorkItem, WorkKind
from hvacdesk.domain.jobs.quantities import MEASURES, Quantity, QuantityRule
from hvacdesk.domain.jobs.results import Check
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.input_checks import (
    EARLIEST_WORK,
    check_range,
    check_span,
    clean_date,
    clean_line,
    clean_text,
    known_day,
)
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

ELECTRICAL_ITEMS = frozenset(
    {WorkItem.NEW_CIRCUIT, WorkItem.VOLTAGE_CHANGE, WorkItem.OUTLET_CHANGE, WorkItem.BREAKER}
)
"""Work items that are electrical work 電気工事, so that a job with one of them needs an entry."""

ELECTRICAL_MEASURES: dict[str, QuantityRule] = {
    "insulation_mohm": MEASURES[Quantity.INSULATION_MOHM],
    "earth_ohm": QuantityRule(
        phrase("Electrical", "Earth resistance"),
        "Ω",
        (0, 500),
        (0, 10_000),
        "電気設備の技術基準の解釈 第17条 (class D: 100 Ω, 500 Ω behind a quick breaker)",
    ),
    "volts": QuantityRule(
        phrase("Electrical", "Voltage"),
        "V",
        (95, 222),
        (0, 1_000),
        "電気事業法施行規則 第38条 (101 ± 6 V, 202 ± 20 V)",
    ),
}
NAMES_LIMIT = 200
"""Characters of the workers' names."""


class Inspection(StrEnum):
    """How the inspection after the work ended."""

    PASSED = "passed"
    MENDED = "mended"


INSPECTION_RESULT_NAMES: dict[Inspection, Phrase] = {
    Inspection.PASSED: phrase("Electrical", "Good"),
    Inspection.MENDED: phrase("Electrical", "Good after mending"),
}


class LedgerCheck(StrEnum):
    """What the inspection looks at beside the measurements: the earthing work, and where cables go through.

    Both are work that only an electrician may do (電気工事士法施行規則 2条).
    """

    EARTHING = "earthing"
    WALL_PASS = "wall_pass"


LEDGER_CHECK_NAMES: dict[LedgerCheck, Phrase] = {
    LedgerCheck.EARTHING: phrase("Electrical", "Earthing work"),
    LedgerCheck.WALL_PASS: phrase("Electrical", "Where cables pass the wall"),
}


class LedgerReason(StrEnum):
    """Why the ledger was printed. Codes only: the log stores them."""

    INSPECTION = "inspection"
    FILING = "filing"
    OWN_CHECK = "own_check"


LEDGER_REASON_NAMES: dict[LedgerReason, Phrase] = {
    LedgerReason.INSPECTION: phrase("Electrical", "An inspector asks for it"),
    LedgerReason.FILING: phrase("Electrical", "Filed at the place of business"),
    LedgerReason.OWN_CHECK: phrase("Electrical", "The office's own check"),
}


@dataclass(frozen=True)
class LedgerRecord:
    """An entry as the form saves it.

    Attributes:
        on: the day of the work, ISO date.
        work: what was done, in words.
        chief: the chief electrician 主任電気工事士; ``workers``: who did the work.
        diagram: number or place of the wiring diagram.
        checks: what was looked at, without those that nobody answered.
    """

    on: str = ""
    work: str = ""
    chief: str = ""
    workers: str = ""
    diagram: str = ""
    insulation_mohm: float | None = None
    earth_ohm: float | None = None
    volts: float | None = None
    result: Inspection | None = None
    text: str = ""
    checks: Mapping[LedgerCheck, Check] = field(default_factory=dict)


def without_words(record: LedgerRecord) -> LedgerRecord:
    """Only the entry's days and measures, for a customer whose data is suspended."""
    return replace(record, work="", diagram="", text="")


@dataclass(frozen=True)
class LedgerRow:
    """One line of the ledger's list. ``entry`` is None for a job that still needs one.

    Attributes:
        customer: record id.
    """

    job: str
    number: str
    customer: str
    name: Masked
    town: Masked
    work_kind: WorkKind
    on: str
    entry: LedgerRecord | None


@dataclass(frozen=True)
class LedgerDraft:
    """What the form begins with: an entry, or what is known of it, and the version that was read."""

    job: str
    number: str
    version: int
    record: LedgerRecord


@dataclass(frozen=True)
class ElectricalLedgerLine:
    """One entry on paper, with the name and addresses that the law asks for."""

    number: str
    name: str
    address: str
    place: str
    record: LedgerRecord


@dataclass(frozen=True)
class LedgerPaper:
    """The ledger of a period on paper; days are ISO dates."""

    first: str
    last: str
    printed_on: str
    printed_by: str
    lines: tuple[ElectricalLedgerLine, ...]


def is_electrical(items: Iterable[ItemLine]) -> bool:
    """Whether a job's work items make it electrical work."""
    return any(line.item in ELECTRICAL_ITEMS for line in items)


def check_entry(record: LedgerRecord, today: date) -> LedgerRecord:
    """The entry as it is stored: everything that the law lists. Raises :class:`InvalidInput` or its kinds."""
    cleaned = replace(
        record,
        on=clean_date("on", record.on, EARLIEST_WORK, today),
        work=clean_line("work", record.work),
        chief=clean_line("chief", record.chief, limit=80),
        workers=clean_line("workers", record.workers, limit=NAMES_LIMIT),
        diagram=clean_line("diagram", record.diagram),
        text=clean_text("text", record.text),
    )
    for name in ("on", "work", "chief", "workers", "diagram", "result"):
        if not getattr(cleaned, name):
            raise Missing(name)
    if Check.FOUND in cleaned.checks.values() and cleaned.result is Inspection.PASSED:
        raise InvalidInput("result")  # a fault was found, so it was good only after mending
    for name, measure in ELECTRICAL_MEASURES.items():
        check_range(name, getattr(cleaned, name), *measure.possible)
    for name in ("work", "chief", "workers", "text"):
        check_free_text(name, getattr(cleaned, name))
    return cleaned


def check_period(first: str, last: str, today: date) -> tuple[str, str]:
    """The period as ISO dates. Raises :class:`InvalidInput` for one that ends before it begins."""
    start = known_day("first", first, EARLIEST_WORK, today)
    end = known_day("last", last, EARLIEST_WORK, today)
    check_span("last", start.isoformat(), end.isoformat(), today)
    return start.isoformat(), end.isoformat()
