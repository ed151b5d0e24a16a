"""The keys that work over an open dialog too, and the silence of all keys while an input method composes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


class CoverKeys(QObject):
    """Watches for the keys while a dialog keeps the window from hearing them: a modal dialog silences it.

    While an input method has text that is not taken over yet (かな before 変換), keys are its own: F9 turns
    kana into letters there. No shortcut of any window is carried out then.

    Args:
        owns: whether a dialog belongs to the window.
        slots: what each key does.
    """

    def __init__(
        self, owns: Callable[[QWidget], bool], slots: Mapping[str, Callable[[], object]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._owns = owns
        self._slots = {QKeySequence(keys): slot for keys, slot in slots.items()}
        self._composing: QObject | None = None
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def stop(self) -> None:
        """Hear no longer."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._press(watched, event)
        if kind is QEvent.Type.Shortcut:
            return self._composing is not None
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composing = watched if event.preeditString() else None
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide) and watched is self._composing:
            self._composing = None
        return False

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        dialog = QApplication.activeModalWidget()
        if self._composing is not None or not isinstance(watched, QWidget):
            return False
        if dialog is None or not self._owns(dialog):
            return False
        slot = self._slots.get(QKeySequence(event.keyCombination()))
        if slot is None:
            return False
        slot()
        return True
