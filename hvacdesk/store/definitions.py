"""What tables, indexes, triggers and views the file holds, compared with those that the program makes.

SQLite makes of a table what its stored text says: a column or a conflict clause that somebody put in can keep
rows out without a trigger. Migrations leave some tables in other words than a new office has: columns in
another order, with what older rows got in them, and with a foreign key beside the column. That is all that a
text may differ by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from typing import NamedTuple

from sqlalchemy import Column, MetaData, String, Table, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateIndex, CreateTable

from hvacdesk.store import models
from hvacdesk.store.disposal import reduction_triggers
from hvacdesk.store.retention import retention_triggers
from hvacdesk.vault.keyfile import vault_state

VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Alembic's own table, made here in a new file."""

_TOKEN = re.compile(r"""\s+|('(?:[^']|'')*'|"(?:[^"]|"")*"|\w+|.)""", re.DOTALL)
_WIDTH = re.compile(r"\bVARCHAR\(\d+\)")
"""Nothing heeds a text's width, and what earlier versions gave a column of codes stays in their files."""

_LITERAL = re.compile(r"'(?:[^']|'')*'|\d+")
_UNIQUE = "CREATE UNIQUE INDEX "


class Strange(NamedTuple):
    """A trigger, view or index that the program did not make."""

    kind: str
    name: str


class Differences(NamedTuple):
    """What is not as the program makes it.

    Attributes:
        strange: what can be taken away again.
        altered: tables of the program that are defined otherwise or are not there.
    """

    strange: tuple[Strange, ...] = ()
    altered: tuple[str, ...] = ()


AS_MADE = Differences()
"""Nothing differs."""


class _Made(NamedTuple):
    """The texts that the program makes tables with, and indexes and triggers, by their names."""

    tables: Mapping[str, Sequence[str]]
    indexes: Mapping[str, str]
    triggers: Mapping[str, str]


@cache
def _made() -> _Made:
    dialect = sqlite.dialect()
    metadata = [*models.Customer.metadata.tables.values(), VERSION]
    tables: dict[str, Sequence[str]] = {
        table.name: (str(CreateTable(table).compile(dialect=dialect)).strip(),) for table in metadata
    }
    indexes = {
        str(index.name): str(CreateIndex(index).compile(dialect=dialect))
        for table in metadata
        for index in table.indexes
    }
    triggers = reduction_triggers.wanted() | retention_triggers.wanted()
    return _Made(tables | {vault_state.TABLE: vault_state.DEFINITIONS}, indexes, triggers)


def differences(session: Session) -> Differences:
    """Compare everything that the file defines with what the program makes; other tables are left alone."""
    made = _made()
    rows = session.execute(text("SELECT type, name, sql FROM sqlite_master ORDER BY name")).all()
    tables = {vault_state.TABLE: vault_state.DEFINITIONS[0]}  # without it no vault opens the file
    tables |= {row.name: row.sql or "" for row in rows if row.type == "table"}
    altered = {name for name, texts in made.tables.items() if not _same_table(tables.get(name, ""), texts)}
    strange = []
    for kind, name, sql in rows:  # an index without a text is SQLite's own, for a UNIQUE
        if sql and kind != "table" and sql not in (made.indexes.get(name), made.triggers.get(name)):
            strange.append(Strange(kind, name))
    there = {row.name for row in rows}
    altered |= {name for name, sql in made.indexes.items() if sql.startswith(_UNIQUE) and name not in there}
    return Differences(tuple(strange), tuple(sorted(altered)))


def drop(session: Session, strange: Sequence[Strange]) -> None:
    """Take triggers, views and indexes away that the program did not make, and put its own indexes back."""
    connection = session.connection()
    for kind, name in strange:
        quoted = '"{}"'.format(name.replace('"', '""'))
        connection.exec_driver_sql(f"DROP {kind.upper()} {quoted}")
    for name in {one.name for one in strange} & _made().indexes.keys():
        # one that fails for doubled rows is missed and told by the next comparison
        with suppress(IntegrityError), connection.begin_nested():
            connection.exec_driver_sql(_made().indexes[name])


def _same_table(there: str, made: Sequence[str]) -> bool:
    return there in made or (bool(there) and _parts(there) in [_parts(one) for one in made])


@lru_cache(maxsize=1000)
def _parts(sql: str) -> tuple[str, ...]:
    """What a table's text says, part by part, but for what migrations leave otherwise."""
    head: list[str] = []
    parts: list[list[str]] = [[]]
    depth = 0
    for token in filter(None, _TOKEN.findall(_WIDTH.sub("VARCHAR", sql))):
        if depth == 0:  # before the columns, or behind them
            head.append(token.strip('"'))
        elif depth == 1 and token in (",", ")"):
            parts.append([])
        else:
            parts[-1].append(token)
        depth += (token == "(") - (token == ")")
    return (" ".join(head), *sorted(part for each in parts for part in _plain(each)))


def _plain(part: list[str]) -> Iterator[str]:
    """A column or constraint: without what older rows got, and a foreign key apart from its column."""
    kept: list[str] = []
    tokens = iter(part)
    for token in tokens:
        if token == "DEFAULT":
            value = next(tokens, "")
            kept += [] if _LITERAL.fullmatch(value) else [token, value]
        elif token == "CONSTRAINT":
            next(tokens, "")  # its name
        elif token == "REFERENCES" and kept and kept[0] != "FOREIGN":
            yield " ".join(("FOREIGN KEY (", kept[0], ")", token, *tokens))
        else:
            kept.append(token)
    if kept:
        yield " ".join(kept)
