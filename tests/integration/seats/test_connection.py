"""A seat on a real connection: joins, logs in, calls, hears, loses the office PC and finds it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Event
from typing import Any

import pytest

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.seats.seats import (
    AnotherVersion,
    Pause,
    SeatLocked,
    SeatLoginEnded,
    SeatLoginReplaced,
    SeatRevoked,
    SeatState,
)
from hvacdesk.seats.asks import CALL_PATH
from hvacdesk.seats.calls import AnswerLost, NoAnswer, NothingShown, NotReached
from hvacdesk.seats.http_server import SeatAsk, _Connection
from hvacdesk.seats.link import Listening, SeatLink, SeatLogin
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.services.open_office import Office
from hvacdesk.vault.errors import TooManyTries, WrongPassphrase
from hvacdesk.vault.seats.certificates import RENEWED_BEFORE, VALID
from tests.helpers.office_network import OFFICE_NAME, VERSION, OfficeNetwork, wall_clock
from tests.helpers.people import customer
from tests.helpers.real_office import NAMES, passphrase_of
from tests.helpers.sabotage import replaced
from tests.helpers.waiting import until

PATIENCE = 20


def test_a_pc_joins_and_somebody_works_there(network: OfficeNetwork) -> None:
    seat_pc = network.join()
    greeting = network.link(seat_pc).greeting()
    assert greeting.office_name == OFFICE_NAME
    assert {one.name for one in greeting.people} >= set(NAMES.values())
    login = network.log_in(seat_pc)
    found = login.office.customers.search(login.actor, "田中")
    assert len(found.rows) == 2
    made = login.office.customers.add(login.actor, customer())
    assert login.office.customers.detail(login.actor, made).customer == made


def test_a_seat_goes_by_the_office_pcs_clock(network: OfficeNetwork) -> None:
    """Days that a seat proposes go into records; see :class:`OfficeClock`."""
    clock = network.real.clock
    late = SeatLink(network.join(), VERSION, lambda: clock() - timedelta(days=20))
    network._links.append(late)
    name = NAMES[Role.OWNER]
    login = late.log_in(network.real.accounts[name], passphrase_of(name))
    network._logins.append(login)
    assert login.office.today() == network.owner.today()
    assert login.clocks[1] - login.clocks[0] == timedelta(days=20)
    clock.pass_time(days=1)  # somebody sets it at the office PC
    until(lambda: login.office.today() == network.owner.today())
    clock.pass_time(days=-1)
    until(lambda: login.office.today() == network.owner.today())


def test_the_list_says_which_seat_came_from_where(network: OfficeNetwork) -> None:
    seat_pc = network.join("現場の席")
    network.link(seat_pc).greeting()
    seat = network.seat(seat_pc)
    assert (seat.name, seat.state, seat.version, seat.address) == (
        "現場の席",
        SeatState.ACTIVE,
        "1.2.3",
        "127.0.0.1",
    )
    assert seat.last_seen is not None


def test_two_seats_work_beside_each_other_each_in_its_own_name(network: OfficeNetwork) -> None:
    one, other = network.join("一"), network.join("二")
    owner, desk = network.log_in(one, Role.OWNER), network.log_in(other, Role.DESK)
    made = owner.office.customers.add(owner.actor, customer())
    assert desk.office.customers.detail(desk.actor, made).customer == made
    assert owner.actor.roles != desk.actor.roles
    assert network.service is not None
    assert {actor.name for _seat, actor in network.service.sessions.logged_in()} == {
        NAMES[Role.OWNER],
        NAMES[Role.DESK],
    }


def test_leaving_is_logged_and_ends_the_login(network: OfficeNetwork) -> None:
    seat_pc = network.join()
    login = network.log_in(seat_pc)
    login.leave()
    with pytest.raises(SeatLoginEnded):
        login.office.facts()
    assert network.service is not None
    assert network.service.sessions.logged_in() == ()
    again = network.log_in(seat_pc)
    actions = [one.action for one in again.office.audit.entries(again.actor)]
    assert actions.count(Action.LOGGED_OUT) >= 1


def test_a_new_login_at_a_seat_ends_the_former_one(network: OfficeNetwork) -> None:
    over, seat_pc = Event(), network.join()
    former = network.log_in(seat_pc, Role.OWNER, Listening(ended=lambda _why: over.set()))
    login = network.log_in(seat_pc, Role.DESK)
    assert over.wait(PATIENCE)
    assert ended(former) is SeatLoginReplaced
    assert network.service is not None
    assert [actor for _seat, actor in network.service.sessions.logged_in()] == [login.actor]


def test_a_seat_at_work_takes_its_next_certificate(network: OfficeNetwork) -> None:
    seat_pc = network.join()
    link, login = network.link(seat_pc), network.log_in(seat_pc)
    assert not link.renew(login)  # it is not time
    seat_pc._clock = lambda: wall_clock() + VALID - RENEWED_BEFORE
    assert not link.renew(login)  # the office PC's clock says otherwise
    network.office_pc.sign_what_is_due(network.authority)
    assert not link.renew(login)
    network.office_pc.clock = seat_pc._clock
    assert not link.renew(login)  # nobody has signed yet
    network.office_pc.clock = wall_clock
    network.office_pc.sign_what_is_due(network.authority)
    assert link.renew(login)
    assert login.office.facts().name == OFFICE_NAME
    assert link.greeting().office_name == OFFICE_NAME


# What is refused


def test_a_wrong_passphrase_is_the_office_pcs_own_error_and_slows_the_seat(network: OfficeNetwork) -> None:
    seat_pc = network.join()
    link = network.link(seat_pc)
    for name in (NAMES[Role.OWNER], NAMES[Role.DESK], NAMES[Role.TECHNICIAN]):
        with pytest.raises(WrongPassphrase):
            link.log_in(network.real.accounts[name], "a wrong passphrase")
    with pytest.raises(TooManyTries):  # of the seat: this account had no try yet
        link.log_in(network.real.accounts[NAMES[Role.ACCOUNTING]], "a wrong passphrase")
    other = network.join("他の席")
    assert network.log_in(other, Role.ACCOUNTING).actor.name == NAMES[Role.ACCOUNTING]


def test_another_version_is_refused_with_words(network: OfficeNetwork) -> None:
    seat_pc = network.join()
    with pytest.raises(AnotherVersion) as refused:
        network.link(seat_pc, version="1.2.4").greeting()
    assert "1.2.4" in str(refused.value)
    assert "1.2.3" in str(refused.value)


def ended(login: SeatLogin) -> type[UserFacingError] | None:
    with pytest.raises(UserFacingError) as caught:
        login.office.facts()
    return type(caught.value)


def stop(network: OfficeNetwork, seat: str, state: SeatState) -> None:
    """As the owner does it at the office PC, who is logged in there."""
    owner = Actor(network.real.accounts[NAMES[Role.OWNER]], NAMES[Role.OWNER], frozenset({Role.OWNER}))
    network.owner.seat_list(network.office_pc).set_state(owner, seat, state)


@pytest.mark.parametrize(
    ("state", "error"), [(SeatState.REVOKED, SeatRevoked), (SeatState.LOCKED, SeatLocked)]
)
def test_a_stopped_seat_opens_nothing_from_that_moment_on(
    network: OfficeNetwork, state: SeatState, error: type[UserFacingError]
) -> None:
    seat_pc, over = network.join(), Event()
    told: list[UserFacingError] = []

    def note(why: UserFacingError) -> None:
        told.append(why)
        over.set()

    login = network.log_in(seat_pc, listening=Listening(ended=note))
    login.office.facts()
    stop(network, seat_pc.membership.seat, state)
    assert ended(login) in (error, NothingShown)
    assert over.wait(PATIENCE)
    assert [type(one) for one in told] == [error]
    assert ended(login) is error
    with pytest.raises(error):
        network.link(seat_pc).greeting()
    with pytest.raises(error):
        network.log_in(seat_pc)
    assert network.service is not None
    assert network.service.sessions.logged_in() == ()


def test_a_save_during_which_the_seat_was_stopped_is_not_said_to_be_undone(network: OfficeNetwork) -> None:
    seat_pc = network.join()
    login = network.log_in(seat_pc)
    add = Customers.add

    def add_and_lock(*args: Any, **kwargs: Any) -> str:
        made = add(*args, **kwargs)
        network.office_pc.book.set_state(seat_pc.membership.seat, SeatState.LOCKED)
        return made

    with replaced(Customers, "add", add_and_lock), pytest.raises(AnswerLost):
        login.office.customers.add(login.actor, customer())


def replaced_login(network: OfficeNetwork, seat: str) -> None:
    assert network.service is not None
    name = NAMES[Role.DESK]
    network.service.sessions.log_in(seat, network.real.accounts[name], passphrase_of(name))


def restarted(network: OfficeNetwork, _seat: str) -> None:
    network.stop()
    network.listen()


@pytest.mark.parametrize("ending", [replaced_login, restarted])
def test_a_save_during_which_the_login_ended_is_not_said_to_be_undone(
    network: OfficeNetwork, ending: Callable[[OfficeNetwork, str], None]
) -> None:
    seat_pc, over = network.join(), Event()
    login = network.log_in(seat_pc, listening=Listening(ended=lambda _why: over.set()))
    add, saved = Customers.add, list[str]()

    def add_and_end(*args: Any, **kwargs: Any) -> str:
        saved.append(add(*args, **kwargs))
        ending(network, seat_pc.membership.seat)
        assert over.wait(PATIENCE)
        return saved[-1]

    with replaced(Customers, "add", add_and_end), pytest.raises((AnswerLost, NoAnswer)) as caught:
        login.office.customers.add(login.actor, customer())
    assert not isinstance(caught.value, NotReached)
    assert len(saved) == 1


def test_nobody_is_answered_once_the_login_is_over_not_even_who_speaks_without_the_program(
    network: OfficeNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat_pc = network.join()
    login = network.log_in(seat_pc)
    assert network.service is not None
    call, told, over = network.service._of_seats[CALL_PATH], list[bytes](), Event()

    def tell(ask: SeatAsk) -> bytes:
        try:
            told.append(call(ask))
            return told[-1]
        finally:
            over.set()

    facts = Office.facts

    def read_and_end(office: Office) -> OfficeFacts:
        read = facts(office)
        replaced_login(network, seat_pc.membership.seat)
        return read

    monkeypatch.setitem(network.service._of_seats, CALL_PATH, tell)
    with replaced(Office, "facts", read_and_end), pytest.raises((NothingShown, SeatLoginEnded)):
        login.office.facts()
    assert over.wait(PATIENCE)
    assert told == []


def test_a_seat_that_is_unlocked_works_again(network: OfficeNetwork) -> None:
    seat_pc = network.join()
    seat = seat_pc.membership.seat
    stop(network, seat, SeatState.LOCKED)
    stop(network, seat, SeatState.ACTIVE)
    assert network.log_in(seat_pc).office.facts().name == OFFICE_NAME


# What is heard


def test_a_seat_hears_nothing_of_rooms_that_its_person_has_no_part_in(network: OfficeNetwork) -> None:
    login = network.log_in(network.join(), Role.TECHNICIAN)
    heard, rooms = Event(), list[Room]()

    def note(changed: frozenset[Room]) -> None:
        rooms.extend(changed)
        if Room.CUSTOMERS in changed:
            heard.set()

    login.office.changes.listen(note)
    office, actor = network.owner, network.owner.session_actor
    office.incidents.report(actor, Happening(next(iter(IncidentKind)), "名簿が見当たらない"))
    office.customers.add(actor, customer())
    assert heard.wait(PATIENCE)
    login.office.facts()  # an answer brings news along, too
    assert Room.INCIDENTS not in rooms
    login.office.incidents.report(login.actor, Happening(next(iter(IncidentKind)), "鍵を落とした"))
    assert Room.INCIDENTS in rooms, "what one did oneself is told"


def test_what_others_change_is_heard_without_asking(network: OfficeNetwork) -> None:
    seat_pc = network.join()
    login = network.log_in(seat_pc)
    heard, rooms = Event(), list[frozenset[Room]]()

    def note(changed: frozenset[Room]) -> None:
        rooms.append(changed)
        heard.set()

    login.office.changes.listen(note)
    assert network.service is not None
    (session,) = network.service.sessions._sessions.values()
    session._office.customers.add(session.actor, customer())  # as anybody else's login over the same changes
    assert heard.wait(PATIENCE)
    assert Room.CUSTOMERS in rooms[0]


def test_ones_own_change_is_told_once(network: OfficeNetwork) -> None:
    login = network.log_in(network.join())
    rooms = list[frozenset[Room]]()
    login.office.changes.listen(rooms.append)
    login.office.customers.add(login.actor, customer())
    assert network.service is not None
    paused = Event()
    login._listening = Listening(paused=lambda _why: paused.set())
    network.service.sessions.pause(Pause.DISPOSAL)
    assert paused.wait(PATIENCE)  # news came after it
    assert [Room.CUSTOMERS in one for one in rooms] == [True]


def test_everybody_is_asked_to_pause_and_to_go_on(network: OfficeNetwork) -> None:
    one, other = network.join("一"), network.join("二")
    asked, may_go_on = [Event(), Event()], [Event(), Event()]

    def listening(at: int) -> Listening:
        return Listening(paused=lambda why: (may_go_on if why is None else asked)[at].set())

    logins = [network.log_in(pc, listening=listening(at)) for at, pc in enumerate((one, other))]
    assert network.service is not None
    network.service.sessions.pause(Pause.DISPOSAL)
    assert all(event.wait(PATIENCE) for event in asked)
    assert [login.pause for login in logins] == [Pause.DISPOSAL] * 2
    network.service.sessions.pause(None)
    assert all(event.wait(PATIENCE) for event in may_go_on)


# What is lost


def test_the_office_pc_goes_away_and_comes_back_with_the_same_login(network: OfficeNetwork) -> None:
    away, back = Event(), Event()
    login = network.log_in(
        network.join(), listening=Listening(away=lambda gone: (away if gone else back).set())
    )
    assert network.service is not None
    server = network.service._server
    server.stop()
    assert away.wait(PATIENCE)
    assert login.is_away
    with pytest.raises(NoAnswer):
        login.office.facts()
    from hvacdesk.seats.http_server import HttpServer

    network.service._server = HttpServer([(network.address, network.port)], server._answering)
    assert back.wait(PATIENCE)
    assert login.office.facts().name == OFFICE_NAME


def test_an_answer_that_breaks_off_is_asked_for_again(network: OfficeNetwork) -> None:
    login, send, whole = network.log_in(network.join()), _Connection._send, Event()

    def break_off(connection: _Connection, data: bytes) -> None:
        if len(data) < 1_000 or whole.is_set():  # news are shorter
            send(connection, data)
        else:
            whole.set()
            send(connection, data[:-1])
            raise ConnectionResetError

    with replaced(_Connection, "_send", break_off):
        assert len(login.office.customers.search(login.actor, "").rows) == 3
    assert whole.is_set()


def test_an_office_pc_that_was_restarted_says_that_the_login_ended(network: OfficeNetwork) -> None:
    over = Event()
    login = network.log_in(network.join(), listening=Listening(ended=lambda _why: over.set()))
    network.stop()
    network.listen()
    assert over.wait(PATIENCE)
    assert ended(login) is SeatLoginEnded


def test_a_login_that_ends_while_somebody_asks_is_no_bug(network: OfficeNetwork) -> None:
    login = network.log_in(network.join())
    assert network.service is not None
    (session,) = network.service.sessions._sessions.values()
    require, bugs = session._office.require_login, list[Exception]()

    def end_meanwhile() -> None:
        session.end()
        require()

    with (
        replaced(network.service, "_tell_bug", bugs.append),
        replaced(session._office, "require_login", end_meanwhile),
    ):
        # Where the seat hears the news first, it closes the connection over which the answer would have come.
        assert ended(login) in (SeatLoginEnded, NothingShown)
        login._listener.join(PATIENCE)
    assert bugs == []


def test_a_login_at_a_seat_of_which_nothing_is_heard_ends(network: OfficeNetwork) -> None:
    login = network.log_in(network.join())
    login._is_over_by(SeatLoginEnded())  # as if the seat were switched off
    login._close()
    login._listener.join(PATIENCE)
    assert network.service is not None
    sessions = network.service.sessions
    (session,) = sessions._sessions.values()
    sessions.end_silent()
    assert len(sessions.logged_in()) == 1
    session.heard -= sessions._kept_seconds + 1
    sessions.end_silent()
    assert sessions.logged_in() == ()
