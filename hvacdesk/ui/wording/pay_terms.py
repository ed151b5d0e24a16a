"""When a customer is billed and pays, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.billing.pay_terms import END_OF_MONTH, PayTerms, pays_on_the_spot
from hvacdesk.domain.customers.customers import PaymentMethod


def month_day_text(day: int) -> str:
    """A day of whichever month; the last one is the month's end."""
    if day == END_OF_MONTH:
        return QCoreApplication.translate("Billing", "end of the month")
    return QCoreApplication.translate("Billing", "day {day}").format(day=day)


def pay_month_text(months: int) -> str:
    """So many months after that of the closing or of the invoice."""
    names = (
        QCoreApplication.translate("Billing", "in the same month"),
        QCoreApplication.translate("Billing", "in the next month"),
        QCoreApplication.translate("Billing", "in the month after next"),
    )
    later = QCoreApplication.translate("Billing", "{count} months later")
    return names[months] if months < len(names) else later.format(count=months)


def terms_text(
    own: PayTerms | None, usual: PayTerms | None = None, method: PaymentMethod = PaymentMethod.UNKNOWN
) -> str:
    """What holds for a customer, in one line.

    Args:
        own: what was agreed on; None where the office's usual terms hold.
        usual: those; without them it is only said that they hold.
        method: how the customer pays.
    """
    translate, terms = QCoreApplication.translate, own or usual
    if pays_on_the_spot(method, own):
        return translate("PayTerms", "cash, paid once the work is done")
    if terms is None:
        return translate("PayTerms", "our usual ones")
    said = translate("PayTerms", "each job by itself, paid {month}, {day}")
    if terms.closing_day:
        said = translate("PayTerms", "closed: {closing}; paid {month}, {day}")
    told = said.format(
        closing=month_day_text(terms.closing_day) if terms.closing_day else "",
        month=pay_month_text(terms.pay_months),
        day=month_day_text(terms.pay_day),
    )
    if terms.carries_balance:
        told = translate("PayTerms", "{terms}; the former balance is carried over").format(terms=told)
    if own is None:
        told = translate("PayTerms", "our usual ones ({terms})").format(terms=told)
    return told
