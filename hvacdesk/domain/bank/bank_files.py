"""What a bank's file says: its deposits, of which account and which days, and what can be wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hvacdesk.domain.bank.payer_names import comparable_payer
from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.payments import BankLine, PaymentWay
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.domain.text.wording import phrase

_TOLD = 3
"""So many of an account's last digits are said, as everywhere."""

_KIND = re.compile(
    "(?:ぎんこう|銀行|しんようきんこ|しんきん|信用金庫|信金|してん|支店|しゆつちようじよ|出張所)$"
)
_READING = re.compile("[ぁ-ゖー0-9a-z]+")
_NO_LETTERS = re.compile(r"[-.,()・]+")

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


class BankCellFailed(DamagedBankFile):
    """A formula that failed or was never computed: no bank writes one."""

    what = phrase(
        "Errors", "Line {line} of this bank file holds a formula that failed or was never computed."
    )
    todo = phrase(
        "Errors",
        "Download the file from the bank again. If it was made in Excel, mend and save it there and choose "
        "it again.",
    )


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

    about_the_computer = True
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


class AccountOfAnotherBank(UserFacingError):
    """The same number at another bank, at another branch, or of another holder."""

    what = phrase("Errors", "This file is of an account of {found}, not of the office's ({own}).")
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

    @property
    def key(self) -> str:
        """What tells it from the file's other accounts."""
        return self.bank_code + self.branch_code + self.number


@dataclass(frozen=True)
class BankFile:
    """What was read.

    Attributes:
        accounts: of which accounts it is, where it says so.
        lines: the deposits, in the order of the file.
        first, last: the ISO days of the oldest and newest deposit; empty where there is none.
        left_out: how many records are no deposits: withdrawals, fees, direct debits that were refused.
        cancelled: deposits that the bank took back and that this file does not hold: they may be booked.
        annulled: deposits of this file that it takes back itself: an earlier file may have had them alone.
        way: by which the money came.
        digest: the file's SHA-256; empty before it is known.
    """

    lines: tuple[BankLine, ...] = ()
    accounts: tuple[FileAccount, ...] = ()
    left_out: int = 0
    cancelled: tuple[BankLine, ...] = ()
    annulled: tuple[BankLine, ...] = ()
    way: PaymentWay = PaymentWay.BANK
    digest: str = ""

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


def with_references(bookings: Sequence[Booking]) -> tuple[Booking, ...]:
    """The same, each line with its account and what tells it from all others of it.

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
        line = replace(one.line, reference="\x1f".join(key), account=one.account)
        found.append(replace(one, line=line))
    return tuple(found)


def settled_lines(
    bookings: Sequence[Booking], cancelled: Iterable[Booking]
) -> tuple[tuple[BankLine, ...], tuple[BankLine, ...], tuple[BankLine, ...]]:
    """The deposits that are valid, those taken back, and the cancellations of deposits that are not here."""
    standing = list(with_references(bookings))
    annulled, strangers = [], []
    for taken_back in cancelled:
        of = next((one for one in reversed(standing) if _same(one, taken_back)), None)
        if of is None:
            strangers.append(replace(taken_back.line, account=taken_back.account))
        else:
            standing.remove(of)
            annulled.append(of.line)
    return tuple(one.line for one in standing), tuple(annulled), tuple(strangers)


def _same(one: Booking, other: Booking) -> bool:
    return (one.account, one.line.yen, one.line.payer) == (other.account, other.line.yen, other.line.payer)


def of_office(file: BankFile, own: BankAccount) -> BankFile:
    """What of a file is of the office's account; all of it where either is not named.

    Bank, branch and holder are compared where both are written in kana.

    Raises:
        AnotherAccount, AccountOfAnotherBank: nothing of it is.
    """
    told = [one for one in file.accounts if one.number]
    if not own.number or not told:
        return file
    same = [one for one in told if one.number.lstrip("0") == own.number.lstrip("0")]
    if not same:
        raise AnotherAccount(found=told[0].number[-_TOLD:], own=own.number[-_TOLD:])
    accounts = tuple(one for one in same if _may_be(one, own))
    if not accounts:
        raise AccountOfAnotherBank(
            found=_said(same[0].bank, same[0].branch, same[0].holder),
            own=_said(own.bank, own.branch, own.holder),
        )
    keys = {one.key for one in accounts}
    lines = tuple(one for one in file.lines if one.account in keys)
    return replace(
        file,
        lines=lines,
        accounts=accounts,
        left_out=file.left_out + len(file.lines) - len(lines),
        cancelled=tuple(one for one in file.cancelled if one.account in keys),
        annulled=tuple(one for one in file.annulled if one.account in keys),
    )


def _said(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _may_be(account: FileAccount, own: BankAccount) -> bool:
    pairs = (
        (_place(account.bank), _place(own.bank)),
        (_place(account.branch), _place(own.branch)),
        (comparable_payer(account.holder), comparable_payer(own.holder)),
    )
    return not any(_differ(*pair) for pair in pairs)


def _place(name: str) -> str:
    return _KIND.sub("", _NO_LETTERS.sub("", fold(name)))


def _differ(told: str, own: str) -> bool:
    """Whether two readings are of two; kanji tell nothing, and fields of a file are short."""
    if not (_READING.fullmatch(told) and _READING.fullmatch(own)):
        return False
    return not (told.startswith(own) or own.startswith(told))


def check_day(day: date, line: int, today: date) -> str:
    """The ISO day. Raises :class:`BankFileOfAnotherTime` for one to come or of years ago."""
    if not today - OLDEST <= day <= today:
        raise BankFileOfAnotherTime(line=line, day=day.isoformat())
    return day.isoformat()
