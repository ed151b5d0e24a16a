"""Contacts of organisations: writing a record into its columns and reading it back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.store.models import Customer, CustomerContact


def get(session: Session, record_id: str) -> CustomerContact:
    """The contact of a record id. Raises :class:`RecordGone`."""
    found = session.scalars(
        select(CustomerContact).where(CustomerContact.record_id == record_id)
    ).one_or_none()
    if found is None:
        raise RecordGone
    return found


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
    changed = [name for name, value in _columns(record).items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, _columns(record)[name])
    row.version += 1
    return tuple(name for name in changed if name != "digits")


def record_of(row: CustomerContact) -> ContactRecord:
    """The contact in full. It must not leave the services."""
    name = PersonName(row.family_name, row.given_name, row.family_kana, row.given_kana)
    return ContactRecord(row.department, name, row.phone, row.email)


def _columns(record: ContactRecord) -> dict[str, str]:
    return {
        "department": record.department,
        "family_name": record.name.family,
        "given_name": record.name.given,
        "family_kana": record.name.family_kana,
        "given_kana": record.name.given_kana,
        "phone": record.phone,
        "digits": digits(record.phone),
        "email": record.email,
    }
