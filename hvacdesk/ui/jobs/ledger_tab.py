"""The electrical-work ledger: jobs that still need an entry, the entries of a period, and their print."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs.electrical import INSPECTION_RESULT_NAMES, LedgerDraft, LedgerReason, LedgerRow
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.papers.printed_lists import DrawnRegister
from hvacdesk.domain.papers.shown import DrawnAt, ShownPages
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.ledger_form import LedgerForm, LedgerReasonDialog
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.printing.still_so import marked
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.day_range import DayRange
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.widgets.text import label, restyle


class ElectricalLedgerTab(RegisterView):
    """Enter or a double click on a line opens its entry."""

    rooms = frozenset({Room.JOBS, Room.CUSTOMERS, Room.PAPERS, Room.STAFF})

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx)
        today = ctx.today()
        self.period = DayRange(today)
        self.first, self.last = self.period.first, self.period.last
        self.first.set_iso(today.replace(month=1, day=1).isoformat())
        self.last.set_iso(today.isoformat())
        self.period.edited.connect(self.narrow)
        self.line.add(self.period)
        self.enter_button = self.act(
            button(self.tr("Open the entry"), self.open_current, icon="pencil"), any_record
        )
        self.print_button = self.act(button(self.tr("Print the ledger"), self.ask_reason, icon="printer"))
        for made, needed in (
            (self.enter_button, Permission.EDIT_JOBS),
            (self.print_button, Permission.ISSUE_WORK_ORDERS),
        ):
            if not ctx.actor.may(needed):
                made.hide()
        self.answer = label("", "muted", wrap=True)
        self.above.addWidget(self.answer)
        self.busy = Busy(self.tr("Drawing the ledger"), cancellable=False)
        self.column.addWidget(self.busy)

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "book-open",
            self.tr("No electrical work in this period"),
            self.tr(
                "Jobs with a new circuit, an outlet, a breaker or a change of voltage come here as soon "
                "as they are done; their entry is made from the job."
            ),
        )

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = (
            Column("on", self.tr("Day"), width=104, kind="number"),
            Column("number", self.tr("Job"), width=116, kind="number"),
            Column("name", self.tr("Customer"), width=120, stretch=2, kind="masked"),
            Column("town", self.tr("Place"), width=120, stretch=2, kind="masked", wide_only=True),
            Column("work", self.tr("Kind of electrical work"), width=160, stretch=3, value=self._work),
            Column(
                "result",
                self.tr("Inspection"),
                width=110,
                wide_only=True,
                value=lambda row: _result_text(row, words),
            ),
            Column("state", self.tr("State"), width=96, kind="chip", value=self._state),
        )
        name = self.tr("Electrical-work ledger")
        table = self.new_table(
            name, columns, kept_as="electrical_ledger", names=names_its_customer, record="job"
        )
        table.offer(lambda: (self.enter_button,))
        table.activated_row.connect(lambda _row: self.open_current())
        return table

    def _work(self, row: LedgerRow) -> str:
        return row.entry.work if row.entry else self.context.words(WORK_KIND_NAMES[row.work_kind])

    def _state(self, row: LedgerRow) -> ChipValue:
        if row.entry is None:
            return ChipValue(self.tr("entry missing"), Tone.WARN)
        return ChipValue(self.tr("entered"), Tone.GOOD)

    # Reading

    def reading(self) -> Callable[[], tuple[LedgerRow, ...]]:
        """Raises InvalidInput where the period is none."""
        ctx, (first, last) = self.context, self.period.days()
        return lambda: ctx.office.electrical.rows(ctx.actor, first, last)

    def show_wrong(self, error: InvalidInput) -> None:
        self._say(error.in_short(self.context.words), "bad")

    def show_read(self, found: tuple[LedgerRow, ...]) -> None:
        self.show_rows(found)
        missing = sum(row.entry is None for row in found)
        entered = len(found) - missing
        self.print_button.setEnabled(bool(entered))
        text = self.tr("%n entry(ies)", "", entered)
        if missing:
            text += "  " + self.tr("%n job(s) still need one", "", missing)
        self._say(text, "warn" if missing else "")

    def _say(self, text: str, tone: str) -> None:
        self.answer.setText(text)
        self.answer.setProperty("tone", tone)
        restyle(self.answer)

    # Acts

    def open_current(self) -> None:
        """Open the entry of the selected job."""
        row, ctx = self.table.current(), self.context
        if isinstance(row, LedgerRow) and ctx.actor.may(Permission.EDIT_JOBS):
            self.open_entry(row.job)

    def open_entry(self, job: str) -> None:
        """Open the entry of a job."""
        ctx = self.context
        background.ask(self, lambda: ctx.office.electrical.draft(ctx.actor, job)).then(self._open)

    def _open(self, draft: LedgerDraft) -> None:
        self.open_form(LedgerForm(self.context, draft))

    def ask_reason(self) -> None:
        """Ask why the ledger is printed, then show it; not while the period is none."""
        try:
            first, last = self.period.days()
        except InvalidInput as error:
            self.show_wrong(error)
            return
        dialog = LedgerReasonDialog(self.context)
        dialog.chosen.connect(lambda reason: self._print(reason, first, last))
        dialog.open()

    def _print(self, reason: LedgerReason, first: str, last: str) -> None:
        ctx = self.context
        ledger = ctx.office.electrical
        document = QCoreApplication.translate("ElectricalLedgerTab", "Electrical-work ledger")
        draw = marked(ctx, lambda: ledger.paper(ctx.actor, first, last, reason, ctx.words))

        def show(drawn: DrawnAt, paper: DrawnRegister) -> None:
            show_pages(
                ctx,
                document,
                paper.pdf,
                note=lambda: ledger.printed(ctx.actor, first, last, reason, paper.lines),
                shown=ShownPages(customers=paper.customers, drawn=drawn),
            )

        background.ask(self, draw).with_busy(self.busy).then(lambda made: show(*made))


def _result_text(row: LedgerRow, words: Words) -> str:
    if row.entry is None or row.entry.result is None:
        return ""
    return words(INSPECTION_RESULT_NAMES[row.entry.result])
