"""The rows that live on after a deletion, known by all of their bytes.

A proof of erasure has to tell what living customers rightly hold (two 田中 太郎) from what was left over.
Writing a file anew copies each record byte for byte, so a living row is recognised as a whole: it explains
whatever it holds, and no other row explains anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hvacdesk.vault.btree import SchemaEntry, as_varint
from hvacdesk.vault.pages import OpenedFile, PageKey
from hvacdesk.vault.trees import SCHEMA_ROOT, TreePage, Trees

_STATISTICS = b"sqlite_stat"
"""Tables of ANALYZE begin with this; their samples are nobody's rows."""


class Living:
    """Records of living rows, of each of which only a fingerprint of 64 bits is kept."""

    def __init__(self, records: Iterable[str] = ()) -> None:
        self._known = set(map(hash, records))

    def __len__(self) -> int:
        return len(self._known)

    def add(self, records: Iterable[str]) -> None:
        """Learn more records, read as Latin-1."""
        self._known.update(map(hash, records))

    def strangers(self, records: Iterable[str]) -> list[str]:
        """Those of the records that are no living row's."""
        known = self._known
        return [record for record in records if hash(record) not in known]


def living_rows(database: Path, key_hex96: str, going: Mapping[str, Iterable[int]] | None = None) -> Living:
    """Read the rows of a file from which the destroyed ones have been deleted, before it is written anew.

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
                leaving = {_stored(key) for key in (going or {}).get(entry.name.decode("utf-8"), ())}
                for page in trees.pages(entry.root):
                    living.add(_staying(page, leaving) if leaving else page.records())
    return living


def schema_row(entry: SchemaEntry) -> str:
    """A row of the schema's own table, which names root pages and so changes when a file is written anew."""
    return entry.identity.decode("latin-1")


def _staying(page: TreePage, leaving: set[str]) -> Iterator[str]:
    return (record for key, record in zip(page.keys(), page.records(), strict=True) if key not in leaving)


def _stored(key: int) -> str:
    return as_varint(key).decode("latin-1")


def _schema(trees: Trees, living: Living) -> list[SchemaEntry]:
    entries = [entry for page in trees.pages(SCHEMA_ROOT) for entry in trees.entries(page)]
    living.add(map(schema_row, entries))
    return entries
