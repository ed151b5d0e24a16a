"""The judgement over one customer: due, kept, on hold or undecidable, with every reason.

Periods are counted as 民法 140 and 143 ask: the day of the event is not counted, and a period of months or
years ends on the day before the one that answers to its first day, or on the month's last day where there
is none.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from hvacdesk.domain.jobs import EventKind, JobEvent, JobState
from hvacdesk.domain.office import LegalForm, OfficeFacts
from hvacdesk.domain.retention import Reason, RetentionRule, Standing, Start, Verdict
from hvacdesk.domain.wording import Phrase, phrase

_ONE_DAY = timedelta(days=1)
_DAYS = 4096
"""Customers by the ten thousand share the days of a few years, so ends of periods are kept when reckoned."""

_NOT_ORDERED = frozenset({JobState.RECEIVED, JobState.ESTIMATED, JobState.CANCELLED})
_NOT_DONE_YET = frozenset({JobState.ARRANGED, JobState.WORKING})
_UNCOVERED = phrase("Retention", "No retention rule covers this.")


@dataclass(frozen=True)
class JobFacts:
    """What the retention rules ask of a job."""

    number: str
    state: JobState
    events: tuple[JobEvent, ...] = ()

    @property
    def ordered(self) -> bool:
        """Whether a tax law binds the job's papers: ordered and not cancelled, or invoiced anyway."""
        return self.state not in _NOT_ORDERED or self.last(EventKind.INVOICE) is not None

    def last(self, kind: EventKind) -> date | None:
        """The day of the latest event of a kind: a job may be invoiced in parts."""
        days = [date.fromisoformat(event.on) for event in self.events if event.kind is kind]
        return max(days, default=None)


@dataclass(frozen=True)
class Hold:
    """A disposal put off; ``until`` is the last day of it, None for one that holds until it is lifted."""

    until: date | None

    def binds(self, day: date) -> bool:
        """Whether the hold is in force on a day."""
        return self.until is None or day <= self.until


def return_deadline(facts: OfficeFacts, on: date) -> date:
    """The day on which the tax return for the fiscal year holding ``on`` is due.

    A company: two months after the year's end, that month's last day (法人税法74条). A sole proprietor: 15
    March of the next year (所得税法120条). Weekends and granted extensions are not taken into account.
    """
    if facts.legal_form is not LegalForm.COMPANY:
        return date(on.year + 1, 3, 15)
    end_month = facts.fiscal_year_end_month
    end_year = on.year + (on.month > end_month)
    return _month_end(end_year, end_month + 2)


@lru_cache(maxsize=_DAYS)
def period_end(first: date, years: int, months: int) -> date:
    """The last day of a period that begins on ``first`` (民法143条)."""
    month = first.month + 12 * years + months
    last = _month_end(first.year, month)
    return last if first.day > last.day else last.replace(day=first.day) - _ONE_DAY


