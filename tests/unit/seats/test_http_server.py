"""The office PC's end of a connection, against who has no certificate or a wrong one, or only disturbs."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest
from cryptography import x509

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.seats import AnotherVersion, FalseOfficePc, SeatNotKnown
from hvacdesk.seats import http_server
from hvacdesk.seats import line as seat_line
from hvacdesk.seats.asks import PROGRAM
from hvacdesk.seats.calls import NoAnswer, OfficePcFailed
from hvacdesk.seats.http_server import Answering, AskRefused, HttpServer
from hvacdesk.vault.seats import certificates, tls
from hvacdesk.vault.seats.certificates import fingerprint_of, host_name
from tests.helpers.certified import LOOPBACK, OFFICE, Certified
from tests.helpers.echoing import (
    MOST,
    PATIENCE,
    VERSION,
    Echo,
    Serve,
    head,
    most_bytes,
    port_of,
    raises,
    raw,
    rest_of,
)
from tests.helpers.waiting import until

FUZZED = 20_000


# Who may


def test_a_seat_is_answered_and_known_by_its_certificate(certified: Certified, serve: Serve) -> None:
    server, echo = serve()
    with closing(certified.line(port_of(server), certified.seat())) as line:
        for body in (b"", b"x", b"y" * MOST):
            assert line.ask("/echo", body, "token", PATIENCE) == body
    certificate = echo.asked[0].certificate
    assert certificate is not None
    assert len(fingerprint_of(certificate)) == 32
    assert {one.certificate for one in echo.asked} == {certificate}
    assert (echo.asked[0].token, echo.asked[0].address) == (b"token", LOOPBACK)


def test_the_connection_is_tls_1_3_and_nothing_older(certified: Certified, serve: Serve) -> None:
    server, _echo = serve()
    context = certified.seat()
    with raw(port_of(server), context) as connection:
        assert connection.version() == "TLSv1.3"
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    raises(SeatNotKnown, certified, port_of(server), context)


def is_resumed(certified: Certified, port: int) -> bool:
    """Whether a seat's second connection goes on from its first one."""
    context = certified.seat()
    with raw(port, context) as first:
        first.sendall(head(1) + b"x")
        assert first.recv(65536)
        session = first.session
    assert session is not None
    plain = socket.create_connection((LOOPBACK, port), PATIENCE)
    with context.wrap_socket(plain, server_hostname=host_name(OFFICE), session=session) as second:
        second.sendall(head(1) + b"x")
        assert second.recv(65536)
        assert session.has_ticket == second.session_reused
        return bool(second.session_reused)


@pytest.mark.parametrize("joining", [False, True])
def test_no_connection_is_resumed(certified: Certified, serve: Serve, joining: bool) -> None:
    """Each is judged by its certificate as it is then; one that hands out tickets shows what is missing."""
    context = certified.office_pc(joining=joining)
    assert not is_resumed(certified, port_of(serve(context)[0]))
    context.num_tickets = 1
    assert is_resumed(certified, port_of(serve(context)[0]))


def test_nobody_without_a_certificate_is_heard(certified: Certified, serve: Serve) -> None:
    server, echo = serve()
    raises(SeatNotKnown, certified, port_of(server), tls.stranger_context())
    assert echo.asked == []


def test_a_certificate_of_another_authority_is_not_heard(
    certified: Certified, serve: Serve, tmp_path: Path
) -> None:
    server, echo = serve()
    other = Certified(tmp_path / "other")  # of an office that calls itself the same
    raises(SeatNotKnown, certified, port_of(server), other.seat(trusting=certified.authority))
    assert echo.asked == []


@pytest.fixture
def carelessly(monkeypatch: pytest.MonkeyPatch) -> Callable[[], AbstractContextManager[None]]:
    """Certificates are made meanwhile that may sign others though they are no authority's.

    RFC 5280 §4.2.1.3 forbids that; OpenSSL looks at it where it is told to be strict.
    """
    usage = certificates._key_usage

    @contextmanager
    def meanwhile() -> Iterator[None]:
        names = ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "crl_sign")
        made = usage(signs_certificates=False)
        rest = {name: getattr(made, name) for name in names}
        both = x509.KeyUsage(
            digital_signature=True, key_cert_sign=True, encipher_only=False, decipher_only=False, **rest
        )
        with monkeypatch.context() as patched:
            patched.setattr(certificates, "_key_usage", lambda **_how: both)
            yield

    return meanwhile


