"""What one login's seat has not heard yet: which rooms were changed by others, and whether to pause."""

from __future__ import annotations

from threading import Condition

from hvacdesk.domain.rooms import Room
from hvacdesk.domain.seats.seats import Pause
from hvacdesk.seats.asks import News


class SeatNews:
    """The news of one login. Thread-safe.

    Nothing is handed out once and for all: a seat says up to which number it has heard, so what was lost on
    the way is told again. For each room the number of its last change is kept, so that nothing piles up.
    """

    def __init__(self) -> None:
        self._number = 0
        self._changed: dict[Room, int] = {}
        self._pause: Pause | None = None
        self._ended = False
        self._told = Condition()

    def changed(self, rooms: frozenset[Room]) -> None:
        """Others changed something there."""
        with self._told:
            self._number += 1
            self._changed.update(dict.fromkeys(rooms, self._number))
            self._told.notify_all()

    def pause(self, why: Pause | None) -> None:
        """Everybody is asked to stop for a moment; None: they may go on."""
        with self._told:
            if why is not self._pause:
                self._pause = why
                self._number += 1
                self._told.notify_all()

    def end(self) -> None:
        """Nobody waits any more."""
        with self._told:
            self._ended = True
            self._told.notify_all()

    def after(self, number: int, seconds: float) -> News:
        """What there is since a number, for which it waits so long.

        Args:
            number: of the news before; 0 at first.
        """
        with self._told:
            self._told.wait_for(lambda: self._ended or self._number != number, seconds)
            heard = number if number <= self._number else 0  # of another login: all is new
            rooms = frozenset(room for room, at in self._changed.items() if at > heard)
            return News(self._number, rooms, self._pause)
