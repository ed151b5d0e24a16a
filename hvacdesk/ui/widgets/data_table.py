"""The table that lists of customers, jobs, copies and entries share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.column_menu import fill_column_menu
from hvacdesk.ui.widgets.column_widths import share_width
from hvacdesk.ui.widgets.keyboard import somebody_types
from hvacdesk.ui.widgets.named_rows import Names, names_nobody
from hvacdesk.ui.widgets.plain_table import PlainTable
from hvacdesk.ui.widgets.table_choice import NARROWEST, WIDEST, KeptChoices, TableChoice
from hvacdesk.ui.widgets.table_header import TableHeader
from hvacdesk.ui.widgets.table_menu import Act, RowAct, asks_for_menu, copy_row, fill_row_menu, shown_list
from hvacdesk.ui.widgets.table_model import Column, TableModel, shown_text
from hvacdesk.ui.widgets.table_painter import ROW_HEIGHT, Marks, TablePainter, cell_width, title_width

__all__ = ["Column", "DataTable"]

MEASURED_ROWS = 50
LEAST_SHARE = 80
"""Width in design pixels that a column keeps at least when only its share is given."""
LEAST_HEIGHT = 2 * (ROW_HEIGHT + 2) + 14
"""Design pixels of the titles, one row, and the bar that scrolls sideways."""
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class DataTable(PlainTable):
    """A sortable list of rows, one selected at a time, wholly usable by keyboard.

    What is chosen is a record and never a line: sorting, adding and reading rows again leave it chosen
    wherever it is shown then; if it is no longer there, nothing is chosen.

    Signals:
        activated_row(row): Enter or a double click on a row.
        current_changed(row): another row is selected; None when there is none.
        chosen(choice): the person chose other columns, another order, width or sorting.

    Attributes:
        choice: what the person chose.
        kept_as, names: the name under which that is remembered, or empty; and whom a row names.
        acts: says what the page offers to do with the chosen row.
        prints: whether the list can be printed as it is shown.
        whole: makes all rows be there before they are printed, then calls what it is given.
    """

    activated_row = Signal(object)
    current_changed = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, record: str = "") -> None:
        """``name`` is what a screen reader says.

        Args:
            record: attribute of a row that says which record it shows, so that it is known again after its
                values changed. Without it only an equal row is the same.
        """
        super().__init__(parent)
        self._record = attrgetter(record) if record else None
        self._was_chosen = False
        self.setAccessibleName(name)
        self._widths: dict[int, int] = {}
        self._arranging = False
        self.choice = TableChoice()
        self.kept_as, self.prints = "", False
        self.names: Names = names_nobody
        self.acts: Callable[[], Sequence[Act]] = tuple
        self.whole: Callable[[Callable[[], None]], None] = lambda then: then()
        self._choices: KeptChoices | None = None
        self._model = TableModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self._model.resorted.connect(self._show_resorted)
        self._painter = TablePainter(self)
        self._hovered = QPersistentModelIndex()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self._header = TableHeader(self)
        self.setHorizontalHeader(self._header)
        self._set_heights()
        theme.changed.connect(self._set_heights)
        theme.changed.connect(self._share_width)
        self.selectionModel().selectionChanged.connect(lambda *_changes: self._announce())
        self.entered.connect(self._hover)
        self.viewportEntered.connect(lambda: self._hover(QModelIndex()))
        self._listen_to_header()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Name the columns and set their widths; a later call sets all widths again."""
        self._model.set_columns(columns)
        self._header.copy_titles(self._model)
        self._widths = {}
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._arranging = True  # these widths are nobody's choice
        for number, column in enumerate(columns):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(number, max(theme.px(column.width), title_width(column.title)))
        self._arrange()

    def set_rows(self, rows: Sequence[object], *, keep: Callable[[Any], bool] | None = None) -> None:
        """Show other rows. The chosen record stays chosen if it is still there.

        Args:
            keep: picks the row that is chosen, instead of the one that shows the same record as before.
        """
        chosen = self.current()
        seen = chosen is None or self._in_view(self.currentIndex())
        test = keep or (lambda row: chosen is not None and self.record_of(row) == self.record_of(chosen))
        self.aim.rows_move()
        self.selectionModel().reset()
        self._model.set_rows(rows)
        self._grow()
        at = self._model.position_of(test)
        if at >= 0:
            self._choose_line(at, scroll=seen or self.record_at(at) != self.record_of(chosen))
        else:
            self.current_changed.emit(None)

    def _show_resorted(self) -> None:
        """Where the chosen row is now: the next act is about it. Without one, what comes first."""
        if self.current() is None:
            self.scrollToTop()
        else:
            self.scrollTo(self.currentIndex())

    def _in_view(self, index: QModelIndex) -> bool:
        return self.viewport().rect().intersects(self.visualRect(index))

    def _choose_line(self, at: int, *, scroll: bool = True) -> None:
        """Choose the row in a line; without ``scroll`` the list stays at the lines that it shows."""
        here = self.verticalScrollBar().value()
        self.selectRow(at)
        if scroll:
            self.scrollTo(self._model.index(at, 0))
        else:
            self.verticalScrollBar().setValue(here)

    def add_rows(self, rows: Sequence[object]) -> None:
        """Add rows after the others; what is chosen and where the list is scrolled to stay."""
        seen = self.current() is not None and self._in_view(self.currentIndex())
        self.aim.rows_move()
        self._model.add_rows(rows)
        self.updateGeometries()  # Qt does so in a turn of its own, and cannot scroll to all of them before
        if seen:  # among sorted rows it may have moved
            self.scrollTo(self.currentIndex())

    @property
    def unsorted(self) -> Sequence[object]:
        """The rows in the order in which they were given."""
        return self._model.rows

    def set_marks(self, marks: Marks | None) -> None:
        """Which parts of a cell's text are highlighted, such as what a search matched; None for nothing."""
        self._painter.marks = marks

    # The person's choice of columns

    def keep_columns(self, choices: KeptChoices, key: str, names: Names) -> None:
        """Show the columns as the person chose them, and remember what they choose; the list can be printed.

        ``key`` names the table in the settings: the same in every language. ``names``: whom its rows name.
        """
        self.kept_as, self.names, self._choices, self.prints = key, names, choices, True
        self.choice = choices.of(key)
        self.chosen.connect(lambda choice: choices.keep(key, choice))
        self._arrange()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the table's own order."""
        return self._model.columns

    def ordered_keys(self) -> tuple[str, ...]:
        """Every column's key from the left."""
        own = [column.key for column in self.columns]
        first = [key for key in self.choice.order if key in own]
        return (*first, *(key for key in own if key not in first))

    def visible_keys(self) -> tuple[str, ...]:
        """The keys of the columns that can be seen."""
        return tuple(column.key for at, column in enumerate(self.columns) if not self.isColumnHidden(at))

    def choose(self, choice: TableChoice) -> None:
        """Apply and remember what the person chose."""
        self.choice = choice
        self._arrange()
        self.chosen.emit(choice)

    def show_column(self, key: str, shown: bool) -> None:
        """Let one column be seen, or hide it."""
        hidden, wanted = self.choice.hidden, self.choice.shown
        self.choose(
            replace(
                self.choice,
                hidden=hidden - {key} if shown else hidden | {key},
                shown=wanted | {key} if shown else wanted - {key},
            )
        )

    def _listen_to_header(self) -> None:
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.open_menu(fill_column_menu, header.mapToGlobal(at))
        )
        header.sectionMoved.connect(lambda *_moved: self._note_order())
        header.sectionResized.connect(self._note_width)
        header.sortIndicatorChanged.connect(self._note_sort)

    def _note_order(self) -> None:
        if self._arranging:
            return
        header, columns = self.horizontalHeader(), self.columns
        order = tuple(columns[header.logicalIndex(at)].key for at in range(len(columns)))
        self.choose(replace(self.choice, order=order))

    def _note_width(self, at: int, _before: int, now: int) -> None:
        if self._arranging or not now or at >= len(self.columns):
            return
        width = min(WIDEST, max(NARROWEST, round(now / theme.scale)))
        self.choice = replace(self.choice, widths={**self.choice.widths, self.columns[at].key: width})
        self.chosen.emit(self.choice)

    def _note_sort(self, at: int, order: Qt.SortOrder) -> None:
        if self._arranging:
            return
        by = self.columns[at].key if 0 <= at < len(self.columns) else ""
        descending = bool(by) and order is Qt.SortOrder.DescendingOrder
        self.choose(replace(self.choice, sort=by, descending=descending))

    def _arrange(self) -> None:
        """Bring the columns into the chosen order and sorting, then share the width."""
        header = self.horizontalHeader()
        own = [column.key for column in self.columns]
        self._arranging = True
        for place, key in enumerate(self.ordered_keys()):
            header.moveSection(header.visualIndex(own.index(key)), place)
        by = own.index(self.choice.sort) if self.choice.sort in own else -1
        down = Qt.SortOrder.DescendingOrder if self.choice.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(by, down)
        self._arranging = False
        self._share_width()

    # What is done with a row, and with the list

    def offer(self, acts: Callable[[], Sequence[Act]], *, opening: str = "") -> None:
        """Name what can be done with the chosen row: it is in the row's menu, as on the page's buttons.

        Args:
            acts: asked when the menu opens.
            opening: what Enter and a double click do, where no button says so.
        """
        first = (RowAct(opening, self._activate_chosen),) if opening else ()
        self.acts = lambda: (*first, *acts())

    def titles(self) -> tuple[str, ...]:
        """The titles of the columns that are seen, from the left."""
        return tuple(column.title for column in self._seen_columns())

    def texts_of(self, row: object) -> tuple[str, ...]:
        """What a row shows, from the left."""
        return tuple(shown_text(column.of(row)) for column in self._seen_columns())

    def widths(self) -> tuple[int, ...]:
        """The widths of the columns that are seen, in pixels, from the left."""
        at = {column.key: number for number, column in enumerate(self.columns)}
        return tuple(self.columnWidth(at[column.key]) for column in self._seen_columns())

    def _seen_columns(self) -> tuple[Column, ...]:
        seen, columns = set(self.visible_keys()), {column.key: column for column in self.columns}
        return tuple(columns[key] for key in self.ordered_keys() if key in seen)

    def print_list(self) -> None:
        """Let the list be printed as it is shown, once all of it is there."""
        if (choices := self._choices) is not None:
            self.whole(lambda: choices.print_list(shown_list(self)))

    # Rows
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
        self._choose_line(at)
        return True

    def enter(self) -> None:
        """Move the keyboard to the chosen row, or to the first one."""
        if self._model.rowCount():
            if self.current() is None:
                self.selectRow(0)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def select_first(self, *, keyboard: bool = True) -> None:
        """Select the first row; ``keyboard`` moves it there, unless somebody types, as what is sought."""
        if self._model.rowCount():
            self.selectRow(0)
            if keyboard and not somebody_types(self.window()):
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_first(self, *, keyboard: bool = True) -> None:
        """Choose the first row of a list in which none was chosen yet, as :meth:`select_first` does.

        Where the chosen record has left the list none is chosen: the next click is not about another one.
        """
        if not self._was_chosen:
            self.select_first(keyboard=keyboard)

    def forget_choice(self) -> None:
        """The list is about something else now: none of its rows was chosen yet."""
        self._was_chosen = False

    def repaint_rows(self) -> None:
        """Paint again after values inside the rows changed."""
        self.viewport().update()

    def _set_heights(self) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(TablePainter.row_height())
        self.setMinimumHeight(max(self.minimumHeight(), theme.px(LEAST_HEIGHT)))

    def _menu_place(self) -> QPoint:
        """Where the menu opens for the keyboard: under the chosen row's beginning, if it is in sight."""
        spot = self.visualRect(self.currentIndex()).bottomLeft()
        inside = self.current() is not None and self.viewport().rect().contains(spot)
        return self.viewport().mapToGlobal(QPoint(theme.px(12), spot.y() if inside else theme.px(12)))

    def _announce(self) -> None:
        row = self.current()
        self._was_chosen = self._was_chosen or row is not None
        self.current_changed.emit(row)

    def _hover(self, index: QModelIndex) -> None:
        self._hovered = QPersistentModelIndex(index)

    def _activate_chosen(self) -> None:
        if (row := self.current()) is not None:  # not Qt's current row, which need not be a chosen one
            self.activated_row.emit(row)

    def record_at(self, line: int) -> object:
        return self.record_of(self._model.row_at(line))

    def record_of(self, row: Any) -> object:
        """The record id of a row; the row itself where it has none."""
        return (self._record(row) if self._record else None) or row

    def _grow(self) -> None:
        """Widen the columns that come first to what their first rows show; never narrower: nothing jumps."""
        grown = False
        for at, column in enumerate(self._model.columns):
            if column.key in self.choice.widths:
                continue
            values = [column.of(row) for row in self._model.rows[:MEASURED_ROWS]]
            wanted = max((cell_width(value, column.kind) for value in values), default=0)
            if wanted > max(self._width_of(at), self._widths.get(at, 0)):
                self._widths[at] = wanted
                grown = True
        if grown:
            self._share_width()

    def _width_of(self, at: int) -> int:
        column = self._model.columns[at]
        if (own := self.choice.widths.get(column.key)) is not None:
            return theme.px(own)
        least = max(theme.px(column.width or LEAST_SHARE), title_width(column.title))
        return least if column.stretch else max(least, self._widths.get(at, 0))

    def _share_width(self) -> None:
        columns = self._model.columns
        least = [self._width_of(at) for at in range(len(columns))]
        widths = share_width(columns, self.choice, least, self._widths, self.viewport().width())
        if widths != {at: self.columnWidth(at) for at in range(len(columns)) if not self.isColumnHidden(at)}:
            self._set_widths(widths)

    def _set_widths(self, widths: Mapping[int, int]) -> None:
        """Show these columns, so wide each.

        The header does not say so: Qt would paint the table once more in a turn of its own, after it was
        painted with the rows that made the scroll bar come or go.
        """
        header = self.horizontalHeader()
        header.blockSignals(True)
        for at in range(len(self._model.columns)):
            header.setSectionHidden(at, at not in widths)
            if at in widths:
                header.resizeSection(at, widths[at])
        header.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()

    def open_menu(self, fill: Callable[[DataTable, QMenu], None], at: QPoint) -> None:
        """Show a menu at a point of the screen, with its first act chosen."""
        menu = QMenu(self)
        fill(self, menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(next(one for one in menu.actions() if one.isEnabled() and not one.isSeparator()))
        menu.popup(at)

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        self.aim.rows_painted()
        here = self.viewport().underMouse()
        hovered = (self._hovered.row(), self._hovered.column()) if here else (-1, -1)
        painter = QPainter(self.viewport())
        self._painter.paint(painter, self._model, event.rect(), hovered)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The row under the mouse was chosen by the click; the keys are heard as keys, on every system."""
        if event.reason() is QContextMenuEvent.Reason.Mouse and not self.missed:
            self.open_menu(fill_row_menu, event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens what its first press chose, wherever that lies by now."""
        if self.hit and event.button() is Qt.MouseButton.LeftButton:
            self._activate_chosen()
        else:
            self.mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._painter.cover(everything=False)  # the border that shows the focus has round corners
        super().focusInEvent(event)
        at = self.currentIndex()
        if self.current() is not None or not at.isValid():
            return
        if event.reason() in _BY_KEYBOARD:  # Qt makes the first row the current one but does not choose it
            self.selectRow(at.row())
        else:
            self.selectionModel().clearCurrentIndex()  # the first arrow key chooses the first row

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._painter.cover(everything=True)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_for_menu(event):
            self.open_menu(fill_row_menu, self._menu_place())
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_row(self)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate_chosen()
            return
        if event.key() == Qt.Key.Key_Home:
            self.selectRow(0)
            return
        if event.key() == Qt.Key.Key_End:
            self.selectRow(self._model.rowCount() - 1)
            return
        super().keyPressEvent(event)
