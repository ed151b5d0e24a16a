"""What a job's events tell of invoices that this program did not make: of other programs, or of paper."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import ColumnElement, Table, exists, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.outside_matching import state_by
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.store.base import Base
from hvacdesk.store.billing.invoices import has_number
from hvacdesk.store.chunks import among
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.models import Invoice, Job, JobEventRow

_MONEY = (EventKind.INVOICE, EventKind.SETTLEMENT)
_INVOICES: Table = Base.metadata.tables[Invoice.__tablename__]


def money_events(session: Session, job: Job) -> tuple[JobEvent, ...]:
    """The invoices and settlements noted at a job that no invoice of this program tells of."""
    events = [one for one in job_store.events(job) if one.kind in _MONEY]
    numbers = {one.number for one in events if one.number}
    named = has_number(among(_INVOICES.c.number, numbers))
    own = set(session.scalars(select(Invoice.number).where(named)))
    return tuple(one for one in events if one.number not in own)


def invoices(session: Session, job: Job) -> tuple[str, ...]:
    """The numbers of a job's invoices from elsewhere, each once; of one without a number its ISO day."""
    events = money_events(session, job)
    names = (one.number or one.on for one in events if one.kind is EventKind.INVOICE)
    return tuple(dict.fromkeys(names))


def billed() -> ColumnElement[bool]:
    """Whether an invoice is noted at a job that this program did not make."""
    own = exists(select(Invoice.id).where(has_number(Invoice.number == JobEventRow.number)))
    return exists(
        select(JobEventRow.id).where(
            JobEventRow.job_id == Job.id, JobEventRow.kind == EventKind.INVOICE, ~own
        )
    )


def open_though_cancelled(session: Session) -> frozenset[int]:
    """Primary keys of the cancelled jobs of which an invoice from elsewhere is not noted as paid.

    Such as one for the way there: any other job is open by its state until a person calls it paid.
    """
    query = (
        select(JobEventRow.job_id, JobEventRow.kind, JobEventRow.on, JobEventRow.number)
        .join(Job, Job.id == JobEventRow.job_id)
        .where(Job.state == JobState.CANCELLED, JobEventRow.kind.in_(_MONEY))
        .where(~exists(select(Invoice.id).where(has_number(Invoice.number == JobEventRow.number))))
    )
    events = defaultdict[int, list[JobEvent]](list)
    for job, kind, on, number in session.execute(query):
        events[job].append(JobEvent(kind, on, number))
    return frozenset(
        job for job, told in events.items() if state_by(told, JobState.DONE) is JobState.INVOICED
    )
