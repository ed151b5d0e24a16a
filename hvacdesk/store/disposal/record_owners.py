"""Whose record a row is part of, and by what its customers are known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from sqlalchemy import Column, Table, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.remnants import Marks
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among
from hvacdesk.store.disposal import identities
from hvacdesk.store.disposal.cascades import cascading, parents_first
from hvacdesk.store.disposal.erasure import CUSTOMERS, personal_columns
from hvacdesk.store.disposal.identities import FINDINGS, OwnedColumns
from hvacdesk.store.disposal.named_in_drafts import DRAFTS

_RECORD_ID_LETTERS = 32


@cache
def owned_tables() -> frozenset[str]:
    """The customers' own tables: those whose rows are deleted with a customer's."""
    owned = {CUSTOMERS.name}
    before = 0
    while before != len(owned):
        before = len(owned)
        owned |= {
            table.name
            for table in parents_first()
            if any(parent.name in owned for parent, _ in cascading(table))
        }
    return frozenset(owned)


def owner_columns(table: Table) -> tuple[tuple[Table, Column[object]], ...]:
    """The columns by which a row is some customer's, each with the table that it names a row of."""
    return tuple((parent, column) for parent, column in cascading(table) if parent.name in owned_tables())


class RecordOwners:
    """The owners of some rows.

    Args:
        rows: by table their keys.
    """

    def __init__(self, session: Session, rows: Mapping[str, Collection[int]]) -> None:
        self._session = session
        self._known: dict[tuple[str, int], frozenset[int]] = {}
        self._customers = frozenset(rows.get(CUSTOMERS.name, ()))
        for table, keys in rows.items():
            self._learn(table, keys)

    def of(self, table: str, key: int) -> frozenset[int]:
        """The customers whose record a row is part of; nobody for a row of the office's own."""
        if table == CUSTOMERS.name:
            return frozenset((key,))
        return self._known.get((table, key), frozenset())

    def _learn(self, table: str, keys: Collection[int]) -> None:
        """Follow the references of these rows up to customers."""
        if table == DRAFTS.name:
            self._learn_drafts(keys)
        if table == CUSTOMERS.name or table not in owned_tables():
            return
        declared = Base.metadata.tables[table]
        parents = owner_columns(declared)
        query = select(declared.c.id, *(column for _, column in parents)).where(among(declared.c.id, keys))
        rows = self._session.execute(query).all()
        for at, (parent, _) in enumerate(parents, 1):
            self._learn(parent.name, {row[at] for row in rows if row[at] is not None})
        for key, *named in rows:
            of_each = [
                self.of(parent.name, value)
                for (parent, _), value in zip(parents, named, strict=True)
                if value is not None
            ]
            self._known[table, key] = frozenset().union(*of_each)

    def _learn_drafts(self, keys: Collection[int]) -> None:
        """A form that changes a customer's record holds what that has. Its subject begins with its id."""
        of_whom = func.substr(DRAFTS.c.subject, 1, _RECORD_ID_LETTERS) == CUSTOMERS.c.record_id
        query = select(DRAFTS.c.id, CUSTOMERS.c.id).join(CUSTOMERS, of_whom)
        for key, owner in self._session.execute(query.where(among(DRAFTS.c.id, keys))):
            self._known[DRAFTS.name, key] = frozenset((owner,))

    def marks(self) -> Mapping[int, Marks]:
        """By owner what their records hold, each value in a column of its kind."""
        owners = {owner for some in self._known.values() for owner in some} | self._customers
        if not owners:
            return {}
        parts = [OwnedColumns(CUSTOMERS, personal_columns(CUSTOMERS), {key: key for key in owners})]
        for table in parents_first():
            for parent, column in cascading(table):
                if parent is CUSTOMERS and table not in (CUSTOMERS, FINDINGS) and personal_columns(table):
                    query = select(table.c.id, column).where(among(column, owners))
                    found: dict[int, int] = {row[0]: row[1] for row in self._session.execute(query)}
                    parts.append(OwnedColumns(table, personal_columns(table), found))
        return identities.marks(self._session, parts)
