"""The refrigerant log: entries are added and struck, never changed or deleted on their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.jobs.refrigerant import (
    GasHandedOn,
    GasRecord,
    LoggedRefrigerant,
    RefrigerantLog,
    RefrigerantReason,
    RefrigerantRecord,
    StrikeReason,
)
from hvacdesk.store import records
from hvacdesk.store.jobs import jobs
from hvacdesk.store.models import GasHandover, Job, Site, Unit
from hvacdesk.store.models import RefrigerantEntry as Row
from hvacdesk.store.staff.staff import account_names


def add(session: Session, unit: Unit, record: RefrigerantRecord, *, job: int | None, by: str, at: str) -> Row:
    """Append an entry; ``job`` is the primary key of the job whose results it comes from."""
    row = Row(
        unit_id=unit.id,
        job_id=job,
        **records.columns_of(record),
        recorded_by=by,
        recorded_at=at,
    )
    session.add(row)
    session.flush()
    return row


def find(session: Session, entry: str) -> Row:
    """The entry of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Row, entry)


def read(session: Session, row: Row) -> LoggedRefrigerant:
    """One entry as the log shows it."""
    number = session.scalar(select(Job.number).where(Job.id == row.job_id)) if row.job_id else ""
    return _entry(row, number or "", account_names(session), _handed_on(session, [row.id]).get(row.id, ()))


def hand_on(session: Session, row: Row, record: GasRecord, *, by: str, at: str) -> GasHandover:
    """Note that recovered gas was handed on."""
    made = GasHandover(entry_id=row.id, **records.columns_of(record), recorded_by=by, recorded_at=at)
    session.add(made)
    session.flush()
    return made


def find_handover(session: Session, handover: str) -> GasHandover:
    """What was handed on, by record id. Raises :class:`RecordGone`."""
    return records.get(session, GasHandover, handover)


def note_certificate(session: Session, row: GasHandover, certificate: str, certified_on: str) -> Row:
    """Note the certificate that came for gas that was handed on; returns the entry that it is of."""
    row.certificate, row.certified_on = certificate, certified_on
    return session.get_one(Row, row.entry_id)


def gas_record(row: GasHandover) -> GasRecord:
    """What was handed on as a record."""
    return records.record_of(GasRecord, row)


def strike(row: Row, reason: StrikeReason, *, by: str, at: str) -> None:
    """Strike the entry: it no longer counts, but stays to be seen."""
    row.struck_at, row.struck_by, row.struck_reason = at, by, reason


def standing_of_job(session: Session, job: Job, unit: Unit) -> tuple[Row, ...]:
    """The entries that a job's results made for a unit and that still count."""
    query = select(Row).where(Row.job_id == job.id, Row.unit_id == unit.id, Row.struck_at == "")
    return tuple(session.scalars(query.order_by(Row.id)))


def log(session: Session, unit: Unit) -> RefrigerantLog:
    """A unit's log, by the days of its entries."""
    names = account_names(session)
    rows = session.execute(
        select(Row, Job.number)
        .outerjoin(Job, Job.id == Row.job_id)
        .where(Row.unit_id == unit.id)
        .order_by(Row.on, Row.id)
    )
    found = [(row, number or "") for row, number in rows]
    handed = _handed_on(session, [row.id for row, _ in found])
    entries = tuple(_entry(row, number, names, handed.get(row.id, ())) for row, number in found)
    return RefrigerantLog(unit.record_id, jobs.unit_record(unit), entries)


def logged_units(session: Session, site: Site) -> tuple[Unit, ...]:
    """The site's units whose log is kept: commercial ones, and any that has an entry."""
    with_entries = set(session.scalars(select(Row.unit_id).distinct()))
    return tuple(unit for unit in site.units if unit.commercial or unit.id in with_entries)


def _handed_on(session: Session, entries: Sequence[int]) -> Mapping[int, tuple[GasHandedOn, ...]]:
    """What was handed on of each entry, by day."""
    rows = session.scalars(
        select(GasHandover).where(GasHandover.entry_id.in_(entries)).order_by(GasHandover.on, GasHandover.id)
    )
    found: dict[int, tuple[GasHandedOn, ...]] = {}
    for row in rows:
        found[row.entry_id] = (*found.get(row.entry_id, ()), GasHandedOn(row.record_id, gas_record(row)))
    return found


def _entry(
    row: Row, number: str, names: dict[str, str], handed_on: tuple[GasHandedOn, ...]
) -> LoggedRefrigerant:
    return LoggedRefrigerant(
        entry=row.record_id,
        record=records.record_of(
            RefrigerantRecord, row, reason=RefrigerantReason(row.reason or RefrigerantReason.SERVICE)
        ),
        job_number=number,
        recorded_on=office_day(moment_of(row.recorded_at)).isoformat(),
        recorded_by=names.get(row.recorded_by, ""),
        struck=row.struck_reason,
        struck_on=office_day(moment_of(row.struck_at)).isoformat() if row.struck_at else "",
        struck_by=names.get(row.struck_by, ""),
        handed_on=handed_on,
    )
