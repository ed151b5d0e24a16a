"""The electrical-work ledger: entries of jobs, and the jobs that still need one."""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain.jobs.electrical import ELECTRICAL_ITEMS, LedgerCheck, LedgerRecord
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.jobs.results import Check
from hvacdesk.store import records
from hvacdesk.store.models import ElectricalEntry, Job, JobEventRow, JobItem

_DONE = (JobState.DONE.value, JobState.INVOICED.value, JobState.PAID.value)


def read(session: Session, job: Job) -> tuple[int, LedgerRecord | None]:
    """The job's entry and its version; version 0 where there is none."""
    row = _row(session, job)
    return (row.version, record_of(row)) if row is not None else (0, None)


def save(session: Session, job: Job, record: LedgerRecord, *, by: str, at: str) -> None:
    """Write the job's entry."""
    row = _row(session, job)
    if row is None:
        row = ElectricalEntry(job_id=job.id, version=0)
        session.add(row)
    checks = {check.value: answer.value for check, answer in record.checks.items()}
    records.write(row, records.columns_of(record, checks=json.dumps(checks, sort_keys=True)))
    row.recorded_by, row.recorded_at = by, at
    row.version += 1


def entries(session: Session, first: str, last: str) -> tuple[tuple[Job, LedgerRecord], ...]:
    """The entries of a period with their jobs, by day."""
    rows = session.execute(
        select(Job, ElectricalEntry)
        .join(ElectricalEntry, ElectricalEntry.job_id == Job.id)
        .where(ElectricalEntry.on >= first, ElectricalEntry.on <= last)
        .order_by(ElectricalEntry.on, Job.number)
        .options(selectinload(Job.staff), selectinload(Job.site))
    )
    return tuple((job, record_of(row)) for job, row in rows)


def waiting(session: Session) -> tuple[Job, ...]:
    """Jobs with electrical work that are done and have no ledger date yet, the latest first.

    An entry dates the job by itself; a date alone means a book on paper.
    """
    electrical = select(JobItem.job_id).where(JobItem.item.in_([item.value for item in ELECTRICAL_ITEMS]))
    entered = select(JobEventRow.job_id).where(JobEventRow.kind == EventKind.LEDGER_ENTRY)
    query = select(Job).where(Job.state.in_(_DONE), Job.id.in_(electrical), Job.id.not_in(entered))
    query = query.order_by(Job.on.desc(), Job.id.desc())
    return tuple(session.scalars(query.options(selectinload(Job.staff), selectinload(Job.site))))


def record_of(row: ElectricalEntry) -> LedgerRecord:
    """The entry as a record."""
    return records.record_of(
        LedgerRecord,
        row,
        checks={LedgerCheck(name): Check(code) for name, code in json.loads(row.checks).items()},
    )


def _row(session: Session, job: Job) -> ElectricalEntry | None:
    query = select(ElectricalEntry).where(ElectricalEntry.job_id == job.id)
    found: ElectricalEntry | None = session.scalars(query).one_or_none()
    return found
