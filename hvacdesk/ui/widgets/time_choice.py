"""A drop-down list of times of day that goes to the time that is typed on it.

Qt's own search begins below what is chosen, so that "12" typed on 12:00 went on to 12:30, and takes "11" for
"1" pressed twice. Here the first time that begins with what was typed is chosen: the hour alone is its :00.
A digit that an hour of two begins with waits for the second, so that an end which follows its start is not
led over 10:00 to 13:00.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox

_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_DIGITS = 4
_FIRST_OF_TWO = ("", "0", "1", "2")


class TimeChoice(QComboBox):
    """Its lines are times such as ``09:30``, and what stands for no time."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._since = QElapsedTimer()
        self.setMaxVisibleItems(14)
        self.view().installEventFilter(self)

    def _type(self, key: str, before: int) -> int:
        """The line of what was typed so far with this key; where nothing begins so, the one before."""
        if not self._since.isValid() or self._since.elapsed() > QApplication.keyboardInputInterval():
            self._typed = ""
        self._since.start()
        if key != ":":
            self._typed += key
        times = [self.itemText(at).replace(":", "").zfill(_DIGITS) for at in range(self.count())]
        wanted = () if self._typed in _FIRST_OF_TWO else (self._typed, f"0{self._typed}")
        found = (at for typed in wanted for at, time in enumerate(times) if time.startswith(typed))
        return next(found, before)

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_of_time(event):
            super().keyPressEvent(event)
            return
        before = self.currentIndex()
        at = self._type(event.text(), before)
        if at != before:
            self.setCurrentIndex(at)
            self.activated.emit(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The same while the list is open."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_of_time(event):
            view = self.view()
            at = self._type(event.text(), view.currentIndex().row())
            view.setCurrentIndex(self.model().index(at, self.modelColumn(), self.rootModelIndex()))
            return True
        return super().eventFilter(watched, event)


def _is_of_time(event: QKeyEvent) -> bool:
    """Whether a key is a digit or the colon of a time, and no shortcut."""
    text = event.text()
    return len(text) == 1 and text in "0123456789:" and not event.modifiers() & ~_PLAIN
