"""Proof of erasure: every page of the database and its WAL, decrypted by ourselves and searched.

What is searched: the whole text of each page, living or free, slack included; records that continue on
overflow pages as one piece; free pages also across the link to a following page, in case they were an
overflow chain; every frame of the WAL, also those of earlier rounds.

When a hit is a leak. A *needle* is a destroyed value in one stored form. Living customers may hold the same
(two 田中 太郎), so rows that are known to live on explain what they hold, and nothing else does:

- in a row that is not a living one's, byte for byte: a leak;
- in an index's record: explained if some living row holds the value, for the record only repeats a row's;
- anywhere else (slack, free pages, superseded WAL frames, ``sqlite_stat4``'s samples): a leak, unless it is
  three bytes in which a page's number and a row's key happen to read like a character. The counter of
  changes in the file's header, which begins at random, is no place for a value.

A page whose HMAC does not fit, a structure that cannot be followed, or a leak makes the result ``failed``.
What could not be reached is named as an exception, and then the result is never ``verified``.

This finds dead bytes, and nothing else: a living row explains whatever it holds. Whether it may hold it is
asked of the rows themselves, by :mod:`hvacdesk.store.disposal.remnants`.

Not found: a *part* of a value, where the rest was overwritten; and values stored compressed or in a form
that was not given as a needle.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hvacdesk.vault import folder, likeness
from hvacdesk.vault.database.btree import MORE_FOLLOWS, SchemaEntry, without_counters
from hvacdesk.vault.database.pages import SALT_BYTES, DamagedPage, OpenedFile, PageKey
from hvacdesk.vault.database.trees import SCHEMA_ROOT, Sketch, TreePage, Trees
from hvacdesk.vault.erasure.needles import Needle, Search, Sieve
from hvacdesk.vault.erasure.surviving_rows import Living

__all__ = ["Needle", "ProofResult", "left_beside", "prove"]

State = Literal["verified", "exceptions", "failed"]


@dataclass(frozen=True)
class ProofResult:
    """What was looked at and found; counts only, never a value.

    Attributes:
        pages: pages of the database that were decrypted and searched.
        frames: WAL frames that were.
        needles: how many different values were sought.
        hits: places that hold a destroyed value; all entries of indexes that hold the same one count as one.
        hmac_failures: pages and frames that did not decrypt.
        exceptions: codes of what could not be vouched for.
    """

    state: State
    pages: int
    frames: int
    needles: int
    hits: int
    hmac_failures: int
    exceptions: tuple[str, ...]


def prove(
    database: Path,
    key_hex96: str,
    needles: Iterable[Needle],
    living: Living,
    exceptions: Iterable[str] = (),
) -> ProofResult:
    """Search a database file and its WAL for destroyed values.

    Args:
        database: the file; nobody may be writing to it.
        key_hex96: its raw key and salt.
        needles: the destroyed values in every form in which they were stored.
        living: the rows that live on, read before the file was rewritten.
        exceptions: codes of what the caller could not reach, such as a backup on an absent disk.
    """
    search = Search(needles)
    with OpenedFile(database, PageKey(key_hex96)) as file:
        trees = _TreeSearch(Trees(file), search, living)
        trees.run()
        strays = _StraySearch(file, search)
        strays.run(trees.reached)
    leaks, broken = trees.leaks + strays.leaks, trees.broken + strays.broken + file.torn
    named = list(exceptions)
    if trees.malformed:
        named.append("structure")
    state: State = "exceptions" if named else "verified"
    if leaks or broken or trees.malformed:
        state = "failed"
    pages = len(trees.reached) + strays.pages
    return ProofResult(state, pages, file.frames, len(search.needles), leaks, broken, tuple(named))


class _TreeSearch:
    """Searches every tree of a file.

    Attributes:
        leaks: places that no living row explains.
    """

    def __init__(self, trees: Trees, search: Search, living: Living) -> None:
        self._trees = trees
        self._search = search
        self._living = living
        self._doubts: set[int] = set()
        self._sieve = Sieve(())
        self.leaks = 0

    @property
    def reached(self) -> set[int]:
        """The pages that belong to some tree."""
        return self._trees.reached

    @property
    def broken(self) -> int:
        """How many of them did not decrypt."""
        return self._trees.broken

    @property
    def malformed(self) -> bool:
        """Whether some structure could not be followed."""
        return self._trees.malformed

    def run(self) -> None:
        """Search the schema, then the indexes, and then the rows, which have to explain hits in indexes."""
        entries = self._schema()
        doubted = [
            entry.table for entry in entries if entry.root and not entry.has_rows and self._index(entry)
        ]
        self._sieve = Sieve(self._search.needles[number] for number in self._doubts)
        with_rows = [entry for entry in entries if entry.root and entry.has_rows]
        # The sooner all doubts are explained, the fewer rows are searched.
        for entry in sorted(with_rows, key=lambda entry: entry.name not in doubted):
            self._rows(entry)
        self.leaks += len(self._sieve.left)

    def _schema(self) -> list[SchemaEntry]:
        entries: list[SchemaEntry] = []
        for page in self._trees.pages(SCHEMA_ROOT):
            entries += self._trees.entries(page)
            self._gaps(page)
        self._leak(self._living.strange_schema(entries))
        return entries

    def _index(self, entry: SchemaEntry) -> bool:
        """Whether the index holds values that a living row has to explain."""

        def settled(sketch: Sketch) -> bool:
            split = sketch.split(self._search.shortest)
            if split is None:
                return False
            rest, records = split
            met = self._search.numbers_in([records])
            return not self._search.occurs_in(rest) and self._doubts.issuperset(met)

        before = len(self._doubts)
        for page in self._trees.pages(entry.root, settled):
            holders = self._search.holders(page.records(), self._doubts)
            if holders:
                self._doubts.update(self._search.numbers_in(map(_without_key, holders)))
            self._gaps(page)
        return len(self._doubts) > before

    def _rows(self, entry: SchemaEntry) -> None:
        recognition = self._living.of(entry.name)

        def settled(sketch: Sketch) -> bool:
            known = sketch.is_packed and recognition.all_living_on([sketch.tag])
            if known and not self._sieve.left:
                self._leak([sketch.before()])
                return True
            rest, records = sketch.cut()
            if not records or not (known or recognition.all_living(records)):
                return False
            self._leak([rest])
            self._explain(records)
            return True

        for page in self._trees.pages(entry.root, settled):
            records = page.records()
            strangers = [] if recognition.all_living_on(page.tags) else recognition.strangers(records)
            self._leak(strangers)
            self._explain(set(records).difference(strangers))
            self._gaps(page)

    def _gaps(self, page: TreePage) -> None:
        """Search what lies between a page's records and behind those that end on an overflow page."""
        if page.links:
            self._links(page)
            return
        self._leak(page.gaps())
        for chain in page.chains:
            # From the needle's length before the end, so that one that straddles it is seen, too.
            inside = min(chain.used, max(self._search.longest - 1, 0))
            found = self._search.found(chain.last[chain.used - inside :])
            self.leaks += sum(end > inside for _, _, end in found)

    def _links(self, page: TreePage) -> None:
        for gap in page.gaps():
            found = self._search.found(gap)
            self.leaks += sum(not self._trees.looks_like_link(gap, start, end) for _, start, end in found)

    def _leak(self, pieces: Iterable[bytes]) -> None:
        self.leaks += len(list(self._search.numbers_in(pieces)))

    def _explain(self, records: Iterable[bytes]) -> None:
        if self._sieve.left:
            self._sieve.sift(records)


