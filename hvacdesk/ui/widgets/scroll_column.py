"""A column that scrolls up and down, never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollColumn(QScrollArea):
    """Content as wide as its place, of any height.

    Much content is put into a column that has its ``parent`` already: whatever comes under another parent
    after it was measured is styled once more.

    Only a column with a ``name``, which screen readers say, takes the keyboard itself: what has nothing to
    step to in it could not be scrolled otherwise.
    """

    def __init__(
        self, content: QWidget | None = None, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
        if content is not None:
            self.setWidget(content)
