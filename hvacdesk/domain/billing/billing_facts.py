"""What the office bills by: how fractions of the tax are treated, its usual terms, and its bank account."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.pay_terms import USUAL, PayTerms, check_terms
from hvacdesk.domain.billing.tax import Rounding
from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.domain.text.wording import phrase

_LONGEST = 80
_LONGEST_KIND = 16
_ACCOUNT = re.compile(r"\d{4,8}", re.ASCII)


class BadAccountNumber(InvalidInput):
    """No number of a bank account."""

    what = phrase("Errors", "This is not the number of a bank account.")
    todo = phrase("Errors", "Enter its seven figures, for a savings bank eight, and save again.")


NO_ACCOUNT = BankAccount()


@dataclass(frozen=True)
class OfficeBilling:
    """Facts that every invoice of the office needs.

    Attributes:
        rounding: of the tax; the office chooses once and keeps to it.
        terms: where nothing else was agreed on with a customer; without a closing day.
        account: to which customers pay; empty prints none.
    """

    rounding: Rounding = Rounding.DOWN
    terms: PayTerms = USUAL
    account: BankAccount = NO_ACCOUNT


def check_billing(facts: OfficeBilling) -> OfficeBilling:
    """The facts as they are stored. Raises :class:`InvalidInput` or one of its kinds."""
    terms = check_terms(replace(facts.terms, closing_day=0))
    return OfficeBilling(facts.rounding, terms, _checked(facts.account))


def _checked(account: BankAccount) -> BankAccount:
    number = digits(account.number)
    checked = BankAccount(
        bank=clean_line("bank", account.bank, limit=_LONGEST),
        branch=clean_line("branch", account.branch, limit=_LONGEST),
        kind=clean_line("kind", account.kind, limit=_LONGEST_KIND),
        number=number,
        holder=clean_line("holder", account.holder, limit=_LONGEST),
    )
    if account.number.strip() and not _ACCOUNT.fullmatch(number):
        raise BadAccountNumber("number")
    needed = {"bank": checked.bank, "branch": checked.branch, "number": number, "holder": checked.holder}
    missing = [field for field, text in needed.items() if not text]
    if missing and len(missing) < len(needed):  # half an account sends a customer's money nowhere
        raise Missing(missing[0])
    return checked
