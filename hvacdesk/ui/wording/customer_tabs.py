"""The names of a customer's tabs, for the tabs and for the texts that send somebody to one of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def papers_tab() -> str:
    """Where every paper about the customer is listed."""
    return QCoreApplication.translate("CustomerTabs", "Papers")


def history_tab() -> str:
    """Where it is listed who looked at the customer's data and changed it."""
    return QCoreApplication.translate("CustomerTabs", "History")
