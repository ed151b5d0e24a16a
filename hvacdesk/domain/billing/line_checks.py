"""What the lines of estimates and invoices have in common before they are stored."""

from __future__ import annotations

import re
from typing import NamedTuple

from hvacdesk.domain.billing.prices import LABEL_LIMIT, UNIT_LIMIT
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.jobs.job_rules import QUANTITY, YEN
from hvacdesk.domain.text.input_checks import check_range, clean_line
from hvacdesk.domain.text.refused_numbers import check_free_text

_FIELD = "lines"
_DISCOUNT = re.compile(r"(?:(?:値引|割引)き?(?:額|分)?|discount)[\s\d.%％]*(?:[(（].*)?$", re.IGNORECASE)
"""A line of which this is the end of the name: 特別値引き, 値引き（端数）, Discount 5 %; not 値引対象外."""


class LineWords(NamedTuple):
    """The words of a line, tidied."""

    label: str
    unit: str


def lowered(label: str, yen: int) -> int:
    """The price of a line: one that its name says to be a discount 値引き lowers the sum, whichever sign."""
    return -abs(yen) if _DISCOUNT.search(label) else yen


def checked_line(label: str, quantity: float, unit: str, yen: int, *, allow_number: bool) -> LineWords:
    """The words as they are stored. Raises :class:`InvalidInput` or one of its kinds."""
    tidy = clean_line(_FIELD, label, limit=LABEL_LIMIT)
    if not tidy:
        raise Missing(_FIELD)
    check_free_text(_FIELD, tidy, allow_number=allow_number)
    check_range(_FIELD, quantity, *QUANTITY)
    check_range(_FIELD, yen, -YEN[1], YEN[1])
    return LineWords(tidy, clean_line(_FIELD, unit, limit=UNIT_LIMIT))
