"""A line for typing with a button at its end, which grows with the text; Qt's own picture there does not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button


class EndButtonLine(QLineEdit):
    """A line that can have a button. The keyboard stays in the line: what the button does has a key there.

    Attributes:
        end_button: None until there is one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.end_button: QPushButton | None = None

    def add_end_button(self, icon: str, name: str, slot: Callable[[], object]) -> QPushButton:
        """Give the line its button.

        Args:
            icon: a Lucide name.
            name: what it does, for screen readers and as a tip.
        """
        made = button("", slot, kind="icon", icon=icon, name=name, parent=self)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.end_button = made
        margins = self.textMargins()
        margins.setRight(theme.px(26))
        self.setTextMargins(margins)
        return made

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.end_button is not None:
            size = self.end_button.sizeHint()
            top = (self.height() - size.height()) // 2
            self.end_button.setGeometry(self.width() - size.width() - 4, top, size.width(), size.height())
