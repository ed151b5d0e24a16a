"""A seat's link to its office: the login window's words, a login with its office, and what is heard of it.

A login outlives its connections. While nothing is heard of the office PC, calls wait a moment; once it is
back, they are asked again under their numbers with the same login, and answered once.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TypeVar

from hvacdesk.domain.clock import Clock
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.places import TypedPlace, place_text
from hvacdesk.domain.seats.seats import (
    AnotherVersion,
    Membership,
    NobodyAtAddress,
    PairingCodeMistyped,
    PairingRefused,
    Pause,
    SeatLocked,
    SeatLoginEnded,
    SeatNotKnown,
    SeatRevoked,
)
from hvacdesk.seats import asks
from hvacdesk.seats.asks import LoggedIn, News, NewsAsked, OfficeGreeting
from hvacdesk.seats.calls import ANSWER, NoAnswer, NotReached, OfficePcFailed
from hvacdesk.seats.installers import Told, get_installer
from hvacdesk.seats.line import Met, OfficeLine, OfficePlace
from hvacdesk.seats.reaching import NameSearch, Reach, addresses_of, reach
from hvacdesk.seats.remote import OfficeClock, remote_office
from hvacdesk.seats.under_way import Watch, WatchedCalls
from hvacdesk.seats.wire import UnreadableBody, Wire
from hvacdesk.services.open_office import Office
from hvacdesk.services.seats.private_addresses import is_private
from hvacdesk.services.seats.seat_pc import SeatPc

T = TypeVar("T")

ASK_SECONDS = 60.0
"""For what is no call: a passphrase takes a second to check, and one is checked after another."""
GREETING_SECONDS = 5.0
"""For who may log in, which is asked again every few seconds."""
NEWS_LATE_SECONDS = 1.7
"""Then nobody is there: the office PC holds an ask for news for less than half of it."""
TORN_SECONDS = 1.0
"""What fails sooner may be a cut connection while the office PC is there: a new one is tried at once."""
AGAIN_SECONDS = 0.3
COLLECT_SECONDS = 5.0
"""By then the office PC counts a PC that waits to be confirmed as gone."""
WITHDRAW_SECONDS = 2.0
LEAVE_SECONDS = 10.0
"""The end of the log is noted, and the office closed."""
PATIENCE_SECONDS = 2.0
"""So long a call waits for an office PC that was just lost, before each of its tries."""

_FOR_GOOD = (SeatLoginEnded, SeatRevoked, SeatLocked, AnotherVersion)
"""What only the real office PC can say, after which the login is over."""


def _unheard(*_told: object) -> None:
    """Nobody listens."""


def _never() -> bool:
    """Everybody may wait."""
    return False


@dataclass(frozen=True)
class Listening:
    """Who is told what a login hears, on its own thread.

    Attributes:
        away: whether the office PC cannot be reached; told when that changes.
        paused: why everybody is asked to stop for a moment; None: they may go on.
        ended: why the login is over.
    """

    away: Callable[[bool], object] = _unheard
    paused: Callable[[Pause | None], object] = _unheard
    ended: Callable[[UserFacingError], object] = _unheard


class SeatLink:
    """A seat's way to its office, before and between logins.

    Args:
        version: of this program.
    """

    def __init__(self, seat_pc: SeatPc, version: str, clock: Clock) -> None:
        self._seat_pc = seat_pc
        self._version = version
        self._clock = clock
        self._search = NameSearch(lambda: seat_pc.membership.computer)
        self._line = self._new_line()

    def greeting(self) -> OfficeGreeting:
        """The office's name and who may log in.

        Raises as :meth:`OfficeLine.ask`, and :class:`SeatStopped` where this PC may not work there.
        """
        nothing = asks.NOTHING.pack(None)
        greeting = _asked(self._line, asks.GREETING_PATH, nothing, asks.GREETING, seconds=GREETING_SECONDS)
        with suppress(UserFacingError):  # a full disk shuts nobody out
            self._seat_pc.learn(greeting.addresses, greeting.computer)
        return greeting

    def try_at(self, typed: str) -> None:
        """Look for the office PC where somebody says that it is; it is searched there first from now on.

        Args:
            typed: an address, or the computer's name, with or without a port.

        Raises:
            PlaceMistyped: it is none.
            FalseOfficePc: another PC answers there; nothing was changed.
            NotReached: none does.
            UserFacingError: as for :meth:`OfficeLine.ask`.
        """
        place = TypedPlace.read(typed)
        addresses = (place.host,) if is_private(place.host) else addresses_of(place.host)
        port = place.port or self._seat_pc.membership.port
        line = self._line_to(addresses, port, lambda address: self._seat_pc.found_at(address, port))
        try:
            _asked(line, asks.GREETING_PATH, asks.NOTHING.pack(None), asks.GREETING)
        finally:
            line.close()
        self._line.close()
        self._line = self._new_line()

    def log_in(self, account: str, passphrase: str, listening: Listening | None = None) -> SeatLogin:
        """Log somebody in.

        Raises:
            WrongPassphrase, TooManyTries: as at the office PC, or this seat has to wait.
            UserFacingError: as for :meth:`greeting`.
        """
        asked = asks.LOGIN.pack(asks.LoginAsked(account, passphrase))
        logged_in = _asked(self._line, asks.LOGIN_PATH, asked, asks.LOGGED_IN)
        return SeatLogin(self._new_line(), self._new_line(), logged_in, self._clock, listening or Listening())

    def renew(self, login: SeatLogin) -> bool:
        """Ask for a new certificate where it is time for one; whether there is one now.

        Raises as :meth:`OfficeLine.ask`; :class:`SeatsUnreadable`.
        """
        if not self._seat_pc.renewal_is_due:
            return False
        renewed = login.ask(asks.RENEW_PATH, asks.NOTHING.pack(None), asks.RENEWED)
        if renewed is None:
            return False
        self._seat_pc.keep_renewed(renewed)
        self._line.renew_context()
        login.renew_context()
        return True

    def meet(self) -> Met:
        """Meet the office PC, and learn what it says of itself to whatever version. Raises as
        :meth:`OfficeLine.ask`, but for :class:`AnotherVersion`.
        """
        return self._line.meet(asks.GREETING_PATH, asks.NOTHING.pack(None), ASK_SECONDS)

    def get_installer(self, version: str, folder: Path, progress: Told) -> Path:
        """Get the installer of the office PC's version; see :func:`hvacdesk.seats.installers.get`."""
        return get_installer(self._line, version, folder, progress)

    def close(self) -> None:
        """Give the connections up."""
        self._line.close()

    def _new_line(self) -> OfficeLine:
        known = self._seat_pc.membership
        return self._line_to(known.addresses, known.port, self._seat_pc.found_at, self._further)

    def _line_to(
        self,
        addresses: tuple[str, ...],
        port: int,
        found: Callable[[str], object],
        further: Callable[[], tuple[str, ...]] = tuple,
    ) -> OfficeLine:
        seat_pc = self._seat_pc
        place = OfficePlace(addresses, port, seat_pc.context, seat_pc.office_pc_name, further=further)
        return OfficeLine(place, self._version, found)

    def _further(self) -> tuple[str, ...]:
        """Where the office PC may be by now: it told of an address since, or its name has one."""
        return (*self._seat_pc.membership.addresses, *self._search.look())


