"""Of several readings for one place the last is shown, whichever ends first."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.vault.errors import DatabaseBusy


def slowly(late: Event, answer: Callable[[], str]) -> Callable[[], str]:
    def work() -> str:
        late.wait(20)
        return answer()

    return work


def refused() -> str:
    raise DatabaseBusy


@pytest.mark.parametrize("answer", [lambda: "old", refused])
def test_a_late_answer_is_not_shown_over_a_newer_one(qtbot: QtBot, answer: Callable[[], str]) -> None:
    place, late = QWidget(), Event()
    qtbot.addWidget(place)
    shown: list[str] = []
    told: list[UserFacingError] = []
    reader = background.Reader(place)
    reader.read(slowly(late, answer)).then(shown.append).otherwise(told.append)
    assert reader.reading
    reader.read(lambda: "new").then(shown.append).otherwise(told.append)
    qtbot.waitUntil(lambda: shown == ["new"])
    assert not reader.reading
    late.set()
    qtbot.waitUntil(background.idle)
    assert (shown, told) == (["new"], [])


def test_why_nothing_could_be_read_is_told(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    told: list[UserFacingError] = []
    reader = background.Reader(place)
    reader.read(refused).begin().otherwise(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert not reader.reading


class Shown:
    """What shows that work runs, and whether it does."""

    def __init__(self) -> None:
        self.running = False

    def begin(self, _cancel: Callable[[], None]) -> None:
        self.running = True

    def advance(self, _done: int, _total: int, _text: str) -> None:
        pytest.fail("nothing advanced")

    def finish(self) -> None:
        self.running = False


def test_what_gave_way_to_another_reading_is_not_shown_as_running(qtbot: QtBot) -> None:
    place, late, busy = QWidget(), Event(), Shown()
    qtbot.addWidget(place)
    reader = background.Reader(place)
    reader.read(slowly(late, lambda: "old")).with_busy(busy).begin()
    assert busy.running
    reader.read(lambda: "new").begin()
    assert not busy.running
    assert background.working(place)
    late.set()
    qtbot.waitUntil(background.idle)
    assert not background.working(place)
