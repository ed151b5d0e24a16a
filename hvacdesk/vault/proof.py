"""Proof of erasure: every page of the database and its WAL, decrypted by ourselves and searched.

What is searched: the whole text of each page, living or free, slack included; records that continue on
overflow pages as one piece; free pages also across the link to a following page, in case they were an
overflow chain; every frame of the WAL, also those of earlier rounds.

When a hit is a leak. A *needle* is a destroyed value in one stored form, with the number of places in which
living rows rightly hold the same bytes (``allowed``).

- allowed 0: nobody living has it. Every hit is a leak, wherever it is.
- allowed n: hits in living rows are explained up to n; more than n is a leak (a row that should be gone, or
  ``sqlite_stat4``'s samples). Hits in living index records repeat those of rows and are explained. A hit
  anywhere else (slack, free pages, superseded WAL frames) is a leak: nothing living explains it.

A page whose HMAC does not fit, a structure that cannot be followed, or a leak makes the result ``failed``.
What could not be reached is named as an exception, and then the result is never ``verified``.

Not found: a *part* of a value, where the rest was overwritten; and values stored compressed or in a form
that was not given as a needle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Literal

from hvacdesk.vault import btree, folder, pages
from hvacdesk.vault.needles import Needle, Search
from hvacdesk.vault.pages import OpenedFile, PageKey

__all__ = ["Needle", "ProofResult", "prove"]

State = Literal["verified", "exceptions", "failed"]


@dataclass(frozen=True)
class ProofResult:
    """What was looked at and found; counts only, never a value.

    Attributes:
        pages: pages of the database that were decrypted and searched.
        frames: WAL frames that were.
        needles: how many different values were sought.
        hits: places that hold a destroyed value.
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


class _Place(Enum):
    """Where a hit was found."""

    ROW = auto()
    INDEX = auto()
    STRAY = auto()


@dataclass
class _Tally:
    """Hits by needle and place, and what went wrong."""

    hits: Counter[tuple[int, _Place]] = field(default_factory=Counter)
    pages: int = 0
    frames: int = 0
    broken: int = 0
    malformed: bool = False


def prove(
    database: Path, key_hex96: str, needles: Iterable[Needle], exceptions: Iterable[str] = ()
) -> ProofResult:
    """Search a database file and its WAL for destroyed values.

    Args:
        database: the file; nobody may be writing to it.
        key_hex96: its raw key and salt.
        needles: the destroyed values in every form in which they were stored.
        exceptions: codes of what the caller could not reach, such as a backup on an absent disk.
    """
    search = Search(needles)
    tally = _Tally()
    with OpenedFile(database, PageKey(key_hex96)) as file:
        walk = _Walk(file, search, tally)
        walk.tree(1, rows=True)
        for root, rows in walk.roots:
            walk.tree(root, rows=rows)
        _search_strays(file, search, tally, walk.reached)
        tally.broken += file.torn
    return _result(search, tally, (*exceptions, *_left_beside(database)))


