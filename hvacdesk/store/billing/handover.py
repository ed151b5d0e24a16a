"""What the office's books were handed, and what they do not have yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, exists, func, select
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain.billing.handover import HandedOverKind, HandoverRun
from hvacdesk.domain.billing.invoices import STANDING, InvoiceState
from hvacdesk.store.base import new_record_id
from hvacdesk.store.models import Account, Customer, HandedOver, Invoice, Payment

ENDED = frozenset({InvoiceState.VOID, InvoiceState.REPLACED})


class BookEntry(NamedTuple):
    """One thing that the books get: an invoice or a payment, or that it was taken back."""

    kind: HandedOverKind
    invoice: Invoice | None
    payment: Payment | None
    customer: Customer

    @property
    def subject(self) -> str:
        """The record id of the invoice or payment."""
        row = self.invoice or self.payment
        assert row is not None
        return row.record_id


def waiting(session: Session, first: str, last: str) -> tuple[BookEntry, ...]:
    """What of a period (ISO days) the books do not have, and what they have that was taken back since."""
    issued = Invoice.issued_on.between(first, last)
    received = Payment.received_on.between(first, last) & (Payment.yen != 0)
    standing = Payment.taken_back_on == ""
    return (
        *_invoices(session, HandedOverKind.INVOICE, issued & Invoice.state.in_(STANDING)),
        *_invoices(
            session,
            HandedOverKind.INVOICE_BACK,
            Invoice.state.in_(ENDED) & _handed(HandedOverKind.INVOICE, Invoice.record_id),
        ),
        *_payments(session, HandedOverKind.PAYMENT, received & standing),
        *_payments(
            session,
            HandedOverKind.PAYMENT_BACK,
            ~standing & _handed(HandedOverKind.PAYMENT, Payment.record_id),
        ),
    )


def days_before(session: Session, first: str) -> tuple[str, ...]:
    """The days before an ISO day of each invoice and payment there that the books do not have."""
    issued = select(Invoice.issued_on).where(
        *(Invoice.issued_on != "", Invoice.issued_on < first, Invoice.state.in_(STANDING)),
        ~_handed(HandedOverKind.INVOICE, Invoice.record_id),
    )
    received = select(Payment.received_on).where(
        *(Payment.received_on < first, Payment.yen != 0, Payment.taken_back_on == ""),
        ~_handed(HandedOverKind.PAYMENT, Payment.record_id),
    )
    return (*session.scalars(issued), *session.scalars(received))


def of_run(session: Session, run: str) -> tuple[BookEntry, ...]:
    """What a list held that was handed over; what was destroyed since is not among it."""

    def named(kind: HandedOverKind, column: ColumnElement[str]) -> ColumnElement[bool]:
        marked = (HandedOver.kind == kind) & (HandedOver.run == run)
        return column.in_(select(HandedOver.subject).where(marked))

    found: list[BookEntry] = []
    for kind in (HandedOverKind.INVOICE, HandedOverKind.INVOICE_BACK):
        found += _invoices(session, kind, named(kind, Invoice.record_id), again=True)  # type: ignore[arg-type]
    for kind in (HandedOverKind.PAYMENT, HandedOverKind.PAYMENT_BACK):
        found += _payments(session, kind, named(kind, Payment.record_id), again=True)  # type: ignore[arg-type]
    return tuple(found)


def mark(session: Session, entries: Sequence[BookEntry], *, by: str, at: str) -> str:
    """Note that the books have these; returns the record id of the list."""
    run = new_record_id()
    session.add_all(
        HandedOver(kind=one.kind, subject=one.subject, run=run, handed_at=at, handed_by=by) for one in entries
    )
    session.flush()
    return run


def unmark(session: Session, run: str) -> None:
    """Note that the books did not get a list after all."""
    session.execute(delete(HandedOver).where(HandedOver.run == run))


def runs(session: Session) -> tuple[HandoverRun, ...]:
    """The lists that were handed over, the newest first."""
    query = (
        select(HandedOver.run, HandedOver.handed_at, Account.name, func.count())
        .outerjoin(Account, Account.record_id == HandedOver.handed_by)
        .group_by(HandedOver.run, HandedOver.handed_at, Account.name)
        .order_by(HandedOver.handed_at.desc())
    )
    return tuple(HandoverRun(run, at, name or "", count) for run, at, name, count in session.execute(query))


def _handed(kind: HandedOverKind, subject: object) -> ColumnElement[bool]:
    return exists(select(HandedOver.id).where(HandedOver.kind == kind, HandedOver.subject == subject))


def _invoices(
    session: Session, kind: HandedOverKind, condition: ColumnElement[bool], *, again: bool = False
) -> Iterable[BookEntry]:
    query = select(Invoice, Customer).join(Customer, Customer.id == Invoice.customer_id).where(condition)
    if not again:
        query = query.where(~_handed(kind, Invoice.record_id))
    for invoice, customer in session.execute(query.order_by(Invoice.issued_on, Invoice.number)):
        yield BookEntry(kind, invoice, None, customer)


def _payments(
    session: Session, kind: HandedOverKind, condition: ColumnElement[bool], *, again: bool = False
) -> Iterable[BookEntry]:
    query = select(Payment, Customer).join(Customer, Customer.id == Payment.customer_id).where(condition)
    if not again:
        query = query.where(~_handed(kind, Payment.record_id))
    query = query.options(selectinload(Payment.allocations))
    for payment, customer in session.execute(query.order_by(Payment.received_on, Payment.number)):
        yield BookEntry(kind, None, payment, customer)
