"""The refrigerant log of a unit: what was charged and recovered, and the net charge that follows.

Nothing is ever changed in the log: a wrong entry is struck with a reason, stays visible and no longer counts.
Source: フロン排出抑制法 47条 (kept for 5 years) as prefectures explain it (read 2026-11): day, name and
address of who ordered the work, kind and number of units, amount of each refrigerant, and whether at
installation, servicing or disposal. Read from public offices' pages; a professional should confirm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hvacdesk.domain.errors import Missing, OutOfRange
from hvacdesk.domain.input_checks import EARLIEST_WORK, clean_date, clean_line, clean_text
from hvacdesk.domain.jobs import UnitPart, UnitRecord
from hvacdesk.domain.refused_numbers import check_free_text
from hvacdesk.domain.wording import Phrase, phrase

MOST_KG = 1_000.0
LEAST_KG = 0.001


class RefrigerantKind(StrEnum):
    """What was done with the refrigerant."""

    CHARGED = "charged"
    RECOVERED = "recovered"


REFRIGERANT_KIND_NAMES: dict[RefrigerantKind, Phrase] = {
    RefrigerantKind.CHARGED: phrase("Refrigerant", "Charged"),
    RefrigerantKind.RECOVERED: phrase("Refrigerant", "Recovered"),
}


class RefrigerantReason(StrEnum):
    """On what occasion: the law's records tell installation, servicing and disposal apart."""

    INSTALLATION = "installation"
    SERVICE = "service"
    DISPOSAL = "disposal"


REFRIGERANT_REASON_NAMES: dict[RefrigerantReason, Phrase] = {
    RefrigerantReason.INSTALLATION: phrase("Refrigerant", "At installation"),
    RefrigerantReason.SERVICE: phrase("Refrigerant", "At servicing"),
    RefrigerantReason.DISPOSAL: phrase("Refrigerant", "At disposal"),
}

REASON_OF_PART: dict[UnitPart, RefrigerantReason] = {
    UnitPart.INSTALL: RefrigerantReason.INSTALLATION,
    UnitPart.SERVICE: RefrigerantReason.SERVICE,
    UnitPart.REMOVE: RefrigerantReason.DISPOSAL,
}


class StrikeReason(StrEnum):
    """Why an entry no longer counts. Codes only: the log keeps them."""

    WRONG_AMOUNT = "wrong_amount"
    WRONG_UNIT = "wrong_unit"
    TWICE = "twice"
    NOT_DONE = "not_done"


STRIKE_REASON_NAMES: dict[StrikeReason, Phrase] = {
    StrikeReason.WRONG_AMOUNT: phrase("Refrigerant", "Wrong amount or day"),
    StrikeReason.WRONG_UNIT: phrase("Refrigerant", "Belongs to another unit"),
    StrikeReason.TWICE: phrase("Refrigerant", "Entered twice"),
    StrikeReason.NOT_DONE: phrase("Refrigerant", "Was not done"),
}


@dataclass(frozen=True)
class RefrigerantRecord:
    """An entry to be made.

    Attributes:
        on: ISO date.
        kg: always positive.
        certificate: number of the charge or recovery certificate 充塡証明書 / 回収証明書.
    """

    kind: RefrigerantKind
    on: str
    kg: float
    refrigerant: str = ""
    reason: RefrigerantReason = RefrigerantReason.SERVICE
    worker: str = ""
    certificate: str = ""
    text: str = ""


@dataclass(frozen=True)
class RefrigerantEntry:
    """An entry as read back; ``struck`` says why it no longer counts, ``struck_on`` since when."""

    entry: str
    record: RefrigerantRecord
    job_number: str
    recorded_on: str
    recorded_by: str
    struck: StrikeReason | None = None
    struck_on: str = ""
    struck_by: str = ""

    @property
    def signed_kg(self) -> float:
        """What the entry adds to the net charge; a struck one adds nothing."""
        if self.struck is not None:
            return 0.0
        charged = self.record.kind is RefrigerantKind.CHARGED
        return self.record.kg if charged else -self.record.kg


@dataclass(frozen=True)
class RefrigerantLog:
    """A unit's entries in the order of their days, and the net charge after each."""

    unit: str
    record: UnitRecord
    entries: tuple[RefrigerantEntry, ...]

    @property
    def rated_kg(self) -> float | None:
        """The charge that the unit came with, where it is known."""
        return self.record.charge_kg

    @property
    def net_kg(self) -> float | None:
        """The charge that should be in the unit now; None where nobody knows what it came with."""
        return net_charge(self.rated_kg, self.entries)

    def running(self) -> tuple[float | None, ...]:
        """The net charge after each entry."""
        return tuple(
            net_charge(self.rated_kg, self.entries[: number + 1]) for number in range(len(self.entries))
        )


@dataclass(frozen=True)
class LogPaper:
    """What a printed log says: whose units, where, and what was done to each; ``code`` is its QR code's."""

    name: str
    address: str
    logs: tuple[RefrigerantLog, ...]
    printed_on: str
    number: str
    code: str


def net_charge(rated_kg: float | None, entries: Iterable[RefrigerantEntry]) -> float | None:
    """Rated charge and everything charged since, less everything recovered; to the gram.

    A unit whose rated charge is unknown has no net charge: what was added says nothing about what is in it.
    """
    if rated_kg is None:
        return None
    return round(rated_kg + sum(entry.signed_kg for entry in entries), 3)


def check_refrigerant(record: RefrigerantRecord, today: date) -> RefrigerantRecord:
    """The entry as it is stored. Raises :class:`InvalidInput` or one of its kinds."""
    on = clean_date("on", record.on, EARLIEST_WORK, today)
    if not on:
        raise Missing("on")
    if not LEAST_KG <= record.kg <= MOST_KG:
        raise OutOfRange("kg", LEAST_KG, MOST_KG)
    text = clean_text("text", record.text)
    check_free_text("text", text)
    return replace(
        record,
        on=on,
        kg=round(record.kg, 3),
        refrigerant=clean_line("refrigerant", record.refrigerant, limit=20),
        worker=clean_line("worker", record.worker, limit=80),
        certificate=clean_line("certificate", record.certificate),
        text=text,
    )
