"""A call that is made again is answered again, and never done twice, however many are made at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Thread

import pytest

from hvacdesk.seats.answered_calls import AnsweredCalls
from hvacdesk.seats.calls import AnswerLost
from hvacdesk.seats.wire import UnreadableBody

PATIENCE = 20.0


class Work:
    """Counts how often it was done."""

    def __init__(self, answer: bytes = b"done") -> None:
        self.times, self.answer = 0, answer

    def __call__(self) -> bytes:
        self.times += 1
        return self.answer


def test_the_same_call_is_done_once() -> None:
    calls, work = AnsweredCalls(), Work()
    assert calls.once(1, b"m", work) == calls.once(1, b"m", work) == b"done"
    assert work.times == 1


def test_another_call_under_the_same_number_gets_nothing() -> None:
    calls, work = AnsweredCalls(), Work()
    calls.once(1, b"m", work)
    with pytest.raises(UnreadableBody):
        calls.once(1, b"other", work)
    assert work.times == 1


def test_who_asks_again_while_it_is_done_waits_for_it() -> None:
    calls, begun, go_on = AnsweredCalls(), Event(), Event()
    second = Work()

    def slow() -> bytes:
        begun.set()
        assert go_on.wait(20)
        return b"slow"

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(calls.once, 1, b"m", slow)
        assert begun.wait(20)
        again = pool.submit(calls.once, 1, b"m", second)
        go_on.set()
        assert one.result() == again.result() == b"slow"
    assert second.times == 0


def test_of_many_at_once_one_is_done() -> None:
    calls, work, together = AnsweredCalls(), Work(), Barrier(8)

    def ask() -> bytes:
        together.wait(20)
        return calls.once(1, b"m", work)

    with ThreadPoolExecutor(8) as pool:
        assert {one.result() for one in [pool.submit(ask) for _ in range(8)]} == {b"done"}
    assert work.times == 1


def test_an_answer_that_gave_way_is_not_made_again() -> None:
    calls, work = AnsweredCalls(kept_bytes=10), Work(b"123456")
    for number in (1, 2):
        calls.once(number, b"m", work)
    assert calls.once(2, b"m", work) == b"123456"
    with pytest.raises(AnswerLost):
        calls.once(1, b"m", work)
    assert work.times == 2


def test_a_number_older_than_any_that_is_known_is_not_done() -> None:
    calls, work = AnsweredCalls(kept=3), Work()
    for number in (1, 2, 3, 4, 5):
        calls.once(number, b"m", work)
    for number in (1, 2, 0, -1):
        with pytest.raises(AnswerLost):
            calls.once(number, b"m", work)
    assert calls.once(3, b"m", work) == b"done"
    assert work.times == 5


def test_calls_that_overtake_each_other_are_all_done() -> None:
    calls, work = AnsweredCalls(), Work()
    for number in (3, 1, 2):
        calls.once(number, b"m", work)
    assert work.times == 3


def test_what_is_forgotten_is_neither_given_nor_done_again() -> None:
    calls, work = AnsweredCalls(), Work()
    calls.once(1, b"m", work)
    calls.forget()
    with pytest.raises(AnswerLost):
        calls.once(1, b"m", work)
    assert work.times == 1


def test_an_answer_in_the_making_is_forgotten_too() -> None:
    """It may hold what was read before customers were destroyed."""
    calls = AnsweredCalls()

    def read_and_forget() -> bytes:
        other = Thread(target=calls.forget)
        other.start()
        other.join()
        return b"former"

    assert calls.once(1, b"m", read_and_forget) == b"former"
    with pytest.raises(AnswerLost):
        calls.once(1, b"m", Work())


def test_an_answer_that_was_forgotten_in_the_making_takes_up_no_room() -> None:
    """Else it would drive out answers that are still there to be given again."""
    calls, work = AnsweredCalls(kept_bytes=10), Work(b"123456")

    def forgotten() -> bytes:
        other = Thread(target=lambda: (calls.forget(), calls.once(2, b"m", work)))
        other.start()
        other.join()
        return b"former"

    calls.once(1, b"m", forgotten)
    assert calls.once(2, b"m", work) == b"123456"
    assert work.times == 1


def test_the_call_that_has_answers_forgotten_has_its_own_given_again() -> None:
    """The seat that had customers destroyed learns what came of it, also over a torn connection."""
    calls, work = AnsweredCalls(), Work()
    calls.once(1, b"m", work)

    def destroy() -> bytes:
        calls.forget()
        return b"destroyed"

    assert calls.once(2, b"d", destroy) == b"destroyed"
    assert calls.once(2, b"d", destroy) == b"destroyed"
    with pytest.raises(AnswerLost):
        calls.once(1, b"m", work)


def test_of_those_who_ask_again_the_last_alone_waits() -> None:
    calls, end, outcomes = AnsweredCalls(), Event(), list[str]()

    def long_work() -> bytes:
        end.wait(PATIENCE)
        return b"done"

    def ask(name: str) -> None:
        try:
            outcomes.append(f"{name}: {calls.once(1, b'm', long_work).decode()}")
        except AnswerLost:
            outcomes.append(f"{name}: gave way")

    first, torn, last = (Thread(target=ask, args=(name,)) for name in ("first", "torn", "last"))
    first.start()
    for number, one in enumerate((torn, last)):
        wait_for(lambda number=number: asked_again(calls) == number)
        one.start()
    wait_for(lambda: asked_again(calls) == 2)
    torn.join(PATIENCE)
    end.set()
    first.join(PATIENCE)
    last.join(PATIENCE)
    assert sorted(outcomes) == ["first: done", "last: done", "torn: gave way"]


def asked_again(calls: AnsweredCalls) -> int:
    known = calls._calls.get(1)
    return -1 if known is None else known.asked_again


def wait_for(condition: Callable[[], bool]) -> None:
    for _look in range(int(PATIENCE) * 100):
        if condition():
            return
        Event().wait(0.01)
    raise TimeoutError


@pytest.mark.parametrize("again", [1, 2])
def test_work_that_breaks_off_is_not_begun_again(again: int) -> None:
    calls, work = AnsweredCalls(), Work()

    def break_off() -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        calls.once(1, b"m", break_off)
    ask: Callable[[], bytes] = lambda: calls.once(1, b"m", work)  # noqa: E731
    for _time in range(again):
        with pytest.raises(AnswerLost):
            ask()
    assert work.times == 0
