"""A seat and the office PC in one process: what passes between them can be looked at, lost and repeated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hvacdesk.domain.roles import Actor
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.seats.host import SeatHost
from hvacdesk.seats.remote import remote_office
from hvacdesk.seats.under_way import Watch
from hvacdesk.services.open_office import Office


def raise_bug(error: Exception) -> None:
    """For tests in which the office PC meets none: what it would report ends the test."""
    raise error


@dataclass
class DirectTransport:
    """Brings bodies to the host by calling it.

    Attributes:
        asked, answered: every body that passed, in order.
        losing: so many answers get lost after the host gave them.
    """

    host: SeatHost
    asked: list[bytes] = field(default_factory=list)
    answered: list[bytes] = field(default_factory=list)
    losing: int = 0

    def send(self, body: bytes, _watch: Watch | None = None) -> bytes:
        self.asked.append(body)
        answer = self.host.answer(body)
        if self.losing:
            self.losing -= 1
            raise NoAnswer
        self.answered.append(answer)
        return answer


def seat_of(
    office: Office, actor: Actor, tell_bug: Callable[[Exception], object] = raise_bug
) -> tuple[Office, DirectTransport]:
    """The office as a seat has it on which this person logged in, and what passes on the way."""
    transport = DirectTransport(SeatHost(office, actor, tell_bug))
    return remote_office(transport, actor, office.clock), transport
