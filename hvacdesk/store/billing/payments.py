"""Payments and what they pay for, and which deposits of bank files were seen to."""

from __future__ import annotations

import hashlib
import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select, Table, or_, select
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain import masking
from hvacdesk.domain.billing.payments import BankLine, OpenInvoice, PaymentRecord, PaymentRow
from hvacdesk.domain.billing.receipts import ReceiptState
from hvacdesk.store import records
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among
from hvacdesk.store.models import BankLineSeen, Customer, Invoice, Payment, PaymentAllocation, Receipt

_SALT_BYTES = 16
_ALLOCATIONS: Table = Base.metadata.tables[PaymentAllocation.__tablename__]
_LOADED = (selectinload(Payment.allocations),)
_STANDING = Payment.taken_back_on == ""


class KnownPayer(NamedTuple):
    """By what a customer with open invoices may be named in a bank's file.

    Attributes:
        names: readings and writings of the customer's own name.
        sealed: table, column, primary key and ciphertext of payers' names.
    """

    customer: str
    names: tuple[str, ...]
    sealed: tuple[tuple[str, str, int, bytes], ...]


def get(session: Session, record_id: str) -> Payment:
    """The payment of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Payment, record_id)


def add(
    session: Session,
    customer: Customer,
    number: str,
    record: PaymentRecord,
    *,
    by: str,
    at: str,
    pays_back: str = "",
) -> Payment:
    """Store a payment, who paid apart: that is sealed for the primary key that this gives.

    Args:
        pays_back: record id of the payment of which something left over goes back with this one.
    """
    row = Payment(
        customer_id=customer.id,
        number=number,
        credit_yen=0 if pays_back else record.credit,
        pays_back=pays_back,
        booked_by=by,
        booked_at=at,
        **records.columns_of(record, "allocations", "payer"),
    )
    session.add(row)
    session.flush()
    return row


def note_bank(row: Payment, sealed: Mapping[str, bytes]) -> None:
    """Store what the bank wrote, sealed, by the names of its columns."""
    for name, value in sealed.items():
        setattr(row, name, value)


def use_credit(row: Payment, yen: int) -> None:
    """Note that so many yen of what was left over are used."""
    row.credit_yen -= yen
    row.version += 1


def hand_in(row: Payment, *, on: str, by: str) -> None:
    """Note that collected cash was counted in the office."""
    row.handed_in_on, row.counted_by = on, by
    row.version += 1


def allot(row: Payment, invoice: Invoice, yen: int, on: str) -> None:
    """Note that so many yen of a payment pay for an invoice."""
    row.allocations.append(PaymentAllocation(invoice_id=invoice.id, yen=yen, on=on))


def take_back(row: Payment, *, on: str, by: str) -> None:
    """Note that a payment was booked in error."""
    row.taken_back_on, row.taken_back_by, row.credit_yen = on, by, 0
    row.version += 1


def of_customer(session: Session, customer: Customer) -> tuple[Payment, ...]:
    """A customer's payments, the newest first; those taken back among them."""
    query = select(Payment).where(Payment.customer_id == customer.id).options(*_LOADED)
    return tuple(session.scalars(query.order_by(Payment.received_on.desc(), Payment.id.desc())))


def latest(session: Session, limit: int) -> tuple[Payment, ...]:
    """The payments of everybody that came last."""
    query = select(Payment).options(*_LOADED).order_by(Payment.received_on.desc(), Payment.id.desc())
    return tuple(session.scalars(query.limit(limit)))


def of_receipt(session: Session, receipt: Receipt) -> Payment | None:
    """The payment that a receipt is for; None for a blank one."""
    return session.get(Payment, receipt.payment_id) if receipt.payment_id is not None else None


def paid_invoices(session: Session, row: Payment) -> tuple[tuple[Invoice, int], ...]:
    """The invoices that a payment pays for, each with the yen of it."""
    return tuple((session.get_one(Invoice, one.invoice_id), one.yen) for one in row.allocations)


def with_credit() -> Select[int]:
    """Primary keys of the customers of whom something is left over."""
    return select(Payment.customer_id).where(Payment.credit_yen != 0).distinct()


def paid_back(session: Session, row: Payment) -> bool:
    """Whether something of a payment went back to the customer."""
    query = select(Payment.id).where(Payment.pays_back == row.record_id, _STANDING)
    return session.scalars(query.limit(1)).first() is not None


def cash_out(session: Session) -> tuple[Payment, ...]:
    """Cash that was collected on site and not handed in, the oldest first."""
    query = select(Payment).where(Payment.collected_by != "", Payment.handed_in_on == "", _STANDING)
    return tuple(session.scalars(query.options(*_LOADED).order_by(Payment.received_on, Payment.id)))


def rows_of(session: Session, rows: Sequence[Payment]) -> tuple[PaymentRow, ...]:
    """Several payments as lists show them, in a fixed number of queries."""
    keys = [row.id for row in rows]
    invoices = _numbers(session, keys)
    receipts = _receipts(session, keys)
    people = _records(session, {row.customer_id for row in rows})
    return tuple(
        PaymentRow(
            payment=row.record_id,
            number=row.number,
            customer=people[row.customer_id],
            received_on=row.received_on,
            yen=row.yen,
            fee=row.fee,
            way=row.way,
            paid_for=tuple((invoices[one.invoice_id], one.yen) for one in row.allocations),
            credit=row.credit_yen,
            collected_by=row.collected_by,
            handed_in_on=row.handed_in_on,
            taken_back_on=row.taken_back_on,
            receipt=receipts.get(row.id, ""),
            payer=masking.withheld("sealed" if row.payer is not None else "", revealable=True),
            note=row.note,
            version=row.version or 1,
        )
        for row in rows
    )


