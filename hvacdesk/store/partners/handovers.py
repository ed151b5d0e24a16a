"""The hand-over ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.papers.work_orders import CopyState
from hvacdesk.domain.partners.handovers import (
    Ending,
    HandoverMedium,
    HandoverRow,
    LedgerQuery,
    in_field_order,
)
from hvacdesk.domain.partners.partners import Basis, firm_key
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store import counters, records
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.models import Copy, Customer, Handover, HandoverCustomer, Job, PartnerFirm
from hvacdesk.store.staff.staff import account_names


@dataclass(frozen=True)
class HandoverFacts:
    """What a new line says; dates are ISO, ``copy`` is the record id of a copy of a work order."""

    firm: str
    basis: Basis
    medium: HandoverMedium
    fields: Collection[RecordField]
    on: str
    due: str
    customers: Sequence[tuple[str, str]]
    job: str = ""
    job_number: str = ""
    copy: str = ""
    copy_number: int = 0
    consent: bool = False
    by_contract: bool = False


def with_consent(facts: HandoverFacts) -> HandoverFacts:
    """The same with the note that the persons agreed."""
    return replace(facts, consent=True)


def job_called(session: Session, job: str) -> Job:
    """The job of a record id or a typed number. Raises :class:`NoSuchJob`."""
    row = session.scalar(select(Job).where(Job.record_id == job))
    return row or job_store.called(session, "job", job)


def customer_called(session: Session, customer: str) -> Customer:
    """The customer of a record id or a typed number, or the one in whom that customer lives on.

    Raises :class:`NoSuchCustomer`.
    """
    row = session.scalar(select(Customer).where(Customer.record_id == customer))
    found = row or customer_store.called(session, "customer", customer)
    return customer_store.current(session, found.record_id)


def customers_numbered(session: Session, numbers: Sequence[str]) -> tuple[Customer, ...]:
    """The customers of these numbers, in order."""
    found = {row.number: row for row in session.scalars(select(Customer).where(Customer.number.in_(numbers)))}
    return tuple(found[number] for number in numbers if number in found)


def add(session: Session, facts: HandoverFacts, by: str, at: datetime, year: int) -> Handover:
    """Enter a line under the year's next number."""
    row = Handover(
        number=f"H-{year}-{counters.take(session, f'handover-{year}'):04}",
        firm_key=firm_key(facts.firm),
        entered_by=by,
        entered_at=stamp(at),
        **records.columns_of(
            facts,
            fields=" ".join(one.value for one in in_field_order(facts.fields)),
            customers=[HandoverCustomer(customer=one, customer_number=each) for one, each in facts.customers],
        ),
    )
    session.add(row)
    session.flush()
    return row


