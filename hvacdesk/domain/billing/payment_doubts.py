"""What is asked about before a payment is booked: it may be right, a slip of the finger or booked already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hvacdesk.domain.billing.pay_terms import day_in
from hvacdesk.domain.billing.payments import OpenInvoice, PaymentRecord
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

PAYMENT_ALIKE = "payment_alike"
"""The log's code for a person's word that a payment is another one than those like it that were booked."""

_DAYS_BETWEEN = timedelta(days=1)
"""By so much two people's days of one payment differ: when it came, and when it was seen."""

TYPED_BESIDE = 3
"""By so many working days a payment to the account may be typed beside the bank's day of it."""


class PaymentAlike(UserFacingError):
    """One like this is booked, which came in or went back, and who books this one was not asked.

    Attributes:
        alike: record ids of all of them; with these it is said that this is another one.
    """

    safe = phrase("Errors", "What you typed is still on the screen; nothing was booked by this.")

    def __init__(self, alike: tuple[str, ...], **details: object) -> None:
        super().__init__(**details)
        self.alike = alike


class SameSumBooked(PaymentAlike):
    """Somebody booked the same sum for the customer."""

    what = phrase("Errors", "The same sum was booked for this customer before ({at}, by {who}): {numbers}.")
    todo = phrase("Errors", "Look at the customer's payments whether it is this one.")


def days_beside(day: str) -> tuple[str, ...]:
    """The ISO days, from the first to the last, of another payment that may be the one of this day."""
    on = date.fromisoformat(day)
    return tuple((on + between).isoformat() for between in (-_DAYS_BETWEEN, timedelta(0), _DAYS_BETWEEN))


@dataclass(frozen=True)
class PaymentDoubts:
    """What may be right but is a slip of the finger most often; asked about before it is booked.

    Attributes:
        too_much: yen, with the fee, that are more than all that is open of the customer.
        issued_later: an invoice that is paid for before its day of issue, of several the one issued last.
        long_ago: whether the payment came more than a year ago.
    """

    too_much: int = 0
    issued_later: OpenInvoice | None = None
    long_ago: bool = False


def doubts_of(record: PaymentRecord, open_invoices: Sequence[OpenInvoice], today: date) -> PaymentDoubts:
    """What to ask about a payment; a prepayment is legal, so nothing of it is refused.

    Args:
        open_invoices: all of the customer.
    """
    owed = max(sum(one.open_yen for one in open_invoices), 0)
    paid = {invoice for invoice, yen in record.allocations if yen}
    later = [one for one in open_invoices if one.invoice in paid and one.issued_on > record.received_on]
    return PaymentDoubts(
        too_much=max(record.yen + record.fee - owed, 0),
        issued_later=max(later, key=lambda one: one.issued_on, default=None),
        long_ago=record.received_on < day_in(today.year - 1, today.month, today.day).isoformat(),
    )
