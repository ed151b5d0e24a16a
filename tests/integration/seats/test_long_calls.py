"""Long work that a seat asks for: its progress, its cancelling, and its result over connections that tear."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest

from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.exchange.importing import Duplicates
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.seats.seats import SeatState, SeatStopped
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.seats import link
from hvacdesk.seats.calls import AnswerLost, NoAnswer, NotReached
from hvacdesk.seats.http_server import HttpServer
from hvacdesk.seats.link import SeatLogin
from hvacdesk.seats.seat_sessions import SeatSession
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.exchange import importing
from hvacdesk.services.exchange.importing import ImportStopped
from hvacdesk.services.permissions import anybody_logged_in
from tests.helpers.office_network import OfficeNetwork
from tests.helpers.sabotage import replaced

PATIENCE = 120
STEP = phrase("Backups", "Copying")
ROWS = 3_000


class Work:
    """A backup that lasts until it is let go on, or is cancelled.

    Attributes:
        times: how often it was begun.
    """

    def __init__(self) -> None:
        self.times = 0
        self.begun, self.go_on, self.seen = Event(), Event(), Event()
        self.told: list[tuple[Any, ...]] = []

    @anybody_logged_in
    def run(
        self,
        actor: Actor,
        progress: Callable[[Phrase, int, int], None],
        cancelled: Callable[[], bool],
        places: object = None,
    ) -> tuple[()]:
        self.times += 1
        self.begun.set()
        progress(STEP, 1, 3)
        while not self.go_on.wait(0.02):
            if cancelled():
                raise ImportStopped
        return ()

    def tell(self, *told: Any) -> None:
        """What the seat is told."""
        self.told.append(told)
        self.seen.set()


@pytest.fixture
def work() -> Iterator[Work]:
    made = Work()
    with replaced(Backups, "run", lambda _self, *args, **kwargs: made.run(*args, **kwargs)):
        yield made
        made.go_on.set()


@pytest.fixture
def seat(network: OfficeNetwork) -> SeatLogin:
    return network.log_in(network.join())


@pytest.fixture
def cancel() -> Event:
    """The seat's button."""
    return Event()


@pytest.fixture
def asked(seat: SeatLogin, work: Work, cancel: Event) -> Iterator[Future[object]]:
    """The seat waits for the work, which has begun."""
    with ThreadPoolExecutor() as pool:
        waits = pool.submit(lambda: seat.office.backups.run(seat.actor, work.tell, cancel.is_set))
        assert work.begun.wait(PATIENCE)
        yield waits
        work.go_on.set()
        cancel.set()


def cut(network: OfficeNetwork) -> Callable[[], None]:
    """Pull the cable: nobody answers, and logins stay. What is given back plugs it in again."""
    service = network.service
    assert service is not None
    server = service._server
    place = server.places[0]
    server.stop()

    def mend() -> None:
        service._server = HttpServer([place], server._answering)

    return mend


def until(condition: Callable[[], object]) -> None:
    for _look in range(PATIENCE * 100):
        if condition():
            return
        Event().wait(0.01)
    raise TimeoutError


def test_a_seat_is_told_how_far_the_work_is(asked: Future[object], work: Work) -> None:
    assert work.seen.wait(PATIENCE)
    assert work.told == [(STEP, 1, 3)]
    work.go_on.set()
    assert asked.result(PATIENCE) == ()


def test_cancelling_reaches_the_office_pc(asked: Future[object], work: Work, cancel: Event) -> None:
    cancel.set()
    with pytest.raises(ImportStopped):
        asked.result(PATIENCE)
    assert not work.go_on.is_set()


def test_the_result_comes_once_the_cable_is_back_and_the_work_was_done_once(
    network: OfficeNetwork, seat: SeatLogin, asked: Future[object], work: Work
) -> None:
    with replaced(link, "PATIENCE_SECONDS", 0.02):  # so that many tries are made meanwhile
        mend = cut(network)
        until(lambda: seat.is_away)
        work.go_on.set()
        Event().wait(0.5)
        assert not asked.done()
        mend()
        assert asked.result(PATIENCE) == ()
    assert work.times == 1


def test_work_goes_on_through_many_cuts_and_can_still_be_cancelled(
    network: OfficeNetwork, seat: SeatLogin, asked: Future[object], work: Work, cancel: Event
) -> None:
    assert network.service is not None
    for _time in range(20):
        network.service._server.end_those(lambda _one: True)
        Event().wait(0.05)
    until(lambda: not seat.is_away)
    assert seat.office.customers.search(seat.actor, "田中").hits == 2
    cancel.set()
    with pytest.raises(ImportStopped):
        asked.result(PATIENCE)
    assert work.times == 1


def test_who_cancels_while_nobody_answers_waits_no_longer(
    network: OfficeNetwork, seat: SeatLogin, asked: Future[object], work: Work, cancel: Event
) -> None:
    with replaced(link, "PATIENCE_SECONDS", 0.02):
        mend = cut(network)
        until(lambda: seat.is_away)
        cancel.set()
        with pytest.raises(NoAnswer) as told:
            asked.result(PATIENCE)
        assert not isinstance(told.value, NotReached), "it may have been done"
    work.go_on.set()
    mend()


def test_what_was_never_sent_is_said_to_have_changed_nothing(
    network: OfficeNetwork, seat: SeatLogin, work: Work
) -> None:
    with replaced(link, "PATIENCE_SECONDS", 0.02):
        mend = cut(network)
        until(lambda: seat.is_away)
        with pytest.raises(NotReached):
            seat.office.backups.run(seat.actor, work.tell)
    mend()
    assert work.times == 0


