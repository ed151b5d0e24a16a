"""Two sums between which something is listed, as one says them: 税込金額 1,000 円 から 5,000 円 まで."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Signal

from hvacdesk.domain.errors import HighestBelowLowest
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.money_field import short_money_field
from hvacdesk.ui.widgets.numbers import number_of
from hvacdesk.ui.widgets.text import label


class SumRange(FlowRow):
    """Two fields of yen with the words of the language around them.

    Args:
        name: of the sums, as the list's own column names them, with their tax or without it.
        hint: what is found by them, where that is not plain.

    Signals:
        edited(): one of the sums was typed.
    """

    edited = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        fields = {"{lowest}": short_money_field(), "{highest}": short_money_field()}
        pattern = QCoreApplication.translate("SumRange", "{sum} from {lowest} to {highest} yen")
        pattern = pattern.replace("{sum}", name)
        parts = re.split(r"(\{lowest\}|\{highest\})", pattern)
        shown = [fields.get(part) or label(part.strip(), "label") for part in parts if part.strip()]
        super().__init__(shown, breaks=False)
        self.lowest, self.highest = fields.values()
        least = QCoreApplication.translate("SumRange", "{sum}, the lowest in yen")
        most = QCoreApplication.translate("SumRange", "{sum}, the highest in yen")
        self.lowest.setAccessibleName(least.format(sum=name))
        self.highest.setAccessibleName(most.format(sum=name))
        for field in fields.values():
            field.setToolTip(hint)
            field.setAccessibleDescription(hint)
            field.editingFinished.connect(self.edited)

    def sums(self) -> tuple[int | None, int | None]:
        """The lowest and the highest one in yen.

        Raises:
            BadNumber: a field holds none.
            HighestBelowLowest: nothing lies between them.
        """
        lowest = number_of(self.lowest.text(), int, "lowest")
        highest = number_of(self.highest.text(), int, "highest")
        if lowest is not None and highest is not None and highest < lowest:
            raise HighestBelowLowest("highest")
        return lowest, highest
