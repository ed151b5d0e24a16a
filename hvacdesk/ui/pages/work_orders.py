"""Work orders: the day's copies to print in one go, and the register of those that are out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import JobRow, JobState
from hvacdesk.domain.papers.register import PaperRow
from hvacdesk.domain.papers.work_orders import CopyRow, CopyState, as_sent
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import long_day
from hvacdesk.ui.jobs.ledger_tab import ElectricalLedgerTab
from hvacdesk.ui.jobs.opening import open_job
from hvacdesk.ui.papers.day_list import DayList
from hvacdesk.ui.papers.day_model import Copies
from hvacdesk.ui.papers.issue import changed_copies, issue_day, printed_profiles
from hvacdesk.ui.papers.register import PaperRegister
from hvacdesk.ui.printing.came_out import ask_what_came_out
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.deferred import Deferred
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import label

READ = frozenset({Room.JOBS, Room.PAPERS, Room.CUSTOMERS, Room.INCIDENTS, Room.STAFF})


class WorkOrdersPage(Page):
    """Three tabs: print, what came back, and the electrical-work ledger."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Work orders"))
        self.ctx = ctx
        self.day = ctx.today()
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, ctx.changes, READ, self._read)
        self.tabs = TabRow(frugal=True)
        self.body.addWidget(self.tabs, 1)
        self._issues = ctx.actor.may(Permission.ISSUE_WORK_ORDERS)
        if self._issues:
            self.print_button = self.set_primary(self.tr("Print"), "printer", self.print_day)
            self.print_button.setToolTip("Ctrl+P")
            self._shortcut(QKeySequence.StandardKey.Print, self.print_day)
            self.tabs.add(self.tr("Print a day"), self._day_tab())
        self._register = Deferred(self._register_tab)
        self.tabs.add(self.tr("Register of papers"), self._register)
        self._ledger = Deferred(lambda: ElectricalLedgerTab(ctx))
        self.tabs.add(self.tr("Electrical-work ledger"), self._ledger)
        self.tabs.changed.connect(lambda _number: self._show_tab())

    @property
    def register(self) -> PaperRegister:
        """The register of papers."""
        return self._register.content

    @property
    def ledger(self) -> ElectricalLedgerTab:
        """The electrical-work ledger."""
        return self._ledger.content

    def _register_tab(self) -> PaperRegister:
        return PaperRegister(self.ctx)

    def _shortcut(self, keys: QKeySequence.StandardKey | str, slot: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self, slot)

    def _day_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        line = FlowRow()
        for text, icon, step, keys in (
            (self.tr("Day before"), "chevron-left", -1, "PgUp"),
            (self.tr("Today"), "", 0, "Home"),
            (self.tr("Day after"), "chevron-right", 1, "PgDown"),
        ):
            line.add(button(text, partial(self.turn, step), icon=icon, tip=keys))
            QShortcut(QKeySequence(keys), tab, partial(self.turn, step))
        self._day_label = label("", "strong")
        line.add(self._day_label)
        self.missing_button = button(
            self.tr("Something did not come out"), self.ask_what_came_out, kind="link"
        )
        line.add_at_end(self.missing_button)
        column.addWidget(line)
        card = Card(padding=1)
        self.list = DayList(self.ctx)
        self.list.changed.connect(self._count)
        self.list.opened.connect(lambda row: open_job(self.ctx, row.job))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(
            EmptyState(
                "printer",
                self.tr("No jobs on this day"),
                self.tr("Book jobs first; their work orders are printed here in one go."),
                (self.tr("Look at the week"), lambda: self.ctx.navigate("schedule")),
            )
        )
        self._trouble = FailurePane()
        self.stack.addWidget(self._trouble)
        card.body.addWidget(self.stack, 1)
        column.addWidget(card, 1)
        self.busy = Busy(self.tr("Drawing the work orders"), cancellable=False, disable=self.print_button)
        column.addWidget(self.busy)
        return tab

    # Reading

    def turn(self, days: int) -> None:
        """Go that many days on or back; 0 is today."""
        self.day = self.day + timedelta(days=days) if days else self.ctx.today()
        self._read_day()

    def refresh(self) -> None:
        self._fresh.keep()

    def open(self, **arguments: object) -> None:
        """``copies`` or ``losses`` bring the register to the front; ``day=DATE`` a day's list.

        ``paper`` is one to choose in the register.
        ``file`` opens the form for a paper that came in, ``lend=ID`` that for lending one, ``cabinets``
        the cabinets, ``ledger=JOB`` that job's entry in the ledger.
        """
        if arguments.get("file"):
            self.register.file()
        if arguments.get("cabinets"):
            self.register.open_cabinets()
        if arguments.get("lend"):
            self.register.lend_one(str(arguments["lend"]))
        if arguments.get("ledger"):
            self.tabs.show_tab(self.tabs.stack.indexOf(self._ledger))
            self.ledger.open_entry(str(arguments["ledger"]))
        elif arguments.get("copies") or arguments.get("losses"):
            self.tabs.show_tab(self.tabs.stack.indexOf(self._register))
            paper = arguments.get("paper")
            if isinstance(paper, PaperRow):
                self.register.show_paper(paper)
        elif arguments.get("day") and self._issues:
            self.day = date.fromisoformat(str(arguments["day"]))
            self.tabs.show_tab(0)

    def _show_tab(self) -> None:
        self._fresh.read()
        if self._issues:
            self.print_button.setVisible(self.tabs.current == 0)
        if self._in_front(self._register):
            self.register.take_keyboard()

    def _in_front(self, tab: QWidget) -> bool:
        return self.tabs.stack.currentWidget() is tab

    def _read(self) -> None:
        """Read what the tab in front shows; each of the others reads when it comes to the front."""
        if self._in_front(self._register):
            self.register.read()
        elif self._in_front(self._ledger):
            self.ledger.refresh()
        else:
            self._read_day()

    def _read_day(self) -> None:
        ctx, day = self.ctx, self.day
        self._reader.read(lambda: _jobs_and_copies(ctx, day)).then(
            lambda found: self._show_day(day, *found)
        ).otherwise(self._failed)

    def _show_day(self, day: date, rows: tuple[JobRow, ...], printed: Copies, changed: Copies) -> None:
        self._day_label.setText(long_day(day))
        self.list.show_day(rows, printed, changed)
        self.missing_button.setVisible(any(printed.values()))
        self.stack.setCurrentIndex(1 if self.list.is_empty else 0)

    def _failed(self, error: UserFacingError) -> None:
        self._trouble.show_error(error, self._fresh.read)
        self.stack.setCurrentWidget(self._trouble)

    def _count(self) -> None:
        count = sum(map(len, self.list.chosen().values()))
        self.print_button.setText(self.tr("Print %n copy(ies)", "", count) if count else self.tr("Print"))
        self.print_button.setEnabled(count > 0)

    # Printing

    def ask_what_came_out(self) -> None:
        """Ask which of the day's copies came out of the printer, however long ago it was."""
        ctx, day = self.ctx, self.day
        background.ask(self, lambda: _sent_copies(ctx, day)).then(
            lambda copies: ask_what_came_out(ctx, copies) if copies else None
        )

    def print_day(self) -> None:
        """Issue the checked copies and show them; reprints ask why. In the register, the evening's sheet."""
        if self._in_front(self._register):
            self.register.print_sheet()
            return
        chosen = self.list.chosen()
        if self.tabs.current == 0 and chosen:
            issue_day(self.ctx, self.day, chosen, self.list.again(), self.busy)


def _sent_copies(ctx: DeskContext, day: date) -> tuple[CopyRow, ...]:
    """The day's copies that were sent to the printer today and have not come back, or wait for it."""
    today = ctx.today().isoformat()
    jobs = [row.job for row in ctx.office.jobs.day(ctx.actor, day) if row.work_order_issued]
    copies = ctx.office.work_orders.copies_of(ctx.actor, jobs)
    return tuple(
        copy
        for job in jobs
        for copy in copies.get(job, ())
        if copy.state is CopyState.PRINTING or (as_sent(copy) and copy.issued_on == today)
    )


def _jobs_and_copies(ctx: DeskContext, day: date) -> tuple[tuple[JobRow, ...], Copies, Copies]:
    """The day's jobs, of which profiles they have copies, and of which those show what was changed since."""
    rows = ctx.office.jobs.day(ctx.actor, day)
    jobs = [row.job for row in rows if row.work_order_issued and row.state is not JobState.CANCELLED]
    copies = ctx.office.work_orders.copies_of(ctx.actor, jobs)
    changed = changed_copies(ctx, [row for row in rows if row.job in jobs], copies)
    return rows, {job: printed_profiles(copies.get(job, ())) for job in jobs}, changed
