"""The office PC's end of the connections: HTTP/1.1 within TLS 1.3, one thread for each, everything bounded.

Services are synchronous, and an office has fifteen seats with a few connections each: threads do. With
``ssl`` of the standard library and ``h11``, which reads HTTP within other servers (hypercorn) and opens no
connection itself, nothing else is needed. Whole servers were looked at: uvicorn 0.54 and hypercorn 0.18 do
not tell an application the certificate of who calls, on which everything here hangs; cheroot 11 makes
the handshake in the one thread that takes connections, where a stranger could hold it up.

Against who only wants to disturb: who has not shown the certificate of a seat that may work now has some
seconds, a few kilobytes and a few connections for each address, and where there are too many of them, the
oldest makes room. So they cannot take the places of seats, of which each has its own share, and one of the
few large bodies at a time. Every head, body and answer has its time and its size; nothing is read that
nobody waits for, and one connection asks one thing at a time.
"""

from __future__ import annotations

import ssl
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from socket import (
    IPPROTO_TCP,
    SHUT_RDWR,
    SHUT_WR,
    TCP_NODELAY,
    socket,
)
from threading import Condition, Event, Lock, Thread

import h11

from hvacdesk.seats.answers_given import AnswersGiven
from hvacdesk.seats.line import LOOK_SECONDS
from hvacdesk.seats.listening import listening

HANDSHAKE_SECONDS = 3.0
IDLE_SECONDS = 30.0
"""So long a connection may rest between two asks; news ask every second."""
UNPROVEN_IDLE_SECONDS = 5.0
"""So long one of who is no seat that may work; a PC that joins asks every second."""
HEAD_SECONDS = 5.0
BODY_SECONDS = 5.0
LAST_SECONDS = 1.0
MOST_LAST_PIECES = 16
BYTES_A_SECOND = 64 * 1024
"""So fast a body has to come and an answer to be taken, beyond these seconds."""
MOST_HEAD = 8 * 1024
LARGE = 1024 * 1024
MOST_LARGE = 4
"""So many bodies that are larger are read at once: with 16 MiB each that is what memory bears."""
LARGE_WAIT_SECONDS = 60.0
"""So long one that is larger waits for its turn."""
MOST_UNPROVEN_BODY = 16 * 1024

MOST_CONNECTIONS = 256
MOST_UNPROVEN = 64
MOST_UNPROVEN_OF_ADDRESS = 8
MOST_PROVEN = MOST_CONNECTIONS - MOST_UNPROVEN
MOST_OF_SEAT = 12
"""A seat needs one for news and one for each call at a time."""

TOKEN_HEADER = b"authorization"
_PIECE = 256 * 1024
_ACCEPT_SECONDS = 0.5
_REST_SECONDS = 0.05

Ticks = Callable[[], float]
"""Seconds that only go forward."""


@dataclass(frozen=True)
class SeatAsk:
    """What somebody asks over a connection.

    Attributes:
        certificate: of who asks, as the connection checked it; None before a PC has joined.
        address: from which it came.
        version: of the program that asks, as it says.
        token: what the header says; empty where there is none.
    """

    path: str
    certificate: bytes | None = field(repr=False)
    address: str
    version: str
    token: bytes = field(repr=False)
    body: bytes = field(repr=False)


