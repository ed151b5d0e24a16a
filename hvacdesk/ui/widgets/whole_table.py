"""A list that can be as high as its rows, in a page that scrolls: then nothing scrolls within it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.data_table import LEAST_HEIGHT, DataTable


class WholeTable(DataTable):
    """For short lists. What it lies in follows the row that the keyboard chooses."""

    def __init__(self, name: str, parent: QWidget | None = None, *, record: str = "") -> None:
        super().__init__(name, parent, record=record)
        self._all = False
        theme.changed.connect(self._ask_for_rows)

    def set_rows(self, rows: Sequence[object], *, keep: Callable[[Any], bool] | None = None) -> None:
        super().set_rows(rows, keep=keep)
        self._ask_for_rows()

    def show_all(self, all_rows: bool) -> None:
        """Be as high as all rows, or scroll as other tables do."""
        self._all = all_rows
        self._ask_for_rows()

    def enter(self) -> None:
        super().enter()
        self._show_chosen()

    def _ask_for_rows(self) -> None:
        rows = (self.model().rowCount() if self._all else 0) * self.verticalHeader().defaultSectionSize()
        beside = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        self.setMinimumHeight(max(theme.px(LEAST_HEIGHT), rows + beside + 2 * self.frameWidth()))

    def _show_chosen(self) -> None:
        """Scroll whatever it lies in to the chosen row."""
        if self.current() is None:
            return
        row = self.visualRect(self.currentIndex())
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea) and (inside := above.widget()) is not None:
                middle = self.viewport().mapTo(inside, QPoint(0, row.center().y()))
                above.ensureVisible(middle.x(), middle.y(), 0, row.height())
            above = above.parentWidget()

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._show_chosen()
