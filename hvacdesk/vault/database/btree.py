"""SQLite's b-trees, read from decrypted pages: which bytes of a file belong to living records.

Format: https://www.sqlite.org/fileformat2.html. Only what the proof of erasure needs: children, records,
overflow chains and the schema's root pages. The usable page size is SQLCipher's 4,016 bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import sub

from hvacdesk.vault.database.pages import USABLE_BYTES

INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF = 0x02, 0x05, 0x0A, 0x0D
KINDS = frozenset({INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF})
INTERIOR = frozenset({INDEX_INTERIOR, TABLE_INTERIOR})
FILE_HEADER_BYTES = 100
_CHANGE_COUNTERS = (24, 92)
"""Where the file's header counts changes, in four bytes each (SQLite's file format, the database header)."""

OVERFLOW_BYTES = USABLE_BYTES - 4

_TABLE_MOST = USABLE_BYTES - 35
_INDEX_MOST = (USABLE_BYTES - 12) * 64 // 255 - 23
_LEAST = (USABLE_BYTES - 12) * 32 // 255 - 23
_TEXT_SERIAL = 13
_FREE_SPACE = struct.Struct(">H2xHB")
"""Within a page's header: the first free block, where the records begin, and the bytes of tiny gaps."""

MORE_FOLLOWS = 0x80
"""From here on a byte of a variable-length number is not the number's last one."""


class Malformed(Exception):
    """A page does not have the structure that its place in the tree demands."""


@dataclass(frozen=True)
class RecordCell:
    """A record's place: its bytes in the page, its whole size, and its first overflow page or 0.

    Attributes:
        head: where its size and key begin.
        start: where the record itself begins.
        local: how many of its bytes lie in the page.
    """

    head: int
    start: int
    local: int
    size: int
    overflow: int

    @property
    def end(self) -> int:
        """The first byte after the local part."""
        return self.start + self.local


@dataclass(frozen=True)
class PageLayout:
    """Where a page's records lie.

    Attributes:
        whole: those that lie within the page: where size and key begin, where the record itself begins, and
            its end. Records of an index have no key.
        spilling: those that continue on overflow pages.
    """

    whole: list[tuple[int, int, int]]
    spilling: list[RecordCell]


def kind_of(page: bytes, number: int) -> int:
    """The page's b-tree kind.

    Raises:
        Malformed: it is none.
    """
    kind = page[_header_at(number)]
    if kind not in KINDS:
        raise Malformed
    return kind


def children(page: bytes, number: int) -> list[int]:
    """The pages below an interior page, in order.

    Raises:
        Malformed: they cannot be read.
    """
    at = _header_at(number)
    places = (*_pointers(page, number), at + 8)
    return [int.from_bytes(page[place : place + 4], "big") for place in places]


def layout(page: bytes, number: int) -> PageLayout:
    """Where the records of a page lie; interior table pages have none.

    Raises:
        Malformed: a record does not lie within the page.
    """
    kind = kind_of(page, number)
    whole: list[tuple[int, int, int]] = []
    spilling: list[RecordCell] = []
    keyed = kind == TABLE_LEAF
    most = _TABLE_MOST if keyed else _INDEX_MOST
    try:
        for head in heads(page, number):
            # Sizes and keys are read here and not by varint(): there are millions of them.
            size, at = page[head], head + 1
            if size >= MORE_FOLLOWS:
                size, at = (size & 0x7F) << 7 | page[at] & 0x7F, at + 1
                if page[at - 1] >= MORE_FOLLOWS:
                    size, at = varint(page, head)
            if keyed:
                key_at = at
                while page[at] >= MORE_FOLLOWS:
                    at += 1
                at = min(at, key_at + 8) + 1
            end = at + size
            if size > most:
                spilling.append(_cell(page, head, kind))
            elif end > USABLE_BYTES:
                raise Malformed
            else:
                whole.append((head, at, end))
    except IndexError:
        raise Malformed from None
    return PageLayout(whole, spilling)


def heads(page: bytes, number: int) -> tuple[int, ...]:
    """Where the records of a page begin with their sizes; interior table pages have none.

    Raises:
        Malformed: they cannot be read.
    """
    kind = kind_of(page, number)
    if kind == TABLE_INTERIOR:
        return ()
    pointers = _pointers(page, number)
    return tuple(pointer + 4 for pointer in pointers) if kind == INDEX_INTERIOR else pointers


