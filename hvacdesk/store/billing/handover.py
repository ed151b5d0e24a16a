"""What the office's books were handed, and what they do not have yet.

Every question follows ``in_books`` or one list, by an index: it takes as long as what it tells of, however
many invoices and payments the books have already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, and_, case, delete, exists, func, insert, or_, select, update
from sqlalchemy.orm import Session, aliased

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.handover import BuiltUpon, HandedOverKind, HandoverRun
from hvacdesk.domain.billing.invoices import STANDING, InvoiceKind, InvoiceState
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.billing.tax import RateSum
from hvacdesk.store import records
from hvacdesk.store.base import Base
from hvacdesk.store.billing import cash_counts
from hvacdesk.store.billing.invoices import is_about, rates_of
from hvacdesk.store.chunks import among
from hvacdesk.store.models import (
    Account,
    BooksRun,
    CashCount,
    HandedOver,
    Invoice,
    Payment,
    PaymentAllocation,
)

_FEE = InvoiceKind.CANCELLATION
ENDED = frozenset({InvoiceState.VOID, InvoiceState.REPLACED, InvoiceState.CORRECTED})
_ALLOCATIONS: Table = Base.metadata.tables[PaymentAllocation.__tablename__]


class BookInvoice(NamedTuple):
    """An invoice that the books get, or that it was taken back.

    Attributes:
        key, subject: primary key and record id; ``customer`` the customer's primary key.
        on: ISO day from which it counts in the books.
        delivered: the first and the last ISO day of the delivery; may be empty.
        other: whether it is a cancellation fee, or takes one back.
    """

    kind: HandedOverKind
    key: int
    subject: str
    customer: int
    number: str
    on: str
    due_on: str
    rates: tuple[RateSum, ...]
    delivered: tuple[str, str]
    other: bool = False


class BookPayment(NamedTuple):
    """A payment that the books get, or that it was taken back; its attributes are as for an invoice."""

    kind: HandedOverKind
    key: int
    subject: str
    customer: int
    number: str
    on: str
    yen: int
    fee: int
    way: PaymentWay


class BookCash(NamedTuple):
    """Counted cash that was another sum than was collected, or that this count was taken back.

    ``yen`` is what was too much, or below zero what was missing.

    Attributes:
        key, subject, on: as for an invoice.
        payments: numbers of those that it was collected with.
    """

    kind: HandedOverKind
    key: int
    subject: str
    on: str
    yen: int
    payments: tuple[str, ...]


BookEntry = BookInvoice | BookPayment | BookCash


class Total(NamedTuple):
    """How many of something there are, and their sum in yen."""

    entries: int
    yen: int


class Allotted(NamedTuple):
    """What of a payment pays for an invoice: its number, the yen of it, and what it asked for in all."""

    number: str
    yen: int
    gross: int


def waiting(session: Session, first: str, last: str) -> tuple[BookEntry, ...]:
    """What of a period (ISO days) the books do not have, and what they have that was taken back in it."""
    return tuple(
        entry
        for kind, condition in _waiting(first, last).items()
        for entry in _read(session, kind, condition)
    )


def totals(session: Session, first: str, last: str) -> dict[HandedOverKind, Total]:
    """How much :func:`waiting` would tell, without reading it."""
    found = {}
    for kind, condition in _waiting(first, last).items():
        query = select(func.count(), func.coalesce(func.sum(_SUMS[kind]), 0)).where(condition)
        count, yen = session.execute(query).one()
        found[kind] = Total(count, yen)
    return found


def set_off(session: Session, first: str, last: str) -> int:
    """What of the payments that :func:`waiting` would tell was set off 相殺: yen that are no money."""
    waiting_, found = _waiting(first, last), 0
    for kind, sign in ((HandedOverKind.PAYMENT, 1), (HandedOverKind.PAYMENT_BACK, -1)):
        query = select(func.coalesce(func.sum(Payment.yen), 0)).where(waiting_[kind])
        found += sign * (session.scalar(query.where(Payment.way == PaymentWay.SET_OFF)) or 0)
    return found


def before(session: Session, first: str) -> tuple[int, str]:
    """How many entries of before an ISO day the books lack, and the day of the first."""
    count, days = 0, []
    for kind, condition in _lacking().items():
        day = _DAYS[kind]
        many, earliest = session.execute(
            select(func.count(), func.min(day)).where(condition, day < first)
        ).one()
        count += many
        days += [earliest] if earliest else []
    return count, min(days, default="")


def of_run(session: Session, run: str) -> tuple[BookEntry, ...]:
    """What a list held that was handed over; what was destroyed since is not among it."""
    found: list[BookEntry] = []
    for kind, record in _RECORDS.items():
        subjects = select(HandedOver.subject).where(HandedOver.kind == kind, HandedOver.run == run)
        found += _read(session, kind, record.in_(subjects))
    return tuple(found)


def allotted(
    session: Session, payments: Collection[int], until: int | None = None
) -> dict[int, list[Allotted]]:
    """What several payments, by primary key, pay for.

    Args:
        until: of a list that was handed over, see :func:`allotted_until`; None for what they pay for by now.
    """
    part = PaymentAllocation
    query = select(part.payment_id, Invoice.number, part.yen, Invoice.gross_yen)
    query = query.join(Invoice, Invoice.id == part.invoice_id).order_by(part.id)
    if until is not None:
        query = query.where(part.id <= until)
    found = defaultdict(list)
    for payment, number, yen, gross in session.execute(
        query.where(among(_ALLOCATIONS.c.payment_id, payments))
    ):
        found[payment].append(Allotted(number, yen, gross))
    return found


def allotted_until(session: Session, run: str) -> int | None:
    """Up to where payments were allotted when a list was handed over; None for one that is not known."""
    return session.scalar(select(BooksRun.allotted_until).where(BooksRun.record_id == run))


def mark(
    session: Session,
    run: str,
    entries: Sequence[BookEntry],
    program: AccountingProgram,
    days: tuple[str, str],
    *,
    by: str,
    at: str,
) -> None:
    """Note that the books have these, in a list for a program.

    Args:
        run: record id of the list, that of its file in the register of files outside: so the file alone
            tells what is marked with it.
        days: the first and the last ISO day of the period that was asked for.
    """
    session.add(
        BooksRun(
            record_id=run,
            handed_at=at,
            handed_by=by,
            program=program,
            first_day=days[0],
            last_day=days[1],
            entries=len(entries),
            invoiced_yen=sum(_yen(one) for one in entries if isinstance(one, BookInvoice)),
            received_yen=sum(_yen(one) for one in entries if isinstance(one, BookPayment)),
            allotted_until=session.scalar(select(func.max(PaymentAllocation.id))) or 0,
        )
    )
    session.execute(
        insert(HandedOver), [{"kind": one.kind, "subject": one.subject, "run": run} for one in entries]
    )
    for table, kind in ((Invoice, BookInvoice), (Payment, BookPayment), (CashCount, BookCash)):
        keys = [one.key for one in entries if isinstance(one, kind)]
        _note(session, table, among(Base.metadata.tables[table.__tablename__].c.id, keys), in_books=True)


def unmark(session: Session, run: str) -> None:
    """Note that the books did not get a list after all; of a file that is no such list, nothing is noted.

    Raises :class:`BuiltUpon` where a later list counts on it.
    """
    row = records.find(session, BooksRun, run)
    if row is None:
        return
    if session.scalars(select(BooksRun.id).where(BooksRun.id > row.id).limit(1)).first() is not None:
        raise BuiltUpon
    for table in (Invoice, Payment, CashCount):
        subjects = select(HandedOver.subject).where(HandedOver.run == run)
        _note(session, table, table.record_id.in_(subjects), in_books=False)
    session.execute(delete(HandedOver).where(HandedOver.run == run))
    session.delete(row)


def runs(session: Session) -> tuple[HandoverRun, ...]:
    """The lists that were handed over, the newest first."""
    row = BooksRun
    sign = case((HandedOver.kind == HandedOverKind.CASH_BACK, -1), else_=1)
    differed = sign * (CashCount.counted_yen - CashCount.expected_yen)
    cash = (
        select(HandedOver.run, func.count().label("entries"), func.sum(differed).label("yen"))
        .join(CashCount, CashCount.record_id == HandedOver.subject)
        .where(HandedOver.kind.in_(_OF_CASH))
        .group_by(HandedOver.run)
        .subquery()
    )
    sign = case((HandedOver.kind == HandedOverKind.PAYMENT_BACK, -1), else_=1)
    no_money = (
        select(HandedOver.run, func.sum(sign * Payment.yen).label("yen"))
        .join(Payment, Payment.record_id == HandedOver.subject)
        .where(HandedOver.kind.in_((HandedOverKind.PAYMENT, HandedOverKind.PAYMENT_BACK)))
        .where(Payment.way == PaymentWay.SET_OFF)
        .group_by(HandedOver.run)
        .subquery()
    )
    query = (
        select(
            *(row.record_id, row.handed_at, func.coalesce(Account.name, ""), row.entries, row.program),
            *(row.first_day, row.last_day, row.invoiced_yen, row.received_yen),
            *(func.coalesce(one, 0) for one in (cash.c.entries, cash.c.yen, no_money.c.yen)),
        )
        .outerjoin(cash, cash.c.run == row.record_id)
        .outerjoin(no_money, no_money.c.run == row.record_id)
        .outerjoin(Account, Account.record_id == row.handed_by)
        .order_by(row.handed_at.desc(), row.id.desc())
    )
    return tuple(HandoverRun(*told) for told in session.execute(query))


def _yen(entry: BookEntry) -> int:
    """What an entry comes to; what was taken back goes off."""
    if isinstance(entry, BookCash):
        return -entry.yen if entry.kind is HandedOverKind.CASH_BACK else entry.yen
    if isinstance(entry, BookPayment):
        return -entry.yen if entry.kind is HandedOverKind.PAYMENT_BACK else entry.yen
    gross = sum(rate.gross for rate in entry.rates)
    return -gross if entry.kind is HandedOverKind.INVOICE_BACK else gross


def _note(
    session: Session,
    table: type[Invoice | Payment | CashCount],
    which: ColumnElement[bool],
    *,
    in_books: bool,
) -> None:
    session.execute(
        update(table).where(which).values(in_books=in_books).execution_options(synchronize_session=False)
    )


def _lacking() -> dict[HandedOverKind, ColumnElement[bool]]:
    """What the books lack of each kind; what was taken back only if they ever had it."""
    balance_alone = and_(Invoice.kind == InvoiceKind.COLLECTIVE, Invoice.gross_yen == 0)
    invoices = and_(~Invoice.in_books, Invoice.issued_on != "", ~balance_alone)
    payments = and_(~Payment.in_books, Payment.yen != 0)
    differences = and_(~CashCount.in_books, CashCount.reason != "")
    kind = HandedOverKind
    return {
        kind.INVOICE: and_(invoices, Invoice.state.in_(STANDING)),
        kind.INVOICE_BACK: and_(invoices, Invoice.state.in_(ENDED), _handed(kind.INVOICE)),
        kind.PAYMENT: and_(payments, Payment.taken_back_on == ""),
        kind.PAYMENT_BACK: and_(payments, Payment.taken_back_on != "", _handed(kind.PAYMENT)),
        kind.CASH: and_(differences, CashCount.taken_back_on == ""),
        kind.CASH_BACK: and_(differences, CashCount.taken_back_on != "", _handed(kind.CASH)),
    }


def _waiting(first: str, last: str) -> dict[HandedOverKind, ColumnElement[bool]]:
    """What waits of each kind and has its day in a period."""
    return {kind: and_(lacks, _DAYS[kind].between(first, last)) for kind, lacks in _lacking().items()}


def _handed(kind: HandedOverKind) -> ColumnElement[bool]:
    return exists(select(HandedOver.id).where(HandedOver.kind == kind, HandedOver.subject == _RECORDS[kind]))


_OF_INVOICES = (HandedOverKind.INVOICE, HandedOverKind.INVOICE_BACK)
_OF_PAYMENTS = (HandedOverKind.PAYMENT, HandedOverKind.PAYMENT_BACK)
_OF_CASH = (HandedOverKind.CASH, HandedOverKind.CASH_BACK)
_RECORDS: dict[HandedOverKind, Any] = {
    **dict.fromkeys(_OF_INVOICES, Invoice.record_id),
    **dict.fromkeys(_OF_PAYMENTS, Payment.record_id),
    **dict.fromkeys(_OF_CASH, CashCount.record_id),
}
_DAYS: dict[HandedOverKind, Any] = {
    HandedOverKind.INVOICE: Invoice.issued_on,
    HandedOverKind.INVOICE_BACK: Invoice.ended_on,
    HandedOverKind.PAYMENT: Payment.received_on,
    HandedOverKind.PAYMENT_BACK: Payment.taken_back_on,
    HandedOverKind.CASH: CashCount.counted_on,
    HandedOverKind.CASH_BACK: CashCount.taken_back_on,
}
"""The day from which an entry of each kind counts in the books."""
_SUMS: dict[HandedOverKind, Any] = {
    **dict.fromkeys(_OF_INVOICES, Invoice.gross_yen),
    **dict.fromkeys(_OF_PAYMENTS, Payment.yen),
    **dict.fromkeys(_OF_CASH, CashCount.counted_yen - CashCount.expected_yen),
}


def _read(session: Session, kind: HandedOverKind, condition: ColumnElement[bool]) -> Iterator[BookEntry]:
    if kind in _OF_INVOICES:
        row = Invoice
        invoices = select(
            *(row.id, row.record_id, row.customer_id, row.number, _DAYS[kind], row.due_on, row.rates),
            *(_other_income(), row.delivered_from, row.delivered_to),
        )
        invoices = invoices.where(condition).order_by(row.issued_on, row.number)
        for row_told in session.execute(invoices):
            key, subject, customer, number, on, due_on, rates, other, *delivered = row_told
            days = (delivered[0], delivered[1])
            yield BookInvoice(
                *(kind, key, subject, customer, number, on, due_on), rates_of(rates), days, other
            )
        return
    if kind in _OF_CASH:
        yield from _differences(session, kind, condition)
        return
    paid = Payment
    payments = select(
        *(paid.id, paid.record_id, paid.customer_id, paid.number, _DAYS[kind]),
        *(paid.yen, paid.fee, paid.way),
    )
    payments = payments.where(condition).order_by(paid.received_on, paid.number)
    for key, subject, customer, number, on, yen, fee, way in session.execute(payments):
        yield BookPayment(kind, key, subject, customer, number, on, yen, fee, way)


def _other_income() -> ColumnElement[bool]:
    """Whether an invoice is a cancellation fee, or a credit note about one."""
    fee = aliased(Invoice)
    about = exists(
        select(fee.id).where(is_about(Invoice.about, fee.number), fee.number != "", fee.kind == _FEE)
    )
    return or_(Invoice.kind == _FEE, about)


def _differences(
    session: Session, kind: HandedOverKind, condition: ColumnElement[bool]
) -> Iterator[BookCash]:
    rows = session.scalars(select(CashCount).where(condition).order_by(CashCount.counted_on, CashCount.id))
    counts = rows.all()
    numbers = cash_counts.numbers(session, counts)
    for row in counts:
        on = row.taken_back_on if kind is HandedOverKind.CASH_BACK else row.counted_on
        yen = row.counted_yen - row.expected_yen
        payments = numbers.get(row.record_id, ())
        yield BookCash(kind, row.id, row.record_id, on, yen, payments)
