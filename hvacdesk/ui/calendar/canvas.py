"""The ground of the calendar: rows, days or hours, days off; and the heads that stay while it scrolls."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.calendar.dispatch import AbsenceRecord, Board, LaneKind
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.calendar.layout import CalendarColumn, CalendarLayout
from hvacdesk.ui.dates import short_day
from hvacdesk.ui.fonts import base_font
from hvacdesk.ui.theme import theme
from hvacdesk.ui.wording.dispatch import absence_words, lane_text

NAMES_WIDTH, HEADS_HEIGHT = 124, 46


class Canvas(QWidget):
    """The ground that the jobs are drawn on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layout_: CalendarLayout | None = None
        self._today = ""
        self._words: Words | None = None

    def show_layout(self, layout: CalendarLayout, today: str, words: Words, room: int) -> None:
        """Draw this, at least as high as the room that there is."""
        self.layout_, self._today, self._words = layout, today, words
        self.resize(layout.width, max(layout.height, room))
        self.update()

    def _ground(self, board: Board, column: CalendarColumn) -> QColor | None:
        colours = theme.colours
        if column.day == self._today and column.hour < 0:
            return QColor(colours.selection)
        around = board.surroundings
        if not column.day:
            return QColor(colours.hover)
        day = date.fromisoformat(column.day)
        closed = any(one.covers(column.day) for one in around.absences if not one.account)
        off = column.day in around.holidays or around.hours.rests(day) or closed
        minutes = column.hour * 60
        outside = column.hour >= 0 and not around.hours.opens <= minutes < around.hours.closes
        return QColor(colours.hover) if off or outside else None

    def _paint_absence(self, painter: QPainter, box: QRect, text: str) -> None:
        painter.fillRect(box, QColor(theme.colours.neutral_ground))
        painter.setPen(QColor(theme.colours.neutral))
        painter.setFont(base_font(theme.px(12)))
        inner = box.adjusted(theme.px(8), theme.px(4), -theme.px(4), -theme.px(4))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, shown)

    def _absence_boxes(self, layout: CalendarLayout, absence: AbsenceRecord) -> list[QRect]:
        boxes = []
        for lane, (top, height) in zip(layout.board.lanes, layout.rows, strict=True):
            if lane.kind is LaneKind.STAFF and lane.key == absence.account:
                days = [one for one in layout.columns if one.day and absence.covers(one.day)]
                if days and days[0].hour >= 0:
                    boxes.append(QRect(0, top, layout.width, height))
                else:
                    boxes += [QRect(one.box.left(), top, one.box.width(), height) for one in days]
        return boxes

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, words = self.layout_, self._words
        if layout is None or words is None:
            return
        colours, board = theme.colours, layout.board
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        for column in layout.columns:
            ground = self._ground(board, column)
            if ground is not None:
                painter.fillRect(column.box, ground)
        for absence in board.surroundings.absences:
            for box in self._absence_boxes(layout, absence):
                self._paint_absence(painter, box, absence_words(absence, words))
        painter.setPen(QColor(colours.line))
        for column in layout.columns:
            painter.drawLine(column.box.left(), 0, column.box.left(), layout.height)
        for top, height in layout.rows:
            painter.drawLine(0, top + height - 1, layout.width, top + height - 1)
        painter.end()


class Names(QWidget):
    """The rows' names at the left, from under the heads on.

    Attributes:
        offset: how far the calendar is scrolled down.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout: CalendarLayout | None = None
        self.offset = 0

    def show_layout(self, layout: CalendarLayout) -> None:
        """Name these rows."""
        self._layout = layout
        self.update()

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None:
            return
        colours = theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        head = theme.px(HEADS_HEIGHT)
        painter.setPen(QColor(colours.field_line))
        painter.drawLine(0, head - 1, self.width(), head - 1)
        painter.setClipRect(self.rect().adjusted(0, head, 0, 0))
        for lane, (top, height) in zip(self._layout.board.lanes, self._layout.rows, strict=True):
            box = QRect(0, head + top - self.offset, self.width(), height)
            painter.setPen(QColor(colours.line))
            painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
            person = lane.kind is LaneKind.STAFF
            painter.setFont(base_font(theme.px(13), bold=person))
            painter.setPen(QColor(colours.text if person else colours.muted))
            inner = box.adjusted(theme.px(10), theme.px(10), -theme.px(6), -theme.px(4))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere
            painter.drawText(inner, flags, lane_text(lane))
        painter.end()


class Heads(QWidget):
    """The days or hours, at the top; today, holidays and rest days in words.

    Signals:
        day_chosen(day): a click on a day's head.
    """

    day_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout: CalendarLayout | None = None
        self._today = ""
        self.offset = 0

    def show_layout(self, layout: CalendarLayout, today: str) -> None:
        """Head these columns."""
        self._layout, self._today = layout, today
        self.update()

    def texts(self, column: CalendarColumn) -> tuple[str, str]:
        """The name of a column, and what is special about it."""
        if column.hour >= 0:
            return f"{column.hour}:00", ""
        if not column.day:
            return self.tr("No day yet"), ""
        assert self._layout is not None
        day = date.fromisoformat(column.day)
        around = self._layout.board.surroundings
        notes = [self.tr("Today")] if column.day == self._today else []
        if any(not one.account and one.covers(column.day) for one in around.absences):
            notes.append(self.tr("Office closed"))
        if column.day in around.holidays:
            notes.append(around.holidays[column.day])
        elif around.hours.rests(day):
            notes.append(self.tr("Rest day"))
        return short_day(day), "・".join(notes)

    # Qt's overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._layout is not None:
            column = self._layout.column_at(round(event.position().x()) + self.offset)
            if column.day and column.hour < 0:
                self.day_chosen.emit(column.day)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None:
            return
        colours = theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        for column in self._layout.columns:
            name, note = self.texts(column)
            box = QRect(column.box.left() - self.offset, 0, column.box.width(), self.height())
            today = column.day == self._today and column.hour < 0
            painter.setPen(QColor(colours.line))
            painter.drawLine(box.left(), box.top(), box.left(), box.bottom())
            inner = box.adjusted(theme.px(8), theme.px(4), -theme.px(4), -theme.px(4))
            painter.setPen(QColor(colours.primary if today else colours.text))
            painter.setFont(base_font(theme.px(13), bold=True))
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
            painter.setFont(base_font(theme.px(12)))
            painter.setPen(QColor(colours.primary if today else colours.bad))
            note = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, note)
        painter.setPen(QColor(colours.field_line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