def filled_from(page: bytes, number: int, spare: int) -> int | None:
    """From where on an index's page is known to hold nothing but records; where that is nowhere, its end.

    None where a record may continue on overflow pages.

    Args:
        spare: so many bytes among the records, less one, make no difference.

    Raises:
        Malformed: a record does not begin within the page.
    """
    places = heads(page, number)
    try:
        sizes = list(map(page.__getitem__, places))
    except IndexError:
        raise Malformed from None
    # A size below 128 takes one byte, and such a record fits into any page.
    if max(sizes, default=0) >= MORE_FOLLOWS:
        return None
    start = min(places, default=USABLE_BYTES)
    left_over = USABLE_BYTES - start - sum(sizes) - len(sizes)
    return start if kind_of(page, number) == INDEX_LEAF and 0 <= left_over < spare else USABLE_BYTES


def is_packed(page: bytes, number: int, places: Sequence[int]) -> bool:
    """Whether the rows of a table's page lie one after the other from its end downwards, and each within it.

    What the page's header says of free space is believed. Interior pages have no rows, which is packed.

    Args:
        places: where the rows begin, from :func:`heads`.

    Raises:
        Malformed: they cannot be read.
    """
    freeblock, content, fragments = _FREE_SPACE.unpack_from(page, _header_at(number) + 1)
    if not places:
        return True
    lengths = list(map(sub, (USABLE_BYTES, *places), places))
    if min(lengths) <= 0 or (freeblock, content, fragments) != (0, places[-1], 0):
        return False
    # A row that leaves its page takes no less of it than _LEAST.
    return max(lengths) < _LEAST or all(
        varint(page, place)[0] <= _TABLE_MOST
        for place, length in zip(places, lengths, strict=False)
        if length >= _LEAST
    )


def key_at(page: bytes, head: int) -> int:
    """The key of the row whose size begins here.

    Raises:
        Malformed: it runs past the page's end.
    """
    _, at = varint(page, head)
    key, _ = varint(page, at)
    return key - (1 << 64 if key >> 63 else 0)


@dataclass(frozen=True)
class SchemaEntry:
    """A table, index, view or trigger, as the schema's own table describes it.

    Attributes:
        table: the table that it belongs to, or itself.
        root: the first page of its tree, or 0 where it has none.
        identity: everything but the root page, which changes when a file is rewritten.
    """

    kind: bytes
    name: bytes
    table: bytes
    root: int
    identity: bytes

    @property
    def has_rows(self) -> bool:
        """Whether its tree holds rows rather than an index."""
        return self.kind == b"table"


def schema_entry(record: bytes) -> SchemaEntry:
    """Read a record of the schema's table.

    Raises:
        Malformed: it is none.
    """
    values = list(_columns(record))
    if len(values) != 5:
        raise Malformed
    kind, name, table, root, sql = values
    return SchemaEntry(kind, name, table, int.from_bytes(root, "big"), identity_of(kind, name, table, sql))


def identity_of(kind: bytes, name: bytes, table: bytes, sql: bytes) -> bytes:
    """See :attr:`SchemaEntry.identity`; a missing statement is an empty one."""
    return b"\x00".join((kind, name, table, sql))


def without_counters(page: bytes) -> bytes:
    """Page 1 with zeros where it counts changes: that is never a value, and may read like one."""
    zeroed = bytearray(page)
    for at in _CHANGE_COUNTERS:
        zeroed[at : at + 4] = bytes(4)
    return bytes(zeroed)


def _header_at(number: int) -> int:
    return FILE_HEADER_BYTES if number == 1 else 0


def _pointers(page: bytes, number: int) -> tuple[int, ...]:
    at = _header_at(number)
    count = int.from_bytes(page[at + 3 : at + 5], "big")
    start = at + (12 if page[at] in INTERIOR else 8)
    if start + 2 * count > USABLE_BYTES:
        raise Malformed
    return struct.unpack_from(f">{count}H", page, start)


def _cell(page: bytes, head: int, kind: int) -> RecordCell:
    size, at = varint(page, head)
    if kind == TABLE_LEAF:
        _, at = varint(page, at)
    most = _TABLE_MOST if kind == TABLE_LEAF else _INDEX_MOST
    if size <= most:
        cell = RecordCell(head, at, size, size, 0)
    else:
        local = _LEAST + (size - _LEAST) % OVERFLOW_BYTES
        local = local if local <= most else _LEAST
        cell = RecordCell(head, at, local, size, int.from_bytes(page[at + local : at + local + 4], "big"))
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
        if byte < MORE_FOLLOWS:
            break
    return value, at


def as_varint(value: int) -> bytes:
    """A key that is not negative as a variable-length number of at most eight bytes.

    Raises:
        ValueError: it is larger.
    """
    if not 0 <= value < 1 << 56:
        raise ValueError("no key of this program is so large")
    digits = [value & 0x7F]
    while value := value >> 7:
        digits.append(value & 0x7F | MORE_FOLLOWS)
    return bytes(reversed(digits))


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
