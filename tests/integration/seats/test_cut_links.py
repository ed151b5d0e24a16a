"""Connections torn and cables pulled while a seat saves: what is acknowledged is there, and nothing twice."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.seats import link as seat_link
from hvacdesk.seats.calls import AnswerLost, NoAnswer
from hvacdesk.seats.link import NEWS_LATE_SECONDS, Listening, SeatLogin
from tests.helpers.front_desk import build_front_desk
from tests.helpers.networks import OFFICE_ADDRESS, OTHER_ADDRESS, NoNetworks, TwoPcs, two_pcs
from tests.helpers.office_network import OfficeNetwork, office_network
from tests.helpers.people import customer
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService
from tests.helpers.slow_cables import Worse
from tests.helpers.waiting import until
from tests.integration.faults import choosing

PATIENCE = 30
TORN, TORN_BEFORE_A_RELEASE = 60, 200
PULLED_SECONDS = 0.5
PULLED, PULLED_BEFORE_A_RELEASE = 25, 200


@dataclass
class Saving:
    """A seat that registers one customer after another, and what the office PC said to that."""

    login: SeatLogin
    acknowledged: list[str] = field(default_factory=list)
    unknown: int = 0

    def took(self) -> float:
        """Seconds of a save that nothing disturbs, and a little more, so that its end is met too."""
        began = time.perf_counter()
        for _time in range(3):
            self.one()
        return (time.perf_counter() - began) / 3 * 1.2

    def one(self) -> None:
        try:
            self.acknowledged.append(self.login.office.customers.add(self.login.actor, customer()))
        except (NoAnswer, AnswerLost):
            self.unknown += 1

    def check(self, before: set[str]) -> None:
        """Compare with the log: each acknowledged one is there, and no more than were asked for."""
        added = [one for one in added_customers(self.login) if one not in before]
        assert len(set(self.acknowledged)) == len(self.acknowledged)
        assert len(set(added)) == len(added)
        assert {f"customer:{one}" for one in self.acknowledged} <= set(added)
        assert len(added) <= len(self.acknowledged) + self.unknown


def added_customers(login: SeatLogin) -> list[str]:
    entries = login.office.audit.entries(login.actor, limit=100_000, action=Action.CUSTOMER_ADDED)
    return [one.subject for one in entries]


@contextmanager
def disturbed(disturb: Callable[[], object], chance: Random, seconds: float) -> Iterator[None]:
    """Something that happens beside the work, which takes so long, at some instant of it."""
    after = chance.random() * seconds

    def run() -> None:
        Event().wait(after)
        disturb()

    thread = Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def test_connections_torn_at_any_instant_lose_and_double_nothing(
    network: OfficeNetwork,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    times = TORN_BEFORE_A_RELEASE if request.config.getoption(choosing.OPTION) else TORN
    assert network.service is not None
    server, chance = network.service._server, Random("tear")
    login = network.log_in(network.join())
    before = set(added_customers(login))
    saving = Saving(login)
    seconds = saving.took()
    for _time in range(times):
        with disturbed(lambda: server.end_those(lambda _one: True), chance, seconds):
            saving.one()
    saving.check(before)
    assert len(saving.acknowledged) > times / 2
    record_property("tally: connections torn during saves", times)
    record_property("tally: saves acknowledged while connections were torn", len(saving.acknowledged))


@pytest.fixture
def pcs() -> Iterator[TwoPcs]:
    try:
        with two_pcs() as made:
            yield made
    except NoNetworks as reason:
        pytest.skip(str(reason))


@pytest.fixture
def apart(tmp_path: Path, secret_service: SecretService, pcs: TwoPcs) -> Iterator[OfficeNetwork]:
    """The office PC in a network namespace, and a cable to another one."""
    with office_network(tmp_path, build_front_desk) as network:
        network.stop()
        network.address, network.port = OFFICE_ADDRESS, 0
        pcs.at("office", network.listen)
        yield network


@pytest.mark.linux("network namespaces")
def test_cables_pulled_during_saves_lose_and_double_nothing(
    apart: OfficeNetwork,
    pcs: TwoPcs,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    times = PULLED_BEFORE_A_RELEASE if request.config.getoption(choosing.OPTION) else PULLED
    login = pcs.at("seat", lambda: apart.log_in(apart.join()))
    before = set(pcs.at("seat", lambda: added_customers(login)))
    saving, chance = Saving(login), Random("pull")

    def pull() -> None:
        pcs.pull()
        Event().wait(chance.random() * PULLED_SECONDS)
        pcs.plug()

    def save() -> None:
        seconds = saving.took()
        for _time in range(times):
            with disturbed(pull, chance, seconds):
                saving.one()

    pcs.at("seat", save)
    pcs.at("seat", lambda: saving.check(before))
    assert len(saving.acknowledged) > times / 2
    record_property("tally: cables pulled during saves", times)
    record_property("tally: saves acknowledged while cables were pulled", len(saving.acknowledged))


@pytest.mark.linux("network namespaces")
def test_a_pulled_cable_is_told_and_so_is_the_plugged_one(apart: OfficeNetwork, pcs: TwoPcs) -> None:
    told: list[bool] = []
    listening = Listening(away=told.append)
    with replaced(seat_link, "NEWS_LATE_SECONDS", NEWS_LATE_SECONDS):  # as long as a seat waits in an office
        login = pcs.at("seat", lambda: apart.log_in(apart.join(), listening=listening))
        pcs.pull()
        until(lambda: login.is_away and told[-1:] == [True])
        with pytest.raises(NoAnswer):
            pcs.at("seat", login.office.facts)
    pcs.plug()
    until(lambda: not login.is_away and not told[-1])
    assert pcs.at("seat", login.office.facts).name


@pytest.mark.linux("network namespaces")
def test_a_slow_and_lossy_cable_is_no_reason_to_lose_anything(apart: OfficeNetwork, pcs: TwoPcs) -> None:
    login = pcs.at("seat", lambda: apart.log_in(apart.join()))
    before = set(pcs.at("seat", lambda: added_customers(login)))
    saving = Saving(login)
    with pcs.worse(Worse(delay=0.02, jitter=0.005, loss=0.02)) as cable:
        for _time in range(20):
            pcs.at("seat", saving.one)
    pcs.at("seat", lambda: saving.check(before))
    assert cable.lost
    assert len(saving.acknowledged) >= 15


@pytest.mark.linux("network namespaces")
def test_its_port_is_closed_at_every_address_that_was_not_chosen(apart: OfficeNetwork, pcs: TwoPcs) -> None:
    def is_open(address: str) -> bool:
        try:
            socket.create_connection((address, apart.port), PATIENCE).close()
        except ConnectionRefusedError:
            return False
        return True

    assert pcs.at("seat", lambda: is_open(OFFICE_ADDRESS))
    assert not pcs.at("seat", lambda: is_open(OTHER_ADDRESS))
    assert not pcs.at("office", lambda: is_open("127.0.0.1"))
