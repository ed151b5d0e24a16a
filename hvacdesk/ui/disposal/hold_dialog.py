"""Asks why and until when a disposal is put off."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from hvacdesk.ui.dates import day_form
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import FormField

DEFAULT_MONTHS = 6


class HoldDialog(Dialog):
    """Puts one customer's disposal off; both fields are required.

    Attributes:
        reason: erased with the customer, so that it may say what it is about.
    """

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("HoldDialog", "Hold disposal"), parent)
        start = QDate(today.year, today.month, today.day)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.until = QDateEdit(start.addMonths(DEFAULT_MONTHS))
        self.until.setMinimumDate(start.addDays(1))
        self.until.setDisplayFormat(day_form())
        self.until.setCalendarPopup(True)
        self.body.addWidget(FormField(self.tr("Reason"), self.reason, required=True))
        self.body.addWidget(FormField(self.tr("Hold until"), self.until, required=True))
        hold = self.set_primary(self.tr("Hold"))
        hold.setEnabled(False)
        self.add_secondary(self.tr("Cancel"))
        self.reason.textChanged.connect(lambda text: hold.setEnabled(bool(text.strip())))
        self.reason.setFocus()

    def until_text(self) -> str:
        """The chosen day, ISO."""
        return self.until.date().toString("yyyy-MM-dd")
