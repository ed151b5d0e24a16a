"""The questions before a payment is booked that may be right: a slip of the finger, or one booked already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.billing.payment_doubts import PaymentAlike, doubts_of
from hvacdesk.domain.billing.payments import OpenInvoice, PaymentRecord
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.save_question import SaveQuestion


def payment_question(
    record: PaymentRecord, open_invoices: Sequence[OpenInvoice], today: date, *, unlike: str = ""
) -> SaveQuestion | None:
    """What to ask before a payment is booked, by hand or from a bank's file; None for nothing.

    Args:
        open_invoices: all of the customer.
        unlike: the customer as lists show them, where the payer's name is not theirs.
    """
    translate = QCoreApplication.translate
    doubts = doubts_of(record, open_invoices, today)
    why = []
    if unlike:
        said = translate("PaymentQuestion", "“{payer}” is not the name of the customer, {name}.")
        why.append(said.format(payer=record.payer, name=unlike))
    if doubts.too_much:
        said = translate(
            "PaymentQuestion", "It is {yen} more than is open. That stays as the customer's credit."
        )
        why.append(said.format(yen=yen(doubts.too_much)))
    if later := doubts.issued_later:
        said = translate(
            "PaymentQuestion",
            "It was received before the day of invoice {number}, {day}, which it pays for.",
        )
        why.append(said.format(number=later.number, day=day_text(later.issued_on)))
    if doubts.long_ago:
        why.append(translate("PaymentQuestion", "It was received more than a year ago."))
    if not why:
        return None
    if record.fee:
        said = translate("PaymentQuestion", "{fee} are booked as the bank's fee, which the office bears.")
        why.append(said.format(fee=yen(record.fee)))
    asked = translate("PaymentQuestion", "Book {yen} of {day}?")
    return SaveQuestion(
        asked.format(yen=yen(record.yen), day=day_text(record.received_on)),
        "\n".join(why),
        translate("PaymentQuestion", "Look again"),
        translate("PaymentQuestion", "Book it like this"),
    )


class BookingForm(FormDialog):
    """A form that books a payment by hand, and asks where one like it is booked.

    Attributes:
        another: record ids of payments of which the person said that this is another one.
    """

    another: frozenset[str] = frozenset()

    def ask_about(self, error: UserFacingError) -> bool:
        """Ask what was not to be seen when the form was opened: somebody else may have booked it."""
        if not isinstance(error, PaymentAlike):
            return super().ask_about(error)
        alike, translate = error.alike, QCoreApplication.translate

        def agree() -> None:
            self.another |= frozenset(alike)
            self.save_here(self.collect())

        question = SaveQuestion(
            translate("PaymentQuestion", "Is this booked already?"),
            day_text(error.in_short(words)),
            translate("PaymentQuestion", "Back to the form"),
            translate("PaymentQuestion", "It is another one: book it"),
        )
        self.ask_first(question, agree)
        return True
