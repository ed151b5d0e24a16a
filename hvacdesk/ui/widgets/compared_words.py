"""Words that two screens show, large enough to be compared from one PC to the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.widgets.text import label


class ComparedWords(Card):
    """The words, each with its number, to be read out one after the other."""

    def __init__(self, compared: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.compared = tuple(compared)
        for number, word in enumerate(self.compared, 1):
            self.body.addWidget(label(f"{number}   {word}", "code"))
        self.setAccessibleName("  ".join(self.compared))
        speak_as(self, QAccessible.Role.StaticText)
