"""Signing a month's access review."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.oversight.access_review import MonthSheet
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import month_text
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import text_box


class SignForm(FormDialog):
    """The remark says what was asked and answered."""

    def __init__(self, ctx: DeskContext, sheet: MonthSheet) -> None:
        title = QCoreApplication.translate("SignForm", "Sign the access review of {month}")
        super().__init__(ctx, title.format(month=month_text(sheet.month)), width=520)
        self._month = sheet.month
        self.form.column.addWidget(
            label(self.tr("%n unusual thing(s) on the sheet.", "", len(sheet.findings)), "strong", wrap=True)
        )
        self.remark = self.form.add(
            "remark",
            self.tr("What you asked and what the answer was"),
            text_box(4),
            hint=self.tr("Without customers' names. Once signed, the sheet stands."),
        )
        self.form.column.addStretch(1)
        self.fit(560, 460)
        self.watch()
        self.keep_draft(
            "signature", self._month, "safeguards", section="access", month=self._month, sign="yes"
        )
        self.remark.setFocus()

    def collect(self) -> Callable[[], object]:
        office, actor, month = self.ctx.office, self.ctx.actor, self._month
        remark = self.remark.toPlainText()
        return lambda: office.access_review.sign(actor, month, remark)
