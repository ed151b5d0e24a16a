"""The monthly access review 閲覧点検: who looked at whose data and why, and what of it is unusual.

Source: the office's own rule 2 ("limited access") and the guideline's safeguard that handling is checked
regularly (ガイドライン（通則編）10-3). The limits are data (``resources/legal/access_review.toml``).
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.audit_log import REVEALS, Action
from hvacdesk.domain.text.wording import Phrase, phrase

HOUR = timedelta(hours=1)

PRINTS = frozenset(
    {
        Action.WORK_ORDER_PRINTED,
        Action.PAPER_REGISTERED,
        Action.PAPER_PRINTED,
        Action.LIST_PRINTED,
        Action.ELECTRICAL_LEDGER_PRINTED,
        Action.INVOICE_SAVED,
        Action.RECEIPT_SAVED,
        Action.PAYMENT_REMINDER_SAVED,
        Action.ESTIMATE_SAVED,
    }
)
"""What was made to be given away: what is saved as a file goes where its paper would."""
EXPORTS = frozenset({Action.CUSTOMERS_EXPORTED, Action.INVOICES_EXPORTED, Action.BOOKS_EXPORTED})
REVIEWED = (*REVEALS, Action.EXACT_SEARCH, *PRINTS, *EXPORTS)
"""What the review counts."""


class Pattern(StrEnum):
    """Something that a person responsible should ask about. None of them says that anything was wrong."""

    MANY_REVEALS = "many_reveals"
    AT_NIGHT = "at_night"
    DAY_OFF = "day_off"
    REVEAL_WITHOUT_JOB = "reveal_without_job"
    PRINT_WITHOUT_JOB = "print_without_job"
    MANY_SEARCHES = "many_searches"
    EXPORT = "export"


PATTERN_NAMES: dict[Pattern, Phrase] = {
    Pattern.MANY_REVEALS: phrase("Access", "Many reveals within an hour"),
    Pattern.AT_NIGHT: phrase("Access", "Reveals, prints or exports at night"),
    Pattern.DAY_OFF: phrase("Access", "Reveals, prints or exports on a day off"),
    Pattern.REVEAL_WITHOUT_JOB: phrase("Access", "Reveals of customers without any job"),
    Pattern.PRINT_WITHOUT_JOB: phrase("Access", "Prints for customers without any job"),
    Pattern.MANY_SEARCHES: phrase("Access", "Many searches by a whole hidden value on one day"),
    Pattern.EXPORT: phrase("Access", "A list of customers or invoices exported"),
}


class MonthNotOver(UserFacingError):
    """The month is still running."""

    what = phrase("Errors", "This month is not over yet.")
    todo = phrase("Errors", "Sign its sheet after its last day.")


class OwnAccess(UserFacingError):
    """The sheet is about the person who wants to sign it, and somebody else could."""

    what = phrase(
        "Errors", "The sheet lists your own reveals, prints or exports: somebody else has to sign it."
    )
    todo = phrase("Errors", "Ask another person responsible to sign it.")


class AlreadySigned(UserFacingError):
    """The sheet was signed before."""

    what = phrase("Errors", "This month's sheet is signed already.")
    todo = phrase("Errors", "Print it, or look at another month.")


@dataclass(frozen=True)
class Limits:
    """What counts as unusual; the attributes are those of the file."""

    reveals_in_an_hour: int
    night_from: time
    night_to: time
    rest_on_saturdays: bool
    exact_searches_a_day: int
    due_day: int
    source: str
    as_of: str

    def night(self, moment: datetime) -> bool:
        """Whether nobody works at that time of the office's day."""
        clock = moment.time()
        return clock >= self.night_from or clock < self.night_to


def parse_limits(text: str) -> Limits:
    """Read the shipped file. Raises :class:`ValueError` or :class:`KeyError` for a form it does not know."""
    data = tomllib.loads(text)
    if data["format"] != 1:
        raise ValueError("unknown format of the limits of the access review")
    return Limits(
        reveals_in_an_hour=data["reveals_in_an_hour"],
        night_from=time.fromisoformat(data["night_from"]),
        night_to=time.fromisoformat(data["night_to"]),
        rest_on_saturdays=data["rest_on_saturdays"],
        exact_searches_a_day=data["exact_searches_a_day"],
        due_day=data["due_day"],
        source=data["source"],
        as_of=data["as_of"],
    )


