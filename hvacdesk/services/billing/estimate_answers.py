"""What a customer's answer to an estimate changes, and how it is taken back, within a transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.estimates import (
    ANSWERED,
    CLOSED_AS,
    AcceptedAndBilled,
    AcceptedAndBilledElsewhere,
    AcceptedAndDrafted,
    AcceptedOnPaper,
    AnswerEffects,
    AnswerTakenBack,
    EstimateAnswer,
    EstimateOfCancelledJob,
    EstimateRow,
    EstimateState,
    NotAnswered,
    NotCollectedOnSite,
    state_again,
)
from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.customers.customers import PAID_ON_SITE
from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent, expected_amount
from hvacdesk.domain.jobs.job_rules import check_event
from hvacdesk.domain.jobs.jobs import UNDER_WAY, JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.services.jobs.job_events import move_job, note_event, record_event, strike_event
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import billed_elsewhere
from hvacdesk.store.billing import estimates as store
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import visit_contracts

if TYPE_CHECKING:
    from hvacdesk.store.models import Estimate, Job

_BEFORE_ORDER = frozenset({JobState.RECEIVED, JobState.ESTIMATED})


def accepted_of(session: Session, job: Job) -> Estimate | None:
    """The newest estimate of a job that the customer accepted, or None."""
    rows = store.of_job(session, job)
    return next((row for row in rows if row.state == EstimateState.ACCEPTED), None)


def not_estimated(session: Session, jobs: Sequence[Job]) -> tuple[str, ...]:
    """The record ids of those of some jobs of which the customer accepted no estimate."""
    return tuple(job.record_id for job in jobs if accepted_of(session, job) is None)


def agreed_of(job: Job) -> int | None:
    """What was agreed on for a job of which no estimate says what it costs, in yen with the tax."""
    return expected_amount(EventKind.INVOICE, job_store.events(job), job.amount_to_collect)


def agreed_together(session: Session, jobs: Sequence[Job]) -> int | None:
    """What was agreed on for some jobs in all; None where an estimate says it, or it is not noted of each."""
    sums = [agreed_of(job) for job in jobs if accepted_of(session, job) is None]
    known = [one for one in sums if one]
    return sum(known) if jobs and len(known) == len(jobs) else None


def cancels(job: Job, said: EstimateAnswer) -> bool:
    """Whether an answer ends the job as well."""
    return not said.accepted and said.cancel_job and job.state in UNDER_WAY


def answer(workplace: Workplace, session: Session, actor: Actor, row: Estimate, said: EstimateAnswer) -> None:
    """Note what the customer said of an issued estimate, with what follows, so that it can be taken back.

    Raises:
        EstimateOfCancelledJob: it is accepted for work that was called off.
        InvalidInput: the contract's day cannot be right.
        NotCollectedOnSite: a sum is to be collected of a customer who pays otherwise.
    """
    job = job_store.by_key(session, row.job_id)
    if said.accepted and job.state is JobState.CANCELLED:
        raise EstimateOfCancelledJob(number=job.number)
    ends = cancels(job, said)
    _move(workplace, session, actor, row, EstimateState.ACCEPTED if said.accepted else EstimateState.DECLINED)
    effects = AnswerEffects()
    if said.accepted or ends:
        effects = replace(effects, closed=_close_others(workplace, session, actor, row, job))
    if said.accepted:
        effects = _accepted(workplace, session, actor, row, job, said, effects)
    after = _job_after(job, said, cancels=ends)
    if after is not None:
        effects = replace(effects, job_before=job.state, job_after=after)
        move_job(workplace, session, actor, job, after)
    store.keep_effects(row, effects)


def _job_after(job: Job, said: EstimateAnswer, *, cancels: bool) -> JobState | None:
    """The state to which the answer moves the job; None for none."""
    if cancels:
        return JobState.CANCELLED
    return JobState.ARRANGED if said.accepted and job.state in _BEFORE_ORDER else None


def _close_others(
    workplace: Workplace, session: Session, actor: Actor, row: Estimate, job: Job
) -> tuple[tuple[str, EstimateState], ...]:
    """Close the variants beside one that was answered, and say which they were: never had, it is replaced.

    So is what was accepted before, when a later issue is accepted: the job has one agreed sum.
    """
    beside = [one for one in store.variants(session, row) if one.state is not EstimateState.ACCEPTED]
    if row.state is EstimateState.ACCEPTED:
        beside += [one for one in store.of_job(session, job) if one.state is EstimateState.ACCEPTED]
    closed = []
    for one in beside:
        if one is not row and one.state in CLOSED_AS:
            closed.append((one.record_id, one.state))
            _move(workplace, session, actor, one, CLOSED_AS[one.state])
    return tuple(closed)


def _accepted(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    row: Estimate,
    job: Job,
    said: EstimateAnswer,
    effects: AnswerEffects,
) -> AnswerEffects:
    """Record the contract and the sum to collect, as they were asked for."""
    told = store.row_of(row)
    if said.collect and customer_store.by_key(session, job.customer_id).payment_method not in PAID_ON_SITE:
        raise NotCollectedOnSite("collect_sum")
    if said.contract_on:
        number = said.contract_number or row.number
        event = JobEvent(EventKind.CONTRACT, said.contract_on, number, told.sums.gross)
        event = check_event(event, workplace.today())
        # A later contract of the same day is recorded beside the first one, and its sum counts.
        if event not in job_store.events(job):
            record_event(workplace, session, actor, job, event)
            effects = replace(effects, contract_on=event.on)
    if said.collect:
        effects = replace(effects, collects=True, collect_before=job.amount_to_collect)
        _note_collect(workplace, session, actor, job, told.to_collect)
    return effects


def what_follows(session: Session, row: Estimate) -> AnswerTakenBack:
    """What taking back the answer to an estimate would change by now; nothing is written.

    Raises:
        NotAnswered: the customer did not answer this very one, or a later one was accepted in its place.
        AcceptedAndBilled, AcceptedAndDrafted, AcceptedAndBilledElsewhere, AcceptedOnPaper: something was
            built on it.
    """
    effects = store.effects_of(row)
    if effects is None or row.state not in ANSWERED:
        raise NotAnswered
    job = job_store.by_key(session, row.job_id)
    if row.state is EstimateState.ACCEPTED:
        _require_nothing_built(session, row, job)
    told = store.row_of(row)
    return AnswerTakenBack(
        estimates=tuple((one.number, state) for one, state in _states_again(session, row, job, effects)),
        contracts=tuple(event.on for event in _contracts(row, job, effects)),
        collects=effects.collects and job.amount_to_collect in _collected(told),
        collect=effects.collect_before,
        job_state=effects.job_before if job.state is effects.job_after else None,
    )


def _collected(told: EstimateRow) -> tuple[int, int]:
    """What an acceptance set the sum to collect to; with a deposit it once was the whole."""
    return told.to_collect, told.sums.gross


def take_back(workplace: Workplace, session: Session, actor: Actor, row: Estimate) -> None:
    """Take back the answer to an estimate, with what it changed and nobody has changed since.

    Raises as :func:`what_follows`.
    """
    follows, job = what_follows(session, row), job_store.by_key(session, row.job_id)
    effects = store.effects_of(row) or AnswerEffects()
    for event in _contracts(row, job, effects):
        strike_event(workplace, session, actor, job, event, EventStrikeReason.NOT_SO)
    for one, state in _states_again(session, row, job, effects):
        _move(workplace, session, actor, one, state, Action.ESTIMATE_ANSWER_TAKEN_BACK)
    store.keep_effects(row, None)
    if follows.collects:
        _note_collect(workplace, session, actor, job, follows.collect)
    if follows.job_state is not None:
        move_job(workplace, session, actor, job, follows.job_state)
    _keep_visit(workplace, session, actor, job)


def _require_nothing_built(session: Session, row: Estimate, job: Job) -> None:
    """Refuse while an invoice asks for what was agreed on, or a paper in the customer's hands names it."""
    standing = invoice_store.standing_of(session, job)
    numbers = [one.number for one in (standing.whole, *standing.in_advance) if one is not None]
    if numbers:
        raise AcceptedAndBilled(number=job.number, invoice=", ".join(numbers))
    if any(one.state is InvoiceState.DRAFT for one in invoice_store.of_jobs(session, (job,))):
        raise AcceptedAndDrafted(number=job.number)
    if elsewhere := billed_elsewhere.invoices(session, job):
        raise AcceptedAndBilledElsewhere(number=job.number, invoice=", ".join(elsewhere))
    if paper := visit_contracts.paper_with(session, job, row.number):
        raise AcceptedOnPaper(paper=paper)


