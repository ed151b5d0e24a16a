"""Today: the jobs of the day, calls to make, papers that should be back, and what else waits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import JobRow, JobState
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.services.office.today import TodayOverview
from hvacdesk.ui import background
from hvacdesk.ui.backups.backup_card import BackupCard
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import era_year, long_day
from hvacdesk.ui.exchange.outside_card import OutsideListsCard
from hvacdesk.ui.jobs.opening import open_job
from hvacdesk.ui.pages.attention_card import AttentionCard
from hvacdesk.ui.pages.calls_card import CallsCard
from hvacdesk.ui.pages.first_week_view import FirstWeekView
from hvacdesk.ui.pages.new_requests import NewRequests
from hvacdesk.ui.pages.urgent_leaks import UrgentLeaks
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.papers.issue import IssueDialog
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column
from hvacdesk.ui.widgets.deferred import Deferred
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.scroll_column import ScrollColumn, bring_into_sight
from hvacdesk.ui.widgets.stat_tile import StatTile
from hvacdesk.ui.widgets.task_list import TaskRow
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.whole_table import WholeTable
from hvacdesk.ui.wording.jobs import hours_text, kind_text, state_chip, who_text

ROOM_FOR_BOTH = 860
ROOM_BELOW = 600
"""In design pixels: in a lower window lists that scroll would show next to nothing."""
ROOM_UNDER_WAITING = 440
"""The same of what a window has left under the leaks and requests that wait."""
SIDE_WIDTH = 304
WIDEST = 16777215
"""Qt's own limit: no limit."""
UNREAD = "–"
"""What a tile shows where its number could not be read."""


