"""Two days between which something is listed, as one says them: 2026/01/01 から 2026/11/28 まで."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.input_checks import check_span
from hvacdesk.ui.dates import FARTHEST
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.text import label, restyle


class DayRange(FlowRow):
    """Two fields with the words of the language around them.

    Signals:
        edited(): one of the days was typed or picked.
    """

    edited = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.first = DateField(today, mostly_past=True)
        self.last = DateField(today, mostly_past=True, begin=self.first)
        self.first.setAccessibleName(QCoreApplication.translate("DayRange", "First day"))
        self.last.setAccessibleName(QCoreApplication.translate("DayRange", "Last day"))
        fields = {"{first}": self.first, "{last}": self.last}
        pattern = QCoreApplication.translate("DayRange", "From {first} to {last}")
        for part in re.split(r"(\{first\}|\{last\})", pattern):
            if part in fields:
                fields[part].editingFinished.connect(self.edited)
                self.add(fields[part])
            elif part.strip():
                self.add(label(part.strip(), "label"))

    def days(self) -> tuple[str, str]:
        """The first and the last day as ISO text, empty where none is given; what is none is marked.

        Raises:
            NoSuchDay, BadDate: anything else was typed, into the field ``first_day`` or ``last_day``.
            EndsBeforeStart: the last day lies before the first one.
        """
        refusals = []
        days: list[str] = []
        for field, name in ((self.first, "first_day"), (self.last, "last_day")):
            wrong = ""
            try:
                day = field.iso(name)
                check_span(name, days[0] if days else "", day, self._today + FARTHEST)
                days.append(day)
            except InvalidInput as error:
                refusals.append(error)
                wrong = words(error.what)
            field.setProperty("invalid", "true" if wrong else "false")
            field.setAccessibleDescription(wrong)
            restyle(field)
        if refusals:
            raise refusals[0]
        first, last = days
        return first, last
