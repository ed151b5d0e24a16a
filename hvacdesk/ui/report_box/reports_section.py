"""The readers' inbox: what is sealed to the person who is logged in, and nothing else."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.report_box.report_box import (
    CATEGORY_NAMES,
    STATE_NAMES,
    InboxView,
    ReportRow,
    ReportState,
)
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.report_box.flood_dialog import FloodDialog
from hvacdesk.ui.report_box.report_dialog import ReportDialog
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox

_TONES = {
    ReportState.NEW: Tone.WARN,
    ReportState.READ: Tone.INFO,
    ReportState.IN_PROGRESS: Tone.INFO,
    ReportState.CLOSED: Tone.GOOD,
}


class ReportsSection(Section):
    """The table of reports; each opens in a dialog."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addLayout(self._actions())
        self._notes = QVBoxLayout()
        self._notes.setSpacing(theme.px(8))
        column.addLayout(self._notes)
        card = Card()
        self.table = self._make_table()
        card.body.addWidget(self.table, 1)
        self.empty = EmptyState(
            "lock",
            self.tr("No report is sealed to you"),
            self.tr(
                "Reports are written at the login window, without a login. Print the paper form and lay it "
                "out where everybody can take one unseen."
            ),
        )
        card.body.addWidget(self.empty, 1)
        self.failure = FailurePane()
        self.failure.hide()
        card.body.addWidget(self.failure, 1)
        column.addWidget(card, 1)
        self.fingerprint = label("", "muted", wrap=True)
        column.addWidget(self.fingerprint)

    def refresh(self) -> None:
        """Open the box again."""
        office, actor = self._context.office, self._context.actor
        background.run(self, lambda _progress: office.reports.inbox(actor), self._show, self._fail)

    def open(self, **arguments: object) -> None:
        """``report=CASE`` opens one."""
        self._wanted = str(arguments.get("report", ""))
        self.refresh()

    def _actions(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        text = self.tr("Searching for who wrote a report is forbidden, and so is any retaliation.")
        line.addWidget(label(text, "muted", wrap=True), 1)
        self.form_button = button(self.tr("Print the paper form"), self.print_form, icon="printer")
        line.addWidget(self.form_button)
        return line

    def _make_table(self) -> DataTable:
        words = self._context.words
        table = DataTable(self.tr("Reports"))
        table.set_columns(
            [
                Column(
                    "week", self.tr("Week from"), width=110, value=lambda row: row.report.week.isoformat()
                ),
                Column(
                    "category",
                    self.tr("What it is about"),
                    width=220,
                    stretch=3,
                    value=lambda row: words(CATEGORY_NAMES[row.report.category]),
                ),
                Column("state", self.tr("State"), width=130, kind="chip", value=self._state),
                Column("due", self.tr("Answer by"), width=150, kind="chip", value=self._due),
            ]
        )
        table.keep_columns(self._context.columns, "reports")
        table.offer(tuple, opening=self.tr("Open"))
        table.prints = False  # the log would tell who printed it, and nothing about the box is to be told
        table.activated_row.connect(self._open)
        return table

    def _show(self, inbox: InboxView) -> None:
        chosen = self.table.current()
        case = self._wanted or (chosen.case if isinstance(chosen, ReportRow) else "")
        self.table.set_rows(inbox.rows, keep=lambda row: row.case == case)
        self.table.setVisible(bool(inbox.rows))
        self.empty.setVisible(not inbox.rows)
        self.failure.hide()
        if self.table.current() is None:
            self.table.select_first()
        self.fingerprint.setText(
            self.tr("Your key: {fingerprint}. The list at the login window has to show the same.").format(
                fingerprint=inbox.fingerprint
            )
        )
        self._say(inbox)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._open(next((row for row in inbox.rows if row.case == wanted), None))

    def _fail(self, error: UserFacingError) -> None:
        self.table.hide()
        self.empty.hide()
        self.failure.show_error(error, self.refresh)
        self.failure.show()

    def _say(self, inbox: InboxView) -> None:
        clear(self._notes)
        if inbox.key_replaced is not None:
            text = self.tr(
                "Your passphrase was reset on {day}, and your key with it. A report that was sealed to your "
                "former key alone opens for nobody. Whether there is one cannot be seen here; its writer is "
                "told on coming back with the receipt number, and can send it again."
            )
            self._notes.addWidget(WarningBox(text.format(day=day_text(inbox.key_replaced))))
        if inbox.remade:
            self._notes.addWidget(
                WarningBox(
                    self.tr(
                        "The box's file “report-box.sealed” was missing once, and an empty one was made. If "
                        "the office moved to this computer, reports stayed on the former one."
                    ),
                    action=(self.tr("Understood"), self._understood),
                )
            )
        if inbox.damaged or inbox.altered:
            self._notes.addWidget(
                WarningBox(
                    self.tr(
                        "Parts of the box were damaged. They lie in the folder “report-box-damaged”; a "
                        "report may be lost. Let everybody know, without asking who wrote one."
                    )
                )
            )
        if inbox.unread:
            self._notes.addWidget(
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
            self._notes.addWidget(
                WarningBox(
                    self.tr(
                        "The box holds far more reports than is usual, also for others who read: somebody "
                        "may be flooding it. It still takes new ones. Delete what is done with."
                    )
                )
            )

    def _sort_out(self, inbox: InboxView) -> None:
        unread = [row for row in inbox.rows if row.report.state is ReportState.NEW]
        dialog = FloodDialog(self._context, unread)
        dialog.deleted.connect(self.refresh)
        dialog.open()

    def _understood(self) -> None:
        office, actor = self._context.office, self._context.actor
        background.run(
            self, lambda _progress: office.reports.clear_remaking(actor), lambda _nothing: self.refresh()
        )

    def _state(self, row: ReportRow) -> ChipValue:
        return ChipValue(self._context.words(STATE_NAMES[row.report.state]), _TONES[row.report.state])

    def _due(self, row: ReportRow) -> ChipValue | None:
        if row.answer_due is None:
            return None
        return ChipValue(day_text(row.answer_due), self._urgency(row.answer_due))

    def _urgency(self, due: date) -> Tone:
        return Tone.BAD if due < self._context.today() else Tone.WARN

    def print_form(self) -> None:
        """Show the blank paper form, and print it from there."""
        context = self._context
        background.run(
            self, lambda _progress: context.office.reports.form(context.actor, context.words), self._preview
        )

    def _preview(self, pdf: bytes) -> None:
        show_pages(self._context, self.tr("Paper form"), pdf)

    def _open(self, row: object) -> None:
        if isinstance(row, ReportRow):
            dialog = ReportDialog(self._context, row)
            dialog.finished.connect(lambda _result: self.refresh())
            dialog.open()
