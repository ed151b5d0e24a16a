"""Slow work beside the windows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from threading import Event, get_ident
from weakref import ref

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import NotPermitted, UserFacingError
from hvacdesk.ui import background, under_way
from hvacdesk.ui.background import Progress
from hvacdesk.ui.collector import collect_all
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.errors import ErrorDialog


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_the_work_runs_elsewhere_and_the_answer_comes_here(qtbot: QtBot, owner: QWidget) -> None:
    answers: list[tuple[int, int]] = []
    background.ask(owner, get_ident).then(lambda there: answers.append((there, get_ident())))
    qtbot.waitUntil(lambda: bool(answers))
    there, here = answers[0]
    assert here == get_ident()
    assert there != here


def test_work_that_takes_long_does_not_hold_up_what_comes_after_it(qtbot: QtBot, owner: QWidget) -> None:
    background.begin()
    over = Event()
    answers: list[str] = []
    for _ in range(background.WORKERS - 1):
        background.ask(owner, over.wait).begin()
    background.ask(owner, lambda: "found").then(answers.append)
    try:
        qtbot.waitUntil(lambda: answers == ["found"])
        assert not over.is_set()
    finally:
        over.set()
    qtbot.waitUntil(background.idle)


def test_what_the_work_knows_is_never_let_go_of_by_the_worker(
    qtbot: QtBot, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that is slow to leave would be the last to hold a window, and destroy it on its thread."""
    answered = Event()
    work_on = background.Operation.run_on_worker

    def slow_to_leave(operation: background.Operation) -> None:
        work_on(operation)
        answered.wait(0.3)

    monkeypatch.setattr(background.Operation, "run_on_worker", slow_to_leave)

    class Known:
        """Stands for a window."""

    let_go_of: list[int] = []

    def ask() -> ref[Known]:
        known = Known()
        background.ask(owner, lambda: id(known)).then(lambda _answer: answered.set())
        return ref(known, lambda _gone: let_go_of.append(get_ident()))

    kept = ask()
    qtbot.waitUntil(lambda: kept() is None)
    assert let_go_of == [get_ident()]


def test_a_foreseen_error_reaches_its_handler(qtbot: QtBot, owner: QWidget) -> None:
    errors: list[UserFacingError] = []

    def refuse() -> None:
        raise NotPermitted

    background.ask(owner, refuse).then(lambda _answer: pytest.fail("not done")).otherwise(errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], NotPermitted)


def test_without_a_handler_the_error_is_shown_over_the_owner(qtbot: QtBot, owner: QWidget) -> None:
    def refuse() -> None:
        raise NotPermitted

    owner.show()
    background.ask(owner, refuse).begin()
    qtbot.waitUntil(lambda: bool(owner.findChildren(ErrorDialog)))
    dialog = owner.findChild(ErrorDialog)
    assert isinstance(dialog.error, NotPermitted)
    dialog.close()


