"""Payments and what they pay for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Select, Table, func, or_, select
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain import masking
from hvacdesk.domain.bank.payer_names import PayerName, named_payer
from hvacdesk.domain.billing.money import shared_out
from hvacdesk.domain.billing.payment_doubts import days_beside
from hvacdesk.domain.billing.payments import (
    TO_THE_ACCOUNT,
    InvoicePayment,
    OpenInvoice,
    PaymentRecord,
    PaymentRow,
    PaymentWay,
)
from hvacdesk.domain.billing.receipts import ReceiptState
from hvacdesk.store import records
from hvacdesk.store.base import Base
from hvacdesk.store.billing import cash_counts
from hvacdesk.store.chunks import among
from hvacdesk.store.models import (
    BooksRun,
    CashCount,
    Customer,
    Invoice,
    Payment,
    PaymentAllocation,
    Receipt,
)

Sealed = tuple[str, str, int, bytes]

_ALLOCATIONS: Table = Base.metadata.tables[PaymentAllocation.__tablename__]
_LOADED = (selectinload(Payment.allocations),)
_STANDING = Payment.taken_back_on == ""
_CASH_OUT = (Payment.collected_by != "", Payment.handed_in_on == "", _STANDING)


class KnownPayer(NamedTuple):
    """By what a customer may be named in a bank's file.

    Attributes:
        customer: record id; of one that was merged, the one's that is kept.
        person: readings and writings of the customer's own name: family and given name, of which the latter
            may be missing.
        firm: those of the organisation.
        own: by which name the customer pays, as was told: table, column, primary key and ciphertext.
        earlier: the same of each earlier payment.
    """

    customer: str
    person: tuple[tuple[str, str], ...]
    firm: tuple[str, ...]
    own: tuple[Sealed, ...]
    earlier: tuple[Sealed, ...]


def get(session: Session, record_id: str) -> Payment:
    """The payment of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Payment, record_id)


def by_key(session: Session, key: int) -> Payment:
    """The payment of a primary key that another row names."""
    return session.get_one(Payment, key)


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


def allot(session: Session, row: Payment, invoice: Invoice, yen: int, on: str) -> None:
    """Note that so many yen of a payment pay for an invoice.

    The key is above all that a list for the books remembers, though what had the last ones may be destroyed:
    with a freed one it would be taken for something that was paid for when that list was handed over.
    """
    session.flush()
    keys = (session.scalar(select(func.max(key))) for key in (PaymentAllocation.id, BooksRun.allotted_until))
    made = PaymentAllocation(id=max(key or 0 for key in keys) + 1, invoice_id=invoice.id, yen=yen, on=on)
    row.allocations.append(made)


def take_back(row: Payment, *, on: str, by: str) -> None:
    """Note that a payment was booked in error."""
    row.taken_back_on, row.taken_back_by, row.credit_yen = on, by, 0
    row.in_books = False  # the books have it as it stood
    row.version += 1


def of_customer(session: Session, customer: Customer) -> tuple[Payment, ...]:
    """A customer's payments, the newest first; those taken back among them."""
    query = select(Payment).where(Payment.customer_id == customer.id).options(*_LOADED)
    return tuple(session.scalars(query.order_by(Payment.received_on.desc(), Payment.id.desc())))


def latest(session: Session, limit: int) -> tuple[Payment, ...]:
    """The payments of everybody that came last."""
    query = select(Payment).options(*_LOADED).order_by(Payment.received_on.desc(), Payment.id.desc())
    return tuple(session.scalars(query.limit(limit)))


def alike(session: Session, customer: Customer, record: PaymentRecord) -> tuple[Payment, ...]:
    """A customer's payments that stand and may be this one by sum, way and day; the last booked first.

    Its sum may have been typed as the bank's, and that one's before the fee that the customer kept. A set-off
    alone, of no yen, is the one that sets off the same.
    """
    ways = TO_THE_ACCOUNT if record.way in TO_THE_ACCOUNT else {record.way}
    gross = record.yen + record.fee
    query = (
        select(Payment)
        .where(Payment.customer_id == customer.id, Payment.received_on.in_(days_beside(record.received_on)))
        .where(or_(Payment.yen == record.yen, Payment.yen + Payment.fee == gross))
        .where(Payment.way.in_(ways), _STANDING)
        .order_by(Payment.id.desc())
    )
    rows = session.scalars(query.options(*_LOADED))
    if record.yen:
        return tuple(rows)
    named = dict(record.allocations)
    keys = select(Invoice.record_id, Invoice.id).where(Invoice.record_id.in_(named))
    set_off = {(key, named[invoice]) for invoice, key in session.execute(keys)}
    return tuple(row for row in rows if {(one.invoice_id, one.yen) for one in row.allocations} == set_off)


