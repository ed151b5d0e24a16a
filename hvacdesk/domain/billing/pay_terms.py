"""When customers are billed and pay: closing days 締め日, time to pay 支払サイト, and their balance 繰越."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.text.input_checks import check_range
from hvacdesk.domain.text.wording import phrase

END_OF_MONTH = 31
"""The day that means a month's last one 末日; 29 and 30 mean the last one where a month is shorter."""

MOST_MONTHS = 6
_DAYS = (1, END_OF_MONTH)


class PaysBeforeClosing(InvalidInput):
    """Payment would be due before the day up to which is billed."""

    what = phrase("Errors", "The payment would be due before the closing day.")
    todo = phrase("Errors", "Choose a later month or day of payment and save again.")


class NotAClosingDay(UserFacingError):
    """A collective invoice on a day that closes nothing, or later than the period that runs today."""

    what = phrase("Errors", "{day} is no closing day of this customer, or its period has not begun.")
    safe = phrase("Errors", "No invoice was issued.")
    todo = phrase(
        "Errors", "Check the payment terms, choose the closing day again and look at the list once more."
    )


@dataclass(frozen=True)
class PayTerms:
    """What was agreed on with a customer, or is usual in the office.

    Attributes:
        closing_day: 1 to 31, :data:`END_OF_MONTH` the last day of each month; 0 for a customer who gets an
            invoice for each job.
        pay_months: months from that of the closing, or of the issue, to that of the payment.
        pay_day: 1 to 31 in that month.
        carries_balance: whether collective invoices also tell the former balance and what is to be paid in
            all. Off unless it was agreed on: many customers want a bill that names its own period alone.
    """

    closing_day: int = 0
    pay_months: int = 1
    pay_day: int = END_OF_MONTH
    carries_balance: bool = False

    def closing(self, day: date) -> date:
        """The first closing day that is not before a day; the day itself where there are no closing days."""
        if not self.closing_day:
            return day
        here = day_in(day.year, day.month, self.closing_day)
        return here if day <= here else self._closing_in(here, 1)

    def closes(self, day: date, today: date) -> bool:
        """Whether a day is a closing day whose period has begun today, or is over."""
        return bool(self.closing_day) and self.closing(day) == day <= self.closing(today)

    def period(self, closed: date) -> tuple[date, date]:
        """The first and the last day of what a closing day closes; both are that day without closing days."""
        if not self.closing_day:
            return closed, closed
        return self._closing_in(closed, -1) + timedelta(days=1), closed

    def due(self, closed: date) -> date:
        """The day by which is to be paid what was closed, or issued, on a day; never before it."""
        found = _months_on(closed, self.pay_months, self.pay_day)
        return found if found >= closed else _months_on(closed, self.pay_months + 1, self.pay_day)

    def _closing_in(self, day: date, months: int) -> date:
        return _months_on(day, months, self.closing_day)


USUAL = PayTerms()
"""Paid by the end of the month after the invoice's 翌月末払い, until the office says otherwise."""


def pays_on_the_spot(method: PaymentMethod, own: PayTerms | None) -> bool:
    """Whether a customer pays in cash once the work is done 現金払い.

    Args:
        own: what was agreed on with the customer; None for nothing, and else that holds.
    """
    return method is PaymentMethod.CASH and own is None


AT_ONCE = timedelta(days=7)
"""So long after its day of issue an invoice that is to be paid at once counts as overdue."""


def late_after(issued_on: str, due_on: str) -> date:
    """The last day on which an invoice is not overdue: its due day, given as ISO day.

    Nobody pays on the day on which an invoice is made out: one that is due then, as cash is, has
    :data:`AT_ONCE` of time.
    """
    due = date.fromisoformat(due_on)
    return due + AT_ONCE if due_on == issued_on else due


def day_in(year: int, month: int, day: int) -> date:
    """The day of a month, or the month's last one where it is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _months_on(day: date, months: int, day_of_month: int) -> date:
    ahead = day.year * 12 + day.month - 1 + months
    return day_in(ahead // 12, ahead % 12 + 1, day_of_month)


def check_terms(terms: PayTerms) -> PayTerms:
    """The terms as they are stored. Raises :class:`InvalidInput` or one of its kinds."""
    if terms.closing_day:
        check_range("closing_day", terms.closing_day, *_DAYS)
    check_range("pay_months", terms.pay_months, 0, MOST_MONTHS)
    check_range("pay_day", terms.pay_day, *_DAYS)
    if terms.closing_day and not terms.pay_months and terms.pay_day < terms.closing_day:
        raise PaysBeforeClosing("pay_day")
    return replace(terms, carries_balance=terms.carries_balance and bool(terms.closing_day))


@dataclass(frozen=True)
class CarriedBalance:
    """What a collective invoice tells of the customer's account 繰越残高, beside what it asks for itself.

    It is no claim of this invoice: each sum in it was asked for by an invoice of its own, where it is open
    and taxed. All sums are in yen, tax included.

    Attributes:
        former: what the former collective invoice said was to be paid 前回御請求額; None where there is none
            to go on from.
        received: what was paid since 御入金額, with fees that the customer kept, less what went back.
        credited: what credit notes took back since; not above zero.
        apart: what other invoices asked for since; without a former collective invoice all that is open.
        fees: what of ``received`` is not money that came in but the bank's fees, which the office bears.
        corrected: by how much what was asked before became more or less since 訂正・取消: by invoices that
            took another one's place, or were made void.
        set_off: what of ``received`` is no money either, but was set off 相殺.
    """

    former: int | None = None
    received: int = 0
    credited: int = 0
    apart: int = 0
    fees: int = 0
    corrected: int = 0
    set_off: int = 0

    @property
    def carried(self) -> int:
        """What is open of all that 繰越金額; below zero what the customer paid too much."""
        return (self.former or 0) + self.apart + self.corrected + self.credited - self.received


@dataclass(frozen=True)
class CarriedOn:
    """A collective invoice that stands and carried over an invoice's sum 繰越.

    Attributes:
        to_pay: what it asks to be paid in all, in yen.
        can_be_reissued: whether it can be issued again: nothing of it was paid or credited.
        left: what is still to be paid of all that it asks for, in yen; None of a page that a later one took
            over, and where nobody can say.
    """

    invoice: str
    number: str
    to_pay: int
    can_be_reissued: bool
    left: int | None = None
