"""A stop holds and a PC is confirmed once, whatever else goes on or fails at the same moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread, current_thread

import pytest

from hvacdesk.domain.seats.seats import (
    NobodyJoins,
    PairingRefused,
    Seat,
    SeatLocked,
    SeatRevoked,
    SeatState,
    SeatStopNotKept,
    SeatsUnreadable,
)
from hvacdesk.seats.link import JoiningLink, SeatLink
from hvacdesk.services.seats.seat_pc import SeatPc
from hvacdesk.vault import folder
from hvacdesk.vault.errors import DiskFull, KeyringLocked
from hvacdesk.vault.seats import tls
from hvacdesk.vault.seats.certificates import RENEWED_BEFORE, VALID
from hvacdesk.vault.seats.seat_book import OWED_EVERY, SeatBook
from tests.helpers.vault_network import OFFICE_NAME, VERSION, VaultNetwork, vault_network

PATIENCE = 20


@pytest.fixture
def network(tmp_path: Path) -> Iterator[VaultNetwork]:
    with vault_network(tmp_path) as made:
        yield made


def waiting(network: VaultNetwork, name: str = "pc") -> tuple[SeatPc, JoiningLink]:
    pc = network.pc(name)
    link = JoiningLink(pc, network.invite(), VERSION)
    link.ask()
    return pc, link


def confirm(network: VaultNetwork) -> Seat:
    return network.office_pc.confirm(network.vault.seats, OFFICE_NAME, "受付")


def joined(network: VaultNetwork) -> tuple[SeatPc, str]:
    pc, link = waiting(network)
    seat = confirm(network).seat
    link.collect()
    link.close()
    return pc, seat


def greet(network: VaultNetwork, pc: SeatPc) -> None:
    with closing(SeatLink(pc, VERSION, network.clock)) as link:
        link.greeting()


def shown(pc: SeatPc) -> bytes:
    return tls.certificate_in(pc._key_path(pc.membership.seat)).der


# A stop


def renamed(network: VaultNetwork, _pc: SeatPc, seat: str) -> None:
    network.office_pc.book.set_name(seat, "another", "受付")


def renewed(network: VaultNetwork, pc: SeatPc, seat: str) -> None:
    network.office_pc.book.renewed(seat, tls.certificate_in(pc._key_path(seat)))


@pytest.mark.parametrize("change", [renamed, renewed])
def test_no_other_change_brings_back_a_seat_that_is_being_revoked(
    network: VaultNetwork,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[VaultNetwork, SeatPc, str], None],
) -> None:
    pc, seat = joined(network)
    read, go_on, real = Event(), Event(), SeatBook._entry

    def slow(book: SeatBook, wanted: str) -> object:
        found = real(book, wanted)
        if current_thread().name == "changes":
            read.set()
            go_on.wait(PATIENCE)
        return found

    monkeypatch.setattr(SeatBook, "_entry", slow)
    changing = Thread(target=change, args=(network, pc, seat), name="changes")
    changing.start()
    assert read.wait(PATIENCE)
    revoking = Thread(target=network.office_pc.set_state, args=(seat, SeatState.REVOKED))
    revoking.start()
    revoking.join(0.3)  # one that does not wait is over by then
    go_on.set()
    changing.join(PATIENCE)
    revoking.join(PATIENCE)
    assert network.office_pc.book.state_of(seat) is SeatState.REVOKED
    assert network.again().book.state_of(seat) is SeatState.REVOKED


def refused(*_args: object) -> None:
    raise KeyringLocked


def full(*_args: object, **_named: object) -> None:
    raise DiskFull


def test_a_stop_that_the_key_store_does_not_take_counts_and_is_kept_later(
    network: VaultNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list as it was before must not be accepted once the key store takes writes again."""
    pc, seat = joined(network)
    honest, link = waiting(network, "honest")
    confirm(network)
    link.collect()
    link.close()
    greet(network, honest)
    before = (network.home / "seats.list").read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(network.secrets, "write", refused)
        with pytest.raises(SeatStopNotKept):
            network.office_pc.set_state(seat, SeatState.REVOKED)
        with pytest.raises(SeatRevoked):
            greet(network, pc)
        greet(network, honest)
    network.clock.by = 2 * OWED_EVERY
    greet(network, honest)
    (network.home / "seats.list").write_bytes(before)
    with pytest.raises(SeatsUnreadable):
        network.again().book  # noqa: B018


