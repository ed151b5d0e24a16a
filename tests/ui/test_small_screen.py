"""The largest text on a small laptop: lists have rows to show, and no bar to scroll with is out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.services.disposal.errors import WrongState
from hvacdesk.ui.calendar.board_view import BoardView
from hvacdesk.ui.disposal.destroy_step import DestroyStep
from hvacdesk.ui.disposal.review_table import LEAST_ROWS, ReviewTable
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.theme import Scheme
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.notice import Notice, NoticePlace
from hvacdesk.ui.widgets.page_room import PageRoom
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from tests.helpers.screens.desk import SCREENS
from tests.helpers.screens.stage import Look, Stage, build_sample_office, open_stage
from tests.helpers.secret_service import SecretService
from tests.helpers.under_notice import LONG, under_notice
from tests.helpers.visible import visible

LARGEST = Look("ja", Scheme.LIGHT, 200)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[Stage]:
    assert secret_service.is_open()
    build_sample_office(tmp_path / "template")
    with open_stage(tmp_path / "template", tmp_path / "office", qtbot, Role.OWNER) as opened:
        opened.use(LARGEST)
        yield opened
    Preferences(tmp_path / "nowhere").apply(cast(QApplication, QApplication.instance()))


def shown(stage: Stage, name: str) -> QWidget:
    return next(one for one in SCREENS if one.name == name).open(stage)


def test_the_review_of_a_disposal_shows_five_rows_together(stage: Stage) -> None:
    window = shown(stage, "disposal-2-decide")
    stage.calm()
    (table,), (room,) = visible(window, ReviewTable), visible(window, PageRoom)
    assert len(table.rows()) >= LEAST_ROWS
    seen = table.viewport().rect()
    assert all(seen.contains(table.visualRect(table.model().index(row, 0))) for row in range(LEAST_ROWS))
    room.verticalScrollBar().setValue(table.mapTo(room.widget(), QPoint(0, 0)).y())
    stage.calm()
    assert table.visibleRegion().boundingRect() == table.rect()


def test_what_keeps_a_disposal_from_its_work_is_brought_into_sight(stage: Stage) -> None:
    window = shown(stage, "disposal-5-destroy")
    stage.calm()
    (step,) = visible(window, DestroyStep)
    step._failed(WrongState())
    (told,) = window.findChildren(Failure)
    stage.wait(lambda: told.visibleRegion().boundingRect() == told.rect())


@pytest.mark.parametrize("name", ["schedule", "schedule-day"])
def test_the_calendar_is_seen_with_the_bars_that_it_is_scrolled_with(stage: Stage, name: str) -> None:
    window = stage.go("schedule")
    if name == "schedule-day":
        stage.page.calendar.show_day()
    stage.calm()
    (board,), (room,) = visible(window, BoardView), visible(window, PageRoom)
    assert board.horizontalScrollBar().maximum() > 0
    assert not room.verticalScrollBar().maximum()
    bar = board.horizontalScrollBar()
    assert bar.visibleRegion().boundingRect() == bar.rect()


class Scrolled(QWidget):
    """A window whose buttons do not all fit above its messages."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        content = QWidget()
        rows = QVBoxLayout(content)
        self.buttons = [QPushButton(str(number)) for number in range(20)]
        for one in self.buttons:
            one.setFixedHeight(30)
            rows.addWidget(one)
        self.area = ScrollColumn(content)
        column.addWidget(self.area, 1)
        self.place = NoticePlace()
        column.addWidget(self.place)
        self.resize(400, 300)

    def places(self) -> Iterator[tuple[QPushButton, QRect]]:
        view = self.area.viewport()
        yield from ((one, QRect(one.mapTo(view, QPoint(0, 0)), one.size())) for one in self.buttons)

    def whole(self) -> list[QPushButton]:
        view = self.area.viewport().rect()
        return [one for one, where in self.places() if view.contains(where)]

    def cut(self) -> list[str]:
        """The buttons of which only the upper part is in sight."""
        edge = self.area.viewport().rect().bottom()
        return [one.text() for one, where in self.places() if where.top() <= edge < where.bottom()]


def settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


@pytest.mark.parametrize("text", ["保存しました。", LONG])
def test_a_message_pushes_up_what_it_would_lie_over_and_lets_it_down_again(qtbot: QtBot, text: str) -> None:
    window = Scrolled()
    qtbot.addWidget(window)
    window.show()
    settle()
    bar = window.area.verticalScrollBar()
    for start in range(0, bar.maximum(), 17):
        bar.setValue(start)
        last = window.whole()[-1]
        told = Notice(window.place, text)
        settle()
        assert window.cut() == [], start
        assert last in window.whole()
        told.close()
        settle()
        assert bar.value() == start
    assert under_notice(window) == []


def test_who_scrolls_while_something_is_said_stays_there(qtbot: QtBot) -> None:
    window = Scrolled()
    qtbot.addWidget(window)
    window.show()
    settle()
    told = Notice(window.place, LONG)
    settle()
    window.area.verticalScrollBar().setValue(200)
    told.close()
    settle()
    assert window.area.verticalScrollBar().value() == 200
