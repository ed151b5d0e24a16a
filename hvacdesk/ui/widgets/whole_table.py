"""A list that can be as high as its rows, in a page that scrolls: then nothing scrolls within it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.data_table import LEAST_HEIGHT, DataTable


class WholeTable(DataTable):
    """For lists of some dozens. What it lies in follows the row that the keyboard chooses."""

    def __init__(self, name: str, parent: QWidget | None = None, *, record: str = "") -> None:
        super().__init__(name, parent, record=record)
        self._all = True
        theme.changed.connect(self._fit)
        self._fit()

    def set_rows(self, rows: Sequence[object], *, keep: Callable[[Any], bool] | None = None) -> None:
        super().set_rows(rows, keep=keep)
        self._fit()

    def show_all(self, all_rows: bool) -> None:
        """Be as high as all rows, as it is at first, or scroll as other tables do."""
        self._all = all_rows
        self._fit()

    def enter(self) -> None:
        super().enter()
        self._show_chosen()

    def _fit(self) -> None:
        own = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self._all else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(own)
        self.setMinimumHeight(self._whole_height() if self._all else theme.px(LEAST_HEIGHT))

    def _whole_height(self) -> int:
        """With room for the bar that scrolls sideways: it comes late, and what is below would move by it."""
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        beside = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        return rows + beside + 2 * self.frameWidth()

    def _show_chosen(self) -> None:
        """Scroll whatever it lies in to the chosen row."""
        if self.current() is None:
            return
        row, above = self.visualRect(self.currentIndex()), self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea) and (inside := above.widget()) is not None:
                at = self.viewport().mapTo(inside, QPoint(0, row.center().y()))
                above.ensureVisible(0, at.y(), 0, row.height())
            above = above.parentWidget()

    # Qt's overrides

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self._whole_height()) if self._all else hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._show_chosen()
