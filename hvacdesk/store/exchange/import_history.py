"""The last imports, and whether anybody has worked with their customers since.

An import's customers have neighbouring primary keys, so each question is one query over a range.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, delete, func, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.customer_numbers import customer_number
from hvacdesk.store.base import Base
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
        return customer_number(self.first_number), customer_number(self.first_number + self.customers - 1)


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


def untouched(session: Session, note: ImportNote) -> bool:
    """Whether every customer of the import is there as it was stored, and nothing was added to any."""
    key = _CUSTOMERS.c.id
    as_stored = (Customer.version == 1, Customer.used_at == note.at, Customer.merged_into_id.is_(None))
    count, first, last = session.execute(
        select(func.count(), func.min(key), func.max(key)).where(_within(key, note), *as_stored)
    ).one()
    if (count, first, last) != (note.customers, note.first_key, _last(note)):
        return False
    numbers = [session.scalar(select(Customer.number).where(key == end)) for end in (first, last)]
    return (
        numbers == list(note.numbers) and not _referred_to(session, note) and not _in_a_draft(session, note)
    )


def delete_customers(session: Session, note: ImportNote) -> None:
    """Delete the import's customers with what it wrote for them."""
    for table in _OWN:
        session.execute(delete(table).where(_within(table.c.customer_id, note)))
    session.execute(delete(_CUSTOMERS).where(_within(_CUSTOMERS.c.id, note)))


def _referred_to(session: Session, note: ImportNote) -> bool:
    """Whether a row of any table names one of the customers; a table that is added later counts too."""
    return any(
        session.scalar(select(reference).where(_within(reference, note)).limit(1)) is not None
        for table in Base.metadata.sorted_tables
        if table not in _OWN
        for reference in _references(table)
    )


def _references(table: Table) -> list[Column[Any]]:
    return [key.parent for key in table.foreign_keys if key.column.table is _CUSTOMERS]


def _in_a_draft(session: Session, note: ImportNote) -> bool:
    texts = session.execute(select(Draft.subject, Draft.payload))
    ids = {word for subject, payload in texts for word in _RECORD_ID.findall(f"{subject} {payload}")}
    if not ids:
        return False
    named = or_(*(Customer.record_id == one for one in ids))
    query = select(Customer.id).where(_within(_CUSTOMERS.c.id, note), named)
    return session.scalar(query.limit(1)) is not None


def _within(key: ColumnElement[Any], note: ImportNote) -> ColumnElement[bool]:
    return key.between(note.first_key, _last(note))


def _last(note: ImportNote) -> int:
    return note.first_key + note.customers - 1
