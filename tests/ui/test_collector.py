"""Windows that nobody holds any more are freed on the UI thread, whatever thread makes garbage."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui import background
from hvacdesk.ui.collector import Collector, collect_all


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


def test_everything_is_looked_through_in_a_quiet_moment_only(
    parent: QWidget, whole: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    collector = Collector(parent)
    collector._whole_at -= 60
    collector.collect()
    assert whole == []  # somebody may just have typed
    monkeypatch.setattr(type(collector._input), "seconds", 3.5)
    monkeypatch.setattr(background, "idle", lambda: False)
    collector.collect()
    assert whole == []
    monkeypatch.setattr(background, "idle", lambda: True)
    collector.collect()
    assert whole == ["whole"]
    collector.collect()
    assert whole == ["whole"]


def test_without_any_quiet_moment_it_comes_in_the_end(parent: QWidget, whole: list[str]) -> None:
    collector = Collector(parent)
    collector._whole_at -= 1_000
    collector.collect()
    assert whole == ["whole"]


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
