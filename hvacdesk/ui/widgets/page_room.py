"""What the main window's pages lie in: only the one in front asks for room, and it scrolls if it must."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget

LEAST = QSize(860, 560)
"""More than this a page never asks of the screen, at any text size: a window larger than its screen has parts
that nobody can reach."""


class PageStack(QStackedWidget):
    """Pages, of which those behind ask for nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _page: self.updateGeometry())

    # Qt's overrides

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    def heightForWidth(self, width: int) -> int:
        """The least height: a scroll area would otherwise give each page all that it would like to have."""
        page = self.currentWidget()
        layout = page.layout() if page is not None else None
        return layout.minimumHeightForWidth(width) if layout is not None else -1


class PageRoom(QScrollArea):
    """The pages, as large as their place; with large text on a small screen the one in front scrolls."""

    def __init__(self, pages: PageStack) -> None:
        super().__init__()
        self._pages = pages
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(pages)

    # Qt's overrides

    def minimumSizeHint(self) -> QSize:
        return self._pages.minimumSizeHint().boundedTo(LEAST)
