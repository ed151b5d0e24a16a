"""The keys that work over dialogs and the help too, and the silence of all keys while text is composed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class CoverKeys(QObject):
    """Watches for the keys while a dialog keeps the window from hearing them: a modal dialog silences it.

    While an input method has text that is not confirmed yet (かな before 変換), keys are its own: F9 turns
    kana into letters there. No shortcut of any window is carried out then.

    Only what has the keyboard is filtered, the window and the widget in it. A filter on the application would
    see each event of each widget, in Python: it took a third of the time in which a page opens. It is there
    only while an input method composes.

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
        self._filtered: dict[str, QObject] = {}
        app = QGuiApplication.instance()
        self._app = app if isinstance(app, QGuiApplication) else None
        if self._app is not None:
            self._app.focusWindowChanged.connect(self._follow_window)
            self._app.focusObjectChanged.connect(self._follow_widget)
            self._follow_window(self._app.focusWindow())
            self._follow_widget(self._app.focusObject())

    def stop(self) -> None:
        """Stop listening."""
        if self._app is not None:
            self._app.focusWindowChanged.disconnect(self._follow_window)
            self._app.focusObjectChanged.disconnect(self._follow_widget)
            self._app.removeEventFilter(self)
            self._app = None
        self._follow_window(None)
        self._follow_widget(None)

    def _follow_window(self, window: QObject | None) -> None:
        """Keys arrive here first, also those for a list that is open over a dialog."""
        self._filter("window", window)

    def _follow_widget(self, widget: QObject | None) -> None:
        """What an input method composes arrives here."""
        self._filter("widget", widget)

    def _filter(self, part: str, now: QObject | None) -> None:
        before = self._filtered.pop(part, None)
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if now is not None:
            self._filtered[part] = now
            now.installEventFilter(self)

    def _compose(self, where: QObject | None) -> None:
        """Note where an input method composes now; None for nowhere."""
        if self._app is not None and (where is None) != (self._composing is None):
            if where is not None:
                self._app.installEventFilter(self)
            else:
                self._app.removeEventFilter(self)
        self._composing = where

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._press(event)
        if kind is QEvent.Type.Shortcut:
            return self._composing is not None
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._compose(watched if event.preeditString() else None)
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide) and watched is self._composing:
            self._compose(None)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
        if self._composing is not None or dialog is None or not self._owns(dialog):
            return False
        slot = self._slots.get(QKeySequence(event.keyCombination()))
        if slot is None:
            return False
        slot()
        return True
