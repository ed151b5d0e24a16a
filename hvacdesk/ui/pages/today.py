"""Today: the jobs of the day, papers that should be back, and what waits for an approval."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hvacdesk.domain.disposal import BATCH_STATE_NAMES, BatchState
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs import JobRow, JobState
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.work_orders import PROFILE_NAMES, CopyRow
from hvacdesk.services.home import HomeOverview
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.exchange.outside_card import OutsideListsCard
from hvacdesk.ui.jobs.dates import day_of, era_year, long_day, short_day
from hvacdesk.ui.jobs.opening import open_job
from hvacdesk.ui.jobs.wording import kind_text, state_chip, time_text, who_text
from hvacdesk.ui.papers.copy_wording import copy_number
from hvacdesk.ui.papers.issue import IssueDialog
from hvacdesk.ui.theme import Tone, theme
from hvacdesk.ui.upkeep.home_card import BackupCard
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip, ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.stat_tile import StatTile
from hvacdesk.ui.widgets.text import label

OVERDUE_SHOWN = 6
ROOM_FOR_BOTH = 860
SIDE_WIDTH = 272
WIDEST = 16777215
"""Qt's own limit: no limit."""


class TodayPage(Page):
    """The first page of the day; everything on it is one click from its work."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.set_title(self.tr("Today"))
        self.ctx = ctx
        self._overview: HomeOverview | None = None
        self._version = -1
        self._issues = ctx.actor.may(Permission.ISSUE_WORK_ORDERS)
        today = ctx.today()
        self.add_header_widget(label(f"{long_day(today)}  {era_year(today)}", "muted", wrap=True))
        if self._issues:
            self.set_primary(
                self.tr("Print the day's work orders"), "printer", lambda: ctx.navigate("work_orders")
            )
        self._tiles_row = QHBoxLayout()
        self._tiles_row.setSpacing(theme.px(14))
        self._make_tiles()
        self.body.addLayout(self._tiles_row)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(14))
        self._columns.addWidget(self._jobs_card(), 5)
        self._side = self._side_column()
        self._columns.addWidget(self._side, 0)
        self.body.addLayout(self._columns, 1)
        self._make_room()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print_chosen)

    def _make_tiles(self) -> None:
        self.jobs_tile = StatTile(0, self.tr("jobs today"))
        self.print_tile = StatTile(0, self.tr("without a printed work order"))
        self.overdue_tile = StatTile(0, self.tr("papers not back in time"))
        self.waiting_tile = StatTile(0, self.tr("disposals waiting for approval"))
        may = self.ctx.actor.may
        for tile, shown in (
            (self.jobs_tile, True),
            (self.print_tile, self._issues),
            (self.overdue_tile, may(Permission.REGISTER_COPIES)),
            (self.waiting_tile, may(Permission.APPROVE_DISPOSAL)),
        ):
            if shown:
                self._tiles_row.addWidget(tile, 1)

    def _jobs_card(self) -> QWidget:
        words = self.ctx.words
        card = Card(padding=1)
        self.table = DataTable(self.tr("Today's jobs"))
        self.table.set_columns(
            (
                Column("time", self.tr("Time"), width=116, kind="number", value=self._time),
                Column("name", self.tr("Customer"), width=96, stretch=1, kind="masked"),
                Column("town", self.tr("Town"), width=96, stretch=8, optional=True),
                Column("kind", self.tr("Work"), width=64, value=lambda row: kind_text(row, words)),
                Column(
                    "who", self.tr("Staff"), width=72, stretch=3, kind="muted", optional=True, value=who_text
                ),
                Column("paper", self.tr("Work order"), width=84, kind="chip", value=self._paper),
                Column(
                    "state",
                    self.tr("State"),
                    width=72,
                    kind="chip",
                    optional=True,
                    value=lambda row: state_chip(row.state, words),
                ),
            )
        )
        self.table.activated_row.connect(self._open)
        self.table.current_changed.connect(self._allow)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        self.lists.addWidget(
            EmptyState(
                "calendar-days",
                self.tr("No jobs today"),
                self.tr("Find the customer and book a job, or look at the week."),
                (self.tr("Look at the week"), lambda: self.ctx.navigate("schedule")),
            )
        )
        self._trouble = FailurePane()
        self.lists.addWidget(self._trouble)
        card.body.addWidget(self.lists, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(10))
        foot.addWidget(label(self.tr("Enter opens the job"), "muted"), 1)
        self.open_button = button(self.tr("Open job"), lambda: self._open(self.table.current()))
        self.print_button = button(
            self.tr("Print work order"), self._print_chosen, icon="printer", tip="Ctrl+P"
        )
        foot.addWidget(self.open_button)
        foot.addWidget(self.print_button)
        card.body.addLayout(foot)
        self.print_button.setVisible(self._issues)
        self._allow(None)
        return card

    def _time(self, row: JobRow) -> str:
        return time_text(row) or self.tr("all day")

    def _paper(self, row: object) -> ChipValue:
        assert isinstance(row, JobRow)
        if row.copies_out:
            return ChipValue(self.tr("%n out", "", row.copies_out), Tone.INFO)
        if row.work_order_issued:
            return ChipValue(self.tr("printed"), Tone.GOOD)
        return ChipValue(self.tr("not printed"), Tone.WARN)

    def _side_column(self) -> QWidget:
        may = self.ctx.actor.may
        self._attends = may(Permission.REGISTER_COPIES) or may(Permission.APPROVE_DISPOSAL)
        side = QWidget()
        side.setProperty("role", "clear")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        self.backups = BackupCard(self.ctx)
        self.backups.appeared.connect(self._make_room)
        column.addWidget(self.backups)
        self.lists_outside = OutsideListsCard(self.ctx)
        self.lists_outside.appeared.connect(self._make_room)
        column.addWidget(self.lists_outside)
        attention = self._attention_card()
        column.addWidget(attention, 1)
        attention.setVisible(self._attends)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(side)
        return scroll

    def _make_room(self) -> None:
        """The side takes no room while neither of its cards has anything to say."""
        says = not (self.backups.isHidden() and self.lists_outside.isHidden())
        self._side.setVisible(self._attends or says)

    def _attention_card(self) -> Card:
        card = Card(self.tr("Needs attention"))
        self._side_rows = QVBoxLayout()
        self._side_rows.setSpacing(theme.px(8))
        card.body.addLayout(self._side_rows)
        card.body.addStretch(1)
        return card

    # Reading

    def refresh(self) -> None:
        self.backups.refresh()
        self.lists_outside.refresh()
        if self._version != self.ctx.office.data_version:
            self._read()

    def _read(self) -> None:
        ctx = self.ctx
        self._version = ctx.office.data_version
        background.run(self, lambda _progress: ctx.office.home.overview(ctx.actor), self._show, self._failed)

    def _show(self, overview: HomeOverview) -> None:
        self._overview = overview
        chosen = self.table.current()
        job = chosen.job if isinstance(chosen, JobRow) else ""
        active = [row for row in overview.jobs if row.state is not JobState.CANCELLED]
        unprinted = sum(not row.work_order_issued for row in active)
        waiting = sum(batch.state is BatchState.PROPOSED for batch in overview.batches)
        self.jobs_tile.set_number(len(active))
        self.print_tile.set_number(unprinted, Tone.WARN if unprinted else Tone.GOOD)
        self.overdue_tile.set_number(len(overview.overdue), Tone.BAD if overview.overdue else Tone.GOOD)
        self.waiting_tile.set_number(waiting, Tone.WARN if waiting else Tone.GOOD)
        self.table.set_rows(overview.jobs, keep=lambda row: row.job == job)
        self.lists.setCurrentIndex(0 if overview.jobs else 1)
        self._show_side(overview)

    def _show_side(self, overview: HomeOverview) -> None:
        clear(self._side_rows)
        for batch in overview.batches:
            self._side_rows.addWidget(self._batch_line(batch))
        for row in overview.overdue[:OVERDUE_SHOWN]:
            self._side_rows.addWidget(self._overdue_line(row))
        more = len(overview.overdue) - OVERDUE_SHOWN
        if overview.overdue:
            text = (
                self.tr("Register returns") if more <= 0 else self.tr("Register returns (%n more)", "", more)
            )
            self._side_rows.addWidget(
                button(text, lambda: self.ctx.navigate("work_orders", copies="yes"), icon="scan-line")
            )
        if not overview.batches and not overview.overdue:
            self._side_rows.addWidget(
                label(self.tr("Nothing: every paper is back, nothing waits for you."), "muted", wrap=True)
            )

    def _overdue_line(self, row: CopyRow) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        head = QHBoxLayout()
        head.addWidget(label(copy_number(row), "strong"), 1)
        head.addWidget(Chip(self.tr("Overdue"), Tone.BAD))
        column.addLayout(head)
        day = day_of(row.return_by)
        due = self.tr("due back {day}").format(day=short_day(day) if day else row.return_by)
        facts = (self.ctx.words(PROFILE_NAMES[row.profile]), row.holder, due)
        column.addWidget(label("  ".join(filter(None, facts)), "muted", wrap=True))
        return line

    def _batch_line(self, batch) -> QWidget:
        state = self.ctx.words(BATCH_STATE_NAMES[batch.state])
        made = button(
            self.tr("Disposal {month}").format(month=batch.month),
            lambda: self.ctx.navigate("disposal", batch=batch.batch),
            kind="link",
            icon="shredder",
        )
        made.setAccessibleDescription(state)
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Chip(state, Tone.WARN))
        return line

    def _failed(self, error: UserFacingError) -> None:
        self._trouble.show_error(error, self._read)
        self.lists.setCurrentWidget(self._trouble)

    # Acts

    def _allow(self, row: object) -> None:
        self.open_button.setEnabled(isinstance(row, JobRow))
        self.print_button.setEnabled(isinstance(row, JobRow) and row.state is not JobState.CANCELLED)

    def _open(self, row: object) -> None:
        if isinstance(row, JobRow):
            open_job(self.ctx, row.job, self._read)

    def _print_chosen(self) -> None:
        row = self.table.current()
        if isinstance(row, JobRow) and self.print_button.isEnabled() and self._issues:
            IssueDialog(self.ctx, row, self._read).open()

    def open(self, **arguments: object) -> None:
        """``job=ID`` shows one job."""
        if arguments.get("job"):
            open_job(self.ctx, str(arguments["job"]), self._read)

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(ROOM_FOR_BOTH)
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self._columns.setStretchFactor(self._side, 0 if wide else 3)
        self._side.setMinimumWidth(theme.px(SIDE_WIDTH) if wide else 0)
        self._side.setMaximumWidth(theme.px(SIDE_WIDTH) if wide else WIDEST)
