"""A window's seat whose line can be cut at the doors that a test names."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.roles import Actor
from hvacdesk.seats.calls import CALL, NoAnswer, NotReached
from hvacdesk.seats.last_known import remember
from hvacdesk.seats.under_way import Watch
from hvacdesk.services.open_office import Office
from tests.helpers.seats import DirectTransport, seat_of


class Line:
    """Given as the way in which a window reaches its office.

    Attributes:
        lost: doors whose calls are done and not answered.
        cut: doors whose calls are not done, which nobody can tell from those; all while ``away``.
        unreached: doors whose calls are not done either, which is known.
        after: told the door of each call that was done, before its answer is lost.
        local, seat: that office, and what the window has of it.
        transport: what passes.

    Args:
        remembers: whether the seat knows what it was told last, as it does in the program.
    """

    local: Office
    seat: Office
    transport: DirectTransport

    def __init__(self, *, remembers: bool = False) -> None:
        self.lost, self.cut, self.unreached = set[str](), set[str](), set[str]()
        self.away = False
        self.after: Callable[[str], object] = lambda _door: None
        self._remembers = remembers

    def __call__(self, office: Office, actor: Actor) -> Office:
        self.local = office
        self.seat, self.transport = seat_of(office, actor)
        send = self.transport.send

        def carried(body: bytes, watch: Watch | None = None) -> bytes:
            door = CALL.unpack(body).door
            if door in self.unreached:
                raise NotReached
            if self.away or door in self.cut:
                raise NoAnswer
            answer = send(body, watch)
            self.after(door)
            if door in self.lost:
                raise NoAnswer
            return answer

        self.transport.send = carried  # type: ignore[method-assign, assignment]
        if self._remembers:
            remember(self.seat, lambda: False)
        return self.seat
