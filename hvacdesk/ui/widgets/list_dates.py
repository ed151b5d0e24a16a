"""Dates in lists and tables: short, with the year, as the language of the windows writes them.

Sentences and headings have the weekday too (:mod:`hvacdesk.ui.jobs.dates`); files and numbers have ISO dates.
"""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?![\w-])")
"""Not the dates in names of files, which stand between other characters."""


def list_day(day: date | str) -> str:
    """A day, perhaps with other words, as lists show it: ``2026/11/24 13:00`` or ``24 Nov 2026 13:00``.

    Args:
        day: a date, or text with any number of ISO dates in it; everything else in it stays as it is.
    """
    text = day if isinstance(day, str) else day.isoformat()
    return _ISO.sub(_shown, text) if "-" in text else text


def _shown(found: re.Match[str]) -> str:
    day = QDate(int(found[1]), int(found[2]), int(found[3]))
    if not day.isValid():
        return found[0]
    return QLocale().toString(day, QCoreApplication.translate("Dates", "d MMM yyyy"))
