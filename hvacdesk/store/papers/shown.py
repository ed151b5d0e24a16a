"""What is there now of papers, filed pages and customers that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.domain.papers.work_orders import number_of_copy
from hvacdesk.store.chunks import among
from hvacdesk.store.models import (
    AuditRow,
    Copy,
    Customer,
    CustomerMerge,
    Invoice,
    IssuedDocument,
    Job,
    Paper,
    Payment,
    PaymentAllocation,
    WorkOrder,
)


class Registered(NamedTuple):
    """A paper, or a copy of a work order, with what it is about.

    Attributes:
        number: as the register shows it.
        registered_at: the moment from which its pages are.
    """

    kind: PaperKind
    number: str
    label: str
    state: PaperState
    registered_at: str
    customer: Customer
    job: Job | None


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
        select(Copy, WorkOrder.issued_at, Job, Customer)
        .join(WorkOrder, Copy.work_order_id == WorkOrder.id)
        .join(Job, WorkOrder.job_id == Job.id)
        .join(Customer, Job.customer_id == Customer.id)
        .where(Copy.record_id.in_(papers))
        .order_by(Copy.id)
    )
    return (
        *(
            Registered(one.kind, one.number, one.label, one.state, one.registered_at, customer, job)
            for one, customer, job in others
        ),
        *(
            Registered(
                PaperKind.WORK_ORDER,
                number_of_copy(job.number, copy.copy_number, copy.copies),
                "",
                PaperState(copy.state),
                issued_at,
                customer,
                job,
            )
            for copy, issued_at, job, customer in copies
        ),
    )


def customers(session: Session, wanted: Sequence[str]) -> tuple[Customer, ...]:
    """Those customers that are still there, by record id."""
    return tuple(session.scalars(select(Customer).where(among(Customer.record_id, wanted))))


def still_filed(session: Session, documents: Sequence[str]) -> tuple[str, ...]:
    """The numbers of those filed pages that are still there, by record id."""
    there = select(IssuedDocument.number).where(
        among(IssuedDocument.record_id, documents), func.length(IssuedDocument.pdf) > 0
    )
    return tuple(session.scalars(there))


def joined_since(session: Session, customer: Customer, moment: str) -> bool:
    """Whether the customer was joined with another after a moment, whichever of both is kept.

    Stamps are of whole seconds. What happened in the moment's own is taken for later: to ask in vain is less
    than to print what is not so.
    """
    if customer.merged_into_id is not None:
        return True
    found = select(CustomerMerge.id).where(
        CustomerMerge.customer_id == customer.id, CustomerMerge.merged_at >= moment
    )
    return session.scalar(found.limit(1)) is not None


def was_joined(session: Session, customer: Customer, moment: str) -> bool:
    """Whether the customer, who is not joined now, was at a moment: more merges were undone since than made.

    The log alone remembers a merge that was undone. In the moment's own second a merge is taken for earlier
    and an undo for later, as for :func:`joined_since`.
    """
    merging, undoing = Action.CUSTOMERS_MERGED.value, Action.MERGE_UNDONE.value
    named = customer.record_id
    both = or_(AuditRow.subject == f"customer:{named}", AuditRow.details.contains(named, autoescape=True))
    since = select(AuditRow.action).where(
        AuditRow.at >= moment,
        both,
        or_(AuditRow.action == undoing, and_(AuditRow.action == merging, AuditRow.at > moment)),
    )
    found = list(session.scalars(since))
    return found.count(undoing) > found.count(merging)


def was_paid_since(session: Session, invoice: Invoice, moment: str) -> bool:
    """Whether something of an invoice was paid from a moment on, or what was paid before was taken back.

    The log alone remembers at which moment that was.
    """
    paid = (
        select(Payment.number, Payment.booked_at, Payment.taken_back_on)
        .join(PaymentAllocation, PaymentAllocation.payment_id == Payment.id)
        .where(PaymentAllocation.invoice_id == invoice.id)
    )
    gone = select(AuditRow.id).where(
        AuditRow.at >= moment, AuditRow.action == Action.PAYMENT_TAKEN_BACK.value
    )
    for number, booked_at, taken_back_on in session.execute(paid):
        if taken_back_on and booked_at < moment:
            named = gone.where(AuditRow.details.contains(number, autoescape=True))
            if session.scalar(named.limit(1)) is not None:
                return True
        elif not taken_back_on and booked_at >= moment:
            return True
    return False