def get(session: Session, record_id: str) -> Handover:
    """The line of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Handover, record_id)


def rows(session: Session, query: LedgerQuery, today: date) -> tuple[HandoverRow, ...]:
    """The lines that a query asks for: what is out first, by the day it is due, then the newest."""
    wanted = select(Handover).options(selectinload(Handover.customers))
    if query.firm:
        wanted = wanted.where(Handover.firm_key == firm_key(query.firm))
    if query.first_on:
        wanted = wanted.where(Handover.on >= query.first_on)
    if query.last_on:
        wanted = wanted.where(Handover.on <= query.last_on)
    if query.only_open:
        wanted = wanted.where(Handover.ended_on == "", Handover.due != "")
    found = session.scalars(wanted.order_by(Handover.on.desc(), Handover.id.desc())).all()
    made = _made(session, found, today)
    is_out = sorted((row for row in made if row.open), key=lambda row: row.due)
    return (*is_out, *(row for row in made if not row.open))


def of_customers(session: Session, keys: Collection[int], today: date) -> tuple[HandoverRow, ...]:
    """What was handed over of the customers with these primary keys, the newest first."""
    theirs = (
        select(HandoverCustomer.handover_id)
        .join(Customer, Customer.record_id == HandoverCustomer.customer)
        .where(Customer.id.in_(list(keys)))
    )
    given = select(Handover).where(Handover.id.in_(theirs), Handover.ending != Ending.NOT_GIVEN)
    return tuple(
        _made(session, session.scalars(given.order_by(Handover.on.desc(), Handover.id.desc())).all(), today)
    )


def one(session: Session, record_id: str, today: date) -> HandoverRow:
    """One line. Raises :class:`RecordGone`."""
    return _made(session, [get(session, record_id)], today)[0]


def follow_copy(session: Session, copies: Iterable[str], ending: Ending | None, by: str, on: date) -> None:
    """Note what became of copies on paper; None where one is out again.

    A copy sent by FAX stays with the firm whatever becomes of ours: it ends only if it was never sent.
    """
    wanted = update(Handover).where(Handover.copy.in_(list(copies)), Handover.copy != "")
    if ending is not Ending.NOT_GIVEN:
        wanted = wanted.where(Handover.medium == HandoverMedium.PAPER)
    session.execute(
        wanted.values(
            ended_on=on.isoformat() if ending else "",
            ending=ending,
            confirmed_by=by if ending else "",
        )
    )


def went_by_fax(session: Session, copies: Iterable[str]) -> None:
    """Note that copies go to the firm by FAX."""
    session.execute(update(Handover).where(Handover.copy.in_(list(copies))).values(medium=HandoverMedium.FAX))


def end(row: Handover, ending: Ending, ended_on: str, by: str) -> None:
    """Write down what became of a hand-over."""
    row.ending, row.ended_on, row.confirmed_by = ending, ended_on, by


def named_customers(session: Session, customers: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
    """Record id, number and full written name of customers that are still there."""
    found = session.scalars(select(Customer).where(Customer.record_id.in_(customers)))
    return tuple(
        (row.record_id, row.number, row.organisation or f"{row.family_name} {row.given_name}".strip())
        for row in found
    )


def provisions(session: Session, jobs: Collection[int] | None) -> Iterable[tuple[int, bool, str]]:
    """Job, whether by contract, and day of each provision to a third party; None means all jobs."""
    query = (
        select(Job.id, Handover.by_contract, Handover.on)
        .join(Job, Job.record_id == Handover.job)
        .where(Handover.basis == Basis.PROVISION, Handover.ending != Ending.NOT_GIVEN)
    )
    if jobs is not None:
        query = query.where(Job.id.in_(list(jobs)))
    return ((job, by_contract, on) for job, by_contract, on in session.execute(query))


def _made(session: Session, found: Sequence[Handover], today: date) -> list[HandoverRow]:
    names = account_names(session)
    firms = {firm.key: firm.record_id for firm in session.scalars(select(PartnerFirm))}
    copies = [row.copy for row in found if row.copy]
    waiting = select(Copy.record_id).where(Copy.state == CopyState.PRINTING, Copy.record_id.in_(copies))
    unprinted = frozenset(session.scalars(waiting)) if copies else frozenset()
    return [replace(_row(row, names, firms, today), printing=row.copy in unprinted) for row in found]


def _row(row: Handover, names: Mapping[str, str], firms: Mapping[str, str], today: date) -> HandoverRow:
    return HandoverRow(
        record=row.record_id,
        number=row.number,
        firm=row.firm,
        firm_record=firms.get(row.firm_key, ""),
        basis=row.basis,
        medium=row.medium,
        fields=tuple(RecordField(code) for code in row.fields.split()),
        on=row.on,
        due=row.due,
        job=row.job,
        job_number=row.job_number,
        customers=tuple((one.customer, one.customer_number) for one in row.customers),
        copy_number=row.copy_number,
        consent=row.consent,
        by_contract=row.by_contract,
        entered_by=names.get(row.entered_by, ""),
        ended_on=row.ended_on,
        ending=row.ending,
        confirmed_by=names.get(row.confirmed_by, ""),
        overdue=not row.ending and bool(row.due) and row.due < today.isoformat(),
    )
