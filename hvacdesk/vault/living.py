"""How often living rows hold given bytes: what the proof of erasure may find without anything being left.

The proof reads records as they lie in the file, where a column's bytes follow those of the column before. So
that a value that is found across two columns of a living row is not taken for a trace, rows are put together
here just as SQLite stores them: header, then values.
Format: https://www.sqlite.org/fileformat2.html#record_format.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from hvacdesk.vault.needles import Needle, Search

_BATCH = 2000
_REAL_AS_INTEGER = 2**47
"""SQLite writes a REAL column's whole numbers below this as integers, to save room."""

_INTEGER_SIZES = ((1, 1), (2, 2), (3, 3), (4, 4), (6, 5), (8, 6))
"""Bytes and serial type of the integers that are neither 0 nor 1, shortest first."""

_FILE_HEADER = b"SQLite format 3\x00"
"""The first bytes of every file; a value that is part of them is always found and cannot be sought."""

Stored = tuple[int, bytes]
"""A value's serial type and its bytes."""


def with_allowances(
    connection: Any, values: Iterable[bytes], going: Mapping[str, Container[int]] | None = None
) -> tuple[Needle, ...]:
    """Each value as a needle that is allowed wherever a row that lives on holds it.

    Args:
        connection: DB-API connection; it may be within a transaction, whose own state then counts.
        going: by table the primary keys of rows that are about to be deleted. They are left out, so that one
            that stays by mistake is not taken for a living one.
    """
    search = Search(Needle(value) for value in values if value not in _FILE_HEADER)
    hits: Counter[int] = Counter()
    for table in _tables(connection):
        for record in _records(connection, table, (going or {}).get(table, ())):
            hits.update(needle for _, _, needle in search.found(record))
    return tuple(Needle(needle.value, hits[index]) for index, needle in enumerate(search.needles))


def _tables(connection: Any) -> Iterator[str]:
    """Every table but those of ANALYZE, whose samples are nobody's rows."""
    yield "sqlite_master"
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite^_stat%' ESCAPE '^'"
    ).fetchall()
    yield from (name for (name,) in rows)


def _records(connection: Any, table: str, going: Container[int]) -> Iterator[bytes]:
    """Every row of a table as the file holds it, but for those that are going."""
    columns = connection.execute("SELECT type, pk FROM pragma_table_info(?)", (table,)).fetchall()
    storers = [_storer(kind.upper(), key) for kind, key in columns]
    key_at = next((at for at, (_, key) in enumerate(columns) if key), None)
    quoted = table.replace('"', '""')
    cursor = connection.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608 - the name is the schema's own
    while rows := cursor.fetchmany(_BATCH):
        for row in rows:
            if key_at is None or row[key_at] not in going:
                yield _record([store(value) for store, value in zip(storers, row, strict=True)])


def _storer(kind: str, key: int) -> Callable[[Any], Stored]:
    if key and kind == "INTEGER":
        return _row_id
    return _real if any(word in kind for word in ("REAL", "FLOA", "DOUB")) else _stored


def _record(values: Sequence[Stored]) -> bytes:
    types = b"".join(_varint(serial) for serial, _ in values)
    size = len(types) + 1
    # The header's size counts itself; a second byte is needed from 128 on.
    return b"".join((_varint(size if size < 0x80 else size + 1), types, *(raw for _, raw in values)))


def _row_id(_value: object) -> Stored:
    """An INTEGER PRIMARY KEY stands before the record; inside it is NULL."""
    return 0, b""


def _real(value: Any) -> Stored:
    if isinstance(value, float) and value.is_integer() and abs(value) < _REAL_AS_INTEGER:
        return _integer(int(value))
    return _stored(value)


def _stored(value: Any) -> Stored:
    if value is None:
        return 0, b""
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, float):
        return 7, struct.pack(">d", value)
    if isinstance(value, str):
        raw = value.encode("utf-8")
        return 13 + 2 * len(raw), raw
    return 12 + 2 * len(value), bytes(value)


def _integer(value: int) -> Stored:
    if value in (0, 1):
        return 8 + value, b""
    size, serial = next(
        pair for pair in _INTEGER_SIZES if -(1 << 8 * pair[0] - 1) <= value < 1 << 8 * pair[0] - 1
    )
    return serial, value.to_bytes(size, "big", signed=True)


def _varint(value: int) -> bytes:
    """SQLite's variable-length number, for values below 2**56."""
    digits = [value & 0x7F]
    while value := value >> 7:
        digits.append(value & 0x7F | 0x80)
    return bytes(reversed(digits))
