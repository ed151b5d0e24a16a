"""A list and what is chosen in it: beside each other where there is room, otherwise one below the other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hvacdesk.ui.theme import theme

ROOM_FOR_BOTH = 700


class SideBySide(QWidget):
    """Takes both parts; the list keeps about a third."""

    def __init__(self, listing: QWidget, detail: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(14))
        self._layout.addWidget(listing, 2)
        self._layout.addWidget(detail, 3)

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        wide = self.width() >= theme.px(ROOM_FOR_BOTH)
        self._layout.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