class TodayPage(Page):
    """The first page of the day; everything on it is one click from its work.

    Until it is read for the first time nothing but its title is there: no number is shown that is not true.
    A large window shows all of it, and long lists in it scroll. A small one, or large text, leaves no room
    for that: there the page scrolls as one, and nothing within it.
    """

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Today"))
        self.ctx = ctx
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, ctx.changes, frozenset(Room), self._read)
        self._issues = ctx.actor.may(Permission.ISSUE_WORK_ORDERS)
        self._day = label("", "muted", wrap=True)
        self.add_header_widget(self._day)
        self._say_day()
        if self._issues:
            self.set_primary(
                self.tr("Print the day's work orders"),
                "printer",
                lambda: ctx.navigate("work_orders", day=ctx.today().isoformat()),
            )
        self._content = QWidget(self)
        self._content.hide()
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(theme.gap(14))
        self.body.addWidget(self._content, 1)
        self.urgent = UrgentLeaks(ctx, self._content)
        content.addWidget(self.urgent)
        self.requests = NewRequests(ctx, self._content)
        content.addWidget(self.requests)
        self._tiles_row = FlowRow(even=True, gap=14)
        content.addWidget(self._tiles_row)
        self._make_tiles()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.gap(14))
        content.addLayout(self._columns, 1)
        self._jobs = QVBoxLayout()
        self._jobs.addWidget(self._jobs_card(), 1)
        self._jobs.addStretch(0)
        self._columns.addLayout(self._jobs, 5)
        self._as_one = False
        self._side = self._side_column()
        self._columns.addWidget(self._side, 0)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print_chosen)

    def _make_tiles(self) -> None:
        go, may = self.ctx.navigate, self.ctx.actor.may
        today = self.ctx.today().isoformat()
        self.jobs_tile = StatTile(UNREAD, self.tr("jobs today"), slot=self._to_jobs)
        self.print_tile = StatTile(
            UNREAD,
            self.tr("without a printed work order"),
            slot=lambda: go("work_orders", day=today),
        )
        self.calls_tile = StatTile(UNREAD, self.tr("open call notes"), slot=lambda: go("calls", show="open"))
        self.out_tile = StatTile(UNREAD, self.tr("papers out"), slot=lambda: go("work_orders", copies="yes"))
        self.overdue_tile = StatTile(
            UNREAD, self.tr("papers not back in time"), slot=lambda: go("work_orders", copies="yes")
        )
        self.bill_tile = StatTile(UNREAD, self.tr("done and not billed"), slot=lambda: go("billing"))
        self.unpaid_tile = StatTile(
            UNREAD, self.tr("invoices overdue"), slot=lambda: go("billing", tab="open_items")
        )
        for tile, shown in (
            (self.jobs_tile, True),
            (self.print_tile, self._issues),
            (self.calls_tile, True),
            (self.out_tile, may(Permission.REGISTER_COPIES)),
            (self.overdue_tile, may(Permission.REGISTER_COPIES)),
            (self.bill_tile, may(Permission.BILL)),
            (self.unpaid_tile, may(Permission.BILL)),
        ):
            self._tiles_row.add(tile)
            if not shown:
                tile.hide()

    def _jobs_card(self) -> QWidget:
        words = self.ctx.words
        card = Card(padding=1)
        self.table = WholeTable(self.tr("Today's jobs"))
        self.table.show_all(False)
        self.table.set_columns(
            (
                Column("time", self.tr("Time"), width=108, kind="number", value=self._time),
                Column("name", self.tr("Customer"), width=96, stretch=1, kind="masked"),
                Column("town", self.tr("Town"), width=64, stretch=8, wide_only=True),
                Column("kind", self.tr("Work"), width=64, value=lambda row: kind_text(row, words)),
                Column(
                    "who", self.tr("Staff"), width=72, stretch=3, kind="muted", wide_only=True, value=who_text
                ),
                Column("paper", self.tr("Work order"), width=84, kind="chip", value=self._paper),
                Column(
                    "state",
                    self.tr("State"),
                    width=72,
                    kind="chip",
                    value=lambda row: state_chip(row.state, words),
                ),
            )
        )
        self.table.keep_columns(self.ctx.columns, "today", names_its_customer)
        self.table.offer(lambda: (self.open_button, self.print_button))
        self.table.activated_row.connect(self._open)
        self.table.current_changed.connect(self._allow)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        # Built only when it is needed: the page opens sooner without it.
        self.lists.addWidget(Deferred(self._no_jobs))
        self._trouble = FailurePane()
        self.lists.addWidget(self._trouble)
        self._first_week: Deferred[FirstWeekView] = Deferred(lambda: FirstWeekView(self.ctx))
        self.lists.addWidget(self._first_week)
        card.body.addWidget(self.lists, 1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(10))
        foot.addWidget(label(self.tr("Enter opens the job"), "muted"), 1)
        self.open_button = button(self.tr("Open job"), lambda: self._open(self.table.current()))
        self.print_button = button(self.tr("Print work order"), self._print_chosen, icon="printer")
        foot.addWidget(self.open_button)
        foot.addWidget(self.print_button)
        card.body.addWidget(self._foot)
        self.print_button.setVisible(self._issues)
        self._allow(None)
        return card

    def _no_jobs(self) -> EmptyState:
        return EmptyState(
            "calendar-days",
            self.tr("No jobs today"),
            self.tr("Find the customer and book a job, or look at the week."),
            (self.tr("Look at the week"), lambda: self.ctx.navigate("schedule")),
        )

    def _time(self, row: JobRow) -> str:
        return hours_text(row.starts, row.ends)

    def _paper(self, row: object) -> ChipValue:
        assert isinstance(row, JobRow)
        if row.copies_out:
            return ChipValue(self.tr("%n out", "", row.copies_out), Tone.INFO)
        if row.state is JobState.CANCELLED:  # nobody prints anything for it any more
            return ChipValue("", Tone.NEUTRAL)
        if row.copies_waiting:
            return ChipValue(self.tr("%n waiting to be printed", "", row.copies_waiting), Tone.WARN)
        if row.work_order_printed:
            return ChipValue(self.tr("printed"), Tone.GOOD)
        return ChipValue(self.tr("not printed"), Tone.WARN)

    def _side_column(self) -> QWidget:
        may = self.ctx.actor.may
        self._attends = may(Permission.REGISTER_COPIES) or may(Permission.APPROVE_DISPOSAL)
        place = QWidget()
        place.setProperty("role", "clear")
        self._side_place = QVBoxLayout(place)
        self._side_place.setContentsMargins(0, 0, 0, 0)
        self._cards = side = QWidget()
        side.setProperty("role", "clear")
        self._scroll = ScrollColumn(side, parent=place)
        self._side_place.addWidget(self._scroll)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(14))
        self.calls = CallsCard(self.ctx)
        self.attention = AttentionCard(self.ctx)
        self.backups = BackupCard(self.ctx)
        self.lists_outside = OutsideListsCard(self.ctx, side)
        for card in (self.calls, self.attention, self.lists_outside, self.backups):
            column.addWidget(card)
        self.attention.setVisible(self._attends)
        column.addStretch(1)
        return place

    # Reading

    def refresh(self) -> None:
        self.backups.refresh()
        self.lists_outside.refresh()
        if self.ctx.actor.may(Permission.READ_REPORTS):
            self._fresh.read()  # no notice tells of a report: it would tell others of it, too
        else:
            self._fresh.keep()

    def _say_day(self) -> None:
        today = self.ctx.today()
        self._day.setText(f"{long_day(today)}  {era_year(today)}")

    def _read(self) -> None:
        self._say_day()
        ctx = self.ctx
        self._reader.read(lambda: ctx.office.today_page.overview(ctx.actor)).then(self._show).otherwise(
            self._failed
        )

    def _show(self, overview: TodayOverview) -> None:
        chosen = self.table.current()
        job = chosen.job if isinstance(chosen, JobRow) else ""
        active = [row for row in overview.jobs if row.state is not JobState.CANCELLED]
        unprinted = sum(not row.work_order_printed for row in active)
        overdue = overview.papers.late
        self.jobs_tile.set_number(len(active))
        self.print_tile.set_number(unprinted, Tone.WARN if unprinted else Tone.GOOD)
        self.calls_tile.set_number(overview.calls.count, Tone.BAD if overview.calls.late else Tone.NEUTRAL)
        self.overdue_tile.set_number(overdue, Tone.BAD if overdue else Tone.GOOD)
        self.out_tile.set_number(overview.papers.out)
        billing = overview.billing
        self.bill_tile.set_number(billing.to_bill, Tone.WARN if billing.to_bill else Tone.GOOD)
        self.unpaid_tile.set_number(billing.overdue, Tone.BAD if billing.overdue else Tone.GOOD)
        self.table.set_rows(overview.jobs, keep=lambda row: row.job == job)
        self.lists.setCurrentIndex(0 if overview.jobs else 1)
        if overview.first_week:
            self.first_week.show_steps(overview.first_week)
            self.lists.setCurrentWidget(self._first_week)
        self._foot.setVisible(not overview.first_week)
        self.calls.show_calls(overview.calls)
        self.urgent.show_overview(overview)
        self.requests.show_overview(overview)
        self._arrange()
        self.attention.show_overview(overview)
        self.attention.setVisible(
            self._attends or bool(overview.duties or overview.asked or overview.reports or billing.in_files)
        )
        self._content.show()

    def _failed(self, error: UserFacingError) -> None:
        self._trouble.show_error(error, self._fresh.read)
        self.lists.setCurrentWidget(self._trouble)
        self._content.show()

    @property
    def first_week(self) -> FirstWeekView:
        """What a new office sees to first."""
        return self._first_week.content

    # Acts

    def _to_jobs(self) -> None:
        self.table.enter()

    def _allow(self, row: object) -> None:
        self.open_button.setEnabled(isinstance(row, JobRow))
        cancelled = isinstance(row, JobRow) and row.state is JobState.CANCELLED
        self.print_button.setEnabled(isinstance(row, JobRow) and not cancelled)
        why = self.tr("The job is cancelled: no work order is printed for it.") if cancelled else ""
        self.print_button.setToolTip(why or "Ctrl+P")
        self.print_button.setAccessibleDescription(why)

    def _open(self, row: object) -> None:
        if isinstance(row, JobRow):
            open_job(self.ctx, row.job)

    def _print_chosen(self) -> None:
        row = self.table.current()
        if isinstance(row, JobRow) and self.print_button.isEnabled() and self._issues:
            IssueDialog(self.ctx, row).open()

    def focus_waiting(self) -> bool:
        rows = [row for row in self.findChildren(TaskRow) if row.isVisible()]
        at = next((number for number, row in enumerate(rows) if row.hasFocus()), -1)
        if rows:
            chosen = rows[(at + 1) % len(rows)]
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)
            bring_into_sight(chosen)
        return bool(rows)

    def open(self, **arguments: object) -> None:
        """``job=ID`` shows one job."""
        if arguments.get("job"):
            open_job(self.ctx, str(arguments["job"]))

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window became higher or lower; that resizes no page which is higher than its room."""
        if event.type() is QEvent.Type.Resize and watched is self.window():
            self._arrange()
        return False

    def _arrange(self) -> None:
        wide = self.width() >= theme.px(ROOM_FOR_BOTH)
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self._columns.setStretchFactor(self._side, 0 if wide else 3)
        self._side.setMinimumWidth(theme.px(SIDE_WIDTH) if wide else 0)
        self._side.setMaximumWidth(theme.px(SIDE_WIDTH) if wide else WIDEST)
        waiting = (self.urgent, self.requests)
        above = sum(box.sizeHint().height() for box in waiting if not box.isHidden())
        height = self.window().height()
        low = height < theme.px(ROOM_BELOW) or height - above < theme.px(ROOM_UNDER_WAITING)
        self._scroll_as_one(not wide or low)

    def _scroll_as_one(self, as_one: bool) -> None:
        """Whether lists are as high as what is in them, and the page scrolls."""
        if as_one is self._as_one:
            return
        self._as_one = as_one
        self.table.show_all(as_one)
        # Beside a long column the buttons stay under the last job.
        self._jobs.setStretch(0, 0 if as_one else 1)
        self._jobs.setStretch(1, 1 if as_one else 0)
        if as_one:
            self._scroll.takeWidget()
            self._side_place.addWidget(self._cards)
            self._cards.show()
        else:
            self._scroll.setWidget(self._cards)
        self._scroll.setVisible(not as_one)
