"""A month at a glance: how full each day is, and what is done there. A day opens by a click or Enter."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hvacdesk.domain.calendar.dispatch import Board, BoardJob, ClashKind
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import long_day, weekday
from hvacdesk.ui.fonts import base_font, metrics
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.keyboard import has_keyboard
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.dispatch import absence_words, against_text
from hvacdesk.ui.wording.jobs import STATE_TONES, kind_text

WEEK = 7
LEAST_HEIGHT = 58
"""Of a day, in design pixels: its number and a line."""
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}


def weeks_of(month: date) -> tuple[date, int]:
    """The Monday that a month's sheet begins with, and how many days it has."""
    following = (month.replace(day=1) + timedelta(days=31)).replace(day=1)
    first = month.replace(day=1)
    monday = first - timedelta(days=first.weekday())
    return monday, -(-(following - monday).days // WEEK) * WEEK


class DayCell(QWidget):
    """A day of the month.

    Attributes:
        lines: a job each, by time, with the colour of its state.
        note: what is special about the day.

    Signals:
        opened(): a click, Enter or Space.
        wanted(days): an arrow key; so many days on or back.
    """

    opened = Signal()
    wanted = Signal(int)

    def __init__(self, day: date, board: Board, words: Words, *, within: bool, today: bool) -> None:
        super().__init__()
        self.day = day
        self._within, self._today = within, today
        self._hovered = False
        jobs = sorted(
            (one for one in board.blocks if one.placement.slot.on == day.isoformat()),
            key=lambda one: (one.placement.slot.span, one.row.number),
        )
        against = [_against(one, board, words) for one in jobs]
        self.lines = tuple(
            (_line(one, said, words), Tone.WARN if said else STATE_TONES[one.row.state])
            for one, said in zip(jobs, against, strict=True)
        )
        self.note, self._off = self._special(board, words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, QAccessible.Role.Button)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))
        counted = self.tr("%n job(s)", "", len(jobs))
        self.setAccessibleName("  ".join(filter(None, (long_day(day), self.note, counted))))
        self.setAccessibleDescription("\n".join(text for text, _tone in self.lines))
        self.setToolTip("\n".join((self.accessibleName(), *(text for text, _tone in self.lines))))

    def _special(self, board: Board, words: Words) -> tuple[str, bool]:
        iso, around = self.day.isoformat(), board.surroundings
        closed = [one for one in around.absences if not one.account and one.covers(iso)]
        away = {one.name: one for one in around.absences if one.account and one.covers(iso)}
        notes = [self.tr("Today")] if self._today else []
        notes += [absence_words(one, words) for one in closed]
        if iso in around.holidays:
            notes.append(around.holidays[iso])
        off = bool(closed) or iso in around.holidays or around.hours.rests(self.day)
        if away:
            notes.append(self.tr("%n away", "", len(away)))
        return "・".join(notes), off

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colours.selection if self._today else colours.hover if self._off else colours.surface
        painter.fillRect(self.rect(), QColor(colours.hover if self._hovered else ground))
        painter.setPen(QColor(colours.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.primary), theme.px(2)))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        inner = self.rect().adjusted(theme.px(6), theme.px(3), -theme.px(4), -theme.px(2))
        self._paint_head(painter, inner)
        self._paint_lines(painter, inner)
        painter.end()

    def _paint_head(self, painter: QPainter, inner: QRect) -> None:
        colours = theme.colours
        number = str(self.day.day)
        painter.setFont(base_font(theme.px(13), bold=True))
        ink = colours.primary if self._today else colours.text if self._within else colours.muted
        painter.setPen(QColor(ink))
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(inner, top, number)
        beside = inner.adjusted(metrics(theme.px(13), bold=True).horizontalAdvance("00 "), theme.px(1), 0, 0)
        painter.setFont(base_font(theme.px(12)))
        painter.setPen(QColor(colours.primary if self._today else colours.bad))
        shown = painter.fontMetrics().elidedText(self.note, Qt.TextElideMode.ElideRight, beside.width())
        painter.drawText(beside, top, shown)

    def _paint_lines(self, painter: QPainter, inner: QRect) -> None:
        """As many jobs as there is room for; the last line says how many more there are."""
        colours = theme.colours
        painter.setFont(base_font(theme.px(12)))
        height = painter.fontMetrics().height() + theme.px(1)
        top = inner.top() + metrics(theme.px(13), bold=True).height() + theme.px(2)
        room = max(0, (inner.bottom() - top + 1) // height)
        lines = self.lines if len(self.lines) <= room else self.lines[: max(0, room - 1)]
        for text, tone in lines:
            ink, _ground = colours.tone(tone)
            mark = QRectF(inner.left(), top + theme.px(2), theme.px(3), height - theme.px(4))
            painter.fillRect(mark, QColor(ink))
            painter.setPen(QColor(colours.text if self._within else colours.muted))
            box = QRect(inner.left() + theme.px(7), top, inner.width() - theme.px(7), height)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            top += height
        if len(lines) < len(self.lines) and room:
            painter.setPen(QColor(colours.muted))
            more = self.tr("%n more", "", len(self.lines) - len(lines))
            painter.drawText(
                QRect(inner.left(), top, inner.width(), height), Qt.AlignmentFlag.AlignLeft, more
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif key in _WAYS and not event.modifiers():
            self.wanted.emit(_WAYS[key])
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()


class MonthView(QWidget):
    """The weeks of a month.

    Attributes:
        cells: by ISO date.

    Signals:
        day_chosen(day): ISO date of the day to open.
        left(day): an arrow key went over the edge, to this ISO date.
    """

    day_chosen = Signal(str)
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Month"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.cells: dict[str, DayCell] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        column.addLayout(self._grid, 1)
        self._heads = [label("", "muted") for _day in range(WEEK)]
        for number, head in enumerate(self._heads):
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(head, 0, number)
            self._grid.setColumnStretch(number, 1)

    def show_board(self, month: date, board: Board, today: date, words: Words) -> None:
        """Show these weeks; the keyboard stays on its day, if that is still there."""
        kept = next((iso for iso, cell in self.cells.items() if has_keyboard(cell)), "")
        for old in self.cells.values():
            old.hide()
            old.deleteLater()
        self.cells = {}
        for head, day in zip(self._heads, board.days, strict=False):
            head.setText(weekday(day))
        for number, day in enumerate(board.days):
            cell = DayCell(day, board, words, within=day.month == month.month, today=day == today)
            cell.opened.connect(partial(self.day_chosen.emit, day.isoformat()))
            cell.wanted.connect(partial(self._go, day))
            self.cells[day.isoformat()] = cell
            self._grid.addWidget(cell, 1 + number // WEEK, number % WEEK)
        for row in range(1, 1 + 6):
            self._grid.setRowStretch(row, 1 if row <= len(board.days) // WEEK else 0)
        self.focus_day(kept)

    def focus_day(self, iso: str) -> bool:
        """Move the keyboard to a day; false where it is not shown."""
        cell = self.cells.get(iso)
        if cell is None:
            return False
        cell.show()  # behind a dialog Qt gives the keyboard to nothing that is not shown yet
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _go(self, day: date, days: int) -> None:
        there = (day + timedelta(days=days)).isoformat()
        if not self.focus_day(there):
            self.left.emit(there)


def _line(block: BoardJob, against: str, words: Words) -> str:
    """A job in a line: that nobody can go there as it stands, when, for whom, what."""
    parts = (against, block.placement.slot.starts, block.row.name.text, kind_text(block.row, words))
    return " ".join(filter(None, parts))


def _against(block: BoardJob, board: Board, words: Words) -> str:
    """What no other day would mend; the rest is told where the day is looked at."""
    gone = tuple(one for one in board.clashes(block) if one.kind is ClashKind.LEFT)
    return against_text(block.row, gone, words)
