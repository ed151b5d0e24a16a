"""Seven days side by side, each job a card in its day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.domain.jobs import JOB_STATE_NAMES, JobRow
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.dates import short_day
from hvacdesk.ui.jobs.wording import STATE_TONES, kind_text, time_text, who_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.text import label, restyle

DAYS = 7
WORKING_DAYS = 5
NARROWEST, NARROWEST_FREE = 138, 84
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class JobCard(QFrame):
    """One job of a day; Enter, Space or a click opens it.

    Signals:
        opened(row): the job is to be opened.
        moved(step_days, step_jobs): an arrow key was pressed.
    """

    opened = Signal(object)
    moved = Signal(int, int)

    def __init__(self, ctx: DeskContext, row: JobRow) -> None:
        super().__init__()
        self.row = row
        self.setProperty("role", "job")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = ctx.words
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(8), theme.px(6), theme.px(8))
        column.setSpacing(theme.px(3))
        head = QHBoxLayout()
        head.addWidget(label(time_text(row) or self.tr("all day"), "muted"), 1)
        column.addLayout(head)
        column.addWidget(label(kind_text(row, words), "strong", wrap=True))
        column.addWidget(label(f"{row.name.text}\n{row.town.text}", wrap=True))
        if who := who_text(row):
            column.addWidget(label(who, "muted", wrap=True))
        column.addWidget(Chip(words(JOB_STATE_NAMES[row.state]), STATE_TONES[row.state]))
        parts = (time_text(row), kind_text(row, words), row.name.text, row.town.text, who_text(row))
        self.setAccessibleName("  ".join(filter(None, parts)))
        self.setAccessibleDescription(words(JOB_STATE_NAMES[row.state]))

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if event.key() in _OPENING_KEYS:
            self.opened.emit(self.row)
        elif Qt.Key(event.key()) in steps and not event.modifiers():
            self.moved.emit(*steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.row)


class WeekGrid(QScrollArea):
    """The week.

    Signals:
        opened(row): a job is to be opened.
    """

    opened = Signal(object)

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.days: list[list[JobCard]] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_week(self, monday: date, rows: Sequence[JobRow]) -> None:
        """Show the jobs of the seven days from ``monday`` on."""
        content = QWidget()
        content.setProperty("role", "clear")
        line = QHBoxLayout(content)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        self.days = []
        for number in range(DAYS):
            day = monday + timedelta(days=number)
            of_day = [row for row in rows if row.on == day.isoformat()]
            line.addWidget(self._day(day, of_day), 1 if of_day or day.weekday() < WORKING_DAYS else 0)
        self.setWidget(content)

    def focus_first(self) -> None:
        """Take the keyboard into the first job."""
        first = next((cards[0] for cards in self.days if cards), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _day(self, day: date, rows: Sequence[JobRow]) -> QWidget:
        today = day == self._ctx.today()
        column_widget = QFrame()
        column_widget.setProperty("role", "day-today" if today else "day")
        column_widget.setMinimumWidth(theme.px(NARROWEST if rows else NARROWEST_FREE))
        column_widget.setAccessibleName(short_day(day))
        column = QVBoxLayout(column_widget)
        column.setContentsMargins(theme.px(6), theme.px(10), theme.px(6), theme.px(10))
        column.setSpacing(theme.px(8))
        name = short_day(day)
        head = label(self.tr("{day}, today").format(day=name) if today else name, "strong", wrap=True)
        if today:
            head.setProperty("tone", "primary")
            restyle(head)
        column.addWidget(head)
        cards = []
        for row in rows:
            card = JobCard(self._ctx, row)
            card.opened.connect(self.opened)
            card.moved.connect(lambda across, along, one=card: self._move(one, across, along))
            column.addWidget(card)
            cards.append(card)
        if not rows:
            column.addWidget(label(self.tr("free"), "muted"))
        column.addStretch(1)
        self.days.append(cards)
        return column_widget

    def _move(self, card: JobCard, across: int, along: int) -> None:
        day = next(number for number, cards in enumerate(self.days) if card in cards)
        place = self.days[day].index(card)
        if along:
            target = self.days[day][max(0, min(place + along, len(self.days[day]) - 1))]
        else:
            filled = [number for number, cards in enumerate(self.days) if cards]
            at = filled.index(day) + across
            if not 0 <= at < len(filled):
                return
            cards = self.days[filled[at]]
            target = cards[min(place, len(cards) - 1)]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(target)
