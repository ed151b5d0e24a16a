"""A window's seat whose line can be cut at the doors that a test names."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.roles import Actor
from hvacdesk.seats.calls import CALL, NoAnswer
from hvacdesk.seats.under_way import Watch
from hvacdesk.services.open_office import Office
from tests.helpers.seats import seat_of


class Line:
    """Calls of ``lost`` are done and not answered; those of ``cut``, and all while ``away``, neither.

    Given as the way in which a window reaches its office; ``local`` is that office itself.
    """

    local: Office

    def __init__(self) -> None:
        self.lost = self.cut = ""
        self.away = False
        self.after: Callable[[str], object] = lambda _door: None

    def __call__(self, office: Office, actor: Actor) -> Office:
        self.local = office
        seat, transport = seat_of(office, actor)
        send = transport.send

        def carried(body: bytes, watch: Watch | None = None) -> bytes:
            door = CALL.unpack(body).door
            if self.away or door == self.cut:
                raise NoAnswer
            answer = send(body, watch)
            if door == self.lost:
                raise NoAnswer
            self.after(door)
            return answer

        transport.send = carried  # type: ignore[method-assign, assignment]
        return seat
