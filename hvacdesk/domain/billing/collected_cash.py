"""Cash that technicians collect on site: handed in, counted, and now and then another sum."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.billing.payments import PaymentRow
from hvacdesk.domain.errors import InvalidInput
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


@dataclass(frozen=True)
class CashDifference:
    """Collected cash of which another sum was counted than was collected.

    Attributes:
        on: ISO day of the count; ``collected_by`` and ``counted_by`` names of staff.
        numbers: of the payments that were handed in with it.
    """

    on: str
    collected_by: str
    counted_by: str
    expected_yen: int
    counted_yen: int
    reason: str
    numbers: tuple[str, ...]

    @property
    def yen(self) -> int:
        """Above zero what is too much, below it what is missing."""
        return self.counted_yen - self.expected_yen


def check_difference_reason(reason: str) -> str:
    """Why cash differs, as it is stored; it may be empty. Raises kinds of :class:`InvalidInput`."""
    checked = clean_line("reason", reason, limit=DIFFERENCE_REASON_LIMIT)
    check_free_text("reason", checked)
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
