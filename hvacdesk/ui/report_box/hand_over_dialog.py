"""Giving a report to another reader: before one leaves, is away, or got a new key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.report_box.report_box import ReportRow
from hvacdesk.domain.report_box.report_box_input import ADDITION_LIMIT
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.report_box.secret_text import SecretText
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class HandOverDialog(WorkDialog):
    """Asks to whom, and for the note that goes with it.

    Signals:
        handed_over(row): the report as it is now.
    """

    handed_over = Signal(object)

    def __init__(self, context: DeskContext, row: ReportRow, parent: QWidget | None = None) -> None:
        super().__init__("", parent or context.window, width=520)
        self.set_title(self.tr("Hand the report over"))
        self._context = context
        self._row = row
        self.add_text(
            self.tr(
                "They can read it from then on, and you as well. Whoever the reporter left out is not "
                "offered. Somebody whose passphrase was reset has a new key: hand it over only once you know "
                "that they asked for the reset themselves."
            ),
            "muted",
        )
        self.form = Form()
        self.to = self.form.add("to", self.tr("To whom"), QComboBox())
        for reader in row.handed_on:
            self.to.addItem(reader.name, reader.account)
        self.text = self.form.add(
            "text", self.tr("Note for the hand-over"), SecretText(ADDITION_LIMIT, rows=4), required=True
        )
        self.body.addWidget(self.form)
        self.set_primary(self.tr("Hand over"), self.hand_over)
        self.add_secondary(self.tr("Cancel"))

    def hand_over(self) -> None:
        """Seal it to them too."""
        reports, actor, case = self._context.office.reports, self._context.actor, self._row.case
        account, text = str(self.to.currentData()), self.text.text()
        self.form.clear_errors()
        self.ask(self.tr("Sealing the report"), lambda: reports.hand_over(actor, case, account, text)).then(
            self._done
        ).otherwise(self._failed)

    def _done(self, row: ReportRow) -> None:
        self.text.forget()
        self.accept()
        self.handed_over.emit(row)

    def _failed(self, error: UserFacingError) -> None:
        if not self.form.show_invalid(error):
            show_error(self, error)
