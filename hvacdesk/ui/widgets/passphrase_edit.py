"""The field for passphrases and PINs: hidden, shown on request, and out of the input method's reach."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from hvacdesk.ui.icons import icon
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.keys_line import SECRET, KeysLine
from hvacdesk.ui.widgets.text import label


class PassphraseEdit(QWidget):
    """A line edit for a secret with a *show* toggle and a warning while Caps Lock is on.

    Signals:
        submitted(): Enter was pressed.
        changed(): the text is different now.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, digits: bool = False) -> None:
        super().__init__(parent)
        self._shown = False
        self.edit = KeysLine()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        if digits:
            self.edit.setInputMethodHints(SECRET | Qt.InputMethodHint.ImhDigitsOnly)
        self.edit.setMaxLength(6 if digits else 128)
        self.edit.setAccessibleName(name)
        self.setFocusProxy(self.edit)
        self.toggle = button(
            "", self._toggle, kind="icon", icon="eye", name=self.tr("Show what you type"), beside=True
        )
        self.toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.warning: QLabel = label(self.tr("Caps Lock is on."), "error")
        self.warning.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(self.edit, 1)
        row.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self.warning)
        self.submitted: SignalInstance = self.edit.returnPressed
        self.edit.textChanged.connect(lambda _text: self.changed.emit())
        self.edit.installEventFilter(self)

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Fill in a generated passphrase."""
        self.edit.setText(text)

    def clear(self) -> None:
        """Delete what was typed, undo history included, and hide again."""
        self.edit.clear()
        self.set_shown(shown=False)

    def set_shown(self, *, shown: bool) -> None:
        """Show or hide the characters. The input method stays off either way."""
        self._shown = shown
        normal, hidden = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self.edit.setEchoMode(normal if shown else hidden)
        self.toggle.setIcon(icon("eye-off" if shown else "eye", "primary"))
        name = self.tr("Hide what you type") if shown else self.tr("Show what you type")
        self.toggle.setAccessibleName(name)
        self.toggle.setToolTip(name)

    def _toggle(self) -> None:
        self.set_shown(shown=not self._shown)
        self.edit.setFocus()

    # Qt's overrides

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._watch_caps_lock(event)
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            self.warning.hide()
        return super().eventFilter(watched, event)

    def _watch_caps_lock(self, event: QKeyEvent) -> None:
        """Qt does not tell the lock's state; a letter's case against Shift does."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.warning.hide()
        elif len(letter) == 1 and letter.isascii() and letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.warning.setVisible(letter.isupper() != shift)
