"""The judgement over one customer: due, reducible, kept, on hold or undecidable, with every reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.periods import (
    ONE_DAY,
    fiscal_year_end,
    months_after_year,
    period_end,
    return_deadline,
)
from hvacdesk.domain.retention.retention import (
    Binding,
    Circumstance,
    CustomerFacts,
    JobFacts,
    Reason,
    RetentionRule,
    RetentionVerdict,
    Standing,
    Start,
)
from hvacdesk.domain.text.wording import phrase

_NOT_ORDERED = frozenset({JobState.RECEIVED, JobState.ESTIMATED, JobState.CANCELLED})
_DOCUMENTS = frozenset({EventKind.ESTIMATE, EventKind.CONTRACT})
_NOT_DONE_YET = frozenset({JobState.ARRANGED, JobState.WORKING})
_NOT_PAID_YET = _NOT_DONE_YET | {JobState.DONE, JobState.INVOICED}
_ENDS_WITH_CANCELLATION = frozenset(
    {EventKind.COMPLETION, EventKind.HANDOVER, EventKind.LEDGER_ENTRY, EventKind.SETTLEMENT}
)
"""Events that a cancelled job's work will not bring any more; a slip that is out still has to come back."""
_UNCOVERED = phrase("Retention", "No retention rule covers this.")

ERASURE_REQUEST = "erasure-request"
"""The code under which the ledger names a customer's request in place of a rule."""
ERASURE_REQUEST_TITLE = phrase("Retention", "Erasure asked for by the customer")
ERASURE_REQUEST_LAW = "個人情報保護法"


def office_circumstances(facts: OfficeFacts) -> frozenset[Circumstance]:
    """What the office's facts say for the rules."""
    told = {
        Circumstance.CONSTRUCTION_LICENCE: facts.construction_licence,
        Circumstance.ELECTRICAL_REGISTRATION: facts.keeps_electrical_ledger,
        Circumstance.INVOICE_ISSUER: bool(facts.invoice_registration),
        Circumstance.BOOKS_HERE: facts.books_here,
    }
    return frozenset(circumstance for circumstance, there in told.items() if there)


def counts_otherwise(one: OfficeFacts, other: OfficeFacts) -> bool:
    """Whether retention is judged differently by the one facts and by the other."""

    def told(facts: OfficeFacts) -> object:
        year = facts.legal_form, facts.fiscal_year_end_month, facts.loss_years, facts.return_extension
        return year, office_circumstances(facts)

    return told(one) != told(other)


def is_ordered(job: JobFacts) -> bool:
    """Whether a tax law binds the job's papers: ordered and not cancelled, or invoiced anyway."""
    return job.state not in _NOT_ORDERED or any(event.kind is EventKind.INVOICE for event in job.events)


def is_documented(job: JobFacts) -> bool:
    """Whether there are papers of a deal, ordered or not: an estimate that was issued, or a contract."""
    return is_ordered(job) or any(event.kind in _DOCUMENTS for event in job.events)