def of_receipt(session: Session, receipt: Receipt) -> Payment | None:
    """The payment that a receipt is for; None for a blank one."""
    return session.get(Payment, receipt.payment_id) if receipt.payment_id is not None else None


def paid_invoices(session: Session, row: Payment) -> tuple[tuple[Invoice, int], ...]:
    """The invoices that a payment pays for, each with the yen of it."""
    return tuple((session.get_one(Invoice, one.invoice_id), one.yen) for one in row.allocations)


def that_paid(session: Session, invoice: Invoice) -> tuple[Payment, ...]:
    """The payments that stand and brought money for an invoice, the oldest first."""
    query = (
        select(Payment)
        .join(PaymentAllocation, PaymentAllocation.payment_id == Payment.id)
        .where(PaymentAllocation.invoice_id == invoice.id, PaymentAllocation.yen > 0)
        .where(Payment.yen > 0, _STANDING)
    )
    rows = session.scalars(query.options(*_LOADED).distinct())
    return tuple(sorted(rows, key=lambda row: (row.received_on, row.id)))


def last_allotted(session: Session, invoices: Iterable[Invoice]) -> str:
    """The last ISO day on which something paid for one of these invoices and still does; empty for none."""
    query = (
        select(func.max(PaymentAllocation.on))
        .join(Payment, Payment.id == PaymentAllocation.payment_id)
        .where(among(_ALLOCATIONS.c.invoice_id, [row.id for row in invoices]), Payment.taken_back_on == "")
    )
    return session.scalar(query) or ""


def received(session: Session, invoices: Collection[str]) -> tuple[InvoicePayment, ...]:
    """What pays for some invoices and was not taken back, the oldest first; by the invoices' record ids."""
    table: Table = Base.metadata.tables[Invoice.__tablename__]
    query = (
        select(
            *(Invoice.record_id, Invoice.number, PaymentAllocation.yen),
            *(Payment.received_on, Payment.yen, Payment.fee, Payment.way),
            *(PaymentAllocation.id, Payment.id),
        )
        .join(PaymentAllocation, PaymentAllocation.invoice_id == Invoice.id)
        .join(Payment, Payment.id == PaymentAllocation.payment_id)
        .where(among(table.c.record_id, invoices), _STANDING)
        .order_by(Payment.received_on, Payment.id, Invoice.number)
    )
    rows: Sequence[Any] = session.execute(query).all()
    no_money = _no_money(session, {row[-1] for row in rows})
    return tuple(
        replace(InvoicePayment(*row[:-2]), part_fee=fee, part_set_off=set_off)
        for row in rows
        for fee, set_off in (no_money[row[-2]],)
    )


def _no_money(session: Session, payments: Collection[int]) -> dict[int, tuple[int, int]]:
    """What of each allocation is no money: its shares of the bank's fee and of what was set off."""
    table: Table = Base.metadata.tables[Payment.__tablename__]
    query = (
        select(Payment.id, Payment.yen, Payment.fee, Payment.way, PaymentAllocation.id, PaymentAllocation.yen)
        .join(PaymentAllocation, PaymentAllocation.payment_id == Payment.id)
        .where(among(table.c.id, payments))
        .order_by(Payment.id, PaymentAllocation.id)
    )
    found: dict[int, tuple[int, int]] = {}
    for (_payment, came, fee, way), rows in groupby(session.execute(query).all(), lambda row: tuple(row[:4])):
        parts = {row[4]: row[5] for row in rows}
        yen, kept = (0, came) if way is PaymentWay.SET_OFF else (came, 0)
        found |= dict.fromkeys(parts, (0, 0))
        paid = {key: part for key, part in parts.items() if part > 0}
        set_off = kept + max(0, min(yen, 0) - sum(part for part in parts.values() if part < 0))
        if whole := max(yen, 0) + fee + set_off:
            shares = (shared_out(each, paid.values(), whole) for each in (fee, set_off))
            found |= dict(zip(paid, zip(*shares, strict=True), strict=True))
    return found


def with_credit() -> Select[int]:
    """Primary keys of the customers of whom something is left over."""
    return select(Payment.customer_id).where(Payment.credit_yen != 0).distinct()


def with_cash_out() -> Select[int]:
    """Primary keys of the customers whose cash was collected on site and not handed in."""
    return select(Payment.customer_id).where(*_CASH_OUT).distinct()


