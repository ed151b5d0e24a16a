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

from hvacdesk.domain.errors import Missing, OutOfRange, UserFacingError
from hvacdesk.domain.jobs.jobs import UnitPart, UnitRecord
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, clean_date, clean_line, clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

MOST_KG = 1_000.0
LEAST_KG = 0.001
PARTY_LIMIT = 200
"""Characters of a firm's name and address."""


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
    """Why an entry no longer counts. Codes only: the log stores them."""

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


class GasUse(StrEnum):
    """What becomes of recovered gas that is handed on (フロン排出抑制法 46条, 50条, 63条)."""

    RECLAIMED = "reclaimed"
    DESTROYED = "destroyed"


GAS_USE_NAMES: dict[GasUse, Phrase] = {
    GasUse.RECLAIMED: phrase("Refrigerant", "To be reclaimed"),
    GasUse.DESTROYED: phrase("Refrigerant", "To be destroyed"),
}
GAS_CERTIFICATE_NAMES: dict[GasUse, Phrase] = {
    GasUse.RECLAIMED: phrase("Refrigerant", "Certificate of reclaiming"),
    GasUse.DESTROYED: phrase("Refrigerant", "Certificate of destruction"),
}


class NoGasToHandOn(UserFacingError):
    """Only what was recovered, and not yet handed on, can be."""

    what = phrase("Errors", "There is no recovered gas left here to hand on.")
    safe = phrase("Errors", "Nothing was changed.")
    todo = phrase("Errors", "Choose an entry of recovered refrigerant that counts, and compare the amounts.")


@dataclass(frozen=True)
class GasRecord:
    """That recovered gas was handed on.

    Attributes:
        on: ISO date; ``kg``: how much.
        receiver: to whom: the reclaimer or destroyer, or who takes it there; name and address.
        certificate, certified_on: number and ISO date of the certificate of reclaiming 再生証明書 or of
            destruction 破壊証明書; both empty until it came.
    """

    on: str
    kg: float
    receiver: str
    use: GasUse = GasUse.RECLAIMED
    certificate: str = ""
    certified_on: str = ""


@dataclass(frozen=True)
class GasHandedOn:
    """What was handed on, as read back, by record id."""

    handover: str
    record: GasRecord


@dataclass(frozen=True)
class RefrigerantRecord:
    """An entry to be made.

    Attributes:
        on: ISO date.
        kg: always positive.
        servicer: name and address of the servicer 整備者 who had it charged or recovered, where that is
            not the office itself.
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
    servicer: str = ""


@dataclass(frozen=True)
class LoggedRefrigerant:
    """An entry as read back; ``struck`` says why it no longer counts, ``struck_on`` since when.

    ``handed_on``: what became of recovered gas.
    """

    entry: str
    record: RefrigerantRecord
    job_number: str
    recorded_on: str
    recorded_by: str
    struck: StrikeReason | None = None
    struck_on: str = ""
    struck_by: str = ""
    handed_on: tuple[GasHandedOn, ...] = ()

    @property
    def left_kg(self) -> float:
        """How much of the recovered gas is still here; to the gram."""
        if self.record.kind is not RefrigerantKind.RECOVERED or self.struck is not None:
            return 0.0
        return round(self.record.kg - sum(one.record.kg for one in self.handed_on), 3)

    @property
    def uncertified(self) -> GasHandedOn | None:
        """What was handed on and has no certificate yet, the earliest first."""
        return next((one for one in self.handed_on if not one.record.certified_on), None)

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
    entries: tuple[LoggedRefrigerant, ...]

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
    """What a printed log says: whose units, where, and what was done to each; ``code`` is its QR code's.

    ``owner_address`` is the owner's own, ``address`` that of the site.
    """

    name: str
    owner_address: str
    address: str
    logs: tuple[RefrigerantLog, ...]
    printed_on: str
    number: str
    code: str


def net_charge(rated_kg: float | None, entries: Iterable[LoggedRefrigerant]) -> float | None:
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
        refrigerant=_named("refrigerant", record.refrigerant, limit=20),
        worker=_named("worker", record.worker, limit=80),
        certificate=clean_line("certificate", record.certificate),
        text=text,
        servicer=_named("servicer", record.servicer),
    )


def check_handed_on(record: GasRecord, entry: LoggedRefrigerant, today: date) -> GasRecord:
    """What is stored of gas that is handed on.

    Raises:
        NoGasToHandOn: the entry has none left.
        InvalidInput, or one of its kinds: it names no receiver, more than there is, or a day before.
    """
    if entry.left_kg < LEAST_KG:
        raise NoGasToHandOn
    on = clean_date("on", record.on, date.fromisoformat(entry.record.on), today)
    if not on:
        raise Missing("on")
    if not LEAST_KG <= record.kg <= entry.left_kg:
        raise OutOfRange("kg", LEAST_KG, entry.left_kg)
    receiver = _named("receiver", record.receiver)
    if not receiver:
        raise Missing("receiver")
    checked = replace(record, on=on, kg=round(record.kg, 3), receiver=receiver)
    if record.certificate or record.certified_on:
        return check_certificate(checked, record.certificate, record.certified_on, today)
    return checked


def check_certificate(record: GasRecord, certificate: str, certified_on: str, today: date) -> GasRecord:
    """What is stored once the certificate came: its number and day. Raises :class:`InvalidInput`."""
    number = clean_line("certificate", certificate)
    on = clean_date("certified_on", certified_on, date.fromisoformat(record.on), today)
    for name, value in (("certificate", number), ("certified_on", on)):
        if not value:
            raise Missing(name)
    return replace(record, certificate=number, certified_on=on)


def _named(field: str, text: str, limit: int = PARTY_LIMIT) -> str:
    cleaned = clean_line(field, text, limit=limit)
    check_free_text(field, cleaned)
    return cleaned
