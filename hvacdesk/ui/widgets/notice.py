"""A calm sentence at the window's foot that goes away by itself, with *Undo* where undoing is safe."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.text import label


class Notice(QFrame):
    """Floats over the lower edge of its parent; only the newest is shown."""

    def __init__(
        self,
        parent: QWidget,
        text: str,
        undo: Callable[[], object] | None = None,
        *,
        action: str = "",
        seconds: int = 6,
    ) -> None:
        """``action`` names the button where it is not *Undo*."""
        super().__init__(parent)
        self._room = parent
        for older in parent.findChildren(Notice, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if older is not self:
                older.close()
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(10), theme.px(14), theme.px(10))
        row.setSpacing(theme.px(14))
        room = max(theme.px(200), parent.width() - theme.px(220))
        line = label(text, "nav-text")
        if line.sizeHint().width() > room:
            line = label(text, "nav-text", wrap=True)
            line.setFixedWidth(room)
        row.addWidget(line, 1)
        if undo is not None:
            self._button = button(action or self.tr("Undo"), lambda: self._use(undo), kind="notice")
            row.addWidget(self._button)
        parent.installEventFilter(self)
        QTimer.singleShot(seconds * 1000 * (2 if undo else 1), self, self.close)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _use(self, undo: Callable[[], object]) -> None:
        self.close()
        undo()

    def _place(self) -> None:
        room = self._room.rect()
        foot = theme.px(72 if isinstance(self._room, QDialog) else 20)  # a dialog's buttons stay free
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - foot)

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
