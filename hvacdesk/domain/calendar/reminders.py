"""What the office reminds customers of: a warranty that ends, a unit past its design period, agreed work.

A letter or a label goes only to customers who agreed to reminders. Customers who took that back are not
called. Customers who were never asked may be called, and are asked first. The periods and sources are data,
see :func:`parse_after_service`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import WorkKind
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.periods import months_after
from hvacdesk.domain.text.wording import Phrase, phrase

FORMAT = 1
"""The form of the text that this program understands."""

WARRANTY_STAYS = timedelta(days=30)
"""For so long after its end a customer is still reminded of a warranty; later there is no use in it."""

DUTY_MONTHS = 3
"""So many months ahead reminders are shown in the calendar of duties."""


class ReminderKind(StrEnum):
    """What a customer is reminded of."""

    WARRANTY = "warranty"
    DESIGN_PERIOD = "design_period"
    RECURRING = "recurring"


REMINDER_KIND_NAMES: dict[ReminderKind, Phrase] = {
    ReminderKind.WARRANTY: phrase("Reminders", "Warranty ends"),
    ReminderKind.DESIGN_PERIOD: phrase("Reminders", "Design period ends"),
    ReminderKind.RECURRING: phrase("Reminders", "Agreed work is due"),
}

REMINDER_DUTIES: dict[ReminderKind, DutyKind] = {
    ReminderKind.WARRANTY: DutyKind.WARRANTIES,
    ReminderKind.DESIGN_PERIOD: DutyKind.DESIGN_PERIODS,
    ReminderKind.RECURRING: DutyKind.RECURRING_WORK,
}


class ReminderOutcome(StrEnum):
    """How a reminder was seen to."""

    CALLED = "called"
    LETTER = "letter"
    NOT_NEEDED = "not_needed"


REMINDER_OUTCOME_NAMES: dict[ReminderOutcome, Phrase] = {
    ReminderOutcome.CALLED: phrase("Reminders", "Called"),
    ReminderOutcome.LETTER: phrase("Reminders", "Letter sent"),
    ReminderOutcome.NOT_NEEDED: phrase("Reminders", "Not needed"),
}


class ReminderConsent(StrEnum):
    """What the customer said about reminders."""

    GIVEN = "given"
    NEVER_ASKED = "never_asked"
    TAKEN_BACK = "taken_back"


REMINDER_CONSENT_NAMES: dict[ReminderConsent, Phrase] = {
    ReminderConsent.GIVEN: phrase("Reminders", "Agreed"),
    ReminderConsent.NEVER_ASKED: phrase("Reminders", "Never asked"),
    ReminderConsent.TAKEN_BACK: phrase("Reminders", "Wants none"),
}


class NoReminderWanted(UserFacingError):
    """A letter would go to somebody who did not agree to reminders."""

    what = phrase("Errors", "Customer {number} has not agreed to reminders.")
    safe = phrase("Errors", "Nothing was printed.")
    todo = phrase("Errors", "Ask at the next contact, and record the consent on the customer's page.")


@dataclass(frozen=True)
class AfterService:
    """What is shipped about reminders.

    Attributes:
        design_years: what makers usually state; see the file.
        as_of: the month in which the sources were read.
    """

    design_years: int
    design_source: str
    reminder_source: str
    as_of: str


def parse_after_service(text_toml: str) -> AfterService:
    """The file's content. Raises :class:`ValueError` for any other form: it is shipped, so it fits."""
    document = tomllib.loads(text_toml)
    if set(document) != {"format", "as_of", "design_period", "reminder"} or document["format"] != FORMAT:
        raise ValueError("not a table of periods after the work")
    period = document["design_period"]
    if set(period) != {"years", "source"} or set(document["reminder"]) != {"source"}:
        raise ValueError("not a design period")
    return AfterService(period["years"], period["source"], document["reminder"]["source"], document["as_of"])


def design_end(made: int, years: int) -> date:
    """The last day on which a unit of that year can still be within its period.

    Source: 設計上の標準使用期間 counts from the year in which the unit was made, and its plate names no day.
    """
    return date(made + years, 12, 31)


