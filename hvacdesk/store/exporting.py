"""Reading every customer for a list, a thousand at a time."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain.customers import CustomerRecord
from hvacdesk.store.customers import record_of
from hvacdesk.store.models import Customer

_AT_ONCE = 1_000


def count(session: Session) -> int:
    """How many customers there are, merged duplicates apart."""
    return session.scalar(select(func.count()).where(Customer.merged_into_id.is_(None))) or 0


def customers(session: Session) -> Iterator[tuple[Customer, CustomerRecord]]:
    """Every customer in the order of registering, payment fields apart."""
    query = (
        select(Customer)
        .where(Customer.merged_into_id.is_(None))
        .options(selectinload(Customer.phones), selectinload(Customer.cautions))
        .order_by(Customer.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    for customer in session.scalars(query):
        yield customer, record_of(customer)
        session.expunge(customer)
