"""A seat whose user has tools of their own: stolen tokens, calls played again, bodies that are no form."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from random import Random

import pytest

from hvacdesk.domain.errors import NotPermitted, UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.seats.seats import SeatLoginEnded, SeatNotKnown
from hvacdesk.seats import asks, seat_sessions
from hvacdesk.seats.asks import PROGRAM
from hvacdesk.seats.calls import ANSWER, CALL, SeatCall
from hvacdesk.seats.http_server import AskRefused, SeatAsk
from hvacdesk.seats.link import SeatLogin
from hvacdesk.services.seats.seat_pc import SeatPc
from hvacdesk.vault.seats import tls
from tests.helpers.office_network import LOOPBACK, VERSION, OfficeNetwork
from tests.helpers.people import customer
from tests.helpers.vault_network import Nobody

FUZZED = 20_000
PATIENCE = 20


def failure_of(answer: bytes) -> type[UserFacingError] | None:
    failure = ANSWER.unpack(answer).failure
    return None if failure is None else type(failure)


def facts_call(number: int = 1) -> bytes:
    return CALL.pack(SeatCall(number, "facts", asks.NOTHING.pack(None)))


def registered(login: SeatLogin) -> int:
    entries = login.office.audit.entries(login.actor)
    return sum(one.action is Action.CUSTOMER_ADDED for one in entries)


def certificate(pc: SeatPc) -> bytes:
    return tls.certificate_in(pc._key_path(pc.membership.seat)).der


def test_a_token_of_another_seat_opens_nothing(network: OfficeNetwork) -> None:
    one, thief = network.join("一"), network.join("泥棒")
    login = network.log_in(one)
    line = network.link(thief)._line
    for path, body in (
        (asks.CALL_PATH, facts_call()),
        (asks.NEWS_PATH, asks.NEWS_ASKED.pack(asks.NewsAsked(0))),
        (asks.LEAVE_PATH, asks.NOTHING.pack(None)),
        (asks.RENEW_PATH, asks.NOTHING.pack(None)),
    ):
        assert failure_of(line.ask(path, body, login._token, PATIENCE)) is SeatLoginEnded
    assert login.office.facts().name
    for token in ("", "x", "0" * 64, login._token[:-1], login._token.upper() + "x"):
        assert failure_of(line.ask(asks.CALL_PATH, facts_call(), token, PATIENCE)) is SeatLoginEnded


def test_a_token_lasts_as_long_as_its_login(network: OfficeNetwork) -> None:
    pc = network.join()
    login = network.log_in(pc)
    token = login._token
    login.leave()
    line = network.link(pc)._line
    assert failure_of(line.ask(asks.CALL_PATH, facts_call(), token, PATIENCE)) is SeatLoginEnded


def test_a_recorded_write_is_not_done_by_playing_it_again(network: OfficeNetwork) -> None:
    pc = network.join()
    login = network.log_in(pc)
    sent: list[bytes] = []
    ask = login._calls.ask

    def noting(path: str, body: bytes, token: str = "", seconds: float | None = None) -> bytes:
        sent.append(body)
        return ask(path, body, token, seconds)

    login._calls.ask = noting  # type: ignore[method-assign]
    login.office.customers.add(login.actor, customer())
    before, written = registered(login), sent[0]
    line = network.link(pc)._line
    answers = {line.ask(asks.CALL_PATH, written, login._token, PATIENCE) for _time in range(5)}
    with ThreadPoolExecutor(4) as pool:
        many = [pool.submit(line.ask, asks.CALL_PATH, written, login._token, PATIENCE) for _one in range(8)]
        answers |= {one.result() for one in many}
    assert len(answers) == 1
    assert registered(login) == before
    again = network.log_in(pc)  # in another login the number is a new one, and so is what it does
    assert again._token != login._token


def test_fuzzed_bodies_are_refused_and_are_no_bug(
    network: OfficeNetwork,
    record_property: Callable[[str, object], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every path, with bodies of ours in which bytes were changed, and with chance alone."""
    assert network.service is not None
    pc = network.join()
    login = network.log_in(pc, Role.TECHNICIAN)
    shown, chance = certificate(pc), Random("bodies")
    good = [
        (asks.CALL_PATH, facts_call(10**6)),
        (asks.NEWS_PATH, asks.NEWS_ASKED.pack(asks.NewsAsked(2**40, (1, 2**40)))),
        (asks.LOGIN_PATH, asks.LOGIN.pack(asks.LoginAsked("a" * 32, "a passphrase"))),
        (asks.GREETING_PATH, asks.NOTHING.pack(None)),
        (asks.RENEW_PATH, asks.NOTHING.pack(None)),
        (asks.JOIN_PATH, asks.JOIN.pack(asks.JoinAsked(b"request", b"proof"))),
        (asks.COLLECT_PATH, asks.COLLECT.pack(b"proof")),
    ]
    network.office_pc.invite(network.address, network.port)
    monkeypatch.setattr(seat_sessions, "NEWS_HELD_SECONDS", 0.0)
    monkeypatch.setattr(network.service.sessions, "_doorkeeper", Nobody())
    for _time in range(FUZZED):
        path, body = chance.choice(good)
        spoilt = spoilt_body(body, chance)
        stranger = path in asks.OF_STRANGERS
        ask = SeatAsk(
            path,
            None if stranger else shown,
            LOOPBACK,
            PROGRAM + VERSION,
            login._token.encode() if chance.random() < 0.5 else chance.randbytes(8),
            spoilt,
        )
        ANSWER.unpack(network.service.answer(ask))
    assert login.office.facts().name
    record_property("tally: bodies fuzzed", FUZZED)


