"""Windows that nobody holds any more are freed on the UI thread, whatever thread makes garbage."""

from __future__ import annotations

import gc
import sys
import threading
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui import background, under_way
from hvacdesk.ui.collector import INTERVAL_MS, MOST_GROWTH, Collector, collect_all
from tests.helpers.heartbeat import Heartbeat


class Circle(QWidget):
    """A window in a reference cycle, which says on which thread it went."""

    def __init__(self, gone: list[str]) -> None:
        super().__init__()
        self.myself = self
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.current_thread().name)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def make_garbage() -> None:
    """Enough of it that a collector left to itself runs several times."""
    for _ in range(60_000):
        ring: list[object] = []
        ring.append(ring)


def test_a_worker_that_makes_garbage_frees_no_window(qtbot: QtBot, parent: QWidget) -> None:
    collector = Collector(parent)
    gone: list[str] = []
    circle = Circle(gone)
    del circle
    worker = threading.Thread(target=make_garbage, name="worker")
    worker.start()
    worker.join()
    assert not gc.isenabled()
    assert gone == []
    collector.collect()
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.main_thread().name]


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes each whole collection instead of doing it."""
    done: list[str] = []
    monkeypatch.setattr("hvacdesk.ui.collector.collect_all", lambda: done.append("whole"))
    return done


@pytest.fixture
def quiet(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> Collector:
    """A collector whose last whole collection is long ago, in a moment in which nobody does anything."""
    collector = Collector(parent)
    for timer in collector.findChildren(QTimer):
        timer.stop()  # these tests ask it themselves; on a busy machine its turn would come in between
    collector._whole_at -= 1_000_000
    monkeypatch.setattr(type(collector._input), "seconds", 3.5)
    monkeypatch.setattr(under_way, "idle_seconds", lambda: 3.5)
    return collector


def test_everything_is_looked_through_in_a_quiet_moment_and_then_not_again_at_once(
    quiet: Collector, whole: list[str]
) -> None:
    quiet.collect()
    assert whole == ["whole"]
    quiet.collect()
    assert whole == ["whole"]


def test_it_is_not_while_somebody_types(
    quiet: Collector, whole: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(quiet._input), "seconds", 2.5)
    quiet.collect()
    assert whole == []


def test_it_is_not_while_something_runs_or_has_just_ended(
    quiet: Collector, whole: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two steps of an import nothing runs for a moment, and the whole list is in memory."""
    monkeypatch.setattr(under_way, "idle_seconds", lambda: 2.5)
    quiet.collect()
    assert whole == []


def test_it_is_not_while_a_dialog_is_open(
    qtbot: QtBot, quiet: Collector, parent: QWidget, whole: list[str]
) -> None:
    dialog = QDialog(parent)
    qtbot.addWidget(dialog)
    dialog.open()
    quiet.collect()
    assert whole == []
    dialog.reject()
    quiet.collect()
    assert whole == ["whole"]


def test_without_any_quiet_moment_it_is_before_memory_runs_out(
    quiet: Collector, whole: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_way, "idle_seconds", lambda: 0.0)
    quiet._blocks = sys.getallocatedblocks() - MOST_GROWTH // 2
    quiet.collect()
    assert whole == []
    quiet._blocks -= MOST_GROWTH
    quiet.collect()
    assert whole == ["whole"]
    quiet.collect()
    assert whole == ["whole"]


def read_list() -> list[list[list[int]]]:
    """As many objects as an import keeps of a long list, made about as quickly."""
    made = []
    for _ in range(600):
        made.append([[at] for at in range(1_000)])
        time.sleep(0.001)
    return made


def test_a_long_list_does_not_hold_the_windows_up(
    qtbot: QtBot, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither while it is read nor just afterwards is all of it looked through."""
    collector = Collector(parent)
    for timer in collector.findChildren(QTimer):
        timer.stop()  # these tests ask it themselves; on a busy machine its turn would come in between
    collector._whole_at -= 1_000_000
    monkeypatch.setattr(type(collector._input), "seconds", 60.0)
    read: list[object] = []
    with Heartbeat() as beat:
        background.ask(parent, read_list).then(read.append)
        qtbot.waitUntil(lambda: bool(read), timeout=60_000)
        qtbot.wait(3 * INTERVAL_MS)
    began = time.thread_time()
    gc.collect()
    whole_ms = (time.thread_time() - began) * 1000
    assert beat.longest_work_ms < min(50, whole_ms / 2)


def test_what_outlived_a_quiet_moment_is_looked_at_again_in_the_next(parent: QWidget) -> None:
    gone: list[str] = []
    circle = Circle(gone)
    try:
        collect_all()
        del circle
        gc.collect()
        assert gone == []
        collect_all()
        assert gone == [threading.main_thread().name]
    finally:
        gc.unfreeze()


def test_without_it_a_worker_would(qtbot: QtBot) -> None:
    """Which the test above needs to be one at all; a bare object, since a window would crash Qt."""
    gone: list[str] = []

    class Ring:
        def __init__(self) -> None:
            self.myself = self

        def __del__(self) -> None:
            gone.append(threading.current_thread().name)

    ring = Ring()
    del ring
    gc.enable()
    try:
        worker = threading.Thread(target=make_garbage, name="worker")
        worker.start()
        worker.join()
    finally:
        gc.disable()
    assert gone == ["worker"]
