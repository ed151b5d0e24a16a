"""Everything that belongs to a customer, found by the marks and foreign keys of the tables, and its deletion.

Nothing here names a table that holds customers' data but drafts, which have no foreign key: a table or column
that is added later is found by itself.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, String, Table, delete, func, select, update
from sqlalchemy.orm import Session

from hvacdesk.store.base import Base, Category
from hvacdesk.store.chunks import among
from hvacdesk.store.disposal.cascades import cascading, loose_references, parents_first
from hvacdesk.store.disposal.named_in_drafts import DRAFTS, about_records
from hvacdesk.store.disposal.next_versions import raise_versions
from hvacdesk.store.engine import Store, large_cache
from hvacdesk.store.models import Customer
from hvacdesk.store.office import ended_forms
from hvacdesk.vault.erasure import erasure as vault_erasure

CUSTOMERS: Table = Base.metadata.tables[Customer.__tablename__]

SHORTEST_ASCII = 6
"""Shorter plain digits and letters also arise from row numbers in an index, so they prove nothing."""

SHORTEST = 3
"""One kanji or kana in UTF-8, whose bytes no row number gives."""


@dataclass(frozen=True)
class Belongings:
    """Rows that are deleted with customers: for each table the row's key and the customer whose row it is."""

    rows: Mapping[Table, Mapping[int, int]]

    @property
    def keys(self) -> Mapping[str, Collection[int]]:
        """The rows' keys by the name of their table."""
        return {table.name: owners.keys() for table, owners in self.rows.items()}

    @property
    def count(self) -> int:
        """How many rows there are in all."""
        return sum(map(len, self.rows.values()))

    def joined(self, other: Belongings) -> Belongings:
        """These and the others."""
        tables = self.rows.keys() | other.rows.keys()
        return Belongings(
            {table: {**self.rows.get(table, {}), **other.rows.get(table, {})} for table in tables}
        )


@dataclass
class Values:
    """The personal values of some customers.

    Attributes:
        counts: for each customer how many values of each category there are.
        stored: each value long enough to be sought, in the bytes in which it is stored.
    """

    counts: dict[int, Counter[Category]] = field(default_factory=lambda: defaultdict(Counter))
    stored: set[bytes] = field(default_factory=set, repr=False)

    def joined(self, other: Values) -> Values:
        """These and the others, which are other customers'."""
        return Values(defaultdict(Counter, {**self.counts, **other.counts}), self.stored | other.stored)


def personal_columns(table: Table) -> tuple[Column[object], ...]:
    """The columns marked as personal."""
    return tuple(column for column in table.columns if column.info["personal"])


def belongings(
    session: Session, customers: Iterable[int], others: Mapping[Table, Mapping[int, int]] | None = None
) -> Belongings:
    """Every row that exists for the customers' sake, found along the cascading foreign keys.

    Args:
        others: rows that are destroyed, too, though they are no customer's: by table their keys and owners.
    """
    children = _children()
    rows: dict[Table, dict[int, int]] = defaultdict(dict)
    waiting = [(CUSTOMERS, {key: key for key in customers})]
    waiting += [(table, dict(owners)) for table, owners in (others or {}).items()]
    while waiting:
        table, owners = waiting.pop()
        fresh = {key: owner for key, owner in owners.items() if key not in rows[table]}
        rows[table].update(fresh)
        for child, reference in children[table] if fresh else ():
            waiting.append((child, _referring(session, child, reference, fresh)))
    rows[DRAFTS].update(
        about_records(session, _called(session, rows, "record_id"), _called(session, rows, "number"))
    )
    return Belongings({table: owners for table, owners in rows.items() if owners})


def values(session: Session, found: Belongings) -> Values:
    """Every personal value of the rows, as stored; empty ones say nothing and are left out."""
    collected = Values()
    for table, owners in found.rows.items():
        collect(session, collected, table, personal_columns(table), owners)
    return collected


def collect(
    session: Session,
    collected: Values,
    table: Table,
    columns: Sequence[Column[object]],
    owners: Mapping[int, int],
) -> None:
    """Add what these columns hold in these rows."""
    if not columns:
        return
    rows = session.execute(select(table.c.id, *columns).where(among(table.c.id, owners))).all()
    of_whom = [owners[row[0]] for row in rows]
    for at, column in enumerate(columns, 1):
        held = [
            (owner, row[at])
            for owner, row in zip(of_whom, rows, strict=True)
            if row[at] and isinstance(row[at], str | bytes)
        ]
        for owner, count in Counter(owner for owner, _ in held).items():
            collected.counts[owner][column.info["category"]] += count
        stored = {value.encode("utf-8") if isinstance(value, str) else value for _, value in held}
        collected.stored.update(filter(is_sought, stored))


