"""A table of the file as one reads it for what it says: a text for each kind of column, whatever is in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import ClassVar

from sqlalchemy import Table

from hvacdesk.store.base import ColumnKind
from hvacdesk.store.disposal.identities import NAME_PAIRS
from hvacdesk.store.disposal.mark_search import BETWEEN
from hvacdesk.store.disposal.record_owners import owned_tables, owner_columns

_BESIDE_THE_MODELS = ("alembic_version", "vault_state")
_OF_SQLITE = "sqlite_"
"""Tables that the models do not declare and that are in their place; nothing of a person belongs there."""

_OF_TEXT = ("CHAR", "CLOB", "TEXT")
"""SQLite stores text, and no numbers, in a column with one of these in its type."""

_LONGEST_NUMBER = 10**8
"""From here on a whole number may be a phone number that lost its zero in a column of numbers."""

_PART = f"char({ord(BETWEEN)})"

_MOST_KEPT = 500
"""More than the program has tables."""


class ReadableTable:
    """How a table is read.

    Attributes:
        every_row: gives of each row its key, whether it is somebody's or the office's own, and a text for
            each of ``kinds``, from column ``FIRST`` on, in UTF-8 as far as the file holds it.
        last_of: gives the last key of so many rows after a key.
        rows: as ``every_row``, of those after one key up to another, but for a list of keys in JSON.
        texts: of these rows whether all are somebody's, and for each of ``kinds`` the texts of all as one.
        kinds: what the columns of each text may hold; None, the last one, where they are not the program's.
        strange: whether there are such.
        keyed: whether rows have keys by which every one of them is met.
    """

    FIRST: ClassVar[int] = 2

    def __init__(self, name: str, columns: Mapping[str, str], declared: Table | None, *, keyed: bool) -> None:
        self.name = name
        self.keyed = keyed
        groups = self._groups(columns, declared)
        self.strange = bool(groups[None])
        self.kinds = [kind for kind in (*ColumnKind, None) if groups[kind]]
        texts = [_joined(groups[kind]) for kind in self.kinds]
        key = "id" if declared is not None else "0"
        owned, table = _owned(declared), _quoted(name)
        of_each = [f"CAST({text} AS BLOB)" for text in texts]
        of_all = [f"CAST(group_concat({text}, {_PART}) AS BLOB)" for text in texts]
        each, every = ", ".join((key, owned, *of_each)), ", ".join((f"min({owned})", *of_all))
        later = f"FROM {table} WHERE rowid > ?1"
        some = "rowid > ? AND rowid <= ? AND rowid NOT IN (SELECT value FROM json_each(?))"
        # All of these are made of the file's own names, in quotes.
        self.every_row = f"SELECT {each} FROM {table}"  # noqa: S608
        # SQLite goes past rows that it has not to give six times as quickly.
        at = f"SELECT rowid {later} ORDER BY rowid LIMIT 1 OFFSET ?2 - 1"
        self.last_of = f"SELECT coalesce(({at}), (SELECT max(rowid) {later}))"
        self.rows = f"SELECT {each} FROM {table} WHERE {some}"  # noqa: S608
        self.texts = f"SELECT {every} FROM {table} WHERE {some}"  # noqa: S608

    def _groups(
        self, columns: Mapping[str, str], declared: Table | None
    ) -> dict[ColumnKind | None, list[str]]:
        ours = self.name in _BESIDE_THE_MODELS or self.name.startswith(_OF_SQLITE)
        groups: dict[ColumnKind | None, list[str]] = defaultdict(list)
        for column, stored_as in columns.items():
            if declared is not None and column in declared.c:
                groups[declared.c[column].info["kind"]].append(_said(column, stored_as))
            elif ours:
                groups[ColumnKind.CODE].append(_said(column, stored_as))
            else:
                groups[None].append(f"CAST({_quoted(column)} AS TEXT)")
        for pair in NAME_PAIRS:
            if declared is not None and columns.keys() >= set(pair):
                groups[ColumnKind.NAME].append(" || ".join(map(_quoted, pair)))
        return groups

    def reaches(self, kind: ColumnKind | None) -> bool:
        """Whether columns of this kind say how to reach somebody whom the same row may name."""
        return kind in (ColumnKind.PHONE, ColumnKind.EMAIL) and ColumnKind.NAME in self.kinds


def readable(name: str, columns: Mapping[str, str], declared: Table | None, *, keyed: bool) -> ReadableTable:
    """How a table of the file is read; ours are read in the same way each time.

    What is strange is not kept: somebody's name may be in its own.
    """
    if declared is None or any(column not in declared.c for column in columns):
        return ReadableTable(name, columns, declared, keyed=keyed)
    return _kept(declared, tuple(columns.items()), keyed)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(declared: Table, columns: tuple[tuple[str, str], ...], keyed: bool) -> ReadableTable:
    return ReadableTable(declared.name, dict(columns), declared, keyed=keyed)


def _said(column: str, stored_as: str) -> str:
    """What a cell says where it can be text; NULL where it cannot.

    Args:
        stored_as: the column's type in the file, by which SQLite turns numbers into text, or text into
            numbers; whatever cannot become a number stays text there, and is more than any number.
    """
    quoted, kind = _quoted(column), stored_as.upper()
    number = f"CASE WHEN {quoted} >= {_LONGEST_NUMBER} THEN '0' || {quoted} END"
    if "INT" in kind:
        return number
    if any(word in kind for word in _OF_TEXT):
        return quoted
    return f"CASE typeof({quoted}) WHEN 'text' THEN {quoted} WHEN 'integer' THEN {number} END"


def said_by(value: object) -> str:
    """What a stored value says where it can be text; empty where it cannot. As the query reads the column."""
    if isinstance(value, int) and value >= _LONGEST_NUMBER:
        return f"0{value}"
    return str(value) if isinstance(value, str) else ""


def _joined(texts: Sequence[str]) -> str:
    return f"concat_ws({_PART}, {', '.join(texts)})"


def _owned(declared: Table | None) -> str:
    """Whether a row is somebody's: always, in a table that is no customer's."""
    if declared is None or declared.name not in owned_tables() or not owner_columns(declared):
        return "1"
    of_anybody = [f"{_quoted(column.name)} IS NOT NULL" for _, column in owner_columns(declared)]
    return "1" if declared.name == "customers" else " OR ".join(of_anybody)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
