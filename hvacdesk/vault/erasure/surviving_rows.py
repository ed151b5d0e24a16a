"""The rows that live on after a deletion, known by all of their bytes or by the page that they lie on.

A proof of erasure has to tell what living customers rightly hold (two 田中 太郎) from what was left over.
Rewriting a file copies each record byte for byte, so a living row is recognised as a whole: it explains
whatever it holds, and no other row explains anything.

Where SQLite finds the rows of a new file alike to those of the former one, none of which is a destroyed one,
the new file's pages hold living rows only. They are known by their HMACs, so the rows need not be read.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path

from hvacdesk.vault.database.btree import SchemaEntry, as_varint
from hvacdesk.vault.database.pages import OpenedFile, PageKey, page_tags
from hvacdesk.vault.database.trees import SCHEMA_ROOT, Sketch, TreePage, Trees

_STATISTICS = b"sqlite_stat"
"""Tables of ANALYZE begin with this; their samples are nobody's rows."""

_identity = attrgetter("identity")


class Living:
    """Living rows by table: a fingerprint of 64 bits for each, in the order of their keys.

    Args:
        pages: HMACs of pages whose rows all live.
    """

    def __init__(self, pages: Collection[bytes] = ()) -> None:
        self._pages = pages
        self._schema: set[bytes] = set()
        self._tables: dict[bytes, array[int]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._tables.values()))

    def add_schema(self, entries: Iterable[SchemaEntry]) -> None:
        """Learn what the schema describes."""
        self._schema.update(map(_identity, entries))

    def add(self, table: bytes, records: Iterable[bytes]) -> None:
        """Learn more rows of a table."""
        self._tables.setdefault(table, array("q")).extend(map(hash, records))

    def strange_schema(self, entries: Iterable[SchemaEntry]) -> list[bytes]:
        """What was not part of the schema before."""
        return [row for row in map(_identity, entries) if row not in self._schema]

    def of(self, table: bytes) -> Recognition:
        """Recognises the rows of a table."""
        pages = () if table.startswith(_STATISTICS) else self._pages
        return Recognition(self._tables.get(table, array("q")), pages)


class Recognition:
    """Tells a table's living rows from others, quickest in the order in which they were learnt."""

    def __init__(self, fingerprints: array[int], pages: Collection[bytes]) -> None:
        self._fingerprints = fingerprints
        self._pages = pages
        self._next = 0
        self._known: set[int] | None = None

    def all_living_on(self, tags: Iterable[bytes]) -> bool:
        """Whether the pages that have these HMACs hold living rows only."""
        return all(tag in self._pages for tag in tags)

    def all_living(self, records: Sequence[bytes]) -> bool:
        """Whether each of the records is a living row's."""
        met = array("q", map(hash, records))
        if self._fingerprints[self._next : self._next + len(met)] != met:
            if self._known is None:
                self._known = set(self._fingerprints)
            if not self._known.issuperset(met):
                return False
        self._next += len(met)
        return True

    def strangers(self, records: Sequence[bytes]) -> list[bytes]:
        """Those of the records that are no living row's."""
        if self.all_living(records):
            return []
        known = self._known or ()
        strange = [record for record in records if hash(record) not in known]
        self._next += len(records) - len(strange)
        return strange


def every_row(database: Path, key_hex96: str) -> Living:
    """Every row that is in a file, known by the page it lies on.

    They are living ones if SQLite finds the file alike to another that holds no destroyed row.

    Args:
        database: the file, without a WAL; nobody may be writing to it.
        key_hex96: its raw key and salt.
    """
    living = Living(page_tags(database))
    with OpenedFile(database, PageKey(key_hex96)) as file:
        _schema(Trees(file), living)
    return living


def living_rows(database: Path, key_hex96: str, going: Mapping[str, Iterable[int]] | None = None) -> Living:
    """Read the rows of a file from which the destroyed ones have been deleted, before it is rewritten.

    Rows on pages that cannot be read are not known afterwards, which can only make a proof fail.

    Args:
        database: the file, with its WAL; nobody may be writing to it.
        key_hex96: its raw key and salt.
        going: by table the keys of the rows that were deleted, so that one that stays by mistake is not taken
            for a living one.
    """
    living = Living()
    with OpenedFile(database, PageKey(key_hex96)) as file:
        trees = Trees(file)
        for entry in _schema(trees, living):
            if entry.has_rows and entry.root and not entry.name.startswith(_STATISTICS):
                leaving = (going or {}).get(entry.name.decode("utf-8"), ())
                _add_rows(living, entry, trees, sorted(leaving))
    return living


def _add_rows(living: Living, entry: SchemaEntry, trees: Trees, leaving: Sequence[int]) -> None:
    stored = {as_varint(key) for key in leaving}

    def settled(sketch: Sketch) -> bool:
        rows = sketch.rows()
        if rows is None:
            return False
        records, keys = rows
        if bisect_left(leaving, keys.start) != bisect_left(leaving, keys.stop):
            return False
        living.add(entry.name, records)
        return True

    for page in trees.pages(entry.root, settled):
        living.add(entry.name, _staying(page, stored) if stored else page.records())


def _staying(page: TreePage, leaving: set[bytes]) -> Iterator[bytes]:
    return (record for key, record in zip(page.keys(), page.records(), strict=True) if key not in leaving)


def _schema(trees: Trees, living: Living) -> list[SchemaEntry]:
    entries = [entry for page in trees.pages(SCHEMA_ROOT) for entry in trees.entries(page)]
    living.add_schema(entries)
    return entries
