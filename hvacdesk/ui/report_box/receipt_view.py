"""The receipt number: shown this once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hvacdesk.domain.report_box.report_box_input import grouped_receipt
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.ui.widgets.one_time import ask_before_it_is_gone
from hvacdesk.ui.widgets.text import label, points


class ReceiptView(EntryView):
    """Goes on only once the writer says that the number was written down.

    Signals:
        left(): done.
    """

    left = Signal()
    widest = 520

    def __init__(self, receipt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.receipt = receipt
        self.set_heading(
            self.tr("Your report is in the box"),
            self.tr("With this number you come back, read the answer and write more."),
        )
        card = Card()
        self.number = label(grouped_receipt(receipt), "code", wrap=True)
        self.number.setAccessibleName(grouped_receipt(receipt))
        card.body.addWidget(self.number)
        self.body.addWidget(card)
        points(
            self.body,
            self.tr("It is shown only now and kept nowhere. Nobody can look it up or replace it."),
            self.tr("Write it by hand and keep it where nobody looks. Do not photograph the screen here."),
        )
        self.noted = QCheckBox(self.tr("I have written the number down"))
        self.body.addWidget(self.noted)
        primary = self.set_primary(self.tr("Done"), self.leave)
        primary.setEnabled(False)
        self.noted.toggled.connect(primary.setEnabled)
        self.setFocusProxy(self.noted)

    def asks_before_closing(self) -> bool:
        """Whether the number would be lost with the window: the writer has not said that it was noted."""
        if not self.receipt or self.noted.isChecked():
            return False
        ask_before_it_is_gone(self, self._close)
        return True

    def leave(self) -> None:
        """Take the number off the screen."""
        self._forget()
        self.left.emit()

    def _close(self) -> None:
        self._forget()
        self.window().close()

    def _forget(self) -> None:
        self.receipt = ""
        self.number.setText("")
        self.number.setAccessibleName("")
