"""Areas whose content is as high as its width makes it; a column is one that never scrolls sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.spoken import speak_as

SETTLE_MS = 30
"""The layout first gives room to what was just said; then it can be scrolled to."""


def bring_into_sight(said: QWidget) -> None:
    """Scroll to what was just said, in every area that it lies in."""

    def scroll() -> None:
        above = said.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(said, 0, theme.px(24))
            above = above.parentWidget()

    QTimer.singleShot(SETTLE_MS, said, scroll)


class WidthFirst(QScrollArea):
    """Content that fills its place, and scrolls where its texts, broken at that width, do not fit.

    Qt would also scroll where they do not fit at the width that they would like to have, which is less.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def _ask_by_width(self) -> None:
        """Make the content ask only for the height that its width needs, if its layout knows that."""
        content = self.widget()
        layout = content.layout() if content is not None else None
        if content is not None and layout is not None:
            content.setMinimumHeight(1 if layout.hasHeightForWidth() else 0)

    # Qt's overrides

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._ask_by_width()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._ask_by_width()
        super().resizeEvent(event)


class ScrollColumn(WidthFirst):
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
        if name:
            speak_as(self, QAccessible.Role.Document)
        if content is not None:
            self.setWidget(content)
        self._wanted = 0
        # Without a bar nobody could come back from where a wide field was brought into sight.
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.horizontalScrollBar().setValue(0))
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._go_back())
        self.verticalScrollBar().actionTriggered.connect(lambda _action: self._stay())

    def exchange(self, content: QWidget) -> None:
        """Show the same thing, read again: what was in sight stays there, though parts are read later."""
        self._wanted = max(self._wanted, self.verticalScrollBar().value())
        self.setWidget(content)
        self._go_back()

    def keep_width(self) -> None:
        """Leave the bar's room free while there is none, so that nothing is broken anew once it comes."""
        bar = self.verticalScrollBar()

        def follow() -> None:
            self.setViewportMargins(0, 0, 0 if bar.maximum() else bar.sizeHint().width(), 0)

        bar.rangeChanged.connect(lambda _least, _most: follow())
        follow()

    def _go_back(self) -> None:
        bar = self.verticalScrollBar()
        if not self._wanted:
            return
        bar.setValue(min(self._wanted, bar.maximum()))
        if bar.value() == self._wanted:
            self._stay()

    def _stay(self) -> None:
        """The place is reached, or the person scrolls."""
        self._wanted = 0


def scrolled(content: QWidget, edges: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QScrollArea:
    """Content at the top of its place, which scrolls both ways where it does not fit.

    Args:
        edges: what stays free at its left, top, right and foot, in pixels.
    """
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    ground = QWidget()
    ground.setProperty("role", "clear")
    column = QVBoxLayout(ground)
    column.setContentsMargins(*edges)
    column.addWidget(content)
    column.addStretch(1)
    area.setWidget(ground)
    return area