def credit_of(session: Session, customer: int) -> int:
    """Yen of a customer's payments that pay for nothing yet."""
    query = select(func.coalesce(func.sum(Payment.credit_yen), 0)).where(Payment.customer_id == customer)
    return session.scalars(query).one()


def owed_back(session: Session, customer: int) -> int:
    """Yen that a customer paid too much, or is owed by credit notes: neither used nor given back."""
    credited = select(func.coalesce(func.sum(Invoice.open_yen), 0))
    credited = credited.where(Invoice.customer_id == customer, Invoice.open_yen < 0)
    return credit_of(session, customer) - session.scalars(credited).one()


def paid_back(session: Session, row: Payment) -> bool:
    """Whether something of a payment went back to the customer."""
    query = select(Payment.id).where(Payment.pays_back != "", Payment.pays_back == row.record_id, _STANDING)
    return session.scalars(query.limit(1)).first() is not None


def gone_back(row: Payment) -> int:
    """Yen of a payment that paid for no invoice and went back to the customer."""
    return row.yen + row.fee - row.credit_yen - sum(one.yen for one in row.allocations)


def cash_out(session: Session) -> tuple[Payment, ...]:
    """Cash that was collected on site and not handed in, the oldest first."""
    query = select(Payment).where(*_CASH_OUT)
    rows = session.scalars(query.options(*_LOADED))  # sorted here: the database would walk all days for it
    return tuple(sorted(rows, key=lambda row: (row.received_on, row.id)))


def rows_of(session: Session, rows: Sequence[Payment]) -> tuple[PaymentRow, ...]:
    """Several payments as lists show them, in a fixed number of queries."""
    keys = [row.id for row in rows]
    invoices = _numbers(session, keys)
    receipts = _receipts(session, keys)
    people = _records(session, {row.customer_id for row in rows})
    counts = cash_counts.differing(session, rows)
    counted = cash_counts.numbers(session, [found[0] for found in counts.values()])
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
            differed=_differed(counts.get(row.cash_count, ())),
            counted_with=tuple(one for one in counted.get(row.cash_count, ()) if one != row.number),
        )
        for row in rows
    )


def _differed(counts: Sequence[CashCount]) -> int | None:
    return counts[-1].counted_yen - counts[0].expected_yen if counts else None


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
        )
        for row in rows
    )


def known_payers(session: Session) -> tuple[KnownPayer, ...]:
    """By what everybody in the office may be named, whether or not anything is open of them."""
    earlier = defaultdict[int, list[Sealed]](list)
    paid = select(Payment.customer_id, Payment.id, Payment.payer)
    for customer, key, payer in session.execute(paid.where(Payment.payer.is_not(None), _STANDING)):
        if payer is not None:
            earlier[customer].append((Payment.__tablename__, "payer", key, payer))
    query = select(
        *(Customer.id, Customer.record_id, Customer.merged_into_id, Customer.payer),
        *(Customer.family_name, Customer.given_name, Customer.family_kana, Customer.given_kana),
        *(Customer.organisation, Customer.organisation_kana),
    )
    rows: Sequence[Any] = session.execute(query).all()
    kept = {row.id: row.merged_into_id for row in rows}
    records_of = {row.id: row.record_id for row in rows}
    names = {row.id: ((row.family_kana, row.given_kana), (row.family_name, row.given_name)) for row in rows}
    return tuple(
        KnownPayer(
            customer=records_of[_last(row.id, kept)],
            person=names[row.id],
            firm=tuple(filter(None, (row.organisation_kana, row.organisation))),
            own=((Customer.__tablename__, "payer", row.id, row.payer),) if row.payer is not None else (),
            earlier=tuple(earlier[row.id]) if row.id in earlier else (),
        )
        for row in rows
    )


def written_names(known: KnownPayer) -> Iterator[PayerName]:
    """The names under which a customer is registered, without what is sealed."""
    for family, given in known.person:
        if family or given:
            yield named_payer(known.customer, family + given, sure=bool(given), family=family)
    for written in known.firm:
        yield named_payer(known.customer, written, firm=True)


def family_names(known: KnownPayer) -> Iterator[PayerName]:
    """The family name alone of a customer of whom the whole name is known: it may be another's."""
    for family, given in known.person:
        if family and given:
            yield named_payer(known.customer, family, sure=False)


def _last(customer: int, kept: Mapping[int, int | None]) -> int:
    while (into := kept[customer]) is not None:
        customer = into
    return customer
