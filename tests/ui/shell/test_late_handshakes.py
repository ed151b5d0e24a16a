"""The two PCs of tests find each other also where a busy machine lets a connection begin late."""

from __future__ import annotations

import ssl
import time

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.seats import http_server
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.seats.link import SeatLink
from hvacdesk.seats.reaching import CONNECT_SECONDS
from tests.helpers.sabotage import replaced
from tests.helpers.two_pcs import TwoPcs

SHAKES_HANDS = http_server._Connection.shake_hands


def test_a_login_whose_connections_begin_late_is_a_login(pcs: TwoPcs) -> None:
    """Later than a seat waits in an office: those of the login itself, after the one that asked."""

    def late(connection: http_server._Connection, context: ssl.SSLContext) -> None:
        time.sleep(CONNECT_SECONDS * 1.2)
        SHAKES_HANDS(connection, context)

    pcs.join()
    with replaced(http_server._Connection, "shake_hands", late):
        pcs.log_in(pcs.seat, Role.OWNER)
    assert pcs.seat.window is not None
    assert pcs.seat._life is not None
    assert not pcs.seat._life.away


def test_who_is_not_let_in_is_told_at_once(pcs: TwoPcs) -> None:
    def refused(*_asked: object) -> None:
        raise NoAnswer

    pcs.join()
    with (
        replaced(SeatLink, "log_in", refused),
        pytest.raises(AssertionError, match=r"nobody came in: (?s:.)*does not answer"),
    ):
        pcs.log_in(pcs.seat, Role.OWNER)
