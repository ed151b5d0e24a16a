"""A large number with a word under it; where there is work behind it, the tile leads there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hvacdesk.ui.fonts import metrics
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.widgets.text import label, restyle

NUMBER_SIZE = 28
"""As in the style sheet: large as it is, it grows only a little with the text."""
_PRESSED = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class StatTile(Card):
    """How many of something there are; the tone says how pressing that is, the label says what it is."""

    def __init__(
        self,
        number: int | str,
        name: str,
        tone: str = Tone.NEUTRAL,
        parent: QWidget | None = None,
        *,
        slot: Callable[[], object] | None = None,
    ) -> None:
        """``slot`` opens the work, by a click or Enter."""
        super().__init__(parent=parent)
        self._slot = slot
        if slot is not None:
            self.setProperty("role", "tile")
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            speak_as(self, QAccessible.Role.Button)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body.setSpacing(2)
        self._number = label("", "number")
        self._name = label(name, "muted", wrap=True)
        self.body.addWidget(self._number)
        self.body.addWidget(self._name)
        if slot is not None and theme.large:
            self._lie_down()
        else:
            self.body.addStretch(1)
        self.set_number(number, tone)

    def _lie_down(self) -> None:
        """Put a count beside its word: with large text the page below has no room for a row otherwise."""
        self.body.setDirection(QBoxLayout.Direction.LeftToRight)
        self.body.setSpacing(theme.gap(12))
        self.body.setStretch(1, 1)
        # Another count moves no word onto a second line.
        self._number.setMinimumWidth(metrics(theme.gap(NUMBER_SIZE), bold=True).horizontalAdvance("000"))

    def set_number(self, number: int | str, tone: str = Tone.NEUTRAL) -> None:
        """Show another number."""
        self._number.setText(f"{number:,}" if isinstance(number, int) else number)
        self._number.setProperty("tone", Tone(tone).value)
        restyle(self._number)
        self.setAccessibleName(f"{self._name.text()}: {self._number.text()}")

    # Qt's overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._slot is not None and self.rect().contains(event.position().toPoint()):
            self._slot()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._slot is not None and event.key() in _PRESSED:
            self._slot()
        else:
            super().keyPressEvent(event)
