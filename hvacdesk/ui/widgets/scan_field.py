"""A line that a scanner types into, whatever the keyboard's state, or a person who reads the code out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hvacdesk.ui.widgets.keys_line import KeysLine


class ScanField(KeysLine):
    """Takes what a keyboard-wedge scanner types; Enter ends a code.

    The input method stays out: it would hold the digits back as text to convert, and the scanner's Enter
    would end that instead of the code. Keys of the kana input come through and are read as the digits they
    lie on.
    """

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def take_typing_of(self, widget: QWidget) -> None:
        """Characters typed while another widget has the keyboard go here: a scanner does not look first."""
        widget.installEventFilter(self)

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_typing(event):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.clear()
            QCoreApplication.sendEvent(self, event)
            return True
        return super().eventFilter(watched, event)


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key is one of those that a scanner types a code with."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and event.text().isprintable() and event.text().strip() != ""
