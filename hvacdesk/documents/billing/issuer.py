"""The office on papers of money: its number as it was when the paper was issued, and where to pay to."""

from __future__ import annotations

from dataclasses import replace

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import pairs, paragraph, section, together
from hvacdesk.documents.kit.page import BODY
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import phrase

_PAY_TO = phrase("Papers of money", "Please pay to")
_BANK = phrase("Papers of money", "Bank")
_ACCOUNT = phrase("Papers of money", "Account")
_HOLDER = phrase("Papers of money", "Holder")
_HOW = phrase("Papers of money", "How to pay")
_CASH = phrase("Papers of money", "Please pay in cash.")


def as_issued(letterhead: Letterhead, issuer_number: str) -> Letterhead:
    """The letterhead with the T-number that the office had when the paper was issued, or without one."""
    return replace(letterhead, facts=replace(letterhead.facts, invoice_registration=issuer_number))


def account_bands(setter: Typesetter, account: BankAccount) -> list[Band]:
    """Where to pay to; nothing where the office has named no account."""
    say = setter.say
    values = [
        (say(_BANK), f"{account.bank}　{account.branch}".strip("　")),
        (say(_ACCOUNT), f"{account.kind}　{account.number}".strip("　")),
        (say(_HOLDER), account.holder),
    ]
    told = [value for value in values if value[1]]
    return together([section(setter, say(_PAY_TO)), *pairs(setter, told, size=11)]) if told else []


def cash_bands(setter: Typesetter) -> list[Band]:
    """That a customer pays in cash, in the place of an account."""
    how = paragraph(setter.wrap(setter.say(_CASH), BODY, 11), gap=4)
    return together([section(setter, setter.say(_HOW)), *how])
