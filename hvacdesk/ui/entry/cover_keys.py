"""The keys that work over an open dialog too, where the window's own shortcuts do not reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


class CoverKeys(QObject):
    """Watches for the keys while a dialog keeps the window from hearing them: a modal dialog silences it.

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
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        dialog = QApplication.activeModalWidget()
        if not isinstance(watched, QWidget) or dialog is None or not self._owns(dialog):
            return False
        slot = self._slots.get(QKeySequence(event.keyCombination()))
        if slot is None:
            return False
        slot()
        return True
