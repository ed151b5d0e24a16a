"""The table that lists of customers, jobs, copies and entries share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.table_delegate import ROW_HEIGHT, CellDelegate
from hvacdesk.ui.widgets.table_model import Column, TableModel

__all__ = ["Column", "DataTable"]


class DataTable(QTableView):
    """A sortable list of rows, one selected at a time, wholly usable by keyboard.

    Typing letters does nothing (no type-ahead), so that a masked list cannot be probed by typing names.

    Signals:
        activated_row(row): Enter or a double click on a row.
        current_changed(row): another row is selected; None when there is none.
    """

    activated_row = Signal(object)
    current_changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = TableModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(theme.px(40))
        header.setSortIndicatorClearable(True)
        self._set_heights()
        theme.changed.connect(self._set_heights)
        self.doubleClicked.connect(self._activate)
        self.selectionModel().currentRowChanged.connect(self._announce)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Name the columns; the first call decides their widths, later ones set them anew."""
        self._model.set_columns(columns)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for number, column in enumerate(columns):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            if column.width:
                self.setColumnWidth(number, theme.px(column.width))
        self._share_width()

    def set_rows(self, rows: Sequence[object], *, keep: Callable[[Any], bool] | None = None) -> None:
        """Show other rows. ``keep`` picks the row that stays selected, if it is still there."""
        self._model.set_rows(rows)
        if keep is not None:
            self.select(keep)
        if not self.selectionModel().hasSelection():
            self.current_changed.emit(None)

    def rows(self) -> tuple[object, ...]:
        """The rows in the order in which they are shown."""
        return tuple(self._model.row_at(at) for at in range(self._model.rowCount()))

    def current(self) -> object | None:
        """The selected row."""
        chosen = self.selectionModel().selectedRows()
        return self._model.row_at(chosen[0].row()) if chosen else None

    def select(self, test: Callable[[Any], bool]) -> bool:
        """Select the first row that fits; false when there is none."""
        at = self._model.position_of(test)
        if at < 0:
            return False
        self.selectRow(at)
        self.scrollTo(self._model.index(at, 0))
        return True

    def select_first(self) -> None:
        """Select the first row and take the keyboard."""
        if self._model.rowCount():
            self.selectRow(0)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def repaint_rows(self) -> None:
        """Paint again after values inside the rows changed."""
        self.viewport().update()

    def _set_heights(self) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))

    def _announce(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(self._model.row_at(current.row()) if current.isValid() else None)

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.activated_row.emit(self._model.row_at(index.row()))

    def _share_width(self) -> None:
        columns = self._model.columns
        shares = sum(column.stretch for column in columns)
        if not shares:
            return
        fixed = sum(self.columnWidth(at) for at, column in enumerate(columns) if not column.stretch)
        left = self.viewport().width() - fixed
        for at, column in enumerate(columns):
            if column.stretch:
                self.setColumnWidth(at, max(theme.px(column.width or 80), left * column.stretch // shares))

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyboardSearch(self, search: str) -> None:
        """No type-ahead: see the class."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Home:
            self.selectRow(0)
            return
        if event.key() == Qt.Key.Key_End:
            self.selectRow(self._model.rowCount() - 1)
            return
        super().keyPressEvent(event)
