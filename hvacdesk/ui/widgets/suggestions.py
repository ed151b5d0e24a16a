"""Known names that a field offers while one is typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate


def suggest(field: QLineEdit, names: Iterable[str]) -> None:
    """Offer the names that hold what is typed, in rows as high as those of every other list."""
    completer = QCompleter(list(names), field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    rows = QListView()
    rows.setProperty("role", "suggestions")
    completer.setPopup(rows)
    field.setCompleter(completer)
    rows.setItemDelegate(QStyledItemDelegate(rows))  # Qt's own for this list does not ask the style sheet
