"""Receipts, and the numbers of blank ones."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Table, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from hvacdesk.domain.billing.invoices import STANDING, DocumentKind, InvoiceKind
from hvacdesk.domain.billing.receipts import (
    FoundReceipts,
    MoneyBack,
    ReceiptDay,
    ReceiptOut,
    ReceiptQuery,
    ReceiptRecord,
    ReceiptRow,
    ReceiptState,
    counted,
)
from hvacdesk.domain.exchange.outside_lists import ListKind, ListMethod
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.store import records
from hvacdesk.store.base import Base
from hvacdesk.store.billing.invoices import has_part
from hvacdesk.store.chunks import among
from hvacdesk.store.models import (
    Customer,
    Invoice,
    IssuedDocument,
    OutsideList,
    Paper,
    Payment,
    PaymentAllocation,
    Receipt,
)

_RECEIPTS: Table = Base.metadata.tables[Receipt.__tablename__]

_WITH_SOMEBODY = frozenset({PaperState.PRINTING, PaperState.OUT, PaperState.HANDED_OVER, PaperState.LOST})
"""States of a paper that is not back, or of which nobody has said that it never came out."""


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


def made_out_without(session: Session, row: Payment) -> Receipt | None:
    """The receipt that stands and was made out without what went back with a payment, or None."""
    if not row.pays_back:
        return None
    paid = records.get(session, Payment, row.pays_back)
    if (receipt := standing(session, paid)) is None:
        return None
    counts = counted(_left_over_back(session, paid), paid.yen - receipt.yen)
    return None if (row.number, -row.yen) in {(one.number, one.yen) for one in counts} else receipt


def give_out(session: Session, number: str, holder: str, on: str) -> Receipt:
    """Store the number of a blank receipt that a technician carries from now on."""
    row = Receipt(number=number, state=ReceiptState.GIVEN_OUT, holder=holder, given_on=on)
    session.add(row)
    session.flush()
    return row


def issue(
    session: Session, payment: Payment, number: str, record: ReceiptRecord, yen: int, stamp_yen: int, by: str
) -> Receipt:
    """Store a receipt over so many yen of a payment: a new one, or what was written on a blank one."""
    row = numbered(session, number) or Receipt(number=number)
    row.customer_id, row.payment_id = payment.customer_id, payment.id
    row.state, row.yen, row.stamp_yen, row.issued_by = ReceiptState.ISSUED, yen, stamp_yen, by
    records.write(row, records.columns_of(record, "number", "over_kept"))
    row.version = (row.version or 0) + 1
    session.add(row)
    session.flush()
    return row


def note_back(row: Receipt, on: str) -> None:
    """Note that a blank receipt came back, used or not."""
    row.back_on = on


def out(session: Session, row: Receipt) -> ReceiptOut:
    """What of a receipt left the office, as the registers of papers and of files outside have it."""
    of_number = select(Paper.state).where(Paper.kind == PaperKind.RECEIPT, Paper.label == row.number)
    papers = [state for state in session.scalars(of_number) if state != PaperState.STRUCK]
    saved = select(OutsideList.destroyed_on, OutsideList.method).where(
        OutsideList.kind == ListKind.RECEIPT, OutsideList.document == row.number
    )
    files = [found for found in session.execute(saved).all() if found.method != ListMethod.NEVER_WRITTEN]
    blank = int(bool(row.given_on) and row.state is not ReceiptState.RETURNED)
    return ReceiptOut(
        papers=blank + sum(state in _WITH_SOMEBODY for state in papers),
        files=sum(not on or method is ListMethod.HANDED_OVER for on, method in files),
        ever=bool(row.given_on or papers or files),
    )


def given_back(session: Session, payment: Payment) -> tuple[MoneyBack, ...]:
    """What went back of a payment: of what was left over, and with credit notes about what it pays for.

    A credit note that was set off paid for something else, such as another invoice or a cancellation fee:
    what went back of that is told as well, however often it was set off, but no more than was set off. Where
    several payments paid for the invoice of a credit note, nobody knows of which one that is: no more is told
    than this one paid for it, with all credit notes about it together, nor in all than the payment.
    """
    found = _left_over_back(session, payment)
    seen = {payment.id}
    waiting = [(payment, max(0, payment.yen + payment.fee - sum(one.yen for one in found)))]
    while waiting:
        back, set_off = _went(session, *waiting.pop())
        found += back
        for on in set_off:
            if on.payment.id not in seen:
                seen.add(on.payment.id)
                left_over = _set_off_back(session, on)
                found += left_over
                waiting.append((on.payment, on.yen - sum(one.yen for one in left_over)))
    return tuple(sorted(found, key=lambda one: (one.on, one.number, one.note)))


class _Reached(NamedTuple):
    """A payment in which credit notes were set off: how much of it they are at most, and the last note."""

    payment: Payment
    yen: int
    note: str


def _went(session: Session, payment: Payment, own: int) -> tuple[list[MoneyBack], list[_Reached]]:
    """Where so many yen of a payment went with the credit notes about what it paid for: back, or set off.

    Every yen is told once. Money back comes first: whether it was this payment's, nobody can rule out.
    """
    parts = _of_notes(session, payment)
    paid = {part.about: part.paid for part in parts}
    gone = {part.row.id: -part.row.yen for part in parts if part.row.yen < 0}
    left = [part.yen for part in parts]
    back: list[MoneyBack] = []
    for at, part in enumerate(parts):
        if yen := min(left[at], paid[part.about], own, gone.get(part.row.id, 0)):
            row = part.row
            back.append(MoneyBack(row.number, row.received_on, yen, row.way, part.note))
            gone[row.id] -= yen
            left[at], paid[part.about], own = left[at] - yen, paid[part.about] - yen, own - yen
    reached: dict[int, _Reached] = {}
    for at, part in enumerate(parts):
        if yen := min(left[at], paid[part.about], own):
            before = reached[part.row.id].yen if part.row.id in reached else 0
            reached[part.row.id] = _Reached(part.row, before + yen, part.note)
            paid[part.about], own = paid[part.about] - yen, own - yen
    return back, list(reached.values())


def _set_off_back(session: Session, on: _Reached) -> list[MoneyBack]:
    """What went back of what credit notes left over where they were set off: first went what came then."""
    came, left, found = max(0, on.payment.yen + on.payment.fee), on.yen, []
    for one in _left_over_back(session, on.payment):
        noted = min(one.yen - min(came, one.yen), left)
        came, left = came - min(came, one.yen), left - noted
        if noted:
            found.append(replace(one, yen=noted, note=on.note))
    return found


class _NotePart(NamedTuple):
    """A credit note's part in a payment: its money went back with it, or was set off there.

    Attributes:
        note, about: numbers of the credit note and of its invoice.
        paid: yen that the payment in question had paid for that invoice.
    """

    note: str
    yen: int
    row: Payment
    about: str
    paid: int


def _left_over_back(session: Session, payment: Payment) -> list[MoneyBack]:
    """What went back of what no invoice had used of a payment."""
    query = select(Payment.number, Payment.received_on, -Payment.yen, Payment.way).where(
        Payment.pays_back != "", Payment.pays_back == payment.record_id, Payment.taken_back_on == ""
    )
    return [MoneyBack(*row) for row in session.execute(query)]


def _of_notes(session: Session, payment: Payment) -> list[_NotePart]:
    """Where the credit notes went that are about what a payment pays for, the oldest first."""
    query = select(Invoice.number, PaymentAllocation.yen).join(
        PaymentAllocation, PaymentAllocation.invoice_id == Invoice.id
    )
    paid = PaymentAllocation.payment_id == payment.id
    about: dict[str, int] = {}
    for number, yen in session.execute(query.where(paid, PaymentAllocation.yen > 0)):
        about[number] = about.get(number, 0) + yen
    noted = (
        select(Invoice.number, -PaymentAllocation.yen, Payment, Invoice.about)
        .join(PaymentAllocation, PaymentAllocation.payment_id == Payment.id)
        .join(Invoice, Invoice.id == PaymentAllocation.invoice_id)
        .where(Invoice.about.in_(about), Invoice.about != "", Invoice.kind == InvoiceKind.CREDIT)
        .where(Invoice.state.in_(STANDING), PaymentAllocation.yen < 0, Payment.taken_back_on == "")
        .order_by(Payment.received_on, Payment.id, PaymentAllocation.id)
    )
    return [_NotePart(*row, about[row[-1]]) for row in session.execute(noted)]


def note_reissued(session: Session, row: Receipt) -> None:
    """Count that a receipt is printed once more."""
    row.reissues += 1
    row.version += 1
    session.flush()


def move(row: Receipt, state: ReceiptState) -> None:
    """Bring a receipt to a state."""
    row.state = state
    row.version += 1


def found(
    session: Session, query: ReceiptQuery, customers: Collection[int] | None, limit: int | None
) -> FoundReceipts:
    """The receipts of the newest numbers that fit, and how many fit in all.

    Args:
        customers: primary keys of those whose name fits; None where no name is looked for.
    """
    conditions: list[ColumnElement[bool]] = []
    by_issue = query.day is ReceiptDay.ISSUED
    day = Receipt.issued_on if by_issue else Payment.received_on
    within = ([day >= query.first_day] if query.first_day else []) + (
        [day <= query.last_day] if query.last_day else []
    )
    conditions += map(_dated, within) if by_issue else within
    if query.lowest is not None or query.highest is not None:
        conditions.append(Receipt.yen > 0)  # a blank one has no sum
    if query.lowest is not None:
        conditions.append(Receipt.yen >= query.lowest)
    if query.highest is not None:
        conditions.append(Receipt.yen <= query.highest)
    if query.states:
        conditions.append(Receipt.state.in_(query.states))
    if customers is not None:
        named = among(_RECEIPTS.c.customer_id, customers)
        conditions.append(or_(named, has_part(Receipt.number, query.party)))
    paid = (Payment, Payment.id == Receipt.payment_id)
    total = session.scalar(select(func.count(Receipt.id)).outerjoin(*paid).where(*conditions)) or 0
    fitting = select(Receipt.id).outerjoin(*paid).where(*conditions)
    # Which ones the indexes say alone; so what is listed of thousands that fit is read, and no other.
    keys = session.scalars(fitting.order_by(Receipt.number.desc()).limit(limit)).all()
    listed = session.execute(_told().where(among(_RECEIPTS.c.id, keys)))
    rows = sorted((_row(*told) for told in listed), key=lambda row: row.number, reverse=True)
    return FoundReceipts(tuple(rows), total)


class IndexedReceipt(NamedTuple):
    """A receipt that was made out, whatever became of it.

    Attributes:
        customer, payment: primary keys.
        received_on: ISO day on which the money was received.
        sha256: of its page as it was filed first; empty where that is gone.
    """

    number: str
    state: ReceiptState
    customer: int
    payment: int
    received_on: str
    issued_on: str
    yen: int
    sha256: str


def issued(session: Session, first_day: str, last_day: str) -> tuple[IndexedReceipt, ...]:
    """The receipts made out between two ISO days, in the order of day and number."""
    filed = aliased(IssuedDocument)
    page = (
        select(filed.sha256)
        .where(filed.number == Receipt.number, filed.kind == DocumentKind.RECEIPT)
        .order_by(filed.id)
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(
            *(Receipt.number, Receipt.state, Payment.customer_id, Payment.id, Payment.received_on),
            *(Receipt.issued_on, Receipt.yen, func.coalesce(page, "")),
        )
        .join(Payment, Payment.id == Receipt.payment_id)
        .where(_dated(Receipt.issued_on.between(first_day, last_day)))
        .order_by(Receipt.issued_on, Receipt.number)
    )
    return tuple(IndexedReceipt(*row) for row in session.execute(query))


def _dated(fits: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a receipt bears a day that fits. Blank ones bear none: so the index of the days answers."""
    return and_(fits, Receipt.issued_on != "")


def row_of(session: Session, row: Receipt) -> ReceiptRow:
    """One receipt as lists show it."""
    return _row(*session.execute(_told().where(Receipt.id == row.id)).one())


def _told() -> Select[*tuple[Any, ...]]:
    row = Receipt
    return (
        select(
            *(row.record_id, row.number, row.state, Customer.record_id, Payment.record_id, row.issued_on),
            *(row.yen, row.proviso, Payment.way, row.electronic, row.stamp_yen, row.reissues),
            *(row.holder, row.given_on, row.version, func.coalesce(Payment.received_on, "")),
        )
        .outerjoin(Payment, Payment.id == row.payment_id)
        .outerjoin(Customer, Customer.id == row.customer_id)
    )


def _row(
    receipt: str,
    number: str,
    state: ReceiptState,
    customer: str | None,
    payment: str | None,
    issued_on: str,
    *others: Any,
) -> ReceiptRow:
    """A blank one has neither customer nor payment."""
    return ReceiptRow(receipt, number, state, customer or "", payment or "", issued_on, *others)
