"""What comes due in the months ahead, as long as nothing new is recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hvacdesk.domain.periods import month_end

MONTHS = 12


@dataclass(frozen=True)
class MonthAhead:
    """One month, ``YYYY-MM``: how many become due in it, and how many reducible before they are due."""

    month: str
    due: int
    reducible: int


def months_ahead(
    due: Mapping[date, int], reducible: Mapping[date, int], today: date
) -> tuple[MonthAhead, ...]:
    """The next twelve months, the one after this first.

    Args:
        due: how many come due on a day.
        reducible: of how many a part may be destroyed for the first time on a day, before the rest may.
    """
    months = [f"{month_end(today.year, today.month + ahead):%Y-%m}" for ahead in range(1, MONTHS + 1)]
    in_month, before = _by_month(due), _by_month(reducible)
    return tuple(MonthAhead(month, in_month[month], before[month]) for month in months)


def last_day_ahead(today: date) -> date:
    """The end of the last of these months."""
    return month_end(today.year, today.month + MONTHS)


def _by_month(counts: Mapping[date, int]) -> Counter[str]:
    months: Counter[str] = Counter()
    for day, count in counts.items():
        months[f"{day:%Y-%m}"] += count
    return months
