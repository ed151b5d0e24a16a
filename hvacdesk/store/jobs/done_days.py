"""On which day the work of a job was done: the one place that says so."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.store.models import Job, JobEventRow, JobResult


def done_on() -> ColumnElement[str]:
    """The ISO day of a job in billing, in a query of jobs: a sale is made on the day of handover 引渡し.

    That is the last handover that was recorded, else the day that its results tell, else its last completion,
    else the day for which it was planned; may be empty. Whether it is done at all its state says.
    """
    worked = select(func.nullif(JobResult.worked_on, "")).where(JobResult.job_id == Job.id).scalar_subquery()
    return func.coalesce(_last(EventKind.HANDOVER), worked, _last(EventKind.COMPLETION), Job.on)


def done_day(session: Session, job: Job) -> str:
    """:func:`done_on` of one job."""
    return session.scalar(select(done_on()).where(Job.id == job.id)) or ""


def _last(kind: EventKind) -> ColumnElement[str]:
    events = select(func.max(JobEventRow.on))
    return events.where(JobEventRow.job_id == Job.id, JobEventRow.kind == kind).scalar_subquery()
