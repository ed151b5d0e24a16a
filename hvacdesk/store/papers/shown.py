"""What is there now of papers, filed pages and customers that are shown."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from hvacdesk.domain.customers.customers import PAID_ON_SITE
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.domain.papers.work_orders import Profile, number_of_copy
from hvacdesk.store.billing.invoices import credits_of
from hvacdesk.store.chunks import among
from hvacdesk.store.disposal.standstills import job_customers
from hvacdesk.store.models import (
    AuditRow,
    Copy,
    Customer,
    Invoice,
    InvoiceJob,
    IssuedDocument,
    Job,
    JobUnitLink,
    Paper,
    Payment,
    PaymentAllocation,
    Unit,
    WorkOrder,
)


class Registered(NamedTuple):
    """A paper, or a copy of a work order, with what it is about.

    Attributes:
        record: its record id.
        number: as the register shows it.
        registered_at: the moment from which its pages are.
        named: how the log names it where it says that it was registered.
        collects: whether it shows what is still to be paid for the job.
    """

    record: str
    kind: PaperKind
    number: str
    label: str
    state: PaperState
    registered_at: str
    customer: Customer
    job: Job | None
    named: str
    collects: bool = False


def registered(session: Session, papers: Sequence[str]) -> tuple[Registered, ...]:
    """Those papers and copies that are still there, by record id."""
    others = session.execute(
        select(Paper, Customer, Job)
        .join(Customer, Paper.customer_id == Customer.id)
        .outerjoin(Job, Paper.job_id == Job.id)
        .where(Paper.record_id.in_(papers))
        .order_by(Paper.id)
    )
    copies = session.execute(
        select(Copy, WorkOrder, Job, Customer)
        .join(WorkOrder, Copy.work_order_id == WorkOrder.id)
        .join(Job, WorkOrder.job_id == Job.id)
        .join(Customer, Job.customer_id == Customer.id)
        .where(among(Copy.record_id, papers))
        .order_by(Copy.id)
        .options(joinedload(Job.site))
    )
    return (
        *(
            Registered(
                one.record_id,
                one.kind,
                one.number,
                one.label,
                one.state,
                one.registered_at,
                customer,
                job,
                one.number,
            )
            for one, customer, job in others
        ),
        *(
            Registered(
                copy.record_id,
                PaperKind.WORK_ORDER,
                number_of_copy(job.number, copy.copy_number, copy.copies),
                "",
                PaperState(copy.state),
                order.issued_at,
                customer,
                job,
                order.record_id,
                copy.profile is Profile.CUSTOMER
                or (copy.profile is Profile.TECHNICIAN and customer.payment_method in PAID_ON_SITE),
            )
            for copy, order, job, customer in copies
        ),
    )


def involved(session: Session, job: Job) -> tuple[Customer, ...]:
    """Everybody who has a part in a job, the site's owner too."""
    parts = job_customers().subquery()
    query = select(Customer).join(parts, parts.c.customer == Customer.id).where(parts.c.job == job.id)
    return tuple(session.scalars(query.order_by(Customer.id)))


def met(session: Session, jobs: Iterable[int]) -> dict[int, Customer]:
    """Whom the papers of each job, by primary key, name who is not the requester: the resident."""
    query = select(Job.id, Customer).join(Customer, Job.resident_id == Customer.id)
    return {row[0]: row[1] for row in session.execute(query.where(among(Job.id, jobs)))}


def units(session: Session, jobs: Iterable[int]) -> dict[int, list[str]]:
    """Record ids of the air conditioners that each job, by primary key, is about."""
    query = select(JobUnitLink.job_id, Unit.record_id).join(Unit, JobUnitLink.unit_id == Unit.id)
    found: dict[int, list[str]] = defaultdict(list)
    for job, unit in session.execute(query.where(among(JobUnitLink.job_id, jobs))):
        found[job].append(unit)
    return found


def customers(session: Session, wanted: Sequence[str]) -> tuple[Customer, ...]:
    """Those customers that are still there, by record id."""
    return tuple(session.scalars(select(Customer).where(among(Customer.record_id, wanted))))


class PageOfFile(NamedTuple):
    """A filed page by its record id, with its number and whose it is."""

    record: str
    number: str
    customer: Customer


def still_filed(session: Session, documents: Sequence[str]) -> tuple[PageOfFile, ...]:
    """Those of the filed pages that are still there, by record id."""
    there = (
        select(IssuedDocument.record_id, IssuedDocument.number, Customer)
        .join(Customer, Customer.id == IssuedDocument.customer_id)
        .where(among(IssuedDocument.record_id, documents), func.length(IssuedDocument.pdf) > 0)
    )
    return tuple(PageOfFile(*row) for row in session.execute(there))


class LoggedChange(NamedTuple):
    """An entry of the log about a change, with the fields that it names."""

    number: int
    action: str
    subject: str
    details: dict[str, Any]

    @property
    def fields(self) -> frozenset[str]:
        found = self.details.get("fields")
        return frozenset(map(str, found)) if isinstance(found, list) else frozenset()

    @property
    def payment(self) -> str:
        """The number of the payment that it is about."""
        return str(self.details.get("payment_number", ""))


