"""What a job's events tell of invoices that this program did not make: of other programs, or of paper."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Table, exists, select
from sqlalchemy.orm import Session

from hvacdesk.domain.jobs.jobs import EventKind, JobEvent
from hvacdesk.store.base import Base
from hvacdesk.store.billing.invoices import has_number
from hvacdesk.store.chunks import among
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.models import Invoice, Job, JobEventRow

_INVOICES: Table = Base.metadata.tables[Invoice.__tablename__]


def money_events(session: Session, job: Job) -> tuple[JobEvent, ...]:
    """The invoices and settlements noted at a job that no invoice of this program tells of."""
    told = {EventKind.INVOICE, EventKind.SETTLEMENT}
    events = [one for one in job_store.events(job) if one.kind in told]
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