def _states_again(
    session: Session, row: Estimate, job: Job, effects: AnswerEffects
) -> Iterator[tuple[Estimate, EstimateState]]:
    """The estimate, and those that its answer closed and nobody changed since, with their next states."""
    known = {one.record_id: one for one in store.of_job(session, job)}
    later = [one for one in known.values() if one.issue > row.issue]
    later_issued = any(one.issued_on for one in later)
    for record_id, before in ((row.record_id, EstimateState.ISSUED), *effects.closed):
        one = known.get(record_id)
        if one is not None and (one is row or one.state is CLOSED_AS[before]):
            yield one, state_again(before, later=bool(later), later_issued=later_issued)


def _contracts(row: Estimate, job: Job, effects: AnswerEffects) -> tuple[JobEvent, ...]:
    """The contracts of an accepted estimate: they name its number, or are those that its answer recorded."""
    gross = store.row_of(row).sums.gross
    return tuple(
        event
        for event in job_store.events(job)
        if row.state is EstimateState.ACCEPTED
        and (event.kind, event.amount) == (EventKind.CONTRACT, gross)
        and (event.number == row.number or event.on == effects.contract_on)
    )


def _keep_visit(workplace: Workplace, session: Session, actor: Actor, job: Job) -> None:
    """Record the day of a contract on a visit, where the struck contract was the one that told of it."""
    visit = visit_contracts.of_job(session, job)
    if visit is not None and all(one.kind is not EventKind.CONTRACT for one in job_store.events(job)):
        note_event(workplace, session, actor, job, JobEvent(EventKind.CONTRACT, visit.contract_on))


def _note_collect(workplace: Workplace, session: Session, actor: Actor, job: Job, yen: int | None) -> None:
    job_store.note_amount(job, yen)
    fields = ["amount_to_collect"]
    workplace.record(session, actor, Action.JOB_CHANGED, f"job:{job.record_id}", fields=fields)


def _move(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    row: Estimate,
    state: EstimateState,
    action: Action = Action.ESTIMATE_ANSWERED,
) -> None:
    store.move(row, state)
    log(workplace, session, actor, action, row)


def log(workplace: Workplace, session: Session, actor: Actor, action: Action, row: Estimate) -> None:
    """Log what was done with an estimate."""
    workplace.record(
        session,
        actor,
        action,
        f"estimate:{row.record_id}",
        estimate=row.number,
        estimate_state=row.state,
    )
