"""What follows for an invoice and its jobs once everything is paid, or no longer is.

Payments, credit notes and whatever else changes what is open call this in their own transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.invoices import STANDING, WHOLE_WORK, InvoiceKind, InvoiceState
from hvacdesk.domain.billing.outside_matching import state_by
from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.services.billing.invoice_drafting import done_on
from hvacdesk.services.jobs.job_events import move_job, record_event, strike_event
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import billed_elsewhere, payments
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store

if TYPE_CHECKING:
    from hvacdesk.store.models import Invoice, Job


def note_open(
    workplace: Workplace, session: Session, actor: Actor, row: Invoice, open_yen: int, on: str
) -> None:
    """Note what of an invoice is still to be paid, and settle or reopen it and its jobs by that.

    Args:
        on: ISO day of the payment or credit that settled it.
    """
    store.note_open(row, open_yen)
    if row.state not in STANDING:
        return
    if not open_yen and row.state != InvoiceState.SETTLED:
        set_state(workplace, session, actor, row, InvoiceState.SETTLED)
    elif open_yen and row.state == InvoiceState.SETTLED:
        before = InvoiceState.SENT if row.sent_on else InvoiceState.ISSUED
        set_state(workplace, session, actor, row, before)
    for job in store.jobs_of(session, row):
        follow(workplace, session, actor, job, on)


def set_state(
    workplace: Workplace, session: Session, actor: Actor, row: Invoice, state: InvoiceState
) -> None:
    """Bring an invoice to a state, and log that."""
    store.move(row, state)
    workplace.record(
        session,
        actor,
        Action.INVOICE_STATE_CHANGED,
        f"invoice:{row.record_id}",
        number=row.number,
        invoice_state=row.state,
    )


def note_document(workplace: Workplace, session: Session, actor: Actor, job: Job, event: JobEvent) -> None:
    """Record an event of a document, unless it is there with this number already."""
    if any((one.kind, one.number) == (event.kind, event.number) for one in job_store.events(job)):
        return
    record_event(workplace, session, actor, job, event)


def strike_events(
    workplace: Workplace, session: Session, actor: Actor, job: Job, kind: EventKind, number: str
) -> None:
    """Take out of a job's list the events of a document that no longer stands."""
    for event in job_store.events(job):
        if (event.kind, event.number) == (kind, number):
            strike_event(workplace, session, actor, job, event, EventStrikeReason.NOT_SO)


def ask_no_more(workplace: Workplace, session: Session, actor: Actor, job: Job) -> None:
    """Bring a job that no own invoice asks for as a whole any more back to what it is without one.

    That is done and to bill, unless it was billed elsewhere.
    """
    if job.state in {JobState.INVOICED, JobState.PAID}:
        _follow_elsewhere(workplace, session, actor, job, JobState.DONE)


def follow_taken(
    workplace: Workplace, session: Session, actor: Actor, job: Job, noted: Iterable[JobEvent]
) -> None:
    """Let a job follow what was just noted of another program's invoices."""
    if store.whole_of(session, job) is not None:
        follow(workplace, session, actor, job)
    else:
        _follow_elsewhere(workplace, session, actor, job, job.state, noted)


def _follow_elsewhere(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    job: Job,
    state: JobState,
    noted: Iterable[JobEvent] = (),
) -> None:
    """Bring a job that no own invoice asks for as a whole to what the others tell of one in this state."""
    state = state_by(billed_elsewhere.money_events(session, job), state, noted)
    if state is JobState.PAID and any(row.open_yen for row in _standing(session, job)):
        state = JobState.INVOICED
    if state is not job.state:
        move_job(workplace, session, actor, job, state)


def follow(workplace: Workplace, session: Session, actor: Actor, job: Job, on: str = "") -> None:
    """Settle a job of which everything is paid, and take that back once something no longer is.

    This alone decides that a job with an own invoice is paid in full: each own invoice of it is, and each
    that is noted from elsewhere. A job of which all was credited again is to bill once more, whether it had
    been paid or not.

    Args:
        on: ISO day of the own payment or credit that may have settled it, unless another came later; empty
            where something from elsewhere did.
    """
    standing = _standing(session, job)
    whole = store.whole_of(session, job)
    for row in standing:
        if row.kind in WHOLE_WORK and row is not whole:
            strike_events(workplace, session, actor, job, EventKind.SETTLEMENT, row.number)
    if whole is None:
        _follow_parts(workplace, session, actor, job, standing)
        return
    number, settled = whole.number, _settled_by(job, whole.number)
    if _is_paid(session, job, standing):
        day = _settled_on(session, job, standing, on)
        note_document(
            workplace,
            session,
            actor,
            job,
            JobEvent(EventKind.SETTLEMENT, day, number, _asked(session, standing)),
        )
        if job.state is JobState.INVOICED:
            move_job(workplace, session, actor, job, JobState.PAID)
    elif settled:
        strike_events(workplace, session, actor, job, EventKind.SETTLEMENT, number)
        if job.state is JobState.PAID:
            move_job(workplace, session, actor, job, JobState.INVOICED)


