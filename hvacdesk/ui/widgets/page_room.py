"""What the main window's pages lie in: only the one in front asks for room, and it scrolls if it must."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from hvacdesk.ui.widgets.scroll_column import WidthFirst

LEAST = QSize(860, 560)
"""More than this a page never asks of the screen, at any text size: a window larger than its screen has parts
that nobody can reach."""


class FrontStack(QStackedLayout):
    """Pages, of which those behind ask for nothing; Qt's own stack asks for what any of them would like.

    It is given its place before its first page, which would be a window of its own until then.
    """

    # Qt's overrides

    def minimumSize(self) -> QSize:
        front = self.currentWidget()
        return front.minimumSizeHint().expandedTo(front.minimumSize()) if front is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        front = self.currentWidget()
        return front is not None and front.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """The least height: a scroll area would otherwise give each page all that it would like to have."""
        front = self.currentWidget()
        layout = front.layout() if front is not None else None
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1


class PageRoom(WidthFirst):
    """The pages, as large as their place; with large text on a small screen the one in front scrolls.

    Attributes:
        inside: what pages have as their parent from the start, so that they are styled once.
        pages: add pages there, and bring them to the front.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.pages = FrontStack(self.inside)
        self.setWidget(self.inside)

    # Qt's overrides

    def minimumSizeHint(self) -> QSize:
        return self.pages.minimumSize().boundedTo(LEAST)
