"""Who tries passphrases at a seat is slowed there, and in the log; the office PC's own door stays open."""

from __future__ import annotations

from contextlib import suppress

import pytest

from hvacdesk.domain.customers.customers import PersonName, Phone, PhoneKind
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.seats.seats import SeatLoginEnded, SeatRevoked, SeatState
from hvacdesk.seats import asks
from hvacdesk.seats.asks import PROGRAM, News
from hvacdesk.seats.calls import ANSWER
from hvacdesk.seats.http_server import SeatAsk
from hvacdesk.seats.link import SeatLogin
from hvacdesk.seats.news import SeatNews
from hvacdesk.services.customers.exact_tries import FREE_TRIES, TooManyExactSearches
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.seats.seat_pc import SeatPc
from hvacdesk.vault.errors import TooManyTries, WrongPassphrase
from hvacdesk.vault.seats import tls
from tests.helpers.office_network import LOOPBACK, VERSION, OfficeNetwork
from tests.helpers.people import NO_MAILBOX, customer
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
    name = NAMES[Role.OWNER]
    office, owner = door(network).login(network.real.accounts[name], passphrase_of(name))
    entries = [one for one in office.audit.entries(owner) if one.action is Action.LOGIN_FAILED]
    assert [(one.details["tries"], one.details["pc"]) for one in entries] == [(3, FRONT)]
    assert entries[0].subject == f"account:{owner.account}"
    office.leave(owner)


def test_who_has_a_login_gains_no_tries_at_another_account(network: OfficeNetwork) -> None:
    pc = network.join()
    assert guess(network, pc, Role.OWNER, 2) == [WrongPassphrase] * 2
    network.log_in(pc, Role.DESK).leave()
    assert guess(network, pc, Role.OWNER, 2) == [WrongPassphrase, TooManyTries]


def test_the_log_names_the_seat_of_a_login(network: OfficeNetwork) -> None:
    network.log_in(network.join(FRONT), Role.DESK)
    office, owner = network.login_here(Role.OWNER)
    entries = [one for one in office.audit.entries(owner) if one.action is Action.LOGGED_IN]
    assert [one.details.get("pc") for one in entries[:2]] == [None, FRONT]
    office.leave(owner)


def door(network: OfficeNetwork) -> OfficeEntry:
    """That of the office PC's own window, through which seats come too."""
    assert network.service is not None
    found = network.service.sessions._doorkeeper
    assert isinstance(found, OfficeEntry)
    return found


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
    network.owner.close()
    first = network.log_in(pc, Role.DESK)
    assert exact_tries(first) == FREE_TRIES
    first.leave()
    shared = door(network)._opening._shared
    until(lambda: shared is not None and shared._closed)
    assert exact_tries(network.log_in(pc, Role.DESK)) == 0


def test_a_record_from_a_seat_tries_no_thousand_numbers_at_once(network: OfficeNetwork) -> None:
    login = network.log_in(network.join(), Role.DESK)
    login.office.customers.add(login.actor, customer(phones=(Phone(PhoneKind.MOBILE, "090-7531-5432"),)))
    numbers = tuple(Phone(PhoneKind.MOBILE, f"090{middle:04}5432") for middle in range(10_000))
    crowd = customer(name=PersonName("", ""), phones=numbers, **NO_MAILBOX)
    assert login.office.customers.likely_duplicates(login.actor, crowd) == ()
    assert 0 < exact_tries(login) < FREE_TRIES, "those that were compared count"


def test_a_seat_that_is_stopped_while_its_passphrase_is_checked_is_not_let_in(
    network: OfficeNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc, service = network.join(), network.service
    assert service is not None
    certificate = tls.certificate_in(pc._key_path(pc.membership.seat)).der
    entry = door(network)
    real = entry.login

    def stopped_meanwhile(*args: str) -> object:
        network.office_pc.set_state(pc.membership.seat, SeatState.REVOKED)
        return real(*args)

    monkeypatch.setattr(entry, "login", stopped_meanwhile)
    asked = asks.LoginAsked(network.real.accounts[NAMES[Role.DESK]], passphrase_of(NAMES[Role.DESK]))
    ask = SeatAsk(asks.LOGIN_PATH, certificate, LOOPBACK, PROGRAM + VERSION, b"", asks.LOGIN.pack(asked))
    assert isinstance(ANSWER.unpack(service.answer(ask)).failure, SeatRevoked)
    assert service.sessions.logged_in() == ()


def test_news_that_were_waited_for_are_judged_again(
    network: OfficeNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whose role was changed meanwhile is not told what the former one was to hear."""
    service = network.service
    assert service is not None
    pc = network.join()
    login = network.log_in(pc, Role.DESK)
    certificate = tls.certificate_in(pc._key_path(pc.membership.seat)).der
    token = login._token.encode()
    after = SeatNews.after

    def ended_meanwhile(news: SeatNews, number: int, seconds: float) -> News:
        account = network.real.accounts[NAMES[Role.DESK]]
        owner_office.accounts.change_roles(owner, account, [Role.INSPECTOR], shown=[Role.DESK])
        return after(news, number, 0)

    owner_office, owner = door(network).login(
        network.real.accounts[NAMES[Role.OWNER]], passphrase_of(NAMES[Role.OWNER])
    )
    login._over.set()  # nothing else asks for news
    login._listener.join()
    monkeypatch.setattr(SeatNews, "after", ended_meanwhile)
    body = asks.NEWS_ASKED.pack(asks.NewsAsked(0))
    ask = SeatAsk(asks.NEWS_PATH, certificate, LOOPBACK, PROGRAM + VERSION, token, body)
    answer = ANSWER.unpack(service.answer(ask))
    owner_office.leave(owner)
    assert isinstance(answer.failure, SeatLoginEnded)
