"""Whether a bank's deposit may be a payment that is booked already, and what is said of that.

Somebody may have booked it by hand, or from a file of another form, in which the bank writes its payer
otherwise. A person decides beside such a payment, and knows which one it is: one that came since is asked
about by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from hvacdesk.domain.bank.bank_matching import (
    AlikePayment,
    ConfirmedDeposit,
    MatchProposal,
    MatchReason,
)
from hvacdesk.domain.bank.divided_payments import in_parts, parts_of
from hvacdesk.domain.bank.payer_names import comparable_payer
from hvacdesk.domain.billing.payments import BankLine, PaymentWay
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
        way: by which it came to the account.
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
    way: PaymentWay = PaymentWay.BANK

    def alike(self, reason: MatchReason) -> AlikePayment:
        return AlikePayment(reason, self.payment, self.number)


class BookedBefore:
    """The payments that deposits may be, found by their days, customers and payers.

    Args:
        deposits: but those that stand for another line of the same file.
        near: the ISO days of a payment that somebody typed and that may be a deposit of a day.
    """

    def __init__(self, deposits: Iterable[BookedDeposit], near: Callable[[str], Collection[str]]) -> None:
        self._near = near
        self._same = defaultdict[tuple[str, int], list[BookedDeposit]](list)
        self._of = defaultdict[str, list[BookedDeposit]](list)
        self._typed = list[BookedDeposit]()
        self._typed_from = defaultdict[str, list[BookedDeposit]](list)
        for one in sorted(deposits, key=lambda one: (one.on, one.key)):
            self._same[one.on, one.yen].append(one)
            self._of[one.customer].append(one)
            if one.by_hand and one.yen > 0:
                self._typed.append(one)
                if payer := comparable_payer(one.payer):
                    self._typed_from[payer].append(one)

    def has(self, line: BankLine) -> bool:
        """Whether a payment of the same day, sum and payer is booked, whoever's it is."""
        return any(_is_same(line, one) for one in self._same.get((line.on, line.yen), ()))

    def alike(
        self, line: BankLine, customers: Collection[str], fees: Collection[int]
    ) -> Iterator[AlikePayment]:
        """What is not surely another payment than a deposit, the oldest day of each reason first.

        One deposit has another number, or none, in another form of file, and may have its payer in another
        writing there; but the bank's day and sum are the same. Who books by hand may be some days beside the
        bank's, may have typed the sum from which the customer kept the bank's fee, or a payment for each of
        the invoices.

        Args:
            customers: for whom it may be.
            fees: yen that the payer may have kept for the bank.
        """
        found = set[int]()
        for one in self._same.get((line.on, line.yen), ()):
            if _is_same(line, one):
                found.add(one.key)
                yield one.alike(MatchReason.BOOKED)
        groups = [self._of.get(customer, []) for customer in sorted(customers)]
        groups.append(self._typed_from.get(comparable_payer(line.payer), []))
        days, kept = self._near(line.on), {0, *fees}
        for one in sorted({one for group in groups for one in group}, key=lambda one: (one.on, one.key)):
            if one.key in found:
                continue
            if one.by_hand:
                equal = one.yen == line.yen or one.yen + one.fee - line.yen in kept
                reason = MatchReason.BY_HAND if equal and one.on in days else None
            else:
                equal = (one.on, one.yen) == (line.on, line.yen)
                reason = MatchReason.FROM_FILE if equal else None
            if reason is not None:
                found.add(one.key)
                yield one.alike(reason)
        parts = set[BookedDeposit]()
        for group in groups:
            typed = [one for one in group if _is_typed(one) and one.on in days and one.key not in found]
            if len(typed) > 1:
                places = in_parts([one.yen for one in typed], [line.yen])
                places |= in_parts([one.yen + one.fee for one in typed], [line.yen + fee for fee in kept])
                parts.update(typed[at] for at in places)
        for one in sorted(parts, key=lambda one: (one.on, one.key)):
            yield one.alike(MatchReason.IN_PARTS)

    def wholes(
        self,
        lines: Mapping[BankLine, Collection[str]],
        fees: Collection[int],
        others: Iterable[BankLine] = (),
    ) -> Mapping[BankLine, Sequence[AlikePayment]]:
        """The payments booked by hand of which deposits may be parts, since several of these come to their
        sum.

        Args:
            lines: the deposits of a file, each with the customers for whom it may be.
            others: its deposits that were noted as no customer's payment: they may be parts as well.
        """
        found = defaultdict[BankLine, list[AlikePayment]](list)
        if not self._typed:
            return found
        of, by = defaultdict[str, list[BankLine]](list), defaultdict[str, list[BankLine]](list)
        place = {line: at for at, line in enumerate((*lines, *others))}
        for line in place:
            by[comparable_payer(line.payer)].append(line)
            for customer in lines.get(line, ()):
                of[customer].append(line)
        for one in self._typed:
            payers = {comparable_payer(line.payer) for line in of[one.customer]}
            payers = {payer for payer in (*payers, comparable_payer(one.payer)) if payer}
            several = {*of[one.customer], *(line for payer in payers for line in by[payer])}
            near = sorted((line for line in several if one.on in self._near(line.on)), key=place.__getitem__)
            if len(near) > 1:
                for whole in {one.yen, one.yen + one.fee}:
                    for at in parts_of([line.yen for line in near], whole, fees):
                        alike = one.alike(MatchReason.PART_OF)
                        if alike not in found[near[at]]:
                            found[near[at]].append(alike)
        return found


def _is_typed(one: BookedDeposit) -> bool:
    return one.by_hand and one.yen > 0


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
    """The customer, or the payer, has a payment of the sum, near that day, that no file brought."""

    reason = MatchReason.BY_HAND
    what = phrase(
        "Errors",
        "A payment of this sum, or of it before the bank's fee, was booked by hand for this customer or "
        "payer near that day: {numbers}.",
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


class InPartsByNow(DepositDoubted):
    """Several payments that no file brought come to the sum together."""

    reason = MatchReason.IN_PARTS
    what = phrase(
        "Errors",
        "Payments that were booked by hand for this customer or payer near that day come to this sum "
        "together: {numbers}.",
    )
    todo = phrase("Errors", "Look at the customer's payments whether they are this deposit.")


class PartOfByNow(DepositDoubted):
    """One payment that no file brought is what several deposits of the file come to."""

    reason = MatchReason.PART_OF
    what = phrase(
        "Errors",
        "A payment was booked by hand near that day, and several deposits of this file, of which this is "
        "one, come to its sum: {numbers}.",
    )
    todo = phrase("Errors", "Look at the customer's payments whether this deposit is a part of it.")


class TakenByNow(DepositDoubted):
    """A cheque, bill or claim of the sum was booked as taken since the file was read."""

    reason = MatchReason.TAKEN
    what = phrase(
        "Errors", "A cheque, note or claim of this sum was booked as taken since you opened this: {numbers}."
    )
    todo = phrase("Errors", "Look at the payments whether this is its money, which is booked already then.")


_DOUBTS = (BookedByNow, ByHandByNow, FromFileByNow, InPartsByNow, PartOfByNow, TakenByNow)


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
