"""Whether two databases hold the same: structure, and every row of every table.

The comparison is SQLite's own, in one statement for each table: it reads both files once and hands no row to
the program. Values are alike where SQLite finds them equal in their bytes; only in a column without a type
would a number and the same number as a fraction (1 and 1.0) count as alike too.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hvacdesk.vault.database import database

_OTHER = "compared"


class NotAlike(RuntimeError):
    """The new file does not hold what the old one does; the rotation was given up and nothing changed."""


def require_alike(old: Any, new_path: Path, new_key: str, apart_from: str = "") -> None:
    """Compare a database with the file that was made from it, which is opened again for this.

    Args:
        old: DB-API connection outside any transaction.
        new_path: the file, without a WAL, which nobody writes to.
        new_key: its raw key and salt as 96 hexadecimal digits.
        apart_from: a table in which they may differ.

    Raises:
        NotAlike: they differ.
    """
    old.execute(f"ATTACH ? AS {_OTHER} KEY \"x'{new_key}'\"", (database.address_at_rest(new_path),))
    try:
        structures = [_structure(old, schema, apart_from) for schema in ("main", _OTHER)]
        alike = structures[0] == structures[1] and all(
            _same_rows(old, table) for table in _tables(old, apart_from)
        )
    finally:
        old.execute(f"DETACH {_OTHER}")
    if not alike:
        raise NotAlike


def _structure(connection: Any, schema: str, apart_from: str) -> list[tuple[str | None, ...]]:
    query = (
        f"SELECT type, name, tbl_name, sql FROM {schema}.sqlite_master"  # noqa: S608 - one of two names
        " WHERE tbl_name <> ? ORDER BY type, name"
    )
    found: list[tuple[str | None, ...]] = connection.execute(query, (apart_from,)).fetchall()
    return found


def _tables(connection: Any, apart_from: str) -> list[str]:
    """Every table that has rows of its own, SQLite's too."""
    query = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0 AND name <> ?"
    return [name for (name,) in connection.execute(query, (apart_from,)).fetchall()]


def _same_rows(connection: Any, table: str) -> bool:
    columns = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (table,)).fetchall()
    quoted = _quoted(table)
    if not any(key for _, key in columns):  # only tables of ANALYZE, which are short
        old, new = (
            connection.execute(f"SELECT * FROM {schema}.{quoted}").fetchall()  # noqa: S608 - the schema's own
            for schema in ("main", _OTHER)
        )
        return bool(old == new)
    alike = " AND ".join(
        f"a.{name} IS b.{name} COLLATE BINARY" for name in (_quoted(name) for name, _ in columns)
    )
    keyed = " AND ".join(f"a.{name} = b.{name}" for name in (_quoted(name) for name, key in columns if key))
    # A key is met once in each table: as many alike pairs as rows on either side leave nothing over.
    rows, pairs = connection.execute(
        f"SELECT count(*), total({alike}) FROM main.{quoted} AS a"  # noqa: S608 - the schema's own names
        f" LEFT JOIN {_OTHER}.{quoted} AS b ON {keyed}"
    ).fetchone()
    (others,) = connection.execute(f"SELECT count(*) FROM {_OTHER}.{quoted}").fetchone()  # noqa: S608
    return bool(rows == pairs == others)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
