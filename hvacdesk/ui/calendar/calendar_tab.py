"""The calendar: a month, a week or a day at a time, days off, and what is said of a job on its way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from hvacdesk.domain.calendar.dispatch import Board, BoardJob, Clash, Lane
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.calendar.board_view import BoardView
from hvacdesk.ui.calendar.carry import Carry
from hvacdesk.ui.calendar.days_off import DaysOffDialog
from hvacdesk.ui.calendar.month_view import MonthView, weeks_of
from hvacdesk.ui.calendar.moving import WEEK, MoveDialog, board_place, monday, move_asked
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import era_year, long_day, month_text, short_day
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.folding_row import is_low
from hvacdesk.ui.widgets.in_front import in_front
from hvacdesk.ui.widgets.text import label, restyle

READ = frozenset({Room.JOBS, Room.CALENDAR, Room.CUSTOMERS, Room.STAFF, Room.PAPERS, Room.OFFICE})


class CalendarTab(QWidget):
    """A month, a week or a day; the page keys go back and on, Home to today.

    Attributes:
        first, days: what is shown; of a month, from the Monday before it on.
        month: its first day while a month is shown.

    Signals:
        counted(jobs): so many jobs are shown.
    """

    counted = Signal(int)

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.first = monday(ctx.today())
        self.days = WEEK
        self.month: date | None = None
        self._shown: tuple[date, int] | None = None
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, ctx.changes, READ, self.read)
        self._focus_first = True
        self._focus_day = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._tools())
        self._stack = QStackedWidget()
        self.board = BoardView(ctx)
        self.board.opened.connect(lambda block: ctx.rooms.open_job(block.row.job))
        self.board.move_wanted.connect(self._ask_move)
        self.board.dropped.connect(self._dropped)
        self.board.carrying.connect(self._say)
        self.board.heads.day_chosen.connect(self.show_day)
        self._stack.addWidget(self.board)
        self.sheet = MonthView()
        self.sheet.day_chosen.connect(self.show_day)
        self.sheet.left.connect(self._leave_month)
        self._stack.addWidget(self.sheet)
        self._trouble = FailurePane()
        self._stack.addWidget(self._trouble)
        column.addWidget(self._stack, 1)
        self.saying = label("", "muted", wrap=True)
        column.addWidget(self.saying)
        self._say("", False)

    def _tools(self) -> FlowRow:
        self._before = button(self.tr("Previous"), partial(self.turn, -1), icon="chevron-left", tip="PgUp")
        self._now = button(self.tr("Today"), partial(self.turn, 0), tip="Home")
        self._after = button(self.tr("Next"), partial(self.turn, 1), icon="chevron-right", tip="PgDown")
        for keys, step in (("PgUp", -1), ("Home", 0), ("PgDown", 1)):
            QShortcut(QKeySequence(keys), self, partial(self.turn, step))
        self._span = label("", "strong", wrap=True)
        self._span.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.by_month = self._choice(self.tr("Month"), self.show_month)
        self.by_week = self._choice(self.tr("Week"), self.show_week)
        self.by_day = self._choice(self.tr("Day"), self.show_day)
        self.by_week.setChecked(True)
        self.days_off = button(self.tr("Days off…"), self.open_days_off, kind="link", icon="calendar-days")
        self._low = False
        self._spans = "", ""
        turning = (self._before, self._after)
        self._turning = [(made, made.text(), made.toolTip()) for made in turning]
        if not self.ctx.actor.may(Permission.EDIT_JOBS):
            self.days_off.hide()
        return FlowRow(
            (self._before, self._now, self._after, self._span),
            at_end=(self.by_month, self.by_week, self.by_day, self.days_off),
        )

    def _fold(self) -> None:
        """Where large text leaves the days little height: arrows alone to turn with, and no word of keys."""
        self._low = is_low(self.window())
        for made, text, key in self._turning:
            made.setText("" if self._low else text)
            made.setAccessibleName(text if self._low else "")
            made.setToolTip(f"{text}  {key}" if self._low else key)
        self._say_span(*self._spans)
        if self.board.carry is None:
            self._say("", False)

    def _choice(self, text: str, slot: Callable[[], object]) -> QPushButton:
        made = button(text, slot, kind="tab")
        made.setCheckable(True)
        made.setAutoExclusive(True)
        return made

    # What is shown

    def turn(self, steps: int) -> None:
        """Go a month, a week or a day on or back; 0 is today's."""
        today = self.ctx.today()
        if self.month is not None:
            self._show_weeks_of(_months_on(self.month, steps) if steps else today)
            return
        if steps:
            self.first += timedelta(days=steps * self.days)
        else:
            self.first = monday(today) if self.days == WEEK else today
        self.read()

    def show_week(self, day: date | None = None) -> None:
        """Show the week of a day, or of the days that are shown."""
        self.first, self.days, self.month = monday(day or self._day_in_hand()), WEEK, None
        self._mark_choice()
        self.read()

    def show_day(self, day: str = "") -> None:
        """Show one day: an ISO date; without one, today if it is shown, else the first of week or month."""
        self.first = date.fromisoformat(day) if day else self._day_in_hand()
        self.days, self.month = 1, None
        self._mark_choice()
        self.read()

    def show_month(self, day: date | None = None) -> None:
        """Show the month of a day, or of the days that are shown."""
        self._show_weeks_of(day or self._day_in_hand())

    def _show_weeks_of(self, day: date) -> None:
        self.board.give_up()
        self.month = day.replace(day=1)
        self.first, self.days = weeks_of(day)
        self._mark_choice()
        self.read()

    def _leave_month(self, day: str) -> None:
        """The arrow keys left the sheet: show the month of that day, with the keyboard on the day."""
        self._focus_day = day
        self._show_weeks_of(date.fromisoformat(day))

    def _day_in_hand(self) -> date:
        """Today if it is shown; else the first day of the shown month, or the first shown day."""
        today = self.ctx.today()
        if self.month is not None:
            return today if today.replace(day=1) == self.month else self.month
        return today if self.first <= today < self.first + timedelta(days=self.days) else self.first

    def _mark_choice(self) -> None:
        self.by_month.setChecked(self.month is not None)
        self.by_week.setChecked(self.days == WEEK)
        self.by_day.setChecked(self.days == 1)

    def refresh(self) -> None:
        """Read again if other days are to be shown, or anything was changed since."""
        if self._shown != (self.first, self.days):
            self.read()
        else:
            self._fresh.keep()

    def read(self) -> None:
        """Read the days again."""
        ctx, first, days = self.ctx, self.first, self.days
        self._shown = (first, days)
        self._fresh.note()
        self._reader.read(lambda: ctx.office.dispatch.board(ctx.actor, first, days)).then(
            lambda board: self._show(first, days, board)
        ).otherwise(self._failed)

    def _show(self, first: date, days: int, board: Board) -> None:
        if self.month is not None:
            self._show_month(self.month, board)
            return
        if days == 1:
            span, short = long_day(first), short_day(first)
        else:
            last = first + timedelta(days=days - 1)
            said, end = self.tr("{first} – {last}"), short_day(last)
            span = said.format(first=long_day(first), last=end)
            short = said.format(first=short_day(first), last=end)
        notes = [board.surroundings.holidays.get(first.isoformat(), "") if days == 1 else "", era_year(first)]
        self._say_span("  ".join(filter(None, (span, *notes))), short)
        self.counted.emit(len(board.blocks))
        self._stack.setCurrentWidget(self.board)
        self.board.show_board(board)
        if self.board.carry is None:
            self._say("", False)
        if self._focus_first:
            self._focus_first = False
            self.board.focus_first()

    def _say_span(self, span: str, short: str) -> None:
        """What is shown, in fewer words where height is short: they have room beside the arrows."""
        self._spans = span, short
        self._span.setText(short if self._low else span)

    def _show_month(self, month: date, board: Board) -> None:
        name = month_text(f"{month:%Y-%m}")
        self._say_span(f"{name}  {era_year(month)}", name)
        within = [one for one in board.blocks if one.placement.slot.on[:7] == f"{month:%Y-%m}"]
        self.counted.emit(len(within))
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.show_board(month, board, self.ctx.today(), self.ctx.words)
        wanted, self._focus_day = self._focus_day, ""
        if wanted:
            self.sheet.focus_day(wanted)
        self._say("", False)

    def _failed(self, error: UserFacingError) -> None:
        self._trouble.show_error(error, self.read)
        self._stack.setCurrentWidget(self._trouble)

    # Moving

    def _dropped(self, carry: Carry, clashes: tuple[Clash, ...]) -> None:
        move_asked(self.ctx, carry, clashes, self.board.names_of_people())

    def _ask_move(self, block: BoardJob, lane: Lane) -> None:
        if self.board.shown is None or not self.board.shown.may_move:
            return
        dialog = MoveDialog(self.ctx, self.board.shown, block, lane)
        dialog.open()

    def move_again(self, job: str, week: str) -> None:
        """Ask where a job is moved to, as its stored draft asks; ``week`` is its day, empty for none."""
        ctx, first = self.ctx, monday(date.fromisoformat(week) if week else self.ctx.today())

        def show(board: Board) -> None:
            found = board_place(board, job)
            if found is not None:
                MoveDialog(ctx, *found).open()

        background.ask(self, lambda: ctx.office.dispatch.board(ctx.actor, first, WEEK)).then(show)

    def open_days_off(self, form: str = "") -> None:
        """The list of days off; ``form`` is a form of :meth:`DaysOffDialog.open_form` to open too."""
        dialog = in_front(DaysOffDialog, lambda _one: True)
        if dialog is None:
            dialog = DaysOffDialog(self.ctx)
            dialog.open()
        if form:
            dialog.open_form(form)

    def _say(self, text: str, warns: bool) -> None:
        may = self.ctx.actor.may(Permission.EDIT_JOBS)
        keys = self.tr(
            "Drag a job, or take it up with Ctrl+X, carry it with the arrow keys and press Enter. "
            "Ctrl+M asks for day and time."
        )
        if self.month is not None:
            keys = self.tr("The arrow keys go from day to day, Enter opens the day.")
        told = (may or self.month is not None) and not self._low
        self.saying.setText(text or (keys if told else ""))
        self.saying.setVisible(bool(text) or not self._low)
        self.saying.setProperty("tone", "warn" if warns else "")
        restyle(self.saying)
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.saying, QAccessible.Event.Alert))

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if is_low(self.window()) != self._low:
            self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        self._fold()
        super().showEvent(event)


def _months_on(month: date, steps: int) -> date:
    """The first day of a month so many later, or earlier."""
    number = month.year * 12 + month.month - 1 + steps
    return date(number // 12, number % 12 + 1, 1)
