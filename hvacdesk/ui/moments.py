"""Stored moments as people say them: today 18:05, yesterday 09:00, Tue 24 November 2026 18:05."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.ui.dates import long_day


def moment_text(stamp: str, today: date) -> str:
    """A stored stamp on the office's clock, seen from ``today``; empty for an empty stamp."""
    if not stamp:
        return ""
    at = office_time(moment_of(stamp))
    time = f"{at:%H:%M}"
    if at.date() == today:
        return QCoreApplication.translate("Dates", "today {time}").format(time=time)
    if at.date() == today - timedelta(days=1):
        return QCoreApplication.translate("Dates", "yesterday {time}").format(time=time)
    return f"{long_day(at.date())} {time}"
