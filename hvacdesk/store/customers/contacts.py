"""Contacts of organisations: writing a record into its columns and reading it back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import CompoundSelect, Select, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.contacts import CONTACT_FIELDS, NUMBERS, ContactRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.search_terms import FindablePerson
from hvacdesk.store import records
from hvacdesk.store.models import Customer, CustomerContact

_TEXTS = tuple(one.key.value for one in CONTACT_FIELDS.texts)
_COPIES = tuple(one.whole.column for one in NUMBERS if one.whole)
"""Columns that hold a number again, as it is compared."""


def get(session: Session, record_id: str) -> CustomerContact:
    """The contact of a record id. Raises :class:`RecordGone`."""
    return records.get(session, CustomerContact, record_id)


def of(session: Session, customer: Customer) -> Sequence[CustomerContact]:
    """The customer's contacts in the order in which they were entered."""
    query = select(CustomerContact).where(CustomerContact.customer_id == customer.id)
    return session.scalars(query.order_by(CustomerContact.position, CustomerContact.id)).all()


def add(session: Session, customer: Customer, record: ContactRecord) -> CustomerContact:
    """Store a contact of the customer, behind the others."""
    last = session.scalar(
        select(func.max(CustomerContact.position)).where(CustomerContact.customer_id == customer.id)
    )
    row = CustomerContact(
        customer_id=customer.id, position=0 if last is None else last + 1, version=1, **_columns(record)
    )
    session.add(row)
    session.flush()
    return row


def save(row: CustomerContact, record: ContactRecord) -> tuple[str, ...]:
    """Write what differs and return the names of the columns that did."""
    changed = records.write(row, _columns(record))
    row.version += 1
    return tuple(name for name in changed if name not in _COPIES)


def remove(session: Session, row: CustomerContact) -> None:
    """Delete a contact; jobs that name it keep their requester."""
    session.delete(row)
    session.flush()


def record_of(row: CustomerContact) -> ContactRecord:
    """The contact in full. It must not leave the services."""
    return ContactRecord(name=person_of(row), **{text: getattr(row, text) for text in _TEXTS})


def person_of(row: Any) -> PersonName:
    """The name in a row that has the columns of a person's."""
    return PersonName(row.family_name, row.given_name, row.family_kana, row.given_kana)


def person_columns(name: PersonName) -> dict[str, str]:
    """The same columns of a name."""
    return {
        "family_name": name.family,
        "given_name": name.given,
        "family_kana": name.family_kana,
        "given_kana": name.given_kana,
    }


def by_customer(
    session: Session, customers: Select[Any] | CompoundSelect[Any] | Collection[int]
) -> Iterator[tuple[int, ContactRecord]]:
    """The contacts of many customers at once, each with the customer's primary key."""
    query = select(CustomerContact).where(CustomerContact.customer_id.in_(customers))
    return ((row.customer_id, record_of(row)) for row in session.scalars(query))


def as_findable(row: CustomerContact) -> FindablePerson:
    """What every mask shows of the contact, for the organisation's search line."""
    numbers = (getattr(row, name) for name in _COPIES)
    return FindablePerson((row.family_name, row.family_kana), tuple(numbers))


def numbers_of(session: Session, customer: Customer) -> tuple[str, ...]:
    """The digits of every phone of the people at a customer."""
    return tuple(number for one in of(session, customer) for number in as_findable(one).numbers)


def _columns(record: ContactRecord) -> dict[str, str]:
    return {
        **person_columns(record.name),
        **{name: getattr(record, name) for name in _TEXTS},
        **{one.whole.column: one.whole.of(record) for one in NUMBERS if one.whole},
    }