class Judge:
    """The rules that bind one office, ready to judge its customers."""

    def __init__(self, rules: Iterable[RetentionRule], facts: OfficeFacts) -> None:
        self._facts = facts
        self._office = office_circumstances(facts)
        self._rules = [rule for rule in rules if not rule.legal_forms or facts.legal_form in rule.legal_forms]
        self._chosen: dict[tuple[bool, bool, bool, frozenset[Circumstance]], tuple[RetentionRule, ...]] = {}

    def judge(self, person: CustomerFacts, today: date) -> RetentionVerdict:
        """What the rules say about a customer on a day. Due only after the end of every reason.

        A job, or a customer without jobs, that no rule binds cannot be judged, and neither can one whose rule
        starts from an event that is not recorded; one such reason keeps the whole customer. While work is
        ordered and not done or not paid, its events are not missing yet: the customer is simply kept. A hold
        comes before everything. A customer who asked for erasure is judged by laws alone, and is due where
        none binds.
        """
        if person.erasure_asked_on is not None and person.erasure_asked_on > today:
            person = replace(person, erasure_asked_on=None)
        reasons = [reason for job in person.jobs or (None,) for reason in self._reasons(job, person)]
        reasons += self._of_documents(person, reasons)
        if person.erasure_asked_on is not None:
            reasons.append(_asked(person.erasure_asked_on))
        reasons.sort(key=_order, reverse=True)
        held = [hold.until for hold in person.holds if hold.binds(today)]
        last = _latest([*(reason.keep_until for reason in reasons), *held])
        if held:
            return RetentionVerdict(Standing.ON_HOLD, last, tuple(reasons))
        if last is None:
            waiting = all(reason.in_progress for reason in reasons if reason.keep_until is None)
            standing = Standing.KEPT if waiting else Standing.UNDECIDABLE
            return RetentionVerdict(standing, None, tuple(reasons))
        if today > last:
            return RetentionVerdict(Standing.DUE, last, tuple(reasons), person.held, frozenset())
        goes = person.held.difference(*(reason.keeps for reason in reasons if reason.runs(today)))
        standing = Standing.REDUCIBLE if goes else Standing.KEPT
        return RetentionVerdict(standing, last, tuple(reasons), goes, person.held - goes)

    def _reasons(self, job: JobFacts | None, person: CustomerFacts) -> Iterator[Reason]:
        """One reason for every rule that binds the job, or the customer where there is no job."""
        number = job.number if job else ""
        bound = False
        for rule in self._bound(job, person):
            days, missing = _start_days(rule, job, person.last_contact)
            cancelled = _cancelled(missing, job, person)
            if cancelled:
                days, missing = cancelled, None
            if not days and rule.binds is Binding.RECORDED:
                continue
            bound = True
            keep_until, started_on, years = max(
                ((*self._period(rule, day), self._years(rule, day)) for day in days), default=(None, None, 0)
            )
            yield Reason(
                rule=rule.code,
                title=rule.title,
                law=rule.law,
                started_on=started_on,
                keep_until=keep_until,
                keeps=rule.keeps,
                missing=missing,
                job_number=number,
                in_progress=missing is not None and job is not None and _awaited(missing, job.state),
                start=rule.start,
                years=years,
                months=rule.months,
                of_cancellation=bool(cancelled),
            )
        if not bound and person.erasure_asked_on is None:
            yield Reason("", _UNCOVERED, "", None, None, job_number=number)

    def _of_documents(self, person: CustomerFacts, known: Sequence[Reason]) -> list[Reason]:
        """Reasons of the rules about books and papers that no job gives: documents are kept for their own.

        An invoice that was made void, a payment that was taken back and one that belongs to no job are among
        the books as well (法人税法施行規則 59条, 消費税法 57条の4第6項). A job whose own day is not known
        yet says nothing of them: both are told.
        """
        found = []
        for rule in self._rules:
            days = [
                date.fromisoformat(one.on)
                for one in person.documents
                if one.kind is rule.events[0] or one.kind in rule.also
            ]
            asked = person.erasure_asked_on is not None and not rule.by_law
            if not days or asked or rule.events[0] is not EventKind.INVOICE or not rule.needs <= self._office:
                continue
            keep_until, started_on, years = max(
                (*self._period(rule, day), self._years(rule, day)) for day in days
            )
            if not any(
                one.rule == rule.code and one.keep_until is not None and one.keep_until >= keep_until
                for one in known
            ):
                found.append(
                    Reason(
                        rule=rule.code,
                        title=rule.title,
                        law=rule.law,
                        started_on=started_on,
                        keep_until=keep_until,
                        keeps=rule.keeps,
                        start=rule.start,
                        years=years,
                        months=rule.months,
                        of_documents=True,
                    )
                )
        return found

    def _bound(self, job: JobFacts | None, person: CustomerFacts) -> tuple[RetentionRule, ...]:
        """The rules whose circumstances are all there; tens of thousands of jobs share theirs."""
        ordered, documented = (is_ordered(job), is_documented(job)) if job else (False, False)
        there = self._office | (job.circumstances if job else frozenset())
        if person.pays_by_details:
            there |= {Circumstance.PAYMENT_DETAILS}
        asked = person.erasure_asked_on is not None
        kind = (ordered, documented, asked, there)
        if kind not in self._chosen:
            bindings = {Binding.RECORDED, Binding.ORDERED if ordered else Binding.NOT_ORDERED}
            if documented:
                bindings.add(Binding.DOCUMENTED)
            self._chosen[kind] = tuple(
                rule
                for rule in self._rules
                if rule.binds in bindings and rule.needs <= there and (rule.by_law or not asked)
            )
        return self._chosen[kind]

    def _period(self, rule: RetentionRule, day: date) -> tuple[date, date]:
        """The last and the first day of a rule's period for what was issued on a day."""
        first = self._first_day(rule, day)
        return period_end(first, self._years(rule, day), rule.months), first

    def _first_day(self, rule: RetentionRule, day: date) -> date:
        match rule.start:
            case Start.EVENT:
                origin = day
            case Start.RETURN_DEADLINE:
                origin = return_deadline(self._facts, day)
            case Start.TAX_PERIOD:
                origin = months_after_year(self._facts, day, 2)
            case Start.CLOSING:
                origin = fiscal_year_end(self._facts, day)
        return origin + ONE_DAY

    def _years(self, rule: RetentionRule, day: date) -> int:
        if not rule.loss_years:
            return rule.years
        closed_with_loss = fiscal_year_end(self._facts, day).year in self._facts.loss_years
        return max(rule.loss_years, rule.years) if closed_with_loss else rule.years


