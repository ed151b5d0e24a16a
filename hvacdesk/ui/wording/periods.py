"""A period in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def period_text(years: int, months: int) -> str:
    """``7 years``, ``6 months`` or ``1 year 6 months``."""
    parts = []
    if years:
        parts.append(QCoreApplication.translate("Periods", "%n year(s)", None, years))
    if months or not years:
        parts.append(QCoreApplication.translate("Periods", "%n month(s)", None, months))
    return " ".join(parts)
