"""Whether a payment that somebody types by hand is money that a bank's file brought before.

It is the question of :mod:`.deposit_doubts` from the other side, and the same rule answers it: the deposit
would be doubted for the payment, had that been typed first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import ClassVar

from hvacdesk.domain.bank.bank_matching import USUAL_FEES, AlikePayment, MatchReason
from hvacdesk.domain.bank.deposit_doubts import BookedBefore, BookedDeposit
from hvacdesk.domain.billing.payment_doubts import PaymentAlike
from hvacdesk.domain.billing.payments import BankLine, PaymentWay
from hvacdesk.domain.text.wording import phrase


class _BroughtByFile(PaymentAlike):
    """Deposits of a bank's file may be what is typed, for one ``reason``."""

    reason: ClassVar[MatchReason]

    def __init__(self, alike: tuple[str, ...], numbers: str) -> None:
        super().__init__(alike, numbers=numbers)


class FromFileAlready(_BroughtByFile):
    """A file brought the sum near that day."""

    reason = MatchReason.BY_HAND
    what = phrase(
        "Errors",
        "A payment of this sum, or of it before or after the bank's fee, came from a bank's file near that "
        "day: {numbers}.",
    )
    todo = phrase("Errors", "Look at this payment whether it is the same money.")


class PartOfDeposit(_BroughtByFile):
    """With other payments that were typed it comes to what a file brought as one."""

    reason = MatchReason.IN_PARTS
    what = phrase(
        "Errors",
        "With payments that were booked by hand for this customer or payer near that day it comes to a "
        "payment from a bank's file: {numbers}.",
    )
    todo = phrase("Errors", "Look at these payments whether they are the same money.")


class SeveralDeposits(_BroughtByFile):
    """Several deposits that a file brought come to its sum together."""

    reason = MatchReason.PART_OF
    what = phrase(
        "Errors",
        "Payments from a bank's file for this customer or payer near that day come to this sum together: "
        "{numbers}.",
    )
    todo = phrase("Errors", "Look at these payments whether they are the same money.")


class BroughtAlready(_BroughtByFile):
    """A cheque, bill or claim is typed, and a file has brought its sum since it was taken."""

    reason = MatchReason.TAKEN
    what = phrase(
        "Errors",
        "A payment of this sum came from a bank's file on that day or later: {numbers}. It may be what this "
        "cheque, note or claim brought.",
    )
    todo = phrase("Errors", "Look at this payment whether it is the same money.")


BROUGHT_BY_FILES = (FromFileAlready, PartOfDeposit, SeveralDeposits, BroughtAlready)


def like_typed(
    typed: BookedDeposit,
    booked: Iterable[BookedDeposit],
    near: Callable[[str], Collection[str]],
    fitting: Mapping[str, Collection[str]],
) -> Iterator[AlikePayment]:
    """What files brought that a payment may be which is being typed, the oldest day first.

    Args:
        typed: the payment, with a record id that no other has.
        booked: the payments of the days around it, those that somebody typed among them.
        near: as for :class:`.deposit_doubts.BookedBefore`.
        fitting: by record id of a payment from a file, for whom else it may be than for whom it was booked.
    """
    booked = tuple(booked)
    days = near(typed.on)
    brought = {
        BankLine(one.on, one.yen, one.payer, "", one.payment): one
        for one in sorted(booked, key=lambda one: (one.on, one.key))
        if not one.by_hand and one.yen > 0 and one.on in days
    }
    before = BookedBefore((typed, *(one for one in booked if one.by_hand)), near)
    by_way = defaultdict[PaymentWay, dict[BankLine, Collection[str]]](dict)
    for line, one in brought.items():
        by_way[one.way][line] = {one.customer, *fitting.get(one.payment, ())}
    wholes = {
        line: found
        for way, lines in by_way.items()
        for line, found in before.wholes(lines, _fees(way)).items()
    }
    for line, one in brought.items():
        customers = by_way[one.way][line]
        alike = (*before.alike(line, customers, {*_fees(one.way), one.fee}), *wholes.get(line, ()))
        reason = next((found.reason for found in alike if found.payment == typed.payment), None)
        if reason is MatchReason.BOOKED:
            reason = MatchReason.BY_HAND  # for who types, the day and the payer make no other question
        if reason is not None:
            yield one.alike(reason)


def _fees(way: PaymentWay) -> tuple[int, ...]:
    return USUAL_FEES if way is PaymentWay.BANK else ()
