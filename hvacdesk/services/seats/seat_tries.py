"""Failed logins at a seat slow that seat down, whichever accounts they were for.

Beside it counts what counts at the office PC: the failed tries of each account
(:mod:`hvacdesk.vault.keyfile.throttle`). A seat that tries one passphrase with everybody meets this one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from hvacdesk.vault.errors import SlotGone, TooManyTries, WrongPassphrase
from hvacdesk.vault.keyfile.throttle import delay_after


class SeatTries:
    """The failed tries of every seat, as long as the office PC's program runs. Thread-safe.

    Args:
        ticks: seconds that only go forward.
    """

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._failed: dict[str, tuple[int, float]] = {}
        self._lock = Lock()

    @contextmanager
    def one(self, seat: str) -> Iterator[None]:
        """One try; it counts as failed until it is over.

        Raises:
            TooManyTries: the delay after the last one is not over; the try did not count.
        """
        with self._lock:
            failed, last = self._failed.get(seat, (0, 0.0))
            wait = math.ceil(delay_after(failed) - (self._ticks() - last)) if failed else 0
            if wait > 0:
                raise TooManyTries(wait)
            self._failed[seat] = (failed + 1, self._ticks())
        try:
            yield
        except (WrongPassphrase, SlotGone):
            raise
        except Exception:
            self._set(seat, failed)  # no guess: the office could not be opened, or the account waits
            raise
        self._set(seat, 0)

    def _set(self, seat: str, failed: int) -> None:
        with self._lock:
            self._failed[seat] = (failed, self._ticks())
