"""Reading every customer and what belongs to them for a list, a thousand at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import CustomerRecord
from hvacdesk.store.base import Base
from hvacdesk.store.customers.contacts import record_of as contact_record
from hvacdesk.store.customers.customers import record_of
from hvacdesk.store.models import Customer, CustomerContact, Job, Site

T = TypeVar("T", bound=Base)

_AT_ONCE = 1_000


def count(session: Session) -> int:
    """How many customers there are, merged duplicates apart."""
    return session.scalar(select(func.count()).where(Customer.merged_into_id.is_(None))) or 0


def suspended(session: Session) -> frozenset[str]:
    """The numbers of the customers whose use is suspended."""
    return frozenset(session.scalars(select(Customer.number).where(Customer.suspended_on != "")))


def customers(session: Session) -> Iterator[tuple[Customer, CustomerRecord]]:
    """Every customer in the order of registering, payment fields apart."""
    query = (
        select(Customer)
        .where(Customer.merged_into_id.is_(None))
        .options(selectinload(Customer.phones), selectinload(Customer.cautions))
        .order_by(Customer.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    for customer in session.scalars(query):
        yield customer, record_of(customer)
        session.expunge(customer)


def contacts(session: Session) -> Iterator[tuple[str, ContactRecord]]:
    """Every contact with its organisation's number."""
    query = select(Customer.number, CustomerContact).join(
        Customer, Customer.id == CustomerContact.customer_id
    )
    for number, contact in _living(session, query):
        yield number, contact_record(contact)
        session.expunge(contact)


def sites(session: Session) -> Iterator[tuple[str, Site]]:
    """Every site with its customer's number; its units are read with it."""
    query = select(Customer.number, Site).join(Customer, Customer.id == Site.customer_id)
    for number, site in _living(session, query.options(selectinload(Site.units))):
        yield number, site
        session.expunge(site)


def jobs(session: Session) -> Iterator[tuple[str, Job]]:
    """Every job with its requester's number; its site is read with it."""
    query = select(Customer.number, Job).join(Customer, Customer.id == Job.customer_id)
    for number, job in _living(session, query.options(joinedload(Job.site))):
        yield number, job
        session.expunge(job)


def _living(session: Session, query: Select[str, T]) -> Iterator[tuple[str, T]]:
    """By customer; what a merged duplicate had belongs to the customer in whom it lives on."""
    living = query.where(Customer.merged_into_id.is_(None)).order_by(Customer.id)
    for row in session.execute(living.execution_options(yield_per=_AT_ONCE)):
        yield row[0], row[1]
