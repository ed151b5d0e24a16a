"""Two sums between which something is listed, as one says them: 金額 1,000 円 から 5,000 円 まで."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Signal

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of
from hvacdesk.ui.widgets.text import label

_WIDTH = 120


class SumRange(FlowRow):
    """Two fields of yen with the words of the language around them.

    Signals:
        edited(): one of the sums was typed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lowest, self.highest = money_field(), money_field()
        self.lowest.setAccessibleName(QCoreApplication.translate("SumRange", "Lowest sum in yen"))
        self.highest.setAccessibleName(QCoreApplication.translate("SumRange", "Highest sum in yen"))
        fields = {"{lowest}": self.lowest, "{highest}": self.highest}
        pattern = QCoreApplication.translate("SumRange", "Sum from {lowest} to {highest} yen")
        for part in re.split(r"(\{lowest\}|\{highest\})", pattern):
            if part in fields:
                fields[part].setMaximumWidth(theme.px(_WIDTH))
                fields[part].editingFinished.connect(self.edited)
                self.add(fields[part])
            elif part.strip():
                self.add(label(part.strip(), "label"))

    def sums(self) -> tuple[int | None, int | None]:
        """The lowest and the highest one in yen. Raises :class:`BadNumber`, naming the field."""
        return number_of(self.lowest.text(), int, "lowest"), number_of(self.highest.text(), int, "highest")