class _Walk:
    """Follows the trees of a file and searches every page that it reaches."""

    def __init__(self, file: OpenedFile, search: Search, tally: _Tally) -> None:
        self._file = file
        self._search = search
        self._tally = tally
        self.reached: set[int] = set()
        self.roots: list[tuple[int, bool]] = []

    def tree(self, root: int, *, rows: bool) -> None:
        """Search one tree; the schema's own gives the roots of the others."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            page = self._take(number)
            if page is None:
                continue
            try:
                if btree.kind_of(page, number) in btree.INTERIOR:
                    waiting.extend(btree.children(page, number))
                self._records(page, number, _Place.ROW if rows else _Place.INDEX)
                if root == 1:
                    self._schema(page, number)
            except btree.Malformed:
                self._tally.malformed = True
                _count(self._tally, self._search.found(page), _Place.STRAY)

    def _take(self, number: int) -> bytes | None:
        """A page that was not reached before; meeting one twice means that the structure is broken."""
        if number in self.reached or not 1 <= number <= self._file.count:
            self._tally.malformed = True
            return None
        self.reached.add(number)
        return _opened(self._file, number, self._tally)

    def _records(self, page: bytes, number: int, place: _Place) -> None:
        spilled = [(cell, self._whole(page, cell)) for cell in btree.spilling_cells(page, number)]
        hits = list(self._search.found(page))
        if hits:
            within = [(cell.start, cell.end, bool(cell.overflow)) for cell in btree.cells(page, number)]
            for start, end, needle in hits:
                self._sort(start, end, needle, within, place)
        for _, payload in spilled:
            _count(self._tally, self._search.found(payload), place)

    def _sort(
        self, start: int, end: int, needle: int, within: list[tuple[int, int, bool]], place: _Place
    ) -> None:
        """Count a page's hit once: a spilling record's are counted in its whole payload instead."""
        for low, high, spills in within:
            if low <= start and end <= high:
                if not spills:
                    self._tally.hits[needle, place] += 1
                return
        self._tally.hits[needle, _Place.STRAY] += 1

    def _whole(self, page: bytes, cell: btree.Cell) -> bytes:
        """A spilling record in one piece; what lies behind its end on the last page is slack."""
        parts, missing, number = [page[cell.start : cell.end]], cell.size - cell.local, cell.overflow
        while missing > 0:
            following = self._take(number)
            if following is None:
                break
            parts.append(following[4 : 4 + min(missing, btree.OVERFLOW_BYTES)])
            if missing < btree.OVERFLOW_BYTES:
                # From the needle's length before the end, so that one that straddles it is seen as well.
                tail = following[max(4 + missing - self._search.longest + 1, 4) :]
                inside = min(missing, self._search.longest - 1)
                straying = (
                    (start, end, needle) for start, end, needle in self._search.found(tail) if end > inside
                )
                _count(self._tally, straying, _Place.STRAY)
            missing -= btree.OVERFLOW_BYTES
            number = int.from_bytes(following[:4], "big")
        return b"".join(parts)

    def _schema(self, page: bytes, number: int) -> None:
        for cell in btree.cells(page, number):
            record = page[cell.start : cell.end]
            root, rows = btree.schema_roots(record)
            if root:
                self.roots.append((root, rows))


def _search_strays(file: OpenedFile, search: Search, tally: _Tally, reached: set[int]) -> None:
    """Search what no tree reaches: free pages, superseded pages and WAL frames, alone and across links."""
    strays = [number for number in file.numbers() if number not in reached]
    blobs: list[bytes] = []
    for number in strays:
        page = _opened(file, number, tally)
        if page is not None:
            blobs.append(page)
    for number, raw in file.superseded():
        try:
            blobs.append(file.key.open(number, raw))
        except pages.DamagedPage:
            tally.broken += 1
    tally.frames = file.frames
    for blob in blobs:
        _count(tally, search.found(blob), _Place.STRAY)
        _count(tally, _across(file, search, blob), _Place.STRAY)
    if strays:
        _count(tally, _into_strays(file, search, frozenset(strays)), _Place.STRAY)


def _across(file: OpenedFile, search: Search, blob: bytes) -> Iterator[tuple[int, int, int]]:
    """Hits across the link from a former overflow page to its successor."""
    yield from _joined(file, search, blob, int.from_bytes(blob[:4], "big"))


def _into_strays(file: OpenedFile, search: Search, strays: frozenset[int]) -> Iterator[tuple[int, int, int]]:
    """Hits across a dead record's link into a free page: wherever a page holds such a page's number."""
    links = Search(Needle(number.to_bytes(4, "big"), 0) for number in strays)
    for number in file.numbers():
        try:
            page = file.page(number)
        except pages.DamagedPage:
            continue
        for start, end, _ in links.found(page):
            if start >= 4:
                yield from _joined(file, search, page[:start], int.from_bytes(page[start:end], "big"))


def _joined(file: OpenedFile, search: Search, head: bytes, successor: int) -> Iterator[tuple[int, int, int]]:
    reach = search.longest - 1
    if not 1 < successor <= file.count or reach < 1:
        return
    try:
        following = file.page(successor)
    except pages.DamagedPage:
        return
    left = head[-reach:]
    for start, end, needle in search.found(left + following[4 : 4 + reach]):
        if start < len(left) < end:
            yield start, end, needle


def _opened(file: OpenedFile, number: int, tally: _Tally) -> bytes | None:
    tally.pages += 1
    try:
        return file.page(number)
    except pages.DamagedPage:
        tally.broken += 1
        return None


def _count(tally: _Tally, hits: Iterable[tuple[int, int, int]], place: _Place) -> None:
    for _, _, needle in hits:
        tally.hits[needle, place] += 1


def _result(search: Search, tally: _Tally, exceptions: tuple[str, ...]) -> ProofResult:
    leaks = sum(_leaks(tally, index, needle.allowed) for index, needle in enumerate(search.needles))
    named = (*exceptions, "structure") if tally.malformed else exceptions
    state: State = "exceptions" if named else "verified"
    if leaks or tally.broken or tally.malformed:
        state = "failed"
    return ProofResult(state, tally.pages, tally.frames, len(search.needles), leaks, tally.broken, named)


def _leaks(tally: _Tally, needle: int, allowed: int) -> int:
    rows, index, stray = (tally.hits[needle, place] for place in _Place)
    if not allowed:
        return rows + index + stray
    return max(0, rows - allowed) + stray


def _left_beside(database: Path) -> Iterator[str]:
    """Files beside the database that may hold what it no longer holds."""
    if database.with_name(database.name + "-journal").exists():
        yield "rollback-journal"
    others = (path for path in database.parent.iterdir() if path.name != database.name)
    for path in sorted(others):
        if path.name.endswith(folder.UNFINISHED_SUFFIX):
            yield "unfinished-file"
        elif path.suffix == ".db":
            yield "other-database"
