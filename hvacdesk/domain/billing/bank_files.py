"""What a bank's file says: its deposits, of which account and which days, and what can be wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hvacdesk.domain.billing.payments import BankLine, PaymentWay
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

_TOLD = 3
"""So many of an account's last digits are said, as everywhere."""

OLDEST = timedelta(days=366 * 3)
"""A file with older days is another file than was meant: no invoice waits so long for its money."""


class NotABankFile(UserFacingError):
    """Neither the banks' fixed form nor a table in which day and deposits are found."""

    what = phrase(
        "Errors", "No deposits were found in this file: it has no column of days or of sums paid in."
    )
    todo = phrase("Errors", "Download the statement from your bank again, as CSV or in the 全銀 form.")


class OrdersToTheBank(UserFacingError):
    """A file that goes to the bank: transfers or salaries to be paid."""

    what = phrase("Errors", "This file holds orders to the bank, not what arrived.")
    todo = phrase("Errors", "Choose the file of transfers received or of the account's statement.")


class DamagedBankFile(UserFacingError):
    """A record that does not fit its form."""

    what = phrase("Errors", "Line {line} of this bank file is damaged.")
    todo = phrase("Errors", "Download the file from the bank again; do not change it in another program.")


class BankFileCutOff(UserFacingError):
    """The end is missing, so that nobody knows which deposits are."""

    what = phrase("Errors", "This bank file breaks off before its end.")
    todo = phrase("Errors", "Download the file from the bank again.")


class BankSumsDiffer(UserFacingError):
    """The bank's own total is another one than its records come to."""

    what = phrase(
        "Errors",
        "The bank's total is {count} deposits of {sum} yen, but the file holds {found} of {found_sum} yen.",
    )
    todo = phrase("Errors", "Download the file from the bank again; do not change it in another program.")


class BankFileOfAnotherTime(UserFacingError):
    """A day that is still to come, or one from years ago: another file, or this computer's clock is wrong."""

    what = phrase("Errors", "Line {line} of this bank file is of {day}.")
    todo = phrase("Errors", "Choose another file, or set this computer's clock.")


class AnotherAccount(UserFacingError):
    """The file is of an account that the office does not name on its invoices."""

    what = phrase(
        "Errors", "This file is of the account that ends with {found}, not of the office's ({own})."
    )
    todo = phrase(
        "Errors", "Choose the file of the office's account, or correct the account in the settings."
    )


@dataclass(frozen=True)
class FileAccount:
    """An account as the file names it; empty where it does not."""

    bank_code: str = ""
    bank: str = ""
    branch_code: str = ""
    branch: str = ""
    number: str = ""
    holder: str = ""


@dataclass(frozen=True)
class BankFile:
    """What was read.

    Attributes:
        accounts: of which accounts it is, where it says so.
        lines: the deposits, in the order of the file.
        first, last: the ISO days of the oldest and newest deposit; empty where there is none.
        left_out: how many records are no deposits: withdrawals, fees, direct debits that were refused.
        cancelled: deposits that the bank took back and that this file does not hold: they may be booked.
        way: by which the money came.
    """

    lines: tuple[BankLine, ...] = ()
    accounts: tuple[FileAccount, ...] = ()
    left_out: int = 0
    cancelled: tuple[BankLine, ...] = ()
    way: PaymentWay = PaymentWay.BANK

    @property
    def first(self) -> str:
        return min((line.on for line in self.lines), default="")

    @property
    def last(self) -> str:
        return max((line.on for line in self.lines), default="")


@dataclass(frozen=True)
class Booking:
    """One deposit on its way to become a line: ``number`` is the bank's own, empty where it gives none."""

    line: BankLine
    account: str = ""
    number: str = ""


def with_references(bookings: Sequence[Booking]) -> tuple[BankLine, ...]:
    """The lines, each with what tells it from all others of its account.

    The bank's own number does, where every deposit of the day has one of its own. Otherwise equal deposits of
    a day are numbered: two of them are two in every file that holds the day, in whatever order it does.
    """
    numbers = Counter((one.account, one.line.on, one.number) for one in bookings)
    times = Counter[tuple[str, ...]]()
    found = []
    for one in bookings:
        key: tuple[str, ...] = (one.account, one.line.on, str(one.line.yen))
        if one.number and numbers[one.account, one.line.on, one.number] == 1:
            key = (*key, one.number)
        else:
            key = (*key, "".join(one.line.payer.split()), one.line.text)
            times[key] += 1
            key = (*key, str(times[key]))
        found.append(replace(one.line, reference="\x1f".join(key)))
    return tuple(found)


def without_cancelled(
    bookings: Iterable[Booking], cancelled: Iterable[Booking]
) -> tuple[tuple[Booking, ...], tuple[BankLine, ...]]:
    """The deposits that stand, and the cancellations of deposits that are not among them."""
    standing = list(bookings)
    strangers = []
    for taken_back in cancelled:
        of = next((one for one in reversed(standing) if _same(one, taken_back)), None)
        if of is None:
            strangers.append(taken_back.line)
        else:
            standing.remove(of)
    return tuple(standing), tuple(strangers)


def _same(one: Booking, other: Booking) -> bool:
    return (one.account, one.line.yen, one.line.payer) == (other.account, other.line.yen, other.line.payer)


def check_account(accounts: Iterable[FileAccount], own: str) -> None:
    """Raise :class:`AnotherAccount` where a file names its accounts, and the office's is not among them.

    Args:
        own: the digits of the office's account number; empty where it is not known.
    """
    told = [one.number.lstrip("0") for one in accounts if one.number]
    if own and told and own.lstrip("0") not in told:
        raise AnotherAccount(found=told[0][-_TOLD:], own=own[-_TOLD:])


def check_day(day: date, line: int, today: date) -> str:
    """The ISO day. Raises :class:`BankFileOfAnotherTime` for one to come or of years ago."""
    if not today - OLDEST <= day <= today:
        raise BankFileOfAnotherTime(line=line, day=day.isoformat())
    return day.isoformat()
