"""The register of violations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.errors import ChangedMeanwhile, RecordGone
from hvacdesk.domain.staff.violations import Consequence, ViolationRecord, ViolationRow
from hvacdesk.store import counters, records
from hvacdesk.store.models import Violation
from hvacdesk.store.staff.staff import account_names


def everything(session: Session) -> tuple[ViolationRow, ...]:
    """Every violation, the open ones first, then the latest."""
    names = account_names(session)
    order = (Violation.closed_on != "", Violation.happened_on.desc(), Violation.id.desc())
    return tuple(_row(row, names) for row in session.scalars(select(Violation).order_by(*order)))


def add(session: Session, record: ViolationRecord, by: str, today: date) -> Violation:
    """Write a violation down under the next number."""
    row = Violation(
        number=f"V-{counters.take(session, 'violation'):04}",
        recorded_by=by,
        recorded_on=today.isoformat(),
        **_columns(record),
    )
    session.add(row)
    session.flush()
    return row


def change(session: Session, violation: str, version: int, record: ViolationRecord) -> tuple[str, ...]:
    """Write other facts of an open violation; returns the names of the columns that differ."""
    row = _open(session, violation, version)
    changed = records.write(row, _columns(record))
    row.version += 1
    return changed


def close(session: Session, violation: str, version: int, by: str, today: date) -> Consequence:
    """Close an open violation, which cannot be changed afterwards; returns what followed."""
    row = _open(session, violation, version)
    row.closed_by, row.closed_on = by, today.isoformat()
    row.version += 1
    return row.consequence


def _open(session: Session, violation: str, version: int) -> Violation:
    row = records.get(session, Violation, violation)
    if row.closed_on:
        raise RecordGone
    if row.version != version:
        raise ChangedMeanwhile
    return row


def _columns(record: ViolationRecord) -> dict[str, str]:
    return records.columns_of(record, "on", happened_on=record.on)


def _row(row: Violation, names: Mapping[str, str]) -> ViolationRow:
    return ViolationRow(
        violation=row.record_id,
        number=row.number,
        record=records.record_of(ViolationRecord, row, on=row.happened_on),
        name=names.get(row.account, ""),
        recorded_by=names.get(row.recorded_by, ""),
        recorded_on=row.recorded_on,
        version=row.version,
        closed_on=row.closed_on,
        closed_by=names.get(row.closed_by, ""),
    )
