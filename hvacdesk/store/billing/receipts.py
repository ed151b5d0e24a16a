"""Receipts, and the numbers of blank ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.receipts import ReceiptRecord, ReceiptRow, ReceiptState
from hvacdesk.store import records
from hvacdesk.store.models import Customer, Payment, Receipt


def get(session: Session, record_id: str) -> Receipt:
    """The receipt of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Receipt, record_id)


def numbered(session: Session, number: str) -> Receipt | None:
    """The receipt of a number, or None."""
    return session.scalars(select(Receipt).where(Receipt.number == number)).one_or_none()


def standing(session: Session, payment: Payment) -> Receipt | None:
    """The receipt that was issued for a payment and is not void, or None."""
    query = select(Receipt).where(Receipt.payment_id == payment.id, Receipt.state == ReceiptState.ISSUED)
    return session.scalars(query).one_or_none()


def give_out(session: Session, number: str, holder: str, on: str) -> Receipt:
    """Store the number of a blank receipt that a technician carries from now on."""
    row = Receipt(number=number, state=ReceiptState.GIVEN_OUT, holder=holder, given_on=on)
    session.add(row)
    session.flush()
    return row


def issue(
    session: Session, payment: Payment, number: str, record: ReceiptRecord, stamp_yen: int, by: str
) -> Receipt:
    """Store a receipt for a payment: a new one, or what was written on a blank one of this number."""
    row = numbered(session, number) or Receipt(number=number)
    row.customer_id, row.payment_id = payment.customer_id, payment.id
    row.state, row.stamp_yen, row.issued_by = ReceiptState.ISSUED, stamp_yen, by
    records.write(row, records.columns_of(record, "number"))
    row.version = (row.version or 0) + 1
    session.add(row)
    session.flush()
    return row


def note_back(row: Receipt, on: str) -> None:
    """Note that a blank receipt came back, used or not."""
    row.back_on = on


def note_reissued(session: Session, row: Receipt) -> None:
    """Count that a receipt is printed once more."""
    row.reissues += 1
    row.version += 1
    session.flush()


def move(row: Receipt, state: ReceiptState) -> None:
    """Bring a receipt to a state."""
    row.state = state
    row.version += 1


def listed(session: Session, states: Sequence[ReceiptState]) -> tuple[ReceiptRow, ...]:
    """Receipts in these states, by number, the newest first."""
    query = _query().where(Receipt.state.in_(states)).order_by(Receipt.number.desc())
    return tuple(_row(*found) for found in session.execute(query))


def row_of(session: Session, row: Receipt) -> ReceiptRow:
    """One receipt as lists show it."""
    return _row(*session.execute(_query().where(Receipt.id == row.id)).one())


def _query() -> Any:
    query = select(Receipt, Payment, Customer.record_id)
    query = query.outerjoin(Payment, Payment.id == Receipt.payment_id)
    return query.outerjoin(Customer, Customer.id == Receipt.customer_id)


def _row(row: Receipt, payment: Payment | None, customer: str | None) -> ReceiptRow:
    return ReceiptRow(
        receipt=row.record_id,
        number=row.number,
        state=row.state,
        customer=customer or "",
        payment=payment.record_id if payment is not None else "",
        issued_on=row.issued_on,
        yen=payment.yen if payment is not None else 0,
        proviso=row.proviso,
        way=payment.way if payment is not None else None,
        electronic=row.electronic,
        stamp_yen=row.stamp_yen,
        reissues=row.reissues,
        holder=row.holder,
        given_on=row.given_on,
        version=row.version or 1,
    )
