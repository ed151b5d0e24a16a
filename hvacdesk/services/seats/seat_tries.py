"""Failed logins at a seat slow that seat down, whichever accounts they were for.

They do not count with those at the office PC, whose own door no seat can shut
(:mod:`hvacdesk.vault.keyfile.throttle`). A good login ends what was failed for its own account alone: who has
one gains no tries at another.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from hvacdesk.vault.errors import SlotGone, TooManyTries, WrongPassphrase
from hvacdesk.vault.keyfile.throttle import delay_after

FORGOTTEN_AFTER = 24 * 60 * 60.0
"""Seconds after the last failed try for an account at a seat."""

_Try = tuple[str, str]


class SeatTries:
    """The failed tries of every seat, as long as the office PC's program runs. Thread-safe.

    Args:
        ticks: seconds that only go forward.
    """

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._failed: dict[_Try, tuple[int, float]] = {}
        self._lock = Lock()

    @contextmanager
    def one(self, seat: str, account: str) -> Iterator[None]:
        """One try; it counts as failed until it is over.

        Raises:
            TooManyTries: the delay after the last one is not over; the try did not count.
        """
        this = (seat, account)
        with self._lock:
            wait = self._wait(seat)
            if wait > 0:
                raise TooManyTries(wait)
            self._add(this, 1)
        try:
            yield
        except WrongPassphrase as error:
            with self._lock:
                wait = self._wait(seat)
            raise WrongPassphrase(max(error.wait, wait)) from error
        except SlotGone:
            raise
        except Exception:
            with self._lock:
                self._add(this, -1)  # no guess: the office could not be opened, or the account waits
            raise
        with self._lock:
            self._failed.pop(this, None)

    def _wait(self, seat: str) -> int:
        now = self._ticks()
        self._failed = {one: held for one, held in self._failed.items() if now - held[1] < FORGOTTEN_AFTER}
        those = [held for one, held in self._failed.items() if one[0] == seat]
        if not those:
            return 0
        failed, last = sum(count for count, _at in those), max(at for _count, at in those)
        return math.ceil(delay_after(failed) - (now - last))

    def _add(self, this: _Try, more: int) -> None:
        count = self._failed.get(this, (0, 0.0))[0] + more
        if count > 0:
            self._failed[this] = (count, self._ticks())
        else:
            self._failed.pop(this, None)
