"""A seat's end of the connections: asks the office PC over HTTP within TLS, and says in words why it cannot.

``http.client`` of the standard library is enough: the PC that answers here has proven to be the office PC.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse
from selectors import EVENT_READ, DefaultSelector
from socket import IPPROTO_TCP, SHUT_RDWR, TCP_NODELAY, socket
from threading import Lock
from typing import Any

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.seats import (
    FalseOfficePc,
    NotValidNow,
    OfficePcBusy,
    SeatNotKnown,
    another_version,
)
from hvacdesk.seats.asks import PROGRAM
from hvacdesk.seats.calls import NoAnswer, OfficePcFailed
from hvacdesk.seats.reaching import CONNECT_SECONDS, connections
from hvacdesk.seats.wire import MOST_BYTES

KEPT_SECONDS = 20.0
"""So long a connection that rests is used again; the office PC gives it up after thirty."""
MOST_KEPT = 4
LOOK_SECONDS = 0.5
"""So often a thread that waits for an answer looks whether it was told to give up."""
_ENVELOPE_BYTES = 1024
_NOT_VALID_NOW = {9, 10}
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""


def _nowhere() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class OfficePlace:
    """Where an office PC is, and how it is known.

    Attributes:
        addresses: the one where it was found last comes first.
        name: for which its certificate must be; None where ``check`` alone decides.
        check: looks at the certificate before anything is sent, and raises.
        further: where it may be besides, by now.
    """

    addresses: Sequence[str]
    port: int
    context: Callable[[], ssl.SSLContext]
    name: str | None
    check: Callable[[bytes], object] = len
    further: Callable[[], Sequence[str]] = _nowhere


@dataclass(frozen=True)
class Met:
    """An office PC that proved to be the one, and what it says of itself.

    Attributes:
        clock: its moment, to the second; None where it says none.
        answer: to what it was asked; empty where it refused.
    """

    address: str
    version: str
    clock: datetime | None
    answer: bytes


class OfficeLine:
    """The connections of a seat to its office PC. Thread-safe.

    Args:
        version: of this program.
        found: told at which address it answered.
    """

    def __init__(
        self,
        place: OfficePlace,
        version: str,
        found: Callable[[str], object] = len,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._place = place
        self._version = version
        self._found = found
        self._ticks = ticks
        self._context: ssl.SSLContext | None = None
        self._resting: list[tuple[float, _Secured]] = []
        self._asking: set[_Secured] = set()
        self._closed = False
        self._lock = Lock()

    def ask(self, path: str, body: bytes, token: str = "", seconds: float | None = None) -> bytes:
        """What the office PC answers.

        Args:
            seconds: how long to wait for it; None as long as it takes, or until :meth:`abandon`.

        Raises:
            NoAnswer: nothing came back; whether it was asked is unknown.
            FalseOfficePc: something else answers; it was told nothing.
            SeatNotKnown: the office PC does not take this PC's certificate.
            AnotherVersion, OfficePcBusy, OfficePcFailed: as it says.
        """
        head = {"User-Agent": PROGRAM + self._version}
        if token:
            head["Authorization"] = token
        with _in_words(), self._connection() as connection:
            assert connection.sock is not None
            connection.sock.settimeout(seconds)
            connection.request("POST", path, body, head)
            with connection.getresponse() as response:
                self._require_answered(response)
                answer = response.read(most := MOST_BYTES + _ENVELOPE_BYTES)
                if not response.isclosed():  # there is more, or it broke off and http.client does not say so
                    raise OfficePcFailed if len(answer) == most else NoAnswer
                return answer

    def meet(self, path: str, body: bytes, seconds: float) -> Met:
        """Ask, and learn what every answer says, whatever its version. Raises as :meth:`ask`."""
        with _in_words(), self._connection() as connection:
            assert connection.sock is not None
            connection.sock.settimeout(seconds)
            connection.request("POST", path, body, {"User-Agent": PROGRAM + self._version})
            with connection.getresponse() as response:
                version, clock = _version(response), _moment(response)
                answer = response.read(MOST_BYTES) if response.status == HTTPStatus.OK else b""
                return Met(connection.host, version, clock, answer)

    def check(self) -> None:
        """Connect, so that the other side's certificate is looked at. Raises as :meth:`ask`."""
        with _in_words(), self._connection():
            pass

    def abandon(self) -> None:
        """Let the threads that wait for an answer wait no longer, and begin again with the next ask."""
        with self._lock:
            resting, self._resting = self._resting, []
            asking = tuple(self._asking)
        for _since, one in resting:
            one.close()
        for one in asking:
            one.cut()

    def close(self) -> None:
        """Ask no more."""
        with self._lock:
            self._closed = True
        self.abandon()

    def renew_context(self) -> None:
        """Connect with the certificate that is there now."""
        with self._lock:
            self._context = None
        self.abandon()

    def _require_answered(self, response: HTTPResponse) -> None:
        if response.status == HTTPStatus.OK:
            return
        if response.status == HTTPStatus.UPGRADE_REQUIRED:
            raise another_version(self._version, _version(response))
        if response.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise OfficePcBusy
        raise OfficePcFailed

    @contextmanager
    def _connection(self) -> Iterator[_Secured]:
        connection = self._rested() or self._new()
        with self._lock:
            self._asking.add(connection)
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        finally:
            with self._lock:
                self._asking.discard(connection)
        self._keep(connection)

    def _rested(self) -> _Secured | None:
        now = self._ticks()
        with self._lock:
            usable = [now - since < KEPT_SECONDS and one.is_open() for since, one in self._resting]
            fresh = [one for one, keep in zip(self._resting, usable, strict=True) if keep]
            stale = [one for (_since, one), keep in zip(self._resting, usable, strict=True) if not keep]
            found = fresh.pop()[1] if fresh else None
            self._resting = fresh
        for one in stale:
            one.close()
        return found

    def _keep(self, connection: _Secured) -> None:
        with self._lock:
            kept = connection.sock is not None and len(self._resting) < MOST_KEPT and not self._closed
            if kept:
                self._resting.append((self._ticks(), connection))
        if not kept:
            connection.close()

    def _new(self) -> _Secured:
        with self._lock:
            if self._context is None:
                self._context = self._place.context()
                self._context.sslsocket_class = _Cuttable
            context = self._context
        place, failure = self._place, None
        further = [one for one in place.further() if one not in place.addresses]
        with closing(connections((*place.addresses, *further), place.port)) as found:
            for address, raw in found:
                connection = _Secured(address, place, context)
                try:
                    connection.secure(raw)
                except (OSError, FalseOfficePc) as error:
                    connection.close()
                    failure = failure or error
                else:
                    self._found(address)
                    return connection
        raise failure or NoAnswer()


