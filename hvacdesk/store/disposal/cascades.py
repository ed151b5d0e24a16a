"""What becomes of a row with the one that it names, as the tables' foreign keys say."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Column, Table

from hvacdesk.store.base import Base


def cascading(table: Table) -> tuple[tuple[Table, Column[object]], ...]:
    """The tables with whose rows a table's rows are deleted, each with the column that names the row."""
    keys = sorted(table.foreign_keys, key=lambda key: key.parent.name)
    return tuple((key.column.table, key.parent) for key in keys if key.ondelete == "CASCADE")


@cache
def loose_references(table: Table) -> tuple[tuple[Table, Column[object]], ...]:
    """Columns of other rows that name a row of this table and outlive it."""
    return tuple(
        (other, key.parent)
        for other in parents_first()
        for key in other.foreign_keys
        if key.column.table is table and key.ondelete == "SET NULL"
    )


@cache
def parents_first() -> tuple[Table, ...]:
    """Every table, after those that its rows name; to sort them is work, and a destruction asks often."""
    return tuple(Base.metadata.sorted_tables)
