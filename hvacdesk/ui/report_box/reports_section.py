"""The readers' inbox: what is sealed to the person who is logged in, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.report_box.report_box import (
    CATEGORY_NAMES,
    STATE_NAMES,
    InboxView,
    ReportRow,
    ReportState,
)
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.report_box.flood_dialog import FloodDialog
from hvacdesk.ui.report_box.report_dialog import ReportDialog
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox

_TONES = {
    ReportState.NEW: Tone.WARN,
    ReportState.READ: Tone.INFO,
    ReportState.IN_PROGRESS: Tone.INFO,
    ReportState.CLOSED: Tone.GOOD,
}


class ReportsSection(RegisterView):
    """The table of reports; each opens in a dialog."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        text = self.tr("Searching for who wrote a report is forbidden, and so is any retaliation.")
        self.line.fill_with(label(text, "muted", wrap=True))
        self.form_button = self.act(button(self.tr("Print the paper form"), self.print_form, icon="printer"))
        self.fingerprint = label("", "muted", wrap=True)
        self.column.addWidget(self.fingerprint)

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "lock",
            self.tr("No report is sealed to you"),
            self.tr(
                "Reports are written at the login window, without a login. Print the paper form and lay it "
                "out where everybody can take one unseen."
            ),
        )

    def reading(self) -> Callable[[], InboxView]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.reports.inbox(actor)

    def open(self, **arguments: object) -> None:
        """``report=CASE`` opens one."""
        if case := str(arguments.get("report", "")):
            self.once_read(partial(self._open_case, case))

    def _open_case(self, case: str) -> None:
        if self.table.select(lambda row: row.case == case):
            self._open(self.table.current())

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("week", self.tr("Week from"), width=110, value=lambda row: row.report.week.isoformat()),
            Column(
                "category",
                self.tr("What it is about"),
                width=220,
                stretch=3,
                value=lambda row: words(CATEGORY_NAMES[row.report.category]),
            ),
            Column("state", self.tr("State"), width=130, kind="chip", value=self._state),
            Column("due", self.tr("Answer by"), width=150, kind="chip", value=self._due, sort=_by_when),
        ]
        table = self.new_table(
            self.tr("Reports"), columns, kept_as="reports", names=names_nobody, record="case"
        )
        table.offer(tuple, opening=self.tr("Open"))
        table.prints = False  # the log would tell who printed it, and nothing about the box is to be told
        table.activated_row.connect(self._open)
        return table

    def show_read(self, found: InboxView) -> None:
        self.show_rows(found.rows)
        self.fingerprint.setText(
            self.tr("Your key: {fingerprint}. The list at the login window has to show the same.").format(
                fingerprint=found.fingerprint
            )
        )
        self._say(found)

    def _say(self, inbox: InboxView) -> None:
        clear(self.above)
        if inbox.key_replaced is not None:
            text = self.tr(
                "Your passphrase was reset on {day}, and your key with it. A report that was sealed to your "
                "former key alone opens for nobody. Whether there is one cannot be seen here; its writer is "
                "told on coming back with the receipt number, and can send it again."
            )
            self.above.addWidget(WarningBox(text.format(day=day_text(inbox.key_replaced))))
        if inbox.remade:
            self.above.addWidget(
                WarningBox(
                    self.tr(
                        "The box's file “report-box.sealed” was missing once, and an empty one was made. If "
                        "the office moved to another computer, reports stayed on the former one."
                    ),
                    action=(self.tr("Understood"), self._understood),
                )
            )
        if inbox.damaged or inbox.altered:
            self.above.addWidget(
                WarningBox(
                    self.tr(
                        "Parts of the box were damaged. They lie in the folder “report-box-damaged”; a "
                        "report may be lost. Let everybody know, without asking who wrote one."
                    )
                )
            )
        if inbox.unread:
            self.above.addWidget(
                WarningBox(
                    self.tr(
                        "%n reports to you are unread: somebody may be flooding the box to hide a real one. "
                        "None was pushed out, and the box still takes new ones.",
                        "",
                        inbox.unread,
                    ),
                    action=(self.tr("Sort them out…"), lambda: self._sort_out(inbox)),
                )
            )
        # Only one of the two: many unread reports already say that the box may be flooded.
        elif inbox.grown:
            self.above.addWidget(
                WarningBox(
                    self.tr(
                        "The box holds far more reports than is usual, also for others who read: somebody "
                        "may be flooding it. It still takes new ones. Delete what is done with."
                    )
                )
            )

    def _sort_out(self, inbox: InboxView) -> None:
        unread = [row for row in inbox.rows if row.report.state is ReportState.NEW]
        dialog = FloodDialog(self.context, unread)
        dialog.deleted.connect(self.refresh)
        dialog.open()

    def _understood(self) -> None:
        office, actor = self.context.office, self.context.actor
        self.do(lambda: office.reports.clear_remaking(actor))

    def _state(self, row: ReportRow) -> ChipValue:
        return ChipValue(self.context.words(STATE_NAMES[row.report.state]), _TONES[row.report.state])

    def _due(self, row: ReportRow) -> ChipValue | None:
        if row.answer_due is None:
            return None
        return ChipValue(day_text(row.answer_due), self._urgency(row.answer_due))

    def _urgency(self, due: date) -> Tone:
        return Tone.BAD if due < self.context.today() else Tone.WARN

    def print_form(self) -> None:
        """Show the blank paper form, and print it from there."""
        ctx = self.context
        draw_pages(self, ctx, lambda: ctx.office.reports.form(ctx.actor, ctx.words), self.tr("Paper form"))

    def _open(self, row: object) -> None:
        if isinstance(row, ReportRow):
            dialog = ReportDialog(self.context, row)
            dialog.finished.connect(lambda _result: self.refresh())
            dialog.open()


def _by_when(row: ReportRow) -> str:
    return row.answer_due.isoformat() if row.answer_due is not None else ""
