"""Ctrl+Z takes back what was done last, wherever the keyboard is: what was typed, or what was saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit
from shiboken6 import isValid

_Text = QLineEdit | QPlainTextEdit | QTextEdit
_EDITED_AT = "editedAt"
"""A property of a field: how many saves there had been when somebody last typed into it."""


class UndoKey(QObject):
    """Lets a text field have the key only while its own edits are newer than the last save.

    Qt's fields keep the key for themselves, whether they have something to take back or not: a search field
    would swallow it after each save.

    Args:
        possible: whether there is a save to undo.
        saves: how many there have been.
        nothing: says that there is neither, or where what was done last is undone.
        over_dialog: says the same over a dialog, where the window's own key is not heard: it undoes nothing,
            whatever is known by then, for nobody sees what lies behind.
    """

    def __init__(
        self,
        possible: Callable[[], bool],
        saves: Callable[[], int],
        nothing: Callable[[], object],
        over_dialog: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self._over_dialog = over_dialog
        self._possible = possible
        self._saves = saves
        self._at: QObject | None = None
        self._field: _Text | None = None
        app = QGuiApplication.instance()
        self._app = app if isinstance(app, QGuiApplication) else None
        if self._app is not None:
            self._app.focusObjectChanged.connect(self._follow)
            self._follow(self._app.focusObject())

    def stop(self) -> None:
        """Stop following the keyboard."""
        if self._app is not None:
            self._app.focusObjectChanged.disconnect(self._follow)
            self._app = None
        self._follow(None)

    def _follow(self, now: QObject | None) -> None:
        if self._at is not None and isValid(self._at):
            self._at.removeEventFilter(self)
        if self._field is not None and isValid(self._field):
            self._field.textChanged.disconnect(self._note_edit)
        self._field = _text_of(now)
        self._at = now if self._field is not None else None
        if self._at is not None and self._field is not None:
            self._at.installEventFilter(self)
            self._field.textChanged.connect(self._note_edit)

    def _note_edit(self, _text: str = "") -> None:
        if self._field is not None:
            self._field.setProperty(_EDITED_AT, self._saves())

    def _is_newer(self, field: _Text) -> bool:
        """Whether the field's own edits come after whatever can be undone elsewhere."""
        return not self._possible() or field.property(_EDITED_AT) == self._saves()

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if watched is not self._at or not event.matches(QKeySequence.StandardKey.Undo):
            return False
        field = self._field
        if field is None or ((has_own := _has_own(field)) and self._is_newer(field)):
            return False
        if not has_own and not self._possible():
            says = self._nothing if QApplication.activeModalWidget() is None else self._over_dialog
            says()
            event.accept()  # it was heard, and the field has nothing to do for it either
        else:
            event.ignore()  # so that the window's shortcut hears it
        return True


def _has_own(field: _Text) -> bool:
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def _text_of(one: QObject | None) -> _Text | None:
    """The field's text, also of one that is built around a line."""
    if isinstance(one, (QAbstractSpinBox, QComboBox)):
        return one.lineEdit()
    return one if isinstance(one, (QLineEdit, QPlainTextEdit, QTextEdit)) else None
