"""The Enter that follows a PIN out of habit: the last digit has opened the desk by then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from hvacdesk.ui.widgets.keyboard import ENTERS

HABIT_MS = 2_000
"""Whoever presses Enter so long after the last digit has seen the desk and means what is there."""

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_HELD_BESIDE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class LateEnter(QObject):
    """Lets an Enter that comes first after a PIN do nothing: it would lead to the next field or begin a line.

    It filters the application, as it is not known which window is in front then: until that Enter is let go,
    however long it is held, until anything else is typed or clicked, or for :data:`HABIT_MS`.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end)
        self._held = False

    def begin(self) -> None:
        """A PIN was right just now."""
        app = QCoreApplication.instance()
        if app is not None:
            self._held = False
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
        if kind is QEvent.Type.MouseButtonPress or _has_typed(event):
            self._end()
        if kind not in _KEYS or not isinstance(event, QKeyEvent) or event.key() in _HELD_BESIDE:
            return False
        if kind is QEvent.Type.KeyRelease:
            if event.key() in ENTERS and not event.isAutoRepeat():
                self._end()
            return False
        if event.key() not in ENTERS or (self._held and not event.isAutoRepeat()):
            self._end()
            return False
        if kind is QEvent.Type.KeyPress:
            self._held = True
            self._timer.stop()  # a hand may lie on it for longer
        event.accept()  # no shortcut takes it either
        return True


def _has_typed(event: QEvent) -> bool:
    """Whether an input method has brought text: it takes the keys of what is typed in Japanese."""
    return isinstance(event, QInputMethodEvent) and bool(event.preeditString() or event.commitString())