def newest_entry(session: Session) -> int:
    """The number of the log's last entry; 0 without any."""
    return session.scalar(select(func.max(AuditRow.id))) or 0


def entries_of(session: Session, papers: Sequence[Registered]) -> dict[str, int]:
    """For each paper, as the log names it, what :func:`entry_of` finds; all work orders in one query."""
    named = {one.named: one for one in papers}
    jobs = {
        f"job:{one.job.record_id}"
        for one in papers
        if one.kind is PaperKind.WORK_ORDER and one.job is not None
    }
    issued = session.execute(
        select(AuditRow.id, AuditRow.details)
        .where(among(AuditRow.subject, jobs), AuditRow.action == Action.WORK_ORDER_ISSUED.value)
        .order_by(AuditRow.id.desc())
    )
    found = {str(json.loads(details).get("order", "")): number for number, details in issued}
    return {name: found[name] if name in found else entry_of(session, one) for name, one in named.items()}


def entry_of(session: Session, one: Registered) -> int:
    """The number of the entry with which a paper was registered: what was changed later has a higher one.

    Where there is none, as in a file that another program wrote into, it is the last one before that moment.
    """
    registering = (Action.PAPER_REGISTERED.value, Action.WORK_ORDER_ISSUED.value)
    found = session.scalar(
        select(func.min(AuditRow.id)).where(
            AuditRow.at >= one.registered_at,
            AuditRow.action.in_(registering),
            AuditRow.details.contains(f'"{one.named}"', autoescape=True),
        )
    )
    if found is None:
        found = session.scalar(select(func.max(AuditRow.id)).where(AuditRow.at < one.registered_at))
    return found or 0


def entries_after(session: Session, entry: int, actions: Collection[Action]) -> tuple[LoggedChange, ...]:
    """What was entered into the log after an entry, of these acts, in their order."""
    query = select(AuditRow.id, AuditRow.action, AuditRow.subject, AuditRow.details).where(
        AuditRow.id > entry, AuditRow.action.in_([one.value for one in actions])
    )
    return tuple(
        LoggedChange(number, action, subject, json.loads(details))
        for number, action, subject, details in session.execute(query.order_by(AuditRow.id))
    )


def payments_of(session: Session, jobs: Iterable[int]) -> dict[int, set[str]]:
    """Numbers of the payments of which something paid for an invoice of each job, by primary key."""
    query = (
        select(InvoiceJob.job_id, Payment.number)
        .join(PaymentAllocation, PaymentAllocation.payment_id == Payment.id)
        .join(InvoiceJob, InvoiceJob.invoice_id == PaymentAllocation.invoice_id)
    )
    found: dict[int, set[str]] = defaultdict(set)
    for job, number in session.execute(query.where(among(InvoiceJob.job_id, jobs))):
        found[job].add(number)
    return found


def with_whom(session: Session, customer: Customer, entry: int) -> tuple[bool, bool]:
    """Whether the customer was joined with another after an entry of the log, and still is, whichever of both
    is kept; and whether one whom they were joined with then was separated since.

    The log's own numbers tell, which grow however clocks are set.
    """
    joined: dict[str, int] = {}
    named = customer.record_id
    for one in entries_after(session, entry, (Action.CUSTOMERS_MERGED, Action.MERGE_UNDONE)):
        both = {one.subject.partition(":")[2], str(one.details.get("merged", ""))}
        if named in both:
            step = 1 if one.action == Action.CUSTOMERS_MERGED else -1
            for other in both - {named}:
                joined[other] = joined.get(other, 0) + step
    steps = joined.values()
    return customer.merged_into_id is not None or any(step > 0 for step in steps), any(
        step < 0 for step in steps
    )


_OPEN_SUMS = (Action.PAYMENT_BOOKED, Action.PAYMENT_TAKEN_BACK, Action.INVOICE_ISSUED)


def asks_otherwise(session: Session, invoice: Invoice, entry: int) -> bool:
    """Whether something of an invoice was paid or credited after an entry of the log, or what was paid before
    was taken back.
    """
    since = entries_after(session, entry, _OPEN_SUMS)
    if not since:
        return False
    issued = {one.subject.partition(":")[2] for one in since if one.action == Action.INVOICE_ISSUED}
    if any(row.record_id in issued for row in credits_of(session, invoice.number)):
        return True
    booked, taken_back = (
        {one.details.get("payment_number") for one in since if one.action == action}
        for action in (Action.PAYMENT_BOOKED, Action.PAYMENT_TAKEN_BACK)
    )
    paid = (
        select(Payment.number, Payment.taken_back_on)
        .join(PaymentAllocation, PaymentAllocation.payment_id == Payment.id)
        .where(PaymentAllocation.invoice_id == invoice.id)
    )
    return any(
        number in taken_back - booked if gone else number in booked for number, gone in session.execute(paid)
    )
