"""The answers that a server is about to give: the one that ends it may let them be heard first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class AnswersGiven:
    """Counts what is being answered. Thread-safe."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._count = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """Something is answered meanwhile."""
        with self._changed:
            self._count += 1
        try:
            yield
        finally:
            with self._changed:
                self._count -= 1
                self._changed.notify_all()

    def come_to_rest(self, seconds: float) -> None:
        """Wait until every answer is given, but no longer than so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: not self._count, seconds)
