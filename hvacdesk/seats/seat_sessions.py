"""The logins of all seats at the office PC, each bound to the seat that it was made at."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from threading import Event, Lock, Thread
from typing import Protocol

from hvacdesk.domain.errors import LoginOver, UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.seats.seats import (
    Pause,
    SeatAccountGone,
    SeatLoginEnded,
    SeatLoginReplaced,
    SeatRoleChanged,
    SeatRoleTaken,
)
from hvacdesk.seats.asks import LoggedIn, News, NewsAsked
from hvacdesk.seats.host import SeatHost
from hvacdesk.seats.news import SeatNews
from hvacdesk.seats.upkeep import SeatsUpkeep, Work, back_up_at_the_end
from hvacdesk.services.open_office import Office
from hvacdesk.services.seats.seat_tries import SeatTries

LOGIN_KEPT_SECONDS = 600.0
"""So long a login waits for a seat of which nothing is heard; then it is left, as at the end of work."""
NEWS_HELD_SECONDS = 0.7
"""So long an ask for news is held: a seat that gets no answer a while later knows that nobody is there."""
PROGRESS_SECONDS = 0.2
"""So long while a call is under way that says how far it is."""
_LOOK_SECONDS = 15.0
_UPKEEP_SECONDS = 2.5
_REASONS = 64
"""Of so many logins it is known why they are over: a seat asks within seconds."""
_BEGUN_SECONDS = 1.0
_TOKEN_BYTES = 32


class Doorkeeper(Protocol):
    """The office as far as it is open before a login; :class:`OfficeEntry` with its key file read."""

    def office_name(self) -> str:
        """As the login window shows it."""

    def staff(self) -> tuple[StaffMember, ...]:
        """Who may log in."""

    def login(self, account: str, passphrase: str, at: str | None = None) -> tuple[Office, Actor]:
        """Open the office for one person at a seat of this name. Raises a UserFacingError."""


class SeatSession:
    """One login at one seat.

    Args:
        one_at_a_time: held while anybody logs in or out.
    """

    def __init__(
        self,
        seat: str,
        office: Office,
        actor: Actor,
        tell_bug: Callable[[Exception], object],
        one_at_a_time: Lock,
    ) -> None:
        self.seat = seat
        self.actor = actor
        self.news = SeatNews()
        self.heard = 0.0
        self._tell_bug = tell_bug
        self._office = office
        self._one_at_a_time = one_at_a_time
        self._host = SeatHost(office, actor, tell_bug, self.news.changed)
        self._running = 0
        self._left = False
        self._ended = Event()
        self._why: type[SeatLoginEnded] = SeatLoginEnded
        self._lock = Lock()

    def answer(self, body: bytes) -> bytes:
        """The answer to a call. Raises :class:`SeatLoginEnded`."""
        with self._running_call():
            return self._host.answer(body)

    def news_after(self, asked: NewsAsked) -> News:
        """What there is, as soon as there is something, and how far its calls are; cancels what is asked."""
        running = self._host.running
        running.cancel(asked.cancelled)
        news = self.news.after(asked.after, PROGRESS_SECONDS if running.any else NEWS_HELD_SECONDS)
        return replace(news, how_far=running.how_far(), now=self._office.clock())

    def require_login(self) -> None:
        """See that nobody shut the person out. Raises a UserFacingError."""
        with self._running_call():  # so that nobody leaves meanwhile
            self._office.require_login()

    def end(self, why: type[SeatLoginEnded] = SeatLoginEnded) -> None:
        """Take no more calls, which are told why, and leave the office once the running ones are over.

        It raises nothing: whatever one login meets at its end, the others are still to be ended.
        """
        self._why = why
        self._ended.set()
        self.news.end()
        self._leave_if_idle()

    def stop(self) -> None:
        """End it, and with it what runs: cancelled where it can be, and not committed in any case."""
        self._office.stop()
        self._host.running.stop()
        self.end()

    def have_done(self, work: Work, begun: Callable[[], object] = lambda: None) -> None:
        """Do something in this login, which stays open meanwhile.

        Args:
            begun: told once it does.

        Raises:
            SeatLoginEnded: it is over.
            UserFacingError: what the work raises.
        """
        with self._running_call():
            begun()
            work(self._office, self.actor)

    @contextmanager
    def _running_call(self) -> Iterator[None]:
        with self._lock:
            if self._ended.is_set():
                raise self._why
            self._running += 1
        try:
            yield
        finally:
            with self._lock:
                self._running -= 1
            self._leave_if_idle()

    def _leave_if_idle(self) -> None:
        with self._lock:
            if self._left or self._running or not self._ended.is_set():
                return
            self._left = True
        try:
            with self._one_at_a_time, suppress(UserFacingError):  # the office is closed all the same
                self._office.leave(self.actor)
        except Exception as error:  # noqa: BLE001 - a bug is told, and ends nothing but this login
            self._tell_bug(error)


class SeatSessions:
    """Every login at a seat. Thread-safe.

    Args:
        doorkeeper: opens the office for one person at a time, since a passphrase takes much memory to check.
        tell_bug: takes an exception that no user is meant to meet.
        kept_seconds: how long a login waits for a seat of which nothing is heard.
        ticks: seconds that only go forward.
        sees_to_itself: whether a window at the office PC does what :mod:`hvacdesk.seats.upkeep` does.
    """

    def __init__(
        self,
        doorkeeper: Doorkeeper,
        tell_bug: Callable[[Exception], object],
        sees_to_itself: Callable[[], bool] = bool,
        kept_seconds: float = LOGIN_KEPT_SECONDS,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._doorkeeper = doorkeeper
        self._tell_bug = tell_bug
        self._kept_seconds = kept_seconds
        self._ticks = ticks
        self._sees_to_itself = sees_to_itself
        self._upkeep = SeatsUpkeep(ticks)
        self._farewell: Thread | None = None
        self._tries = SeatTries(ticks)
        self._sessions: dict[bytes, SeatSession] = {}
        self._reasons: dict[bytes, tuple[str, type[SeatLoginEnded]]] = {}
        self._pause: Pause | None = None
        self._lock = Lock()
        self._one_at_a_time = Lock()
        self._closed = Event()
        Thread(target=self._look_after, daemon=True).start()

    def log_in(self, seat: str, account: str, passphrase: str, name: str = "") -> LoggedIn:
        """Log somebody in at a seat; the person who was logged in there before no longer is.

        Args:
            name: of the seat, for the log.

        Raises:
            TooManyTries: the seat, or the account, has to wait.
            SeatLoginEnded: the office PC has stopped serving meanwhile.
            UserFacingError: those of the office's door.
        """
        with self._tries.one(seat, account), self._one_at_a_time:
            office, actor = self._doorkeeper.login(account, passphrase, name)
        token = secrets.token_hex(_TOKEN_BYTES)
        session = SeatSession(seat, office, actor, self._tell_bug, self._one_at_a_time)
        session.heard = self._ticks()
        with self._lock:  # of two that log in there at one moment, one replaces the other
            too_late = self._closed.is_set()
            former = {one: each for one, each in self._sessions.items() if each.seat == seat}
            for one in former:
                del self._sessions[one]
                self._remember(one, seat, SeatLoginReplaced)
            if not too_late:
                session.news.pause(self._pause)
                self._sessions[_name(token)] = session
        for each in former.values():
            each.end(SeatLoginReplaced)
        if too_late:
            session.end()
            raise SeatLoginEnded
        return LoggedIn(token, actor, office.clock())

    def of(self, token: bytes, seat: str) -> SeatSession:
        """The login of a token that comes from the seat it was given to.

        Raises:
            SeatLoginEnded: there is none, or it is another seat's, which is not told apart; of a kind that
                says why it is over, where that is known.
        """
        name = hashlib.sha256(token).digest()
        with self._lock:
            session = self._sessions.get(name)
            whose, why = self._reasons.get(name, (seat, SeatLoginEnded))
        if session is None or session.seat != seat:
            raise why if whose == seat else SeatLoginEnded
        try:
            session.require_login()
        except SeatLoginEnded:
            raise
        except UserFacingError as error:
            why = self._shut_out(session.actor, error)
            self._end(lambda one: one is session, why)
            raise why from None
        except Exception:  # a bug is told once: nobody can use this login any more
            self._end(lambda one: one is session)
            raise
        session.heard = self._ticks()
        return session

    def news(self, token: bytes, seat: str, asked: NewsAsked) -> News:
        """What there is for a login, as soon as there is something. Raises :class:`SeatLoginEnded`."""
        news = self.of(token, seat).news_after(asked)
        self.of(token, seat)
        return news

    def leave(self, token: bytes, seat: str) -> None:
        """Log out. Raises :class:`SeatLoginEnded`."""
        session = self.of(token, seat)
        with self._lock:
            is_last = len(self._sessions) == 1
        if is_last and not self._sees_to_itself():
            self._say_farewell(session)
        self._end(lambda one: one is session)

    def _say_farewell(self, session: SeatSession) -> None:
        """Back up in the last login, which stays open so long; the person who leaves does not wait for it."""
        begun = Event()

        def back_up(office: Office, actor: Actor) -> None:
            back_up_at_the_end(office, actor, self._closed.is_set)

        self._farewell = Thread(target=session.have_done, args=(back_up, begun.set), daemon=True)
        self._farewell.start()
        begun.wait(_BEGUN_SECONDS)

    def end_of_seat(self, seat: str) -> None:
        """End every login at a seat that was locked or revoked."""
        for one in self._taken(lambda one: one.seat == seat):
            one.stop()

    def pause(self, why: Pause | None) -> None:
        """Ask everybody to stop for a moment, or tell them that they may go on."""
        with self._lock:
            self._pause = why
            for session in self._sessions.values():
                session.news.pause(why)

    def logged_in(self) -> tuple[tuple[str, Actor], ...]:
        """At which seats who is logged in."""
        with self._lock:
            return tuple((one.seat, one.actor) for one in self._sessions.values())

    def end_silent(self) -> None:
        """End the logins at seats of which nothing was heard for too long."""
        now = self._ticks()
        self._end(lambda one: now - one.heard > self._kept_seconds)

    def _shut_out(self, actor: Actor, error: UserFacingError) -> type[SeatLoginEnded]:
        """What an owner did to somebody whose login is over by that."""
        try:
            there = {one.account for one in self._doorkeeper.staff()}
        except UserFacingError:  # the login is over, whatever it is that keeps the reason from being known
            return SeatLoginEnded
        if actor.account not in there:
            return SeatAccountGone
        stays = not isinstance(error, LoginOver) or error.typed_stays
        return SeatRoleChanged if stays else SeatRoleTaken

    def end_all(self, why: type[SeatLoginEnded]) -> None:
        """End every login for a reason that those who wait for news are told."""
        self._end(lambda _one: True, why)

    def close(self) -> None:
        """End every login, and wait for who is just leaving or logging in."""
        with self._lock:
            self._closed.set()
        self._end(lambda _one: True)
        if self._farewell is not None:
            self._farewell.join()  # it is given up at once, and leaves
        with self._one_at_a_time:
            pass

    def _end(self, chosen: Callable[[SeatSession], bool], why: type[SeatLoginEnded] = SeatLoginEnded) -> None:
        for one in self._taken(chosen, why):
            one.end(why)

    def _taken(
        self, chosen: Callable[[SeatSession], bool], why: type[SeatLoginEnded] = SeatLoginEnded
    ) -> Sequence[SeatSession]:
        """Those chosen, which are found no more."""
        with self._lock:
            found = {name: one for name, one in self._sessions.items() if chosen(one)}
            for name, one in found.items():
                del self._sessions[name]
                self._remember(name, one.seat, why)
        return tuple(found.values())

    def _remember(self, name: bytes, seat: str, why: type[SeatLoginEnded]) -> None:
        """Keep why a login is over for its seat, which asks once more."""
        while len(self._reasons) >= _REASONS:
            del self._reasons[next(iter(self._reasons))]
        self._reasons[name] = (seat, why)

    def _look_after(self) -> None:
        next_silent = self._ticks() + _LOOK_SECONDS
        while not self._closed.wait(_UPKEEP_SECONDS):
            if self._ticks() >= next_silent:
                next_silent = self._ticks() + _LOOK_SECONDS
                self._without_end(self.end_silent)
            self._without_end(self.see_to_the_office)

    def _without_end(self, work: Callable[[], object]) -> None:
        """Do one thing of a thread that must go on; a bug is told, and the next round may do."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 - as said
            with suppress(Exception):
                self._tell_bug(error)

    def see_to_the_office(self) -> None:
        """Do what is due while nobody at the office PC does."""
        with self._lock:
            there = [one.have_done for one in self._sessions.values()]
        self._upkeep.look(() if self._sees_to_itself() else there)


def _name(token: str) -> bytes:
    """What a token is kept as: looking it up takes as long for any, and memory holds none."""
    return hashlib.sha256(token.encode("ascii")).digest()
