"""Values of a destroyed person planted in every text column of every table that a file turns out to have.

Nothing here knows what a table is for: names, types, keys and references are asked of SQLite itself.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

NOT_FOR_ROWS = frozenset({"alembic_version", "vault_state"})
"""Each has room for its one row, which says what file this is: with another in its place it is none."""


@dataclass(frozen=True)
class Column:
    """A column as ``PRAGMA table_info`` has it."""

    name: str
    kind: str
    needed: bool
    key: bool

    @property
    def is_text(self) -> bool:
        """Whether text is stored in it as it is."""
        return "CHAR" in self.kind or "TEXT" in self.kind


@dataclass
class Planter:
    """Writes rows of its own into every table, each of which hangs on rows of somebody new who stays."""

    connection: Any
    _count: Iterator[int] = field(default_factory=lambda: itertools.count(700_001))

    def tables(self) -> list[str]:
        """Every table of the file but SQLite's own."""
        query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        names = [name for (name,) in self.connection.execute(query)]
        return [name for name in names if not name.startswith("sqlite_") and name not in NOT_FOR_ROWS]

    def columns(self, table: str) -> list[Column]:
        """The table's columns."""
        rows = self.connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        return [Column(row[1], row[2].upper(), bool(row[3]), bool(row[5])) for row in rows]

    def parents(self, table: str) -> dict[str, str]:
        """By column which table's row it names."""
        rows = self.connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
        return {row[3]: row[2] for row in rows}

    def plant(self, table: str, values: dict[str, object]) -> int:
        """A new row with these values; whatever else it needs is made up. Returns its key."""
        parents, row = self.parents(table), dict(values)
        for column in self.columns(table):
            number, parent = next(self._count), parents.get(column.name)
            if column.name in values or parent == table:
                continue
            if parent:
                row[column.name] = self.plant(parent, {})
            elif column.key:
                row[column.name] = number
            elif column.needed:
                row[column.name] = f"x{number}" if column.is_text else number
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
        return int(self.connection.execute(statement, tuple(row.values())).lastrowid)
