"""Addresses in lists: without the prefecture, which is the same for nearly everybody."""

from __future__ import annotations

import re

from hvacdesk.domain.customers import CustomerRow
from hvacdesk.domain.masking import Masked

_PREFECTURE = re.compile("東京都|北海道|(?:京都|大阪)府|.{2,3}県")
SHOWN_DIGITS = 4


def place(row: CustomerRow) -> Masked:
    """City and town; the full address's mask where it does not begin with a prefecture."""
    found = _PREFECTURE.match(row.address.text)
    text = row.address.text[found.end() :] if found else row.address.text
    return Masked(text, row.address.hidden, row.address.revealable)


def last_digits(row: CustomerRow) -> str:
    """The last four digits of the first phone."""
    return row.phone.text[-SHOWN_DIGITS:]