def test_an_owners_login_keeps_a_stop_that_could_not_be_kept(
    network: VaultNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pc, seat = joined(network)
    with monkeypatch.context() as patched:
        patched.setattr(network.secrets, "write", refused)
        with pytest.raises(SeatStopNotKept):
            network.office_pc.set_state(seat, SeatState.LOCKED)
    number = network.office_pc.book._record._held()[1]
    network.office_pc.sign_what_is_due(network.vault.seats)
    assert network.office_pc.book._record._held()[1] == number + 1
    assert network.again().book.state_of(seat) is SeatState.LOCKED


@pytest.mark.parametrize("state", [SeatState.LOCKED, SeatState.REVOKED])
def test_a_full_disk_stops_no_stop(
    network: VaultNetwork, monkeypatch: pytest.MonkeyPatch, state: SeatState
) -> None:
    pc, seat = joined(network)
    stopped: list[str] = []
    network.office_pc.when_stopped(stopped.append)
    monkeypatch.setattr(folder, "replace_file", full)
    with pytest.raises(SeatStopNotKept):
        network.office_pc.set_state(seat, state)
    assert network.office_pc.book.state_of(seat) is state
    assert stopped == [seat]
    with pytest.raises(SeatLocked if state is SeatState.LOCKED else SeatRevoked):
        greet(network, pc)


def test_a_seat_that_cannot_be_unlocked_stays_locked(
    network: VaultNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pc, seat = joined(network)
    network.office_pc.set_state(seat, SeatState.LOCKED)
    monkeypatch.setattr(folder, "replace_file", full)
    with pytest.raises(DiskFull):
        network.office_pc.set_state(seat, SeatState.ACTIVE)
    assert network.office_pc.book.state_of(seat) is SeatState.LOCKED


def test_who_listens_no_more_is_told_of_no_stop(network: VaultNetwork) -> None:
    for _time in range(3):
        network.service.stop()
        network.service = network.listen(network.port)
    assert len(network.office_pc._stopped) == 1


# A confirmation


def test_of_two_owners_that_confirm_at_once_one_does(
    network: VaultNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pc, link = waiting(network)
    authority, begun, go_on = network.vault.seats, Event(), Event()
    real, outcomes = type(authority).for_seat, list[object]()

    def slow(*args: object) -> object:
        begun.set()
        go_on.wait(PATIENCE)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(type(authority), "for_seat", slow)

    def try_it() -> None:
        try:
            outcomes.append(network.office_pc.confirm(network.vault.seats, OFFICE_NAME, "受付"))
        except NobodyJoins as error:
            outcomes.append(error)

    both = [Thread(target=try_it) for _owner in range(2)]
    both[0].start()
    assert begun.wait(PATIENCE)
    both[1].start()
    both[1].join(0.3)
    go_on.set()
    for one in both:
        one.join(PATIENCE)
    link.close()
    assert sorted(type(one).__name__ for one in outcomes) == ["NobodyJoins", "Seat"]
    assert len(network.office_pc.book.seats) == 1


def test_a_pc_whose_joining_cannot_be_written_down_has_not_joined(network: VaultNetwork) -> None:
    pc, link = waiting(network)
    with closing(link):
        with pytest.raises(DiskFull):
            network.office_pc.confirm(network.vault.seats, OFFICE_NAME, "受付", full)
        assert network.office_pc.book.seats == ()
        assert network.again().book.seats == ()
        assert link.collect() is None
        confirm(network)  # it still waits
        assert link.collect() is not None
    greet(network, pc)


def test_what_is_just_being_confirmed_is_taken_back_afterwards(network: VaultNetwork) -> None:
    """Before that there is nothing to take back, and the PC would be a seat all the same."""
    _pc, link = waiting(network)
    taken, taking = list[bool](), Event()

    def take_back(seat: str) -> None:
        taking.set()
        taken.append(network.office_pc.take_back(seat))

    def slow(seat: Seat) -> None:
        thread = Thread(target=take_back, args=(seat.seat,))
        threads.append(thread)
        thread.start()
        assert taking.wait(PATIENCE)
        thread.join(0.3)  # one that does not wait is over by then

    threads = list[Thread]()
    network.office_pc.confirm(network.vault.seats, OFFICE_NAME, "受付", slow)
    threads[0].join(PATIENCE)
    link.close()
    assert taken == [True]
    (seat,) = network.office_pc.book.seats
    assert seat.state is SeatState.REVOKED


def test_only_who_asked_collects_what_was_confirmed(network: VaultNetwork) -> None:
    """Whatever the other PC makes of it: who has another proof gets no certificate."""
    _pc, link = waiting(network)
    confirm(network)
    proof = link._joining.collecting
    for other in (b"", bytes(32), link._joining.proof, proof[:-1] + bytes([proof[-1] ^ 1])):
        with pytest.raises(PairingRefused):
            network.office_pc.collect(other)
    assert network.office_pc.collect(proof) is not None
    link.close()


def test_a_seat_keeps_nothing_of_another_offices_authority(network: VaultNetwork, tmp_path: Path) -> None:
    pc, link = waiting(network)
    confirm(network)
    joined_here = network.office_pc.collect(link._joining.collecting)
    assert joined_here is not None
    with vault_network(tmp_path / "other") as other:
        foreign = replace(joined_here, authority=other.office_pc.book.authority.der)
        with pytest.raises(PairingRefused):
            pc.keep(link._joining, foreign)
    assert pc._seat() is None
    link.close()


@pytest.mark.parametrize("seat", ["c" * 32, "../elsewhere"])
def test_a_seat_keeps_no_certificate_of_another_seat(network: VaultNetwork, seat: str) -> None:
    """Its name stands in the certificate; what is kept under another one would be renewed by nobody."""
    pc, link = waiting(network)
    confirm(network)
    joined_here = network.office_pc.collect(link._joining.collecting)
    assert joined_here is not None
    with pytest.raises(PairingRefused):
        pc.keep(link._joining, replace(joined_here, seat=seat))
    assert pc._seat() is None
    assert pc.keep(link._joining, joined_here).seat == joined_here.seat
    link.close()


# A renewal


def test_what_waits_for_renewal_is_gone_with_the_former_list(network: VaultNetwork) -> None:
    pc, _seat = joined(network)
    network.clock.by = VALID - RENEWED_BEFORE + timedelta(days=1)
    assert network.office_pc.renewal(shown(pc)) is None
    network.clock.by = timedelta()
    network.office_pc.set_up(network.vault.seats)
    network.office_pc.sign_what_is_due(network.vault.seats)
    assert network.office_pc._waiting_keys == network.office_pc._renewed == {}


def test_a_revoked_seat_that_waits_for_renewal_is_not_signed(network: VaultNetwork) -> None:
    pc, seat = joined(network)
    network.clock.by = VALID - RENEWED_BEFORE + timedelta(days=1)
    network.office_pc.renewal(shown(pc))
    network.clock.by = timedelta()
    network.office_pc.set_state(seat, SeatState.REVOKED)
    network.office_pc.sign_what_is_due(network.vault.seats)
    assert network.office_pc._renewed == {}


def test_a_certificate_that_is_not_due_is_not_renewed(network: VaultNetwork) -> None:
    pc, _seat = joined(network)
    assert network.office_pc.renewal(shown(pc)) is None
    network.office_pc.sign_what_is_due(network.vault.seats)
    assert network.office_pc.renewal(shown(pc)) is None
