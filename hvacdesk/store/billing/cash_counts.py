"""Collected cash as it was handed in and counted, and what differed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Table, and_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.collected_cash import CashCounted
from hvacdesk.store import records
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among
from hvacdesk.store.models import CashCount, Payment
from hvacdesk.store.staff.staff import account_names

_PAYMENTS: Table = Base.metadata.tables[Payment.__tablename__]
_COUNTS: Table = Base.metadata.tables[CashCount.__tablename__]


def add(
    session: Session, payments: Sequence[Payment], counted: int, reason: str, *, on: str, by: str
) -> None:
    """Note that the cash of these payments, all of one person, was counted in the office.

    Args:
        reason: why another sum was counted; empty where none was.
    """
    row = CashCount(
        collected_by=payments[0].collected_by,
        counted_on=on,
        counted_by=by,
        expected_yen=sum(payment.yen for payment in payments),
        counted_yen=counted,
        reason=reason,
    )
    session.add(row)
    session.flush()
    for payment in payments:
        payment.handed_in_on, payment.counted_by, payment.cash_count = on, by, row.record_id
        payment.version += 1


def correct(
    session: Session, corrected: CashCount, counted: int, reason: str, *, on: str, by: str
) -> CashCount:
    """Note that of what was counted before another sum is there by now."""
    row = CashCount(
        collected_by=corrected.collected_by,
        counted_on=on,
        counted_by=by,
        expected_yen=corrected.counted_yen,
        counted_yen=counted,
        reason=reason,
        corrects=corrected.record_id,
    )
    session.add(row)
    session.flush()
    return row


def take_back(session: Session, row: CashCount, why: str, *, on: str, by: str) -> tuple[Payment, ...]:
    """Let a count count no more; its payments, which are returned, wait to be counted again."""
    counted = and_(Payment.cash_count == row.record_id, Payment.cash_count != "")
    payments = tuple(session.scalars(select(Payment).where(counted).order_by(Payment.number)))
    row.taken_back_on, row.taken_back_by, row.why = on, by, why
    row.numbers = json.dumps([payment.number for payment in payments])
    for payment in payments:
        payment.handed_in_on, payment.counted_by, payment.cash_count = "", "", ""
        payment.version += 1
    session.flush()
    return payments


def take_back_with(
    session: Session, payment: Payment, *, on: str, by: str
) -> list[tuple[CashCount, tuple[Payment, ...]]]:
    """Let the counts of a payment that is taken back count no more, where one of them differed.

    What they say of the others that were counted with it is not known any more: those, which are returned
    beside each count, wait to be counted again. What the books have of the differences waits to be handed
    over the other way round.
    """
    found = []
    for row in differing(session, (payment,)).get(payment.cash_count, ()):
        found.append((row, take_back(session, row, "", on=on, by=by)))
        row.in_books = False  # they have it as it stood
    return found


def differing(session: Session, payments: Iterable[Payment]) -> dict[str, tuple[CashCount, ...]]:
    """The counts of these payments that differed, each with those that correct it, by its record id."""
    keys = {payment.cash_count for payment in payments if payment.cash_count}
    chosen = [CashCount.reason != "", CashCount.taken_back_on == ""]
    first = session.scalars(select(CashCount).where(among(_COUNTS.c.record_id, keys), *chosen)).all()
    found = {row.record_id: [row] for row in first}
    if found:
        later = select(CashCount).where(CashCount.corrects != "", *chosen)
        correcting = {row.corrects: row for row in session.scalars(later)}
        for rows in found.values():
            while (next_one := correcting.get(rows[-1].record_id)) is not None:
                rows.append(next_one)
    return {key: tuple(rows) for key, rows in found.items()}


def get(session: Session, record_id: str) -> CashCount:
    """The count of a record id. Raises :class:`RecordGone`."""
    return records.get(session, CashCount, record_id)


def told(session: Session, row: CashCount) -> CashCounted:
    """One count as lists show it."""
    return _told(session, (row,))[0]


def latest(session: Session, limit: int, *, differing: bool = False) -> tuple[CashCounted, ...]:
    """The last counts, the newest first.

    Args:
        differing: only those that stand and where another sum was counted.
    """
    query = select(CashCount).order_by(CashCount.id.desc()).limit(limit)
    if differing:
        query = query.where(CashCount.reason != "", CashCount.taken_back_on == "")
    return _told(session, session.scalars(query).all())


def _told(session: Session, rows: Sequence[CashCount]) -> tuple[CashCounted, ...]:
    names, of_counts = account_names(session), numbers(session, rows)
    standing = select(CashCount.corrects).where(CashCount.corrects != "", CashCount.taken_back_on == "")
    corrected = set(session.scalars(standing))
    return tuple(
        CashCounted(
            count=row.record_id,
            on=row.counted_on,
            collected_by=names.get(row.collected_by, ""),
            counted_by=names.get(row.counted_by, ""),
            expected_yen=row.expected_yen,
            counted_yen=row.counted_yen,
            reason=row.reason,
            numbers=of_counts.get(row.record_id, ()),
            in_books=row.in_books,
            corrects=bool(row.corrects),
            corrected=row.record_id in corrected,
            taken_back_on=row.taken_back_on,
            taken_back_by=names.get(row.taken_back_by, ""),
            why=row.why,
        )
        for row in rows
    )


def _first(session: Session, row: CashCount) -> CashCount:
    """The count that another one corrects in the end, with which the payments were handed in."""
    while row.corrects:
        row = get(session, row.corrects)
    return row


def numbers(session: Session, rows: Collection[CashCount]) -> dict[str, tuple[str, ...]]:
    """The numbers of the payments that were handed in with each count, by its record id.

    A count that corrects another is of the same payments; of one taken back they are kept with it.
    """
    first = {row.record_id: _first(session, row) for row in rows}
    counts = {row.record_id for row in first.values()}
    query = select(Payment.cash_count, Payment.number).where(
        and_(among(_PAYMENTS.c.cash_count, counts), Payment.cash_count != "")
    )
    found: dict[str, tuple[str, ...]] = {}
    for count, number in session.execute(query.order_by(Payment.number)):
        found[count] = (*found.get(count, ()), number)
    kept = {row.record_id: tuple(json.loads(row.numbers)) for row in first.values() if row.numbers}
    return {key: found.get(row.record_id, kept.get(row.record_id, ())) for key, row in first.items()}
