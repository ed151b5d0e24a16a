"""Telling apart, in a file of before, the kana of given names that lists brought in as the family's.

A mask shows the family name's kana, so a whole name's kana in its column was shown to everybody and found by
any part. What the family name's reading divides is divided; the rest is hidden with the given name.
"""

from __future__ import annotations

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.family_names import settled
from hvacdesk.store.chunks import chunks
from hvacdesk.store.customers import finding
from hvacdesk.store.customers.customers import record_of
from hvacdesk.store.models import Customer, CustomerContact


def tell_apart(connection: Connection) -> None:
    """Divide or hide the kana of every customer and contact, within the connection's transaction."""
    with Session(connection, join_transaction_mode="rollback_only") as session:
        owners = {*_settle(session, Customer, Customer.id)}
        owners |= {*_settle(session, CustomerContact, CustomerContact.customer_id)}
        for keys in chunks(sorted(owners)):
            living = Customer.id.in_(keys), Customer.merged_into_id.is_(None)
            for row in session.scalars(select(Customer).where(*living)):
                finding.write(session, row.id, record_of(row), row.number)
            session.flush()
            session.expunge_all()


def _settle(
    session: Session, table: type[Customer | CustomerContact], owner: InstrumentedAttribute[int]
) -> list[int]:
    """Write the names that change; returns the primary keys of the customers they belong to."""
    columns = (table.family_name, table.given_name, table.family_kana, table.given_kana)
    found = session.execute(select(table.id, owner, *columns).where(table.family_kana != "")).all()
    changed = []
    for key, customer, *name in found:
        before = PersonName(*name)
        after = settled(before)
        if after != before:
            values = {"family_kana": after.family_kana, "given_kana": after.given_kana}
            session.execute(update(table).where(table.id == key).values(values))
            changed.append(customer)
    return changed
