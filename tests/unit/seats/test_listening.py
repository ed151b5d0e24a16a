"""The office PC's socket has its place alone: no other program can be taken for the office."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

from hvacdesk.seats.listening import listening

LOOPBACK = "127.0.0.1"
SHARING = [getattr(socket, name) for name in ("SO_REUSEADDR", "SO_REUSEPORT") if hasattr(socket, name)]
"""What a program says that would listen where another one does."""
EXCLUSIVE = ~4
"""``SO_EXCLUSIVEADDRUSE`` (winsock2.h): the complement of ``SO_REUSEADDR``."""


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with closing(listening(LOOPBACK, 0, 1.0)) as made:
        yield made


def test_a_second_one_is_refused(listener: socket.socket) -> None:
    with pytest.raises(OSError):  # noqa: PT011 - each system has a number of its own
        listening(LOOPBACK, listener.getsockname()[1], 1.0)


@pytest.mark.parametrize("option", SHARING)
def test_nobody_listens_at_the_same_place_who_would_share_it(listener: socket.socket, option: int) -> None:
    with closing(socket.socket()) as second:
        second.setsockopt(socket.SOL_SOCKET, option, 1)
        with pytest.raises(OSError):  # noqa: PT011 - each system has a number of its own
            take(second, listener.getsockname())


def take(place: socket.socket, address: tuple[str, int]) -> None:
    place.bind(address)
    place.listen()


@pytest.mark.windows("lets nobody share a place that was asked for alone")
def test_the_place_is_asked_for_alone(listener: socket.socket) -> None:
    """Wine refuses others in any case, and says what it was asked for."""
    assert listener.getsockopt(socket.SOL_SOCKET, EXCLUSIVE)


def test_the_next_program_takes_the_place_at_once(listener: socket.socket) -> None:
    """Whoever was answered there leaves the place in TIME_WAIT."""
    place = listener.getsockname()
    with closing(socket.create_connection(place)) as visitor:
        answered, _address = listener.accept()
        answered.close()
        assert visitor.recv(1) == b""
    listener.close()
    listening(*place, 1.0).close()
