"""The last imports, and whether anybody has worked with their customers since.

An import's customers have neighbouring primary keys, so each question is one query over a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, delete, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.customer_numbers import customer_number
from hvacdesk.domain.exchange.taken_imports import StayReason
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among, chunks
from hvacdesk.store.models import Customer, CustomerFinding, CustomerPhone, Draft
from hvacdesk.store.office import office

KEPT = 5
"""So many imports are remembered; of older ones somebody has long worked with the customers."""

_SETTING = "imports"
_CUSTOMERS = Base.metadata.tables[Customer.__tablename__]
_OWN = tuple(Base.metadata.tables[one.__tablename__] for one in (CustomerPhone, CustomerFinding))
"""What an import writes beside the customers."""

_RECORD_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class ImportNote:
    """One import.

    Attributes:
        first_key: primary key of its first customer; the others follow.
        first_number: the count in that customer's number; the others follow.
        at: stamp of the import, which its customers carry until somebody works with them.
        by: the account.
    """

    record: str
    first_key: int
    first_number: int
    customers: int
    at: str
    by: str

    @property
    def numbers(self) -> tuple[str, str]:
        """Number of the first and of the last customer."""
        return self.number_of(self.first_key), self.number_of(_last(self))

    def number_of(self, key: int) -> str:
        """The number that it gave to the customer with this primary key."""
        return customer_number(self.first_number + key - self.first_key)


def remember(session: Session, note: ImportNote) -> None:
    """Store the import among the last ones."""
    notes = [asdict(one) for one in (*remembered(session), note)]
    office.save_setting(session, office.OFFICE, _SETTING, notes[-KEPT:])


def forget(session: Session, record: str) -> None:
    """Drop an import that was undone."""
    left = [asdict(one) for one in remembered(session) if one.record != record]
    office.save_setting(session, office.OFFICE, _SETTING, left)


def remembered(session: Session) -> tuple[ImportNote, ...]:
    """The last imports, the oldest first."""
    known = office.setting(session, office.OFFICE, _SETTING)
    return tuple(ImportNote(**one) for one in known) if isinstance(known, list) else ()


@dataclass(frozen=True)
class Imported:
    """The customers of an import that are still there, by primary key.

    Attributes:
        going: those that nobody has worked with; ``staying`` why each of the others stays.
    """

    going: tuple[int, ...]
    staying: dict[int, StayReason]


def imported(session: Session, note: ImportNote) -> Imported:
    """What became of an import's customers.

    One that was destroyed is passed over, and so is a later customer who has its primary key by now: the
    number tells.
    """
    key = _CUSTOMERS.c.id
    query = select(key, Customer.number, Customer.version, Customer.used_at, Customer.merged_into_id)
    staying: dict[int, StayReason] = {}
    there: list[int] = []
    built_on = dict.fromkeys(_in_a_draft(session, note), StayReason.HALF_TYPED)
    built_on |= dict.fromkeys(_referred_to(session, note), StayReason.NAMED)
    rows: Iterable[Any] = session.execute(query.where(_within(key, note)).order_by(key))
    for row in rows:
        if row.number == note.number_of(row.id):
            there.append(row.id)
            if row.merged_into_id is not None:
                staying[row.id] = StayReason.MERGED
            elif row.id in built_on:
                staying[row.id] = built_on[row.id]
            elif row.version != 1 or row.used_at != note.at:
                staying[row.id] = StayReason.USED
    return Imported(tuple(one for one in there if one not in staying), staying)


def delete_customers(session: Session, customers: Sequence[int]) -> None:
    """Delete customers of an import with what it wrote for them."""
    for few in chunks(customers):
        for table in _OWN:
            session.execute(delete(table).where(table.c.customer_id.in_(few)))
        session.execute(delete(_CUSTOMERS).where(_CUSTOMERS.c.id.in_(few)))


def _referred_to(session: Session, note: ImportNote) -> set[int]:
    """Those whom a row of any table names; a table that is added later counts too."""
    found: set[int] = set()
    for table in Base.metadata.sorted_tables:
        if table not in _OWN:
            for reference in _references(table):
                found.update(session.scalars(select(reference).where(_within(reference, note)).distinct()))
    return found


def _references(table: Table) -> list[Column[Any]]:
    return [key.parent for key in table.foreign_keys if key.column.table is _CUSTOMERS]


def _in_a_draft(session: Session, note: ImportNote) -> set[int]:
    texts = session.execute(select(Draft.subject, Draft.payload))
    ids = {word for subject, payload in texts for word in _RECORD_ID.findall(f"{subject} {payload}")}
    query = select(Customer.id).where(_within(_CUSTOMERS.c.id, note), among(_CUSTOMERS.c.record_id, ids))
    return set(session.scalars(query)) if ids else set()


def _within(key: ColumnElement[Any], note: ImportNote) -> ColumnElement[bool]:
    return key.between(note.first_key, _last(note))


def _last(note: ImportNote) -> int:
    return note.first_key + note.customers - 1
