"""Booking in tests what a person would be asked about."""

from __future__ import annotations

from hvacdesk.domain.billing.payments import PaymentRecord
from hvacdesk.domain.roles import Actor
from hvacdesk.services.billing.payments import Payments


def book_another(payments: Payments, actor: Actor, customer: str, record: PaymentRecord) -> str:
    """Book a payment as somebody does who says that it is another one than all before it."""
    before = [one.payment for one in payments.of_customer(actor, customer).payments]
    return payments.book(actor, customer, record, another=before)
