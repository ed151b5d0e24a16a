"""Writing anew what all customers are found by, after an update that compares texts otherwise."""

from __future__ import annotations

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session, selectinload

from hvacdesk.store.chunks import chunks
from hvacdesk.store.customers import record_of
from hvacdesk.store.finding import finding_values
from hvacdesk.store.models import Customer, CustomerFinding


def refold(connection: Connection) -> None:
    """Write every customer's :class:`CustomerFinding` anew, within the connection's transaction.

    For files from before schema 4, which have neither contacts nor merged customers.
    """
    with Session(connection, join_transaction_mode="rollback_only") as session:
        for keys in chunks(session.scalars(select(Customer.id)).all()):
            rows = session.scalars(
                select(Customer)
                .where(Customer.id.in_(keys))
                .options(selectinload(Customer.phones), selectinload(Customer.cautions))
            )
            for row in rows:
                values = finding_values(record_of(row), row.number)
                session.execute(
                    update(CustomerFinding).where(CustomerFinding.customer_id == row.id).values(values)
                )
            session.expunge_all()
