"""A seat that is locked or revoked while its call waits for others' work does nothing more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.domain.seats.seats import SeatLoginEnded, SeatState
from hvacdesk.seats.calls import AnswerLost
from hvacdesk.seats.link import SeatLogin
from tests.helpers.office_network import OfficeNetwork
from tests.helpers.real_office import NAMES, passphrase_of
from tests.helpers.sabotage import replaced

PATIENCE = 60
NEW = "seven quiet lorries wait at noon"


Act = Callable[[OfficeNetwork, SeatLogin], None]


def invite(_network: OfficeNetwork, seat: SeatLogin) -> None:
    seat.office.accounts.invite(seat.actor, "乗取 一郎", [Role.OWNER])


def change_passphrase(_network: OfficeNetwork, seat: SeatLogin) -> None:
    old = passphrase_of(NAMES[Role.OWNER])
    seat.office.accounts.change_own_passphrase(seat.actor, old, NEW)


@pytest.mark.parametrize("how", [SeatState.REVOKED, SeatState.LOCKED])
@pytest.mark.parametrize("act", [invite, change_passphrase])
def test_what_waits_for_the_sole_writer_is_not_begun(
    network: OfficeNetwork, how: SeatState, act: Act
) -> None:
    seat_pc = network.join()
    seat = network.log_in(seat_pc)
    people = network.entry.staff()
    store, (held, waits, over, ended) = network.owner._workplace.store, (Event() for _ in range(4))
    writer = store.sole_writer

    def busy() -> None:
        with writer():
            held.set()
            over.wait(PATIENCE)

    @contextmanager
    def asked_for() -> Iterator[None]:
        waits.set()
        try:
            with writer():
                yield
        finally:
            ended.set()

    with ThreadPoolExecutor() as pool, replaced(store, "sole_writer", asked_for):
        busy_one = pool.submit(busy)
        assert held.wait(PATIENCE)
        asked = pool.submit(act, network, seat)
        assert waits.wait(PATIENCE)
        network.office_pc.set_state(seat_pc.membership.seat, how)
        over.set()
        busy_one.result(PATIENCE)
        with pytest.raises((AnswerLost, SeatLoginEnded)):
            asked.result(PATIENCE)
        assert ended.wait(PATIENCE)
    assert network.entry.staff() == people
    office, owner = network.login_here()
    office.leave(owner)


def test_the_key_file_is_not_changed_by_a_login_that_was_stopped(network: OfficeNetwork) -> None:
    office, owner = network.login_here()
    office.stop()
    old = passphrase_of(NAMES[Role.OWNER])
    with pytest.raises(SeatLoginEnded):
        office._workplace.vault.slots.change_passphrase(old, NEW)
    office.leave(owner)
    again, owner = network.login_here()
    again.leave(owner)
