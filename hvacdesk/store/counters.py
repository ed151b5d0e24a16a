"""Numbers given out in a series, without gaps or repeats."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.store.models import Counter


def take(session: Session, series: str, count: int = 1) -> int:
    """The next number of the series, from 1; the first of ``count`` in a row.

    Rolled back with the transaction that took it.
    """
    row = session.scalars(select(Counter).where(Counter.series == series)).one_or_none()
    if row is None:
        row = Counter(series=series, last=0)
        session.add(row)
    row.last += count
    session.flush()
    return row.last - count + 1


def raise_to(session: Session, series: str, last: int) -> None:
    """Give out no number of the series again up to this one."""
    row = session.scalars(select(Counter).where(Counter.series == series)).one_or_none()
    if row is None:
        session.add(Counter(series=series, last=last))
    else:
        row.last = max(row.last, last)
    session.flush()


def last(session: Session, series: str) -> int:
    """The last number of the series that was given out; 0 while there is none."""
    return session.scalar(select(Counter.last).where(Counter.series == series)) or 0