class AskRefused(Exception):
    """What is asked is not answered; the connection ends with a number of HTTP and no word."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


@dataclass(frozen=True)
class Answering:
    """What the server asks of the office PC.

    Attributes:
        context: how to take a connection now. Raises :class:`AskRefused` where none can be taken.
        version: of the program, which every answer names.
        most_bytes: how long a body may be that comes to a path, of who has a certificate or has none.
        answer: the answer. Called on many threads.
        seat_of: the seat that a certificate belongs to, if it may work now. Called on many threads.
    """

    version: str
    context: Callable[[], ssl.SSLContext]
    most_bytes: Callable[[str, bool], int]
    answer: Callable[[SeatAsk], bytes]
    seat_of: Callable[[bytes], str | None]


class HttpServer:
    """Takes connections at some addresses, and at no other.

    Args:
        places: addresses with their ports; 0 for any free one.
    """

    def __init__(
        self, places: Sequence[tuple[str, int]], answering: Answering, ticks: Ticks = time.monotonic
    ) -> None:
        self._answering = answering
        self._ticks = ticks
        self._open: set[_Connection] = set()
        self._unproven: dict[_Connection, None] = {}  # the oldest first
        self._proven: Counter[str] = Counter()
        self._large = _LargeBodies()
        self._lock = Lock()
        self._stopping = Event()
        self.answers = AnswersGiven()
        self._listeners: list[socket] = []
        self._takers: list[Thread] = []
        try:
            for address, port in places:
                self._listeners.append(listening(address, port, _ACCEPT_SECONDS))
        except OSError:
            self.stop()
            raise
        self._places = tuple(one.getsockname()[:2] for one in self._listeners)
        self._takers = [Thread(target=self._take, args=(one,), daemon=True) for one in self._listeners]
        for taker in self._takers:
            taker.start()

    @property
    def places(self) -> tuple[tuple[str, int], ...]:
        """Where it listens, or did before it was stopped."""
        return self._places

    def stop(self) -> None:
        """Listen no more and end every connection."""
        self._stopping.set()
        for listener in self._listeners:
            with suppress(OSError):
                listener.shutdown(SHUT_RDWR)  # Linux: who waits there wakes up
            listener.close()
        for taker in self._takers:
            taker.join()
        self.end_those(lambda _certificate: True)

    def end_those(self, chosen: Callable[[bytes | None], bool]) -> None:
        """End the connections whose certificate is chosen, whatever they are about."""
        with self._lock:
            found = [one for one in self._open if chosen(one.certificate)]
        for one in found:
            one.end()

    def _take(self, listener: socket) -> None:
        while not self._stopping.is_set():
            try:
                taken, peer = listener.accept()
            except TimeoutError:
                continue
            except OSError:
                self._stopping.wait(_REST_SECONDS)  # who came has gone again, or the system has no room
                continue
            connection = _Connection(taken, peer[0], self._answering.version, self._ticks)
            if not self._let_in(connection) or not self._begin(connection):
                connection.end()
                connection.close()

    def _begin(self, connection: _Connection) -> bool:
        try:
            Thread(target=self._serve, args=(connection,), daemon=True).start()
        except RuntimeError:  # the system has no room for a thread
            with self._while_unproven(connection), self._lock:
                self._open.discard(connection)
            return False
        return True

    def _let_in(self, connection: _Connection) -> bool:
        with self._lock:
            if self._stopping.is_set() or len(self._open) >= MOST_CONNECTIONS:
                return False
            in_the_way = self._in_the_way_of(connection.address)
            if in_the_way is not None:
                del self._unproven[in_the_way]
            self._open.add(connection)
            self._unproven[connection] = None
        if in_the_way is not None:
            in_the_way.end()
        return True

    def _in_the_way_of(self, address: str) -> _Connection | None:
        """The unproven one that makes room for another: of the address that has most, the oldest."""
        of_each = Counter(one.address for one in self._unproven)
        if of_each[address] >= MOST_UNPROVEN_OF_ADDRESS:
            return next(one for one in self._unproven if one.address == address)
        if len(self._unproven) >= MOST_UNPROVEN:
            return max(self._unproven, key=lambda one: of_each[one.address])  # the first of equals
        return None

    def _serve(self, connection: _Connection) -> None:
        seat = None
        try:
            with self._while_unproven(connection), _heard_out(connection):
                connection.shake_hands(self._answering.context())
                seat = self._share_for(connection)
                if seat is None:
                    self._answer_all(connection, seat)
            if seat is not None:
                with _heard_out(connection):
                    self._answer_all(connection, seat)
        finally:
            with self._lock:
                self._open.discard(connection)
                if seat is not None:
                    self._proven[seat] -= 1
                    self._proven += Counter()
            connection.close()

    @contextmanager
    def _while_unproven(self, connection: _Connection) -> Iterator[None]:
        try:
            yield
        finally:
            with self._lock:
                self._unproven.pop(connection, None)  # it may have made room

    def _share_for(self, connection: _Connection) -> str | None:
        """The seat whose share the connection takes; None for who is no seat that may work now."""
        certificate = connection.certificate
        seat = None if certificate is None else self._answering.seat_of(certificate)
        if seat is None:
            return None
        with self._lock:
            has_room = self._proven[seat] < MOST_OF_SEAT and self._proven.total() < MOST_PROVEN
            if has_room:
                self._proven[seat] += 1
        if not has_room:
            connection.refuse(HTTPStatus.TOO_MANY_REQUESTS)
            raise AskRefused(HTTPStatus.TOO_MANY_REQUESTS)
        return seat

    def _answer_all(self, connection: _Connection, seat: str | None) -> None:
        while (
            head := connection.next_head(UNPROVEN_IDLE_SECONDS if seat is None else IDLE_SECONDS)
        ) is not None:
            with self.answers.one():
                try:
                    answer = self._answering.answer(self._asked(connection, head, seat))
                except AskRefused as refusal:
                    connection.refuse(refusal.status)
                    raise
                connection.give(answer)

    def _asked(self, connection: _Connection, head: h11.Request, seat: str | None) -> SeatAsk:
        if head.method != b"POST":
            raise AskRefused(HTTPStatus.METHOD_NOT_ALLOWED)
        headers = dict(head.headers)
        path = head.target.decode("ascii", "replace")
        length = _length(headers)
        most = self._answering.most_bytes(path, connection.certificate is not None)
        if length > (min(most, MOST_UNPROVEN_BODY) if seat is None else most):
            raise AskRefused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        body = self._body(connection, length, seat)
        version = headers.get(b"user-agent", b"").decode("ascii", "replace")
        token = headers.get(TOKEN_HEADER, b"")
        return SeatAsk(path, connection.certificate, connection.address, version, token, body)

    def _body(self, connection: _Connection, length: int, seat: str | None) -> bytes:
        """The body; what is large of it waits for its turn once so much has come, and not before."""
        pieces: list[bytes] = []
        arrived = 0
        with ExitStack() as turn:
            for piece in connection.body(length):
                pieces.append(piece)
                if arrived <= LARGE < arrived + len(piece):
                    turn.enter_context(self._large.one(seat or ""))
                arrived += len(piece)
            return b"".join(pieces)


class _LargeBodies:
    """Whose large bodies are being read: a few at once, and one of a seat, so that none holds all turns."""

    def __init__(self) -> None:
        self._seats: set[str] = set()
        self._changed = Condition()

    @contextmanager
    def one(self, seat: str) -> Iterator[None]:
        """A turn. Raises :class:`AskRefused` where there is none for long."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._is_free_for(seat), LARGE_WAIT_SECONDS):
                raise AskRefused(HTTPStatus.TOO_MANY_REQUESTS)
            self._seats.add(seat)
        try:
            yield
        finally:
            with self._changed:
                self._seats.discard(seat)
                self._changed.notify_all()

    def _is_free_for(self, seat: str) -> bool:
        return seat not in self._seats and len(self._seats) < MOST_LARGE


