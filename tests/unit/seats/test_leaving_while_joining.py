"""A PC that leaves while it joins is not let in: cancelled, ended, or with a line that broke."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from hvacdesk.domain.seats.seats import JoiningPcLeft, JoiningTimeOver, NobodyJoins, SeatRevoked, SeatState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.seats.invitation import ARRIVES_SECONDS, CONFIRMED_WITHIN, OPEN_FOR, UNHEARD_SECONDS
from tests.helpers.vault_network import VaultNetwork, vault_network
from tests.unit.seats.test_joining import asked, confirm, greeted, join, waiting_words


@pytest.fixture
def network(tmp_path: Path) -> Iterator[VaultNetwork]:
    with vault_network(tmp_path) as made:
        yield made


def test_who_cancelled_is_not_let_in(network: VaultNetwork) -> None:
    pc = network.pc()
    link, _words = asked(network, pc, network.invite())
    link.withdraw()
    assert waiting_words(network) is None
    assert isinstance(network.office_pc.nobody_joins, JoiningPcLeft)
    with pytest.raises(JoiningPcLeft):
        confirm(network)
    assert network.office_pc.book.seats == ()


def test_a_code_that_ran_out_says_so(network: VaultNetwork) -> None:
    assert type(network.office_pc.nobody_joins) is NobodyJoins
    network.invite()
    network.clock.by = OPEN_FOR - timedelta(seconds=1)
    assert network.office_pc.invitation is not None
    network.clock.by = OPEN_FOR
    assert network.office_pc.invitation is None
    assert isinstance(network.office_pc.nobody_joins, JoiningTimeOver)
    assert "time for this code is over" in network.office_pc.nobody_joins.sentences(english)[0]


def test_a_pc_that_nobody_confirms_in_time_is_not_let_in(network: VaultNetwork) -> None:
    """Its time begins as it asks, however late that was."""
    typed = network.invite()
    network.clock.by = OPEN_FOR - timedelta(seconds=1)
    link, _words = asked(network, network.pc(), typed)
    link.close()
    network.clock.by += CONFIRMED_WITHIN - timedelta(seconds=1)
    assert waiting_words(network) is not None
    network.clock.by += timedelta(seconds=2)
    with pytest.raises(JoiningTimeOver):
        confirm(network)
    assert network.office_pc.book.seats == ()


def test_who_is_heard_no_more_is_not_let_in(network: VaultNetwork) -> None:
    link, _words = asked(network, network.pc(), network.invite())
    link.close()  # killed, or its line broke
    invitation = network.office_pc.invitation
    assert invitation is not None
    invitation._ticks = lambda: invitation._heard + UNHEARD_SECONDS
    assert waiting_words(network) is not None
    invitation._ticks = lambda: invitation._heard + UNHEARD_SECONDS + 1
    assert waiting_words(network) is None
    with pytest.raises(JoiningPcLeft):
        confirm(network)
    assert network.office_pc.book.seats == ()


def test_a_pc_that_asks_on_while_it_waits_stays(network: VaultNetwork) -> None:
    link, _words = asked(network, network.pc(), network.invite())
    invitation = network.office_pc.invitation
    assert invitation is not None
    invitation._ticks = lambda: 1_000_000.0
    invitation._heard = 1_000_000.0 - UNHEARD_SECONDS
    assert link.collect() is None
    assert invitation._heard == 1_000_000.0
    link.close()


def test_a_pc_that_was_confirmed_and_never_came_is_taken_off_the_list(network: VaultNetwork) -> None:
    pc = network.pc()
    link, _words = asked(network, pc, network.invite())
    invitation = network.office_pc.invitation
    assert invitation is not None
    seat = confirm(network)
    assert not network.office_pc.has_arrived
    assert link.collect() is not None  # and it is killed before it comes with that
    link.close()
    invitation._ticks = lambda: invitation._heard + ARRIVES_SECONDS + 1
    with pytest.raises(JoiningPcLeft):
        _ = network.office_pc.has_arrived
    assert network.office_pc.take_back(seat.seat)
    assert network.office_pc.book.state_of(seat.seat) is SeatState.REVOKED
    with pytest.raises(SeatRevoked):  # it came after all, and hears what was done
        greeted(network, pc)


def test_a_pc_that_cancelled_while_it_was_confirmed_is_taken_off_the_list(network: VaultNetwork) -> None:
    link, _words = asked(network, network.pc(), network.invite())
    seat = confirm(network)
    link.withdraw()
    with pytest.raises(JoiningPcLeft):
        _ = network.office_pc.has_arrived
    assert network.office_pc.take_back(seat.seat)
    assert network.again().book.state_of(seat.seat) is SeatState.REVOKED


def test_a_pc_that_came_as_a_seat_stays(network: VaultNetwork) -> None:
    pc = join(network)
    greeted(network, pc)
    assert network.office_pc.has_arrived
    (seat,) = network.office_pc.book.seats
    assert not network.office_pc.take_back(seat.seat)
    assert network.office_pc.book.seats == (seat,)
