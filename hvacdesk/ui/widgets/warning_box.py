"""A tinted box that speaks of a risk, inside a page or a form, with the way to see to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.text import label


class WarningBox(QFrame):
    """Holds sentences, links and check marks about one risk; the page that shows it removes it.

    Args:
        action: text and slot of the way to see to it, beside the text.
        tone: ``warn``, or ``bad`` for what has already happened.

    Attributes:
        body: the layout for what is added below the text.
        button: of the action; None without one.
        said: shows the text; None without one.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        action: tuple[str, Callable[[], object]] | None = None,
        tone: Tone = Tone.WARN,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", f"{tone.value}-ground")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.body.setSpacing(theme.px(4))
        self.button: QPushButton | None = None
        self.said: QLabel | None = None
        if text:
            row = QHBoxLayout()
            row.setSpacing(theme.px(12))
            self.said = label(text, wrap=True, tone=tone.value)
            row.addWidget(self.said, 1)
            if action is not None:
                self.button = button(*action)
                row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.body.addLayout(row)
            self.setAccessibleName(text)

    def say(self, text: str) -> None:
        """Say another sentence in place of the one that it was made with."""
        assert self.said is not None, "it was made without a sentence"
        self.said.setText(text)
        self.setAccessibleName(text)
