"""A line whose text changes with each key that is typed, for which nothing around it is laid out again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class SteadyLine(QWidget):
    """Holds a label of one line at a constant height, and as wide as its longest text so far asked for.

    A label tells each new text to the layout that holds it, and all layouts up to the window are worked out
    again: a fifth of what a key in the search costs, and the next search waits for it.
    """

    def __init__(self, line: QLabel) -> None:
        super().__init__()
        self._line = line
        self._widest = 0
        line.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _needs_more(self) -> bool:
        return self._line.sizeHint().width() > self._widest or self.sizeHint().height() != self.height()

    # Qt's overrides

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange) and self._needs_more():
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        margins = self._line.contentsMargins()
        height = self._line.fontMetrics().height() + margins.top() + margins.bottom()
        self._widest = max(self._widest, self._line.sizeHint().width())
        return QSize(self._widest, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._line.setGeometry(self.rect())
        super().resizeEvent(event)