def spoilt_body(body: bytes, chance: Random) -> bytes:
    if chance.random() < 0.2:
        return chance.randbytes(chance.randrange(64))
    changed = bytearray(body)
    for _change in range(chance.randrange(1, 4)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randrange(len(changed) + 1)]) if chance.random() < 0.3 else bytes(changed)


@pytest.mark.parametrize("path", sorted(asks.OF_SEATS))
def test_nothing_of_seats_is_answered_to_a_stranger_nor_the_other_way_round(
    network: OfficeNetwork, path: str
) -> None:
    assert network.service is not None
    program = PROGRAM + VERSION
    with pytest.raises(AskRefused) as refused:
        network.service.answer(SeatAsk(path, None, LOOPBACK, program, b"", b""))
    assert refused.value.status is HTTPStatus.NOT_FOUND
    shown = certificate(network.join())
    with pytest.raises(AskRefused):
        network.service.answer(SeatAsk(asks.JOIN_PATH, shown, LOOPBACK, program, b"", b""))


def test_a_certificate_that_is_on_no_list_is_answered_with_words_alone(network: OfficeNetwork) -> None:
    """As one would be that somebody with the authority's key had made."""
    assert network.service is not None
    ask = SeatAsk(asks.GREETING_PATH, b"x" * 300, LOOPBACK, PROGRAM + VERSION, b"", asks.NOTHING.pack(None))
    assert failure_of(network.service.answer(ask)) is SeatNotKnown


@pytest.mark.parametrize("program", ["", PROGRAM, "evil/1.0", PROGRAM + "1.0 \u202e", PROGRAM + "9" * 41])
def test_a_seat_plants_no_text_in_the_list_of_seats_as_its_version(
    network: OfficeNetwork, program: str
) -> None:
    pc = network.join("一")
    network.log_in(pc)
    ask = SeatAsk(asks.INSTALLER_PATH, certificate(pc), LOOPBACK, program, b"", b"linux-x86_64 0")
    with pytest.raises(AskRefused) as refused:
        network.service.answer(ask)
    assert refused.value.status == HTTPStatus.BAD_REQUEST
    assert network.seat(pc).version == VERSION


def test_who_has_no_part_in_disposal_learns_nothing_of_who_has_one_open(network: OfficeNetwork) -> None:
    batch = "batch:" + "b" * 32
    owner = network.log_in(network.join("一"), Role.OWNER)
    technician = network.log_in(network.join("二"), Role.TECHNICIAN)
    owner.office.beside.look(owner.actor, batch)
    with pytest.raises(NotPermitted):
        technician.office.beside.look(technician.actor, batch)
