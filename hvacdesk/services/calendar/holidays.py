"""The one door to Japan's holidays.

National holidays come from jpholiday (国民の祝日に関する法律, substitute and sandwiched days included).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

YEAR_END = frozenset({(12, 29), (12, 30), (12, 31), (1, 2), (1, 3)})
"""Days on which offices rest although they are no holidays (行政機関の休日に関する法律)."""

YEAR_END_NAME = "年末年始"
_SATURDAY = 5


def holiday_name(day: date) -> str:
    """The Japanese name of the holiday or of the year's end; empty for other days."""
    import jpholiday

    name: str | None = jpholiday.is_holiday_name(day)
    return name or (YEAR_END_NAME if (day.month, day.day) in YEAR_END else "")


def holidays(days: Iterable[date]) -> dict[str, str]:
    """The names of those of the days that are holidays, by ISO date."""
    return {day.isoformat(): name for day in days if (name := holiday_name(day))}


def is_working_day(day: date) -> bool:
    """Whether public offices and banks work on that day."""
    return day.weekday() < _SATURDAY and not holiday_name(day)


def next_working_day(day: date) -> date:
    """The first working day after a day."""
    following = day + timedelta(days=1)
    while not is_working_day(following):
        following += timedelta(days=1)
    return following


@lru_cache(maxsize=2_000)
def around(on: str, working: int) -> frozenset[str]:
    """The ISO days from some working days before a day to as many after it, with the day itself."""
    found = {on}
    for step in (timedelta(days=-1), timedelta(days=1)):
        day, left = date.fromisoformat(on), working
        while left:
            day += step
            found.add(day.isoformat())
            left -= is_working_day(day)
    return frozenset(found)
