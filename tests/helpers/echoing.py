"""A server over TLS that answers with what it was asked, and connections on which anything can be sent."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import closing, suppress
from http import HTTPStatus
from threading import Event

import pytest

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.seats.asks import PROGRAM
from hvacdesk.seats.http_server import AskRefused, HttpServer, SeatAsk
from hvacdesk.vault.seats.certificates import host_name, read
from tests.helpers.certified import LOOPBACK, OFFICE, Certified

VERSION = "1.2.3"
MOST = 4_000_000
PATIENCE = 20


class Echo:
    """Answers with what was asked, and notes who asked."""

    def __init__(self) -> None:
        self.asked: list[SeatAsk] = []
        self.held, self.go_on = Event(), Event()
        self.stopped: set[str] = set()

    def __call__(self, ask: SeatAsk) -> bytes:
        if ask.version != PROGRAM + VERSION:
            raise AskRefused(HTTPStatus.UPGRADE_REQUIRED)
        self.asked.append(ask)
        if ask.path == "/hold":
            self.held.set()
            assert self.go_on.wait(PATIENCE)
        return ask.body

    def seat_of(self, certificate: bytes) -> str | None:
        seat = read(certificate).subject
        return None if seat in self.stopped else seat


def most_bytes(path: str, has_certificate: bool) -> int:
    return (MOST if has_certificate else 100) if path in ("/echo", "/hold") else 0


Serve = Callable[..., tuple[HttpServer, Echo]]


def port_of(server: HttpServer) -> int:
    return server.places[0][1]


def raises(
    error: type[UserFacingError], certified: Certified, port: int, context: ssl.SSLContext, body: bytes = b"x"
) -> None:
    line = certified.line(port, context)
    with closing(line), pytest.raises(error) as caught:
        line.ask("/echo", body, seconds=PATIENCE)
    assert type(caught.value) is error


def raw(port: int, context: ssl.SSLContext) -> ssl.SSLSocket:
    """An encrypted connection on which anything can be sent."""
    plain = socket.create_connection((LOOPBACK, port), PATIENCE)
    name = host_name(OFFICE) if context.check_hostname else None
    return context.wrap_socket(plain, server_hostname=name)


def rest_of(connection: socket.socket) -> bytes:
    got = b""
    with suppress(OSError):
        while piece := connection.recv(65536):
            got += piece
    return got


def head(length: int, path: str = "/echo", more: str = "") -> bytes:
    text = f"POST {path} HTTP/1.1\r\nHost: x\r\nUser-Agent: {PROGRAM}{VERSION}\r\n"
    return f"{text}Content-Length: {length}\r\n{more}\r\n".encode("ascii")