@dataclass(frozen=True)
class ReminderKey:
    """Which reminder: the record id of the job, unit or plan, and the day. The next period is another one."""

    kind: ReminderKind
    subject: str
    due: str


@dataclass(frozen=True)
class ReminderFacts:
    """A reminder as it is stored; ``customer`` and ``site`` are primary keys.

    Attributes:
        about: the job's number, or the unit's maker and model.
        on: ISO date of the work whose warranty ends; else empty.
        made: the year in which the unit was made.
        work: of agreed work.
    """

    key: ReminderKey
    customer: int
    site: int
    about: str
    on: str = ""
    made: int = 0
    work: WorkKind | None = None


@dataclass(frozen=True)
class ReminderRow:
    """One line of the list, as its reader may see it.

    Attributes:
        customer: record id.
        overdue: whether its day has passed.
        outcome: how it was seen to; None while it waits.
        seen_on: ISO date of that; else empty.
    """

    facts: ReminderFacts
    customer: str
    customer_number: str
    name: Masked
    town: Masked
    consent: ReminderConsent
    overdue: bool
    outcome: ReminderOutcome | None = None
    seen_on: str = ""

    @property
    def key(self) -> ReminderKey:
        """Which reminder it is."""
        return self.facts.key

    @property
    def may_write(self) -> bool:
        """Whether a letter or a label may go out."""
        return self.consent is ReminderConsent.GIVEN

    @property
    def may_call(self) -> bool:
        """Whether somebody may call."""
        return self.consent is not ReminderConsent.TAKEN_BACK


@dataclass(frozen=True)
class ReminderList:
    """The earliest reminders, and how many there are in all."""

    rows: tuple[ReminderRow, ...] = ()
    count: int = 0


@dataclass(frozen=True)
class RemindersOfToday:
    """What today's page shows of the reminders.

    Attributes:
        due_this_month: how many wait that are due by the month's end.
        duties: those of the reminders that are not about agreed work, which has lines of its own there.
    """

    due_this_month: int = 0
    duties: tuple[Duty, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.due_this_month or self.duties)


@dataclass(frozen=True)
class ReminderLetter:
    """What is printed in the letter, in full."""

    facts: ReminderFacts
    number: str
    name: str = field(repr=False)
    honorific: str
    written_on: str


def still_open(found: Iterable[ReminderFacts], seen: Iterable[ReminderKey]) -> tuple[ReminderFacts, ...]:
    """Without what was seen to, the earliest first; old units come last, since they are due on no day."""
    done = frozenset(seen)
    waiting = (one for one in found if one.key not in done)

    def order(one: ReminderFacts) -> tuple[bool, str, str, str]:
        key = one.key
        return key.kind is ReminderKind.DESIGN_PERIOD, key.due, key.kind.value, key.subject

    return tuple(sorted(waiting, key=order))


def reminder_duties(found: Iterable[ReminderFacts], old_units: int, today: date) -> Iterator[Duty]:
    """One duty for each kind and month, and how many it is about; it names no customer.

    Args:
        found: warranties and agreed work.
        old_units: how many units are past their period by the end of the year. Their duty is due within the
            year, so that what an office finds when it begins to look is not overdue for years.
    """
    until = months_after(today, DUTY_MONTHS).isoformat()

    def heap(one: ReminderFacts) -> tuple[str, str]:
        return one.key.kind.value, one.key.due[:7]

    near = sorted((one for one in found if one.key.due <= until), key=lambda one: (heap(one), one.key.due))
    for (kind, month), those in groupby(near, key=heap):
        days = [one.key.due for one in those]
        duty = REMINDER_DUTIES[ReminderKind(kind)]
        yield Duty(duty, date.fromisoformat(days[0]), f"{month} ({len(days)})", kind)
    if old_units:
        kind = ReminderKind.DESIGN_PERIOD
        about = f"{today.year}-12 ({old_units})"
        yield Duty(REMINDER_DUTIES[kind], date(today.year, 12, 31), about, kind.value)
