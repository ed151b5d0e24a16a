"""Everything stored about a customer, found by the marks and foreign keys of the tables.

Nothing here names a table: one that is added later is found by itself, as disposal finds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from hvacdesk.domain.requests.disclosure import HeldRow, HeldTable, Value
from hvacdesk.domain.requests.disclosure_names import BY_WORD_ONLY, SEARCH_COPIES, TABLES
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import chunks
from hvacdesk.store.column_types import as_stored
from hvacdesk.store.disposal.erasure import Belongings, belongings, personal_columns

Opening = Callable[[str, str, int, bytes], str]
"""Opens a sealed field: table, column, primary key, ciphertext."""

SUBJECTS = {
    "customers": "customer",
    "sites": "site",
    "units": "unit",
    "jobs": "job",
    "call_notes": "call",
    "inspection_plans": "plan",
    "estimates": "estimate",
    "invoices": "invoice",
}
"""What the audit log calls the records of these tables."""


def held(session: Session, customers: Iterable[int], opening: Opening) -> tuple[HeldTable, ...]:
    """Every personal table with the customers' rows, in the order of the names; empty ones are there too."""
    found = belongings(session, customers)
    tables = [table for table in Base.metadata.sorted_tables if _told(table)]
    order = {name: at for at, name in enumerate(TABLES)}
    tables.sort(key=lambda table: order.get(table.name, len(order)))
    return tuple(_held(session, table, found, opening) for table in tables)


def search_copies() -> tuple[str, ...]:
    """``table.column`` of what is stored again to be searched by."""
    return tuple(sorted(f"{table}.{column}" for table, column in SEARCH_COPIES))


def subjects(session: Session, customers: Iterable[int]) -> tuple[str, ...]:
    """What the audit log calls the customers and everything of theirs."""
    found = belongings(session, customers).rows
    named: list[str] = []
    for table, owners in found.items():
        kind = SUBJECTS.get(table.name)
        for keys in chunks(owners) if kind else ():
            ids = session.scalars(select(table.c.record_id).where(table.c.id.in_(keys)))
            named += [f"{kind}:{record_id}" for record_id in ids]
    return tuple(named)


def _told(table: Table) -> tuple[str, ...]:
    """The personal columns of a table, copies for searching apart."""
    names = (column.name for column in personal_columns(table))
    return tuple(name for name in names if (table.name, name) not in SEARCH_COPIES)


def _held(session: Session, table: Table, found: Belongings, opening: Opening) -> HeldTable:
    keys = sorted(found.rows.get(table, {}))
    withheld = frozenset(name for name in _told(table) if (table.name, name) in BY_WORD_ONLY)
    rows = [
        HeldRow(_values(table, row, withheld, opening))
        for few in chunks(keys)
        for row in session.execute(select(table).where(table.c.id.in_(few)).order_by(table.c.id)).mappings()
    ]
    return HeldTable(table.name, _told(table), tuple(rows), withheld)


def _values(
    table: Table, row: Mapping[Any, Any], withheld: frozenset[str], opening: Opening
) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for column in table.columns:
        stored = as_stored(column, row[column])
        if (table.name, column.name) in SEARCH_COPIES or column.foreign_keys:
            continue
        if column.name in withheld:
            values[column.name] = bool(stored)
        elif column.info.get("sealed"):
            values[column.name] = opening(table.name, column.name, row[table.c.id], stored) if stored else ""
        elif not isinstance(stored, bytes):
            values[column.name] = stored
    return values
