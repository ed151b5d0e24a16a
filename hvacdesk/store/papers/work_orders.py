"""Work orders: what one is made from, and the register of its numbered copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased, object_session, selectinload

from hvacdesk.domain.clock import moment_of, office_day, stamp
from hvacdesk.domain.customers.cautions import Caution
from hvacdesk.domain.customers.customers import CustomerRecord, PersonName
from hvacdesk.domain.fields import Held
from hvacdesk.domain.jobs.jobs import ItemLine, JobState, SiteRecord, UnitPart, UnitRecord, WorkKind
from hvacdesk.domain.jobs.surveys import Survey
from hvacdesk.domain.jobs.to_collect import to_collect
from hvacdesk.domain.papers.work_orders import CopyRow, CopyState, Profile
from hvacdesk.domain.partners.handovers import Ending
from hvacdesk.domain.requests.consents import NO_PHOTOS, ConsentKind
from hvacdesk.store import counters
from hvacdesk.store.billing import paid_already
from hvacdesk.store.billing.paid_already import NOTHING_PAID
from hvacdesk.store.customers import customers
from hvacdesk.store.customers import people as people_store
from hvacdesk.store.customers.customers import cautions_of
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import results
from hvacdesk.store.models import (
    Account,
    Copy,
    Customer,
    CustomerContact,
    Job,
    JobItem,
    JobStaff,
    JobUnitLink,
    Site,
    Unit,
    WorkOrder,
)
from hvacdesk.store.partners import handovers
from hvacdesk.store.requests import consents

OrderCopy = Copy
"""A copy of a work order, as services tell it from any other paper."""


T = TypeVar("T")


@dataclass(frozen=True)
class PartyMaterial:
    """A customer's part of a work order, in full; it is cut to each profile before it leaves the service."""

    number: str
    record: CustomerRecord


