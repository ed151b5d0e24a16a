"""The record of backup drills."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.backups.drills import Drill, DrillRow
from hvacdesk.domain.clock import stamp
from hvacdesk.store import records
from hvacdesk.store.models import BackupDrill
from hvacdesk.store.staff.staff import account_names


def everything(session: Session) -> tuple[DrillRow, ...]:
    """Every drill, the newest first."""
    names = account_names(session)
    order = (BackupDrill.on.desc(), BackupDrill.id.desc())
    rows = session.scalars(select(BackupDrill).order_by(*order))
    return tuple(DrillRow(row.record_id, _drill(row), names.get(row.recorded_by, "")) for row in rows)


def newest(session: Session) -> Drill | None:
    """The last drill that was held."""
    query = select(BackupDrill).order_by(BackupDrill.on.desc(), BackupDrill.id.desc()).limit(1)
    row = session.scalars(query).one_or_none()
    return _drill(row) if row is not None else None


def add(session: Session, drill: Drill, by: str, at: datetime) -> str:
    """Write a drill down; returns its record id."""
    row = BackupDrill(**records.columns_of(drill), recorded_by=by, recorded_at=stamp(at))
    session.add(row)
    session.flush()
    return row.record_id


def _drill(row: BackupDrill) -> Drill:
    return records.record_of(Drill, row)