def delete_rows(session: Session, found: Belongings) -> None:
    """Delete the rows, the dependent ones first, and clear the references of rows that stay.

    What anybody half typed under seal goes, too: it may name the customers, and nobody can search it here. A
    form that is still open does not store again what is deleted of it, nor does one that shows a record that
    stays save what it loses.
    """
    with large_cache(session):
        session.execute(update(DRAFTS).where(DRAFTS.c.sealed.is_not(None)).values(sealed=None))
        ended_forms.note_destroyed(session, _openings(session, found.rows.get(DRAFTS, ())))
        raise_versions(session, _changed(session, found), found.rows)
        for table in reversed(parents_first()):
            if keys := found.rows.get(table):
                for other, reference in loose_references(table):
                    session.execute(update(other).where(among(reference, keys)).values({reference: None}))
                session.execute(delete(table).where(among(table.c.id, keys)))


def _changed(session: Session, found: Belongings) -> Mapping[Table, Collection[int]]:
    """The rows that are deleted, and those that stay and lose a reference to one of them."""
    changed: dict[Table, set[int]] = defaultdict(set)
    for table, keys in found.rows.items():
        changed[table] |= keys.keys()
        for other, reference in loose_references(table):
            changed[other].update(session.scalars(select(other.c.id).where(among(reference, keys))))
    return changed


def _openings(session: Session, drafts: Collection[int]) -> Iterator[tuple[str, str]]:
    """Whose these drafts are, and which opening of a form stored each; an earlier version named none."""
    query = select(DRAFTS.c.account, DRAFTS.c.payload).where(among(DRAFTS.c.id, drafts))
    for account, payload in session.execute(query).all():
        with suppress(ValueError, AttributeError):  # whatever another program wrote there goes all the same
            if name := json.loads(payload).get("name"):
                yield account, str(name)


def still_there(session: Session, customers: Sequence[str]) -> int:
    """How many of these record ids still are customers."""
    query = select(func.count()).select_from(CUSTOMERS).where(among(CUSTOMERS.c.record_id, customers))
    return session.scalar(query) or 0


def rows_there(session: Session, going: Mapping[str, Collection[int]]) -> int:
    """How many rows there are that have these keys, which are given by table."""
    found = 0
    for name, keys in going.items():
        table = Base.metadata.tables[name]
        query = select(func.count()).select_from(table).where(among(table.c.id, keys))
        found += session.scalar(query) or 0
    return found


def is_sought(stored: bytes) -> bool:
    """Whether a value is long enough for a hit to mean something."""
    return len(stored) >= (SHORTEST_ASCII if stored.isascii() else SHORTEST)


def _children() -> Mapping[Table, Sequence[tuple[Table, Column[object]]]]:
    """For each table those whose rows are deleted with its rows."""
    children: dict[Table, list[tuple[Table, Column[object]]]] = defaultdict(list)
    for table in parents_first():
        for parent, reference in cascading(table):
            children[parent].append((table, reference))
    return children


def _referring(
    session: Session, child: Table, reference: Column[object], owners: Mapping[int, int]
) -> dict[int, int]:
    rows = session.execute(select(child.c.id, reference).where(among(reference, owners)))
    return {key: owners[parent] for key, parent in rows.all()}


def _called(session: Session, rows: Mapping[Table, Mapping[int, int]], name: str) -> dict[str, int]:
    """What the rows are called in that column, if no two are called the same, with the customer of each."""
    called: dict[str, int] = {}
    for table, owners in rows.items():
        column = table.c.get(name)
        if column is None or not column.unique or not isinstance(column.type, String):
            continue
        found = session.execute(select(table.c.id, column).where(among(table.c.id, owners)))
        called.update({value.casefold(): owners[key] for key, value in found.all()})
    return called


def require_secure_delete(session: Session) -> None:
    """Assert that deleted bytes are overwritten on the session's connection; raises ``SettingRefused``."""
    vault_erasure.require_secure_delete(_driver_connection(session))


def clear_statistics(session: Session) -> None:
    """Empty the query planner's tables, which keep samples of values."""
    vault_erasure.clear_statistics(_driver_connection(session))


def rebuild(store: Store) -> None:
    """Rewrite the file from its living rows and empty its WAL.

    Raises:
        DatabaseBusy, DiskFull: it could not be done; the bytes of deleted rows may still be there.
    """
    with store.connection() as connection:
        vault_erasure.rebuild(connection.connection.driver_connection)


def _driver_connection(session: Session) -> Any:
    return session.connection().connection.driver_connection
