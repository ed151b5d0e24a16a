"""Dates in lists and tables: short, with the year, as the language of the windows writes them.

Sentences and headings have the weekday too (:mod:`hvacdesk.ui.jobs.dates`); files and numbers have ISO dates.
"""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)( \d\d:\d\d(?::\d\d)?)?")
_LENGTHS = frozenset({10, 16, 19})


def list_day(day: date | str) -> str:
    """A day, perhaps with its time, as lists show it: ``2026/11/24 13:00`` or ``24 Nov 2026 13:00``.

    Args:
        day: a date, or text: an ISO date with or without a time. Any other text stays as it is.
    """
    text = day if isinstance(day, str) else day.isoformat()
    if len(text) not in _LENGTHS or (found := _STAMP.fullmatch(text)) is None:
        return text
    shown = QDate(*(int(found[part]) for part in (1, 2, 3)))
    if not shown.isValid():
        return text
    return QLocale().toString(shown, QCoreApplication.translate("Dates", "d MMM yyyy")) + (found[4] or "")
