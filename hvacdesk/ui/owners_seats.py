"""What a window at the office PC can do about the other PCs of the office."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.updates import UpdateFacts
from hvacdesk.domain.seats.seats import Seat, SeatState, SeatsUnreadable

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.seats.serving import Serving
    from hvacdesk.services.open_office import Office
    from hvacdesk.services.seats.invitation import SeatInvitation, WaitingSeat
    from hvacdesk.services.seats.seat_list import SeatList


@dataclass(frozen=True)
class SeatsState:
    """The state of the connection with other PCs.

    Attributes:
        is_on: whether it is switched on.
        listens: whether other PCs can connect at this moment.
        addresses, port: where it is, or was, switched on; empty and 0 before the first time.
        found_at: at which addresses other PCs find this one at this moment.
        failure: why they cannot though it is switched on.
        unreadable: why the list cannot be read, so that it has to be set up again.
        with_login: whether serving begins with the computer's login; None where that cannot be had.
        kept: the update files that are kept for seats.
        at_work: the names of who works at which seat now.
        version: of the program at this PC, which every seat needs too.
    """

    is_on: bool = False
    listens: bool = False
    addresses: tuple[str, ...] = ()
    port: int = 0
    found_at: tuple[str, ...] = ()
    failure: UserFacingError | None = None
    unreadable: UserFacingError | None = None
    seats: tuple[Seat, ...] = ()
    with_login: bool | None = None
    kept: tuple[UpdateFacts, ...] = ()
    at_work: dict[str, str] = field(default_factory=dict)
    version: str = ""


class OwnersSeats:
    """The seats in one login at the office PC. Everything waits for disk or key store: on a worker."""

    def __init__(self, serving: Serving, office: Office) -> None:
        self._serving = serving
        self._office = office

    @property
    def were_set_up(self) -> bool:
        """Whether other PCs ever could join this office."""
        return self._serving.was_set_up

    def state(self, actor: Actor) -> SeatsState:
        """The connection's state. Raises those of the key store."""
        if not self._serving.was_set_up:
            return SeatsState()
        office_pc = self._serving.office_pc()
        try:
            addresses, port = office_pc.book.places
            seats = self.listed.seats(actor)
        except SeatsUnreadable as error:
            return SeatsState(unreadable=error)
        return SeatsState(
            bool(addresses),
            self._serving.is_on,
            addresses,
            port,
            tuple(address for address, _port in self._serving.places),
            self._serving.failure,
            seats=seats,
            with_login=self.listed.starts_with_login(actor),
            kept=self.listed.kept_installers(actor),
            at_work={seat: one.name for seat, one in self._serving.at_work()},
            version=self._serving.version,
        )

    @property
    def listed(self) -> SeatList:
        """The list, and what an owner does to it."""
        return self._office.seat_list(self._serving.office_pc())

    def switch_on(
        self, actor: Actor, address: str, port: int, *, also: tuple[str, ...] = (), anew: bool = False
    ) -> None:
        """Let other PCs connect at an address of this one.

        Args:
            also: further addresses.
            anew: whether every PC has to join again, since what they knew each other by cannot be used.

        Raises:
            NotListening: it is switched on, and did not work now.
            UserFacingError: it stays switched off.
        """
        listed = self.listed
        if anew or not self._serving.was_set_up:
            self._serving.stop()
            listed.set_up(actor)
        listed.listen_at(actor, (address, *also), port)
        self._serving.follow()
        if self._serving.failure is not None and not self._serving.is_on:
            raise self._serving.failure

    def at_work(self, seat: str = "") -> tuple[str, ...]:
        """The names of who is logged in at a seat, or at any, at this moment."""
        return tuple(one.name for where, one in self._serving.at_work() if seat in ("", where))

    def set_state(self, actor: Actor, seat: str, state: SeatState) -> None:
        """Suspend a seat, lift that, or remove it for good. Raises as :meth:`SeatList.set_state`."""
        self.listed.set_state(actor, seat, state)

    def switch_off(self, actor: Actor) -> None:
        """Let no other PC connect, and end what is open. The list stays as it is."""
        self.listed.listen_at(actor, (), self.port_or(0))
        self._serving.follow()
        self.listed.start_with_login(actor, False)

    def port_or(self, otherwise: int) -> int:
        """The port that was chosen last."""
        return self._serving.office_pc().book.places[1] or otherwise

    def invite(self, actor: Actor) -> str:
        """Let one PC join; the code to show. Raises as :meth:`SeatList.invite`."""
        places = sorted(self._serving.places, key=lambda place: ":" in place[0])  # IPv4 can be read aloud
        (address, port), *others = places
        return self.listed.invite(actor, address, port, tuple(one for one, _port in others))

    def start_with_login(self, actor: Actor, wanted: bool) -> None:
        """Have serving begin with the computer's login, or no more."""
        self.listed.start_with_login(actor, wanted)

    def keep_installer(self, actor: Actor, path: Path) -> None:
        """Keep an update file for seats of an older version. Raises as :meth:`SeatList.keep_installer`."""
        self.listed.keep_installer(actor, path, lambda _done, _all: None)

    def waiting(self, actor: Actor) -> WaitingSeat | None:
        """The PC that typed the code."""
        return self.listed.waiting(actor)

    @property
    def nobody_joins(self) -> UserFacingError:
        """Why no invitation is open."""
        return self._serving.office_pc().nobody_joins

    @property
    def has_arrived(self) -> bool:
        """Whether the PC that was confirmed came as a seat. Raises :class:`JoiningPcLeft`."""
        return self._serving.office_pc().has_arrived

    def take_back(self, actor: Actor, seat: str) -> None:
        """Take a PC off the list that was confirmed and never came."""
        self.listed.take_back(actor, seat)

    def give_up(self, actor: Actor) -> None:
        """Let no PC join after all."""
        self.listed.give_up(actor)

    @property
    def invitation(self) -> SeatInvitation | None:
        """The one that is open, with its time and tries."""
        return self._serving.office_pc().invitation

    def sign_what_is_due(self, actor: Actor) -> None:
        """Renew certificates for which it is time; at each owner's login."""
        if self._serving.was_set_up:
            self.listed.sign_what_is_due(actor)