@lru_cache(maxsize=_DAYS)
def _month_end(year: int, month: int) -> date:
    """The last day of a month, which may be counted past December."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def judge(
    rules: Iterable[RetentionRule],
    facts: OfficeFacts,
    jobs: Sequence[JobFacts],
    holds: Iterable[Hold],
    last_contact: date | None,
    today: date,
) -> Verdict:
    """What the rules say about a customer today. Due only after the end of every reason.

    A job, or a customer without jobs, that no rule binds cannot be judged, and neither can one whose rule
    starts from an event that is not recorded; one such reason keeps the whole customer. While work is
    ordered and not done, its events are not missing yet: the customer is simply kept. A hold comes before
    everything.
    """
    ours = [rule for rule in rules if not rule.legal_forms or facts.legal_form in rule.legal_forms]
    reasons = [reason for job in jobs or (None,) for reason in _reasons(ours, facts, job, last_contact)]
    reasons.sort(key=lambda reason: (reason.keep_until or date.max, not reason.in_progress), reverse=True)
    ends = [reason.keep_until for reason in reasons]
    held = [hold.until for hold in holds if hold.binds(today)]
    last = _latest([*ends, *held])
    if held:
        standing = Standing.ON_HOLD
    elif last is None:
        waiting = all(reason.in_progress for reason in reasons if reason.keep_until is None)
        standing = Standing.KEPT if waiting else Standing.UNDECIDABLE
    else:
        standing = Standing.DUE if today > last else Standing.KEPT
    return Verdict(standing, last, tuple(reasons))


def _latest(ends: Sequence[date | None]) -> date | None:
    """The latest end; None if any of them is open."""
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _reasons(
    rules: Iterable[RetentionRule], facts: OfficeFacts, job: JobFacts | None, last_contact: date | None
) -> Iterator[Reason]:
    """One reason for every rule that binds the job, or the customer where there is no job."""
    ordered = job is not None and job.ordered
    waiting = job is not None and job.state in _NOT_DONE_YET
    number = job.number if job else ""
    bound = [rule for rule in rules if rule.for_ordered_work is ordered]
    if not bound:
        yield Reason("", _UNCOVERED, "", None, None, job_number=number)
    for rule in bound:
        started_on = _first_day(rule, facts, _event_day(rule.event, job, last_contact))
        yield Reason(
            rule=rule.code,
            title=rule.title,
            law=rule.law,
            started_on=started_on,
            keep_until=started_on and period_end(started_on, rule.years, rule.months),
            missing=None if started_on else rule.event,
            job_number=number,
            in_progress=started_on is None and waiting,
        )


def _event_day(kind: EventKind, job: JobFacts | None, last_contact: date | None) -> date | None:
    """The day of the event; any contact with the customer counts as contact about each job."""
    on_job = job.last(kind) if job else None
    if kind is not EventKind.CONTACT:
        return on_job
    return max(filter(None, (on_job, last_contact)), default=None)


def _first_day(rule: RetentionRule, facts: OfficeFacts, event_day: date | None) -> date | None:
    if event_day is None:
        return None
    origin = return_deadline(facts, event_day) if rule.start is Start.RETURN_DEADLINE else event_day
    return origin + _ONE_DAY


_MISSING: dict[EventKind, Phrase] = {
    EventKind.CONTACT: phrase("Retention", "Undecidable, kept: no contact is recorded."),
    EventKind.CONTRACT: phrase("Retention", "Undecidable, kept: job {job} has no contract date."),
    EventKind.COMPLETION: phrase("Retention", "Undecidable, kept: job {job} has no completion date."),
    EventKind.HANDOVER: phrase("Retention", "Undecidable, kept: job {job} has no handover date."),
    EventKind.INVOICE: phrase("Retention", "Undecidable, kept: job {job} has no invoice date."),
    EventKind.SETTLEMENT: phrase("Retention", "Undecidable, kept: job {job} has no settlement date."),
    EventKind.LEDGER_ENTRY: phrase(
        "Retention", "Undecidable, kept: job {job} has no electrical-work ledger date."
    ),
    EventKind.SLIP_RETURN: phrase(
        "Retention", "Undecidable, kept: no recycling slip came back for job {job}."
    ),
}
_NO_RULE = phrase("Retention", "Undecidable, kept: no retention rule covers this customer.")
_NO_RULE_FOR_JOB = phrase("Retention", "Undecidable, kept: no retention rule covers job {job}.")
_ON_HOLD = phrase("Retention", "Disposal is on hold.")
_ON_HOLD_UNTIL = phrase("Retention", "Disposal is on hold; kept until {until}.")
_IN_PROGRESS = phrase("Retention", "Kept: the work of job {job} is not done yet.")
_KEPT = phrase("Retention", "Kept until {until} ({law})")
_DUE = phrase("Retention", "Retention ended {until} ({law})")


def verdict_sentence(verdict: Verdict) -> tuple[Phrase, dict[str, object]]:
    """One plain sentence for screens and what fills it in; the first reason speaks for all."""
    reason = verdict.reasons[0]
    until = verdict.keep_until.isoformat() if verdict.keep_until else ""
    details: dict[str, object] = {"until": until, "law": reason.law, "job": reason.job_number}
    match verdict.standing:
        case Standing.ON_HOLD:
            return (_ON_HOLD_UNTIL if until else _ON_HOLD), details
        case Standing.KEPT:
            return (_IN_PROGRESS if reason.in_progress else _KEPT), details
        case Standing.DUE:
            return _DUE, details
        case Standing.UNDECIDABLE if reason.missing is not None:
            return _MISSING[reason.missing], details
        case Standing.UNDECIDABLE:
            return (_NO_RULE_FOR_JOB if reason.job_number else _NO_RULE), details
