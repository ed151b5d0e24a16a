"""Dates as each language writes them. The translated pattern has the order of year, month and day.

Functions "with era" add the era in Japanese, as papers that are filed want it; they accept dates since 1926.
"""

from __future__ import annotations

import re
from datetime import date

from hvacdesk.domain.clock import moment_of, office_day, office_time
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.domain.text.written_dates import ERAS

_WEEKDAYS = (
    phrase("Documents", "Mon"),
    phrase("Documents", "Tue"),
    phrase("Documents", "Wed"),
    phrase("Documents", "Thu"),
    phrase("Documents", "Fri"),
    phrase("Documents", "Sat"),
    phrase("Documents", "Sun"),
)
_MONTHS = (
    phrase("Documents", "Jan"),
    phrase("Documents", "Feb"),
    phrase("Documents", "Mar"),
    phrase("Documents", "Apr"),
    phrase("Documents", "May"),
    phrase("Documents", "Jun"),
    phrase("Documents", "Jul"),
    phrase("Documents", "Aug"),
    phrase("Documents", "Sep"),
    phrase("Documents", "Oct"),
    phrase("Documents", "Nov"),
    phrase("Documents", "Dec"),
)
_WORKDAY = phrase("Documents", "{weekday} {day} {month_name} {year}")
_FULL_WORKDAY = phrase("Documents, in full", "{weekday} {day} {month_name} {year}")
_MONTH = phrase("Documents", "{month_name} {year}")
_DAY_AND_MONTH = phrase("Documents", "{day} {month_name}")
_CALENDAR = phrase("Documents", "{day} {month_name} {year}")
_WITH_ERA = phrase("Documents, with era", "{day} {month_name} {year}")
_MONTH_WITH_ERA = phrase("Documents, with era", "{month_name} {year}")
_WITH_TIME = phrase("Documents, with era", "{day} {month_name} {year}, {time}")
_FIRST_YEAR = phrase("Documents, with era", "1")

_ERA_NAMES = (
    phrase("Documents, with era", "Reiwa"),
    phrase("Documents, with era", "Heisei"),
    phrase("Documents, with era", "Showa"),
)
_ISO = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])", re.ASCII)
_ERAS = tuple((era.first, name) for era, name in zip(ERAS, _ERA_NAMES, strict=False))
"""First days of the eras that documents can meet."""


def _parts(words: Words, on: date) -> dict[str, object]:
    return {
        "year": on.year,
        "month": on.month,
        "day": on.day,
        "month_name": words(_MONTHS[on.month - 1]),
        "weekday": words(_WEEKDAYS[on.weekday()]),
    }


def _parts_with_era(words: Words, on: date) -> dict[str, object]:
    start, era = next((start, era) for start, era in _ERAS if start <= on)
    count = on.year - start.year + 1
    return _parts(words, on) | {"era": words(era), "era_year": words(_FIRST_YEAR) if count == 1 else count}


def _written(words: Words, pattern: Phrase, day: str) -> str:
    return words(pattern).format(**_parts(words, date.fromisoformat(day))) if day else ""


def _written_with_era(words: Words, pattern: Phrase, on: date, **more: object) -> str:
    return words(pattern).format(**_parts_with_era(words, on), **more)


def workday(words: Words, day: str) -> str:
    """``Tue 24 Nov 2026``, 11月24日（火）: for a day near at hand. Takes an ISO date or an empty text."""
    return _written(words, _WORKDAY, day)


def with_days(words: Words, text: str) -> str:
    """A text with every ISO day in it as the paper writes days; times and everything else stay."""
    return _ISO.sub(lambda found: calendar_day(words, found[0]), text)


def full_workday(words: Words, day: str) -> str:
    """``Tue 24 Nov 2026``, 2026年11月24日（火）: for a day on a paper that is kept or answered later."""
    return _written(words, _FULL_WORKDAY, day)


def calendar_day(words: Words, day: str) -> str:
    """``24 Nov 2026``, 2026年11月24日."""
    return _written(words, _CALENDAR, day)


def day_and_month(words: Words, day: str) -> str:
    """``24 Nov``, 11/24: for a table whose head says which year it is."""
    return _written(words, _DAY_AND_MONTH, day)


def day_with_era(words: Words, day: str) -> str:
    """``24 Nov 2026``, 2026年（令和8年）11月24日. A stored moment counts as the office's calendar day."""
    on = office_day(moment_of(day)) if "T" in day else date.fromisoformat(day)
    return _written_with_era(words, _WITH_ERA, on)


def month_with_era(words: Words, month: str) -> str:
    """``Nov 2026``, 2026年（令和8年）11月, of a ``YYYY-MM``. The era is that of the month's first day."""
    return _written_with_era(words, _MONTH_WITH_ERA, date.fromisoformat(f"{month}-01"))


def moment_text(words: Words, moment: str) -> str:
    """``24 Nov 2026 17:05``, 2026年11月24日 17:05: a stored UTC moment on the office's wall clock."""
    local = office_time(moment_of(moment))
    return f"{calendar_day(words, local.date().isoformat())} {local:%H:%M}"


def month_text(words: Words, month: str) -> str:
    """``Nov 2026``, 2026年11月, of a ``YYYY-MM``."""
    return _written(words, _MONTH, f"{month}-01")


def as_of_text(words: Words, stored: str) -> str:
    """When a source was read, as its paper says it: a month, or a whole day."""
    return month_text(words, stored) if len(stored) == len("2026-11") else calendar_day(words, stored)


def moment_with_era(words: Words, moment: str) -> str:
    """``24 Nov 2026, 17:05``: a stored UTC moment on the office's wall clock."""
    local = office_time(moment_of(moment))
    return _written_with_era(words, _WITH_TIME, local.date(), time=local.strftime("%H:%M"))
