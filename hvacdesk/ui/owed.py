"""What must reach the office though nobody waits for it: where the office PC is away, once it is back."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background

Call = Callable[[], object]


class Owed:
    """Calls that are made on worker threads, each again and again until the office took it. Thread-safe.

    A call that raises a :class:`UserFacingError` is made again; one that returns is done.

    Args:
        window: asks for the first try of each.
        begin: sees to it that :meth:`again` is called every few seconds.

    Attributes:
        wait: what is not done yet.
    """

    def __init__(self, window: QWidget, begin: Callable[[], object]) -> None:
        self.wait: list[Call] = []
        self._window, self._begin = window, begin
        self._calling = Lock()

    def soon(self, call: Call) -> None:
        """Make it now, without anybody waiting for it; from here on it is owed."""
        self.wait.append(call)
        background.ask(self._window, lambda: self._make(call)).begin()
        self._begin()

    def again(self) -> None:
        """Try what is owed, until one fails; that one comes last the next time."""
        for call in tuple(self.wait):
            if not self._make(call):
                return

    def _make(self, call: Call) -> bool:
        with self._calling:  # one call is never made twice at once
            if call not in self.wait:
                return True
            try:
                call()
            except UserFacingError:
                self.wait.remove(call)
                self.wait.append(call)
                return False
            except BaseException:
                self.wait.remove(call)
                raise
            self.wait.remove(call)
            return True
