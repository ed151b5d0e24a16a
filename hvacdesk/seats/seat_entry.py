"""The door of an office on another PC: who may log in there, and their logins at this seat."""

from __future__ import annotations

from pathlib import Path
from threading import current_thread, main_thread

from hvacdesk.domain.clock import Clock
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.seats.seats import Membership
from hvacdesk.seats.asks import OfficeGreeting
from hvacdesk.seats.last_known import remember
from hvacdesk.seats.link import Listening, SeatLink, SeatLogin
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office


class SeatEntry:
    """The way into the office of which the program in this folder is a seat.

    Args:
        entry: of the folder, which holds no office.
        version: of the program.

    Attributes:
        listening: who is told what the next login hears.
    """

    def __init__(self, entry: OfficeEntry, version: str, clock: Clock) -> None:
        self._entry = entry
        self._seat_pc = entry.seat_pc()
        self._version = version
        self._clock = clock
        self.listening = Listening()
        self._link: SeatLink | None = None
        self._login: SeatLogin | None = None

    @property
    def home(self) -> Path:
        """The folder."""
        return self._entry.home

    @property
    def membership(self) -> Membership:
        """What this PC knows of its office. Raises :class:`SeatsUnreadable`; those of the key store."""
        return self._seat_pc.membership

    def acquire(self) -> None:
        """Keep every other program out of this folder. Raises :class:`AlreadyRunning`."""
        self._entry.acquire()

    def greeting(self) -> OfficeGreeting:
        """The office's name and who may log in. Raises as :meth:`SeatLink.greeting`."""
        return self._way().greeting()

    def login(self, account: str, passphrase: str) -> tuple[Office, Actor]:
        """The office for one person; who leaves it is logged out at the office PC.

        Raises as :meth:`SeatLink.log_in`.
        """
        way = self._way()
        login = way.log_in(account, passphrase, self.listening)
        self._login = login
        login.hurries = _is_windows_thread
        remember(login.office, lambda: login.is_away)
        vars(login.office)["leave"] = lambda _actor: self._leave(login)
        return login.office, login.actor

    def _leave(self, login: SeatLogin) -> None:
        login.leave()
        self.close()

    def renew(self) -> None:
        """Ask for a new certificate where it is time for one. Raises as :meth:`SeatLink.renew`."""
        if self._link is not None and self._login is not None:
            self._link.renew(self._login)

    def leave_office(self) -> None:
        """Be this office's seat no longer, as far as this PC is concerned."""
        self.close()
        self._seat_pc.leave_office()

    def close(self) -> None:
        """Give the connections up."""
        link, self._link = self._link, None
        if link is not None:
            link.close()

    def _way(self) -> SeatLink:
        if self._link is None:
            self._link = SeatLink(self._seat_pc, self._version, self._clock)
        return self._link


def _is_windows_thread() -> bool:
    """Whether windows stand still while this thread waits."""
    return current_thread() is main_thread()
