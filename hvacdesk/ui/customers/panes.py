"""A list and the detail of what is chosen in it: side by side, or one at a time where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button

ROOM_FOR_BOTH = 800
"""Below this width, in design pixels, only one of the two is shown; or below what both need."""


class ListAndDetail(QWidget):
    """Two panes. In a narrow window :meth:`open_detail` puts the detail in front and *Back* the list.

    Signals:
        covered(on): where only one fits, the detail now hides the list, or no longer does.
    """

    covered = Signal(bool)

    def __init__(self, listed: QWidget, detail: QWidget, back: str, parent: QWidget | None = None) -> None:
        """``back`` names the way back to the list."""
        super().__init__(parent)
        self._list = listed
        self._detail = QWidget()
        self._in_front = self._covers = False
        self._good_width = 0
        column = QVBoxLayout(self._detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.back = button(back, self.close_detail, kind="link", icon="arrow-left")
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(detail, 1)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(theme.px(14))
        self._parts.addWidget(listed)
        self._parts.addWidget(self._detail)
        self._parts.setStretchFactor(0, 5)
        self._parts.setStretchFactor(1, 3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._parts)
        self._sized = False
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether there is room for one pane only."""
        needed = sum(pane.minimumSizeHint().width() for pane in (self._list, self._detail))
        return self.width() < max(theme.px(ROOM_FOR_BOTH), needed + self._parts.handleWidth())

    def wish(self, width: int) -> None:
        """Set the width that the detail gets where there is room for both; it may get less."""
        self._good_width = width
        self._arrange()

    def open_detail(self) -> None:
        """Bring the detail to the front where only one fits."""
        self._in_front = True
        self._arrange()

    def show_list(self) -> None:
        """Bring the list to the front; the keyboard stays where it is."""
        self._in_front = False
        self._arrange()

    def close_detail(self) -> None:
        """Go back to the list."""
        self.show_list()
        self._list.setFocus()

    def _arrange(self) -> None:
        narrow = self.narrow
        covers = narrow and self._in_front
        self._list.setVisible(not covers)
        self._detail.setVisible(not narrow or self._in_front)
        self.back.setVisible(narrow)
        room = self.width() - self._list.minimumSizeHint().width() - self._parts.handleWidth()
        self._detail.setMinimumWidth(self._good_width if not narrow and self._good_width <= room else 0)
        if covers != self._covers:
            self._covers = covers
            self.covered.emit(covers)

    # Qt's overrides

    def minimumSizeHint(self) -> QSize:
        """What the larger of the two needs: else the window could never become so narrow that one will do."""
        return self._list.minimumSizeHint().expandedTo(self._detail.minimumSizeHint())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # another customer's panel may need more room, or less
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if not self._sized and not self.narrow:
            self._sized = True
            detail = min(theme.px(430), self.width() * 2 // 5)
            self._parts.setSizes([self.width() - detail, detail])
