"""Dates and times as the windows write them, and as people type them.

A day has one form wherever a window shows it, in lists, fields and sentences: ``2026/11/24`` in Japanese and
``24 Nov 2026`` in English. Where the weekday matters, on calendars and with appointments, it is said too:
``11月24日(火)``, ``Tue 24 Nov``. All of these can be typed into a field. Files, their names and the tables
that leave the office keep ISO dates, papers their own.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

FARTHEST = timedelta(days=366 * 3)
"""No job is booked, and no event recorded, further away than this."""
_AWAY = {
    **dict.fromkeys(("今日", "本日", "きょう", "today"), 0),
    **dict.fromkeys(("明日", "あした", "あす", "tomorrow"), 1),
    **dict.fromkeys(("昨日", "きのう", "yesterday"), -1),
}
_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?![\w-]|\.\w)", re.ASCII)
"""Not the dates in names of files, which have other characters around them."""


def day_text(day: date | str) -> str:
    """A day, perhaps among other words: ``2026/11/24 13:00`` or ``24 Nov 2026 13:00``.

    Args:
        day: a date, or text with any number of ISO dates in it; everything else in it stays as it is.
    """
    text = day if isinstance(day, str) else day.isoformat()
    return _ISO.sub(_shown, text) if "-" in text else text


def short_day(day: date) -> str:
    """Day and weekday: ``11月24日(火)`` or ``Tue 24 Nov``; for where the year is written beside it.

    Elsewhere it is :func:`near_day`.
    """
    form = QCoreApplication.translate("Dates", "ddd d MMM")
    return QLocale().toString(qt_day(day), form)


def near_day(day: date, today: date) -> str:
    """As :func:`short_day`, with the year where it is not this one: else a slip in it would not be seen."""
    return short_day(day) if day.year == today.year else long_day(day)


def long_day(day: date) -> str:
    """Day, weekday and year: ``2026年11月24日(火)`` or ``Tue 24 November 2026``."""
    form = QCoreApplication.translate("Dates", "ddd d MMMM yyyy")
    return QLocale().toString(qt_day(day), form)


def weekday(day: date) -> str:
    """``火`` or ``Tue``."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def day_form() -> str:
    """How :func:`day_text` writes a day, in Qt's letters."""
    return QCoreApplication.translate("Dates", "d MMM yyyy")


def day_span(first: date | str | None, last: date | str | None) -> str:
    """Two days as one says them, ``2026/01/01 から 2026/11/28 まで``; one alone is that day."""
    days = [day_text(day) for day in (first, last) if day]
    return between(*days) if len(days) == 2 else "".join(days)


def between(first: str, last: str) -> str:
    """Two written days as one says them; the same day twice is one."""
    if first == last:
        return first
    return QCoreApplication.translate("Dates", "{first} to {last}").format(first=first, last=last)


def month_text(month: str) -> str:
    """A ``YYYY-MM`` as people say it: ``2026年11月`` or ``November 2026``."""
    form = QCoreApplication.translate("Dates", "MMMM yyyy")
    return QLocale().toString(qt_day(date.fromisoformat(f"{month}-01")), form)


def as_of_text(stored: str) -> str:
    """When a source was read, a ``YYYY-MM`` or a whole day, as people say it."""
    return month_text(stored) if len(stored) == len("2026-11") else day_text(stored)


def era_year(day: date) -> str:
    """The year in the Japanese calendar: ``令和8年``; empty before 1873."""
    from hvacdesk.domain.text.written_dates import ERAS  # its forms take as long as a window to paint

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


def typed_day(text: str, today: date, *, past: bool = False, since: date | None = None) -> date | None:
    """What a person means by ``2026-11-24``, ``2026/11/24``, ``R8.11.24``, ``11/24``, ``1124`` or ``24``.

    今日, 明日, 昨日 and their English words are meant as they are said.

    Without a year the next such day from a month ago on is meant, of what is ``past`` the last such day,
    and of what ended the first such day ``since`` it began. An empty text is None. Raises
    :class:`ValueError` for what is no day.
    """
    from hvacdesk.domain.text.written_dates import NotADate, read_date

    if (named := _named_day(text, today)) is not None:
        return named
    found = read_date(text, today, past=past, since=since)
    if found is None:
        return None
    if not found.is_day:
        raise NotADate("no day")
    return found.first


def earliest_day(text: str, today: date) -> date | None:
    """The first day that a text leaves open: ``H12.3`` is 2000-03-01, ``平成18年`` is 2006-01-01.

    For what has begun at some time in the past: the year is needed, and the future is refused.
    """
    from hvacdesk.domain.text.written_dates import NotADate, WrittenDate, read_date

    named = _named_day(text, today)
    found = read_date(text, today) if named is None else WrittenDate(named, named)
    if found is None:
        return None
    if not found.has_year or found.first > today:
        raise NotADate("not in the past")
    return found.first


def _named_day(text: str, today: date) -> date | None:
    """The day that is said by a word for how far away it is, in either language."""
    away = _AWAY.get(unicodedata.normalize("NFKC", text).strip().casefold())
    return None if away is None else today + timedelta(days=away)


def _shown(found: re.Match[str]) -> str:
    day = QDate(int(found[1]), int(found[2]), int(found[3]))
    if not day.isValid():
        return found[0]
    return QLocale().toString(day, day_form())


def qt_day(day: date) -> QDate:
    """A day as Qt's widgets take it."""
    return QDate(day.year, day.month, day.day)
