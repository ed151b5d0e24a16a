"""Cash that technicians collect on site: handed in, counted, and now and then another sum."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.billing.payments import PaymentRow
from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import phrase

DIFFERENCE_REASON_LIMIT = 80


@dataclass(frozen=True)
class CashOut:
    """Cash that a technician collected and did not hand in yet."""

    account: str
    name: str
    payments: tuple[PaymentRow, ...]

    @property
    def yen(self) -> int:
        """What has to be counted."""
        return sum(one.yen for one in self.payments)


class CashHandedIn(InvalidInput):
    """Somebody counted it, perhaps at another PC, since the form was opened."""

    what = phrase("Errors", "The cash of payment {number} was counted already, by {who}.")
    todo = phrase("Errors", "Close this form, and look at the cash counts before you count anything again.")


@dataclass(frozen=True)
class CashToCome:
    """Jobs that are done and have a sum to collect of which no payment tells yet.

    Attributes:
        unbilled: numbers of those that are to bill; ``unpaid`` of those whose invoice is not paid.
    """

    unbilled: tuple[str, ...]
    unpaid: tuple[str, ...]


@dataclass(frozen=True)
class CashCounted:
    """Collected cash that was handed in and counted in the office.

    Attributes:
        count: record id.
        on: ISO day of the count; ``collected_by`` and ``counted_by`` names of staff.
        expected_yen: what was collected; of a count that corrects another, what that one counted.
        reason: why another sum was counted; empty where it was not.
        numbers: of the payments that were handed in with it.
        in_books: whether its difference was handed over to the accounting program.
        corrects, corrected: whether it corrects an earlier one, or a later one that stands corrects it.
        taken_back_on: ISO day on which it was taken back, ``taken_back_by`` by whom and ``why``; else empty.
            One that went back with a payment of it has no reason of its own.
    """

    count: str
    on: str
    collected_by: str
    counted_by: str
    expected_yen: int
    counted_yen: int
    reason: str
    numbers: tuple[str, ...]
    in_books: bool = False
    corrects: bool = False
    corrected: bool = False
    taken_back_on: str = ""
    taken_back_by: str = ""
    why: str = ""

    @property
    def yen(self) -> int:
        """Above zero what is too much, below it what is missing."""
        return self.counted_yen - self.expected_yen

    @property
    def last(self) -> bool:
        """Whether it stands and nothing corrects it: only that one is taken back or corrected."""
        return not self.taken_back_on and not self.corrected

    @property
    def can_go_back(self) -> bool:
        """Whether it can be taken back."""
        return self.last and not self.in_books

    @property
    def can_be_corrected(self) -> bool:
        """Whether a new count corrects it."""
        return self.last and self.in_books


def check_difference_reason(reason: str) -> str:
    """Why cash differs, as it is stored; it may be empty. Raises kinds of :class:`InvalidInput`."""
    checked = clean_line("reason", reason, limit=DIFFERENCE_REASON_LIMIT)
    check_free_text("reason", checked)
    return checked


def check_back_reason(reason: str) -> str:
    """Why a count is taken back, as it is stored. Raises :class:`Missing` and others of its kind."""
    checked = check_difference_reason(reason)
    if not checked:
        raise Missing("reason")
    return checked


class CashDiffers(InvalidInput):
    """What was counted is not what was collected."""

    what = phrase("Errors", "{counted} yen were counted, but {collected} yen were collected.")
    todo = phrase(
        "Errors",
        "Count again. If it stays so, write why and save again: the difference is noted. A payment that was "
        "booked wrong is taken back and booked as it was received.",
    )

    def __init__(self, counted: int, collected: int) -> None:
        super().__init__("counted", counted=f"{counted:,}", collected=f"{collected:,}")


class CashCountInBooks(UserFacingError):
    """The books have its difference: it is corrected by another entry, and no longer taken back."""

    what = phrase("Errors", "The difference of this count was handed over to the accounting program.")
    safe = phrase("Errors", "The count stays as it is.")
    todo = phrase(
        "Errors",
        "Choose “Correct…” beside it and enter what is there now: the new difference goes to the books, too.",
    )


class CashCountNotInBooks(UserFacingError):
    """What the books do not have needs no correcting entry."""

    what = phrase("Errors", "The books have no difference of this count, so nothing is to be corrected.")
    todo = phrase("Errors", "Take it back, and count the cash once more.")


class CashCountEnded(UserFacingError):
    """It was taken back, or a later count corrects it."""

    what = phrase("Errors", "This count was taken back, or a later count corrects it.")
    todo = phrase("Errors", "Look at the list of counts again, and see to the latest of them.")


class CountsTheSame(InvalidInput):
    """A correcting count of the sum that was counted before."""

    what = phrase("Errors", "{counted} yen is what was counted before, so nothing is corrected.")
    todo = phrase("Errors", "Enter what is there now, or close this window.")
