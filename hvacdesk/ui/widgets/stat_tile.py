"""A large number with a word under it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.ui.theme import Tone
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.text import label, restyle


class StatTile(Card):
    """How many of something there are; the tone says how pressing that is, the label says what it is."""

    def __init__(
        self, number: int | str, name: str, tone: str = Tone.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(2)
        self._number = label("", "number")
        self._name = label(name, "muted", wrap=True)
        self.body.addWidget(self._number)
        self.body.addWidget(self._name)
        self.set_number(number, tone)

    def set_number(self, number: int | str, tone: str = Tone.NEUTRAL) -> None:
        """Show another number."""
        self._number.setText(f"{number:,}" if isinstance(number, int) else number)
        self._number.setProperty("tone", Tone(tone).value)
        restyle(self._number)
        self.setAccessibleName(f"{self._name.text()}: {self._number.text()}")
