"""What becomes of a row with the one that it names, as the tables' foreign keys say."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, Table

from hvacdesk.store.base import Base


def cascading(table: Table) -> tuple[tuple[Table, Column[object]], ...]:
    """The tables with whose rows a table's rows are deleted, each with the column that names the row."""
    keys = sorted(table.foreign_keys, key=lambda key: key.parent.name)
    return tuple((key.column.table, key.parent) for key in keys if key.ondelete == "CASCADE")


def loose_references(table: Table) -> Iterator[tuple[Table, Column[object]]]:
    """Columns of other rows that name a row of this table and outlive it."""
    for other in Base.metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column.table is table and key.ondelete == "SET NULL":
                yield other, key.parent
