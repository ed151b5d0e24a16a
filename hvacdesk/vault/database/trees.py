"""Following the trees of a database file: every record with its overflow chain, every page once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from hvacdesk.vault.database import btree
from hvacdesk.vault.database.btree import PageLayout, RecordCell, SchemaEntry
from hvacdesk.vault.database.pages import SALT_BYTES, USABLE_BYTES, DamagedPage, OpenedFile, tag_of

SCHEMA_ROOT = 1

_CHARACTER_BYTES = 3
"""Of a kanji or kana in UTF-8: one byte of a page's number, and two of a key above 16,383."""


class Sketch:
    """A page at first glance, before its records are read one by one.

    Attributes:
        content: its bytes.
        tag: its HMAC, which fits.
    """

    def __init__(self, number: int, page: bytes, tag: bytes) -> None:
        self._number = number
        self.content = page
        self.tag = tag

    def split(self, shortest: int) -> tuple[bytes, bytes] | None:
        """An index's page in two, of which the second is nothing but records, and may be empty.

        None where a record may continue elsewhere.

        Args:
            shortest: the least number of bytes that would be worth looking for between records.
        """
        at = btree.filled_from(self.content, self._number, shortest)
        return None if at is None else (self.content[:at], self.content[at:])

    def cut(self) -> tuple[bytes, list[bytes]]:
        """The page cut where its records begin: what lies before them all, and each one up to its neighbour.

        The latter are the records themselves where a page was filled from its end downwards, one record after
        the other, as in a file that was just written. Where it was not, at least one of them is no record.
        """
        heads, page = self._heads, self.content
        if not heads:
            return page, []
        return page[: heads[-1]], [page[a:b] for a, b in zip(heads, (USABLE_BYTES, *heads), strict=False)]

    def before(self) -> bytes:
        """What :meth:`cut` gives first, without cutting the records."""
        return self.content[: self._heads[-1]] if self._heads else self.content

    @cached_property
    def _heads(self) -> tuple[int, ...]:
        return btree.heads(self.content, self._number)

    @property
    def is_packed(self) -> bool:
        """Whether :meth:`cut` gives the rows of a table's page themselves; see :func:`btree.is_packed`."""
        return btree.is_packed(self.content, self._number, self._heads)

    def rows(self) -> tuple[list[bytes], range] | None:
        """The rows of a table's page as :meth:`TreePage.records` gives them, and between which keys they lie.

        None where reading them one by one is the only way: where the page says that there is something else
        among them, where they were not written one after the other, or where one may continue elsewhere.
        """
        if not self.is_packed:
            return None
        before, records = self.cut()
        if not records:
            return [], range(0)
        first, last = (btree.key_at(self.content, at) for at in (USABLE_BYTES - len(records[0]), len(before)))
        return records, range(first, last + 1)


@dataclass(frozen=True)
class Chain:
    """A record that continues on overflow pages.

    Attributes:
        payload: the whole record in one piece.
        last: the last overflow page without its link.
        used: how many bytes of that page belong to the record; what lies behind them is slack.
        tags: the overflow pages' HMACs.
    """

    cell: RecordCell
    payload: bytes
    last: bytes
    used: int
    tags: tuple[bytes, ...]


