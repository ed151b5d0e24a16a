"""What the office's books were handed: each invoice and payment once, and once more if it is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.errors import Missing, UserFacingError
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, check_span, clean_date
from hvacdesk.domain.text.wording import phrase


class HandedOverKind(StrEnum):
    """What an entry of the books is about."""

    INVOICE = "invoice"
    INVOICE_BACK = "invoice_back"
    PAYMENT = "payment"
    PAYMENT_BACK = "payment_back"
    CASH = "cash"
    CASH_BACK = "cash_back"


class NothingToHandOver(UserFacingError):
    """Everything of the period is in the books already, or nothing happened in it."""

    what = phrase("Errors", "There is nothing in this period that the books do not have yet.")
    todo = phrase("Errors", "Choose another period, or hand an earlier list over once more.")


class BuiltUpon(UserFacingError):
    """A list cannot be said to have reached nobody: what was handed over after it counts on it."""

    what = phrase("Errors", "The file could not be saved, and another list was handed over since.")
    safe = phrase("Errors", "The list counts as handed over.")
    todo = phrase("Errors", "Choose this list among those that were handed over, and save it once more.")


class HandedOverUnsaved(UserFacingError):
    """A list was made, and no file of it came about: its answer was lost, or the disk refused it."""

    what = phrase("Errors", "The list of {moment} counts as handed over, and its file was not saved here.")
    safe = phrase("Errors", "Nothing of it is lost: the same list can be saved at any time.")
    todo = phrase("Errors", "It is chosen above. Choose where to save it.")


@dataclass(frozen=True)
class HandoverSummary:
    """What a hand-over would hold, or held: how many of each, and their sums in yen.

    What was taken back counts as one more, and its sum goes off.

    Attributes:
        differences: of counted cash 現金過不足, and what they come to: below zero what is missing.
        before: how many more the books do not have of the days before these, as of a month that was handed
            over before its last payments were booked; what was taken back on those days is among them.
        before_from: the ISO day of the first of them; else empty.
        set_off_yen: what of ``received_yen`` customers set off 相殺, which is no money that came in.
    """

    invoices: int
    invoiced_yen: int
    payments: int
    received_yen: int
    before: int = 0
    before_from: str = ""
    differences: int = 0
    differing_yen: int = 0
    set_off_yen: int = 0

    @property
    def entries(self) -> int:
        """How many invoices, payments and differences there are together."""
        return self.invoices + self.payments + self.differences


@dataclass(frozen=True)
class HandoverRun:
    """A list that was handed over.

    Attributes:
        program: for which it was made, ``first`` and ``last`` the ISO days of its period.
        entries: how many it held, with their sums in yen; what was taken back goes off these.
        differences: how many of them are differences of counted cash 現金過不足, with their sum.
        set_off_yen: as for a summary.
    """

    run: str
    at: str
    by: str
    entries: int
    program: AccountingProgram
    first: str
    last: str
    invoiced_yen: int
    received_yen: int
    differences: int = 0
    differing_yen: int = 0
    set_off_yen: int = 0


def proposed_period(earliest: str, today: date) -> tuple[date, date]:
    """The days that a hand-over is begun with: whole months that are over, else this month until today,
    also where nothing waits: it is what the books will lack next.

    Args:
        earliest: ISO day of the first entry that the books do not have; empty where they have everything.
    """
    this_month = today.replace(day=1)
    month_over = this_month - timedelta(days=1)
    begin = date.fromisoformat(earliest or today.isoformat()).replace(day=1)
    return (begin, today) if begin >= this_month else (begin, month_over)


def check_period(first: str, last: str, today: date) -> tuple[str, str]:
    """The ISO days of a period. Raises :class:`Missing` or :class:`BadDate`, naming the field."""
    begin = clean_date("first", first, EARLIEST_WORK, today)
    if not begin:
        raise Missing("first")
    end = clean_date("last", last, EARLIEST_WORK, today)
    if not end:
        raise Missing("last")
    check_span("last", begin, end, today)
    return begin, end
