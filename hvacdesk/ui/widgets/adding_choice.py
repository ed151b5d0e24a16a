"""A list that adds what is chosen to a field above it, and shows its own prompt again afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from hvacdesk.ui.theme import theme

_OPENS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Space,
        Qt.Key.Key_F4,
    }
)


class AddingChoice(QComboBox):
    """Nothing is added but what somebody chose in the open list.

    Qt's closed lists choose the next line with each arrow key and letter: here that would add it unseen.

    Signals:
        picked(value): the value of the chosen line.
    """

    picked = Signal(str)

    def __init__(self, prompt: str, parent: QWidget | None = None) -> None:
        """``prompt`` is what the closed list says."""
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(prompt, "")
        self.activated.connect(self._pick)

    def _pick(self, at: int) -> None:
        value = self.itemData(at)
        self.setCurrentIndex(0)
        if value:
            self.picked.emit(value)

    # Qt's overrides

    def showPopup(self) -> None:
        """Open it as wide as its lines, as far as the screen goes."""
        most = self.screen().availableGeometry().width() - theme.px(80)
        wanted = self.view().sizeHintForColumn(0) + theme.px(40)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view().setMinimumWidth(min(max(wanted, self.width()), most))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS:
            self.showPopup()
        elif event.text() and event.text().isprintable():
            event.accept()
        else:
            super().keyPressEvent(event)
