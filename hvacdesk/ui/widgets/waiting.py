"""Tells about a refused passphrase and counts down the seconds until the next try is allowed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.language import words

MINUTE = 60


class Waiting(QObject):
    """Shows an error's first and last sentence; where the error names a ``wait`` it counts that down.

    Args:
        show: puts the sentence on the screen; an empty one clears it.
        over: called when trying again makes sense.
    """

    def __init__(self, parent: QWidget, show: Callable[[str], None], over: Callable[[], None]) -> None:
        super().__init__(parent)
        self._show = show
        self._over = over
        self._error: UserFacingError | None = None
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._second)

    @property
    def seconds(self) -> int:
        """How long the next try still has to wait."""
        return self._left

    def tell(self, error: UserFacingError) -> None:
        """Show the error and start waiting, if it asks for that."""
        self._error = error
        self._left = int(getattr(error, "wait", 0))
        self._timer.start() if self._left else self._over()
        self._say()

    def forget(self) -> None:
        """Stop waiting: somebody else is asked now."""
        self._timer.stop()
        self._left = 0
        self._error = None
        self._show("")
        self._over()

    def _second(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
            self._show("")
            self._over()
            return
        self._say()

    def _say(self) -> None:
        if self._error is None:
            return
        what, _safe, todo = self._error.sentences(words)
        if "wait" in self._error.details:
            self._error.details["wait"] = self._left
            _what, _safe, todo = self._error.sentences(words)
            todo = self._in_minutes() if self._left >= MINUTE else todo if self._left else ""
        self._show(in_a_row(what, todo))

    def _in_minutes(self) -> str:
        minutes, seconds = divmod(self._left, MINUTE)
        return self.tr("Try again in {minutes} min {seconds} s.").format(minutes=minutes, seconds=seconds)
