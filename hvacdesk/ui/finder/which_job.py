"""Which of a customer's open jobs a work order is for: nobody prints another day's by mistake."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QRadioButton

from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.wording.jobs import job_line


class WhichJobDialog(Dialog):
    """Asks which of several jobs is meant; the first one is chosen beforehand."""

    def __init__(self, ctx: DeskContext, rows: Sequence[JobRow]) -> None:
        heading = QCoreApplication.translate("WhichJobDialog", "Work order for which job?")
        super().__init__(heading, ctx.window, width=600)
        self._rows = rows
        self.choices = [QRadioButton(job_line(row, ctx.words)) for row in rows]
        for choice in self.choices:
            self.body.addWidget(choice)
        self.choices[0].setChecked(True)
        self.choices[0].setFocus()
        self.set_primary(self.tr("Choose the copies…"))
        self.add_secondary(self.tr("Cancel"))

    def chosen(self) -> JobRow:
        """The job that is meant."""
        return next(row for row, choice in zip(self._rows, self.choices, strict=True) if choice.isChecked())
