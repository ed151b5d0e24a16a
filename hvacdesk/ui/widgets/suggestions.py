"""Known names that a field offers while one is typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate


def suggest(field: QLineEdit, names: Iterable[str]) -> None:
    """Offer the names that hold what is typed, in rows as high as those of every other list.

    In the empty field a click shows all of them. So does the arrow key, which brings back a closed list, too.
    Going through the list shows each name in the field; Esc or a press beside it takes that back.
    """
    completer = QCompleter(list(names), field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    rows = QListView()
    rows.setProperty("role", "suggestions")
    completer.setPopup(rows)
    field.setCompleter(completer)
    rows.setItemDelegate(QStyledItemDelegate(rows))  # Qt's own for this list does not ask the style sheet
    _Opening(completer, rows, field)


class _Opening(QObject):
    """Shows the list where nothing is typed yet, for whoever does not know that there is one."""

    def __init__(self, completer: QCompleter, rows: QListView, field: QLineEdit) -> None:
        super().__init__(completer)  # another list of names takes this one's place, and this goes with it
        self._completer, self._rows, self._field = completer, rows, field
        field.installEventFilter(self)
        completer.highlighted.connect(lambda _name: rows.installEventFilter(self))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._rows:
            if event.type() is QEvent.Type.Hide:  # listened to only while a name is shown that was not typed
                self._rows.removeEventFilter(self)
            elif self._leaves(event):
                self._field.setText(self._completer.completionPrefix())
            return False
        if watched is not self._field or self._field.isReadOnly():
            return False
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            if event.button() is Qt.MouseButton.LeftButton and not self._field.text():
                self._show()
            return False
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() == Qt.Key.Key_Down and plain and self._show()

    def _leaves(self, event: QEvent) -> bool:
        """Whether the list is left without a choice: by Esc, or by a press beside it."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            return not self._rows.rect().contains(event.position().toPoint())
        return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Cancel)

    def _show(self) -> bool:
        """Whether there is anything to show."""
        self._completer.setCompletionPrefix(self._field.text())
        if not self._completer.completionCount():
            return False
        self._completer.complete()
        return True