def _asked(on: date) -> Reason:
    """A reason that ended before the request was made and keeps nothing: the request itself."""
    return Reason(
        ERASURE_REQUEST, ERASURE_REQUEST_TITLE, ERASURE_REQUEST_LAW, None, on - ONE_DAY, keeps=frozenset()
    )


def _order(reason: Reason) -> tuple[date, bool]:
    """Latest end first, and what cannot be told before it; what needs no mending comes last."""
    return reason.keep_until or date.max, not reason.in_progress


def _latest(ends: Sequence[date | None]) -> date | None:
    """The latest end; None if any of them is open."""
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _start_days(
    rule: RetentionRule, job: JobFacts | None, last_contact: date | None
) -> tuple[tuple[date, ...], EventKind | None]:
    """The days from which a rule's periods count, or none and the event that is missing.

    These are the days of the first kind of event that is recorded, and of each further one that belongs to
    it. Without an order the further ones are enough.
    """
    also = tuple(day for kind in rule.also for day in job.days(kind)) if job else ()
    found: tuple[date, ...] = next(
        filter(None, (_days_of(kind, job, last_contact) for kind in rule.events)), ()
    )
    enough = rule.binds is Binding.DOCUMENTED and also and job is not None and not is_ordered(job)
    if found or enough:
        return (*found, *also), None
    return (), rule.events[0]


def _cancelled(missing: EventKind | None, job: JobFacts | None, person: CustomerFacts) -> tuple[date, ...]:
    """The days from which a period counts in place of an event that a cancelled job never comes to.

    The laws name only the event itself; what ended without it ended on the day of its cancellation. Payments
    may come and go back afterwards, so the last of them counts as well.
    """
    if missing not in _ENDS_WITH_CANCELLATION or job is None or job.cancelled_on is None:
        return ()
    paid = (one.on for one in person.documents if one.kind is missing)
    return job.cancelled_on, *map(date.fromisoformat, paid)


def _days_of(kind: EventKind, job: JobFacts | None, last_contact: date | None) -> tuple[date, ...]:
    """The days of an event; any contact with the customer counts as contact about each job."""
    days = job.days(kind) if job else ()
    return (*days, last_contact) if kind is EventKind.CONTACT and last_contact else days


def _awaited(missing: EventKind, state: JobState) -> bool:
    """Whether it is too early for the event: the work is not done, or the invoice not paid."""
    return state in (_NOT_PAID_YET if missing is EventKind.SETTLEMENT else _NOT_DONE_YET)
