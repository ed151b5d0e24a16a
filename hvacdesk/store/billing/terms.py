"""What the office bills by, and what was agreed on with each customer."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.billing_facts import OfficeBilling
from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.pay_terms import PayTerms, pays_on_the_spot
from hvacdesk.store import records
from hvacdesk.store.models import BillingFacts, Customer


def facts(session: Session) -> OfficeBilling:
    """What the office bills by; the usual where nobody has said anything yet."""
    row = session.scalars(select(BillingFacts)).one_or_none()
    if row is None:
        return OfficeBilling()
    return OfficeBilling(
        row.rounding, PayTerms(0, row.pay_months, row.pay_day), records.record_of(BankAccount, row)
    )


def save_facts(session: Session, changed: OfficeBilling) -> tuple[str, ...]:
    """Store them and return the names of the columns that changed."""
    row = session.scalars(select(BillingFacts)).one_or_none()
    if row is None:
        row = BillingFacts(**_columns(OfficeBilling()))
        session.add(row)
    return records.write(row, _columns(changed))


def _columns(record: OfficeBilling) -> dict[str, object]:
    terms = {"pay_months": record.terms.pay_months, "pay_day": record.terms.pay_day}
    return {"rounding": record.rounding, **terms, **records.columns_of(record.account)}


def of_customer(session: Session, customer: Customer) -> PayTerms:
    """The customer's terms; the office's usual ones where none of their own were agreed on."""
    if not customer.pay_day:
        return PayTerms(customer.closing_day, *_usual(session), customer.carries_balance)
    return records.record_of(PayTerms, customer)


def own_of(customer: Customer) -> PayTerms | None:
    """What was agreed on with the customer; None where the office's usual terms hold."""
    if not customer.pay_day:
        return None
    return records.record_of(PayTerms, customer)


def on_the_spot(customer: Customer) -> bool:
    """Whether the customer pays in cash once the work is done."""
    return pays_on_the_spot(customer.payment_method, own_of(customer))


def due(session: Session, customer: Customer, day: date, latest: date | None = None) -> date:
    """The day by which the customer is to pay what was closed, or issued, on a day: cash is due at once.

    Args:
        latest: of what is to be paid before the work, the last day on which it can be.
    """
    if on_the_spot(customer):
        return latest or day
    found = of_customer(session, customer).due(day)
    return min(found, latest) if latest else found


def save_of(customer: Customer, own: PayTerms | None) -> tuple[str, ...]:
    """Store a customer's terms, or that the office's usual ones hold; returns the columns that changed."""
    kept = own or PayTerms(0, 0, 0)
    return records.write(customer, records.columns_of(kept))


def closing(session: Session) -> tuple[Customer, ...]:
    """The customers who have closing days."""
    # sorted and narrowed here: asked to do either, SQLite reads all customers, not the closing days' index
    found = session.scalars(select(Customer).where(Customer.closing_day > 0))
    return tuple(sorted((one for one in found if one.merged_into_id is None), key=lambda one: one.id))


def _usual(session: Session) -> tuple[int, int]:
    usual = facts(session).terms
    return usual.pay_months, usual.pay_day
