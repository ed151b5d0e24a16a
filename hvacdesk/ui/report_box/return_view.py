"""Coming back with a receipt number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.keys_line import KeysLine
from hvacdesk.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from hvacdesk.services.report_box.report_desk import OpenedReport, ReportDesk


class ReturnView(WorkingView):
    """Asks for the sixteen digits.

    Signals:
        opened(report): the receipt was right.
        left(): back.
    """

    opened = Signal(object)
    left = Signal()
    widest = 460

    def __init__(self, desk: ReportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.set_heading(
            self.tr("Come back with a receipt number"),
            self.tr("Wrong numbers slow the next try down; nobody is locked out."),
        )
        self.form = Form()
        hint = self.tr("Sixteen digits. Spaces do not matter.")
        self.receipt = self.form.add(
            "receipt", self.tr("Receipt number"), KeysLine(), required=True, hint=hint
        )
        self.receipt.setMaxLength(40)
        self.body.addWidget(self.form)
        self.add_busy(self.tr("Looking into the box"))
        self.set_primary(self.tr("Open"), self.go)
        self.add_back(self.tr("Back"), self.leave)
        self._waiting = Waiting(self, self.form.fields["receipt"].set_error, self._enable)
        self.receipt.returnPressed.connect(self.go)
        self.setFocusProxy(self.receipt)

    def go(self) -> None:
        """Try the number."""
        if self._waiting.seconds:
            return
        desk, typed = self._desk, self.receipt.text()
        self.form.clear_errors()
        background.ask(self, lambda: desk.open(typed)).with_busy(self).then(self._on_opened).otherwise(
            self._on_refused
        )

    def leave(self) -> None:
        """Back; what was typed is gone."""
        self.receipt.clear()
        self.left.emit()

    def _on_opened(self, report: OpenedReport) -> None:
        self.receipt.clear()
        self.opened.emit(report)

    def _on_refused(self, error: UserFacingError) -> None:
        self._waiting.tell(error)
        self._enable(enabled=not self._waiting.seconds)
        self.receipt.setFocus()

    def _enable(self, *, enabled: bool = True) -> None:
        if self.primary is not None:
            self.primary.setEnabled(enabled)
