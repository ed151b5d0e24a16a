"""The Enter that follows a PIN out of habit: the last digit has opened the desk by then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from hvacdesk.ui.widgets.keyboard import ENTERS

HABIT_MS = 2_000
"""Whoever presses Enter so long after the last digit has seen the desk and means what is there."""

_HELD_BESIDE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class LateEnter(QObject):
    """Lets an Enter that comes first after a PIN do nothing: it would lead to the next field or begin a line.

    It filters the application, as it is not known which window is in front then, and only until the first
    key or for :data:`HABIT_MS`.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end)

    def begin(self) -> None:
        """A PIN was right just now."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
            self._timer.start(HABIT_MS)

    def _end(self) -> None:
        self._timer.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    # Qt's overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or event.key() in _HELD_BESIDE:
            return False
        if event.key() not in ENTERS:
            self._end()
            return False
        if kind is QEvent.Type.KeyPress:
            self._end()
        event.accept()  # no shortcut takes it either
        return True
