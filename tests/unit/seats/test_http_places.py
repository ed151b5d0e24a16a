"""Who only takes places at the office PC's end of the connections leaves room for the others."""

from __future__ import annotations

import socket
from contextlib import closing, suppress
from select import select

import pytest

from hvacdesk.domain.seats.seats import OfficePcBusy
from hvacdesk.seats import http_server
from hvacdesk.seats.calls import NoAnswer, OfficePcFailed
from hvacdesk.vault.seats import tls
from hvacdesk.vault.seats.certificates import host_name
from tests.helpers.certified import LOOPBACK, OFFICE, Certified
from tests.helpers.echoing import (
    MOST,
    PATIENCE,
    Serve,
    head,
    port_of,
    raises,
    raw,
    rest_of,
)
from tests.helpers.waiting import until

MIB = 1024 * 1024


def test_handshakes_that_never_end_leave_room_for_seats(
    certified: Certified, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From one address no more than a few are held; the others are closed at once, and seats come through."""
    monkeypatch.setattr(http_server, "HANDSHAKE_SECONDS", 3.0 * PATIENCE)
    server, _echo = serve()
    port, refused = port_of(server), 30
    held = [
        socket.create_connection((LOOPBACK, port), PATIENCE)
        for _one in range(http_server.MOST_UNPROVEN_OF_ADDRESS + refused)
    ]
    closed: list[socket.socket] = []
    while len(closed) < refused:
        ended, _writable, _failed = select([one for one in held if one not in closed], [], [], PATIENCE)
        assert ended
        closed += [one for one in ended if rest_of(one) == b""]
    assert len(closed) == refused
    plain = socket.create_connection((LOOPBACK, port), PATIENCE, source_address=("127.0.0.2", 0))
    with certified.seat().wrap_socket(plain, server_hostname=host_name(OFFICE)) as seat:
        seat.sendall(head(1) + b"x")
        assert seat.recv(65536).split()[1] == b"200"
    for one in held:
        one.close()


def test_a_handshake_that_takes_too_long_is_given_up(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_server, "HANDSHAKE_SECONDS", 0.3)
    server, _echo = serve()
    with socket.create_connection((LOOPBACK, port_of(server)), PATIENCE) as slow:
        assert rest_of(slow) == b""


def test_one_certificate_has_so_many_connections_and_no_more(certified: Certified, serve: Serve) -> None:
    server, _echo = serve()
    context = certified.seat()
    held = [raw(port_of(server), context) for _one in range(http_server.MOST_OF_SEAT)]
    for one in held:
        one.settimeout(PATIENCE)
        one.sendall(head(1) + b"x")
        assert one.recv(65536).split()[1] == b"200"
    raises(OfficePcBusy, certified, port_of(server), context)
    with closing(certified.line(port_of(server), certified.seat("e" * 32))) as line:
        assert line.ask("/echo", b"x", seconds=PATIENCE) == b"x"
    for one in held:
        one.close()


def test_a_body_in_chunks_beside_a_length_is_not_read(certified: Certified, serve: Serve) -> None:
    """Whoever says two lengths is refused at the head, whatever follows it."""
    server, echo = serve(certified.office_pc(joining=True))
    with raw(port_of(server), tls.stranger_context()) as connection:
        sent = 0
        with suppress(OSError):
            connection.sendall(head(1, more="Transfer-Encoding: chunked\r\n"))
            while sent < 64 * MIB:
                connection.sendall(b"100000\r\n" + bytes(MIB) + b"\r\n")
                sent += MIB
        assert sent < 32 * MIB  # what the systems on both ways hold, and what is heard out
    assert echo.asked == []


def test_a_seat_that_was_stopped_takes_no_places_of_others(certified: Certified, serve: Serve) -> None:
    server, echo = serve()
    echo.stopped.add("b" * 32)
    stopped, port = certified.seat("b" * 32), port_of(server)
    held = []
    for _one in range(http_server.MOST_UNPROVEN_OF_ADDRESS + 20):
        held.append(raw(port, stopped))
        held[-1].settimeout(PATIENCE)
    assert len(server._unproven) <= http_server.MOST_UNPROVEN_OF_ADDRESS
    with closing(certified.line(port, stopped)) as line:
        assert line.ask("/echo", b"why", seconds=PATIENCE) == b"why"  # it is told that it was stopped
        with pytest.raises((NoAnswer, OfficePcFailed)):
            line.ask("/echo", bytes(http_server.MOST_UNPROVEN_BODY + 1), seconds=PATIENCE)
    with closing(certified.line(port, certified.seat("e" * 32))) as line:
        assert line.ask("/echo", b"x", seconds=PATIENCE) == b"x"
    for one in held:
        one.close()


def test_slow_large_bodies_of_one_seat_leave_turns_to_others(certified: Certified, serve: Serve) -> None:
    server, _echo = serve()
    slow, port = certified.seat(), port_of(server)
    held = [raw(port, slow) for _one in range(http_server.MOST_LARGE + 2)]
    for at, one in enumerate(held):
        one.sendall(head(MOST) + bytes(MIB + 1000 if at else 1))
    with closing(certified.line(port, certified.seat("e" * 32))) as line:
        assert line.ask("/echo", bytes(MOST), seconds=PATIENCE) == bytes(MOST)
    for one in held:
        one.close()


def test_a_large_body_without_a_turn_is_told_that_there_is_too_much(
    certified: Certified, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_server, "LARGE_WAIT_SECONDS", 0.2)
    server, _echo = serve()
    with raw(port_of(server), certified.seat()) as holding:
        holding.sendall(head(MOST) + bytes(MIB + 1000))
        until(lambda: server._large._seats)
        raises(OfficePcBusy, certified, port_of(server), certified.seat(), bytes(MIB + 1))


def test_a_large_body_that_stops_coming_is_given_up(
    certified: Certified, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each MiB has its time; what came fast before buys none."""
    monkeypatch.setattr(http_server, "BODY_SECONDS", 0.2)
    monkeypatch.setattr(http_server, "BYTES_A_SECOND", 10 * MIB)
    server, echo = serve()
    with raw(port_of(server), certified.seat()) as slow:
        slow.sendall(head(MOST) + bytes(MOST - 10))
        slow.settimeout(PATIENCE)
        assert rest_of(slow) == b""
    assert echo.asked == []


def test_strangers_at_many_addresses_make_room_for_a_seat(
    certified: Certified, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_server, "HANDSHAKE_SECONDS", 3.0 * PATIENCE)
    server, _echo = serve()
    port = port_of(server)
    held = [
        socket.create_connection((LOOPBACK, port), PATIENCE, source_address=(f"127.0.1.{address}", 0))
        for address in range(1, 12)
        for _one in range(http_server.MOST_UNPROVEN_OF_ADDRESS)
    ]
    with closing(certified.line(port, certified.seat())) as line:
        assert line.ask("/echo", b"x", seconds=PATIENCE) == b"x"
    assert len(server._unproven) <= http_server.MOST_UNPROVEN
    for one in held:
        one.close()


def test_a_connection_beyond_the_share_ends_at_once(certified: Certified, serve: Serve) -> None:
    """It does not wait for a head, nor take a place that others need."""
    server, _echo = serve()
    context = certified.seat()
    held = [raw(port_of(server), context) for _one in range(http_server.MOST_OF_SEAT)]
    until(lambda: server._proven.total() == len(held))
    with raw(port_of(server), context) as beyond:
        beyond.settimeout(http_server.UNPROVEN_IDLE_SECONDS - 1)
        assert rest_of(beyond).split()[1] == b"429"
    for one in held:
        one.close()
