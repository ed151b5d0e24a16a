"""The office PC's program as the host of the seats: on while the list of seats says where to listen.

Imported before the login window is painted, so that what listens loads only where PCs were let in.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from threading import RLock
from typing import TYPE_CHECKING

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.serving import AddressGone, NotAllowedToListen, PortTaken

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.domain.seats.seats import Pause, SeatLoginEnded
    from hvacdesk.seats.seat_service import SeatService
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.seats.office_pc import OfficePc

Place = tuple[str, int]
OwnPlace = tuple[str, int]

_REASONS = {errno.EADDRINUSE: PortTaken, errno.EADDRNOTAVAIL: AddressGone}


class Serving:
    """What this program does for the other PCs. Thread-safe.

    Args:
        entry: lets people in; its key file is read before anything is asked here.
        version: of the program.
        tell_bug: takes an exception that no user is meant to meet, on any thread.
        own: this PC's addresses at this moment with the length of their network's prefix; none where it is
            not known.

    Attributes:
        version: of the program at this PC.
        somebody_is_here: whether somebody is logged in at this PC itself, whose window sees to the office.
    """

    def __init__(
        self,
        entry: OfficeEntry,
        version: str,
        tell_bug: Callable[[Exception], object],
        own: Callable[[], Sequence[OwnPlace]] = tuple,
    ) -> None:
        self._entry = entry
        self.version = version
        self._tell_bug = tell_bug
        self._own = own
        self.somebody_is_here = False
        self._service: SeatService | None = None
        self._failure: UserFacingError | None = None
        self._lock = RLock()
        entry.pauses.listen(self._pause)

    @property
    def is_on(self) -> bool:
        """Whether other PCs can connect now."""
        return self._service is not None

    @property
    def places(self) -> tuple[Place, ...]:
        """Where they can."""
        service = self._service
        return () if service is None else service.places

    @property
    def failure(self) -> UserFacingError | None:
        """Why they cannot though they should."""
        return self._failure

    @property
    def was_set_up(self) -> bool:
        """Whether it was ever switched on for this office, at this computer."""
        return self._entry.lists_seats

    def office_pc(self) -> OfficePc:
        """The office's list of seats and its invitation."""
        return self._entry.office_pc()

    def begin(self) -> None:
        """Listen, if that is switched on and not done already; why it was not possible is kept."""
        with self._lock:
            if self._service is None:
                self.follow()

    def look_again(self) -> None:
        """See whether the network changed since: what kept others away may be over, an address another one.

        Those who are logged in at a seat stay so and find this PC at its new address.
        """
        with self._lock:
            service = self._service
            if service is None:
                if self._failure is not None:
                    self.follow()
                return
            addresses, port = self._entry.office_pc().book.places
            there, gone = standing(addresses, self._own())
            if there and set(there) != {address for address, _port in service.places}:
                try:
                    service.listen_at([(address, port) for address in there])
                except OSError:
                    self.follow()
                    return
            self._failure = AddressGone("・".join(gone), port) if gone else None

    def follow(self) -> None:
        """Listen again, where the list of seats says now; seats that are logged in log in again."""
        with self._lock:
            self.stop(self._why_stopped())
            try:
                self._listen()
            except UserFacingError as error:
                self._failure = error

    def _why_stopped(self) -> type[SeatLoginEnded] | None:
        """What those who are logged in are told: that it was switched off, if so."""
        from hvacdesk.domain.seats.seats import SeatsSwitchedOff

        if self._service is None:
            return None
        try:
            addresses, _port = self._entry.office_pc().book.places
        except UserFacingError:
            return None
        return None if addresses else SeatsSwitchedOff

    def stop(self, why: type[SeatLoginEnded] | None = None) -> None:
        """Answer nobody any more, and end every login at a seat; ``why`` is what is told there first."""
        with self._lock:
            service, self._service, self._failure = self._service, None, None
            if service is not None:
                service.stop(why)

    def at_work(self) -> tuple[tuple[str, Actor], ...]:
        """At which seats who is logged in."""
        service = self._service
        return () if service is None else service.sessions.logged_in()

    def _pause(self, why: Pause | None) -> None:
        service = self._service
        if service is not None:
            service.sessions.pause(why)

    def _listen(self) -> None:
        if not self._entry.lists_seats:
            return
        office_pc = self._entry.office_pc()
        addresses, port = office_pc.book.places
        if not addresses:
            return
        from hvacdesk.seats.seat_service import SeatService

        there, gone = standing(addresses, self._own())
        if gone:
            self._failure = AddressGone("・".join(gone), port)
        if not there:
            return
        places = [(address, port) for address in there]
        try:
            self._service = SeatService(
                office_pc, self._entry, places, self.version, self._tell_bug, lambda: self.somebody_is_here
            )
        except OSError as error:
            raise _REASONS.get(error.errno or 0, NotAllowedToListen)("・".join(there), port) from error


def standing(chosen: Sequence[str], own: Sequence[OwnPlace]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which chosen addresses this PC has, and which are gone.

    Where its network gave the PC another address, that one is meant: routers hand them out as they like.
    """
    from ipaddress import ip_address, ip_network

    if not own:
        return tuple(chosen), ()
    has = {address for address, _prefix in own}
    there, gone = [], []
    for address in chosen:
        wanted = ip_address(address)
        others = [
            one
            for one, prefix in own
            if one not in chosen
            and 0 < prefix < wanted.max_prefixlen
            and wanted in ip_network(f"{one}/{prefix}", strict=False)
        ]
        if address in has or wanted.is_loopback:
            there.append(address)
        elif len(others) == 1:
            there.append(others[0])
        else:
            gone.append(address)
    return tuple(dict.fromkeys(there)), tuple(gone)