def test_a_seats_certificate_that_breaks_the_standard_is_not_heard(
    certified: Certified, serve: Serve, carelessly: Callable[[], AbstractContextManager[None]]
) -> None:
    server, echo = serve()
    with carelessly():
        context = certified.seat()
    raises(SeatNotKnown, certified, port_of(server), context)
    assert echo.asked == []


def test_an_office_pcs_certificate_that_breaks_the_standard_is_not_trusted(
    certified: Certified, serve: Serve, carelessly: Callable[[], AbstractContextManager[None]]
) -> None:
    with carelessly():
        context = certified.office_pc()
    server, echo = serve(context)
    raises(FalseOfficePc, certified, port_of(server), certified.seat())
    assert echo.asked == []


def test_a_certificate_that_ended_is_not_heard(certified: Certified, serve: Serve) -> None:
    server, echo = serve()
    raises(SeatNotKnown, certified, port_of(server), certified.seat(valid=timedelta(minutes=-1)))
    assert echo.asked == []


@pytest.mark.parametrize("hours", [-1, 1, 23])
def test_a_clock_that_is_wrong_by_hours_shuts_nobody_out(tmp_path: Path, hours: int) -> None:
    certified = Certified(tmp_path / "shifted", shifted=timedelta(hours=hours))
    echo, context = Echo(), certified.office_pc()
    server = HttpServer(
        [(LOOPBACK, 0)], Answering(PROGRAM + VERSION, lambda: context, most_bytes, echo, echo.seat_of)
    )
    with closing(certified.line(port_of(server), certified.seat())) as line:
        assert line.ask("/echo", b"x", seconds=PATIENCE) == b"x"
    server.stop()


def test_a_false_office_pc_with_the_right_name_is_told_nothing(
    certified: Certified, serve: Serve, tmp_path: Path
) -> None:
    false = Certified(tmp_path / "false")
    server, echo = serve(false.office_pc())
    raises(FalseOfficePc, certified, port_of(server), certified.seat())
    assert echo.asked == []


def test_a_seat_cannot_pose_as_the_office_pc(certified: Certified, serve: Serve, tmp_path: Path) -> None:
    certified.seat("c" * 32)
    posing = tls.office_pc_context(
        certified.folder / f"{'c' * 32}.key", b"password of the tests", certified.authority, joining=False
    )
    server, echo = serve(posing)
    raises(FalseOfficePc, certified, port_of(server), certified.seat())
    assert echo.asked == []


def test_the_office_pc_of_another_office_is_told_nothing(certified: Certified, serve: Serve) -> None:
    """Its authority signed for another name."""
    server, echo = serve()
    other = certified.seat()
    line = Certified(certified.folder / "of another", office="d" * 32).line(port_of(server), other)
    with closing(line), pytest.raises(FalseOfficePc):
        line.ask("/echo", b"x", seconds=PATIENCE)
    assert echo.asked == []


def test_while_somebody_joins_a_stranger_is_heard_in_few_bytes(certified: Certified, serve: Serve) -> None:
    server, echo = serve(certified.office_pc(joining=True))
    with closing(certified.line(port_of(server), tls.stranger_context())) as line:
        line._place = line._place.__class__((LOOPBACK,), port_of(server), tls.stranger_context, None)
        assert line.ask("/echo", b"x" * 100, seconds=PATIENCE) == b"x" * 100
        with pytest.raises(OfficePcFailed):
            line.ask("/echo", b"x" * 101, seconds=PATIENCE)
    assert [one.certificate for one in echo.asked] == [None]


def test_another_version_is_told_apart_whatever_its_bodies_are(certified: Certified, serve: Serve) -> None:
    server, _echo = serve()
    with closing(certified.line(port_of(server), certified.seat(), "9.9.9")) as line:
        with pytest.raises(AnotherVersion) as caught:
            line.ask("/echo", b"\xff", seconds=PATIENCE)
        assert caught.value.details == {"here": "9.9.9", "there": VERSION}


def test_it_listens_nowhere_else(certified: Certified, serve: Serve) -> None:
    server, _echo = serve()
    for address in ("127.0.0.2", "127.1.2.3"):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((address, port_of(server)), PATIENCE).close()


