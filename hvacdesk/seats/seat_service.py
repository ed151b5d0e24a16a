"""What the office PC answers over a connection, and to whom."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from ssl import SSLContext

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.seats import Seat, SeatLoginEnded
from hvacdesk.seats import asks
from hvacdesk.seats.asks import PROGRAM
from hvacdesk.seats.calls import ANSWER, AnswerLost, OfficePcFailed, SeatAnswer
from hvacdesk.seats.http_server import Answering, AskRefused, HttpServer, SeatAsk
from hvacdesk.seats.seat_sessions import Doorkeeper, SeatSessions
from hvacdesk.seats.wire import UnreadableBody
from hvacdesk.services.seats.office_pc import OfficePc
from hvacdesk.services.seats.private_addresses import require_private

_TELLING_SECONDS = 0.3
"""So long the connections stay open at most for the seats that are told why their logins end."""


class SeatService:
    """The office PC on the network, from its making until :meth:`stop`.

    Args:
        places: addresses of this PC in a private network, or its own loopback, with their ports.
        doorkeeper: the office before a login.
        version: of the program; seats of another one are refused.
        tell_bug: takes an exception that no user is meant to meet.
        sees_to_itself: whether a window at the office PC sees to checks and backups.

    Attributes:
        sessions: who is logged in at which seat.

    Raises:
        AddressNotPrivate: it must not listen there.
        OSError: it cannot listen there.
    """

    def __init__(
        self,
        office_pc: OfficePc,
        doorkeeper: Doorkeeper,
        places: Sequence[tuple[str, int]],
        version: str,
        tell_bug: Callable[[Exception], object],
        sees_to_itself: Callable[[], bool] = bool,
    ) -> None:
        for address, _port in places:
            require_private(address)
        self._office_pc = office_pc
        self._doorkeeper = doorkeeper
        self._program = PROGRAM + version
        self._tell_bug = tell_bug
        self._of_seats: dict[str, Callable[[SeatAsk], bytes]] = {
            asks.GREETING_PATH: self._greeting,
            asks.LOGIN_PATH: self._log_in,
            asks.CALL_PATH: self._call,
            asks.NEWS_PATH: self._news,
            asks.LEAVE_PATH: self._leave,
            asks.RENEW_PATH: self._renew,
        }
        self._of_strangers: dict[str, Callable[[SeatAsk], bytes]] = {
            asks.JOIN_PATH: self._join,
            asks.COLLECT_PATH: self._collect,
            asks.WITHDRAW_PATH: self._withdraw,
        }
        self.sessions = SeatSessions(doorkeeper, tell_bug, sees_to_itself)
        self._told_no_more = office_pc.when_stopped(self._stop_seat)
        self._answering = Answering(
            self._program, self._context, asks.most_bytes, self.answer, self._seat_that_may_work
        )
        self._server = HttpServer(places, self._answering)

    @property
    def places(self) -> tuple[tuple[str, int], ...]:
        """Where it listens."""
        return self._server.places

    def listen_at(self, places: Sequence[tuple[str, int]]) -> None:
        """Listen there instead; those who are logged in stay so, and connect again.

        Raises:
            AddressNotPrivate: it must not listen there; nothing was changed.
            OSError: it cannot, and now listens nowhere.
        """
        for address, _port in places:
            require_private(address)
        self._server.stop()
        self._server = HttpServer(places, self._answering)

    def stop(self, why: type[SeatLoginEnded] | None = None) -> None:
        """Answer nobody any more, and end every login.

        Args:
            why: what those who are logged in are told first; nothing where they will find out.
        """
        self._told_no_more()
        if why is not None and self.sessions.logged_in():
            self.sessions.end_all(why)
            self._server.answers.come_to_rest(_TELLING_SECONDS)
        try:
            self._server.stop()
        finally:
            self.sessions.close()

    def answer(self, ask: SeatAsk) -> bytes:
        """The answer to what somebody asks. Thread-safe.

        Raises:
            AskRefused: nobody of ours asks that.
        """
        if ask.path == asks.INSTALLER_PATH:
            return self._installer(ask)
        if ask.version != self._program:
            self._note_other_version(ask)
            raise AskRefused(HTTPStatus.UPGRADE_REQUIRED)
        routes = self._of_strangers if ask.certificate is None else self._of_seats
        route = routes.get(ask.path)
        if route is None:
            raise AskRefused(HTTPStatus.NOT_FOUND)
        try:
            return route(ask)
        except UserFacingError as error:
            return ANSWER.pack(SeatAnswer(failure=error))
        except UnreadableBody:
            return ANSWER.pack(SeatAnswer(failure=OfficePcFailed()))
        except Exception as error:  # noqa: BLE001 - a bug is told here; who asks gets no word of it
            self._tell_bug(error)
            return ANSWER.pack(SeatAnswer(failure=OfficePcFailed()))

    def _context(self) -> SSLContext:
        try:
            return self._office_pc.context()
        except UserFacingError as error:
            raise AskRefused(HTTPStatus.SERVICE_UNAVAILABLE) from error

    def _note_other_version(self, ask: SeatAsk) -> None:
        """Have the list say which seat still has another version, and that it was there."""
        if ask.certificate is None or asks.ANY_PROGRAM.fullmatch(ask.version) is None:
            return
        try:
            self._admitted(ask)
        except UserFacingError:
            pass  # it is refused in any case
        except Exception as error:  # noqa: BLE001 - a bug is told here; the seat hears of the version
            self._tell_bug(error)

    def _seat_that_may_work(self, certificate: bytes) -> str | None:
        """The seat of a certificate, if it may work now; the others are told why not, and no more."""
        try:
            seat = self._office_pc.seat_of(certificate)
            self._office_pc.require_working(seat)
        except UserFacingError:
            return None
        return seat

    # Of a seat

    def _greeting(self, ask: SeatAsk) -> bytes:
        asks.NOTHING.unpack(ask.body)
        self._admitted(ask)
        greeting = asks.OfficeGreeting(
            self._doorkeeper.office_name(),
            self._doorkeeper.staff(),
            platform.node(),
            tuple(address for address, _port in self.places),
        )
        return _returned(asks.GREETING.pack(greeting))

    def _log_in(self, ask: SeatAsk) -> bytes:
        admitted = self._admitted(ask)
        seat = admitted.seat
        asked = asks.LOGIN.unpack(ask.body)
        logged_in = self.sessions.log_in(seat, asked.account, asked.passphrase, admitted.name)
        try:
            self._office_pc.require_working(seat)
        except UserFacingError:
            self.sessions.end_of_seat(seat)  # it was stopped while the passphrase was checked
            raise
        return _returned(asks.LOGGED_IN.pack(logged_in))

    def _call(self, ask: SeatAsk) -> bytes:
        seat = self._admitted(ask).seat
        answer = self.sessions.of(ask.token, seat).answer(ask.body)
        try:
            self._office_pc.require_working(seat)
            self.sessions.of(ask.token, seat)
        except UserFacingError:
            raise AnswerLost from None  # it was done, and the news say why the seat is told no more
        return answer

    def _news(self, ask: SeatAsk) -> bytes:
        asked = asks.NEWS_ASKED.unpack(ask.body)
        with self._working_seat(ask) as seat:
            news = self.sessions.news(ask.token, seat, asked)
        return _returned(asks.NEWS.pack(news))

    def _leave(self, ask: SeatAsk) -> bytes:
        asks.NOTHING.unpack(ask.body)
        self.sessions.leave(ask.token, self._office_pc.seat_of(_shown(ask)))
        return _returned(asks.NOTHING.pack(None))

    def _renew(self, ask: SeatAsk) -> bytes:
        asks.NOTHING.unpack(ask.body)
        with self._working_seat(ask) as seat:
            self.sessions.of(ask.token, seat)
            return _returned(asks.RENEWED.pack(self._office_pc.renewal(_shown(ask))))

    def _installer(self, ask: SeatAsk) -> bytes:
        """A piece of this version's update file, for a seat that has another version."""
        _shown(ask)
        asked = asks.INSTALLER_ASK.fullmatch(ask.body)
        # The version is shown in the list of seats, and here alone it need not be this program's.
        if asked is None or asks.ANY_PROGRAM.fullmatch(ask.version) is None:
            raise AskRefused(HTTPStatus.BAD_REQUEST)
        try:
            self._admitted(ask)
            version = self._program.removeprefix(PROGRAM)
            return self._office_pc.installer_piece(asked[1].decode("ascii"), version, int(asked[2]))
        except UserFacingError as error:
            raise AskRefused(HTTPStatus.FORBIDDEN) from error

    @contextmanager
    def _working_seat(self, ask: SeatAsk) -> Iterator[str]:
        """The seat that asks, which may work before and, whatever came of it, still does afterwards."""
        seat = self._admitted(ask).seat
        try:
            yield seat
        finally:
            self._office_pc.require_working(seat)

    def _admitted(self, ask: SeatAsk) -> Seat:
        version = ask.version.removeprefix(PROGRAM)
        return self._office_pc.admit(_shown(ask), version, ask.address)

    def _stop_seat(self, seat: str) -> None:
        try:
            self.sessions.end_of_seat(seat)
        finally:
            self._server.end_those(lambda certificate: self._is_of(certificate, seat))

    def _is_of(self, certificate: bytes | None, seat: str) -> bool:
        try:
            return certificate is not None and self._office_pc.seat_of(certificate) == seat
        except UserFacingError:
            return True

    # Of a PC that joins

    def _join(self, ask: SeatAsk) -> bytes:
        asked = asks.JOIN.unpack(ask.body)
        version = ask.version.removeprefix(PROGRAM)
        answer = self._office_pc.ask_to_join(asked.request, asked.proof, ask.address, version)
        return _returned(asks.JOIN_ANSWER.pack(answer))

    def _collect(self, ask: SeatAsk) -> bytes:
        return _returned(asks.JOINED.pack(self._office_pc.collect(asks.COLLECT.unpack(ask.body))))

    def _withdraw(self, ask: SeatAsk) -> bytes:
        self._office_pc.withdraw(asks.COLLECT.unpack(ask.body))
        return _returned(asks.NOTHING.pack(None))


def _returned(body: bytes) -> bytes:
    return ANSWER.pack(SeatAnswer(body))


def _shown(ask: SeatAsk) -> bytes:
    """The certificate of who asks; what is asked of seats alone comes with one."""
    if ask.certificate is None:
        raise AskRefused(HTTPStatus.NOT_FOUND)
    return ask.certificate
