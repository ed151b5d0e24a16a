"""Finds dates that a window shows as files have them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QWidget

from hvacdesk.ui.widgets.task_list import TaskRow
from tests.helpers.visible import visible

ISO = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-]|\.\w)", re.ASCII)


def iso_dates(shown: QWidget) -> list[str]:
    """The visible texts and cells with an ISO date; what somebody types into a field is theirs."""
    texts: list[QLabel | QAbstractButton] = [
        *visible(shown, QLabel),
        *visible(shown, QAbstractButton),
    ]
    said = [one.text() for one in texts]
    for row in visible(shown, TaskRow):
        said += [row.line.text, row.line.alarm, row.line.note]
    for table in visible(shown, QTableView):
        model = table.model()
        if model is not None:
            said += [
                str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole))
                for row in range(min(model.rowCount(), 40))
                for column in range(model.columnCount())
            ]
    return [f"{text[:80]!r} has a date as files write it" for text in said if ISO.search(text)]