def test_work_of_a_login_that_is_over_is_not_waited_for(
    network: OfficeNetwork, asked: Future[object], work: Work
) -> None:
    assert network.service is not None
    network.service.sessions.close()
    network.service._server.end_those(lambda _one: True)
    with pytest.raises(AnswerLost):  # it may have been done
        asked.result(PATIENCE)


def test_what_a_window_breaks_at_while_it_is_told_is_raised_where_it_was_asked(
    seat: SeatLogin, work: Work
) -> None:
    def break_at(*_told: object) -> None:
        work.seen.set()
        raise ZeroDivisionError

    with ThreadPoolExecutor() as pool:
        waits = pool.submit(lambda: seat.office.backups.run(seat.actor, break_at))
        assert work.seen.wait(PATIENCE)
        work.go_on.set()
        with pytest.raises(ZeroDivisionError):
            waits.result(PATIENCE)
    assert seat.office.customers.search(seat.actor, "田中").hits == 2, "news are heard all the same"


def a_list() -> GivenFile:
    rows = "".join(f"試験 {number},052-000-{number:04}\n" for number in range(ROWS))
    return GivenFile("一覧.csv", f"氏名,電話番号\n{rows}".encode())


def looked_through(seat: SeatLogin) -> str:
    here, actor = seat.office.importing, seat.actor
    table = here.open(actor, a_list()).key
    preview = here.preview(actor, table, "", here.layout(actor, table, ""), print, lambda: False)
    assert preview.total == ROWS
    return table


def test_an_import_that_is_torn_at_its_end_is_there_once(network: OfficeNetwork, seat: SeatLogin) -> None:
    table, stored = looked_through(seat), Event()
    real = importing.import_history.remember

    def remember(*args: Any) -> None:
        real(*args)
        stored.set()

    def tear() -> None:
        assert stored.wait(PATIENCE)
        assert network.service is not None
        network.service._server.end_those(lambda _one: True)

    with replaced(importing.import_history, "remember", remember), ThreadPoolExecutor() as pool:
        torn = pool.submit(tear)
        report = seat.office.importing.run(
            seat.actor,
            table,
            only_good_rows=True,
            duplicates=Duplicates.LEAVE_OUT,
            progress=lambda *_told: None,
            cancelled=lambda: False,
        )
        torn.result(PATIENCE)
    assert report.imported == ROWS
    (entry,) = seat.office.audit.entries(seat.actor, action=Action.CUSTOMERS_IMPORTED)
    assert entry.details["customers"] == ROWS
    assert seat.office.customers.search(seat.actor, "試験").total == ROWS + 3


def test_an_import_that_is_cancelled_at_a_seat_registers_nobody(seat: SeatLogin) -> None:
    table, counted = looked_through(seat), list[int]()

    def slowly(*args: Any, **kwargs: Any) -> Iterator[int]:
        for number in range(1, 30_000):
            Event().wait(0.01)
            yield number

    def count(done: int, _total: int) -> None:
        counted.append(done)

    with replaced(importing.store, "add_all", slowly), pytest.raises(ImportStopped):
        seat.office.importing.run(
            seat.actor,
            table,
            only_good_rows=True,
            duplicates=Duplicates.LEAVE_OUT,
            progress=count,
            cancelled=lambda: len(counted) >= 2,
        )
    assert counted == sorted(set(counted))
    assert seat.office.customers.search(seat.actor, "試験").total == 3


@pytest.mark.parametrize("state", [SeatState.LOCKED, SeatState.REVOKED])
def test_nothing_is_committed_of_what_runs_while_its_seat_is_stopped(
    network: OfficeNetwork, state: SeatState
) -> None:
    pc = network.join()
    seat = network.log_in(pc)
    table, begun, go_on = looked_through(seat), Event(), Event()
    real = importing.store.add_all

    def slowly(*args: Any, **kwargs: Any) -> Any:
        begun.set()
        assert go_on.wait(PATIENCE)
        return real(*args, **kwargs)

    def run() -> object:
        return seat.office.importing.run(
            seat.actor,
            table,
            only_good_rows=True,
            duplicates=Duplicates.LEAVE_OUT,
            progress=lambda *_told: None,
            cancelled=lambda: False,
        )

    with replaced(importing.store, "add_all", slowly), ThreadPoolExecutor() as pool:
        running = pool.submit(run)
        assert begun.wait(PATIENCE)
        session = the_login(network)
        network.office_pc.set_state(pc.membership.seat, state)
        go_on.set()
        with pytest.raises((AnswerLost, SeatStopped)):
            running.result(PATIENCE)
    until(lambda: session._left)
    actor = network.owner.session_actor
    assert network.owner.customers.search(actor, "試験").total == 3
    assert network.owner.audit.entries(actor, limit=1)[0].action is Action.LOGGED_OUT


def the_login(network: OfficeNetwork) -> SeatSession:
    """The only login at a seat; it is left once whatever runs in it is over."""
    assert network.service is not None
    (session,) = network.service.sessions._sessions.values()
    return session


def test_what_can_be_cancelled_is_cancelled_when_its_seat_is_stopped(
    network: OfficeNetwork, seat: SeatLogin, asked: Future[object], work: Work
) -> None:
    session = the_login(network)
    network.office_pc.set_state(session.seat, SeatState.LOCKED)
    with pytest.raises((AnswerLost, SeatStopped)):
        asked.result(PATIENCE)
    until(lambda: session._left)
    assert not work.go_on.is_set(), "it ended by itself"
