"""Addresses in lists: without the prefecture, which is the same for nearly everybody."""

from __future__ import annotations

import re

from hvacdesk.domain.customers.customers import CustomerDetail, CustomerRow
from hvacdesk.domain.masked import Masked

_PREFECTURE = re.compile("東京都|北海道|(?:京都|大阪)府|.{2,3}県")
SHOWN_DIGITS = 4


def place(row: CustomerRow | CustomerDetail) -> Masked:
    """City and town; the full address's mask where it does not begin with a prefecture."""
    found = _PREFECTURE.match(row.address.text)
    text = row.address.text[found.end() :] if found else row.address.text
    return Masked(text, row.address.hidden, row.address.revealable)


def chosen_text(row: CustomerRow | CustomerDetail) -> str:
    """Who was chosen, so that nobody takes one for a namesake: the name, the number and where they are."""
    return "  ".join(filter(None, (row.name.text, row.number, place(row).text)))


def last_digits(row: CustomerRow) -> str:
    """The last four digits of the first phone."""
    return row.phone.text[-SHOWN_DIGITS:]
