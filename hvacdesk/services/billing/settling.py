"""What follows for an invoice and its jobs once everything is paid, or no longer is.

Payments, credit notes and whatever else changes what is open call this in their own transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.invoices import STANDING, WHOLE_WORK, InvoiceKind, InvoiceState
from hvacdesk.domain.billing.outside_matching import state_by
from hvacdesk.domain.jobs.jobs import EventKind, EventStrikeReason, JobEvent, JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.services.jobs.job_events import move_job, record_event, strike_event
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import billed_elsewhere
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
        _follow(workplace, session, actor, job, on)


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
    """Take the events of a document that no longer stands out of a job's list."""
    for event in job_store.events(job):
        if (event.kind, event.number) == (kind, number):
            strike_event(workplace, session, actor, job, event, EventStrikeReason.NOT_SO)


def ask_no_more(workplace: Workplace, session: Session, actor: Actor, job: Job) -> None:
    """Bring a job that no own invoice asks for as a whole any more back to what it is without one.

    That is done and to bill, unless it was billed elsewhere.
    """
    state = state_by(billed_elsewhere.money_events(session, job), JobState.DONE)
    if job.state in {JobState.INVOICED, JobState.PAID} and state is not job.state:
        move_job(workplace, session, actor, job, state)


def _follow(workplace: Workplace, session: Session, actor: Actor, job: Job, on: str) -> None:
    """Settle a job whose invoices are all paid, and take that back once one no longer is.

    A job of which all was credited again is to bill once more, whether it had been paid or not.
    """
    standing = [
        row
        for row in store.of_jobs(session, (job,))
        if row.state in STANDING and row.kind is not InvoiceKind.CREDIT
    ]
    whole = store.whole_of(session, job)
    for row in standing:
        if row.kind in WHOLE_WORK and row is not whole:
            strike_events(workplace, session, actor, job, EventKind.SETTLEMENT, row.number)
    if whole is None:
        if any(row.kind in WHOLE_WORK for row in standing):
            ask_no_more(workplace, session, actor, job)
        return
    number = whole.number
    if all(not row.open_yen for row in standing):
        event = JobEvent(EventKind.SETTLEMENT, on, number, _asked(session, standing))
        note_document(workplace, session, actor, job, event)
        if job.state is JobState.INVOICED:
            move_job(workplace, session, actor, job, JobState.PAID)
    elif job.state is JobState.PAID and _settled_by(job, number):
        strike_events(workplace, session, actor, job, EventKind.SETTLEMENT, number)
        move_job(workplace, session, actor, job, JobState.INVOICED)


def _asked(session: Session, standing: Sequence[Invoice]) -> int | None:
    """What the invoices of one job asked for in all; None where one of them is for others, too."""
    if any(len(row.jobs) > 1 for row in standing):
        return None
    return sum(yen for row in standing for _, yen in store.left(session, row))


def _settled_by(job: Job, number: str) -> bool:
    return any((one.kind, one.number) == (EventKind.SETTLEMENT, number) for one in job_store.events(job))
