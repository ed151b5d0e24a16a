"""A tinted box that speaks of a risk, inside a page or a form."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.text import label


class WarningBox(QFrame):
    """Holds sentences, links and check marks about one risk.

    Attributes:
        body: the layout for what is added below the text.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warn-ground")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.body.setSpacing(theme.px(4))
        if text:
            self.body.addWidget(label(text, wrap=True, tone="warn"))
            self.setAccessibleName(text)
