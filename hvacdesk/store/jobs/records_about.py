"""What was recorded about a job besides its booking, in any table: one added later is found by itself."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, ColumnElement, Table, exists, select
from sqlalchemy.orm import Session

from hvacdesk.domain.papers.register import PaperState
from hvacdesk.store.base import Base
from hvacdesk.store.models import (
    Handover,
    Job,
    JobItem,
    JobStaff,
    JobStateChange,
    JobUnitLink,
    Paper,
    ReminderSeen,
    WorkOrder,
)

BOOKED = frozenset(
    model.__tablename__ for model in (JobItem, JobStaff, JobStateChange, JobUnitLink, WorkOrder)
)
"""Tables of the booking itself, and its work orders: of those the register says which copies there are."""

_NEVER_OUT = (PaperState.PRINTING.value, PaperState.STRUCK.value)


def references() -> Iterator[tuple[Table, Column[object]]]:
    """Every column that names a job, by its key or its record id, but for those of its booking."""
    jobs = Base.metadata.tables[Job.__tablename__]
    for table in Base.metadata.sorted_tables:
        if table.name not in BOOKED:
            for column in table.columns:
                by_key = any(key.column.table is jobs for key in column.foreign_keys)
                if by_key or column.name == "job" or column is ReminderSeen.__table__.c.subject:
                    yield table, column


def recorded(session: Session, row: Job) -> frozenset[str]:
    """The tables in which something is recorded about a job.

    A paper that never left a printer is nothing, and a copy's own hand-over becomes what the copy becomes.
    """
    found = {table.name: exists().where(_about(table, column, row)) for table, column in references()}
    one = session.execute(select(*(condition.label(name) for name, condition in found.items()))).one()
    return frozenset(name for name, is_there in zip(found, one, strict=True) if is_there)


def paper_in_preview(session: Session, row: Job) -> bool:
    """Whether a paper about a job, other than a copy of its work order, waits to be printed."""
    query = select(Paper.id).where(Paper.job_id == row.id, Paper.state == PaperState.PRINTING)
    return session.scalar(query.limit(1)) is not None


def _about(table: Table, column: Column[object], row: Job) -> ColumnElement[bool]:
    about = column == (row.id if column.foreign_keys else row.record_id)
    if table is Paper.__table__:
        return about & table.c.state.not_in(_NEVER_OUT)
    return about & (table.c.copy == "") if table is Handover.__table__ else about
