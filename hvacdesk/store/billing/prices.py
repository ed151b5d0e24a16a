"""The price list's rows, in its order."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.prices import PriceRecord, PriceRow
from hvacdesk.domain.errors import RecordGone
from hvacdesk.store import records
from hvacdesk.store.models import Price


def listed(session: Session) -> tuple[PriceRow, ...]:
    """Every position."""
    rows = session.scalars(select(Price).order_by(Price.position, Price.id))
    return tuple(PriceRow(row.record_id, records.record_of(PriceRecord, row)) for row in rows)


def add(session: Session, record: PriceRecord) -> str:
    """Add a position at the end and return its record id."""
    last = session.scalar(select(func.max(Price.position))) or 0
    row = Price(position=last + 1, **records.columns_of(record))
    session.add(row)
    session.flush()
    return row.record_id


def save(session: Session, price: str, record: PriceRecord) -> tuple[str, ...]:
    """Write what differs and return the names of the columns that did. Raises :class:`RecordGone`."""
    return records.write(records.get(session, Price, price), records.columns_of(record))


def shift(session: Session, price: str, steps: int) -> bool:
    """Exchange a position with its neighbour (-1 above, 1 below); false at the list's end."""
    rows = session.scalars(select(Price).order_by(Price.position, Price.id)).all()
    at = next((number for number, row in enumerate(rows) if row.record_id == price), None)
    if at is None:
        raise RecordGone
    other = at + steps
    if not 0 <= other < len(rows):
        return False
    rows[at].position, rows[other].position = rows[other].position, rows[at].position
    return True
