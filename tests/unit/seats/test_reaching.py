"""Every address of the office PC is tried, and the one that answers is taken whatever the others do."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Event
from types import SimpleNamespace
from typing import Any, cast

import pytest

from hvacdesk.domain.seats.seats import PairingCodeMistyped
from hvacdesk.seats import link, reaching
from hvacdesk.seats.link import JoiningLink
from hvacdesk.seats.reaching import NameSearch, Reach, addresses_of, connections, reach
from tests.helpers.waiting import until

FIRST, SECOND, THIRD = "127.0.0.1", "127.0.0.2", "127.0.0.3"


@contextmanager
def listening(address: str, port: int = 0) -> Iterator[int]:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, port))
        listener.listen()
        yield listener.getsockname()[1]


def answering(addresses: tuple[str, ...], port: int) -> list[str]:
    found = []
    for address, made in connections(addresses, port):
        found.append(address)
        made.close()
    return found


def test_the_one_that_answered_last_time_is_alone_where_it_answers_again() -> None:
    with (
        listening(FIRST) as port,
        listening(SECOND, port),
        closing(connections((FIRST, SECOND), port)) as found,
    ):
        address, made = next(found)
        made.close()
        assert address == FIRST


def test_the_others_are_tried_where_it_does_not() -> None:
    with listening(SECOND) as port:
        assert answering((FIRST, SECOND, THIRD), port) == [SECOND]
        assert answering((FIRST, THIRD), port) == []
        assert answering((), port) == []


def test_one_that_never_answers_holds_no_other_up(monkeypatch: pytest.MonkeyPatch) -> None:
    real = reaching.create_connection

    def connect(place: tuple[str, int], seconds: float) -> socket.socket:
        if place[0] == FIRST:
            held.wait()
            raise TimeoutError
        return real(place, seconds)

    held = Event()
    monkeypatch.setattr(reaching, "create_connection", connect)
    try:
        with listening(SECOND) as port, closing(connections((FIRST, SECOND), port)) as found:
            address, made = next(found)
            made.close()
            assert address == SECOND
    finally:
        held.set()


def test_knocking_tells_whether_anything_takes_connections() -> None:
    with listening(FIRST) as port:
        assert reach(FIRST, port) is Reach.REACHED
    assert reach(FIRST, port) is Reach.REFUSED


def test_only_private_addresses_of_a_name_count(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"office-pc": ("93.184.216.34", "192.168.1.7"), "office-pc.local": ("192.168.1.7", "fd00::7")}
    monkeypatch.setattr(reaching, "_asked", lambda name: known.get(name, ()))
    assert addresses_of("office-pc") == ("192.168.1.7", "fd00::7")
    assert addresses_of("office-pc.local") == ("192.168.1.7", "fd00::7")
    assert addresses_of("other") == ()


def test_a_name_is_asked_by_the_way_and_not_all_the_time() -> None:
    asked: list[str] = []
    now = 0.0

    def ask(name: str) -> tuple[str, ...]:
        asked.append(name)
        return (SECOND,)

    search = NameSearch(lambda: "office-pc", ask, lambda: now)
    search.look()
    until(lambda: search.look() == (SECOND,))
    assert asked == ["office-pc"]
    now = reaching.NAME_AGAIN_SECONDS
    search.look()
    until(lambda: asked == ["office-pc"] * 2)
    assert NameSearch(lambda: "", ask, lambda: now).look() == ()


@pytest.mark.parametrize(
    ("addresses", "knocked"), [(("8.8.8.8",), []), (("8.8.8.8", "10.9.9.9"), ["10.9.9.9"])]
)
def test_a_mistyped_code_lets_nobody_be_knocked_at_outside_the_office(
    monkeypatch: pytest.MonkeyPatch, addresses: tuple[str, ...], knocked: list[str]
) -> None:
    asked: list[str] = []

    def note(address: str, _port: int) -> Reach:
        asked.append(address)
        return Reach.REACHED

    def refuse(_typed: str) -> None:
        raise PairingCodeMistyped(addresses, 47_011)

    monkeypatch.setattr(link, "reach", note)
    with pytest.raises(PairingCodeMistyped):
        JoiningLink(cast(Any, SimpleNamespace(begin_joining=refuse)), "", "")
    assert asked == knocked
