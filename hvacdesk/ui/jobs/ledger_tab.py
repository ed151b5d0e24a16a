"""The electrical-work ledger: jobs that still need an entry, the entries of a period, and their print."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.jobs.electrical import INSPECTION_RESULT_NAMES, LedgerDraft, LedgerReason, LedgerRow
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.ledger_form import LedgerForm, LedgerReasonDialog
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.day_range import DayRange
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.text import label, restyle


class ElectricalLedgerTab(QWidget):
    """Enter or a double click on a line opens its entry."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self._ctx = ctx
        today = ctx.today()
        self.period = DayRange(today)
        self.first, self.last = self.period.first, self.period.last
        self.first.set_iso(today.replace(month=1, day=1).isoformat())
        self.last.set_iso(today.isoformat())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(self._period_line())
        self.answer = label("", "muted", wrap=True)
        column.addWidget(self.answer)
        card = Card(padding=1)
        self.table = self._make_table()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(
            EmptyState(
                "book-open",
                self.tr("No electrical work in this period"),
                self.tr(
                    "Jobs with a new circuit, an outlet, a breaker or a change of voltage come here as soon "
                    "as they are done; their entry is made from the job."
                ),
            )
        )
        card.body.addWidget(self.stack, 1)
        column.addWidget(card, 1)
        self.busy = Busy(self.tr("Drawing the ledger"), cancellable=False)
        column.addWidget(self.busy)

    def _period_line(self) -> FlowRow:
        line = FlowRow((self.period,))
        self.period.edited.connect(self.read)
        self.enter_button = button(self.tr("Open the entry"), self.open_current, icon="pencil")
        self.print_button = button(self.tr("Print the ledger"), self.ask_reason, icon="printer")
        for made, needed in (
            (self.enter_button, Permission.EDIT_JOBS),
            (self.print_button, Permission.ISSUE_WORK_ORDERS),
        ):
            line.add_at_end(made)
            if not self._ctx.actor.may(needed):
                made.hide()
        return line

    def _make_table(self) -> DataTable:
        words = self._ctx.words
        table = DataTable(self.tr("Electrical-work ledger"), record="job")
        table.set_columns(
            (
                Column("on", self.tr("Day"), width=104, kind="number"),
                Column("number", self.tr("Job"), width=116, kind="number"),
                Column("name", self.tr("Customer"), width=120, stretch=2, kind="masked"),
                Column("town", self.tr("Place"), width=120, stretch=2, kind="masked", optional=True),
                Column("work", self.tr("Kind of electrical work"), width=160, stretch=3, value=self._work),
                Column(
                    "result",
                    self.tr("Inspection"),
                    width=110,
                    optional=True,
                    value=lambda row: _result_text(row, words),
                ),
                Column("state", self.tr("State"), width=96, kind="chip", value=self._state),
            )
        )
        table.keep_columns(self._ctx.columns, "electrical_ledger")
        table.offer(lambda: (self.enter_button,))
        table.activated_row.connect(lambda _row: self.open_current())
        table.current_changed.connect(lambda row: self.enter_button.setEnabled(row is not None))
        return table

    def _work(self, row: LedgerRow) -> str:
        return row.entry.work if row.entry else self._ctx.words(WORK_KIND_NAMES[row.work_kind])

    def _state(self, row: LedgerRow) -> ChipValue:
        if row.entry is None:
            return ChipValue(self.tr("entry missing"), Tone.WARN)
        return ChipValue(self.tr("entered"), Tone.GOOD)

    # Reading

    def read(self) -> None:
        """Read the ledger of the period."""
        try:
            first, last = self.first.iso("first"), self.last.iso("last")
        except InvalidInput as error:
            self._failed(error)
            return
        ctx = self._ctx
        background.run(
            self,
            lambda _progress: ctx.office.electrical.rows(ctx.actor, first, last),
            self._show,
            self._failed,
        )

    def _show(self, rows: tuple[LedgerRow, ...]) -> None:
        self.table.set_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        missing = sum(row.entry is None for row in rows)
        entered = len(rows) - missing
        self.print_button.setEnabled(bool(entered))
        text = self.tr("%n entry(ies)", "", entered)
        if missing:
            text += "  " + self.tr("%n job(s) still need one", "", missing)
        self._say(text, "warn" if missing else "")

    def _failed(self, error: UserFacingError) -> None:
        what, _safe, todo = error.sentences(self._ctx.words)
        self._say(f"{what} {todo}", "bad")

    def _say(self, text: str, tone: str) -> None:
        self.answer.setText(text)
        self.answer.setProperty("tone", tone)
        restyle(self.answer)

    # Acts

    def open_current(self) -> None:
        """Open the entry of the selected job."""
        row, ctx = self.table.current(), self._ctx
        if isinstance(row, LedgerRow) and ctx.actor.may(Permission.EDIT_JOBS):
            self.open_entry(row.job)

    def open_entry(self, job: str) -> None:
        """Open the entry of a job."""
        ctx = self._ctx
        background.run(self, lambda _progress: ctx.office.electrical.draft(ctx.actor, job), self._open)

    def _open(self, draft: LedgerDraft) -> None:
        form = LedgerForm(self._ctx, draft)
        form.saved.connect(lambda _job: self.read())
        form.open()

    def ask_reason(self) -> None:
        """Ask why the ledger is printed, then show it."""
        dialog = LedgerReasonDialog(self._ctx)
        dialog.chosen.connect(self._print)
        dialog.open()

    def _print(self, reason: LedgerReason) -> None:
        ctx, first, last = self._ctx, self.first.iso("first"), self.last.iso("last")
        background.run(
            self,
            lambda _progress: ctx.office.electrical.paper(ctx.actor, first, last, reason, ctx.words),
            partial(
                show_pages,
                ctx,
                QCoreApplication.translate("ElectricalLedgerTab", "Electrical-work ledger"),
                note=lambda: ctx.office.electrical.printed(ctx.actor, first, last, reason),
            ),
            busy=self.busy,
        )


def _result_text(row: LedgerRow, words: Words) -> str:
    if row.entry is None or row.entry.result is None:
        return ""
    return words(INSPECTION_RESULT_NAMES[row.entry.result])
