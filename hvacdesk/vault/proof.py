"""Proof of erasure: every page of the database and its WAL, decrypted by ourselves and searched.

What is searched: the whole text of each page, living or free, slack included; records that continue on
overflow pages as one piece; free pages also across the link to a following page, in case they were an
overflow chain; every frame of the WAL, also those of earlier rounds.

When a hit is a leak. A *needle* is a destroyed value in one stored form. Living customers may hold the same
(two 田中 太郎), so rows that are known to live on explain what they hold, and nothing else does:

- in a row that is not a living one's, byte for byte: a leak;
- in an index's record: explained if some living row holds the value, for the record only repeats a row's;
- anywhere else (slack, free pages, superseded WAL frames, ``sqlite_stat4``'s samples): a leak.

A page whose HMAC does not fit, a structure that cannot be followed, or a leak makes the result ``failed``.
What could not be reached is named as an exception, and then the result is never ``verified``.

Not found: a *part* of a value, where the rest was overwritten; and values stored compressed or in a form
that was not given as a needle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from hvacdesk.vault import folder
from hvacdesk.vault.living import Living, Recognition
from hvacdesk.vault.needles import Needle, Search, Sieve
from hvacdesk.vault.pages import SALT_BYTES, DamagedPage, OpenedFile, PageKey
from hvacdesk.vault.trees import SCHEMA_ROOT, TreePage, Trees

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


@dataclass
class _Tally:
    """What was found, and what went wrong.

    Attributes:
        leaks: places that no living row explains.
        doubts: hits in records of indexes, by needle, which living rows may still explain.
    """

    leaks: int = 0
    doubts: Counter[int] = field(default_factory=Counter)
    pages: int = 0
    frames: int = 0
    broken: int = 0


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
        living: the rows that live on, read before the file was written anew.
        exceptions: codes of what the caller could not reach, such as a backup on an absent disk.
    """
    search = Search(needles)
    tally = _Tally()
    with OpenedFile(database, PageKey(key_hex96)) as file:
        trees = Trees(file)
        _search_trees(trees, search, living, tally)
        tally.pages, tally.broken = len(trees.reached), trees.broken
        _search_strays(file, search, tally, trees.reached)
        tally.broken += file.torn
    named = [*exceptions, *_left_beside(database)]
    if trees.malformed:
        named.append("structure")
    state: State = "exceptions" if named else "verified"
    if tally.leaks or tally.broken or trees.malformed:
        state = "failed"
    return ProofResult(
        state, tally.pages, tally.frames, len(search.needles), tally.leaks, tally.broken, tuple(named)
    )


def _search_trees(trees: Trees, search: Search, living: Living, tally: _Tally) -> None:
    """Search every tree; those of rows come last, because they have to explain the hits in the others."""
    schema = list(trees.pages(SCHEMA_ROOT))
    entries = [entry for page in schema for entry in trees.entries(page)]
    for page in schema:
        _search_gaps(page, search, tally)
    tally.leaks += len(search.numbers_in(living.strange_schema(entries)))
    for entry in entries:
        if entry.root and not entry.has_rows:
            for page in trees.pages(entry.root, search.occurs_in):
                tally.doubts.update(search.numbers_in(page.records()))
                _search_gaps(page, search, tally)
    sieve = Sieve(search.needles[number] for number in tally.doubts)
    for entry in entries:
        if entry.root and entry.has_rows:
            recognition = living.of(entry.name)
            for page in trees.pages(entry.root):
                _search_rows(page, search, recognition, sieve, tally)
    tally.leaks += sum(
        count for number, count in tally.doubts.items() if search.needles[number] in sieve.left
    )


def _search_rows(
    page: TreePage, search: Search, recognition: Recognition, sieve: Sieve, tally: _Tally
) -> None:
    records = page.records()
    strangers = recognition.strangers(records)
    tally.leaks += len(search.numbers_in(strangers))
    if sieve.left:
        known = set(records).difference(strangers) if strangers else records
        sieve.sift(known)
    _search_gaps(page, search, tally)


def _search_gaps(page: TreePage, search: Search, tally: _Tally) -> None:
    """Search what lies between a page's records and behind those that end on an overflow page."""
    tally.leaks += len(search.numbers_in(page.gaps()))
    for chain in page.chains:
        # From the needle's length before the end, so that one that straddles it is seen as well.
        inside = min(chain.used, max(search.longest - 1, 0))
        tail = chain.last[chain.used - inside :].encode("latin-1")
        tally.leaks += sum(end > inside for _, end, _ in search.found(tail))


def _search_strays(file: OpenedFile, search: Search, tally: _Tally, reached: set[int]) -> None:
    """Search what no tree reaches: free pages, superseded pages and WAL frames, alone and across links."""
    strays = [number for number in file.numbers() if number not in reached]
    tally.pages += len(strays)
    tally.frames = file.frames
    for blob in _stray_blobs(file, strays, tally):
        tally.leaks += sum(1 for _ in search.found(blob))
        tally.leaks += _across(file, search, blob, int.from_bytes(blob[:4], "big"))
    if strays:
        tally.leaks += _into_strays(file, search, strays)


def _stray_blobs(file: OpenedFile, strays: Iterable[int], tally: _Tally) -> Iterator[bytes]:
    for number in strays:
        try:
            yield _without_magic(number, file.page(number))
        except DamagedPage:
            tally.broken += 1
    for number, raw in file.superseded():
        try:
            yield _without_magic(number, file.key.open(number, raw))
        except DamagedPage:
            tally.broken += 1


def _without_magic(number: int, page: bytes) -> bytes:
    """Page 1 without its first bytes, in whose place the file has its salt."""
    return page[SALT_BYTES:] if number == 1 else page


def _into_strays(file: OpenedFile, search: Search, strays: Iterable[int]) -> int:
    """Hits across a dead record's link into a free page: wherever a page holds such a page's number."""
    links = Search(Needle(number.to_bytes(4, "big")) for number in strays)
    hits = 0
    for number in file.numbers():
        try:
            page = file.page(number)
        except DamagedPage:
            continue
        for start, end, _ in links.found(page):
            if start >= 4:
                hits += _across(file, search, page[:start], int.from_bytes(page[start:end], "big"))
    return hits


def _across(file: OpenedFile, search: Search, head: bytes, successor: int) -> int:
    """Hits across the link from a former overflow page, or a dead record, to its successor."""
    reach = search.longest - 1
    if not 1 < successor <= file.count or reach < 1:
        return 0
    try:
        following = file.page(successor)
    except DamagedPage:
        return 0
    left = head[-reach:]
    found = search.found(left + following[4 : 4 + reach])
    return sum(start < len(left) < end for start, end, _ in found)


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
