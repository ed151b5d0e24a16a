"""A card: the one kind of box that holds content."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.text import label


class Card(QFrame):
    """A white (or dark) sheet with rounded corners and an optional heading.

    Attributes:
        body: the layout for the content.
        head: the layout of the heading's line; chips and links may be added at its end.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None, *, padding: int = 16) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        edge = theme.gap(padding)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(theme.px(8))
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(8))
        if title:
            self.heading = label(title, "heading")
            self.head.addWidget(self.heading, 1)
            self.body.addLayout(self.head)
            self.setAccessibleName(title)
