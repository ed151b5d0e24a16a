"""Whether two databases hold the same: structure, and every row of every table."""

from __future__ import annotations

import hashlib
from typing import Any


class NotAlike(RuntimeError):
    """The new file does not hold what the old one does; the rotation was given up and nothing changed."""


def require_alike(old: Any, new: Any) -> None:
    """Compare structure, and every table's rows in order, over two connections.

    Raises:
        NotAlike: they differ.
    """
    structure = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    if old.execute(structure).fetchall() != new.execute(structure).fetchall():
        raise NotAlike
    tables = old.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").fetchall()
    for (table,) in tables:
        if _digest(old, table) != _digest(new, table):
            raise NotAlike


def _digest(connection: Any, table: str) -> tuple[int, bytes]:
    """Number and digest of a table's rows in the order of their keys."""
    quoted = table.replace('"', '""')
    count, digest = 0, hashlib.sha256()
    for row in connection.execute(f'SELECT * FROM "{quoted}"'):  # noqa: S608 - the name is the schema's own
        count += 1
        digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return count, digest.digest()
