"""The register of storage media."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.media import MediumFacts, MediumRow, Sanitized
from hvacdesk.domain.errors import RecordGone
from hvacdesk.store import counters, records
from hvacdesk.store.models import Medium
from hvacdesk.store.staff.staff import account_names


def everything(session: Session) -> tuple[MediumRow, ...]:
    """Every medium, those in use first, the newest first."""
    names = account_names(session)
    order = (Medium.sanitized_on != "", Medium.id.desc())
    return tuple(_row(row, names) for row in session.scalars(select(Medium).order_by(*order)))


def one(session: Session, record_id: str) -> MediumRow:
    """One medium. Raises :class:`RecordGone`."""
    return _row(records.get(session, Medium, record_id), account_names(session))


def add(session: Session, facts: MediumFacts, by: str, today: date) -> Medium:
    """Register a medium under the next number."""
    row = Medium(
        number=f"M-{counters.take(session, 'medium'):04}",
        registered_by=by,
        registered_on=today.isoformat(),
        **records.columns_of(facts),
    )
    session.add(row)
    session.flush()
    return row


def facts_in_use(session: Session, record_id: str) -> MediumFacts:
    """The facts of a medium in use. Raises :class:`RecordGone`."""
    return records.record_of(MediumFacts, _in_use(session, record_id))


def change(session: Session, record_id: str, facts: MediumFacts) -> tuple[str, ...]:
    """Write other facts of a medium in use; returns the names of the columns that differ."""
    return records.write(_in_use(session, record_id), records.columns_of(facts))


def note_sanitized(session: Session, record_id: str, done: Sanitized, by: str) -> None:
    """Write down what was done with a medium in use."""
    row = _in_use(session, record_id)
    records.write(row, records.columns_of(done, "on", sanitized_on=done.on, sanitized_by=by))


def _in_use(session: Session, record_id: str) -> Medium:
    """A medium of which nothing is written down yet; raises :class:`RecordGone` for any other."""
    row = records.get(session, Medium, record_id)
    if row.sanitized_on:
        raise RecordGone
    return row


def _row(row: Medium, names: dict[str, str]) -> MediumRow:
    return MediumRow(
        medium=row.record_id,
        number=row.number,
        facts=records.record_of(MediumFacts, row),
        registered_on=row.registered_on,
        registered_by=names.get(row.registered_by, ""),
        done=_done(row) if row.sanitized_on else None,
        done_by=names.get(row.sanitized_by, ""),
    )


def _done(row: Medium) -> Sanitized:
    return records.record_of(Sanitized, row, on=row.sanitized_on)
