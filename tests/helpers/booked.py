"""Booking in tests what a person would be asked about."""

from __future__ import annotations

from hvacdesk.domain.billing.payment_doubts import PaymentAlike, days_beside
from hvacdesk.domain.billing.payments import PaymentRecord
from hvacdesk.domain.roles import Actor
from hvacdesk.services.billing.payments import Payments


def book_another(payments: Payments, actor: Actor, customer: str, record: PaymentRecord) -> str:
    """Book a payment as somebody does who says, if they are asked, that it is another one.

    Those that they are asked about are like it: of the same sum and way, and of a day beside.
    """
    try:
        return payments.book(actor, customer, record)
    except PaymentAlike as asked:
        before = {one.payment: one for one in payments.of_customer(actor, customer).payments}
        for one in map(before.__getitem__, asked.alike):
            assert (one.yen, one.way, one.taken_back_on) == (record.yen, record.way, "")
            assert one.received_on in days_beside(record.received_on)
        return payments.book(actor, customer, record, another=asked.alike)