_KEY_BYTES = {b"\x01": 1, b"\x02": 2, b"\x03": 3, b"\x04": 4, b"\x05": 6, b"\x06": 8}
"""By a record's code of an integer, how many bytes it takes."""


def _without_key(record: bytes) -> bytes:
    """An index's record without the key of its row, its last column.

    Above 12,543 a key begins with a byte that reads like a digit, so that a living 栄1-1 becomes 栄1-18.
    """
    start = 1
    while start < len(record) and record[start - 1] >= MORE_FOLLOWS:  # the record's size comes first
        start += 1
    head = record[start] if start < len(record) else MORE_FOLLOWS
    if head >= MORE_FOLLOWS:  # so many columns no index has
        return record
    return record[: len(record) - _KEY_BYTES.get(record[start + head - 1 : start + head], 0)]


class _StraySearch:
    """Searches what no tree reaches: free pages, superseded pages and WAL frames, alone and across links.

    Attributes:
        leaks: places that hold a needle.
        pages: how many pages there were.
        broken: how many of them, or of the frames, did not decrypt.
    """

    def __init__(self, file: OpenedFile, search: Search) -> None:
        self._file = file
        self._search = search
        self.leaks = 0
        self.pages = 0
        self.broken = 0

    def run(self, reached: set[int]) -> None:
        """Search everything but the pages that were reached."""
        strays = [number for number in self._file.numbers() if number not in reached]
        self.pages = len(strays)
        for blob in self._blobs(strays):
            self.leaks += len(self._search.found(blob))
            self._across(blob, int.from_bytes(blob[:4], "big"))
        if strays:
            self._into(strays)

    def _blobs(self, strays: Iterable[int]) -> Iterator[bytes]:
        for number in strays:
            try:
                yield _without_magic(number, self._file.page(number))
            except DamagedPage:
                self.broken += 1
        for number, raw in self._file.superseded():
            try:
                yield _without_magic(number, self._file.key.open(number, raw))
            except DamagedPage:
                self.broken += 1

    def _into(self, strays: Iterable[int]) -> None:
        """Hits across a dead record's link into a free page: wherever a page holds such a page's number."""
        links = Search(Needle(number.to_bytes(4, "big")) for number in strays)
        for number in self._file.numbers():
            try:
                page = self._file.page(number)
            except DamagedPage:
                continue
            for _, start, end in links.found(page):
                if start >= 4:
                    self._across(page[:start], int.from_bytes(page[start:end], "big"))

    def _across(self, head: bytes, successor: int) -> None:
        """Hits across the link from a former overflow page, or a dead record, to its successor."""
        reach = self._search.longest - 1
        if not 1 < successor <= self._file.count or reach < 1:
            return
        try:
            following = self._file.page(successor)
        except DamagedPage:
            return
        left = head[-reach:]
        found = self._search.found(left + following[4 : 4 + reach])
        self.leaks += sum(start < len(left) < end for _, start, end in found)


def _without_magic(number: int, page: bytes) -> bytes:
    """Page 1 without its first bytes, in whose place the file has its salt, and without its counters."""
    return without_counters(page)[SALT_BYTES:] if number == 1 else page


def left_beside(database: Path, former: Collection[int] = (), named: Collection[Path] = ()) -> Iterator[str]:
    """Codes of files beside the database that may hold what it no longer holds.

    Args:
        former: epochs whose files are known to be there and are named by the caller.
        named: others that are.
    """
    databases = {database.name, *map(folder.database_name, former)}
    beside = (*folder.COMPANIONS, folder.LOST_WAL_SUFFIX)
    known = {*databases, *(name + end for name in databases for end in beside)}
    if database.with_name(database.name + "-journal").exists():
        yield "rollback-journal"
    others = (path for path in database.parent.iterdir() if path.name not in known and path not in named)
    for path in sorted(others):
        if path.name.endswith(folder.UNFINISHED_SUFFIX):
            yield "unfinished-file"
        elif likeness.plain(path.suffix) == ".db" or likeness.epoch_told(path.name) is not None:
            yield "other-database"
