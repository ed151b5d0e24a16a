"""Which of an office PC's addresses answers, and which private addresses the network knows for its name."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Generator, Sequence
from enum import StrEnum
from queue import Empty, SimpleQueue
from socket import SOCK_STREAM, create_connection, getaddrinfo, socket
from threading import Lock, Thread

from hvacdesk.services.seats.private_addresses import is_private

CONNECT_SECONDS = 1.5
AHEAD_SECONDS = 0.25
"""So much sooner the address where the office PC was found last is tried (as in RFC 8305 §5)."""
NAME_SECONDS = 2.0
"""For asking the network what a name stands for; the system itself may ask on for half a minute."""
NAME_AGAIN_SECONDS = 10.0

_NO_WAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}
_WINDOWS_NO_WAY = {10049, 10050, 10051, 10065}
"""The same, as Windows numbers them (WSAEADDRNOTAVAIL, …)."""


class Reach(StrEnum):
    """What came of knocking."""

    REACHED = "reached"
    REFUSED = "refused"
    SILENT = "silent"
    NO_WAY = "no way"


def reach(address: str, port: int) -> Reach:
    """Knock once and go; nothing is said to the one that answers."""
    try:
        create_connection((address, port), CONNECT_SECONDS).close()
    except ConnectionRefusedError:
        return Reach.REFUSED
    except OSError as error:
        no_way = error.errno in _NO_WAY or getattr(error, "winerror", None) in _WINDOWS_NO_WAY
        return Reach.NO_WAY if no_way else Reach.SILENT
    return Reach.REACHED


Connected = tuple[str, socket]


def connections(addresses: Sequence[str], port: int) -> Generator[Connected]:
    """A connection to each address that answers, the first one first; all of them take no longer than one.

    The caller closes the iterator once it has the one that it wants.
    """
    tries = _Tries(port)
    try:
        tries.begin(addresses[:1])
        first = tries.next(AHEAD_SECONDS)
        if first is not None:
            yield first
        tries.begin(addresses[1:])
        while (found := tries.next(None)) is not None:
            yield found
    finally:
        tries.end()


class _Tries:
    """Connections that are being made, each on a thread of its own; what comes too late is closed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._made: SimpleQueue[Connected | None] = SimpleQueue()
        self._waiting = 0
        self._over = False
        self._lock = Lock()

    def begin(self, addresses: Sequence[str]) -> None:
        """Try these as well."""
        for address in addresses:
            self._waiting += 1
            Thread(target=self._connect, args=(address,), daemon=True).start()

    def next(self, seconds: float | None) -> Connected | None:
        """The next that is made; None where none is in time, or none is being tried."""
        while self._waiting:
            try:
                found = self._made.get(timeout=seconds)
            except Empty:
                return None
            self._waiting -= 1
            if found is not None:
                return found
        return None

    def end(self) -> None:
        """Close what nobody took."""
        with self._lock:
            self._over = True
        while not self._made.empty():
            if (found := self._made.get()) is not None:
                found[1].close()

    def _connect(self, address: str) -> None:
        try:
            made = create_connection((address, self._port), CONNECT_SECONDS)
        except OSError:
            self._made.put(None)
            return
        with self._lock:
            if not self._over:
                self._made.put((address, made))
                return
        made.close()


class NameSearch:
    """What the network knows for a computer's name, asked by the way: who looks waits for nothing.

    Args:
        name: of the computer; empty where it is not known.
        ask: the addresses of a name.
        ticks: seconds that only go forward.
    """

    def __init__(
        self,
        name: Callable[[], str],
        ask: Callable[[str], tuple[str, ...]] | None = None,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name = name
        self._ask = ask or addresses_of
        self._ticks = ticks
        self._asked_at: float | None = None
        self._found: tuple[str, ...] = ()

    def look(self) -> tuple[str, ...]:
        """What was found so far; it is asked again now and then."""
        now, name = self._ticks(), self._name()
        if name and (self._asked_at is None or now - self._asked_at >= NAME_AGAIN_SECONDS):
            self._asked_at = now
            Thread(target=self._search, args=(name,), daemon=True).start()
        return self._found

    def _search(self, name: str) -> None:
        self._found = self._ask(name) or self._found


def addresses_of(name: str, ticks: Callable[[], float] = time.monotonic) -> tuple[str, ...]:
    """The private addresses that the network knows for a computer's name; none where it knows none in time.

    The name is asked as it is and, where it has no dot, as one of the network itself (RFC 6762's ``.local``).
    What is no private address is left out: a name server may answer every name with one of its own.
    """
    names = (name,) if "." in name else (name, f"{name}.local")
    answers: list[SimpleQueue[tuple[str, ...]]] = [_begun(one) for one in names]
    deadline = ticks() + NAME_SECONDS
    found = dict.fromkeys(one for answer in answers for one in _in_time(answer, deadline - ticks()))
    return tuple(one for one in found if is_private(one))


def _begun(name: str) -> SimpleQueue[tuple[str, ...]]:
    answer: SimpleQueue[tuple[str, ...]] = SimpleQueue()
    Thread(target=lambda: answer.put(_asked(name)), daemon=True).start()
    return answer


def _in_time(answer: SimpleQueue[tuple[str, ...]], seconds: float) -> tuple[str, ...]:
    try:
        return answer.get(timeout=max(0.0, seconds))
    except Empty:
        return ()


def _asked(name: str) -> tuple[str, ...]:
    try:
        return tuple(str(found[4][0]) for found in getaddrinfo(name, None, type=SOCK_STREAM))
    except (OSError, UnicodeError):
        return ()
