"""The day's jobs with a check mark for each copy that is to be printed.

A table that paints only what is seen: as widgets, forty jobs took the window's time for half a tenth of a
second, and the Tab key went through a hundred and sixty of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.ui.clipboard import clipboard
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.fonts import metrics
from hvacdesk.ui.icons import icon
from hvacdesk.ui.papers.day_model import CUSTOMER, FIRST_BOX, STATE, TIME, WORK, Copies, DayModel
from hvacdesk.ui.papers.day_painter import TEXT, DayPainter
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import chip_size
from hvacdesk.ui.widgets.plain_table import PlainTable
from hvacdesk.ui.widgets.table_menu import asks_for_menu
from hvacdesk.ui.widgets.table_model import Index
from hvacdesk.ui.widgets.table_painter import HEAD_PAD, PAD_LEFT, PAD_RIGHT
from hvacdesk.ui.widgets.text import LINE_PITCH

_HEAD = 12
_BOX_COLUMN = 86
_LEAST_WORDS = 150
_SHARES = {CUSTOMER: 3, WORK: 2}
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TOGGLING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Select}) | _ENTERS


class DayList(PlainTable):
    """One line a job; Space, Enter or a click checks a copy.

    Signals:
        changed(): another set of copies is checked.
        opened(row): a job is to be opened.
    """

    changed = Signal()
    opened = Signal(object)

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Copies to print"))
        self.jobs = DayModel(ctx, self)
        self.jobs.checked.connect(self.changed)
        self._painter = DayPainter(self, self.jobs)
        self.setModel(self.jobs)
        self.setItemDelegate(_DayCells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def show_day(self, rows: Sequence[JobRow], printed: Copies, changed: Copies) -> None:
        """Show a day's jobs; see :meth:`DayModel.set_day`."""
        self.aim.rows_move()
        at = self.currentIndex()
        job, column = (self.jobs.rows[at.row()].job, at.column()) if at.isValid() else ("", 0)
        self.jobs.set_day(rows, printed, changed)
        line = next((line for line, row in enumerate(self.jobs.rows) if row.job == job), -1)
        if line >= 0:
            self.setCurrentIndex(self.jobs.index(line, column))
        self._share()

    @property
    def is_empty(self) -> bool:
        """Whether the day has no jobs."""
        return not self.jobs.rows

    def chosen(self) -> dict[str, tuple[Profile, ...]]:
        """The checked copies by job."""
        return {row.job: profiles for row, profiles in self.jobs.chosen()}

    def again(self) -> int:
        """How many jobs have one of the checked copies already."""
        return sum(not self.jobs.have(row).isdisjoint(profiles) for row, profiles in self.jobs.chosen())

    def check(self, job: str, profile: Profile, *, on: bool) -> None:
        """Check or clear one copy of a job; nothing where it cannot have one."""
        self.jobs.check(job, profile, on=on)

    def record_at(self, line: int) -> object:
        return self.jobs.rows[line].job

    def _share(self) -> None:
        """Give each column what it needs, and the rest of the width to customer and work."""
        pads = theme.px(PAD_LEFT) + theme.px(PAD_RIGHT)
        words = metrics(theme.px(TEXT), bold=True).horizontalAdvance
        jobs = self.jobs
        times = [jobs.text(row, TIME) for row in jobs.rows]
        chips = [jobs.text(row, STATE) for row in jobs.rows]
        widths = {TIME: max(map(words, times), default=0) + pads + 2}
        widths[STATE] = max((chip_size(chip).width() for chip in chips), default=0) + pads
        widths |= dict.fromkeys(range(FIRST_BOX, STATE), self._box_width())
        spare = self.viewport().width() - sum(widths.values())
        for column, share in _SHARES.items():
            widths[column] = max(theme.px(_LEAST_WORDS), spare * share // sum(_SHARES.values()))
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        line = metrics(theme.px(TEXT)).height()
        self.verticalHeader().setDefaultSectionSize(round(2 * line * LINE_PITCH) + theme.px(17))
        self.horizontalHeader().setFixedHeight(self._head_height())

    def _heads(self) -> list[str]:
        """The names of the copies."""
        return [str(self.jobs.headerData(at, Qt.Orientation.Horizontal)) for at in range(FIRST_BOX, STATE)]

    def _box_width(self) -> int:
        """Room for the longest word of a copy's name."""
        words = (word for head in self._heads() for word in head.split())
        longest = max(map(metrics(theme.px(_HEAD)).horizontalAdvance, words))
        return max(theme.px(_BOX_COLUMN), longest + 2 * theme.px(HEAD_PAD) + 2)

    def _head_height(self) -> int:
        measures = metrics(theme.px(_HEAD))
        room = QRect(0, 0, self._box_width() - 2 * theme.px(HEAD_PAD), 1000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        heights = (measures.boundingRect(room, wrap, head).height() for head in self._heads())
        return max(heights) + 2 * theme.px(HEAD_PAD)

    def _offer(self, row: JobRow, at: QPoint) -> None:
        """What can be done with a job of the day; its copies all at once, where the boxes go one by one."""
        menu = QMenu(self)
        menu.setAccessibleName(row.name.text)
        menu.addAction(icon("wrench"), self.tr("Open job"), lambda: self.opened.emit(row))
        menu.addSeparator()
        for words, on in ((self.tr("Check all copies"), True), (self.tr("Check no copy"), False)):
            menu.addAction(words, partial(self._check_all, row.job, on=on)).setEnabled(not row.suspended)
        menu.addSeparator()
        texts = [" ".join(self.jobs.text(row, column).split()) for column in (TIME, CUSTOMER, WORK, STATE)]
        menu.addAction(self.tr("Copy the row"), lambda: clipboard.copy("\t".join(texts)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(at)

    def _check_all(self, job: str, *, on: bool) -> None:
        for profile in Profile:
            self.check(job, profile, on=on)

    # Qt's overrides

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Mouse and index.isValid() and not self.missed:
            self._offer(self.jobs.rows[index.row()], event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if asks_for_menu(event) and index.isValid():
            beside = self.visualRect(index).bottomLeft()
            self._offer(self.jobs.rows[index.row()], self.viewport().mapToGlobal(beside))
        elif event.key() in _ENTERS:
            self.edit(index, QAbstractItemView.EditTrigger.AnyKeyPressed, event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the first copy."""
        if not self.currentIndex().isValid() and self.jobs.rows:
            self.setCurrentIndex(self.jobs.index(0, FIRST_BOX))
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.aim.rows_painted()
        mark = QStyleOptionViewItem()
        self.initViewItemOption(mark)
        focus = self.currentIndex() if self.hasFocus() else QModelIndex()
        painter = QPainter(self.viewport())
        self._painter.paint(painter, event.rect(), mark, focus)
        painter.end()


class _DayCells(QStyledItemDelegate):
    """Checks and clears; :class:`DayPainter` draws."""

    # Qt's overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(_BOX_COLUMN), theme.px(40))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click anywhere in the cell, Space or Enter checks or clears."""
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        clicked = (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        )
        pressed = (
            event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TOGGLING
        )
        if not (clicked or pressed):
            return False
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)