def follow_told(workplace: Workplace, session: Session, actor: Actor, job: Job, event: JobEvent) -> None:
    """Let a job follow an event that was noted or struck beside its own invoices, if it tells of money.

    If it tells when the work was done, so does a draft that nobody saved yet.
    """
    if event.kind in {EventKind.COMPLETION, EventKind.HANDOVER}:
        follow_day(session, job)
    if event.kind in {EventKind.INVOICE, EventKind.SETTLEMENT}:
        session.flush()
        follow(workplace, session, actor, job)


def follow_day(session: Session, job: Job) -> None:
    """Let a draft that nobody saved yet name the day on which its job was done by now."""
    session.flush()
    if on := done_on(session, job):
        store.follow_day(session, job, on)


def follow_struck(workplace: Workplace, session: Session, actor: Actor, job: Job, event: JobEvent) -> None:
    """Let a job follow an event that was struck, also back to what it is without it.

    Where a payment is left of which no invoice is noted, the job stays paid; a step that a person made ahead
    of any payment stays, too.
    """
    follow_told(workplace, session, actor, job, event)
    reached = {EventKind.INVOICE: {JobState.INVOICED, JobState.PAID}, EventKind.SETTLEMENT: {JobState.PAID}}
    if job.state not in reached.get(event.kind, ()) or store.whole_of(session, job) is not None:
        return
    kinds = {one.kind for one in billed_elsewhere.money_events(session, job)}
    if job.state is not JobState.PAID or kinds != {EventKind.SETTLEMENT}:
        ask_no_more(workplace, session, actor, job)


def _standing(session: Session, job: Job) -> list[Invoice]:
    """The own invoices that ask for something of a job, or did until it was paid."""
    return [
        row
        for row in store.of_jobs(session, (job,))
        if row.state in STANDING and row.kind is not InvoiceKind.CREDIT
    ]


def _follow_parts(
    workplace: Workplace, session: Session, actor: Actor, job: Job, standing: Sequence[Invoice]
) -> None:
    """Follow what is open of a job that no own invoice asks for as a whole."""
    if any(row.kind in WHOLE_WORK for row in standing):
        ask_no_more(workplace, session, actor, job)
    elif standing and billed_elsewhere.invoices(session, job):
        paid = _is_paid(session, job, standing)
        if paid and job.state is JobState.INVOICED:
            move_job(workplace, session, actor, job, JobState.PAID)
        elif job.state is JobState.PAID and any(row.open_yen for row in standing):
            move_job(workplace, session, actor, job, JobState.INVOICED)


def _is_paid(session: Session, job: Job, standing: Sequence[Invoice]) -> bool:
    """Whether nothing is open of a job, of its own invoices and of those that are noted from elsewhere."""
    elsewhere = state_by(billed_elsewhere.money_events(session, job), JobState.DONE)
    return elsewhere is not JobState.INVOICED and not any(row.open_yen for row in standing)


def _settled_on(session: Session, job: Job, standing: Sequence[Invoice], on: str) -> str:
    """The ISO day on which the last of a job's money came, as far as days are known."""
    elsewhere = billed_elsewhere.money_events(session, job)
    days = [one.on for one in elsewhere if one.kind is EventKind.SETTLEMENT]
    credited = [credit.issued_on for row in standing for credit in store.credits_of(session, row.number)]
    own = (on, payments.last_allotted(session, standing), *credited)
    return max(*own, *days) or max(row.issued_on for row in standing)


def _asked(session: Session, standing: Sequence[Invoice]) -> int | None:
    """What the invoices of one job asked for in all; None where one of them is for others, too."""
    if any(len(row.jobs) > 1 for row in standing):
        return None
    return sum(yen for row in standing for _, yen in store.left(session, row))


def _settled_by(job: Job, number: str) -> bool:
    return any((one.kind, one.number) == (EventKind.SETTLEMENT, number) for one in job_store.events(job))
