"""A PC joins the office: with the code and the owner's word, and in no other way."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.seats.seats import (
    AddressNotPrivate,
    AuthorityLocked,
    FalseOfficePc,
    NobodyAtAddress,
    NobodyJoins,
    NotValidNow,
    PairingAddressMissing,
    PairingCodeIncomplete,
    PairingCodeMistyped,
    PairingRefused,
    PairingTurnedDown,
    Seat,
    SeatNotKnown,
    SeatRevoked,
    SeatState,
    SeatsUnreadable,
)
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.seats.link import JoiningLink, SeatLink
from hvacdesk.seats.seat_service import SeatService
from hvacdesk.services.seats.invitation import (
    MOST_TRIES,
    TRIES,
    JoinAnswer,
)
from hvacdesk.services.seats.private_addresses import require_private
from hvacdesk.services.seats.seat_pc import SeatPc
from hvacdesk.vault.keyfile.grants import Kind
from hvacdesk.vault.seats import tls
from hvacdesk.vault.seats.certificates import RENEWED_BEFORE, VALID, new_private, public_of
from hvacdesk.vault.seats.pairing import PairingCode
from tests.helpers.seats import raise_bug
from tests.helpers.vault_network import (
    LOOPBACK,
    OFFICE_NAME,
    VERSION,
    Nobody,
    VaultNetwork,
    vault_network,
)
from tests.helpers.waiting import until


@pytest.fixture
def network(tmp_path: Path) -> Iterator[VaultNetwork]:
    with vault_network(tmp_path) as made:
        yield made


def asked(network: VaultNetwork, pc: SeatPc, typed: str) -> tuple[JoiningLink, tuple[str, ...]]:
    link = JoiningLink(pc, typed, VERSION)
    try:
        return link, link.ask()
    except BaseException:
        link.close()
        raise


def confirm(network: VaultNetwork, name: str = "受付") -> Seat:
    return network.office_pc.confirm(network.vault.seats, OFFICE_NAME, name)


def join(network: VaultNetwork, name: str = "pc") -> SeatPc:
    pc = network.pc(name)
    link, _words = asked(network, pc, network.invite())
    confirm(network, name)
    assert link.collect() is not None
    link.close()
    return pc


def greeted(network: VaultNetwork, pc: SeatPc) -> str:
    link = SeatLink(pc, VERSION, network.clock)
    try:
        return link.greeting().office_name
    finally:
        link.close()


def waiting_words(network: VaultNetwork) -> tuple[str, ...] | None:
    invitation = network.office_pc.invitation
    waiting = None if invitation is None else invitation.waiting
    return None if waiting is None else waiting.words


def test_both_screens_show_the_same_words_and_then_it_is_a_seat(network: VaultNetwork) -> None:
    pc = network.pc()
    link, words = asked(network, pc, network.invite())
    assert waiting_words(network) == words
    assert link.collect() is None
    assert pc._seat() is None
    seat = confirm(network, "受付の席")
    membership = link.collect()
    link.close()
    assert membership is not None
    assert (membership.seat, membership.seat_name) == (seat.seat, "受付の席")
    assert (membership.office_id, membership.office_name) == (network.vault.office_id, OFFICE_NAME)
    assert greeted(network, pc) == OFFICE_NAME
    assert [one.name for one in network.office_pc.book.seats] == ["受付の席"]


def test_the_office_pc_knows_its_seats_after_a_restart_before_anybody_logs_in(network: VaultNetwork) -> None:
    pc = join(network)
    network.restart()
    assert greeted(network, pc) == OFFICE_NAME
    again = SeatPc(pc._home, pc._secrets, network.clock)
    assert again._seat() is not None
    assert greeted(network, again) == OFFICE_NAME


def test_once_it_is_a_seat_nobody_without_a_certificate_is_heard(network: VaultNetwork) -> None:
    typed = network.invite()
    pc = network.pc()
    link, _words = asked(network, pc, typed)
    confirm(network)
    link.collect()
    link.close()
    greeted(network, pc)
    assert network.office_pc.invitation is None
    with pytest.raises((PairingRefused, NoAnswer)):
        asked(network, network.pc("late"), typed)


def test_the_list_says_when_a_seat_came_last_also_after_a_restart(network: VaultNetwork) -> None:
    pc = join(network)
    for minutes, restarted in ((0, False), (2, False), (3, True)):
        network.clock.by = timedelta(minutes=minutes)
        before = network.clock()
        greeted(network, pc)
        if restarted:
            network.restart()
        (seat,) = network.office_pc.book.seats
        assert seat.last_seen is not None
        assert seat.last_seen >= before.replace(microsecond=0)


def test_a_seat_that_asks_each_second_is_not_written_each_time(
    network: VaultNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc = join(network)
    greeted(network, pc)
    written: list[bytes] = []
    record = network.office_pc.book._record
    monkeypatch.setattr(record, "write", lambda content, **_how: written.append(content))
    for seconds in range(1, 5):
        network.clock.by = timedelta(seconds=seconds)
        before = network.clock()
        greeted(network, pc)
    assert written == []
    (seat,) = network.office_pc.book.seats
    assert seat.last_seen is not None
    assert seat.last_seen >= before


# Who is not let in


def test_a_code_is_good_for_one_pc(network: VaultNetwork) -> None:
    typed = network.invite()
    first, words = asked(network, network.pc("one"), typed)
    with pytest.raises(PairingRefused):
        asked(network, network.pc("two"), typed)
    assert waiting_words(network) == words
    confirm(network)
    assert first.collect() is not None
    first.close()


def test_of_two_that_ask_at_once_one_is_confirmed_and_only_it_collects(network: VaultNetwork) -> None:
    typed, links = network.invite(), list[JoiningLink]()
    for name in ("one", "two", "three"):
        with suppress(PairingRefused):
            links.append(asked(network, network.pc(name), typed)[0])
    assert len(links) == 1
    confirm(network)
    other = JoiningLink(network.pc("four"), typed, VERSION)
    other._line.check()
    with closing(other), pytest.raises(PairingRefused):
        other.collect()
    assert links[0].collect() is not None
    links[0].close()
    assert len(network.office_pc.book.seats) == 1


def test_an_answer_that_was_lost_is_given_again_with_the_same_words(network: VaultNetwork) -> None:
    link, words = asked(network, network.pc(), network.invite())
    assert link.ask() == words
    confirm(network)
    assert link.collect() == link.collect()
    link.close()


def guess(network: VaultNetwork, typed: str) -> None:
    code = replace(PairingCode.read(typed), secret=secrets.token_bytes(10))
    with pytest.raises(PairingRefused):
        asked(network, network.pc(), code.text())


def guess_at(network: VaultNetwork, address: str) -> None:
    with pytest.raises(PairingRefused):
        network.office_pc.ask_to_join(b"", bytes(32), address, VERSION)


def test_after_five_guesses_nobody_at_that_address_can_ask(network: VaultNetwork) -> None:
    typed = network.invite()
    for _try in range(TRIES):
        guess(network, typed)
    with pytest.raises(PairingRefused):
        asked(network, network.pc(), typed)


def test_a_strangers_guesses_do_not_end_an_invitation(network: VaultNetwork) -> None:
    typed = network.invite()
    for _try in range(MOST_TRIES + 1):
        guess_at(network, "192.168.1.66")
    link, _words = asked(network, network.pc(), typed)
    link.close()


def test_a_hundred_guesses_from_many_addresses_end_it(network: VaultNetwork) -> None:
    typed = network.invite()
    for one in range(MOST_TRIES - 1):
        guess_at(network, f"192.168.1.{one}")
    assert network.office_pc.invitation is not None
    guess_at(network, "192.168.2.1")
    assert network.office_pc.invitation is None
    with pytest.raises((PairingRefused, NoAnswer)):
        asked(network, network.pc(), typed)


def test_a_pc_that_waits_hears_that_the_code_is_over(network: VaultNetwork) -> None:
    """The office PC then talks to nobody without a certificate, which is no matter of date and time."""
    link, _words = asked(network, network.pc(), network.invite())
    assert network.office_pc.invitation is not None
    network.office_pc.invitation.end()
    with closing(link), pytest.raises(PairingRefused):
        link.collect()
    link = JoiningLink(network.pc("late"), network.invite(), VERSION)
    network.office_pc.invitation.end()
    with closing(link), pytest.raises((PairingRefused, NoAnswer)):
        link.ask()


def test_who_waits_with_the_right_code_hears_that_somebody_refused(network: VaultNetwork) -> None:
    link, _words = asked(network, network.pc(), network.invite())
    assert link.collect() is None
    invitation = network.office_pc.invitation
    assert invitation is not None
    invitation.turn_down()
    with closing(link), pytest.raises(PairingTurnedDown):
        link.collect()


def test_nobody_else_hears_of_a_refusal(network: VaultNetwork) -> None:
    typed = network.invite()
    link, _words = asked(network, network.pc(), typed)
    other = JoiningLink(network.pc("other"), typed, VERSION)
    other._line.check()
    invitation = network.office_pc.invitation
    assert invitation is not None
    invitation.turn_down()
    for hear in (other.collect, other.ask):
        with pytest.raises((PairingRefused, NoAnswer)) as heard:
            hear()
        assert type(heard.value) is not PairingTurnedDown
    for proof in (b"", bytes(32), link._joining.proof):
        with pytest.raises(PairingRefused) as told:
            network.office_pc.collect(proof)
        assert type(told.value) is PairingRefused
    other.close()
    link.close()


def test_a_code_that_was_over_before_is_no_refusal(network: VaultNetwork) -> None:
    link, _words = asked(network, network.pc(), network.invite())
    invitation = network.office_pc.invitation
    assert invitation is not None
    invitation.end()
    invitation.turn_down()
    with closing(link), pytest.raises(PairingRefused) as told:
        link.collect()
    assert type(told.value) is PairingRefused


def test_an_office_pc_whose_clock_is_a_day_ahead_is_told_by_its_date(network: VaultNetwork) -> None:
    pc = network.pc()
    pc._clock = lambda: network.clock() - timedelta(hours=25)
    with pytest.raises(NotValidNow):
        asked(network, pc, network.invite())
    assert waiting_words(network) is None


def test_guessing_does_not_drive_away_who_waits(network: VaultNetwork) -> None:
    typed = network.invite()
    link, words = asked(network, network.pc("one"), typed)
    for one in range(MOST_TRIES + 2):
        guess_at(network, f"192.168.1.{one}")
    assert waiting_words(network) == words
    confirm(network)
    assert link.collect() is not None
    link.close()


def test_ten_minutes_later_it_is_over(network: VaultNetwork) -> None:
    typed = network.invite()
    network.clock.by = timedelta(minutes=10)
    assert network.office_pc.invitation is None
    with pytest.raises((PairingRefused, NoAnswer)):
        asked(network, network.pc(), typed)
    with pytest.raises(NobodyJoins):
        confirm(network)


def test_a_new_code_ends_the_former_one(network: VaultNetwork) -> None:
    former = network.invite()
    typed = network.invite()
    with pytest.raises(PairingRefused):
        asked(network, network.pc("one"), former)
    link, _words = asked(network, network.pc("two"), typed)
    link.close()


def test_a_code_that_is_mistyped_is_sent_nowhere(network: VaultNetwork) -> None:
    typed = network.invite()
    place, _space, letters = typed.partition(" ")
    other = ("B" if letters[0] == "A" else "A") + letters[1:]
    wrong: dict[str, type[PairingCodeMistyped]] = {
        "x": PairingAddressMissing,
        letters: PairingAddressMissing,
        f"127.0.0 {letters}": PairingAddressMissing,
        f"127.0.0.1 {letters}": PairingAddressMissing,
        f"127.0.0.1:99999 {letters}": PairingAddressMissing,
        place: PairingCodeIncomplete,
        typed[:-1]: PairingCodeIncomplete,
        f"{typed}A": PairingCodeIncomplete,
        f"{place} {other}": PairingCodeMistyped,
    }
    for one, kind in wrong.items():
        with pytest.raises(PairingCodeMistyped) as refused:
            JoiningLink(network.pc(), one, VERSION)
        assert type(refused.value) is kind, one
    invitation = network.office_pc.invitation
    assert invitation is not None
    assert invitation.wrong_tries == 0


def mistyped(codes: Iterable[str]) -> str:
    """The first that is none: one in 256 is, by chance."""
    for code in codes:
        try:
            PairingCode.read(code)
        except PairingCodeMistyped:
            return code
    raise AssertionError("all are codes")


def test_a_code_with_a_wrong_letter_or_address_where_nobody_is_says_that_nobody_is_there(
    network: VaultNetwork,
) -> None:
    typed = network.invite()
    network.service.stop()
    letters = typed.partition(" ")[2]
    wrong = mistyped(f"{LOOPBACK}:{network.port} {first}{letters[1:]}" for first in "ABCD")
    for one in (wrong, mistyped(f"{LOOPBACK}:{port} {letters}" for port in (9, 10, 11))):
        with pytest.raises(NobodyAtAddress):
            JoiningLink(network.pc(), one, VERSION)
    with closing(JoiningLink(network.pc(), typed, VERSION)) as link, pytest.raises(NobodyAtAddress):
        link.ask()


def test_an_office_pc_of_another_certificate_is_told_nothing(network: VaultNetwork, tmp_path: Path) -> None:
    with vault_network(tmp_path / "false") as false:
        false.invite()
        code = replace(PairingCode.read(network.invite()), port=false.port)
        with pytest.raises(FalseOfficePc):
            asked(network, network.pc(), code.text())
        assert waiting_words(false) is None


def test_who_has_a_certificate_that_begins_the_same_cannot_answer(network: VaultNetwork) -> None:
    """The fingerprint in the code is a part of the whole one; the secret proves the rest."""
    link, _words = asked(network, network.pc(), network.invite())
    with closing(link), pytest.raises(FalseOfficePc):
        link._joining.take_answer(JoinAnswer(bytes(16), bytes(32)))


def test_ipv4_networks_that_are_private_by_rfc_5737_are_others_like_those_of_rfc_1918() -> None:
    for address in ("10.0.0.2", "192.168.1.10", "192.0.2.2", "198.51.100.7", "203.0.113.9", "fd00::2"):
        require_private(address)


@pytest.mark.parametrize(
    "address",
    ["0.0.0.0", "::", "8.8.8.8", "2001:db8::1", "224.0.0.1", "::ffff:10.0.0.1", "office.example", ""],
)
def test_nobody_is_invited_and_nothing_listens_at_an_address_that_is_not_private(
    network: VaultNetwork, address: str
) -> None:
    with pytest.raises(AddressNotPrivate):
        network.office_pc.invite(address, 47011)
    with pytest.raises(AddressNotPrivate):
        SeatService(network.office_pc, Nobody(), [(LOOPBACK, 0), (address, 0)], VERSION, raise_bug)
    with pytest.raises(AddressNotPrivate):
        network.service.listen_at([(LOOPBACK, 0), (address, 0)])
    assert network.service.places == ((LOOPBACK, network.port),)


# Who signs


def test_only_an_owners_login_can_sign(network: VaultNetwork) -> None:
    link, _words = asked(network, network.pc(), network.invite())
    session = network.vault._session
    held = session._held
    assert held is not None
    session._held = held.without(frozenset({Kind.SIGNING}))
    with closing(link):
        with pytest.raises(NotPermitted):
            confirm(network)
        with pytest.raises(NotPermitted):
            network.office_pc.set_up(network.vault.seats)
        session._held = replace(held, signing=new_private())
        with pytest.raises(AuthorityLocked):
            confirm(network)
        assert network.office_pc.book.seats == ()
        session._held = held
        assert confirm(network).state is SeatState.ACTIVE


def test_the_authoritys_key_lies_open_nowhere(network: VaultNetwork) -> None:
    private = network.vault.seats._private(network.office_pc.book.authority)
    assert public_of(private) == network.office_pc.book.authority.public
    files = [path for path in network.home.rglob("*") if path.is_file()]
    assert {"seats.authority", "seats.key", "seats.list"} <= {path.name for path in files}
    for path in files:
        assert private not in path.read_bytes()
        assert private.hex().encode() not in path.read_bytes()


def test_a_connection_that_is_set_up_anew_knows_nobody(network: VaultNetwork) -> None:
    pc = join(network)
    network.office_pc.set_up(network.vault.seats)
    with pytest.raises((SeatNotKnown, FalseOfficePc)):
        greeted(network, pc)
    assert greeted(network, join(network, "anew")) == OFFICE_NAME


def test_a_connection_of_the_former_list_ends_when_it_is_set_up_anew(network: VaultNetwork) -> None:
    """Its certificate is nobody's by now: what is not known to be another seat's is ended, too."""
    pc, server = join(network), network.service._server
    with closing(SeatLink(pc, VERSION, network.clock)) as link:
        link.greeting()
        assert any(one.certificate == pc_certificate(pc) for one in server._open)
        network.office_pc.set_up(network.vault.seats)
        until(lambda: not any(one.certificate == pc_certificate(pc) for one in server._open))


# What time and others do


def test_a_seat_gets_its_next_certificate_once_an_owner_is_there(network: VaultNetwork) -> None:
    pc = join(network)
    der = pc_certificate(pc)
    network.clock.by = VALID - RENEWED_BEFORE + timedelta(days=1)
    assert network.office_pc.renewal(der) is None
    network.clock.by = timedelta()
    network.office_pc.sign_what_is_due(network.vault.seats)
    renewed = network.office_pc.renewal(der)
    assert renewed is not None
    assert greeted(network, pc) == OFFICE_NAME  # the former one counts until the new one comes
    pc.keep_renewed(renewed)
    assert greeted(network, pc) == OFFICE_NAME
    with pytest.raises(SeatNotKnown):
        network.office_pc.seat_of(der)
    assert network.office_pc.renewal(renewed) is None


def pc_certificate(pc: SeatPc) -> bytes:
    return tls.certificate_in(pc._key_path(pc.membership.seat)).der


def test_it_is_due_ninety_days_before_the_end(network: VaultNetwork) -> None:
    pc = join(network)
    assert not pc.renewal_is_due
    network.clock.by = VALID - RENEWED_BEFORE + timedelta(days=1)
    assert pc.renewal_is_due


def test_the_office_pcs_own_certificate_is_renewed_with_its_key(network: VaultNetwork) -> None:
    join(network)
    before = network.office_pc._own_certificate()
    network.office_pc.sign_what_is_due(network.vault.seats)
    assert network.office_pc._own_certificate() == before
    network.clock.by = VALID - RENEWED_BEFORE
    network.office_pc.sign_what_is_due(network.vault.seats)
    after = network.office_pc._own_certificate()
    network.clock.by = timedelta()
    assert after.public == before.public
    assert after.ends > before.ends


def test_a_certificate_for_another_seat_is_not_kept(network: VaultNetwork) -> None:
    one, other = join(network, "one"), join(network, "other")
    with pytest.raises(SeatsUnreadable):
        one.keep_renewed(pc_certificate(other))
    assert greeted(network, one) == OFFICE_NAME


def test_a_list_that_was_put_back_does_not_bring_a_revoked_seat_back(network: VaultNetwork) -> None:
    pc = join(network)
    listed = network.home / "seats.list"
    former = listed.read_bytes()
    network.office_pc.set_state(pc.membership.seat, SeatState.REVOKED)
    with pytest.raises(SeatRevoked):
        greeted(network, pc)
    listed.write_bytes(former)
    with pytest.raises(SeatsUnreadable):
        network.again().book  # noqa: B018


def test_a_revoked_seat_never_comes_back(network: VaultNetwork) -> None:
    seat = join(network).membership.seat
    network.office_pc.set_state(seat, SeatState.REVOKED)
    with pytest.raises(SeatNotKnown):
        network.office_pc.set_state(seat, SeatState.ACTIVE)
    assert network.again().book.state_of(seat) is SeatState.REVOKED


def test_what_a_seat_keeps_is_of_no_use_on_another_computer(network: VaultNetwork, tmp_path: Path) -> None:
    pc = join(network)
    stolen = SeatPc(pc._home, network.pc("thief")._secrets, network.clock)
    with pytest.raises(SeatsUnreadable):
        stolen.context()


def test_a_seat_that_leaves_keeps_nothing(network: VaultNetwork) -> None:
    pc = join(network)
    seat = pc.membership.seat
    pc.leave_office()
    assert pc._seat() is None
    assert list(pc._home.iterdir()) == []
    assert pc._secrets.read(f"{seat}/seat") is None


def test_what_a_seat_keeps_names_nobody_but_its_office(network: VaultNetwork) -> None:
    pc = join(network)
    kept = {path.name.split(".")[-1]: path.read_bytes() for path in pc._home.iterdir()}
    assert set(kept) == {"office", "key"}
    assert OFFICE_NAME.encode() not in b"".join(kept.values())
    assert b"ENCRYPTED PRIVATE KEY" in kept["key"]
