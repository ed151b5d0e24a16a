"""Which background work is under way, and since when none is; :mod:`hvacdesk.ui.background` does the work."""

from __future__ import annotations

import time
from typing import Protocol


class Cancellable(Protocol):
    """A piece of work, which can be cancelled."""

    def cancel(self) -> None: ...


class _Rest:
    """Since when nothing has run."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self.since = time.monotonic()


_running: set[Cancellable] = set()
_rest = _Rest()


def add(work: Cancellable) -> None:
    """Cancellable begins."""
    _running.add(work)


def drop(work: Cancellable) -> None:
    """Cancellable has ended, or is given up."""
    _running.discard(work)
    _rest.begin()


def everything() -> tuple[Cancellable, ...]:
    """All that is under way."""
    return tuple(_running)


def idle() -> bool:
    """Whether no background work is under way or waiting to be answered (for tests and closing)."""
    return not _running


def idle_seconds() -> float:
    """For how long no background work has been under way; 0 while there is any."""
    return 0.0 if _running else time.monotonic() - _rest.since
