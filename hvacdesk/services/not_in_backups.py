"""What was entered since a backup was taken: no backup knows it, so that its number can be given back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class NotInBackups:
    """The record ids of what this program entered, as long as no backup of the office can hold it.

    They are kept in memory alone: of what was entered before the office was opened nobody knows whether a
    backup holds it, since one may have been taken for an update, or have ended before it was logged.
    """

    def __init__(self) -> None:
        self._entered: set[str] = set()
        self._taking = 0
        self._still = threading.RLock()

    def entered(self, record: str) -> None:
        """Note what a transaction enters, before it is committed."""
        with self._still:
            if not self._taking:
                self._entered.add(record)

    def __contains__(self, record: object) -> bool:
        return record in self._entered

    @contextmanager
    def kept(self) -> Iterator[None]:
        """While this is held no backup begins: what is in no backup now is in none before it ends.

        Who wants to write holds the file for writing first, as whoever is in here does.
        """
        with self._still:
            yield

    @contextmanager
    def taking(self) -> Iterator[None]:
        """A backup is being taken. It may hold all that was entered before, and what is until it is ready."""
        with self._still:
            self._taking += 1
            self._entered.clear()
        try:
            yield
        finally:
            with self._still:
                self._taking -= 1