@dataclass(frozen=True)
class Look:
    """One entry of the log that the review counts.

    Attributes:
        at: on the office's clock.
        customers: record ids; empty for what concerns nobody in particular.
        one_then: of whom of them the look was at one and the same customer, since they were merged then.
        tries: how often, for searches that are logged together.
    """

    at: datetime
    account: str
    action: Action
    customers: tuple[str, ...] = ()
    reason: str = ""
    tries: int = 1
    one_then: tuple[frozenset[str], ...] = ()

    def without_job(self, jobless: Collection[str]) -> list[str]:
        """Who of the customers had no part in any job, those with whom they were one then included."""
        with_job = {one for several in self.one_then if not several.issubset(jobless) for one in several}
        return [one for one in self.customers if one in jobless and one not in with_job]


@dataclass(frozen=True)
class ReviewFinding:
    """Something unusual.

    Attributes:
        when: ISO date, with the hour for what happened within one.
        customers: customer numbers, those of few only.
    """

    pattern: Pattern
    account: str
    name: str
    when: str
    count: int
    customers: tuple[str, ...] = ()


@dataclass(frozen=True)
class PersonSum:
    """What one person did in the month; ``reasons`` counts the reveals by their codes."""

    account: str
    name: str
    reveals: int = 0
    prints: int = 0
    exports: int = 0
    searches: int = 0
    reasons: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class CustomerSum:
    """How often one customer was looked at, and by whom; ``people`` are staff names."""

    number: str
    reveals: int = 0
    prints: int = 0
    people: tuple[str, ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Signature:
    """Who signed, when, and where the log's chain ended then.

    Attributes:
        about_themselves: whether nobody else could have signed although it lists the signer's own acts.
    """

    by: str
    at: str
    head_sequence: int
    head_hash: str
    about_themselves: bool = False
    remark: str = ""


@dataclass(frozen=True)
class MonthSheet:
    """The sheet of one month; ``head_sequence`` and ``head_hash`` are the chain's end now."""

    month: str
    people: tuple[PersonSum, ...]
    customers: tuple[CustomerSum, ...]
    findings: tuple[ReviewFinding, ...]
    head_sequence: int
    head_hash: str
    signature: Signature | None = None
    over: bool = True


RestsOn = Callable[[date], bool]
"""Whether the office rests on that day."""


def unusual(
    looks: Sequence[Look], limits: Limits, rests_on: RestsOn, jobless: Collection[str]
) -> Iterator[tuple[Pattern, str, str, int, tuple[str, ...]]]:
    """What is unusual: pattern, account, when, how often, record ids of customers; in the order of patterns.

    Args:
        jobless: customers who have no part in any job.
    """
    by_account: dict[str, list[Look]] = defaultdict(list)
    for look in sorted(looks, key=lambda one: one.at):
        by_account[look.account].append(look)
    for account, theirs in sorted(by_account.items()):
        shown = [look for look in theirs if look.action is not Action.EXACT_SEARCH]
        reveals = [look for look in theirs if look.action in REVEALS]
        for start, count in _busy_hours(reveals, limits.reveals_in_an_hour):
            yield Pattern.MANY_REVEALS, account, f"{start:%Y-%m-%d %H:%M}", count, ()
        yield from _by_day(Pattern.AT_NIGHT, account, [one for one in shown if limits.night(one.at)])
        yield from _by_day(Pattern.DAY_OFF, account, [one for one in shown if rests_on(one.at.date())])
        yield from _without_job(Pattern.REVEAL_WITHOUT_JOB, account, reveals, jobless)
        prints = [look for look in theirs if look.action in PRINTS]
        yield from _without_job(Pattern.PRINT_WITHOUT_JOB, account, prints, jobless)
        yield from _searches(account, theirs, limits.exact_searches_a_day)
        for look in theirs:
            if look.action in EXPORTS:
                yield Pattern.EXPORT, account, look.at.date().isoformat(), 1, ()


def _busy_hours(reveals: Sequence[Look], limit: int) -> Iterator[tuple[datetime, int]]:
    """Hours with at least so many reveals; those that overlap are told once, by the fullest."""
    first, best = 0, (0, 0)
    for last, look in enumerate(reveals):
        while look.at - reveals[first].at > HOUR:
            first += 1
        if best[1] and reveals[first].at - reveals[best[0]].at > HOUR:
            yield reveals[best[0]].at, best[1]
            best = (0, 0)
        if (count := last - first + 1) >= limit and count > best[1]:
            best = (first, count)
    if best[1]:
        yield reveals[best[0]].at, best[1]


def _by_day(
    pattern: Pattern, account: str, looks: Iterable[Look]
) -> Iterator[tuple[Pattern, str, str, int, tuple[str, ...]]]:
    counts = Counter(look.at.date().isoformat() for look in looks)
    for day, count in sorted(counts.items()):
        yield pattern, account, day, count, ()


def _without_job(
    pattern: Pattern, account: str, looks: Iterable[Look], jobless: Collection[str]
) -> Iterator[tuple[Pattern, str, str, int, tuple[str, ...]]]:
    days: dict[str, list[str]] = defaultdict(list)
    for look in looks:
        days[look.at.date().isoformat()] += look.without_job(jobless)
    for day, customers in sorted(days.items()):
        if customers:
            yield pattern, account, day, len(customers), tuple(dict.fromkeys(customers))


def _searches(
    account: str, looks: Iterable[Look], limit: int
) -> Iterator[tuple[Pattern, str, str, int, tuple[str, ...]]]:
    counts: Counter[str] = Counter()
    for look in looks:
        if look.action is Action.EXACT_SEARCH:
            counts[look.at.date().isoformat()] += look.tries
    for day, count in sorted(counts.items()):
        if count >= limit:
            yield Pattern.MANY_SEARCHES, account, day, count, ()


@dataclass
class Tally:
    """Counts of one person or one customer while the entries are read."""

    reveals: int = 0
    prints: int = 0
    exports: int = 0
    searches: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    accounts: dict[str, None] = field(default_factory=dict)

    def add(self, look: Look) -> None:
        """Count one entry."""
        self.reveals += look.action in REVEALS
        self.prints += look.action in PRINTS
        self.exports += look.action in EXPORTS
        self.searches += look.tries if look.action is Action.EXACT_SEARCH else 0
        if look.reason and look.action in REVEALS:
            self.reasons[look.reason] += 1
        self.accounts[look.account] = None


def tallies(looks: Iterable[Look]) -> tuple[dict[str, Tally], dict[str, Tally]]:
    """Counts by account, and by customer."""
    people: dict[str, Tally] = defaultdict(Tally)
    customers: dict[str, Tally] = defaultdict(Tally)
    for look in looks:
        people[look.account].add(look)
        for customer in look.customers:
            customers[customer].add(look)
    return people, customers


def months_to_sign(today: date, since: str, signed: Collection[str]) -> tuple[str, ...]:
    """Months that are over and not signed; of the last twelve, the oldest first.

    The review begins with its first signed sheet; before there is one, only the last month is asked for.
    """
    found = []
    month = today.replace(day=1)
    last = f"{month - timedelta(days=1):%Y-%m}"
    begun = max(since[:7], min(signed, default=last))
    for _ in range(12):
        month = (month - timedelta(days=1)).replace(day=1)
        name = f"{month:%Y-%m}"
        if since and name >= begun and name not in signed:
            found.append(name)
    return tuple(reversed(found))


def due_on(month: str, limits: Limits) -> date:
    """The day by which a month's sheet is signed."""
    following = (date.fromisoformat(f"{month}-01") + timedelta(days=31)).replace(day=1)
    return following.replace(day=limits.due_day)
