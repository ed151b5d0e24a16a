"""The office PC's program as a host: on while the list says so, and calm where it cannot listen."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.seats.seats import AddressNotPrivate, Pause, SeatsUnreadable
from hvacdesk.domain.seats.serving import AddressGone, PortTaken
from hvacdesk.seats.serving import Serving, standing
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.services.seats.seat_folder import BOOK_NAME
from hvacdesk.ui.owners_seats import OwnersSeats, SeatsState
from tests.helpers.free_port import free_port
from tests.helpers.front_desk import build_front_desk
from tests.helpers.ground import MovableClock
from tests.helpers.office_network import LOOPBACK, VERSION
from tests.helpers.real_office import FACTS, NAMES, RealOffice, passphrase_of
from tests.helpers.seats import raise_bug
from tests.helpers.secret_service import SecretService

NOBODYS = "10.255.255.254"
"""No address of this machine."""


@dataclass
class Host:
    """An office PC where somebody responsible is logged in, and a port for it."""

    real: RealOffice
    serving: Serving
    office: Office
    owner: Actor
    port: int

    @property
    def seats(self) -> OwnersSeats:
        return OwnersSeats(self.serving, self.office)


@pytest.fixture
def host(tmp_path: Path, secret_service: SecretService) -> Iterator[Host]:
    real = build_front_desk(tmp_path / "office")
    entry = real.entry()
    serving = Serving(entry, VERSION, raise_bug)
    office, owner = entry.login(real.accounts[NAMES[Role.OWNER]], passphrase_of(NAMES[Role.OWNER]))
    yield Host(real, serving, office, owner, free_port())
    serving.stop()
    office.close()


def answers(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex((LOOPBACK, port)) == 0


def test_nothing_listens_before_somebody_responsible_switches_it_on(host: Host) -> None:
    host.serving.begin()
    assert not host.serving.is_on
    assert host.seats.state(host.owner) == SeatsState()
    assert not answers(host.port)
    host.seats.switch_on(host.owner, LOOPBACK, host.port)
    assert answers(host.port)
    state = host.seats.state(host.owner)
    assert (state.is_on, state.listens, state.addresses, state.port) == (True, True, (LOOPBACK,), host.port)


def test_other_pcs_are_let_in_by_the_run_of_the_program_that_set_the_office_up(
    tmp_path: Path, secret_service: SecretService
) -> None:
    entry = OfficeEntry(tmp_path / "office", MovableClock())
    draft = entry.prepare()
    for position in draft.group_positions_to_retype():
        assert draft.confirm(position, draft.printed_group(position))
    office, owner = draft.create(FACTS, NAMES[Role.OWNER], passphrase_of(NAMES[Role.OWNER]))
    serving, port = Serving(entry, VERSION, raise_bug), free_port()
    try:
        OwnersSeats(serving, office).switch_on(owner, LOOPBACK, port)
        assert answers(port)
        assert entry.office_name() == FACTS.name
    finally:
        serving.stop()
        office.close()


def test_it_is_on_again_at_the_next_start_and_off_once_it_was_switched_off(host: Host) -> None:
    host.seats.switch_on(host.owner, LOOPBACK, host.port)
    host.serving.stop()
    assert not answers(host.port)
    again = Serving(host.real.entry(), VERSION, raise_bug)
    again.begin()
    assert again.places == ((LOOPBACK, host.port),)
    again.stop()
    host.serving.begin()
    host.seats.switch_off(host.owner)
    assert not answers(host.port)
    state = host.seats.state(host.owner)
    assert (state.is_on, state.listens, state.port) == (False, False, host.port)
    after = Serving(host.real.entry(), VERSION, raise_bug)
    after.begin()
    assert not after.is_on


def test_a_port_that_is_taken_is_told_and_tried_again(host: Host) -> None:
    with socket.socket() as other:
        other.bind((LOOPBACK, host.port))
        other.listen()
        with pytest.raises(PortTaken) as told:
            host.seats.switch_on(host.owner, LOOPBACK, host.port)
        assert str(host.port) in str(told.value)
        assert isinstance(host.seats.state(host.owner).failure, PortTaken)
    host.serving.begin()
    assert host.serving.failure is None
    assert answers(host.port)


def test_an_address_that_is_gone_is_told(host: Host) -> None:
    with pytest.raises(AddressGone):
        host.seats.switch_on(host.owner, NOBODYS, host.port)
    assert not host.serving.is_on


def test_an_address_of_no_private_network_is_refused(host: Host) -> None:
    with pytest.raises(AddressNotPrivate):
        host.seats.switch_on(host.owner, "0.0.0.0", host.port)
    assert not host.serving.is_on


def test_a_list_that_was_altered_lets_nobody_in_and_can_be_set_up_anew(host: Host) -> None:
    host.seats.switch_on(host.owner, LOOPBACK, host.port)
    host.serving.stop()
    book = host.real.home / BOOK_NAME
    book.write_bytes(book.read_bytes()[:-1] + b"x")
    entry = host.real.entry()
    serving = Serving(entry, VERSION, raise_bug)
    serving.begin()
    assert isinstance(serving.failure, SeatsUnreadable)
    office, owner = entry.login(host.real.accounts[NAMES[Role.OWNER]], passphrase_of(NAMES[Role.OWNER]))
    seats = OwnersSeats(serving, office)
    assert isinstance(seats.state(owner).unreadable, SeatsUnreadable)
    seats.switch_on(owner, LOOPBACK, host.port, anew=True)
    assert answers(host.port)
    serving.stop()
    office.close()


def test_nobody_else_may_switch_it(host: Host) -> None:
    office, desk = host.real.login(Role.DESK)
    with pytest.raises(NotPermitted):
        OwnersSeats(host.serving, office).switch_on(desk, LOOPBACK, host.port)
    assert not host.serving.is_on
    office.close()


def test_seats_are_asked_to_pause_while_keys_are_renewed(host: Host) -> None:
    told: list[Pause | None] = []
    host.seats.switch_on(host.owner, LOOPBACK, host.port)
    assert host.serving._service is not None
    host.serving._service.sessions.pause = told.append  # type: ignore[method-assign,assignment]
    host.office.keys.rotate(host.owner)
    assert told == [Pause.KEY_RENEWAL, None]


SECOND = "127.0.0.2"


def test_a_pc_with_two_addresses_is_found_at_both_and_the_code_carries_them(host: Host) -> None:
    host.seats.switch_on(host.owner, LOOPBACK, host.port, also=(SECOND,))
    assert host.seats.state(host.owner).found_at == (LOOPBACK, SECOND)
    for address in (LOOPBACK, SECOND):
        with socket.socket() as asking:
            assert asking.connect_ex((address, host.port)) == 0
    assert host.seats.invite(host.owner).startswith(f"{LOOPBACK},{SECOND}:{host.port} ")


def test_an_address_that_is_gone_keeps_nobody_from_the_others(host: Host) -> None:
    serving = Serving(host.real.entry(), VERSION, raise_bug, lambda: ((NOBODYS, 24),))
    host.seats.listed.set_up(host.owner)
    host.seats.listed.listen_at(host.owner, (LOOPBACK, "10.0.0.9"), host.port)
    serving.begin()
    assert serving.places == ((LOOPBACK, host.port),)
    assert isinstance(serving.failure, AddressGone)
    serving.stop()


def test_a_changed_address_is_followed_and_whoever_is_logged_in_stays(host: Host) -> None:
    own = [("10.9.9.1", 24)]
    serving = Serving(host.real.entry(), VERSION, raise_bug, lambda: tuple(own))
    listed = host.office.seat_list(serving.office_pc())
    listed.set_up(host.owner)
    listed.listen_at(host.owner, (LOOPBACK, SECOND), host.port)
    serving.begin()
    before = serving._service
    serving.office_pc().book.listen_at((SECOND,), host.port)  # as if the first one were gone
    serving.look_again()
    assert serving.places == ((SECOND, host.port),)
    assert serving._service is before
    serving.stop()


def test_another_address_of_the_same_network_is_meant() -> None:
    chosen = ("192.168.1.10", "10.0.0.5")
    assert standing(chosen, ()) == (chosen, ())
    assert standing(chosen, (("192.168.1.10", 24), ("10.0.0.5", 8))) == (chosen, ())
    assert standing(chosen, (("192.168.1.23", 24), ("10.0.0.5", 8))) == (("192.168.1.23", "10.0.0.5"), ())
    assert standing(chosen, (("192.168.2.10", 24),)) == ((), chosen)
    assert standing(chosen[:1], (("192.168.1.2", 24), ("192.168.1.3", 24))) == ((), chosen[:1]), "which one?"
    assert standing(("192.168.1.10", "192.168.1.11"), (("192.168.1.11", 24),)) == (
        ("192.168.1.11",),
        ("192.168.1.10",),
    )
    assert standing(("fd00::7",), (("fd00::9", 64),)) == (("fd00::9",), ())
    assert standing((LOOPBACK,), (("192.168.1.2", 24),)) == ((LOOPBACK,), ())
