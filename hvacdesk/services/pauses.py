"""Tells those who ask that everybody is to stop for a moment: the office's file is one person's alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hvacdesk.domain.seats.seats import Pause

Told = Callable[["Pause | None"], object]


class Pauses:
    """Who wants to be told of pauses. Told on the thread of who works alone, and must not wait."""

    def __init__(self) -> None:
        self._told: tuple[Told, ...] = ()

    def listen(self, told: Told) -> None:
        """Call ``told`` with the reason at the beginning of each pause, and with None at its end."""
        self._told = (*self._told, told)

    @contextmanager
    def asked(self, why: Pause) -> Iterator[None]:
        """Ask everybody to stop for as long as this lasts."""
        self._tell(why)
        try:
            yield
        finally:
            self._tell(None)

    def _tell(self, why: Pause | None) -> None:
        for told in self._told:
            told(why)
