"""What the tests of connections share."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.seats.asks import PROGRAM
from hvacdesk.seats.http_server import Answering, HttpServer
from tests.helpers.certified import LOOPBACK, Certified
from tests.helpers.echoing import VERSION, Echo, Serve, most_bytes


@pytest.fixture
def certified(tmp_path: Path) -> Certified:
    return Certified(tmp_path / "certified")


@pytest.fixture
def serve(certified: Certified) -> Iterator[Serve]:
    running: list[HttpServer] = []

    def made(context: ssl.SSLContext | None = None) -> tuple[HttpServer, Echo]:
        echo, used = Echo(), context or certified.office_pc()
        answering = Answering(PROGRAM + VERSION, lambda: used, most_bytes, echo, echo.seat_of)
        running.append(HttpServer([(LOOPBACK, 0)], answering))
        return running[-1], echo

    yield made
    for one in running:
        one.stop()
