"""What is in front shows every change; what is not reads again when it comes to the front."""

from __future__ import annotations

from threading import Thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.rooms import Room
from hvacdesk.services.changes import Changes
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import ChangeNotice, Freshness

CALLS, JOBS = frozenset({Room.CALLS}), frozenset({Room.JOBS})


class Shown:
    """A widget, and how often it was read."""

    def __init__(self, qtbot: QtBot, *, at_once: bool = True) -> None:
        self.changes = Changes()
        self.notice = ChangeNotice(self.changes)
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.reads = 0
        self.fresh = Freshness(self.widget, self.notice, CALLS, self._read, at_once=at_once)

    def _read(self) -> None:
        self.reads += 1


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def tell(qtbot: QtBot, one: Shown, rooms: frozenset[Room]) -> None:
    """As a worker thread does whose work has written something."""
    writer = Thread(target=one.changes.tell, args=(rooms,))
    writer.start()
    writer.join()
    qtbot.wait(1)
    qtbot.waitUntil(background.idle)


def test_what_is_in_front_is_read_for_its_rooms_alone(qtbot: QtBot, shown: Shown) -> None:
    shown.widget.show()
    tell(qtbot, shown, CALLS)
    assert shown.reads == 1
    tell(qtbot, shown, JOBS)
    assert shown.reads == 1
    tell(qtbot, shown, JOBS | CALLS)
    assert shown.reads == 2
    shown.fresh.keep()
    assert shown.reads == 2, "nothing was changed since"


def test_what_is_hidden_is_read_once_when_it_comes_to_the_front(qtbot: QtBot, shown: Shown) -> None:
    shown.fresh.keep()
    assert shown.reads == 1, "it was never read"
    for _ in range(3):
        tell(qtbot, shown, CALLS)
    assert shown.reads == 1
    shown.fresh.keep()
    shown.fresh.keep()
    assert shown.reads == 2


def test_where_somebody_works_it_waits(qtbot: QtBot) -> None:
    shown = Shown(qtbot, at_once=False)
    shown.widget.show()
    shown.fresh.keep()
    tell(qtbot, shown, CALLS)
    assert shown.reads == 1
    shown.fresh.keep()
    assert shown.reads == 2


def test_a_thousand_commits_are_no_thousand_readings(qtbot: QtBot, shown: Shown) -> None:
    shown.widget.show()
    for _ in range(1000):
        shown.changes.tell(CALLS)
    qtbot.wait(1)
    qtbot.waitUntil(background.idle)
    assert shown.reads == 2, "the first at once, the last once it is calm"


def test_a_closed_widget_is_forgotten(qtbot: QtBot, shown: Shown) -> None:
    page = QWidget(shown.widget)
    Freshness(page, shown.notice, CALLS, lambda: pytest.fail("a closed page was read"))
    shown.widget.show()
    page.setParent(None)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tell(qtbot, shown, CALLS)
    shown.notice.aged.emit()
    qtbot.waitUntil(background.idle)
    assert shown.reads == 2


def test_what_is_overdue_shows_as_time_passes(qtbot: QtBot, shown: Shown) -> None:
    shown.widget.show()
    shown.notice.aged.emit()
    qtbot.waitUntil(background.idle)
    assert shown.reads == 1
    shown.widget.hide()
    shown.notice.aged.emit()
    assert shown.reads == 1
    shown.fresh.keep()
    assert shown.reads == 2
    assert shown.notice._minutes.isActive()
    assert shown.notice._minutes.interval() == 60_000


def test_where_somebody_works_time_changes_nothing(qtbot: QtBot) -> None:
    shown = Shown(qtbot, at_once=False)
    shown.fresh.keep()
    shown.notice.aged.emit()
    shown.fresh.keep()
    assert shown.reads == 1
