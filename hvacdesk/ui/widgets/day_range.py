"""Two days between which something is listed, as one says them: 2026/01/01 から 2026/11/28 まで."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal

from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.text import label


class DayRange(FlowRow):
    """Two fields with the words of the language around them.

    Signals:
        edited(): one of the days was typed or picked.
    """

    edited = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.first, self.last = (DateField(today, any_past=True) for _end in range(2))
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
