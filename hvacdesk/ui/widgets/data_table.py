"""The table that lists of customers, jobs, copies and entries share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.table_delegate import ROW_HEIGHT, CellDelegate, Marks, cell_width, title_width
from hvacdesk.ui.widgets.table_model import Column, TableModel

__all__ = ["Column", "DataTable"]

MEASURED_ROWS = 50
LEAST_SHARE = 80
"""Width in design pixels that a column keeps at least when only its share is given."""


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
        self._widths: dict[int, int] = {}
        self._model = TableModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
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
        self._widths = {}
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for number, column in enumerate(columns):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(number, max(theme.px(column.width), title_width(column.title)))
        self._share_width()

    def set_rows(self, rows: Sequence[object], *, keep: Callable[[Any], bool] | None = None) -> None:
        """Show other rows. ``keep`` picks the row that stays selected, if it is still there."""
        self._model.set_rows(rows)
        self._grow()
        if keep is not None:
            self.select(keep)
        if not self.selectionModel().hasSelection():
            self.current_changed.emit(None)

    def set_marks(self, marks: Marks | None) -> None:
        """Which parts of a cell's text stand out, such as what a search matched; None for nothing."""
        self._delegate.marks = marks

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

    def _grow(self) -> None:
        """Widen what has no share to what its first rows show; never narrower, so that nothing jumps."""
        for at, column in enumerate(self._model.columns):
            if not column.stretch:
                values = [column.of(row) for row in self._model.rows[:MEASURED_ROWS]]
                wanted = max((cell_width(value, column.kind) for value in values), default=0)
                if wanted > self._width_of(at):
                    self._widths[at] = wanted
        self._share_width()

    def _width_of(self, at: int) -> int:
        column = self._model.columns[at]
        least = max(theme.px(column.width or LEAST_SHARE), title_width(column.title))
        return least if column.stretch else max(least, self._widths.get(at, 0))

    def _share_width(self) -> None:
        columns, room = self._model.columns, self.viewport().width()
        widths = {at: self._width_of(at) for at in range(len(columns))}
        for at in reversed(range(len(columns))):
            if columns[at].optional and sum(widths.values()) > room:
                del widths[at]
        shares = sum(columns[at].stretch for at in widths)
        spare = max(0, room - sum(widths.values()))
        for at, column in enumerate(columns):
            self.setColumnHidden(at, at not in widths)
            if at in widths and column.stretch:
                self.setColumnWidth(at, widths[at] + spare * column.stretch // shares)
            elif at in widths and self.columnWidth(at) < widths[at]:
                self.setColumnWidth(at, widths[at])

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
