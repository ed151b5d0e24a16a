"""Dates and times as the windows write them, and as people type them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from hvacdesk.domain.written_dates import ERAS, NotADate, read_date

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


def weekday(day: date) -> str:
    """``火`` or ``Tue``."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


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
    """The year in the Japanese calendar: ``令和8年``; empty before 1873."""
    for era in ERAS:
        if day >= era.first:
            year = day.year - era.year_one + 1
            return f"{era.name}{'元' if year == 1 else year}年"
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
    :class:`ValueError` for what is no day or lies further than three years away; ``any_past`` allows those
    that have long passed.
    """
    found = read_date(text, today)
    if found is None:
        return None
    if not found.is_day:
        raise NotADate("no day")
    if found.first - today > FARTHEST or (today - found.first > FARTHEST and not any_past):
        raise NotADate("too far away")
    return found.first


def earliest_day(text: str, today: date) -> date | None:
    """The first day that a text leaves open: ``H12.3`` is 2000-03-01, ``平成18年`` is 2006-01-01.

    For what has begun at some time in the past: the year is needed, and the future is refused.
    """
    found = read_date(text, today)
    if found is None:
        return None
    if not found.has_year or found.first > today:
        raise NotADate("not in the past")
    return found.first


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
