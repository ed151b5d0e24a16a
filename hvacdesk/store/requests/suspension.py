"""Which customers' records are locked, and which records a lock reaches."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import CompoundSelect, Select, or_, select, update
from sqlalchemy.orm import Session

from hvacdesk.store.disposal.standstills import job_customers
from hvacdesk.store.models import (
    CallNote,
    Customer,
    CustomerContact,
    Estimate,
    InspectionPlan,
    Invoice,
    InvoiceJob,
    Job,
    Site,
    Unit,
)


def lock(session: Session, customer: Customer, on: str) -> None:
    """Lock the customer's record and those of the duplicates that live on in it, from an ISO date."""
    _write(session, customer, on)


def unlock(session: Session, customer: Customer) -> None:
    """Lift the lock of the customer's record and of its duplicates'."""
    _write(session, customer, "")


def any_locked(session: Session) -> bool:
    """Whether anybody's record is locked: mostly not, and then nothing else need be asked."""
    # "greater" and not "other than", which no index answers
    return session.scalar(select(Customer.id).where(Customer.suspended_on > "").limit(1)) is not None


def reaches(session: Session, subject: str) -> bool:
    """Whether a record, written ``kind:record-id``, is or belongs to a locked customer."""
    kind, _, record = subject.partition(":")
    owners = _OWNERS.get(kind)
    if owners is None or not any_locked(session):
        return False
    locked = select(Customer.id).where(Customer.id.in_(owners(record)), Customer.suspended_on != "")
    return session.scalar(locked.limit(1)) is not None


def locked_jobs(session: Session, jobs: Collection[int]) -> frozenset[int]:
    """Those of the jobs, by primary key, in which a locked customer has a part."""
    if not jobs or not any_locked(session):
        return frozenset()
    parts = job_customers().subquery()
    query = select(parts.c.job).join(Customer, Customer.id == parts.c.customer)
    return frozenset(session.scalars(query.where(parts.c.job.in_(jobs), Customer.suspended_on != "")))


def suspended_sites(session: Session) -> frozenset[int]:
    """The primary keys of all sites of a locked customer, or where one has a part in any job.

    A site is where its owner lets work be done; somebody else may live there.
    """
    if not any_locked(session):
        return frozenset()
    parts = job_customers().subquery()
    worked_at = (
        select(Job.site_id).join(parts, parts.c.job == Job.id).join(Customer, Customer.id == parts.c.customer)
    )
    owned = select(Site.id).join(Customer, Customer.id == Site.customer_id)
    of_locked = Customer.suspended_on > ""
    return frozenset(session.scalars(worked_at.where(of_locked).union(owned.where(of_locked))))


def locked_numbers(session: Session, customers: Collection[int]) -> dict[int, str]:
    """Numbers of those of the customers, by primary key, who are locked: lists name them by nothing else."""
    if not customers or not any_locked(session):
        return {}
    query = select(Customer.id, Customer.number).where(Customer.suspended_on > "")
    return {key: number for key, number in session.execute(query) if key in customers}


def _write(session: Session, customer: Customer, on: str) -> None:
    rows = or_(Customer.id == customer.id, Customer.merged_into_id == customer.id)
    session.execute(update(Customer).where(rows).values(suspended_on=on))
    session.refresh(customer)


def _of_customer(record: str) -> Select[Any]:
    return select(Customer.id).where(Customer.record_id == record)


def _of_contact(record: str) -> Select[Any]:
    return select(CustomerContact.customer_id).where(CustomerContact.record_id == record)


def _of_call(record: str) -> Select[Any]:
    return select(CallNote.customer_id).where(CallNote.record_id == record)


def _of_site(record: str) -> Select[Any]:
    return select(Site.customer_id).where(Site.record_id == record)


def _of_unit(record: str) -> Select[Any]:
    return select(Site.customer_id).join(Unit, Unit.site_id == Site.id).where(Unit.record_id == record)


def _of_plan(record: str) -> Select[Any]:
    return select(InspectionPlan.customer_id).where(InspectionPlan.record_id == record)


def _of_job(record: str) -> Select[Any]:
    return _parts(select(Job.id).where(Job.record_id == record))


def _of_estimate(record: str) -> Select[Any]:
    return _parts(select(Estimate.job_id).where(Estimate.record_id == record))


def _of_invoice(record: str) -> CompoundSelect[Any]:
    """Whom it asks, and everybody who has a part in the work that it is for."""
    jobs = select(InvoiceJob.job_id).join(Invoice, Invoice.id == InvoiceJob.invoice_id)
    asked = select(Invoice.customer_id).where(Invoice.record_id == record)
    return _parts(jobs.where(Invoice.record_id == record)).union(asked)


def _parts(jobs: Select[Any]) -> Select[Any]:
    parts = job_customers().subquery()
    return select(parts.c.customer).where(parts.c.job.in_(jobs))


_OWNERS: dict[str, Callable[[str], Select[Any] | CompoundSelect[Any]]] = {
    "customer": _of_customer,
    "contact": _of_contact,
    "call": _of_call,
    "site": _of_site,
    "unit": _of_unit,
    "plan": _of_plan,
    "job": _of_job,
    "estimate": _of_estimate,
    "invoice": _of_invoice,
}
"""How the customers of a record are found, by the kind that the audit log calls it."""
