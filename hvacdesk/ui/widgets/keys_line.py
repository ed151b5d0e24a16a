"""A line and a box for the characters on the keys alone: for secrets, codes and what a scanner types."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

SECRET = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhPreferLatin
)
"""Hints for an input method that is active all the same: a screen keyboard, or one that does not ask."""


class KeysLine(QLineEdit):
    """Out of the input method's reach, and not learned from, whether its characters are shown or hidden.

    An input method would hold a scanner's digits back to be converted, could return them in another order,
    and offers what was typed once as a suggestion. Switching Qt's attribute for it off does not keep it out
    of a line edit: asked whether it takes an input method, that one says yes whenever it can be written into.
    """

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setInputMethodHints(SECRET)

    # Qt's overrides

    def clear(self) -> None:
        """Empty it for good. After Qt's own way Ctrl+Z brings a code back, and a passphrase once shown."""
        self.setText("")

    def setEchoMode(self, mode: QLineEdit.EchoMode) -> None:
        hints = self.inputMethodHints()
        super().setEchoMode(mode)  # which switches the input method on and forgets the hints for shown text
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setInputMethodHints(hints)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *argument: Any) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query, *argument)


class KeysBox(QPlainTextEdit):
    """As :class:`KeysLine`, for several codes, one on a line."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText)

    # Qt's overrides

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *argument: Any) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query, *argument)
