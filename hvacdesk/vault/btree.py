"""SQLite's b-trees, read from decrypted pages: which bytes of a file belong to living records.

Format: https://www.sqlite.org/fileformat2.html. Only what the proof of erasure needs: children, cells,
overflow chains and the schema's root pages. The usable page size is SQLCipher's 4,016 bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from hvacdesk.vault.pages import USABLE_BYTES

INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF = 0x02, 0x05, 0x0A, 0x0D
KINDS = frozenset({INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF})
INTERIOR = frozenset({INDEX_INTERIOR, TABLE_INTERIOR})
FILE_HEADER_BYTES = 100
OVERFLOW_BYTES = USABLE_BYTES - 4

_TABLE_MOST = USABLE_BYTES - 35
_INDEX_MOST = (USABLE_BYTES - 12) * 64 // 255 - 23
_LEAST = (USABLE_BYTES - 12) * 32 // 255 - 23
_TEXT_SERIAL = 13


class Malformed(Exception):
    """A page does not have the structure that its place in the tree demands."""


@dataclass(frozen=True)
class Cell:
    """A record's place: its local bytes in the page, its whole size, and its first overflow page or 0."""

    start: int
    local: int
    size: int
    overflow: int

    @property
    def end(self) -> int:
        """The first byte after the local part."""
        return self.start + self.local


def kind_of(page: bytes, number: int) -> int:
    """The page's b-tree kind.

    Raises:
        Malformed: it is none.
    """
    kind = page[_header_at(number)]
    if kind not in KINDS:
        raise Malformed
    return kind


def children(page: bytes, number: int) -> Iterator[int]:
    """The pages below an interior page, in order."""
    at = _header_at(number)
    for pointer in _pointers(page, number):
        yield int.from_bytes(page[pointer : pointer + 4], "big")
    yield int.from_bytes(page[at + 8 : at + 12], "big")


def cells(page: bytes, number: int) -> Iterator[Cell]:
    """The records of a page; interior table pages have none.

    Raises:
        Malformed: a record does not lie within the page.
    """
    kind = kind_of(page, number)
    if kind == TABLE_INTERIOR:
        return
    for pointer in _pointers(page, number):
        yield _cell(page, pointer, kind)


def spilling_cells(page: bytes, number: int) -> Iterator[Cell]:
    """The records that continue on overflow pages.

    Most pages have none: the first two bytes of a record's size tell without reading the rest.
    """
    kind = kind_of(page, number)
    if kind == TABLE_INTERIOR:
        return
    most = _TABLE_MOST if kind == TABLE_LEAF else _INDEX_MOST
    least_of_two_bytes = 0x80 | most >> 7
    skip = 4 if kind == INDEX_INTERIOR else 0
    for pointer in _pointers(page, number):
        at = pointer + skip
        if at + 2 > USABLE_BYTES:
            raise Malformed
        first, second = page[at], page[at + 1]
        longer_than_two_bytes = first >= 0x80 and second >= 0x80
        if longer_than_two_bytes or first >= least_of_two_bytes:
            cell = _cell(page, pointer, kind)
            if cell.overflow:
                yield cell


def schema_roots(record: bytes) -> tuple[int, bool]:
    """Root page of a schema record, or 0 for one without, and whether it holds rows rather than an index.

    Raises:
        Malformed: it is no schema record.
    """
    values = list(_columns(record))
    if len(values) < 4:
        raise Malformed
    return int.from_bytes(values[3], "big"), values[0] == b"table"


def _header_at(number: int) -> int:
    return FILE_HEADER_BYTES if number == 1 else 0


def _pointers(page: bytes, number: int) -> tuple[int, ...]:
    at = _header_at(number)
    count = int.from_bytes(page[at + 3 : at + 5], "big")
    start = at + (12 if page[at] in INTERIOR else 8)
    if start + 2 * count > USABLE_BYTES:
        raise Malformed
    return struct.unpack_from(f">{count}H", page, start)


def _cell(page: bytes, pointer: int, kind: int) -> Cell:
    at = pointer + (4 if kind == INDEX_INTERIOR else 0)
    size, at = varint(page, at)
    if kind == TABLE_LEAF:
        _, at = varint(page, at)
    most = _TABLE_MOST if kind == TABLE_LEAF else _INDEX_MOST
    if size <= most:
        cell = Cell(at, size, size, 0)
    else:
        local = _LEAST + (size - _LEAST) % OVERFLOW_BYTES
        local = local if local <= most else _LEAST
        cell = Cell(at, local, size, int.from_bytes(page[at + local : at + local + 4], "big"))
    if cell.end > USABLE_BYTES or (cell.local < cell.size and not cell.overflow):
        raise Malformed
    return cell


def varint(page: bytes, at: int) -> tuple[int, int]:
    """A variable-length number and the position after it.

    Raises:
        Malformed: it runs past the page's end.
    """
    value = 0
    for index in range(9):
        if at >= len(page):
            raise Malformed
        byte = page[at]
        at += 1
        if index == 8:
            return value << 8 | byte, at
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, at


def _columns(record: bytes) -> Iterator[bytes]:
    end, at = varint(record, 0)
    value_at = end
    while at < end:
        serial, at = varint(record, at)
        size = _value_bytes(serial)
        yield b"\x01" if serial == 9 else record[value_at : value_at + size]
        value_at += size


def _value_bytes(serial: int) -> int:
    if serial >= _TEXT_SERIAL - 1:
        return (serial - 12) // 2
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[serial]
