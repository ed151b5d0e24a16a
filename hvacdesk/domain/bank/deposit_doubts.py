"""Whether a bank's deposit may be a payment that is booked already, and what is said of that.

Somebody may have booked it by hand, or from a file of another form, in which the bank writes its payer
otherwise. A person decides beside such a payment, and knows which one it is: one that came since is asked
about by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from hvacdesk.domain.bank.bank_matching import (
    AlikePayment,
    ConfirmedDeposit,
    MatchProposal,
    MatchReason,
)
from hvacdesk.domain.bank.payer_names import comparable_payer
from hvacdesk.domain.billing.payment_doubts import days_beside
from hvacdesk.domain.billing.payments import BankLine
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase


@dataclass(frozen=True)
class BookedDeposit:
    """A payment that came to the office's account and stands.

    Attributes:
        payment: record id; ``key`` the primary key, ``number`` what the office calls it.
        fee: yen that the customer kept for the bank besides.
        payer: as the bank wrote it, or whoever booked it; empty where that is not known.
        customer: record id.
        by_hand: whether no deposit of any file was booked as it.
    """

    key: int
    payment: str
    number: str
    on: str
    yen: int
    fee: int
    payer: str
    customer: str
    by_hand: bool

    def alike(self, reason: MatchReason) -> AlikePayment:
        return AlikePayment(reason, self.payment, self.number)


class BookedBefore:
    """The payments that deposits may be, found by their days.

    Args:
        deposits: but those that stand for another line of the same file.
    """

    def __init__(self, deposits: Iterable[BookedDeposit]) -> None:
        self._on = defaultdict[str, list[BookedDeposit]](list)
        for one in deposits:
            self._on[one.on].append(one)

    def has(self, line: BankLine) -> bool:
        """Whether a payment of the same day, sum and payer is booked, whoever's it is."""
        return any(_is_same(line, one) for one in self._on[line.on])

    def alike(
        self, line: BankLine, customers: Collection[str], fees: Collection[int]
    ) -> Iterator[AlikePayment]:
        """What is not surely another payment than a deposit, the oldest day first.

        One deposit has another number, or none, in another form of file, and may have its payer in another
        writing there; but the bank's day and sum are the same. Who books by hand may be a day beside the
        bank's, and may have typed the sum from which the customer kept the bank's fee.

        Args:
            customers: for whom it may be.
            fees: yen that the payer may have kept for the bank.
        """
        for one in (one for day in days_beside(line.on) for one in self._on[day]):
            if _is_same(line, one):
                yield one.alike(MatchReason.BOOKED)
            elif one.customer not in customers:
                continue
            elif one.by_hand and (one.yen == line.yen or one.yen + one.fee - line.yen in {0, *fees}):
                yield one.alike(MatchReason.BY_HAND)
            elif not one.by_hand and (one.on, one.yen) == (line.on, line.yen):
                yield one.alike(MatchReason.FROM_FILE)


def _is_same(line: BankLine, one: BookedDeposit) -> bool:
    payers = {"", comparable_payer(line.payer)}
    return (one.on, one.yen) == (line.on, line.yen) and comparable_payer(one.payer) in payers


class DepositDoubted(UserFacingError):
    """A deposit may be a payment that was not shown to who decided it.

    ``reason`` is what is added to its ``doubts`` once they agreed to that as well.

    Attributes:
        alike: record ids of the payments that it may be, which are added to ``another`` then.
        numbers: what the office calls them.
    """

    reason: ClassVar[MatchReason]
    safe = phrase("Errors", "Nothing was booked by this.")

    def __init__(self, alike: tuple[str, ...], numbers: str) -> None:
        super().__init__(numbers=numbers)
        self.alike = alike
        self.numbers = numbers


class BookedByNow(DepositDoubted):
    """The same money seems to be booked, by hand or from another file, since the file was read."""

    reason = MatchReason.BOOKED
    what = phrase(
        "Errors", "A payment of the same day, sum and payer was booked since you opened this: {numbers}."
    )
    todo = phrase("Errors", "Look at the customer's payments whether it is this deposit.")


class ByHandByNow(DepositDoubted):
    """The customer has a payment of the sum, of that day or the one beside it, that no file brought."""

    reason = MatchReason.BY_HAND
    what = phrase(
        "Errors",
        "A payment of this sum, or of it before the bank's fee, was booked by hand for this customer, for "
        "the same day or the day beside it: {numbers}.",
    )
    todo = phrase("Errors", "Look at the customer's payments whether it is this deposit.")


class FromFileByNow(DepositDoubted):
    """The customer has a payment of the sum and day from another file, of whatever payer."""

    reason = MatchReason.FROM_FILE
    what = phrase(
        "Errors",
        "A payment of this day and sum was booked from another file for this customer: {numbers}.",
    )
    todo = phrase("Errors", "Look at the customer's payments whether it is this deposit.")


class TakenByNow(DepositDoubted):
    """A cheque, bill or claim of the sum was booked as taken since the file was read."""

    reason = MatchReason.TAKEN
    what = phrase(
        "Errors", "A cheque, note or claim of this sum was booked as taken since you opened this: {numbers}."
    )
    todo = phrase("Errors", "Look at the payments whether this is its money, which is booked already then.")


_DOUBTS = (BookedByNow, ByHandByNow, FromFileByNow, TakenByNow)


def require_shown(deposits: Iterable[ConfirmedDeposit], proposals: Iterable[MatchProposal]) -> None:
    """Raise :class:`DepositDoubted` for payments that a deposit may be and that were not shown for it."""
    now = {one.line: one.alike for one in proposals}
    for one in deposits:
        new = [found for found in now.get(one.line, ()) if found.payment not in one.another]
        for doubted in _DOUBTS:
            if alike := [found for found in new if found.reason is doubted.reason]:
                payments = tuple(found.payment for found in alike)
                raise doubted(payments, "・".join(found.number for found in alike))


class SeenToMeanwhile(UserFacingError):
    """Somebody else saw to the deposit since it was proposed: it is not booked a second time."""

    safe = phrase("Errors", "Nothing was booked by this; the invoices named here are as they were.")


class BookedMeanwhile(SeenToMeanwhile):
    """It is the payment of somebody."""

    what = phrase(
        "Errors", "This deposit was booked meanwhile: it is payment {payment} of customer {customer}."
    )
    todo = phrase("Errors", "If that is wrong, take that payment back first. Then this can be booked.")


class SetAsideMeanwhile(SeenToMeanwhile):
    """It was noted as no customer's payment."""

    what = phrase("Errors", "This deposit was noted meanwhile as no customer's payment.")
    todo = phrase("Errors", "If that is wrong, let it be proposed again first. Then this can be booked.")
