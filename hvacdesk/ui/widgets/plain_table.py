"""What the program's tables have in common."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from hvacdesk.ui.widgets.aim import Aim


class PlainTable(QTableView):
    """A table that scrolls by pixels, has no grid, and is one stop of the Tab key.

    Typing letters does nothing (no type-ahead), so that a masked list cannot be probed by typing names.

    The mouse does something only with the row that it was aimed at. A press chooses; to move on with the
    button held chooses nothing more, so that no row is chosen that came under the pointer meanwhile.

    Attributes:
        missed: whether the last press was aimed at another row, and so was for nothing.
        hit: whether it was on a row, and aimed at it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        # Tab leads on to the next control; within the table the arrow keys move.
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.aim = Aim(self.viewport(), self._places)
        self.missed = self.hit = False
        self.verticalScrollBar().actionTriggered.connect(lambda _how: self.aim.forget())

    def record_at(self, line: int) -> object:
        """What tells the record in a line from others."""
        raise AssertionError(f"{type(self).__name__} has no records")

    def _places(self) -> Iterable[tuple[QRect, object]]:
        width, bottom = self.viewport().width(), self.viewport().height()
        line = max(0, self.rowAt(0))
        while line < self.model().rowCount() and (top := self.rowViewportPosition(line)) < bottom:
            yield QRect(0, top, width, self.rowHeight(line)), self.record_at(line)
            line += 1

    def _misses(self, event: QMouseEvent) -> bool:
        self.missed = self.aim.misses(event.globalPosition().toPoint())
        self.hit = not self.missed and self.indexAt(event.position().toPoint()).isValid()
        return self.missed

    # Qt's overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._misses(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._misses(event):
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.missed:
            super().mouseReleaseEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """No type-ahead: see the class."""
