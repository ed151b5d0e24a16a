"""Rewriting what all customers are found by, after an update that compares texts in another way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session, selectinload

from hvacdesk.store.chunks import chunks
from hvacdesk.store.customers.customers import record_of
from hvacdesk.store.customers.finding import finding_values
from hvacdesk.store.models import Customer, CustomerContact, CustomerFinding


def refold(connection: Connection) -> None:
    """Rewrite every customer's :class:`CustomerFinding`, within the connection's transaction."""
    with Session(connection, join_transaction_mode="rollback_only") as session:
        for keys in chunks(session.scalars(select(Customer.id)).all()):
            rows = session.scalars(
                select(Customer)
                .where(Customer.id.in_(keys))
                .options(selectinload(Customer.phones), selectinload(Customer.cautions))
            )
            people, former = _people(session, keys), _former_numbers(session, keys)
            for row in rows:
                values = finding_values(record_of(row), row.number, people[row.id], former[row.id])
                session.execute(
                    update(CustomerFinding).where(CustomerFinding.customer_id == row.id).values(values)
                )
            session.expunge_all()


def _people(session: Session, keys: Sequence[int]) -> dict[int, list[CustomerContact]]:
    found: defaultdict[int, list[CustomerContact]] = defaultdict(list)
    contacts = select(CustomerContact).where(CustomerContact.customer_id.in_(keys))
    for contact in session.scalars(contacts.order_by(CustomerContact.position)):
        found[contact.customer_id].append(contact)
    return found


def _former_numbers(session: Session, keys: Sequence[int]) -> dict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    merged = select(Customer.merged_into_id, Customer.number).where(Customer.merged_into_id.in_(keys))
    for customer, number in session.execute(merged):
        if customer is not None:
            found[customer].append(number)
    return found
