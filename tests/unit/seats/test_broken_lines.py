"""What a connection that broke leaves behind: nothing that a later one on the same thread would meet."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Thread, Timer

import pytest

from hvacdesk.seats.calls import NoAnswer
from hvacdesk.seats.line import OfficeLine
from tests.helpers.certified import Certified
from tests.helpers.echoing import PATIENCE, Echo, Serve, port_of


@pytest.fixture
def echo_and_lines(certified: Certified, serve: Serve) -> Iterator[tuple[Echo, OfficeLine, OfficeLine]]:
    server, echo = serve()
    with (
        closing(certified.line(port_of(server), certified.seat())) as one,
        closing(certified.line(port_of(server), certified.seat())) as other,
    ):
        yield echo, one, other


def test_an_answer_is_waited_for_on_a_thread_whose_other_connection_broke(
    echo_and_lines: tuple[Echo, OfficeLine, OfficeLine],
) -> None:
    """OpenSSL keeps a thread's errors, and a connection that has to wait would be taken for a broken one."""
    echo, breaks, lasts = echo_and_lines
    with ThreadPoolExecutor(1) as another_thread:  # to begin a connection forgets the errors of its thread
        assert another_thread.submit(lasts.ask, "/echo", b"x", "", PATIENCE).result() == b"x"

    def give_up() -> None:
        assert echo.held.wait(PATIENCE)
        breaks.abandon()

    giving_up = Thread(target=give_up)
    giving_up.start()
    with pytest.raises(NoAnswer):
        breaks.ask("/hold", b"x")
    giving_up.join(PATIENCE)
    echo.held.clear()
    Timer(0.3, echo.go_on.set).start()
    assert lasts.ask("/hold", b"again", seconds=PATIENCE) == b"again"
