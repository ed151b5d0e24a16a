"""The refrigerant log: entries are added and struck, never changed or deleted on their own."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.refrigerant import (
    RefrigerantEntry,
    RefrigerantKind,
    RefrigerantLog,
    RefrigerantReason,
    RefrigerantRecord,
    StrikeReason,
)
from hvacdesk.store import jobs
from hvacdesk.store.models import Job, Site, Unit
from hvacdesk.store.models import RefrigerantEntry as Row


def add(session: Session, unit: Unit, record: RefrigerantRecord, *, job: int | None, by: str, at: str) -> Row:
    """Append an entry; ``job`` is the primary key of the job whose results it comes from."""
    row = Row(
        unit_id=unit.id,
        job_id=job,
        on=record.on,
        kind=record.kind.value,
        kg=record.kg,
        refrigerant=record.refrigerant,
        reason=record.reason.value,
        worker=record.worker,
        certificate=record.certificate,
        text=record.text,
        recorded_by=by,
        recorded_at=at,
    )
    session.add(row)
    session.flush()
    return row


def find(session: Session, entry: str) -> Row:
    """The entry of a record id. Raises :class:`RecordGone`."""
    row: Row | None = session.scalars(select(Row).where(Row.record_id == entry)).one_or_none()
    if row is None:
        raise RecordGone
    return row


def strike(row: Row, reason: StrikeReason, *, by: str, at: str) -> None:
    """Let the entry no longer count; it stays to be seen."""
    row.struck_at, row.struck_by, row.struck_reason = at, by, reason.value


def standing_of_job(session: Session, job: Job, unit: Unit) -> tuple[Row, ...]:
    """The entries that a job's results made for a unit and that still count."""
    query = select(Row).where(Row.job_id == job.id, Row.unit_id == unit.id, Row.struck_at == "")
    return tuple(session.scalars(query.order_by(Row.id)))


def log(session: Session, unit: Unit) -> RefrigerantLog:
    """A unit's log, by the days of its entries."""
    names = jobs.staff_names(session)
    rows = session.execute(
        select(Row, Job.number)
        .outerjoin(Job, Job.id == Row.job_id)
        .where(Row.unit_id == unit.id)
        .order_by(Row.on, Row.id)
    )
    entries = tuple(_entry(row, number or "", names) for row, number in rows)
    return RefrigerantLog(unit.record_id, jobs.unit_record(unit), entries)


def logged_units(session: Session, site: Site) -> tuple[Unit, ...]:
    """The site's units whose log is kept: commercial ones, and any that has an entry."""
    with_entries = set(session.scalars(select(Row.unit_id).distinct()))
    return tuple(unit for unit in site.units if unit.commercial or unit.id in with_entries)


def _entry(row: Row, number: str, names: dict[str, str]) -> RefrigerantEntry:
    return RefrigerantEntry(
        entry=row.record_id,
        record=RefrigerantRecord(
            kind=RefrigerantKind(row.kind),
            on=row.on,
            kg=row.kg,
            refrigerant=row.refrigerant,
            reason=RefrigerantReason(row.reason or RefrigerantReason.SERVICE),
            worker=row.worker,
            certificate=row.certificate,
            text=row.text,
        ),
        job_number=number,
        recorded_on=office_day(moment_of(row.recorded_at)).isoformat(),
        recorded_by=names.get(row.recorded_by, ""),
        struck=StrikeReason(row.struck_reason) if row.struck_at else None,
        struck_on=office_day(moment_of(row.struck_at)).isoformat() if row.struck_at else "",
        struck_by=names.get(row.struck_by, ""),
    )