@dataclass(frozen=True)
class OrderMaterial:
    """Everything that any copy of a job's work order may be made from, in full.

    Attributes:
        id, job: the job's primary key and record id.
        amount_paid: what comes off the amount to collect, as it was paid already.
        requester: in whose name the job is kept.
        on_site: whom the technician meets: the resident where one is named, else the requester.
        cautions: of the resident and of the requester.
        contact: whom the job is about at the requester's, if anybody is named.
        people: everybody named with any customer who has a part in the job.
        numbers: those customers' own, and the ones under which they were registered twice.
    """

    id: int
    job: str
    number: str
    state: JobState
    work_kind: WorkKind
    on: str
    starts: str
    ends: str
    staff: tuple[str, ...]
    partner_firm: str
    amount_to_collect: int | None
    amount_paid: int
    requester: PartyMaterial
    on_site: PartyMaterial
    cautions: tuple[Caution, ...]
    contact: PersonName | None
    site: SiteRecord
    units: tuple[tuple[UnitPart, UnitRecord], ...]
    items: tuple[ItemLine, ...]
    survey: Survey
    people: tuple[Held[Any, Any], ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewCopy:
    """A copy to be registered, with the ids and code that its page will show."""

    record_id: str
    code: str
    copy_number: int
    profile: Profile
    return_by: str
    holder: str


def materials(session: Session, jobs: Sequence[str]) -> tuple[OrderMaterial, ...]:
    """The material of each job, in the order of ``jobs``; unknown record ids are left out."""
    found = _materials(session, select(Job).where(Job.record_id.in_(jobs)))
    by_job = {material.job: material for material in found}
    return tuple(by_job[job] for job in jobs if job in by_job)


def materials_of_day(session: Session, day: date) -> tuple[OrderMaterial, ...]:
    """The material of every job of a day that is not cancelled, in the day's order."""
    jobs = select(Job).where(Job.on == day.isoformat(), Job.state != JobState.CANCELLED)
    return _materials(session, jobs.order_by(Job.starts, Job.number))


def profiles_in_use(session: Session, jobs: Iterable[int]) -> dict[int, set[Profile]]:
    """Which profiles of each job, by primary key, already have a copy that was not struck."""
    rows = session.execute(
        select(WorkOrder.job_id, Copy.profile)
        .join(Copy, Copy.work_order_id == WorkOrder.id)
        .where(WorkOrder.job_id.in_(list(jobs)), Copy.state != CopyState.STRUCK)
    )
    used: dict[int, set[Profile]] = defaultdict(set)
    for job, profile in rows:
        used[job].add(Profile(profile))
    return used


_COPIES_LEFT_OUT, _LEFT_OUT_UNTIL = "copies left out", "copies left out until job"
_MOST_LEFT_OUT = 900
"""A job has up to 999 copies."""


def last_copy_numbers(session: Session, jobs: Iterable[int]) -> dict[int, int]:
    """The highest copy number given out for each job; struck copies count: a sheet may bear their number.

    So do those that a restore left out of the jobs that there were then.
    """
    keys = list(jobs)
    rows = session.execute(
        select(WorkOrder.job_id, func.max(Copy.copy_number))
        .join(Copy, Copy.work_order_id == WorkOrder.id)
        .where(WorkOrder.job_id.in_(keys))
        .group_by(WorkOrder.job_id)
    )
    last = {row[0]: row[1] for row in rows}
    left_out, until = (counters.last(session, name) for name in (_COPIES_LEFT_OUT, _LEFT_OUT_UNTIL))
    if left_out:
        last |= {key: max(last.get(key, 0), left_out) for key in keys if key <= until}
    return last


def copy_states(session: Session, job: str) -> frozenset[CopyState]:
    """What the register says of a job's copies, by the job's record id."""
    query = select(Copy.state).join(WorkOrder, Copy.work_order_id == WorkOrder.id)
    rows = session.scalars(query.join(Job, WorkOrder.job_id == Job.id).where(Job.record_id == job))
    return frozenset(map(CopyState, rows))


def last_of_job(session: Session, copies: Sequence[Copy]) -> list[Copy]:
    """Those of a job's copies after which no other of its copies got a number."""
    mine = [copy.id for copy in copies]
    job = select(WorkOrder.job_id).join(Copy, Copy.work_order_id == WorkOrder.id).where(Copy.id.in_(mine))
    others = (
        select(func.max(Copy.copy_number))
        .join(WorkOrder, Copy.work_order_id == WorkOrder.id)
        .where(WorkOrder.job_id.in_(job), Copy.id.not_in(mine))
    )
    last = session.scalar(others) or 0
    return [copy for copy in copies if copy.copy_number > last]


def take_out(session: Session, copies: Iterable[Copy]) -> None:
    """Take copies that never were paper out of the register, and an issue with the last of its copies."""
    for copy in copies:
        order = copy.work_order
        order.copies.remove(copy)
        if not order.copies:
            session.delete(order)
    session.flush()


def leave_out_copies(session: Session, count: int) -> None:
    """Give out no copy number again that a present job may have got without its being known here.

    Nobody may have printed any since an earlier restore left some out: these are known by its counter alone.
    """
    given = session.scalar(select(func.max(Copy.copy_number))) or 0
    highest = max(given, counters.last(session, _COPIES_LEFT_OUT))
    counters.raise_to(session, _COPIES_LEFT_OUT, min(highest + count, _MOST_LEFT_OUT))
    counters.raise_to(session, _LEFT_OUT_UNTIL, session.scalar(select(func.max(Job.id))) or 0)


def register(
    session: Session,
    job: int,
    order: str,
    copies: Sequence[NewCopy],
    *,
    total: int,
    issued_by: str,
    at: datetime,
    reprint_reason: str,
) -> None:
    """Enter an issue of a job's work order and its copies; each copy waits until a printer has taken it."""
    session.add(
        WorkOrder(
            record_id=order,
            job_id=job,
            issued_by=issued_by,
            issued_at=stamp(at),
            reprint_reason=reprint_reason,
            copies=[
                Copy(
                    record_id=copy.record_id,
                    code=copy.code,
                    copy_number=copy.copy_number,
                    copies=total,
                    profile=copy.profile,
                    state=CopyState.PRINTING,
                    return_by=copy.return_by,
                    holder=copy.holder,
                    changed_by=issued_by,
                    changed_at=stamp(at),
                )
                for copy in copies
            ],
        )
    )


def find_copy(session: Session, code_or_id: str) -> Copy | None:
    """The copy with this code or record id."""
    return session.scalars(
        select(Copy).where((Copy.code == code_or_id) | (Copy.record_id == code_or_id))
    ).one_or_none()


def copies_called(session: Session, order: str, copy: int = 0, copies: int = 0) -> tuple[Copy, ...]:
    """The copies of a work order by its number, all of them or the one; struck ones were never paper.

    Args:
        copies: how many there are by what is printed on the paper; 0 if that was not said.
    """
    query = (
        select(Copy)
        .join(WorkOrder, Copy.work_order_id == WorkOrder.id)
        .join(Job, WorkOrder.job_id == Job.id)
        .where(Job.number == order, Copy.state != CopyState.STRUCK)
        .order_by(Copy.copy_number)
    )
    if copy:
        query = query.where(Copy.copy_number == copy)
    if copies:
        query = query.where(Copy.copies == copies)
    return tuple(session.scalars(query))


def is_registered(session: Session, order: str) -> bool:
    """Whether copies were registered under this record id."""
    return session.scalar(select(WorkOrder.id).where(WorkOrder.record_id == order)) is not None


def waiting_copies(session: Session, orders: Sequence[str], by: str) -> tuple[tuple[Copy, str], ...]:
    """The copies that somebody registered under these record ids and no printer has taken yet."""
    rows = session.execute(
        select(Copy, Job.record_id)
        .join(WorkOrder, Copy.work_order_id == WorkOrder.id)
        .join(Job, WorkOrder.job_id == Job.id)
        .where(WorkOrder.record_id.in_(orders), WorkOrder.issued_by == by, Copy.state == CopyState.PRINTING)
        .order_by(Copy.id)
    )
    return tuple((copy, job) for copy, job in rows)


def find_copies(session: Session, copies: Sequence[str]) -> tuple[tuple[Copy, str], ...]:
    """Copies by record id, each with its job's record id."""
    rows = session.execute(
        select(Copy, Job.record_id)
        .join(WorkOrder, Copy.work_order_id == WorkOrder.id)
        .join(Job, WorkOrder.job_id == Job.id)
        .where(Copy.record_id.in_(copies))
        .order_by(Copy.id)
    )
    return tuple((copy, job) for copy, job in rows)


def copy_rows(
    session: Session,
    today: date,
    *,
    only_out: bool = False,
    overdue: bool = False,
    jobs: Sequence[str] | None = None,
    customer: str | None = None,
    copies: Sequence[str] | None = None,
) -> tuple[CopyRow, ...]:
    """The register, newest first, filtered by whatever is given; ``jobs`` and ``copies`` are record ids."""
    query = _register_query()
    if only_out or overdue:
        query = query.where(Copy.state == CopyState.OUT)
    if overdue:
        query = query.where(Copy.return_by != "", Copy.return_by < today.isoformat())
    if jobs is not None:
        query = query.where(Job.record_id.in_(jobs))
    if customer is not None:
        query = query.join(Customer, Job.customer_id == Customer.id).where(Customer.record_id == customer)
    if copies is not None:
        query = query.where(Copy.record_id.in_(copies))
    rows = session.execute(query.order_by(WorkOrder.id.desc(), Copy.copy_number))
    return tuple(_copy_row(copy, issued_at, found, number, today) for copy, issued_at, found, number in rows)


_ENDED: dict[CopyState, Ending] = {
    CopyState.KEPT: Ending.RETURNED,
    CopyState.SHREDDED: Ending.SHREDDED_HERE,
    CopyState.LOST: Ending.LOST,
    CopyState.STRUCK: Ending.NOT_GIVEN,
}
"""What a copy's state says of the hand-over to a partner firm that it was."""


def change_copy(copy: Copy, state: CopyState, by: str, at: datetime, *, note: str | None = None) -> None:
    """Move a copy to another state; a note replaces the earlier one. The hand-over ledger follows."""
    session = object_session(copy)
    if copy.profile == Profile.PARTNER and session is not None:
        handovers.follow_copy(session, [copy.record_id], _ENDED.get(state), by, office_day(at))
    copy.state = state
    copy.changed_by = by
    copy.changed_at = stamp(at)
    if note is not None:
        copy.holder_note = note


def note_printed(copy: Copy, at: datetime) -> None:
    """Note when a copy first left the printer."""
    copy.printed_at = copy.printed_at or stamp(at)


def _register_query() -> Select[Copy, str, str, str]:
    return (
        select(Copy, WorkOrder.issued_at, Job.record_id, Job.number)
        .join(WorkOrder, Copy.work_order_id == WorkOrder.id)
        .join(Job, WorkOrder.job_id == Job.id)
    )


def _copy_row(copy: Copy, issued_at: str, job: str, number: str, today: date) -> CopyRow:
    state = copy.state
    return CopyRow(
        copy=copy.record_id,
        code=copy.code,
        job=job,
        number=number,
        copy_number=copy.copy_number,
        copies=copy.copies,
        profile=copy.profile,
        state=state,
        issued_on=office_day(moment_of(issued_at)).isoformat(),
        return_by=copy.return_by,
        holder=copy.holder,
        overdue=state is CopyState.OUT and "" < copy.return_by < today.isoformat(),
    )


def _materials(session: Session, jobs: Select[Job]) -> tuple[OrderMaterial, ...]:
    """A fixed number of queries however many jobs there are: a day is printed in one go."""
    resident = aliased(Customer)
    rows = session.execute(
        jobs.join(Customer, Job.customer_id == Customer.id)
        .join(Site, Job.site_id == Site.id)
        .outerjoin(resident, Job.resident_id == resident.id)
        .outerjoin(CustomerContact, Job.contact_id == CustomerContact.id)
        .add_columns(Customer, Site, resident, CustomerContact)
        .options(selectinload(Customer.cautions), selectinload(resident.cautions))
    ).all()
    ids = [job.id for job, *_ in rows]
    people = {
        person.id: person for _, requester, _, other, _ in rows for person in (requester, other) if person
    }
    phones = customers.phones_by_customer(session, people)
    involved = {job.id: frozenset(job_store.party_keys(job)) for job, *_ in rows}
    named = _by_job(involved, people_store.people(session, frozenset().union(*involved.values())))
    numbers = _by_job(involved, people_store.numbers(session, frozenset().union(*involved.values())))
    staff, units, items = _staff(session, ids), _units(session, ids), _items(session, ids)
    surveys = results.surveys(session, ids)
    refusing = consents.refusing(session, people, ConsentKind.PHOTOS)
    paid = paid_already.of_jobs(session, ids)
    collected = {
        job.id: to_collect(job.amount_to_collect, *paid.get(job.id, NOTHING_PAID)) for job, *_ in rows
    }
    parties = {
        id_: PartyMaterial(person.number, customers.record_with(person, phones.get(id_, ())))
        for id_, person in people.items()
    }
    return tuple(
        OrderMaterial(
            id=job.id,
            job=job.record_id,
            number=job.number,
            state=job.state,
            work_kind=job.work_kind,
            on=job.on,
            starts=job.starts,
            ends=job.ends,
            staff=tuple(staff[job.id]),
            partner_firm=job.partner_firm,
            amount_to_collect=collected[job.id][0],
            amount_paid=collected[job.id][1],
            requester=parties[requester.id],
            on_site=parties[other.id if other else requester.id],
            cautions=_cautions(other, requester, refusing),
            contact=_contact_name(contact),
            site=job_store.site_record(site),
            units=tuple(units[job.id]),
            items=tuple(items[job.id]),
            survey=surveys.get(job.id, Survey()),
            people=named[job.id],
            numbers=numbers[job.id],
        )
        for job, requester, site, other, contact in rows
    )


def _by_job(
    involved: Mapping[int, Iterable[int | None]], found: Iterable[tuple[int, T]]
) -> dict[int, tuple[T, ...]]:
    """By job what was found of the customers who are involved in it."""
    held: dict[int | None, list[T]] = defaultdict(list)
    for customer, one in found:
        held[customer].append(one)
    return {job: tuple(one for key in keys for one in held[key]) for job, keys in involved.items()}


def _cautions(
    resident: Customer | None, requester: Customer, refusing: frozenset[int]
) -> tuple[Caution, ...]:
    """The cautions for the work; ``refusing`` are the customers who want no photos taken."""
    people = [person for person in (resident, requester) if person is not None]
    found = [one for person in people for one in cautions_of(person)]
    found += [NO_PHOTOS] if any(person.id in refusing for person in people) else []
    return tuple(dict.fromkeys(found))


def _contact_name(contact: CustomerContact | None) -> PersonName | None:
    return PersonName(contact.family_name, contact.given_name) if contact is not None else None


def _staff(session: Session, jobs: list[int]) -> dict[int, list[str]]:
    rows = session.execute(
        select(JobStaff.job_id, Account.name)
        .join(Account, Account.record_id == JobStaff.account)
        .where(JobStaff.job_id.in_(jobs))
        .order_by(JobStaff.id)
    )
    names: dict[int, list[str]] = defaultdict(list)
    for job, name in rows:
        names[job].append(name)
    return names


def _units(session: Session, jobs: list[int]) -> dict[int, list[tuple[UnitPart, UnitRecord]]]:
    rows = session.execute(
        select(JobUnitLink, Unit)
        .join(Unit, Unit.id == JobUnitLink.unit_id)
        .where(JobUnitLink.job_id.in_(jobs))
        .order_by(JobUnitLink.id)
    )
    units: dict[int, list[tuple[UnitPart, UnitRecord]]] = defaultdict(list)
    for link, unit in rows:
        units[link.job_id].append((link.part, job_store.unit_record(unit)))
    return units


def _items(session: Session, jobs: list[int]) -> dict[int, list[ItemLine]]:
    items: dict[int, list[ItemLine]] = defaultdict(list)
    for row in session.scalars(select(JobItem).where(JobItem.job_id.in_(jobs)).order_by(JobItem.id)):
        items[row.job_id].append(ItemLine(row.item, row.quantity, row.unit, row.detail))
    return items
