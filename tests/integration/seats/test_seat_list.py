"""An owner's list of seats, over a real office: who may, what is logged, what it does to a seat at work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from hvacdesk.domain.errors import ChangedMeanwhile, Missing, NotPermitted, TooLong, UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.seats.seats import (
    AddressNotPrivate,
    NobodyJoins,
    SeatLocked,
    SeatNotKnown,
    SeatRevoked,
    SeatState,
    SeatStopNotKept,
    SeatStopped,
)
from hvacdesk.seats.link import JoiningLink
from hvacdesk.services.open_office import Office
from hvacdesk.services.seats.seat_list import SeatList
from hvacdesk.vault.errors import DiskFull
from hvacdesk.vault.seats import tls
from hvacdesk.vault.seats.sealed_record import SealedRecord
from tests.helpers.office_network import LOOPBACK, VERSION, OfficeNetwork


@pytest.fixture
def owner(network: OfficeNetwork) -> Iterator[tuple[Office, Actor, SeatList]]:
    office, actor = network.login_here(Role.OWNER)
    yield office, actor, SeatList(office._workplace, network.office_pc)
    office.close()


def logged(office: Office, actor: Actor) -> list[tuple[Action, str]]:
    found = [(one.action, one.subject) for one in office.audit.entries(actor)]
    return [(action, subject) for action, subject in found if action.value.startswith("seat")]


def test_what_an_owner_does_to_a_seat_is_logged_and_done(
    network: OfficeNetwork, owner: tuple[Office, Actor, SeatList]
) -> None:
    office, actor, seats = owner
    seats.set_up(actor)
    pc = network.new_pc("pc")
    link = JoiningLink(pc, seats.invite(actor, LOOPBACK, network.port), VERSION)
    assert seats.waiting(actor) is None
    words = link.ask()
    waiting = seats.waiting(actor)
    assert waiting is not None
    assert (waiting.words, waiting.version, waiting.address) == (words, VERSION, LOOPBACK)
    with pytest.raises(Missing):
        seats.confirm(actor, "  ")
    with pytest.raises(TooLong):
        seats.confirm(actor, "席" * 41)
    seat = seats.confirm(actor, "受付の席").seat
    membership = link.collect()
    link.close()
    assert membership is not None
    assert membership.office_name == office.facts().name
    (listed,) = (one for one in seats.seats(actor) if one.seat == seat)
    seats.set_name(actor, seat, "奥の席", listed.name)
    with pytest.raises(ChangedMeanwhile):
        seats.set_name(actor, seat, "手前の席", listed.name)
    seats.set_state(actor, seat, SeatState.LOCKED)
    seats.set_state(actor, seat, SeatState.ACTIVE)
    login = network.log_in(pc, Role.DESK)
    assert [(one.name, one.state) for one in seats.seats(actor)] == [("奥の席", SeatState.ACTIVE)]
    seats.set_state(actor, seat, SeatState.REVOKED)
    with pytest.raises(SeatRevoked):
        network.link(pc).greeting()
    assert network.service is not None
    assert network.service.sessions.logged_in() == ()
    login.leave()
    with pytest.raises(SeatNotKnown):
        seats.set_state(actor, seat, SeatState.ACTIVE)
    subject = f"seat:{seat}"
    assert sorted(logged(office, actor)) == sorted(
        [
            (Action.SEATS_SET_UP, ""),
            (Action.SEAT_INVITED, ""),
            (Action.SEAT_JOINED, subject),
            (Action.SEAT_RENAMED, subject),
            (Action.SEAT_LOCKED, subject),
            (Action.SEAT_UNLOCKED, subject),
            (Action.SEAT_REVOKED, subject),
        ]
    )


@pytest.mark.parametrize(
    ("state", "action", "told"),
    [
        (SeatState.LOCKED, Action.SEAT_LOCKED, SeatLocked),
        (SeatState.REVOKED, Action.SEAT_REVOKED, SeatRevoked),
    ],
)
def test_a_stop_that_cannot_be_kept_is_logged_and_counts(
    network: OfficeNetwork,
    owner: tuple[Office, Actor, SeatList],
    monkeypatch: pytest.MonkeyPatch,
    state: SeatState,
    action: Action,
    told: type[SeatStopped],
) -> None:
    """Who looks into the log later must find the removal, whether or not the key store took it."""
    office, actor, seats = owner
    pc = network.join()
    seat = pc.membership.seat
    network.log_in(pc, Role.DESK)

    def full(*_args: object, **_named: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(SealedRecord, "write", full)
        with pytest.raises(SeatStopNotKept):
            seats.set_state(actor, seat, state)
    assert logged(office, actor)[0] == (action, f"seat:{seat}")
    assert network.service is not None
    assert network.service.sessions.logged_in() == ()
    with pytest.raises(told):
        network.link(pc).greeting()


@pytest.mark.parametrize("kept", [True, False])
def test_a_pc_that_never_came_is_taken_back_and_that_is_logged(
    network: OfficeNetwork,
    owner: tuple[Office, Actor, SeatList],
    monkeypatch: pytest.MonkeyPatch,
    kept: bool,
) -> None:
    office, actor, seats = owner
    link = JoiningLink(network.new_pc("pc"), seats.invite(actor, LOOPBACK, network.port), VERSION)
    link.ask()
    seat = seats.confirm(actor, "受付の席").seat
    link.close()

    def full(*_args: object, **_named: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        if not kept:
            patched.setattr(SealedRecord, "write", full)
        with nullcontext() if kept else pytest.raises(SeatStopNotKept):
            seats.take_back(actor, seat)
    seats.take_back(actor, seat)  # nothing is left to be taken back
    assert logged(office, actor)[:2] == [
        (Action.SEAT_REVOKED, f"seat:{seat}"),
        (Action.SEAT_JOINED, f"seat:{seat}"),
    ]
    assert network.office_pc.book.state_of(seat) is SeatState.REVOKED


def test_a_lifted_suspension_that_cannot_be_kept_is_not_logged(
    network: OfficeNetwork, owner: tuple[Office, Actor, SeatList], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, actor, seats = owner
    seat = network.join().membership.seat
    seats.set_state(actor, seat, SeatState.LOCKED)

    def full(*_args: object, **_named: object) -> None:
        raise DiskFull

    monkeypatch.setattr(SealedRecord, "write", full)
    with pytest.raises(DiskFull):
        seats.set_state(actor, seat, SeatState.ACTIVE)
    assert logged(office, actor)[0] == (Action.SEAT_LOCKED, f"seat:{seat}")


def test_once_it_is_set_up_anew_nobody_works_on_at_a_former_seat(
    network: OfficeNetwork, owner: tuple[Office, Actor, SeatList]
) -> None:
    office, actor, seats = owner
    login = network.log_in(network.join(), Role.DESK)
    seats.set_up(actor)
    assert network.service is not None
    assert network.service.sessions.logged_in() == ()
    with pytest.raises(UserFacingError):
        login.office.facts()
    assert logged(office, actor)[0] == (Action.SEATS_SET_UP, "")


def test_who_waits_can_be_sent_away(network: OfficeNetwork, owner: tuple[Office, Actor, SeatList]) -> None:
    office, actor, seats = owner
    link = JoiningLink(network.new_pc("pc"), seats.invite(actor, LOOPBACK, network.port), VERSION)
    link.ask()
    link.close()
    seats.give_up(actor)
    seats.give_up(actor)
    assert logged(office, actor).count((Action.SEAT_INVITATION_ENDED, "")) == 1
    assert seats.waiting(actor) is None
    with pytest.raises(NobodyJoins):
        seats.confirm(actor, "受付の席")


def test_addresses_are_chosen_from_private_networks(
    network: OfficeNetwork, owner: tuple[Office, Actor, SeatList]
) -> None:
    office, actor, seats = owner
    with pytest.raises(AddressNotPrivate):
        seats.listen_at(actor, ("192.168.1.10", "0.0.0.0"), 47011)
    seats.listen_at(actor, ("192.168.1.10", LOOPBACK), 47011)
    assert network.office_pc.book.places == (("192.168.1.10", LOOPBACK), 47011)
    seats.listen_at(actor, (), 47011)
    assert logged(office, actor) == [(Action.SEATS_SWITCHED_OFF, ""), (Action.SEATS_SWITCHED_ON, "")]


def test_a_certificate_that_an_owner_signs_is_logged(
    network: OfficeNetwork, owner: tuple[Office, Actor, SeatList]
) -> None:
    office, actor, seats = owner
    pc = network.join()
    seat = pc.membership.seat
    network.office_pc._waiting_keys[seat] = tls.certificate_in(pc._key_path(seat)).public
    seats.sign_what_is_due(actor)
    seats.sign_what_is_due(actor)
    assert logged(office, actor) == [(Action.SEAT_CERTIFICATE_RENEWED, f"seat:{seat}")]


def test_a_pc_whose_joining_cannot_be_logged_has_not_joined(
    network: OfficeNetwork, owner: tuple[Office, Actor, SeatList], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, actor, seats = owner
    link = JoiningLink(network.new_pc("pc"), seats.invite(actor, LOOPBACK, network.port), VERSION)
    link.ask()

    def refused(*_args: object, **_named: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(office._workplace, "record", refused)
        with pytest.raises(DiskFull):
            seats.confirm(actor, "受付の席")
    assert seats.seats(actor) == ()
    assert link.collect() is None
    link.close()


def test_nobody_but_an_owner_sees_or_changes_the_list(network: OfficeNetwork) -> None:
    office, actor = network.login_here(Role.DESK)
    seats = SeatList(office._workplace, network.office_pc)
    for act in (
        lambda: seats.seats(actor),
        lambda: seats.invite(actor, LOOPBACK, network.port),
        lambda: seats.set_state(actor, "a" * 32, SeatState.REVOKED),
        lambda: seats.sign_what_is_due(actor),
    ):
        with pytest.raises(NotPermitted):
            act()
    office.close()


def test_a_file_in_hand_at_a_pc_that_is_removed_waits_no_more(
    network: OfficeNetwork, owner: tuple[Office, Actor, SeatList]
) -> None:
    office, actor, seats = owner
    seat, stays = network.join().membership.seat, "5ea7000"
    typed = {
        "page": "billing",
        "arguments": {"tab": "bank"},
        "typed": {"waits": 5, "file": "d1", "path": "x"},
    }
    for form, at in (("bank_file", seat[:7]), ("outside_file", seat[:7]), ("bank_file", stays)):
        office.drafts.keep(actor, form, f"file@{at}", typed)
    office.drafts.keep(actor, "customer", f"new@{seat[:7]}", {**typed, "page": "customers"})
    seats.set_state(actor, seat, SeatState.LOCKED)
    assert len(office.drafts.list(actor)) == 4
    seats.set_state(actor, seat, SeatState.REVOKED)
    left = {(form, subject) for form, subject, _ in office.drafts.list(actor)}
    assert left == {("bank_file", f"file@{stays}"), ("customer", f"new@{seat[:7]}")}