class SeatLogin:
    """Somebody's login at a seat: their office, and whether it can be reached.

    Attributes:
        actor: who logged in.
        office: whose calls go to the office PC.
        hurries: whether who asks now, on this thread, must not wait for an office PC that is away.
        clocks: what this PC's clock and the office PC's said then.

    Args:
        clock: this PC's own.
    """

    def __init__(
        self,
        calls: OfficeLine,
        news: OfficeLine,
        logged_in: LoggedIn,
        clock: Clock,
        listening: Listening,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self.actor = logged_in.actor
        self.hurries: Callable[[], bool] = _never
        self._calls, self._news = calls, news
        self._token = logged_in.token
        self._listening = listening
        self._ticks = ticks
        self._near = Event()
        self._near.set()
        self._over = Event()
        self._ended: UserFacingError | None = None
        self._pause: Pause | None = None
        self._watched = WatchedCalls()
        self._lock = Lock()
        self.clocks = clock(), logged_in.now
        self._clock = OfficeClock(logged_in.now, ticks)
        self.office: Office = remote_office(self, self.actor, self._clock)
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def is_away(self) -> bool:
        """Whether the office PC cannot be reached."""
        return not self._near.is_set()

    @property
    def pause(self) -> Pause | None:
        """Why everybody is asked to stop for a moment."""
        return self._pause

    def send(self, body: bytes, watch: Watch | None = None) -> bytes:
        """The transport of this login's calls; see :class:`hvacdesk.seats.remote.Transport`."""
        patience = 0 if self.hurries() else PATIENCE_SECONDS
        if not self._near.wait(patience) or self._over.is_set():
            raise self._ended or NotReached()
        try:
            with self._watched.one(watch):
                return self._calls.ask(asks.CALL_PATH, body, self._token)
        except NoAnswer:
            self._lose()
            raise

    def ask(self, path: str, body: bytes, form: Wire[T]) -> T:
        """Ask something that is no call. Raises as :meth:`OfficeLine.ask`."""
        return _asked(self._calls, path, body, form, self._token)

    def renew_context(self) -> None:
        """Connect with the certificate that is there now."""
        self._calls.renew_context()
        self._news.renew_context()

    def leave(self) -> None:
        """Log out; where the office PC cannot be reached, it does so after a while of itself."""
        away = self.is_away
        if self._is_over_by(SeatLoginEnded()) and not away:
            with suppress(UserFacingError):
                nothing = asks.NOTHING.pack(None)
                _asked(self._calls, asks.LEAVE_PATH, nothing, asks.NOTHING, self._token, LEAVE_SECONDS)
        self._close()

    def _lose(self) -> None:
        """A call was not answered: look at once whether anybody is there."""
        with self._lock:
            if self._near.is_set() and not self._over.is_set():
                self._near.clear()
                self._news.abandon()

    def _listen(self) -> None:
        number, away, torn = 0, False, False
        while not self._over.is_set():
            began = self._ticks()
            try:
                news = self._heard(number)
            except _FOR_GOOD as error:
                self._end(error)
                return
            except UserFacingError:
                torn = not torn and self._ticks() - began < TORN_SECONDS
                if not torn:
                    away = self._note_away(away)
                    self._over.wait(AGAIN_SECONDS)
                continue
            torn = False
            self._near.set()
            if away:
                away = False
                self._listening.away(False)
            number = news.number
            if news.now is not None:
                self._clock.learn(news.now)
            self._tell(news)

    def _heard(self, number: int) -> News:
        asked = asks.NEWS_ASKED.pack(NewsAsked(number, self._watched.cancelled()))
        return _asked(self._news, asks.NEWS_PATH, asked, asks.NEWS, self._token, NEWS_LATE_SECONDS)

    def _note_away(self, already: bool) -> bool:
        with self._lock:
            if self._over.is_set():
                return True  # it is being left, and nothing is told any more
            self._near.clear()
            self._news.abandon()
            self._calls.abandon()
        if not already:
            self._listening.away(True)
        return True

    def _tell(self, news: News) -> None:
        if news.pause is not self._pause:
            self._pause = news.pause
            self._listening.paused(news.pause)
        self.office.changes.tell(news.changed)
        self._watched.tell(news.how_far)

    def _is_over_by(self, error: UserFacingError) -> bool:
        """Let the login be over; whether it was not before."""
        with self._lock:
            first = not self._over.is_set()
            if first:
                self._ended = error
                self._over.set()
        self._near.set()  # the thread that waits hears that it is over
        return first

    def _end(self, error: UserFacingError) -> None:
        """The office PC says that it is over; who leaves closes by themself, once that was answered."""
        if self._is_over_by(error):
            self._close()
            self._listening.ended(error)

    def _close(self) -> None:
        self._calls.close()
        self._news.close()


class JoiningLink:
    """The link of a PC that joins, from the typed code to its membership.

    Args:
        typed: the code as somebody typed it.

    Raises:
        PairingCodeMistyped: it is none.
        NobodyAtAddress: it is none, and at the address that was typed with it nobody answers either.
    """

    def __init__(self, seat_pc: SeatPc, typed: str, version: str) -> None:
        self._seat_pc = seat_pc
        try:
            self._joining = seat_pc.begin_joining(typed)
        except PairingCodeMistyped as error:
            own = tuple(filter(is_private, error.addresses))  # a slip of the finger knocks at nobody outside
            if own and not _answers(own, error.port):
                raise NobodyAtAddress(place_text(error.addresses, error.port)) from error
            raise
        code = self._joining.code
        place = OfficePlace(
            code.addresses, code.port, seat_pc.stranger_context, None, self._joining.check_office_pc
        )
        self._line = OfficeLine(place, version)

    def ask(self) -> tuple[str, ...]:
        """Ask to join, and give the words to compare with the office PC's screen.

        Raises:
            FalseOfficePc: something else answers; it was told nothing that is of use to it.
            NobodyAtAddress: nobody answers where the code says that the office PC is.
            PairingRefused: the code is over, or was used.
            UserFacingError: as for :meth:`OfficeLine.ask`.
        """
        try:
            self._line.check()
        except NoAnswer:
            raise NobodyAtAddress(self._joining.code.place) from None
        asked = asks.JOIN.pack(asks.JoinAsked(self._joining.request, self._joining.proof))
        return self._joining.take_answer(self._asked(asks.JOIN_PATH, asked, asks.JOIN_ANSWER))

    def collect(self) -> Membership | None:
        """Become a seat once the owner has confirmed it; None before that.

        Raises:
            PairingRefused: nobody confirmed it in time, or somebody refused it.
            UserFacingError: as for :meth:`OfficeLine.ask`; key store or folder.
        """
        asked = asks.COLLECT.pack(self._joining.collecting)
        joined = self._asked(asks.COLLECT_PATH, asked, asks.JOINED, COLLECT_SECONDS)
        return None if joined is None else self._seat_pc.keep(self._joining, joined)

    def withdraw(self) -> None:
        """Give up, and tell the office PC so: it lets nobody in then. Nothing can be asked afterwards."""
        asked = asks.COLLECT.pack(self._joining.collecting)
        with suppress(UserFacingError):  # it hears no more of this PC then, which does as well
            self._asked(asks.WITHDRAW_PATH, asked, asks.NOTHING, WITHDRAW_SECONDS)
        self.close()

    def _asked(self, path: str, body: bytes, form: Wire[T], seconds: float = ASK_SECONDS) -> T:
        try:
            return _asked(self._line, path, body, form, seconds=seconds)
        except SeatNotKnown:  # without an invitation the office PC talks to nobody who has no certificate
            raise PairingRefused from None

    def close(self) -> None:
        """Give the connection up."""
        self._line.close()


def _asked(
    line: OfficeLine,
    path: str,
    body: bytes,
    form: Wire[T],
    token: str = "",
    seconds: float = ASK_SECONDS,
) -> T:
    try:
        answer = ANSWER.unpack(line.ask(path, body, token, seconds))
        if answer.failure is None and answer.returned is not None:
            return form.unpack(answer.returned)
    except UnreadableBody:
        raise OfficePcFailed from None
    except NoAnswer:
        raise NotReached from None
    raise (answer.failure or OfficePcFailed()).met_at_office_pc()


def _answers(addresses: tuple[str, ...], port: int) -> bool:
    """Whether anybody takes connections there; nothing is said to them."""
    return any(reach(one, port) is Reach.REACHED for one in addresses)
