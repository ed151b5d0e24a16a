"""Jobs, sites and units: writing records into their columns and reading them back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.errors import InvalidInput, RecordGone
from hvacdesk.domain.jobs.job_events import JobEvent
from hvacdesk.domain.jobs.job_fields import JOB_FIELDS
from hvacdesk.domain.jobs.job_numbers import NobodysJob, NoJobNumber, NoSuchJob, meant_number
from hvacdesk.domain.jobs.jobs import (
    ItemLine,
    JobRecord,
    JobState,
    JobUnit,
    Party,
    SiteRecord,
    UnitPart,
    UnitRecord,
)
from hvacdesk.domain.papers.work_orders import CopyState
from hvacdesk.store import records
from hvacdesk.store.calendar import plans
from hvacdesk.store.customers import customers
from hvacdesk.store.models import (
    Copy,
    Customer,
    CustomerContact,
    Job,
    JobEventRow,
    JobItem,
    JobStaff,
    JobStateChange,
    JobUnitLink,
    Site,
    Unit,
    WorkOrder,
)

_PARTY_COLUMNS = {
    Party.REQUESTER: "customer_id",
    Party.RESIDENT: "resident_id",
    Party.BUILDING_MANAGER: "building_manager_id",
    Party.PAYER: "payer_id",
}
_PLAIN = (
    "on",
    "starts",
    "ends",
    "amount_to_collect",
    "new_housing",
    *(one.key.value for one in JOB_FIELDS.texts),
)


def site(session: Session, record_id: str) -> Site:
    """The site of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Site, record_id)


def unit(session: Session, record_id: str) -> Unit:
    """The unit of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Unit, record_id)


def job(session: Session, record_id: str) -> Job:
    """The job of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Job, record_id)


def by_key(session: Session, key: int) -> Job:
    """The job of a primary key that another row names."""
    return session.get_one(Job, key)


def site_by_key(session: Session, key: int) -> Site:
    """The site of a primary key that another row names."""
    return session.get_one(Site, key)


def unit_by_key(session: Session, key: int) -> Unit:
    """The unit of a primary key that another row names."""
    return session.get_one(Unit, key)


def note_amount(row: Job, yen: int | None) -> None:
    """Note what is to be collected for a job; None for nothing."""
    row.amount_to_collect = yen
    row.version += 1


def sites_of(session: Session, customer: Customer) -> tuple[Site, ...]:
    """The customer's sites, the first one first."""
    query = select(Site).where(Site.customer_id == customer.id).order_by(Site.id)
    return tuple(session.scalars(query.options(selectinload(Site.units))))


def add_site(session: Session, customer: Customer, record: SiteRecord) -> Site:
    """Store a site of the customer."""
    row = Site(customer_id=customer.id, **_site_columns(record))
    session.add(row)
    session.flush()
    return row


def add_site_at(session: Session, customer: Customer) -> Site:
    """Store a site at the customer's own address."""
    return add_site(session, customer, SiteRecord(customers.address_of(customer)))


def save_site(row: Site, record: SiteRecord) -> tuple[str, ...]:
    """Write what differs and return the names of the columns that did."""
    changed = records.write(row, _site_columns(record))
    row.version += bool(changed)
    return changed


def drop_starts_to_come(session: Session, today: date) -> None:
    """Make unknown, in a file of before, when buildings began that would begin in the future.

    Versions before took a date that they did not understand for a day to come, and no survey was asked for.
    """
    to_come = update(Site).where(Site.building_started_on > today.isoformat())
    session.execute(to_come.values(building_started_on=""))


def site_record(row: Site) -> SiteRecord:
    """The site in full. It must not leave the services."""
    return records.record_of(SiteRecord, row, address=customers.address_of(row))


def add_unit(session: Session, at: Site, record: UnitRecord) -> Unit:
    """Store an air conditioner at a site."""
    row = Unit(site_id=at.id, **records.columns_of(record))
    session.add(row)
    session.flush()
    return row


def save_unit(row: Unit, record: UnitRecord) -> tuple[str, ...]:
    """Write what differs and return the names of the columns that did."""
    return records.write(row, records.columns_of(record))


def unit_record(row: Unit) -> UnitRecord:
    """The unit as a record."""
    return records.record_of(UnitRecord, row)


