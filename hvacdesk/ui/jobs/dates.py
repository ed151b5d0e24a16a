"""Dates and times as the windows write them, and as people type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

ERAS = (("令和", date(2019, 5, 1)), ("平成", date(1989, 1, 8)), ("昭和", date(1926, 12, 25)))
"""The era names that living customers' papers carry, newest first (元号を定める政令)."""

_ERA_LETTERS = {"R": "令和", "H": "平成", "S": "昭和", "令": "令和", "平": "平成", "昭": "昭和"}
FARTHEST = timedelta(days=366 * 3)
"""No job is booked, and no event recorded, further away than this."""


def short_day(day: date) -> str:
    """Day and weekday: ``11月24日(火)`` or ``Tue 24 Nov``."""
    form = QCoreApplication.translate("Dates", "ddd d MMM")
    return QLocale().toString(_qt(day), form)


def long_day(day: date) -> str:
    """Day, weekday and year: ``2026年11月24日(火)`` or ``Tue 24 November 2026``."""
    form = QCoreApplication.translate("Dates", "ddd d MMMM yyyy")
    return QLocale().toString(_qt(day), form)


def plain_day(day: date) -> str:
    """The day as one writes it in a form: ``2026年11月24日`` or ``2026-11-24``; it can be typed so too."""
    return QLocale().toString(_qt(day), QCoreApplication.translate("Dates", "yyyy-MM-dd"))


def day_span(first: str, last: str) -> str:
    """Two ISO days as one says them, ``2026年1月1日 から 2026年11月28日 まで``; one alone is that day."""
    days = [plain_day(day) for text in (first, last) if (day := day_of(text)) is not None]
    return between(*days) if len(days) == 2 else "".join(days)


def between(first: str, last: str) -> str:
    """Two written days as one says them; the same day twice is one."""
    if first == last:
        return first
    return QCoreApplication.translate("Dates", "{first} to {last}").format(first=first, last=last)


def month_text(month: str) -> str:
    """A ``YYYY-MM`` as people say it: ``2026年11月`` or ``November 2026``."""
    form = QCoreApplication.translate("Dates", "MMMM yyyy")
    return QLocale().toString(_qt(date.fromisoformat(f"{month}-01")), form)


def era_year(day: date) -> str:
    """The year in the Japanese calendar: ``令和8年``; empty before 1926-12-25."""
    for name, first in ERAS:
        if day >= first:
            year = day.year - first.year + 1
            return f"{name}{'元' if year == 1 else year}年"
    return ""


def day_of(text: str) -> date | None:
    """An ISO date as a date; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def slot_text(starts: str, ends: str) -> str:
    """``13:00–15:00``, or what of it is known."""
    return f"{starts}–{ends}" if starts and ends else starts or ends


def typed_day(text: str, today: date, *, any_past: bool = False) -> date | None:
    """What a person means by ``2026-11-24``, ``2026/11/24``, ``R8.11.24``, ``11/24``, ``1124`` or ``24``.

    Without a year the next such day from a month ago on is meant. An empty text is None. Raises
    :class:`ValueError` for what is no date or lies further than three years away; ``any_past`` allows those
    that have long passed.
    """
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    if not plain:
        return None
    era, numbers = _ERA_LETTERS.get(plain[0], ""), [int(part) for part in re.findall(r"\d+", plain)]
    if len(numbers) == 1 and len(re.sub(r"\D", "", plain)) in (4, 8):
        numbers = _split(re.sub(r"\D", "", plain))
    if era and len(numbers) == 3:
        numbers[0] += dict(ERAS)[era].year - 1
    found = _day(numbers, today)
    if found - today > FARTHEST or (today - found > FARTHEST and not any_past):
        raise ValueError("too far away")
    return found


def _split(digits: str) -> list[int]:
    parts = [digits[-4:-2], digits[-2:]]
    return [int(part) for part in ([digits[:4], *parts] if len(digits) == 8 else parts)]


def _day(numbers: list[int], today: date) -> date:
    if len(numbers) == 3:
        return date(*numbers)
    since = today - timedelta(days=31)
    if len(numbers) == 2:
        day = date(since.year, numbers[0], numbers[1])
        return day if day >= since else date(since.year + 1, numbers[0], numbers[1])
    if len(numbers) == 1:
        return _next_day_of_month(numbers[0], today)
    raise ValueError("no date")


def _next_day_of_month(number: int, today: date) -> date:
    for ahead in range(62):
        day = today + timedelta(days=ahead)
        if day.day == number:
            return day
    raise ValueError("no such day")


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
