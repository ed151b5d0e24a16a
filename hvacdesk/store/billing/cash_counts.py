"""Collected cash as it was handed in and counted, and what differed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Table, and_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.collected_cash import CashDifference
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among
from hvacdesk.store.models import CashCount, Payment
from hvacdesk.store.staff.staff import account_names

_PAYMENTS: Table = Base.metadata.tables[Payment.__tablename__]


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


def differences(session: Session, limit: int) -> tuple[CashDifference, ...]:
    """The counts that differed, the newest first."""
    query = select(CashCount).where(CashCount.reason != "").order_by(CashCount.id.desc()).limit(limit)
    rows = session.scalars(query).all()
    names, of_counts = account_names(session), numbers(session, [row.record_id for row in rows])
    return tuple(
        CashDifference(
            on=row.counted_on,
            collected_by=names.get(row.collected_by, ""),
            counted_by=names.get(row.counted_by, ""),
            expected_yen=row.expected_yen,
            counted_yen=row.counted_yen,
            reason=row.reason,
            numbers=of_counts.get(row.record_id, ()),
        )
        for row in rows
    )


def numbers(session: Session, counts: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The numbers of the payments that were handed in with each count, by its record id."""
    query = select(Payment.cash_count, Payment.number).where(
        and_(among(_PAYMENTS.c.cash_count, counts), Payment.cash_count != "")
    )
    found: dict[str, tuple[str, ...]] = {}
    for count, number in session.execute(query.order_by(Payment.number)):
        found[count] = (*found.get(count, ()), number)
    return found
