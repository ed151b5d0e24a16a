"""A way in that any number of threads pass at once, and that one of them can close to be alone inside."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class Turnstile:
    """Counts who is inside. A thread that is inside may enter again, even while it is being closed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside: Counter[int] = Counter()
        self._closed_by: int | None = None

    @contextmanager
    def passed(self) -> Iterator[None]:
        """Within the block this thread is inside; waits while another one has closed the way.

        Raises:
            RuntimeError: this thread has closed it, so that it would wait for itself.
        """
        me = threading.get_ident()
        with self._changed:
            if self._closed_by == me:
                raise RuntimeError("whoever is alone does not use what it keeps the others from")
            self._changed.wait_for(lambda: self._closed_by is None or self._inside[me])
            self._inside[me] += 1
        try:
            yield
        finally:
            with self._changed:
                self._inside[me] -= 1
                if not self._inside[me]:
                    del self._inside[me]
                self._changed.notify_all()

    @contextmanager
    def closed(self, seconds: float) -> Iterator[bool]:
        """Within the block nobody new comes in. One thread at a time may close it.

        Yields:
            Whether everybody has left; False if somebody was still inside after so many seconds.

        Raises:
            RuntimeError: this thread is inside itself.
        """
        me = threading.get_ident()
        with self._changed:
            if me in self._inside:
                raise RuntimeError("whoever is inside cannot wait until nobody is")
            self._closed_by = me
            emptied = self._changed.wait_for(lambda: not self._inside, seconds)
        try:
            yield emptied
        finally:
            with self._changed:
                self._closed_by = None
                self._changed.notify_all()
