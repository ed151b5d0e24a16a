"""Which rooms' tables a transaction wrote to."""

from __future__ import annotations

import re
from functools import cache

from sqlalchemy import Table

from hvacdesk.domain.rooms import Room
from hvacdesk.store import models
from hvacdesk.store.base import Base

_WRITES = re.compile(
    r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE(?: OR \w+)?|(DELETE) FROM)\s+"?(\w+)', re.IGNORECASE
)

UNTOLD = frozenset(
    table.__tablename__
    for table in (models.AuditRow, models.AuditNote, models.Counter, models.Draft, models.EndedForm)
)
"""What nobody looks at while it changes: the log gets an entry with each change, numbers are counted on
beside what they are for, and drafts are written, and end, while somebody types."""


def rooms_written(statement: str) -> frozenset[Room]:
    """The rooms that a statement's table belongs to; none where it writes nothing that is told.

    A deletion takes with it the rows that name the deleted one (``ON DELETE CASCADE``), so it concerns their
    rooms, too.
    """
    found = _WRITES.match(statement)
    if found is None:
        return frozenset()
    deletes, name = found.groups()
    table = Base.metadata.tables.get(name)
    if table is None:  # a temporary table, or one of the vault's own
        return frozenset()
    return _room_with_dependents(table) if deletes else _room_of(table)


@cache
def _room_of(table: Table) -> frozenset[Room]:
    if table.name in UNTOLD:
        return frozenset()
    described = next(one.class_ for one in Base.registry.mappers if one.local_table is table)
    return frozenset({Room(described.__module__.rpartition(".")[2])})


@cache
def _room_with_dependents(table: Table) -> frozenset[Room]:
    rooms = set(_room_of(table))
    for other in Base.metadata.tables.values():
        if other is not table and any(
            key.column.table is table and key.ondelete == "CASCADE" for key in other.foreign_keys
        ):
            rooms |= _room_with_dependents(other)
    return frozenset(rooms)
