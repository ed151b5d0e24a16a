"""What a list or page shows while there is nothing in it: what it is for and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hvacdesk.ui.icons import pixmap
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.text import label


class EmptyState(QWidget):
    """A picture, a sentence, an explanation and perhaps one button.

    Args:
        action: text and slot of the first step, or None where reading is all there is to do.

    Attributes:
        button: the button of the first step.
    """

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        action: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.addStretch(2)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._picture)
        column.addSpacing(theme.px(4))
        self._title, self._text = label("", "heading", wrap=True), label("", "muted", wrap=True)
        for line in (self._title, self._text):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            line.setMaximumWidth(theme.px(440))
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(line, 100)
            row.addStretch(1)
            column.addLayout(row)
        self.button = button(*action) if action is not None else None
        if self.button is not None:
            column.addSpacing(theme.px(8))
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.say(title, text)
        theme.changed.connect(self._draw)
        self._draw()

    def say(self, title: str, text: str) -> None:
        """Say something else, where filters decide what is missing."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap(self._icon, theme.px(36), "muted", self.devicePixelRatioF()))
