"""The door of an office on another PC: who may log in there, and their logins at this seat.

Imported before the login window is painted, so whatever connects loads inside the methods.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hvacdesk.domain.clock import Clock
    from hvacdesk.domain.errors import UserFacingError
    from hvacdesk.domain.office.self_check import Finding
    from hvacdesk.domain.roles import Actor
    from hvacdesk.domain.seats.seats import Pause
    from hvacdesk.domain.text.wording import Words
    from hvacdesk.seats.asks import OfficeGreeting
    from hvacdesk.seats.link import SeatLink, SeatLogin
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.open_office import Office
    from hvacdesk.services.seats.seat_pc import SeatPc


def _unheard(*_told: object) -> None:
    """Nobody listens."""


class SeatEntry:
    """The way into the office of which the program in this folder is a seat.

    Args:
        entry: of the folder, which holds no office.
        version: of the program.

    Attributes:
        away, paused, ended: told what a login hears; as in :class:`hvacdesk.seats.link.Listening`.
    """

    def __init__(self, entry: OfficeEntry, version: str, clock: Clock) -> None:
        self.away: Callable[[bool], object] = _unheard
        self.paused: Callable[[Pause | None], object] = _unheard
        self.ended: Callable[[UserFacingError], object] = _unheard
        self._entry = entry
        self._version = version
        self._clock = clock
        self._seat_pc: SeatPc | None = None
        self._link: SeatLink | None = None
        self._login: SeatLogin | None = None

    @property
    def home(self) -> Path:
        """The folder."""
        return self._entry.home

    @property
    def seat(self) -> str:
        """The id of this PC in its office. Raises :class:`SeatsUnreadable`."""
        return self._known().membership.seat

    def office_name(self) -> str:
        """As this PC knows it, whether or not the office PC answers. Raises :class:`SeatsUnreadable`."""
        return self._known().membership.office_name

    def seat_name(self) -> str:
        """What the office calls this PC. Raises :class:`SeatsUnreadable`."""
        return self._known().membership.seat_name

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
        from hvacdesk.seats.last_known import remember
        from hvacdesk.seats.link import Listening

        listening = Listening(self.away, self.paused, self.ended)
        self._login = login = self._way().log_in(account, passphrase, listening)
        login.hurries = _is_windows_thread
        remember(login.office, lambda: login.is_away)
        type(login.office).folder = property(_is_elsewhere)  # type: ignore[method-assign,assignment]
        vars(login.office)["leave"] = lambda _actor: self._leave(login)
        return login.office, login.actor

    def require_like_clocks(self) -> None:
        """Raise :class:`ClocksDiffer` where this PC's clock was not the office PC's at the login."""
        from hvacdesk.domain.clock import CLOCKS_APART
        from hvacdesk.domain.seats.seats import ClocksDiffer

        if self._login is not None:
            here, there = self._login.clocks
            if abs(here - there) > CLOCKS_APART:
                raise ClocksDiffer(here, there)

    def check(self, words: Words) -> tuple[Finding, ...]:
        """Look why the office PC is or is not reached, for some seconds. Raises :class:`SeatsUnreadable`."""
        from hvacdesk.seats.connection_check import look

        return look(self._known(), self._version, self._clock, words)

    def try_at(self, typed: str) -> None:
        """Look for the office PC where somebody says that it is. Raises as :meth:`SeatLink.try_at`."""
        self._way().try_at(typed)

    def get_installer(self, version: str, folder: Path, progress: Callable[[int, int], object]) -> Path:
        """Get the installer of the office PC's version. Raises as :meth:`SeatLink.get_installer`."""
        return self._way().get_installer(version, folder, progress)

    def renew(self) -> None:
        """Ask for a new certificate where it is time for one. Raises as :meth:`SeatLink.renew`."""
        if self._link is not None and self._login is not None:
            self._link.renew(self._login)

    def leave_office(self) -> None:
        """Be this office's seat no longer, as far as this PC is concerned."""
        self.close()
        self._known().leave_office()

    def close(self) -> None:
        """Give the connections up."""
        link, self._link = self._link, None
        if link is not None:
            link.close()

    def _leave(self, login: SeatLogin) -> None:
        login.leave()
        self.close()

    def _way(self) -> SeatLink:
        if self._link is None:
            from hvacdesk.seats.link import SeatLink

            self._link = SeatLink(self._known(), self._version, self._clock)
        return self._link

    def _known(self) -> SeatPc:
        if self._seat_pc is None:
            self._seat_pc = self._entry.seat_pc()
        return self._seat_pc


def _is_elsewhere(_office: Office) -> Path:
    """A seat has none of the office's files."""
    from hvacdesk.seats.doors import AtTheOfficePcOnly

    raise AtTheOfficePcOnly


def _is_windows_thread() -> bool:
    """Whether windows freeze while this thread waits."""
    return current_thread() is main_thread()
