"""No row comes to name a customer that was merged into another: it would be seen nowhere.

Whoever opened a form before the merge still holds the duplicate's record id. A service that may follow asks
:func:`~hvacdesk.store.customers.customers.current` for the kept customer, one that may not asks ``get``,
which refuses; and what neither asked is refused here, before it is written, whatever table it is for.
It is asked of rows that are written as objects, and of their foreign keys: not of statements nor record ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Column, Table, inspect, select
from sqlalchemy.orm import Mapper, Session, aliased

from hvacdesk.domain.customers.merging import CustomerMerged
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import chunks
from hvacdesk.store.models import (
    Customer,
    CustomerCaution,
    CustomerFinding,
    CustomerMerge,
    CustomerPhone,
)

STAYING = frozenset(
    model.__tablename__ for model in (CustomerFinding, CustomerMerge, CustomerPhone, CustomerCaution)
)
"""Tables whose rows a merge does not move: they are made again from both, or tell of the merge itself."""


def references() -> Iterator[tuple[Table, Column[object]]]:
    """Every column that names a customer, in any table that is there: one added later is found by itself."""
    customers = Base.metadata.tables[Customer.__tablename__]
    for table in Base.metadata.sorted_tables:
        if table.name not in STAYING:
            for key in table.foreign_keys:
                if key.column.table is customers:
                    yield table, key.parent


def refuse_merged(session: Session, *_flush: object) -> None:
    """Heard before rows are written. Raises :class:`CustomerMerged` where one comes to name a duplicate."""
    named = {key for row in (*session.new, *session.dirty) for key in _named_anew(row)}
    kept = aliased(Customer)
    for keys in chunks(sorted(named)):
        query = select(kept.number).join(Customer, Customer.merged_into_id == kept.id)
        with session.no_autoflush:
            number = session.scalar(query.where(Customer.id.in_(keys)).limit(1))
        if number is not None:
            raise CustomerMerged(number=number)


def _named_anew(row: Base) -> Iterator[int]:
    """The customers that a row names from now on."""
    state = inspect(row)
    for name in _names_customers(type(row)):
        yield from (key for key in state.attrs[name].history.added or () if key is not None)


@cache
def _names_customers(kind: type) -> tuple[str, ...]:
    """The attributes of a model that name a customer."""
    mapper: Mapper[Any] = inspect(kind)
    own = (column for table, column in references() if table is mapper.local_table)
    return tuple(mapper.get_property_by_column(column).key for column in own)