def add_job(session: Session, record: JobRecord, number: str, *, today: str, actor: str, at: str) -> Job:
    """Store a new job in its first state."""
    row = Job(number=number, state=JobState.RECEIVED, received_on=today, version=1)
    session.add(row)
    with session.no_autoflush:
        _write_job(session, row, record)
    session.flush()
    session.add(JobStateChange(job_id=row.id, state=row.state, changed_by=actor, changed_at=at))
    return row


def save_job(session: Session, row: Job, record: JobRecord) -> tuple[str, ...]:
    """Write what differs and return the names of the fields that did."""
    before = job_record(session, row)
    _write_job(session, row, record)
    row.version += 1
    session.flush()
    after = job_record(session, row)
    return tuple(
        name for name in JobRecord.__dataclass_fields__ if getattr(before, name) != getattr(after, name)
    )


def job_record(session: Session, row: Job) -> JobRecord:
    """The job as a record. It must not leave the services without a permission to edit jobs."""
    return JobRecord(
        site=row.site.record_id,
        work_kind=row.work_kind,
        parties=parties(session, row),
        staff=tuple(member.account for member in row.staff),
        units=tuple(JobUnit(session.get_one(Unit, link.unit_id).record_id, link.part) for link in row.units),
        items=items(row),
        contact=_contact_id(session, row),
        **{name: getattr(row, name) for name in _PLAIN},
    )


def job_texts(row: Job) -> JobRecord:
    """The job's texts alone, as a record: of many jobs nothing more is asked for."""
    texts: dict[str, str] = {one.key.value: getattr(row, one.key.value) for one in JOB_FIELDS.texts}
    return JobRecord(site="", work_kind=row.work_kind, parties={}, **texts)  # type: ignore[arg-type]


def contact(session: Session, row: Job) -> CustomerContact | None:
    """Whom the job is about at the requester's."""
    return session.get(CustomerContact, row.contact_id) if row.contact_id is not None else None


def parties(session: Session, row: Job) -> dict[Party, str]:
    """The record ids of those who play a part in the job."""
    found = {party: getattr(row, name) for party, name in _PARTY_COLUMNS.items()}
    return {
        party: session.get_one(Customer, key).record_id for party, key in found.items() if key is not None
    }


def party_keys(row: Job) -> tuple[int, ...]:
    """The primary keys of those who play a part in the job."""
    found = (getattr(row, name) for name in _PARTY_COLUMNS.values())
    return tuple(dict.fromkeys(key for key in found if key is not None))


def items(row: Job) -> tuple[ItemLine, ...]:
    """The job's work items."""
    return tuple(ItemLine(item.item, item.quantity, item.unit, item.detail, item.yen) for item in row.items)


def units_of(session: Session, row: Job) -> tuple[tuple[UnitPart, Unit], ...]:
    """The units that the job is about, and what is done with each."""
    return tuple((link.part, session.get_one(Unit, link.unit_id)) for link in row.units)


def events(row: Job) -> tuple[JobEvent, ...]:
    """The job's dated events."""
    return tuple(JobEvent(event.kind, event.on, event.number, event.amount) for event in row.events)


def move(session: Session, row: Job, state: JobState, *, actor: str, at: str) -> None:
    """Move the job to a state and store who did it when; the plan of a job that is done gets its next day."""
    plans.note_done(session, row, row.state, state, office_day(moment_of(at)))
    row.state = state
    row.version += 1
    session.add(JobStateChange(job_id=row.id, state=state, changed_by=actor, changed_at=at))


def add_event(row: Job, event: JobEvent, *, actor: str, at: str) -> None:
    """Store a dated event of the job."""
    row.events.append(
        JobEventRow(
            kind=event.kind,
            on=event.on,
            number=event.number,
            amount=event.amount,
            recorded_by=actor,
            recorded_at=at,
        )
    )


def strike_event(session: Session, row: Job, event: JobEvent) -> tuple[str, str]:
    """Delete the last such event; returns who recorded it and when. Raises :class:`RecordGone`."""
    for one in reversed(row.events):
        if (one.kind, one.on, one.number, one.amount) == (
            event.kind.value,
            event.on,
            event.number,
            event.amount,
        ):
            row.events.remove(one)
            session.flush()
            return one.recorded_by, one.recorded_at
    raise RecordGone


