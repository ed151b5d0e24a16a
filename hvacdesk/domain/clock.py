"""The one gate for time: a clock is passed in, and the office's calendar is Japan's.

Japan has no daylight saving time, so a fixed offset is exact and needs no time-zone database.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone

Clock = Callable[[], datetime]
"""Gives the present moment as an aware datetime in UTC."""

CLOCKS_APART = timedelta(minutes=2)
"""So far the clocks of a seat and the office PC may differ before it is worth a look."""

_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)

JAPAN = timezone(timedelta(hours=9), "JST")


def office_time(moment: datetime) -> datetime:
    """The moment on the office's wall clock."""
    return moment.astimezone(JAPAN)


def office_day(moment: datetime) -> date:
    """The calendar day in the office at that moment."""
    return office_time(moment).date()


def day_begins(day: date) -> datetime:
    """The moment at which a day begins in the office."""
    return datetime.combine(day, time.min, JAPAN)


def day_ends(day: date) -> datetime:
    """The last second of a day in the office."""
    return datetime.combine(day, time(23, 59, 59), JAPAN)


def stamp(moment: datetime) -> str:
    """The form in which moments are stored: UTC, ISO 8601, to the second, ending in ``Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_of(text: str) -> datetime:
    """Read a stored :func:`stamp`. Raises :class:`ValueError` for any other form."""
    if not _STAMP.fullmatch(text):
        raise ValueError(f"not a stored moment: {len(text)} characters")
    return datetime.fromisoformat(text)  # a tenth of what ``strptime`` takes; lists read it for every row
