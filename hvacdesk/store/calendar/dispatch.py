"""What the calendar reads besides the jobs of its days: jobs without a day, partner firms, absences."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain.calendar.dispatch import AbsenceRecord
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.store import records
from hvacdesk.store.models import Absence as AbsenceRow
from hvacdesk.store.models import Account, Job, JobStaff

MOST_UNDATED = 100
"""So many jobs that wait for a day are shown, the oldest first."""

_WAITING = (JobState.RECEIVED.value, JobState.ESTIMATED.value, JobState.ARRANGED.value)


def undated(session: Session, staff: str | None) -> tuple[Job, ...]:
    """Jobs that wait for a day; with ``staff``, only those of that account."""
    query = select(Job).where(Job.on == "", Job.state.in_(_WAITING)).order_by(Job.id).limit(MOST_UNDATED)
    if staff is not None:
        query = query.where(Job.id.in_(select(JobStaff.job_id).where(JobStaff.account == staff)))
    return tuple(session.scalars(query.options(selectinload(Job.staff), selectinload(Job.site))))


def firms_since(session: Session, day: str) -> tuple[str, ...]:
    """The partner firms of jobs since a day, by name."""
    firm = Job.partner_firm.concat("")  # as an expression, or every job would be walked to have them by name
    return tuple(sorted(session.scalars(select(firm).where(Job.on >= day, firm != "").distinct())))


def absences(session: Session, first: str, last: str) -> tuple[AbsenceRecord, ...]:
    """The absences that touch the days from ``first`` to ``last``, by their first day."""
    names = {row.record_id: row.name for row in session.execute(select(Account.record_id, Account.name))}
    query = (
        select(AbsenceRow)
        .where(AbsenceRow.first_on <= last, AbsenceRow.last_on >= first)
        .order_by(AbsenceRow.first_on, AbsenceRow.id)
    )
    return tuple(
        records.record_of(
            AbsenceRecord,
            row,
            absence=row.record_id,
            name=names.get(row.account, ""),
        )
        for row in session.scalars(query)
    )


def add_absence(session: Session, absence: AbsenceRecord) -> str:
    """Store an absence and return its record id."""
    row = AbsenceRow(**records.columns_of(absence, "absence", "name"))
    session.add(row)
    session.flush()
    return row.record_id


def drop_absence(session: Session, record_id: str) -> str:
    """Delete an absence and return the account it was for. Raises :class:`RecordGone`."""
    row = records.get(session, AbsenceRow, record_id)
    session.delete(row)
    return row.account
