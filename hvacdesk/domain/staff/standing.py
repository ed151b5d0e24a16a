"""What the office asks of each of its people: rules to acknowledge, the yearly training, and until when.

Source: the office's own rule 4 and the design (product owner, 2026-11): warned for 30 days, then no reveal
and no export until done; today's work orders always print. Telling the persons concerned of a leak is a duty
by law and stays possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import Phrase, phrase

GRACE = timedelta(days=30)
"""From the day on which something is asked of a person until reveal and export are closed to them."""

SOON = timedelta(days=7)
"""What is due within so many days is marked."""

LEAP_DAY = (2, 29)


class DutiesOverdue(UserFacingError):
    """The person's 30 days are over: nothing is revealed or exported until rules and training are done."""

    what = phrase(
        "Errors",
        "The 30 days for reading the office's rules or for the yearly training are over. Until you have done "
        "it, nothing hidden is shown and nothing is exported.",
    )
    safe = phrase(
        "Errors",
        "Nothing was shown. Work orders are printed and customers told of a leak all the same.",
    )
    todo = phrase("Errors", "Open “Rules”, acknowledge the texts and take the training.")


class AskedKind(StrEnum):
    """What is asked."""

    RULE = "rule"
    TRAINING = "training"


@dataclass(frozen=True)
class Asked:
    """One thing that is asked of one person.

    Attributes:
        since: the day from which it is asked.
        about: the rule's title; empty for the training.
        record: the rule version's record id; empty for the training.
    """

    kind: AskedKind
    since: date
    about: str = ""
    record: str = ""

    @property
    def due(self) -> date:
        """The last day on which it is in time."""
        return self.since + GRACE

    def open(self, today: date) -> bool:
        """Whether it is asked today."""
        return self.since <= today

    def overdue(self, today: date) -> bool:
        """Whether its time is over."""
        return today > self.due


class StandingState(StrEnum):
    """Whether a duty of a person is done."""

    DONE = "done"
    ASKED = "asked"
    SOON = "soon"
    OVERDUE = "overdue"


STANDING_NAMES: dict[StandingState, Phrase] = {
    StandingState.DONE: phrase("Standing", "done"),
    StandingState.ASKED: phrase("Standing", "to do"),
    StandingState.SOON: phrase("Standing", "due soon"),
    StandingState.OVERDUE: phrase("Standing", "overdue"),
}


@dataclass(frozen=True)
class InForce:
    """A rule version in force."""

    text: str
    title: str
    since: date


@dataclass(frozen=True)
class OfficeDemands:
    """What the office asks of everybody.

    Attributes:
        training_since: the first day on which any rule was in force; None while none is.
    """

    rules: tuple[InForce, ...] = ()
    training_since: date | None = None


@dataclass(frozen=True)
class PersonFacts:
    """What is known of one person.

    Attributes:
        acknowledged: record ids of rule versions, with the day of acknowledging.
        trained_on: the last day on which they passed the training.
    """

    account: str
    name: str
    joined_on: date
    active: bool = True
    acknowledged: Mapping[str, date] | None = None
    trained_on: date | None = None


@dataclass(frozen=True)
class StaffStanding:
    """Which duties one person has done, and which not.

    Attributes:
        asked: what is not done, also what is asked only later, the earliest first.
        rules: how many rule texts are in force.
        acknowledged: how many of them the person acknowledged.
    """

    account: str
    name: str
    active: bool
    asked: tuple[Asked, ...]
    rules: int
    acknowledged: int
    trained_on: date | None

    def open(self, today: date) -> tuple[Asked, ...]:
        """What is asked today."""
        return tuple(one for one in self.asked if one.open(today))

    def overdue(self, today: date) -> bool:
        """Whether reveal and export are closed to the person."""
        return any(one.overdue(today) for one in self.asked)

    def next_due(self) -> date | None:
        """The earliest last day of all that is asked."""
        return min((one.due for one in self.asked), default=None)

    def state(self, today: date) -> StandingState:
        """The most pressing state of all that is asked."""
        waiting = self.open(today)
        if self.overdue(today):
            return StandingState.OVERDUE
        if any(one.due - today <= SOON for one in waiting):
            return StandingState.SOON
        return StandingState.ASKED if waiting else StandingState.DONE


def standing(person: PersonFacts, office: OfficeDemands) -> StaffStanding:
    """Which duties a person has done. Nothing is asked of those who left."""
    known = person.acknowledged or {}
    asked = [] if not person.active else [*_rules(person, known, office.rules), *_training(person, office)]
    return StaffStanding(
        account=person.account,
        name=person.name,
        active=person.active,
        asked=tuple(sorted(asked, key=lambda one: (one.due, one.kind.value, one.about))),
        rules=len(office.rules),
        acknowledged=sum(rule.text in known for rule in office.rules),
        trained_on=person.trained_on,
    )


def _rules(person: PersonFacts, known: Mapping[str, date], rules: Iterable[InForce]) -> list[Asked]:
    return [
        Asked(AskedKind.RULE, max(rule.since, person.joined_on), rule.title, rule.text)
        for rule in rules
        if rule.text not in known
    ]


def _training(person: PersonFacts, office: OfficeDemands) -> list[Asked]:
    if office.training_since is None:
        return []
    if person.trained_on is not None:
        return [Asked(AskedKind.TRAINING, a_year_after(person.trained_on))]
    return [Asked(AskedKind.TRAINING, max(office.training_since, person.joined_on))]


def a_year_after(day: date) -> date:
    """The same day of the next year; 1 March for 29 February."""
    if (day.month, day.day) == LEAP_DAY:
        return date(day.year + 1, 3, 1)
    return day.replace(year=day.year + 1)
