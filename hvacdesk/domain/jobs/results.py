"""Results: what was checked and measured on site, per job and per refrigerant circuit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from hvacdesk.domain.errors import BadTime, Missing, UserFacingError
from hvacdesk.domain.jobs.jobs import UnitPart, UnitRecord, WorkKind
from hvacdesk.domain.jobs.quantities import LEAST_DIFFERENCE, MEASURES, Quantity, check_possible, is_usual
from hvacdesk.domain.jobs.surveys import NOT_SURVEYED, Survey, check_survey
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, clean_date, clean_text, clean_time
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

T = TypeVar("T")

WARRANTY_YEARS = 15
"""A warranty longer than this is a slip of the pen."""


class Check(StrEnum):
    """The answer to one check; where there is none, nobody answered."""

    OK = "ok"
    FOUND = "found"
    NONE = "none"


CHECK_NAMES: dict[Check, Phrase] = {
    Check.OK: phrase("Results", "Normal"),
    Check.FOUND: phrase("Results", "Fault"),
    Check.NONE: phrase("Results", "Does not apply"),
}


class JobCheck(StrEnum):
    """What is ticked once per job, in the order of the printed results sheet."""

    DRAIN = "drain"
    QUIET = "quiet"
    REMOTE = "remote"
    EXPLAINED = "explained"
    PHOTO_BEFORE = "photo_before"
    PHOTO_HIDDEN = "photo_hidden"
    PHOTO_AFTER = "photo_after"
    SIGNED = "signed"


JOB_CHECK_NAMES: dict[JobCheck, Phrase] = {
    JobCheck.DRAIN: phrase("Results", "Drain test done"),
    JobCheck.QUIET: phrase("Results", "No noise or vibration"),
    JobCheck.REMOTE: phrase("Results", "Remote control works"),
    JobCheck.EXPLAINED: phrase("Results", "Explained to the customer"),
    JobCheck.PHOTO_BEFORE: phrase("Results", "Photo before"),
    JobCheck.PHOTO_HIDDEN: phrase("Results", "Photo of hidden parts"),
    JobCheck.PHOTO_AFTER: phrase("Results", "Photo after"),
    JobCheck.SIGNED: phrase("Results", "Signed by the customer"),
}
_OF_A_RUNNING_UNIT = frozenset({JobCheck.DRAIN, JobCheck.QUIET, JobCheck.REMOTE})


def leaves_a_unit(kind: WorkKind) -> bool:
    """Whether a unit is in place and runs after work of this kind; a removal leaves nothing to try."""
    return kind is not WorkKind.REMOVE


def asked_checks(kind: WorkKind) -> tuple[JobCheck, ...]:
    """What is ticked after work of a kind, in the order of the sheet."""
    return tuple(check for check in JobCheck if leaves_a_unit(kind) or check not in _OF_A_RUNNING_UNIT)


PHOTO_CHECKS = (JobCheck.PHOTO_BEFORE, JobCheck.PHOTO_HIDDEN, JobCheck.PHOTO_AFTER)


class InspectionItem(StrEnum):
    """Items of the simple inspection of commercial units (簡易点検; フロン排出抑制法 16条, 点検の手引き)."""

    NOISE = "noise"
    VIBRATION = "vibration"
    DAMAGE = "damage"
    CORROSION = "corrosion"
    OIL = "oil"
    FROST = "frost"
    OUTLET_AIR = "outlet_air"


INSPECTION_NAMES: dict[InspectionItem, Phrase] = {
    InspectionItem.NOISE: phrase("Documents", "Noise"),
    InspectionItem.VIBRATION: phrase("Documents", "Vibration"),
    InspectionItem.DAMAGE: phrase("Documents", "Damage"),
    InspectionItem.CORROSION: phrase("Documents", "Corrosion"),
    InspectionItem.OIL: phrase("Documents", "Oil"),
    InspectionItem.FROST: phrase("Documents", "Frost"),
    InspectionItem.OUTLET_AIR: phrase("Documents", "Outlet air"),
}


@dataclass(frozen=True)
class UnitResultRecord:
    """What was measured at one unit, by record id, and the items of its simple inspection."""

    unit: str
    measured: Mapping[Quantity, float] = field(default_factory=dict)
    checks: Mapping[InspectionItem, Check] = field(default_factory=dict)
    text: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was noted."""
        return not (self.measured or self.checks or self.text)


