"""Reducing customers to what a law still needs: rows deleted, fields emptied, and the check of it.

Nothing here names a table but the customers' own: which columns are emptied follows from their marks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Table, select, update
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.remnants import Marks
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import Category
from hvacdesk.store.chunks import chunks
from hvacdesk.store.customers import customers, finding
from hvacdesk.store.disposal import erasure, identities
from hvacdesk.store.disposal.erasure import CUSTOMERS, Belongings, Values, personal_columns
from hvacdesk.store.disposal.next_versions import raise_versions
from hvacdesk.store.models import Customer, CustomerFinding

Kept = Mapping[int, frozenset[RecordField]]
"""By the customer's primary key the fields that stay."""

FINDINGS: Table = CustomerFinding.metadata.tables[CustomerFinding.__tablename__]


@dataclass(frozen=True)
class Emptied:
    """Rows of a table of which the same columns are emptied, with their customers."""

    table: Table
    columns: tuple[Column[object], ...]
    owners: Mapping[int, int]


@dataclass(frozen=True)
class Reduction:
    """What some customers lose: whole rows, and fields of rows that stay."""

    kept: Kept
    rows: Belongings
    emptied: tuple[Emptied, ...]


def planned(session: Session, kept: Kept) -> Reduction:
    """What these customers lose. A row that is there for its personal content alone is deleted as a whole."""
    rows: dict[Table, dict[int, int]] = defaultdict(dict)
    emptied: dict[tuple[Table, tuple[Column[object], ...]], dict[int, int]] = defaultdict(dict)
    for table, owners in erasure.belongings(session, kept).rows.items():
        columns = personal_columns(table)
        for key, owner in owners.items():
            going = tuple(column for column in columns if column.info["field"] not in kept[owner])
            if going and going == columns and table.info.get("content"):
                rows[table][key] = owner
            elif going and table is not FINDINGS:
                emptied[table, going][key] = owner
    return Reduction(
        kept,
        Belongings(rows),
        tuple(Emptied(table, columns, owners) for (table, columns), owners in emptied.items()),
    )


def values(session: Session, reduction: Reduction) -> Values:
    """The values that are deleted, and the former text by which the customers were found."""
    collected = erasure.values(session, reduction.rows)
    for part in reduction.emptied:
        erasure.collect(session, collected, part.table, part.columns, part.owners)
    uncounted = Values()
    for few in chunks(reduction.kept):
        query = select(FINDINGS.c.id, FINDINGS.c.customer_id).where(FINDINGS.c.customer_id.in_(few))
        findings = {row.id: row.customer_id for row in session.execute(query)}
        erasure.collect(session, uncounted, FINDINGS, personal_columns(FINDINGS), findings)
    collected.stored |= uncounted.stored
    return collected


def marks(session: Session, reduction: Reduction) -> dict[int, Marks]:
    """By customer the marks that are removed: not, for example, a name that a law keeps."""
    emptied = [identities.OwnedColumns(one.table, one.columns, one.owners) for one in reduction.emptied]
    going = identities.marks(session, [*identities.parts_of(reduction.rows), *emptied])
    kept = identities.marks(session, _staying(session, reduction))
    return {owner: one.without(kept.get(owner, Marks())) for owner, one in going.items()}


def _staying(session: Session, reduction: Reduction) -> Iterable[identities.OwnedColumns]:
    """The columns that hold something of these customers afterwards."""
    loses: dict[tuple[Table, int], tuple[Column[object], ...]] = {
        (one.table, key): one.columns for one in reduction.emptied for key in one.owners
    }
    alike: dict[tuple[Table, tuple[Column[object], ...]], dict[int, int]] = defaultdict(dict)
    for table, owners in erasure.belongings(session, reduction.kept).rows.items():
        gone = reduction.rows.rows.get(table, {})
        for key in owners.keys() - gone.keys():
            alike[table, loses.get((table, key), ())][key] = owners[key]
    for (table, lost), owners in alike.items():
        columns = tuple(column for column in personal_columns(table) if column not in lost)
        yield identities.OwnedColumns(table, columns, owners)


def carry_out(session: Session, reduction: Reduction, on: str) -> None:
    """Delete the rows, empty the fields, and rewrite what the customers are found by. ``on``: ISO date."""
    erasure.delete_rows(session, reduction.rows)
    raise_versions(session, _rewritten(reduction))
    for part in reduction.emptied:
        empty = {column: None if column.nullable else "" for column in part.columns}
        for keys in chunks(part.owners):
            session.execute(update(part.table).where(part.table.c.id.in_(keys)).values(empty))
    session.expire_all()
    for key, fields in reduction.kept.items():
        session.execute(
            update(CUSTOMERS)
            .where((CUSTOMERS.c.id == key) | (CUSTOMERS.c.merged_into_id == key))
            .values(reduced_on=on, reduced_to=written(fields))
        )
        row = session.get_one(Customer, key)
        if row.merged_into_id is None:  # a duplicate is not found
            finding.write(session, key, customers.record_of(row), row.number)
    session.flush()


def _rewritten(reduction: Reduction) -> Mapping[Table, set[int]]:
    """The rows that stay and lose something, and the customers, who are reduced from then on."""
    found: dict[Table, set[int]] = defaultdict(set, {CUSTOMERS: set(reduction.kept)})
    for part in reduction.emptied:
        found[part.table] |= part.owners.keys()
    return found


def left_over(session: Session, kept: Kept) -> int:
    """How many values these customers still hold that should have been deleted."""
    reduction = planned(session, kept)
    found: Counter[Category] = Counter()
    for count in _counts(session, reduction):
        found.update(count)
    return found.total()


def _counts(session: Session, reduction: Reduction) -> Iterable[Counter[Category]]:
    collected = erasure.values(session, reduction.rows)
    for part in reduction.emptied:
        erasure.collect(session, collected, part.table, part.columns, part.owners)
    return collected.counts.values()


def written(fields: Iterable[RecordField]) -> str:
    """Fields as a column stores them."""
    return " ".join(sorted(fields))


def read(text: str) -> frozenset[RecordField]:
    """Fields from a column."""
    return frozenset(map(RecordField, text.split()))


def keys_and_fields(
    found: Mapping[str, int], lines: Sequence[tuple[str, str]]
) -> dict[int, frozenset[RecordField]]:
    """By primary key the fields that stay, from record ids with the column's text."""
    return {found[record]: read(keeps) for record, keeps in lines if record in found}
