"""The question whether today is the day that a clock says which may have leapt."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from hvacdesk.ui.dates import era_year, long_day
from hvacdesk.ui.widgets.dialog import Dialog


class ClockQuestion(Dialog):
    """Says the date in words; accepted means that it is right."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__("", parent, width=480)
        day = self.tr("{day} ({era})").format(day=long_day(today), era=era_year(today))
        self.set_title(self.tr("Is today {day}?").format(day=day))
        self.add_text(
            self.tr(
                "Look at a calendar or another clock, not at this computer. By this date the program judges "
                "whose data is due to be destroyed. Your confirmation stays in the audit log."
            )
        )
        self.set_primary(self.tr("Yes, that is today"))
        self.add_secondary(self.tr("Cancel"))