# What disturbs


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (head(MOST + 1), b"413"),
        (head(0, path="/other") + b"", b"200"),
        (head(1, path="/other"), b"413"),
        (head(0).replace(b"POST", b"GET"), b"405"),
        (b"POST /echo HTTP/1.1\r\nHost: x\r\n\r\n", b"411"),
        (
            b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            b"411",
        ),
        (head(1, more="Transfer-Encoding: chunked\r\n") + b"5\r\nhello\r\n0\r\n\r\n", b"411"),
        (head(0, more="Content-Length: 7\r\n"), b""),
        (head(0, more="X: " + "y" * 40_000 + "\r\n"), b""),
        (head(0, more="X: y\r\n" * 5_000), b""),
        (b"\x00" * 20_000, b""),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"405"),
    ],
    ids=[
        "large",
        "empty",
        "no path",
        "get",
        "no length",
        "chunked",
        "chunked beside a length",
        "two lengths",
        "long",
        "many",
        "0",
        "h2",
    ],
)
def test_what_is_not_asked_so_is_not_answered(
    certified: Certified, serve: Serve, sent: bytes, status: bytes
) -> None:
    server, _echo = serve()
    context = certified.seat()
    with raw(port_of(server), context) as connection:
        with suppress(OSError):
            connection.sendall(sent)
        if status == b"200":
            connection.settimeout(PATIENCE)
            assert connection.recv(65536).split()[1] == status
        else:
            assert rest_of(connection).split()[1:2] == ([status] if status else [])
    with closing(certified.line(port_of(server), context)) as line:
        assert line.ask("/echo", b"x", seconds=PATIENCE) == b"x"


def test_fuzzed_frames_are_answered_or_end_their_connection(
    serve: Serve, record_property: Callable[[str, object], None]
) -> None:
    """Whole asks with some bytes changed, each on a connection of its own; without TLS, for speed."""
    server, echo = serve()
    chance, good, ended = Random("one frame"), head(20) + b"body of twenty bytes", 0
    for _frame in range(FUZZED):
        here, there = socket.socketpair()
        with here, there:
            here.sendall(_spoilt(good, chance))
            here.shutdown(socket.SHUT_WR)
            connection = http_server._Connection(there, LOOPBACK, VERSION, http_server.time.monotonic)
            try:
                server._answer_all(connection, "seat")
            except (OSError, http_server.h11.ProtocolError, AskRefused, http_server._Ended):
                ended += 1
    assert 0 < ended < FUZZED
    assert 0 < len(echo.asked) <= FUZZED
    record_property("tally: frames fuzzed", FUZZED)


def test_fuzzed_streams_end_their_connection_and_nothing_else(certified: Certified, serve: Serve) -> None:
    """Asks with some bytes changed, many on each connection until it ends."""
    server, echo = serve()
    context, chance = certified.seat(), Random("frames")
    port, sent, connections = port_of(server), 0, 0
    good = head(20) + b"body of twenty bytes"
    with closing(certified.line(port, context)) as line:
        while sent < FUZZED:
            connections += 1
            pieces = [_spoilt(good, chance) for _piece in range(250)]
            with raw(port, context) as connection, suppress(OSError):
                sent += len(pieces)
                connection.sendall(b"".join(pieces))
                connection.shutdown(socket.SHUT_WR)
                rest_of(connection)
            assert line.ask("/echo", b"still there", seconds=PATIENCE) == b"still there"
    assert sent >= FUZZED
    assert connections >= FUZZED // 250
    assert all(len(one.body) <= MOST for one in echo.asked)


def _spoilt(good: bytes, chance: Random) -> bytes:
    piece = bytearray(good)
    for _change in range(chance.randrange(3)):
        at = chance.randrange(len(piece))
        match chance.randrange(3):
            case 0:
                piece[at] = chance.randrange(256)
            case 1:
                del piece[at]
            case _:
                piece.insert(at, chance.randrange(256))
    return bytes(piece)


def test_junk_instead_of_a_handshake_is_not_heard(certified: Certified, serve: Serve) -> None:
    server, echo = serve()
    chance = Random("handshake")
    for _time in range(300):
        with socket.create_connection((LOOPBACK, port_of(server)), PATIENCE) as connection:
            with suppress(OSError):
                connection.sendall(chance.randbytes(chance.randrange(1, 600)))
                connection.shutdown(socket.SHUT_WR)
            rest_of(connection)
    with closing(certified.line(port_of(server), certified.seat())) as line:
        assert line.ask("/echo", b"x", seconds=PATIENCE) == b"x"
    assert len(echo.asked) == 1


