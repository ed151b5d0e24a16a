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
        self._in_turn: list[Call] = []
        self._window, self._begin = window, begin
        self._calling, self._listing = Lock(), Lock()

    def soon(self, call: Call, *, in_turn: bool = False) -> None:
        """Make it now, without anybody waiting for it; from here on it is owed.

        Args:
            in_turn: it reaches the office after those before it that were given so, whatever becomes of each.
        """
        with self._listing:
            if in_turn:
                self._in_turn.append(call)
            self.wait.append(call)
        background.ask(self._window, lambda: self._make(call)).begin()
        self._begin()

    def again(self) -> None:
        """Try what is owed, until one fails; that one comes last the next time."""
        for call in tuple(self.wait):
            if not self._make(call):
                return

    def _make(self, call: Call) -> bool:
        """Make it, and before it what has to come before it; whether the office took all that."""
        with self._calling:  # one call is never made twice at once
            while call in self.wait:
                if not self._try(self._next(call)):
                    return False
            return True

    def _next(self, call: Call) -> Call:
        """What is made first so that this one is."""
        return next(one for one in self._with(call) if one in self.wait)

    def _with(self, call: Call) -> tuple[Call, ...]:
        """Those among which it keeps its place, in their order."""
        return tuple(self._in_turn) if call in self._in_turn else (call,)

    def _try(self, call: Call) -> bool:
        try:
            call()
        except UserFacingError:
            with self._listing:
                late = [one for one in self._with(call) if one in self.wait]
                self.wait[:] = [*(one for one in self.wait if one not in late), *late]
            return False
        except BaseException:
            self._end(call)
            raise
        self._end(call)
        return True

    def _end(self, call: Call) -> None:
        with self._listing:
            for listed in (self.wait, self._in_turn):
                if call in listed:
                    listed.remove(call)