@dataclass(frozen=True)
class JobResults:
    """The results of a job as the form saves them. Days are ISO dates, times ``HH:MM``."""

    worked_on: str = ""
    started: str = ""
    ended: str = ""
    checks: Mapping[JobCheck, Check] = field(default_factory=dict)
    warranty_until: str = ""
    survey: Survey = NOT_SURVEYED
    text: str = ""
    units: tuple[UnitResultRecord, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was noted but perhaps the day, which a form fills in by itself."""
        noted = (self.started, self.ended, self.checks, self.warranty_until, self.text, self.survey.outcome)
        return not any(noted) and all(unit.empty for unit in self.units)

    def of(self, unit: str) -> UnitResultRecord:
        """The results of one unit; empty ones where there are none."""
        return next((one for one in self.units if one.unit == unit), UnitResultRecord(unit))


@dataclass(frozen=True)
class Doubt:
    """A value that is possible and not usual: the unit's record id and the quantity."""

    unit: str
    quantity: Quantity


class DoubtfulValues(UserFacingError):
    """Values that are not usual and that nobody has confirmed."""

    what = phrase("Errors", "A measured value is unusual.")
    safe = phrase("Errors", "What you typed is still on the screen; nothing was saved.")
    todo = phrase("Errors", "Compare it with the sheet. If it stands there so, say so and save again.")

    def __init__(self, doubts: Sequence[Doubt]) -> None:
        super().__init__()
        self.doubts = tuple(doubts)


def measured_units(units: Sequence[tuple[UnitPart, T]], records: Sequence[UnitRecord]) -> tuple[int, ...]:
    """Positions of the units that stay and close a refrigerant circuit, to be measured one by one.

    One circuit is counted for each outdoor unit; where none is listed, for every unit that stays. The printed
    sheet and the form that it is typed into share this order.
    """
    staying = [number for number, (part, _) in enumerate(units) if part is not UnitPart.REMOVE]
    outdoor = [number for number in staying if records[number].outdoor]
    return tuple(outdoor or staying)


def removed_units(units: Sequence[tuple[UnitPart, T]], records: Sequence[UnitRecord]) -> tuple[int, ...]:
    """Positions of the removed units from which refrigerant is recovered, as :func:`measured_units`."""
    gone = [number for number, (part, _) in enumerate(units) if part is UnitPart.REMOVE]
    outdoor = [number for number in gone if records[number].outdoor]
    return tuple(outdoor or gone)


def check_results(record: JobResults, today: date, *, allow_number: bool = False) -> JobResults:
    """The results as they are stored. Raises :class:`InvalidInput` or one of its kinds."""
    worked_on = clean_date("worked_on", record.worked_on, EARLIEST_WORK, today)
    started, ended = clean_time("started", record.started), clean_time("ended", record.ended)
    if started and ended and ended <= started:
        raise BadTime("ended")
    units = tuple(_unit(one, allow_number) for one in record.units if not one.empty)
    amounts = {Quantity.ADDED_KG, Quantity.RECOVERED_KG}
    if not worked_on and any(amounts & set(one.measured) for one in units):
        raise Missing("worked_on")
    text = clean_text("text", record.text)
    check_free_text("text", text, allow_number=allow_number)
    start = date.fromisoformat(worked_on) if worked_on else EARLIEST_WORK
    latest = date((start if worked_on else today).year + WARRANTY_YEARS, 12, 31)
    return replace(
        record,
        worked_on=worked_on,
        started=started,
        ended=ended,
        warranty_until=clean_date("warranty_until", record.warranty_until, start, latest),
        survey=check_survey(record.survey, today),
        text=text,
        units=units,
    )


def _unit(one: UnitResultRecord, allow_number: bool) -> UnitResultRecord:
    for quantity, value in one.measured.items():
        check_possible(quantity, value, part=f"{one.unit}.{quantity.value}")
    text = clean_text("unit_text", one.text, part=one.unit)
    check_free_text("unit_text", text, part=one.unit, allow_number=allow_number)
    return replace(one, text=text)


def doubts(units: Iterable[UnitResultRecord], nets: Mapping[str, tuple[float, float]]) -> tuple[Doubt, ...]:
    """Every value that should be compared with the sheet once more.

    Args:
        nets: for each unit whose rated charge is known, that charge and the net charge after this job, in kg.
    """
    found: list[Doubt] = []
    for one in units:
        found += [Doubt(one.unit, name) for name in MEASURES if _doubted(name, one)]
        if one.unit in nets and is_doubtful_net(*nets[one.unit]):
            amounts = (Quantity.ADDED_KG, Quantity.RECOVERED_KG)
            found += [Doubt(one.unit, name) for name in amounts if one.measured.get(name)][:1]
    return tuple(dict.fromkeys(found))


def _doubted(name: Quantity, one: UnitResultRecord) -> bool:
    value = one.measured.get(name)
    if value is None:
        return False
    if name is Quantity.OUTLET_C and is_small_difference(one.measured):
        return True
    return not is_usual(name, value)


def difference(measured: Mapping[Quantity, float]) -> float | None:
    """Suction minus outlet air in K: positive when the unit cools; None unless both were measured."""
    suction, outlet = measured.get(Quantity.SUCTION_C), measured.get(Quantity.OUTLET_C)
    return None if suction is None or outlet is None else round(suction - outlet, 2)


def is_small_difference(measured: Mapping[Quantity, float]) -> bool:
    """Whether suction and outlet air differ by less than a unit in full operation makes."""
    found = difference(measured)
    return found is not None and abs(found) < LEAST_DIFFERENCE


MOST_OVERCHARGE = 1.5
"""Long pipes need more than the rated charge, hardly more than half of it again (makers' manuals)."""


def is_doubtful_net(rated: float, net: float) -> bool:
    """Whether a net charge makes no sense: less than nothing, or far above the rated charge, both in kg."""
    return net < -0.0005 or net > rated * MOST_OVERCHARGE


def warranty_day(worked_on: str, years: int) -> str:
    """The last day of a warranty of so many years that begins when the work is done (民法 143条)."""
    start = date.fromisoformat(worked_on)
    try:
        end = start.replace(year=start.year + years)
    except ValueError:  # 29 February
        return date(start.year + years, 2, 28).isoformat()
    return (end - timedelta(days=1)).isoformat()
