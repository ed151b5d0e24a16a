"""Rows and columns of a data table, read lazily and sorted by what shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.chip import ChipValue

Index = QModelIndex | QPersistentModelIndex


class LeftOut(IntEnum):
    """When a column for wide windows is left out of a narrow one: the first before all others."""

    LAST = 1
    LATE = 2
    EARLY = 3
    FIRST = 4


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        key: name of the row's mapping key or attribute; unused when ``value`` is given.
        title: header, already translated.
        width: starting width in design pixels; a column without ``stretch`` grows to what it shows.
        stretch: share of the width that is left over, beyond ``width``.
        most: in design pixels; up to there it grows to what it shows before the others do.
        wide_only: left out where the table is too narrow for all of it; ``left_out`` says which of several
            goes before the others. Of those that go alike it is the one furthest behind.
        kind: ``text``, ``muted``, ``masked``, ``chip`` or ``number``.
        align: ``left`` or ``right``.
        value: makes the cell's value from the row. A number is shown with its thousands apart.
        sort: makes the sorting key from the row; without it numbers sort by size, days as they come, and
            others as shown. What is written of a number or a day beside other words needs one.
    """

    key: str
    title: str
    width: int = 0
    stretch: int = 0
    most: int = 0
    kind: str = "text"
    align: str = "left"
    wide_only: bool = False
    left_out: LeftOut = LeftOut.LAST
    value: Callable[[Any], object] | None = None
    sort: Callable[[Any], Any] | None = None

    def of(self, row: object) -> object:
        """The row's value in this column."""
        if self.value is not None:
            return self.value(row)
        return row.get(self.key) if isinstance(row, Mapping) else getattr(row, self.key)


def shown_text(value: object) -> str:
    """The characters that a cell shows, also what a screen reader says."""
    if value is None:
        return ""
    if isinstance(value, Phrase):
        return QCoreApplication.translate(value.context, value.text)
    if isinstance(value, (Masked, ChipValue)):
        return value.text
    if isinstance(value, (date, str)):
        return day_text(value)
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _rank(value: object) -> tuple[bool, float, str]:
    """Where a value is sorted within its column: numbers by how large they are, before everything else."""
    if isinstance(value, int | float):
        return False, value, ""
    return True, 0, str(value) if isinstance(value, (date, str)) else shown_text(value)  # days as stored


class TableModel(QAbstractTableModel):
    """A read-only model over any rows; sorting keeps an order of positions and never copies the rows.

    Signals:
        resorted(): the rows were brought into another sorting.
    """

    resorted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()
        self.rows: Sequence[object] = ()
        self._order: list[int] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def set_columns(self, columns: Sequence[Column]) -> None:
        self.beginResetModel()
        self.columns = tuple(columns)
        self._sorted_by = None
        self.endResetModel()

    def set_rows(self, rows: Sequence[object]) -> None:
        """Show other rows, in their order or by the column that is sorted by.

        Lines are added, removed and changed, but the model is not reset: then a view would lay itself out and
        paint its header again with every key that is typed into a search.
        """
        before, after = len(self._order), len(rows)
        if after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
        elif after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
        self.rows = rows
        self._arrange()
        if after < before:
            self.endRemoveRows()
        elif after > before:
            self.endInsertRows()
        if changed := min(before, after):
            self.dataChanged.emit(self.index(0, 0), self.index(changed - 1, len(self.columns) - 1))

    def add_rows(self, rows: Sequence[object]) -> None:
        """Add rows after the others, or where they belong by the column that is sorted by."""
        if not rows:
            return
        if self._sorted_by is not None:
            with self._moving():
                self.rows = (*self.rows, *rows)
                self._arrange()
            return
        first = len(self._order)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self.rows = (*self.rows, *rows)
        self._arrange()
        self.endInsertRows()

    def row_at(self, position: int) -> object:
        """The row shown in that line."""
        return self.rows[self._order[position]]

    def position_of(self, test: Callable[[Any], bool]) -> int:
        """The line of the first row that fits, or -1."""
        return next((at for at, number in enumerate(self._order) if test(self.rows[number])), -1)

    @contextmanager
    def _moving(self) -> Iterator[None]:
        """Keep the chosen row chosen, wherever the rows' new order puts it.

        A view remembers lines, not rows: without being told where each went, it would go on to highlight the
        line that now holds another row.
        """
        self.layoutAboutToBeChanged.emit()
        before, order = self.persistentIndexList(), self._order
        yield
        places = {row: place for place, row in enumerate(self._order)} if before else {}
        after = [self.index(places[order[one.row()]], one.column()) for one in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        self._order = list(range(len(self.rows)))
        if self._sorted_by is None:
            return
        number, direction = self._sorted_by
        column = self.columns[number]
        key = column.sort or (lambda row: _rank(column.of(row)))
        self._order.sort(key=lambda at: key(self.rows[at]), reverse=direction == Qt.SortOrder.DescendingOrder)

    # Qt's overrides

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return shown_text(column.of(self.row_at(index.row())))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {shown_text(column.of(self.row_at(index.row())))}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].align == "right"
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        with self._moving():
            self._sorted_by = (column, order) if 0 <= column < len(self.columns) else None
            self._arrange()
        self.resorted.emit()
