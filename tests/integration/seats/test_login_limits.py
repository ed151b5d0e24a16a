"""Who tries passphrases at a seat is slowed there, and in the log; the office PC's own door stays open."""

from __future__ import annotations

from contextlib import suppress

import pytest

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.seats.seats import SeatRevoked, SeatState
from hvacdesk.seats.link import SeatLogin
from hvacdesk.services.customers.exact_tries import FREE_TRIES, TooManyExactSearches
from hvacdesk.services.seats.seat_pc import SeatPc
from hvacdesk.vault.errors import TooManyTries, WrongPassphrase
from tests.helpers.office_network import OfficeNetwork
from tests.helpers.real_office import NAMES, passphrase_of
from tests.helpers.waiting import until

WRONG = "wrong wrong wrong"
FRONT = "受付の席"


def guess(network: OfficeNetwork, pc: SeatPc, who: Role, times: int) -> list[type[UserFacingError]]:
    link, met = network.link(pc), list[type[UserFacingError]]()
    for _time in range(times):
        with pytest.raises((WrongPassphrase, TooManyTries)) as caught:
            link.log_in(network.real.accounts[NAMES[who]], WRONG)
        met.append(type(caught.value))
    return met


def test_wrong_tries_at_a_seat_leave_the_office_pcs_own_door_open(network: OfficeNetwork) -> None:
    met = guess(network, network.join(FRONT), Role.OWNER, 6)
    assert met == [WrongPassphrase] * 3 + [TooManyTries] * 3
    assert network.service is not None
    name = NAMES[Role.OWNER]
    door = network.service.sessions._doorkeeper  # that of the office PC's own window
    office, owner = door.login(network.real.accounts[name], passphrase_of(name))
    entries = [one for one in office.audit.entries(owner) if one.action is Action.LOGIN_FAILED]
    assert [(one.details["tries"], one.details["seat"]) for one in entries] == [(3, FRONT)]
    assert entries[0].subject == f"account:{owner.account}"
    office.leave(owner)


def test_who_has_a_login_gains_no_tries_at_another_account(network: OfficeNetwork) -> None:
    pc = network.join()
    assert guess(network, pc, Role.OWNER, 2) == [WrongPassphrase] * 2
    network.log_in(pc, Role.DESK).leave()
    assert guess(network, pc, Role.OWNER, 2) == [WrongPassphrase, TooManyTries]


def test_the_log_names_the_seat_of_a_login(network: OfficeNetwork) -> None:
    network.log_in(network.join(FRONT), Role.DESK)
    office, owner = network.real.login(Role.OWNER)
    entries = [one for one in office.audit.entries(owner) if one.action is Action.LOGGED_IN]
    assert [one.details.get("seat") for one in entries[:2]] == [None, FRONT]
    office.leave(owner)


def exact_tries(login: SeatLogin) -> int:
    for tries in range(2 * FREE_TRIES):
        with suppress(TooManyExactSearches):
            login.office.customers.check_caller(login.actor, "試験", f"{tries:04}")
            continue
        return tries
    raise AssertionError


def test_exact_tries_do_not_begin_anew_with_a_login(network: OfficeNetwork) -> None:
    """Nobody else is logged in, so that the office is closed between the two."""
    pc = network.join()
    first = network.log_in(pc, Role.DESK)
    assert exact_tries(first) == FREE_TRIES
    first.leave()
    assert exact_tries(network.log_in(pc, Role.DESK)) == 0


def test_a_seat_that_is_stopped_while_its_passphrase_is_checked_is_not_let_in(
    network: OfficeNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc, service = network.join(), network.service
    assert service is not None
    door = service.sessions._doorkeeper
    real = door.login

    def stopped_meanwhile(*args: str) -> object:
        network.office_pc.set_state(pc.membership.seat, SeatState.REVOKED)
        return real(*args)

    monkeypatch.setattr(door, "login", stopped_meanwhile)
    link, account = network.link(pc), network.real.accounts[NAMES[Role.DESK]]
    with pytest.raises(UserFacingError):  # its connection ends in the middle, or it is told why
        link.log_in(account, passphrase_of(NAMES[Role.DESK]))
    until(lambda: not service.sessions._one_at_a_time.locked())
    assert service.sessions.logged_in() == ()
    with pytest.raises(SeatRevoked):
        link.greeting()
