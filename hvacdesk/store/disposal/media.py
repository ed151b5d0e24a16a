"""The register of storage media."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.media import (
    Destination,
    MediumFacts,
    MediumKind,
    MediumRow,
    Sanitization,
    Sanitized,
    Technique,
    Verification,
)
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
        **_columns(facts),
    )
    session.add(row)
    session.flush()
    return row


def change(session: Session, record_id: str, facts: MediumFacts) -> tuple[str, ...]:
    """Write other facts of a medium in use; returns the names of the columns that differ."""
    return records.write(_in_use(session, record_id), _columns(facts))


def note_sanitized(session: Session, record_id: str, done: Sanitized, by: str) -> None:
    """Write down what was done with a medium in use."""
    row = _in_use(session, record_id)
    columns = {name: str(value) for name, value in asdict(done).items()}
    row.sanitized_on, row.sanitized_by = columns.pop("on"), by
    for name, value in columns.items():
        setattr(row, name, value)


def _in_use(session: Session, record_id: str) -> Medium:
    """A medium of which nothing is written down yet; raises :class:`RecordGone` for any other."""
    row = records.get(session, Medium, record_id)
    if row.sanitized_on:
        raise RecordGone
    return row


def _columns(facts: MediumFacts) -> dict[str, str]:
    return asdict(facts) | {"kind": facts.kind.value}


def _row(row: Medium, names: dict[str, str]) -> MediumRow:
    return MediumRow(
        medium=row.record_id,
        number=row.number,
        facts=MediumFacts(MediumKind(row.kind), row.label, row.maker, row.model, row.serial, row.used_by),
        registered_on=row.registered_on,
        registered_by=names.get(row.registered_by, ""),
        done=_done(row) if row.sanitized_on else None,
        done_by=names.get(row.sanitized_by, ""),
    )


def _done(row: Medium) -> Sanitized:
    return Sanitized(
        on=row.sanitized_on,
        sanitization=Sanitization(row.sanitization),
        technique=Technique(row.technique),
        verification=Verification(row.verification),
        verified_by=row.verified_by,
        destination=Destination(row.destination),
        tool=row.tool,
        witness=row.witness,
        certificate=row.certificate,
    )