@pytest.mark.parametrize("sent", [b"", b"POST /ec", head(100) + b"half"], ids=["nothing", "head", "body"])
def test_who_is_slow_is_dropped_and_holds_nobody_up(
    certified: Certified, serve: Serve, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    for name in ("IDLE_SECONDS", "HEAD_SECONDS", "BODY_SECONDS"):
        monkeypatch.setattr(http_server, name, 0.3)
    server, echo = serve()
    context = certified.seat()
    slow = [raw(port_of(server), context) for _one in range(6)]
    for one in slow:
        one.sendall(sent)
    with closing(certified.line(port_of(server), certified.seat("e" * 32))) as line:
        assert line.ask("/echo", b"x", seconds=PATIENCE) == b"x"
    for one in slow:
        one.settimeout(PATIENCE)
        assert rest_of(one) == b""
        one.close()
    assert len(echo.asked) == 1


def test_a_head_that_drips_has_no_more_time_for_each_drop(
    certified: Certified, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_server, "HEAD_SECONDS", 0.5)
    server, echo = serve()
    ended = Event()
    with raw(port_of(server), certified.seat()) as connection:

        def drip() -> None:
            with suppress(OSError):
                for at in range(len(head(0))):
                    if ended.wait(0.1):
                        return
                    connection.send(head(0)[at : at + 1])

        dripping = Thread(target=drip)
        dripping.start()
        connection.settimeout(PATIENCE)
        assert rest_of(connection) == b""
        ended.set()
        dripping.join(PATIENCE)
    assert echo.asked == []


# What ends


def test_connections_that_are_chosen_end_though_they_wait_for_an_answer(
    certified: Certified, serve: Serve
) -> None:
    server, echo = serve()
    with closing(certified.line(port_of(server), certified.seat())) as line:
        failed: list[UserFacingError] = []

        def ask() -> None:
            try:
                line.ask("/hold", b"x")
            except UserFacingError as error:
                failed.append(error)

        asking = Thread(target=ask)
        asking.start()
        assert echo.held.wait(PATIENCE)
        certificate = echo.asked[0].certificate
        server.end_those(lambda one: one == certificate)
        asking.join(PATIENCE)
        assert [type(one) for one in failed] == [NoAnswer]
        echo.go_on.set()


def test_a_server_that_stops_ends_everything_and_frees_its_port(certified: Certified, serve: Serve) -> None:
    server, _echo = serve()
    place = server.places[0]
    with raw(place[1], certified.seat()) as connection:
        server.stop()
        connection.settimeout(PATIENCE)
        assert rest_of(connection) == b""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(place, PATIENCE).close()
    again = HttpServer([place], server._answering)
    assert again.places[0] == place
    again.stop()


def test_a_connection_that_rests_is_gone_once_it_is_ended_though_no_shutdown_wakes_it(
    certified: Certified, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows it need not; a removed seat's connection then stayed until it had rested for long."""
    monkeypatch.setattr(http_server, "IDLE_SECONDS", 3600.0)
    monkeypatch.setattr(http_server, "SHUT_RDWR", socket.SHUT_WR)
    server, _echo = serve()
    with closing(certified.line(port_of(server), certified.seat())) as line:
        assert line.ask("/echo", b"x") == b"x"
        (connection,) = server._open
        connection.end()
        until(lambda: not server._open)


@pytest.mark.parametrize("wakes", [True, False], ids=["a shutdown wakes readers", "it does not"])
def test_who_waits_for_an_answer_can_be_told_to_give_up(
    certified: Certified, serve: Serve, monkeypatch: pytest.MonkeyPatch, wakes: bool
) -> None:
    """On Windows what is shut down need not wake who reads from it."""
    server, echo = serve()
    if not wakes:
        monkeypatch.setattr(seat_line, "SHUT_RDWR", socket.SHUT_WR)
    with closing(certified.line(port_of(server), certified.seat())) as line:
        failed = Event()

        def ask() -> None:
            with suppress(NoAnswer):
                line.ask("/hold", b"x")
                return
            failed.set()

        asking = Thread(target=ask)
        asking.start()
        assert echo.held.wait(PATIENCE)
        line.abandon()
        assert failed.wait(PATIENCE / 2)  # before the office PC gives up
        echo.go_on.set()
        asking.join(PATIENCE)
        assert line.ask("/echo", b"again", seconds=PATIENCE) == b"again"
