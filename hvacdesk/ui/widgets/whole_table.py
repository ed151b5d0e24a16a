"""A table in a page that scrolls: it is as high as its rows, so that nothing scrolls inside what scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.data_table import DataTable


class WholeTable(DataTable):
    """Shows each of its rows; a row that is chosen is brought into sight in the area around it.

    For lists of some dozens: whoever shows hundreds lets them scroll by themselves.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, record: str = "") -> None:
        super().__init__(name, parent, record=record)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(lambda _least, _most: self._fit())
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        header, bar = self.horizontalHeader(), self.horizontalScrollBar()
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        below = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        self.setFixedHeight(header.sizeHint().height() + rows + below + 2 * self.frameWidth())

    def set_rows(self, rows: Sequence[object], *, keep: Callable[[Any], bool] | None = None) -> None:
        super().set_rows(rows, keep=keep)
        self._fit()

    # Qt's overrides

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        row, above = self.visualRect(index), self.parentWidget()
        while above is not None:
            content = above.widget() if isinstance(above, QScrollArea) else None
            if isinstance(above, QScrollArea) and content is not None:
                at = self.viewport().mapTo(content, QPoint(0, row.center().y()))
                above.ensureVisible(0, at.y(), 0, row.height())
            above = above.parentWidget()
