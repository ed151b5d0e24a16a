"""Of which account a bank's file is: the office's own, or another that its invoices do not name."""

from __future__ import annotations

import re
from dataclasses import replace

from hvacdesk.domain.billing.bank_files import BankFile, FileAccount
from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.payer_names import comparable_payer
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
