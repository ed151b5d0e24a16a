"""The week: who works where on which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs import JobRow
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.dates import era_year, long_day, short_day
from hvacdesk.ui.jobs.opening import edit_job, open_job
from hvacdesk.ui.jobs.week_grid import WeekGrid
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.text import label

DAYS = 7


class SchedulePage(Page):
    """A week at a time; the page keys go back and on, Home to this week."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.set_title(self.tr("Schedule"))
        self.ctx = ctx
        self.monday = _monday(ctx.today())
        self._shown: tuple[date, int] | None = None
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        for text, icon, step, keys in (
            (self.tr("Week before"), "chevron-left", -DAYS, "PgUp"),
            (self.tr("This week"), "", 0, "Home"),
            (self.tr("Week after"), "chevron-right", DAYS, "PgDown"),
        ):
            made = button(text, partial(self.turn, step), icon=icon, tip=keys)
            line.addWidget(made)
            self._shortcut(keys, partial(self.turn, step))
        self._span = label("", "strong", wrap=True)
        self._span.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(theme.px(8))
        line.addWidget(self._span, 1)
        self._count = label("", "muted")
        self.add_header_widget(self._count)
        self.body.addLayout(line)
        self._stack = QStackedWidget()
        self.grid = WeekGrid(ctx)
        self.grid.opened.connect(lambda row: open_job(ctx, row.job, self._read))
        self._stack.addWidget(self.grid)
        self._trouble = FailurePane()
        self._stack.addWidget(self._trouble)
        self.body.addWidget(self._stack, 1)

    def _shortcut(self, keys: str, slot: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self, slot)

    def turn(self, days: int) -> None:
        """Go that many days on or back; 0 is this week."""
        self.monday = self.monday + timedelta(days=days) if days else _monday(self.ctx.today())
        self._read()

    def refresh(self) -> None:
        if self._shown != (self.monday, self.ctx.office.data_version):
            self._read()

    def open(self, **arguments: object) -> None:
        """``job=ID`` shows one job, with ``edit`` or ``results`` that form; ``day=DATE`` the day's week."""
        if arguments.get("day"):
            self.monday = _monday(date.fromisoformat(str(arguments["day"])))
            self._read()
        if arguments.get("job"):
            job = str(arguments["job"])
            if arguments.get("edit"):
                edit_job(self.ctx, job, self._read)
            else:
                open_job(self.ctx, job, self._read, results=bool(arguments.get("results")))

    def _read(self) -> None:
        ctx, monday = self.ctx, self.monday
        self._shown = (monday, ctx.office.data_version)
        background.run(
            self,
            lambda _progress: ctx.office.jobs.week(ctx.actor, monday),
            lambda rows: self._show(monday, rows),
            self._failed,
        )

    def _show(self, monday: date, rows: tuple[JobRow, ...]) -> None:
        if monday != self.monday:
            return
        last = monday + timedelta(days=DAYS - 1)
        span = self.tr("{first} – {last}").format(first=long_day(monday), last=short_day(last))
        self._span.setText(f"{span}  {era_year(monday)}")
        self._count.setText(self.tr("%n job(s)", "", len(rows)))
        self._stack.setCurrentWidget(self.grid)
        self.grid.show_week(monday, rows)
        self.grid.focus_first()

    def _failed(self, error: UserFacingError) -> None:
        self._trouble.show_error(error, self._read)
        self._stack.setCurrentWidget(self._trouble)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
