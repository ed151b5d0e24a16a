"""Being alone with the database's file: nobody reads or writes meanwhile, and all go on afterwards."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from hvacdesk.store import engine
from hvacdesk.store.engine import Store
from hvacdesk.vault.errors import DatabaseBusy
from tests.helpers.ground import EncryptedFile
from tests.helpers.sabotage import replaced

PATIENCE = 20.0
"""Seconds after which a test gives up; it never waits that long when all is well."""


@pytest.fixture
def others() -> Iterator[ThreadPoolExecutor]:
    """Threads beside the test's own."""
    with ThreadPoolExecutor() as pool:
        yield pool


@pytest.fixture
def counted(store: Store) -> Store:
    """A store with one table to count in."""
    with store.transaction() as session:
        session.execute(text("CREATE TABLE hits (id INTEGER PRIMARY KEY)"))
    return store


def count(store: Store) -> int:
    with store.reading() as session:
        return int(session.execute(text("SELECT count(*) FROM hits")).scalar_one())


def hit(store: Store) -> None:
    with store.transaction() as session:
        session.execute(text("INSERT INTO hits DEFAULT VALUES"))


def held(store: Store, others: ThreadPoolExecutor, kind: str) -> tuple[threading.Event, Future[None]]:
    """Another thread inside the store, until the event is set."""
    inside, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with getattr(store, kind)() as used:
            if used is not None:
                used.execute(text("SELECT count(*) FROM sqlite_master"))
            inside.set()
            assert leave.wait(PATIENCE)

    future = others.submit(hold)
    assert inside.wait(PATIENCE)
    return leave, future


def test_no_connection_is_open_meanwhile(counted: Store) -> None:
    count(counted)
    assert counted._engine.pool.checkedin() > 0
    with counted.alone():
        assert counted._engine.pool.checkedin() == counted._engine.pool.checkedout() == 0
    assert count(counted) == 0


def opened(path: Path) -> int:
    """How many of this process's descriptors are of a file."""
    return sum(one.resolve() == path.resolve() for one in Path("/proc/self/fd").iterdir())


@pytest.mark.linux("counts descriptors where Linux lists them")
@pytest.mark.parametrize("kind", ["reading", "transaction", "connection"])
def test_what_was_in_use_when_all_were_closed_is_closed_when_it_is_given_back(
    counted: Store, others: ThreadPoolExecutor, tmp_path: Path, kind: str
) -> None:
    (path,) = tmp_path.glob("*.db")
    gc.disable()  # which would close it as well, sooner or later
    try:
        leave, holding = held(counted, others, kind)
        counted.close()
        leave.set()
        holding.result(PATIENCE)
        with counted.alone():
            assert opened(path) == 0
    finally:
        gc.enable()
    hit(counted)
    assert count(counted) == 1


@pytest.mark.parametrize("step", [count, hit, lambda store: store.sound()])
def test_whoever_wants_in_waits_and_goes_on_afterwards(
    counted: Store, others: ThreadPoolExecutor, step: Callable[[Store], object]
) -> None:
    with counted.alone():
        waiting = others.submit(step, counted)
        with pytest.raises(TimeoutError):
            waiting.result(0.3)
    waiting.result(PATIENCE)


@pytest.mark.parametrize("kind", ["reading", "transaction", "connection", "sole_writer"])
def test_it_waits_for_whoever_is_inside(counted: Store, others: ThreadPoolExecutor, kind: str) -> None:
    leave, holding = held(counted, others, kind)
    entered = threading.Event()

    def be_alone() -> None:
        with counted.alone():
            entered.set()

    alone = others.submit(be_alone)
    assert not entered.wait(0.3)
    leave.set()
    holding.result(PATIENCE)
    alone.result(PATIENCE)
    assert entered.is_set()


@pytest.mark.parametrize("kind", ["reading", "transaction", "sole_writer"])
def test_whoever_stays_inside_makes_it_give_up_and_nothing_is_closed(
    counted: Store, others: ThreadPoolExecutor, kind: str
) -> None:
    leave, holding = held(counted, others, kind)
    with replaced(engine, "ALONE_SECONDS", 0.1), pytest.raises(DatabaseBusy), counted.alone():
        pytest.fail("somebody else was inside")
    leave.set()
    holding.result(PATIENCE)
    hit(counted)
    assert count(counted) == 1


def test_whoever_is_inside_may_open_a_second_connection_while_another_thread_waits_to_be_alone(
    counted: Store, others: ThreadPoolExecutor
) -> None:
    inside, asked = threading.Event(), threading.Event()

    def read_twice() -> int:
        with counted.reading():
            inside.set()
            assert asked.wait(PATIENCE)
            return count(counted)

    reader = others.submit(read_twice)
    assert inside.wait(PATIENCE)
    turnstile = counted._turnstile

    def be_alone() -> None:
        with counted.alone():
            pass

    alone = others.submit(be_alone)
    with turnstile._changed:
        assert turnstile._changed.wait_for(lambda: turnstile._closed_by is not None, PATIENCE)
    asked.set()
    assert reader.result(PATIENCE) == 0
    alone.result(PATIENCE)


def test_several_threads_are_alone_one_after_the_other(counted: Store, others: ThreadPoolExecutor) -> None:
    together, most = [0], [0]

    def be_alone() -> None:
        with counted.alone():
            together[0] += 1
            most[0] = max(most[0], together[0])
            together[0] -= 1
        hit(counted)

    for done in [others.submit(be_alone) for _ in range(12)]:
        done.result(PATIENCE)
    assert most == [1]
    assert count(counted) == 12


def test_it_fits_into_the_sole_writers_own_block(counted: Store) -> None:
    with counted.sole_writer():
        hit(counted)
        with counted.alone():
            pass
        hit(counted)
    assert count(counted) == 2


def test_asking_for_it_with_a_connection_in_use_is_a_bug(counted: Store) -> None:
    with counted.reading(), pytest.raises(RuntimeError, match="inside"), counted.alone():
        pytest.fail("it would have waited for itself")
    with counted.alone(), pytest.raises(RuntimeError, match="alone"):
        count(counted)
    assert count(counted) == 0


def test_a_failure_inside_lets_everybody_in_again(counted: Store) -> None:
    with pytest.raises(ZeroDivisionError), counted.alone():
        raise ZeroDivisionError
    hit(counted)
    assert count(counted) == 1


def test_afterwards_the_file_that_connect_opens_by_then_is_used(tmp_path: Path) -> None:
    files = [EncryptedFile(tmp_path / name) for name in ("former.db", "present.db")]
    present = [files[0]]

    def connect() -> object:
        return present[0].connect()

    store = Store(connect)
    with store.transaction() as session:
        session.execute(text("CREATE TABLE hits (id INTEGER PRIMARY KEY)"))
    with store.alone():
        present[0] = files[1]
    with store.reading() as session:
        assert session.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
    store.close()


def test_any_number_of_threads_may_open_a_second_connection_while_all_are_inside(counted: Store) -> None:
    """Each would wait for the others' connections for ever, if there were only so many."""
    threads = 2 * engine.POOL_SIZE + 4
    inside = threading.Barrier(threads, timeout=PATIENCE)

    def read_twice(_number: int) -> int:
        with counted.reading() as session:
            session.execute(text("SELECT 1"))
            inside.wait()
            return count(counted)

    with ThreadPoolExecutor(threads) as pool:
        assert list(pool.map(read_twice, range(threads), timeout=PATIENCE)) == [0] * threads
    assert counted._engine.pool.checkedin() == engine.POOL_SIZE
