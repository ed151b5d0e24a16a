"""Everybody who is named with a customer: the records in which they are, with the description of each.

What must not be on a paper or in an incident is taken from here, so a kind of record that names people is
described and listed once. A test finds columns of names, numbers and mailboxes that nobody described.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import chain
from typing import Any

from sqlalchemy import CompoundSelect, Select, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.contacts import CONTACT_FIELDS
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.mentions import MENTION_FIELDS, Mention
from hvacdesk.domain.fields import FieldSet, Held
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.store.customers import contacts, customers, merging
from hvacdesk.store.jobs.jobs import site_record
from hvacdesk.store.models import (
    CallNote,
    Customer,
    CustomerMerge,
    RequestWords,
    Site,
)

Whose = Select[Any] | CompoundSelect[Any] | Collection[int]
"""Customers: their primary keys, or a query for them."""

Named = tuple[int, Any]
"""A customer's primary key, and a record in which somebody is named."""


def _own(session: Session, whose: Whose) -> Iterator[Named]:
    phones = customers.phones_by_customer(session, whose)
    query = select(Customer.id, *customers.WRITTEN_COLUMNS).where(Customer.id.in_(whose))
    for row in session.execute(query):
        yield row.id, customers.as_written(row, phones.get(row.id, ()))


def _duplicates(session: Session, whose: Whose) -> Iterator[Named]:
    """The registrations that live on in these customers, as they were: texts still name them so."""
    query = select(Customer.merged_into_id, *customers.WRITTEN_COLUMNS)
    for row in session.execute(query.where(Customer.merged_into_id.in_(whose))):
        yield row.merged_into_id, customers.as_written(row)


def _given_up(session: Session, whose: Whose) -> Iterator[Named]:
    """The same customers with the values that a duplicate's took the place of."""
    query = select(CustomerMerge.before, *customers.WRITTEN_COLUMNS, Customer.id).join(
        Customer, Customer.id == CustomerMerge.customer_id
    )
    for row in session.execute(query.where(CustomerMerge.customer_id.in_(whose))):
        if former := merging.given_up(row.before):
            known = {
                column.key: former.get(column.key, getattr(row, column.key))
                for column in customers.WRITTEN_COLUMNS
            }
            yield row.id, customers.as_written(Customer(**known))


def _callers(session: Session, whose: Whose) -> Iterator[Named]:
    query = select(CallNote.customer_id, CallNote.caller_name, CallNote.phone)
    wanted = query.where(
        CallNote.customer_id.in_(whose), or_(CallNote.caller_name != "", CallNote.phone != "")
    )
    for row in session.execute(wanted.distinct()):
        yield row.customer_id, Mention(row.caller_name, row.phone)


def _askers(session: Session, whose: Whose) -> Iterator[Named]:
    query = select(
        RequestWords.customer_id, RequestWords.name, RequestWords.person, RequestWords.contact
    ).where(RequestWords.customer_id.in_(whose))
    for row in session.execute(query):
        yield row.customer_id, Mention(row.name, contact=row.contact)
        if row.person:
            yield row.customer_id, Mention(row.person)


def _sites(session: Session, whose: Whose) -> Iterator[Named]:
    for row in session.scalars(select(Site).where(Site.customer_id.in_(whose))):
        yield row.customer_id, site_record(row)


Reader = Callable[[Session, Whose], Iterator[Named]]

PEOPLE: tuple[tuple[FieldSet[Any, Any], Reader], ...] = (
    (CUSTOMER_FIELDS, _own),
    (CUSTOMER_FIELDS, _duplicates),
    (CUSTOMER_FIELDS, _given_up),
    (CONTACT_FIELDS, contacts.by_customer),
    (MENTION_FIELDS, _callers),
    (MENTION_FIELDS, _askers),
)
"""Records about people; those about a place are read for the place at hand alone."""


def people(session: Session, whose: Whose) -> Iterator[tuple[int, Held[Any, Any]]]:
    """Everybody named with these customers, each with the customer's primary key."""
    for fields, read in PEOPLE:
        for customer, record in read(session, whose):
            yield customer, Held(fields, record)


def numbers(session: Session, whose: Whose) -> Iterator[tuple[int, str]]:
    """The customers' numbers, also of the registrations that live on in them, each with the primary key."""
    own = select(Customer.id, Customer.number).where(Customer.id.in_(whose))
    joined = select(Customer.merged_into_id, Customer.number).where(Customer.merged_into_id.in_(whose))
    for query in (own, joined):
        rows = session.execute(query)
        yield from ((customer, number) for customer, number in rows if customer is not None)


def everything(session: Session, whose: Whose) -> Iterator[Held[Any, Any]]:
    """Everybody named with these customers, and who is named at any of their sites."""
    sites = (Held(SITE_FIELDS, record) for _customer, record in _sites(session, whose))
    return chain((held for _customer, held in people(session, whose)), sites)
