"""What one login's seat has not heard yet: which rooms were changed by others, and whether to pause."""

from __future__ import annotations

from threading import Condition

from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.seats.seats import Pause
from hvacdesk.seats.asks import News

_ASKED: dict[Room, tuple[Permission, ...]] = {
    Room.BILLING: (Permission.SEE_BILLING,),
    Room.EXCHANGE: (Permission.FIND_CUSTOMERS,),
    Room.INCIDENTS: (Permission.HANDLE_INCIDENTS, Permission.REGISTER_COPIES),
    Room.REQUESTS: (Permission.FIND_CUSTOMERS,),
}
"""Who has a part in a room, by one of these permissions; in the others everybody has.

A person who registers papers sees at which incident one is missed.
"""


def rooms_for(actor: Actor) -> frozenset[Room]:
    """Of which rooms somebody is told when others change something there; who reads the log, of each."""
    if actor.may(Permission.READ_AUDIT):
        return frozenset(Room)
    return frozenset(room for room in Room if room not in _ASKED or any(map(actor.may, _ASKED[room])))


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