def _version(response: HTTPResponse) -> str:
    return response.headers.get("Server", "")[:40].removeprefix(PROGRAM)


def _moment(response: HTTPResponse) -> datetime | None:
    try:
        return parsedate_to_datetime(response.headers.get("Date", "")).astimezone(UTC)
    except ValueError:
        return None


class _Secured(HTTPConnection):
    """One connection, which is the office PC's once it is secured; it is never made again by itself."""

    auto_open = 0

    def __init__(self, address: str, place: OfficePlace, context: ssl.SSLContext) -> None:
        super().__init__(address, place.port, timeout=CONNECT_SECONDS)
        self._place = place
        self._context = context

    def secure(self, raw: socket) -> None:
        """Begin the encrypted connection. Raises :class:`OSError`, and what the place's check does."""
        try:
            raw.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
            secured = self._context.wrap_socket(raw, server_hostname=self._place.name)
        except BaseException:
            raw.close()
            raise
        self.sock = secured
        self._place.check(secured.getpeercert(True) or b"")

    def is_open(self) -> bool:
        """Whether the other side still holds a connection that rests: it says nothing but that it ends."""
        if self.sock is None:
            return False
        with DefaultSelector() as selector:
            selector.register(self.sock, EVENT_READ)
            return not selector.select(0)

    def cut(self) -> None:
        """Let the thread that waits for it wait no longer; on any thread."""
        found = self.sock
        if isinstance(found, _Cuttable):
            found.is_cut = True
            with suppress(OSError):
                # Not the method of an encrypted socket, after which it would go on without encryption.
                socket.shutdown(found, SHUT_RDWR)


class _Cuttable(ssl.SSLSocket):
    """Waits no longer once it is cut. Linux wakes a thread that reads from what is shut down.

    Wine does not, and of Windows it is not known. The timeout is set at each read, which costs half a
    microsecond: set once it would also bound what is sent, and round every patience up to the next look.
    """

    is_cut = False

    def recv_into(self, buffer: Any, nbytes: int | None = None, flags: int = 0) -> int:
        """As :meth:`ssl.SSLSocket.recv_into`. Raises :class:`ConnectionAbortedError` when it is cut."""
        patience = left = self.gettimeout()
        try:
            while not self.is_cut:
                look = LOOK_SECONDS if left is None else min(left, LOOK_SECONDS)
                self.settimeout(look)
                try:
                    return super().recv_into(buffer, nbytes, flags)
                except TimeoutError:
                    if left is not None and (left := left - look) <= 0:
                        raise
        finally:
            self.settimeout(patience)
        raise ConnectionAbortedError


@contextmanager
def _in_words() -> Iterator[None]:
    """Turn what a connection can meet into what a user can act on."""
    try:
        yield
    except UserFacingError:
        raise
    except ssl.SSLCertVerificationError as error:
        raise (NotValidNow if error.verify_code in _NOT_VALID_NOW else FalseOfficePc) from None
    except ssl.SSLError as error:
        if "ALERT" in (error.reason or ""):  # the other side says why it ends the handshake
            raise SeatNotKnown from None
        raise NoAnswer from None
    except (OSError, HTTPException):
        _forget_errors()
        raise NoAnswer from None


def _forget_errors() -> None:
    """Empty OpenSSL's list of what went wrong on this thread.

    Python 3.13 leaves an error in it that the system reported (measured with 3.13.5 and OpenSSL 3.5). The
    next connection that has to wait on this thread would be taken for broken: SSL_get_error(3) wants the list
    empty. Python empties it where it makes an encrypted connection.
    """
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_side=True)