def _numbers(session: Session, payments: Collection[int]) -> dict[int, str]:
    query = select(Invoice.id, Invoice.number).join(
        PaymentAllocation, PaymentAllocation.invoice_id == Invoice.id
    )
    rows = session.execute(query.where(among(_ALLOCATIONS.c.payment_id, payments)))
    return {row.id: row.number for row in rows}


def _receipts(session: Session, payments: Collection[int]) -> dict[int, str]:
    table: Table = Base.metadata.tables[Receipt.__tablename__]
    query = select(Receipt.payment_id, Receipt.number).where(
        among(table.c.payment_id, payments), Receipt.state == ReceiptState.ISSUED
    )
    return {key: number for key, number in session.execute(query) if key is not None}


def _records(session: Session, customers: Collection[int]) -> dict[int, str]:
    table: Table = Base.metadata.tables[Customer.__tablename__]
    query = select(Customer.id, Customer.record_id).where(among(table.c.id, customers))
    return {row.id: row.record_id for row in session.execute(query)}


# What waits for money


def open_invoices(
    session: Session, customer: Customer | None = None, only: Collection[str] | None = None
) -> tuple[OpenInvoice, ...]:
    """What is open, of everybody or of one; the longest due first. Names are not looked up.

    Args:
        only: record ids of the invoices that matter; None for all.
    """
    query = (
        select(
            *(Invoice.record_id, Invoice.number, Customer.record_id.label("customer")),
            *(Invoice.issued_on, Invoice.due_on, Invoice.open_yen),
        )
        .join(Customer, Customer.id == Invoice.customer_id)
        .where(Invoice.open_yen != 0)
        .order_by(Invoice.due_on, Invoice.number)
    )
    if customer is not None:
        query = query.where(Invoice.customer_id == customer.id)
    if only is not None:
        query = query.where(Invoice.record_id.in_(only))
    rows: Iterable[Any] = session.execute(query)
    return tuple(
        OpenInvoice(
            invoice=row.record_id,
            number=row.number,
            customer=row.customer,
            issued_on=row.issued_on,
            due_on=row.due_on,
            open_yen=row.open_yen,
            payers=frozenset(),
        )
        for row in rows
    )


def known_payers(session: Session) -> tuple[KnownPayer, ...]:
    """By what everybody who has open invoices may be named."""
    waiting = select(Invoice.customer_id).where(Invoice.open_yen != 0).distinct()
    earlier = defaultdict[int, list[tuple[str, str, int, bytes]]](list)
    paid = select(Payment.customer_id, Payment.id, Payment.payer)
    for customer, key, payer in session.execute(paid.where(Payment.customer_id.in_(waiting), _STANDING)):
        if payer is not None:
            earlier[customer].append((Payment.__tablename__, "payer", key, payer))
    found = []
    for row in session.scalars(select(Customer).where(Customer.id.in_(waiting))):
        names = (
            *(row.family_kana + row.given_kana, row.organisation_kana, row.organisation),
            row.family_name + row.given_name,
        )
        sealed = list(earlier[row.id])
        if row.payer is not None:
            sealed.append((Customer.__tablename__, "payer", row.id, row.payer))
        found.append(KnownPayer(row.record_id, tuple(filter(None, names)), tuple(sealed)))
    return tuple(found)


# Deposits of bank files


def not_seen(session: Session, lines: Sequence[BankLine]) -> tuple[BankLine, ...]:
    """Those lines that were neither booked nor set aside; one whose payment was taken back counts as new."""
    table: Table = Base.metadata.tables[BankLineSeen.__tablename__]
    seen = defaultdict[tuple[str, int], list[tuple[str, str]]](list)
    query = select(BankLineSeen.on, BankLineSeen.yen, BankLineSeen.salt, BankLineSeen.digest)
    query = query.outerjoin(Payment, Payment.id == BankLineSeen.payment_id)
    standing = or_(BankLineSeen.payment_id.is_(None), _STANDING)
    for on, yen, salt, digest in session.execute(
        query.where(among(table.c.on, {line.on for line in lines}), standing)
    ):
        seen[on, yen].append((salt, digest))
    return tuple(
        line
        for line in lines
        if not any(_digest(salt, line) == digest for salt, digest in seen.get((line.on, line.yen), ()))
    )


def note_seen(session: Session, line: BankLine, payment: Payment | None, *, by: str, at: str) -> None:
    """Note that a deposit was booked with a payment, or set aside where there is none."""
    salt = secrets.token_hex(_SALT_BYTES)
    session.add(
        BankLineSeen(
            on=line.on,
            yen=line.yen,
            salt=salt,
            digest=_digest(salt, line),
            payment_id=payment.id if payment is not None else None,
            seen_by=by,
            seen_at=at,
        )
    )


def _digest(salt: str, line: BankLine) -> str:
    return hashlib.sha256(f"{salt}{line.reference}".encode()).hexdigest()
