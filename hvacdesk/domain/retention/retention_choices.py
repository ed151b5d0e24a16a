"""What the office itself chooses about retention: other periods, and rules of its own.

The program's rules stay beside the choices. A period that a law sets may be lengthened and never shortened;
the office's own rules may be set freely. A choice is never changed: a later version of it counts instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.retention.record_fields import EVERY_FIELD, RecordField
from hvacdesk.domain.retention.retention import (
    OFFICE_RULE,
    Binding,
    RetentionRule,
    RetentionVerdict,
    Standing,
    Start,
)
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

OWN = "own-"
"""What the code of a rule of the office's own begins with."""

TITLE_LIMIT = 80
MOST_YEARS = 50
MONTHS_A_YEAR = 12
_VERSIONS = 1_000
"""A rule with the office's period has the version: so many times the program's version, plus the choice's."""


class ShorterThanLaw(UserFacingError):
    """A law asks for a longer period."""

    what = phrase("Errors", "{law} asks for {years} years and {months} months; you cannot keep it for less.")
    safe = phrase("Errors", "Nothing was changed.")
    todo = phrase("Errors", "Choose at least that period.")


@dataclass(frozen=True)
class Choice:
    """One choice of the office.

    Attributes:
        code: of the rule that gets another period, or of a rule of the office's own.
        title, event, keeps: only of a rule of the office's own; it binds wherever the event is recorded.
        active: False takes the choice back.
        set_by, set_on: who chose it and when (ISO date), once it is stored.
    """

    code: str
    years: int
    months: int
    title: str = ""
    event: EventKind | None = None
    keeps: frozenset[RecordField] = frozenset()
    active: bool = True
    version: int = 0
    set_by: str = ""
    set_on: str = ""

    @property
    def own(self) -> bool:
        """Whether it is a rule of the office's own."""
        return self.code.startswith(OWN)


@dataclass(frozen=True)
class RuleInForce:
    """A rule as it is applied.

    Attributes:
        shipped: the rule as the program has it; None for one of the office's own.
        choice: what the office chose about it, if it did.
    """

    rule: RetentionRule
    shipped: RetentionRule | None = None
    choice: Choice | None = None


@dataclass(frozen=True)
class Shift:
    """Customers for whom the answer changes.

    Attributes:
        numbers: some of their customer numbers.
    """

    before: Standing
    after: Standing
    customers: int
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class Effect:
    """What changed rules or facts would do today, before they are saved.

    Attributes:
        before, after: how many customers have each standing.
        shifts: those whose standing changes, the most customers first.
        longer, shorter: how many keep their standing and are kept until a later or an earlier day.
    """

    customers: int
    before: Mapping[Standing, int]
    after: Mapping[Standing, int]
    shifts: tuple[Shift, ...]
    longer: int
    shorter: int

    @property
    def none(self) -> bool:
        """Whether nothing changes for anybody."""
        return not (self.shifts or self.longer or self.shorter)


class Comparison:
    """Counts verdicts before and after a change, customer by customer."""

    EXAMPLES = 20

    def __init__(self) -> None:
        self._before: Counter[Standing] = Counter()
        self._after: Counter[Standing] = Counter()
        self._shifts: Counter[tuple[Standing, Standing]] = Counter()
        self._numbers: dict[tuple[Standing, Standing], list[str]] = {}
        self._longer = self._shorter = 0

    def add(self, number: str, before: RetentionVerdict, after: RetentionVerdict) -> None:
        """Count one customer."""
        self._before[before.standing] += 1
        self._after[after.standing] += 1
        if before.standing is not after.standing:
            shift = before.standing, after.standing
            self._shifts[shift] += 1
            numbers = self._numbers.setdefault(shift, [])
            if len(numbers) < self.EXAMPLES:
                numbers.append(number)
        elif before.keep_until and after.keep_until:
            self._longer += after.keep_until > before.keep_until
            self._shorter += after.keep_until < before.keep_until

    def effect(self) -> Effect:
        """What was counted."""
        return Effect(
            customers=self._before.total(),
            before=dict(self._before),
            after=dict(self._after),
            shifts=tuple(
                Shift(before, after, count, tuple(self._numbers[before, after]))
                for (before, after), count in self._shifts.most_common()
            ),
            longer=self._longer,
            shorter=self._shorter,
        )


def in_force(shipped: Sequence[RetentionRule], choices: Iterable[Choice]) -> tuple[RuleInForce, ...]:
    """The program's rules with the office's periods, in their order, and then the office's own rules.

    A choice about a law that asks for longer than it did when the choice was made gives way to the law.
    """
    latest = {choice.code: choice for choice in sorted(choices, key=lambda choice: choice.version)}
    rules = [_with_choice(rule, latest.get(rule.code)) for rule in shipped]
    rules += [
        RuleInForce(_own_rule(choice), choice=choice)
        for choice in latest.values()
        if choice.own and choice.active
    ]
    return tuple(rules)


def check_choice(choice: Choice, shipped: Sequence[RetentionRule]) -> Choice:
    """The choice as it may be stored.

    Raises:
        ShorterThanLaw: a law asks for longer.
        InvalidInput: the period, or, of an own rule, its ``title``, ``event`` or ``keeps``; also for a code
        that no rule has.
    """
    if min(choice.years, choice.months) < 0 or not 0 < _span(choice) <= MOST_YEARS * MONTHS_A_YEAR:
        raise InvalidInput("period")
    if choice.own:
        title = clean_line("title", choice.title, limit=TITLE_LIMIT)
        check_free_text("title", title)
        if not title:
            raise Missing("title")
        if choice.event is None:
            raise InvalidInput("event")
        if not choice.keeps:
            raise InvalidInput("keeps")
        return replace(choice, title=title)
    rule = next((rule for rule in shipped if rule.code == choice.code), None)
    if rule is None:
        raise InvalidInput("code")
    if choice.active and rule.by_law and _span(choice) < _span(rule):
        raise ShorterThanLaw(law=rule.law, years=rule.years, months=rule.months)
    return Choice(choice.code, choice.years, choice.months, active=choice.active)


def _with_choice(rule: RetentionRule, choice: Choice | None) -> RuleInForce:
    if choice is None or not choice.active or (rule.by_law and _span(choice) < _span(rule)):
        return RuleInForce(rule, rule)
    changed = replace(
        rule,
        years=choice.years,
        months=choice.months,
        version=rule.version * _VERSIONS + choice.version,
    )
    return RuleInForce(changed, rule, choice)


def _own_rule(choice: Choice) -> RetentionRule:
    return RetentionRule(
        code=choice.code,
        title=Phrase("Office rules", choice.title),
        law=OFFICE_RULE,
        events=(choice.event or EventKind.CONTACT,),
        start=Start.EVENT,
        years=choice.years,
        months=choice.months,
        binds=Binding.RECORDED,
        source=choice.set_by,
        as_of=choice.set_on[:7],
        keeps=choice.keeps or EVERY_FIELD,
        version=choice.version,
    )


def _span(period: Choice | RetentionRule) -> int:
    return period.years * MONTHS_A_YEAR + period.months
