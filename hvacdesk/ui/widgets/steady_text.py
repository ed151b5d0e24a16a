"""One of several texts in the room of the longest, so that what stands below stays where it is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from hvacdesk.ui.widgets.text import label


class SteadyText(QStackedWidget):
    """What a choice means, said below it: whoever chooses again finds the next field where it was."""

    def __init__(self, texts: Iterable[str], role: str = "", parent: QWidget | None = None) -> None:
        """``texts``: everything that :meth:`say` may be asked to say."""
        super().__init__(parent)
        self._at: dict[str, int] = {}
        for text in dict.fromkeys(texts):
            made = label(text, role, wrap=True)
            made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._at[text] = self.addWidget(made)

    def say(self, text: str) -> None:
        """Show this one of the texts."""
        self.setCurrentIndex(self._at[text])

    def text(self) -> str:
        """The one that is shown."""
        return next(text for text, at in self._at.items() if at == self.currentIndex())