@contextmanager
def _heard_out(connection: _Connection) -> Iterator[None]:
    """End a connection that disturbs or is no more; what was said last may still arrive."""
    try:
        yield
    except (OSError, h11.ProtocolError, AskRefused, _Ended):  # of OSError are ssl's
        connection.hear_out()


class _Ended(Exception):
    """The other side took too long, or has gone."""


class _Connection:
    """One connection: bytes and the events of HTTP, each with its deadline.

    Attributes:
        certificate: of the other side; None before the handshake, and where it has none.
    """

    def __init__(self, taken: socket, address: str, version: str, ticks: Ticks) -> None:
        self.address = address
        self.certificate: bytes | None = None
        self._version = version
        self._raw = taken
        self._socket: socket = taken
        self._ticks = ticks
        self._is_over = False
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=MOST_HEAD)

    def shake_hands(self, context: ssl.SSLContext) -> None:
        """Begin the encrypted connection. Raises :class:`OSError`, of which ``ssl``'s are."""
        self._raw.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        secured = context.wrap_socket(self._raw, server_side=True, do_handshake_on_connect=False)
        self._socket = secured
        if self._is_over:  # since the raw one was given away, which ends nothing any more
            raise _Ended
        secured.settimeout(HANDSHAKE_SECONDS)  # of the whole of it
        secured.do_handshake()
        self.certificate = secured.getpeercert(True)

    def next_head(self, idle: float) -> h11.Request | None:
        """The head of what is asked next; None where the other side has no more to ask.

        Args:
            idle: so many seconds may pass before it begins.
        """
        if self._http.our_state is h11.DONE:
            self._http.start_next_cycle()
        deadline, begun = self._ticks() + idle, False
        while True:
            event = self._http.next_event()
            if isinstance(event, h11.Request):
                return event
            if event is not h11.NEED_DATA:
                return None
            if not begun and self._http.trailing_data[0]:
                deadline, begun = self._ticks() + HEAD_SECONDS, True
            self._receive(deadline, MOST_HEAD)

    def body(self, length: int) -> Iterator[bytes]:
        """What follows the head, as it comes; each MiB of it has its time, and there is no more than said."""
        arrived, due, deadline = 0, 0, 0.0
        while True:
            if arrived >= due:
                step = min(max(length - arrived, 0), LARGE)
                due, deadline = arrived + step, self._ticks() + BODY_SECONDS + step / BYTES_A_SECOND
            event = self._http.next_event()
            if isinstance(event, h11.Data):
                arrived += len(event.data)
                if arrived > length:
                    raise _Ended
                yield bytes(event.data)
            elif isinstance(event, h11.EndOfMessage):
                return
            elif event is h11.NEED_DATA:
                self._receive(deadline)
            else:
                raise _Ended

    def give(self, answer: bytes) -> None:
        """Answer what was asked."""
        head = self._http.send(h11.Response(status_code=200, headers=self._headers(len(answer))))
        data = self._http.send(h11.Data(data=answer))
        self._send(b"".join((head or b"", data or b"", self._http.send(h11.EndOfMessage()) or b"")))

    def refuse(self, status: HTTPStatus) -> None:
        """Answer with a number alone and end."""
        with suppress(h11.ProtocolError, OSError, _Ended):
            headers = [*self._headers(0), ("connection", "close")]
            head = self._http.send(h11.Response(status_code=status.value, headers=headers))
            self._send((head or b"") + (self._http.send(h11.EndOfMessage()) or b""))

    def end(self) -> None:
        """Have whatever waits for this connection wait no longer; on any thread."""
        self._is_over = True
        with suppress(OSError):
            # Not the method of an encrypted socket, after which it would go on without encryption.
            socket.shutdown(self._socket, SHUT_RDWR)

    def hear_out(self) -> None:
        """Let what was said last arrive: a connection that is closed with something unread takes it back."""
        if self._is_over:
            return
        with suppress(OSError, _Ended):
            socket.shutdown(self._socket, SHUT_WR)
            deadline = self._ticks() + LAST_SECONDS
            for _piece in range(MOST_LAST_PIECES):
                self._socket.settimeout(self._left(deadline))
                if not socket.recv(self._socket, _PIECE):
                    return

    def close(self) -> None:
        """Give the connection back to the system."""
        with suppress(OSError):
            self._socket.close()

    def _headers(self, length: int) -> list[tuple[str, str]]:
        return [
            ("server", self._version),
            ("date", formatdate(usegmt=True)),  # for who looks why it does not work: a clock that is wrong
            ("content-type", "application/octet-stream"),
            ("content-length", str(length)),
        ]

    def _receive(self, deadline: float, most: int = _PIECE) -> None:
        """Linux wakes a thread that reads from what is shut down; Wine does not. Windows: not known."""
        while not self._is_over:
            self._socket.settimeout(min(self._left(deadline), LOOK_SECONDS))
            with suppress(TimeoutError):
                self._http.receive_data(self._socket.recv(most))
                return
        raise _Ended

    def _send(self, data: bytes) -> None:
        deadline = self._ticks() + BODY_SECONDS + len(data) / BYTES_A_SECOND
        view = memoryview(data)
        while view:
            self._socket.settimeout(self._left(deadline))
            view = view[self._socket.send(view[:_PIECE]) :]

    def _left(self, deadline: float) -> float:
        left = deadline - self._ticks()
        if left <= 0:
            raise _Ended
        return left


def _length(headers: dict[bytes, bytes]) -> int:
    """The length of the body, which has to be said before; h11 has seen to it that it is a number.

    A body in chunks has none, and h11 would read it so even where a length is given beside (RFC 9112 §6.3).
    """
    if b"content-length" not in headers or b"transfer-encoding" in headers:
        raise AskRefused(HTTPStatus.LENGTH_REQUIRED)
    return int(headers[b"content-length"])
