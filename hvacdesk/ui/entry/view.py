"""What the views of the entry window share: a heading, a sentence, content, buttons at the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.text import label


class EntryView(QWidget):
    """Base class of the views.

    Attributes:
        widest: how wide the view may become, in design pixels.
        body: the layout for the content, between the heading and the buttons.
        primary: the button of :meth:`set_primary`.
    """

    widest = 460

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.primary: QPushButton | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(14))
        self._title = label("", "title", wrap=True)
        self._text = label("", "muted", wrap=True)
        self._text.hide()
        outer.addWidget(self._title)
        outer.addWidget(self._text)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        outer.addLayout(self.body)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.px(8))
        self.foot.addStretch(1)
        outer.addLayout(self.foot)

    def set_heading(self, title: str, text: str = "") -> None:
        """Say what the view asks for, with a sentence of explanation."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def set_primary(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """The way on, at the right end of the foot."""
        self.primary = button(text, slot, kind="primary")
        self.primary.setAutoDefault(True)
        self.foot.addWidget(self.primary)
        return self.primary

    def add_back(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """The way back, left of the primary button."""
        made = button(text, slot)
        place = self.foot.indexOf(self.primary) if self.primary is not None else self.foot.count()
        self.foot.insertWidget(place, made)
        return made

    def add_link(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """A quiet way out, at the left end of the foot."""
        made = button(text, slot, kind="link")
        self.foot.insertWidget(0, made)
        return made