@dataclass(frozen=True)
class TreePage:
    """A page of a tree.

    Attributes:
        content: its bytes.
        links: whether it has no records but names pages below, each with the last key in it.
        layout: where its records lie; nowhere on a page whose structure cannot be read.
        chains: those of its records that continue elsewhere.
        tag: its HMAC.
    """

    number: int
    content: bytes
    links: bool
    layout: PageLayout
    chains: tuple[Chain, ...]
    tag: bytes

    @property
    def tags(self) -> Iterator[bytes]:
        """The HMACs of all pages that its records lie on."""
        yield self.tag
        for chain in self.chains:
            yield from chain.tags

    def records(self) -> list[bytes]:
        """Each record in one piece, with the size and key that come before it."""
        page = self.content
        within = [page[head:end] for head, _, end in self.layout.whole]
        return within + [page[chain.cell.head : chain.cell.start] + chain.payload for chain in self.chains]

    def keys(self) -> Iterator[bytes]:
        """The key of each row in the order of :meth:`records`, as :func:`btree.as_varint` writes it."""
        within = [(head, start) for head, start, _ in self.layout.whole]
        for head, start in [*within, *((chain.cell.head, chain.cell.start) for chain in self.chains)]:
            at = head
            while self.content[at] >= btree.MORE_FOLLOWS:  # the size comes first
                at += 1
            yield self.content[at + 1 : start]

    def payloads(self) -> Iterator[bytes]:
        """Each record without size and key."""
        for _, start, end in self.layout.whole:
            yield self.content[start:end]
        for chain in self.chains:
            yield chain.payload

    def gaps(self) -> Iterator[bytes]:
        """What lies before, between and behind the records: the page's own structure, and slack."""
        # In place of the header's first bytes the file has its salt.
        at, content = (
            (SALT_BYTES, btree.without_counters(self.content)) if self.number == 1 else (0, self.content)
        )
        places = [(head, end) for head, _, end in self.layout.whole]
        for head, end in sorted([*places, *((chain.cell.head, chain.cell.end) for chain in self.chains)]):
            if head > at:
                yield content[at:head]
            if end > at:
                at = end
        yield content[at:]


class Trees:
    """The trees of one file.

    Attributes:
        reached: the pages met so far.
        broken: how many of them did not decrypt.
        malformed: whether a page could not be read or was met twice.
    """

    def __init__(self, file: OpenedFile) -> None:
        self._file = file
        self.reached: set[int] = set()
        self.broken = 0
        self.malformed = False

    def pages(self, root: int, settled: Callable[[Sketch], bool] | None = None) -> Iterator[TreePage]:
        """Every page of a tree that decrypts, overflow pages aside, in the order of its records.

        Args:
            settled: whether a first glance at a page is enough. Such a page is not given, and no record of
                it may continue elsewhere. May raise :class:`btree.Malformed`.
        """
        waiting = [root]
        while waiting:
            number = waiting.pop()
            taken = self._take(number)
            if taken is None:
                continue
            page, tag = taken
            sketch, links = Sketch(number, page, tag), False
            try:
                kind = btree.kind_of(page, number)
                links = kind == btree.TABLE_INTERIOR
                if kind in btree.INTERIOR:
                    waiting.extend(reversed(btree.children(page, number)))
                if settled and settled(sketch):
                    continue
                layout = btree.layout(page, number)
            except btree.Malformed:
                self.malformed = True
                yield TreePage(number, page, links, PageLayout([], []), (), tag)
            else:
                chains = tuple(self._chain(page, cell) for cell in layout.spilling)
                yield TreePage(number, page, links, layout, chains, tag)

    def looks_like_link(self, content: bytes, start: int, end: int) -> bool:
        """Whether bytes that read like a character end a page's number and begin a key, on a page of links.

        Those of former links stay behind when a page is divided.
        """
        number = int.from_bytes(content[max(start - 3, 0) : start + 1], "big")
        return (
            end - start == _CHARACTER_BYTES and start >= _CHARACTER_BYTES and 0 < number <= self._file.count
        )

    def entries(self, page: TreePage) -> tuple[SchemaEntry, ...]:
        """What a page of the schema's own tree describes."""
        try:
            return tuple(btree.schema_entry(record) for record in page.payloads())
        except btree.Malformed:
            self.malformed = True
            return ()

    def _take(self, number: int) -> tuple[bytes, bytes] | None:
        """A page that was not reached before, and its HMAC; meeting one twice means a broken structure."""
        if number in self.reached or not 1 <= number <= self._file.count:
            self.malformed = True
            return None
        self.reached.add(number)
        raw = self._file.raw(number)
        try:
            return self._file.key.open(number, raw), tag_of(raw)
        except DamagedPage:
            self.broken += 1
            return None

    def _chain(self, page: bytes, cell: RecordCell) -> Chain:
        parts, missing, number = [page[cell.start : cell.end]], cell.size - cell.local, cell.overflow
        last, used, tags = b"", 0, []
        while missing > 0:
            taken = self._take(number)
            if taken is None:
                break
            following, tag = taken
            tags.append(tag)
            last, used = following[4:], min(missing, btree.OVERFLOW_BYTES)
            parts.append(last[:used])
            missing -= used
            number = int.from_bytes(following[:4], "big")
        return Chain(cell, b"".join(parts), last, used, tuple(tags))
