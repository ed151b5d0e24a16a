"""Paints the day's jobs: two lines of words, check marks and chips.

All of what is seen in one go. A delegate is called for each cell, and beside a worker each such call may have
to wait for the interpreter: a day of forty jobs kept the window for 40 ms while its work orders were issued.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.ui.fonts import base_font, metrics
from hvacdesk.ui.papers.day_model import FIRST_BOX, PROFILES, STATE, TIME, DayModel
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import paint_chip
from hvacdesk.ui.widgets.table_model import Index
from hvacdesk.ui.widgets.table_painter import PAD_LEFT, PAD_RIGHT
from hvacdesk.ui.widgets.text import LINE_PITCH

TEXT = 14
"""Height of the words in design pixels."""

_BOX = 18


class DayPainter(QObject):
    """Draws what is seen of the day's jobs, in the palette in force."""

    def __init__(self, table: QTableView, jobs: DayModel) -> None:
        super().__init__(table)
        self._table, self._jobs = table, jobs
        self._take_look()
        theme.changed.connect(self._take_look)

    def _take_look(self) -> None:
        size = theme.px(TEXT)
        self._fonts = {bold: base_font(size, bold=bold) for bold in (False, True)}
        self._measures = {bold: metrics(size, bold=bold) for bold in (False, True)}
        self._text, self._line = QColor(theme.colours.text), QColor(theme.colours.line)
        self._focus = QPen(QColor(theme.colours.primary), 2)

    def paint(self, painter: QPainter, area: QRect, mark: QStyleOptionViewItem, focus: Index) -> None:
        """Draw the lines that touch an area.

        Args:
            area: of the table's viewport.
            mark: how the table looks, for its check marks.
            focus: the cell with the keyboard; not valid for none.
        """
        columns = range(self._jobs.columnCount())
        for number, box in self._lines(area):
            row = self._jobs.rows[number]
            painter.setPen(self._line)
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            for column in columns:
                left, width = self._table.columnViewportPosition(column), self._table.columnWidth(column)
                cell = QRect(left, box.y(), width, box.height())
                if FIRST_BOX <= column < STATE:
                    at_focus = (number, column) == (focus.row(), focus.column())
                    self._draw_box(painter, cell, mark, row, column, focus=at_focus)
                else:
                    self._draw_words(painter, cell, row, column)

    def _lines(self, area: QRect) -> Iterator[tuple[int, QRect]]:
        """The numbers of the lines that touch an area, and where each lies."""
        table, columns = self._table, self._jobs.columnCount()
        first, last = table.rowAt(area.top()), table.rowAt(area.bottom())
        numbers = range(first, (last + 1) or len(self._jobs.rows)) if first >= 0 else ()
        left = table.columnViewportPosition(0)
        right = table.columnViewportPosition(columns - 1) + table.columnWidth(columns - 1)
        for number in numbers:
            top, height = table.rowViewportPosition(number), table.rowHeight(number)
            yield number, QRect(left, top, right - left, height)

    def _draw_words(self, painter: QPainter, cell: QRect, row: JobRow, column: int) -> None:
        box = cell.adjusted(theme.px(PAD_LEFT), 0, -theme.px(PAD_RIGHT), -1)
        if column == STATE:
            chip = self._jobs.state(row)
            paint_chip(painter, QRectF(box), chip.text, chip.tone)
            return
        bold = column == TIME
        painter.setFont(self._fonts[bold])
        painter.setPen(self._text)
        _draw_text(painter, box, self._jobs.text(row, column).split("\n"), self._measures[bold])

    def _draw_box(
        self,
        painter: QPainter,
        cell: QRect,
        mark: QStyleOptionViewItem,
        row: JobRow,
        column: int,
        *,
        focus: bool,
    ) -> None:
        if row.suspended:
            return
        profile = PROFILES[column - FIRST_BOX]
        place = QRect(0, 0, theme.px(_BOX), theme.px(_BOX))
        place.moveCenter(cell.center())
        drawn = QStyleOptionViewItem(mark)
        drawn.rect = place
        state = QStyle.StateFlag
        # Without the style's own mark for the keyboard: the ring below shows it.
        drawn.state &= ~(state.State_HasFocus | state.State_MouseOver)
        drawn.state |= state.State_On if self._jobs.is_checked(row, profile) else state.State_Off
        if not self._jobs.may_check(row, profile):
            drawn.state &= ~state.State_Enabled
        indicator = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        self._table.style().drawPrimitive(indicator, drawn, painter, self._table)
        if focus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._focus)
            painter.drawRoundedRect(QRectF(place).adjusted(-4, -4, 4, 4), theme.px(6), theme.px(6))
            painter.restore()


def _draw_text(painter: QPainter, box: QRect, lines: list[str], measures: QFontMetrics) -> None:
    pitch = measures.height() * LINE_PITCH
    top = box.y() + (box.height() - pitch * len(lines)) / 2 + (pitch - measures.height()) / 2
    for number, line in enumerate(lines):
        shown = measures.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QPointF(box.x(), top + number * pitch + measures.ascent()), shown)
