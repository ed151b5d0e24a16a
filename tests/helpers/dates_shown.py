"""Finds dates that a window shows as files have them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QWidget

from hvacdesk.ui.widgets.task_list import TaskRow

ISO = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-]|\.\w)", re.ASCII)


def iso_dates(shown: QWidget) -> list[str]:
    """The visible texts and cells with an ISO date; what somebody types into a field is theirs."""
    texts: list[QLabel | QAbstractButton] = [
        *shown.findChildren(QLabel),
        *shown.findChildren(QAbstractButton),
    ]
    said = [one.text() for one in texts if one.isVisible()]
    for row in shown.findChildren(TaskRow):
        said += [row.line.text, row.line.alarm, row.line.note] if row.isVisible() else []
    for table in shown.findChildren(QTableView):
        model = table.model()
        if table.isVisible() and model is not None:
            said += [
                str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole))
                for row in range(min(model.rowCount(), 40))
                for column in range(model.columnCount())
            ]
    return [f"{text[:80]!r} has a date as files write it" for text in said if ISO.search(text)]