def between(session: Session, first: date, days: int, staff: str | None) -> tuple[Job, ...]:
    """Jobs from a day on for so many days, by day and time; with ``staff``, only those of that account."""
    last = first + timedelta(days=days - 1)
    query = select(Job).where(Job.on >= first.isoformat(), Job.on <= last.isoformat())
    return _jobs(session, query.order_by(Job.on, Job.starts, Job.id), staff)


def of_customer(session: Session, customer: Customer, staff: str | None) -> tuple[Job, ...]:
    """Jobs in which the customer plays any part, the latest first; ``staff`` limits as in :func:`between`."""
    is_party = [getattr(Job, name) == customer.id for name in _PARTY_COLUMNS.values()]
    query = select(Job).where(is_party[0] | is_party[1] | is_party[2] | is_party[3])
    return _jobs(session, query.order_by(Job.on.desc(), Job.id.desc()), staff)


def numbered(session: Session, number: str, staff: str | None) -> tuple[Job, ...]:
    """Jobs of this number, or whose number ends with it from the hyphen on, the latest first."""
    fits = Job.number.endswith(number) if number.startswith("-") else Job.number == number
    return _jobs(session, select(Job).where(fits).order_by(Job.number.desc()), staff)


def called(session: Session, field: str, typed: str) -> Job:
    """The one job of a typed number, whole or without its year. Raises :class:`NoSuchJob` for the field."""
    number = meant_number(typed)
    if not number:
        raise NoJobNumber(field)
    found = numbered(session, number, None)
    if not found:
        raise NobodysJob(field, typed)
    if len(found) != 1:
        raise NoSuchJob(field, typed)
    return found[0]


def customers_of(session: Session, jobs: Sequence[Job]) -> dict[int, Customer]:
    """The requesters of the jobs by primary key, in one query."""
    keys = {row.customer_id for row in jobs}
    return {row.id: row for row in session.scalars(select(Customer).where(Customer.id.in_(keys)))}


def copy_states(session: Session, jobs: Sequence[Job]) -> dict[int, list[str]]:
    """The states of the work-order copies of each job that has any; struck ones were never paper."""
    query = (
        select(WorkOrder.job_id, Copy.state)
        .join(Copy, Copy.work_order_id == WorkOrder.id)
        .where(WorkOrder.job_id.in_([row.id for row in jobs]), Copy.state != CopyState.STRUCK)
    )
    found: dict[int, list[str]] = {}
    for key, state in session.execute(query):
        found.setdefault(key, []).append(state)
    return found


def _jobs(session: Session, query: Select[Any], staff: str | None) -> tuple[Job, ...]:
    if staff is not None:
        query = query.where(Job.id.in_(select(JobStaff.job_id).where(JobStaff.account == staff)))
    return tuple(session.scalars(query.options(selectinload(Job.staff), selectinload(Job.site))))


def _write_job(session: Session, row: Job, record: JobRecord) -> None:
    for party, name in _PARTY_COLUMNS.items():
        setattr(row, name, _customer_key(session, record.parties.get(party, "")))
    row.contact_id = _contact_key(session, record.contact, row.customer_id)
    row.site = site(session, record.site)
    row.work_kind = record.work_kind
    for name in _PLAIN:
        setattr(row, name, getattr(record, name))
    row.staff = [JobStaff(account=account) for account in record.staff]
    row.units = [JobUnitLink(unit_id=unit(session, link.unit).id, part=link.part) for link in record.units]
    row.items = [
        JobItem(
            item=line.item,
            quantity=line.quantity,
            unit=line.unit,
            detail=line.detail,
            yen=line.yen,
        )
        for line in record.items
    ]


def _customer_key(session: Session, record_id: str) -> int | None:
    if not record_id:
        return None
    key = session.scalar(select(Customer.id).where(Customer.record_id == record_id))
    if key is None:
        raise InvalidInput("parties")
    return key


def _contact_id(session: Session, row: Job) -> str:
    found = contact(session, row)
    return found.record_id if found else ""


def _contact_key(session: Session, record_id: str, customer: int) -> int | None:
    """The contact's key; one who is not the requester's (any more) is refused."""
    if not record_id:
        return None
    query = select(CustomerContact.id).where(
        CustomerContact.record_id == record_id, CustomerContact.customer_id == customer
    )
    key = session.scalar(query)
    if key is None:
        raise InvalidInput("contact")
    return key


def _site_columns(record: SiteRecord) -> dict[str, object]:
    return records.columns_of(record.address) | records.columns_of(record, "address")