def test_a_bug_is_loud(qtbot: QtBot, owner: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: heard.append(kind))
    background.ask(owner, lambda: {}[1]).then(lambda _answer: pytest.fail("not done")).otherwise(heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [KeyError]


def test_the_answer_is_dropped_when_its_owner_is_gone(qtbot: QtBot) -> None:
    owner = QWidget()
    go, answers = Event(), []
    operation = background.ask(owner, lambda: go.wait(10)).then(answers.append)
    owner.deleteLater()
    qtbot.waitUntil(lambda: operation.progress.cancelled)
    go.set()
    qtbot.waitUntil(background.idle)
    assert answers == []


def test_cancelling_ends_the_work_without_an_answer(qtbot: QtBot, owner: QWidget) -> None:
    started, stopped = Event(), Event()

    def count(progress: Progress) -> None:
        started.set()
        try:
            while True:
                stopped.wait(0.001)
                progress.check()
        finally:
            stopped.set()

    operation = (
        background.ask_with_progress(owner, count)
        .then(lambda _answer: pytest.fail("done"))
        .otherwise(lambda _error: pytest.fail("failed"))
    )
    assert started.wait(10)
    operation.cancel()
    qtbot.waitUntil(background.idle)
    assert stopped.is_set()


def test_a_button_that_was_disabled_before_stays_so(qtbot: QtBot, owner: QWidget) -> None:
    button = QPushButton(owner)
    button.setEnabled(False)
    busy = Busy("Trying", owner, disable=button, delay_ms=0)
    owner.show()
    for _time in range(2):
        background.ask(owner, lambda: None).with_busy(busy).then(lambda _none: None)
        qtbot.waitUntil(background.idle)
        assert not button.isEnabled()


def test_progress_is_shown_and_the_button_rests_meanwhile(qtbot: QtBot, owner: QWidget) -> None:
    button = QPushButton(owner)
    busy = Busy("Working", owner, disable=button, delay_ms=0)
    owner.show()
    go = Event()

    def work(progress: Progress) -> str:
        progress(3, 10, "Third of ten")
        go.wait(10)
        return "answer"

    answers: list[str] = []
    background.ask_with_progress(owner, work).with_busy(busy).then(answers.append)
    qtbot.waitUntil(lambda: busy.bar.value() == 3 and busy.isVisible())
    assert busy.text.text() == "Third of ten"
    assert not button.isEnabled()
    go.set()
    qtbot.waitUntil(lambda: answers == ["answer"])
    assert button.isEnabled()
    assert not busy.isVisible()


def test_settling_waits_for_every_worker(qtbot: QtBot, owner: QWidget) -> None:
    ended = Event()

    def work(progress: Progress) -> None:
        while not progress.cancelled:
            ended.wait(0.001)
        ended.set()

    background.ask_with_progress(owner, work).begin()
    background.settle()
    assert ended.is_set()
    qtbot.waitUntil(background.idle)


def test_it_tells_for_how_long_nothing_ran(
    qtbot: QtBot, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_000.0]
    monkeypatch.setattr("hvacdesk.ui.under_way.time.monotonic", lambda: now[0])
    go_on = Event()
    answers: list[bool] = []
    background.ask(owner, go_on.wait).then(answers.append)
    now[0] = 1_060.0
    assert under_way.idle_seconds() == 0
    go_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert under_way.idle_seconds() == 0
    now[0] = 1_062.5
    assert under_way.idle_seconds() == 2.5


class TestTurns:
    """Work on the UI thread that comes in pieces."""

    @staticmethod
    def pieces(done: list[object], name: str, count: int = 3) -> Iterator[None]:
        try:
            for at in range(count):
                done.append((name, at))
                yield
        finally:
            done.append(name)

    def test_each_piece_has_a_turn_of_its_own(self, qtbot: QtBot, owner: QWidget) -> None:
        done: list[object] = []
        seen: list[int] = []
        watch = QTimer(owner)
        watch.timeout.connect(lambda: seen.append(len(done)))
        watch.start(0)
        background.in_turns(owner, self.pieces(done, "a"))
        assert done == []
        assert not background.idle()
        qtbot.waitUntil(background.idle)
        assert done == [("a", 0), ("a", 1), ("a", 2), "a"]
        assert {1, 2, 3} <= set(seen)

    def test_what_the_same_owner_asked_for_before_is_given_up(self, qtbot: QtBot, owner: QWidget) -> None:
        done: list[object] = []
        background.in_turns(owner, self.pieces(done, "a", 1_000_000))
        qtbot.waitUntil(lambda: bool(done))
        background.in_turns(owner, self.pieces(done, "b"))
        assert done[-1] == "a"
        qtbot.waitUntil(background.idle)
        assert done[-5:] == ["a", ("b", 0), ("b", 1), ("b", 2), "b"]

    def test_it_ends_with_its_owner(self, qtbot: QtBot) -> None:
        done: list[object] = []
        owner = QWidget()
        background.in_turns(owner, self.pieces(done, "a", 1_000_000))
        qtbot.waitUntil(lambda: bool(done))
        owner.deleteLater()
        qtbot.waitUntil(background.idle)
        assert done[-1] == "a"

    def test_settling_leaves_the_rest_undone(self, qtbot: QtBot, owner: QWidget) -> None:
        done: list[object] = []
        background.in_turns(owner, self.pieces(done, "a", 1_000_000))
        qtbot.waitUntil(lambda: bool(done))
        background.settle()
        assert background.idle()
        assert done[-1] == "a"

    def test_a_bug_is_loud_and_ends_it(self, qtbot: QtBot, owner: QWidget) -> None:
        def broken() -> Iterator[None]:
            yield
            raise ZeroDivisionError

        with qtbot.captureExceptions() as heard:
            background.in_turns(owner, broken())
            qtbot.waitUntil(background.idle)
        assert [kind for kind, _error, _trace in heard] == [ZeroDivisionError]


def test_whatever_asked_for_work_is_not_kept_after_its_answer(qtbot: QtBot, owner: QWidget) -> None:
    """Work that ends at once stayed for ever one time in a hundred, and with it windows and their offices."""
    background.begin()
    kept: list[ref[Asker]] = []
    for _ in range(3000):
        asker = Asker()
        kept.append(ref(asker))
        background.ask(owner, asker.work).then(asker.take)
    del asker
    qtbot.waitUntil(background.idle)
    background.settle()
    collect_all()
    assert sum(one() is not None for one in kept) == 0


class Asker:
    """What a window is to its work."""

    def work(self) -> int:
        return sum(range(2000))

    def take(self, answer: int) -> None:
        """Nobody needs it."""
