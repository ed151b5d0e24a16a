"""The largest text on a small laptop: lists have rows to show, and no bar to scroll with is out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.roles import Role
from hvacdesk.services.disposal.errors import WrongState
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.ui.calendar.block import EDGES, TEXT
from hvacdesk.ui.calendar.board_view import BoardView
from hvacdesk.ui.disposal.destroy_step import DestroyStep
from hvacdesk.ui.disposal.review_table import LEAST_ROWS, ReviewTable
from hvacdesk.ui.fonts import metrics
from hvacdesk.ui.pages.waiting_box import LINES_SHOWN
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.notice import Notice, NoticePlace
from hvacdesk.ui.widgets.page_room import PageRoom
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.task_list import TaskRow
from tests.helpers.screens.desk import SCREENS
from tests.helpers.screens.requests import received
from tests.helpers.screens.stage import Look, Stage, build_sample_office, open_stage
from tests.helpers.secret_service import SecretService
from tests.helpers.under_notice import LONG, under_notice
from tests.helpers.visible import visible

LARGEST = Look("ja", Scheme.LIGHT, 200)
IN_ENGLISH = Look("en", Scheme.LIGHT, 200)


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


def all_whole(part: QWidget, lines: int) -> bool:
    """Whether a part shows so many lines, and nothing of them is out of sight."""
    rows = visible(part, TaskRow)
    return len(rows) == lines and all(row.visibleRegion().boundingRect() == row.rect() for row in rows)


@pytest.mark.parametrize("look", [LARGEST, IN_ENGLISH], ids=str)
def test_leaks_that_wait_are_seen_on_the_first_page_without_scrolling(stage: Stage, look: Look) -> None:
    stage.go("settings")
    stage.use(look)
    window = stage.go("today")
    assert not stage.page.urgent.isVisible()
    for number in range(LINES_SHOWN + 2):
        kind = IncidentKind.STOLEN_PAPER if number % 2 else IncidentKind.MIS_SENT
        stage.office.incidents.report(stage.actor, Happening(kind, "車から鞄が盗まれました"))
        stage.go("today")
        shown_lines = min(number + 1, LINES_SHOWN)
        stage.wait(partial(all_whole, stage.page.urgent, shown_lines))
    (room,) = visible(window, PageRoom)
    assert not room.verticalScrollBar().value()


def scrolling_within(page: QWidget) -> list[QWidget]:
    return [one for one in visible(page, QAbstractScrollArea) if one.verticalScrollBar().maximum()]


@pytest.mark.parametrize("size", [125, 150, 200])
def test_nothing_scrolls_within_a_first_page_that_scrolls(stage: Stage, size: int) -> None:
    stage.use(Look("ja", Scheme.LIGHT, size))
    for window_size in ((1280, 698), (1000, 620)):
        stage.window.resize(*window_size)
        stage.go("today")
        stage.calm()
        assert stage.page.table.rows()
        assert scrolling_within(stage.page) == []


def test_the_first_page_scrolls_as_one_in_a_low_window_and_not_in_a_higher_one(stage: Stage) -> None:
    stage.use(Look("ja", Scheme.LIGHT, 100))
    window = stage.go("today")
    (room,) = visible(window, PageRoom)
    for height, scrolls in ((698, False), (560, True), (698, False)):
        window.resize(1280, height)
        stage.calm()
        assert bool(room.verticalScrollBar().maximum()) is scrolls
        assert bool(scrolling_within(stage.page)) is not scrolls


def test_the_first_page_scrolls_as_one_where_what_waits_leaves_its_lists_no_room(stage: Stage) -> None:
    stage.use(Look("ja", Scheme.LIGHT, 100))
    stage.go("settings").resize(1280, 698)
    for _ in range(LINES_SHOWN):
        stage.office.incidents.report(stage.actor, Happening(IncidentKind.MIS_SENT, "車から鞄が盗まれました"))
        received(stage)
    (room,) = visible(stage.go("today"), PageRoom)
    stage.wait(partial(all_whole, stage.page.urgent, LINES_SHOWN))
    assert stage.page.requests.isVisible()
    assert room.verticalScrollBar().maximum()
    assert scrolling_within(stage.page) == []


def test_the_first_page_follows_the_job_that_the_keyboard_chooses(stage: Stage) -> None:
    window = stage.go("today")
    (room,) = visible(window, PageRoom)
    table = stage.page.table
    stage.page._to_jobs()
    for _row in table.rows():
        stage.calm()
        chosen = table.visualRect(table.currentIndex())
        assert table.viewport().visibleRegion().contains(chosen.center())
        stage.qtbot.keyClick(table, Qt.Key.Key_Down)
    assert room.verticalScrollBar().value() > 0
    stage.go("customers")
    stage.window.keys._show_waiting()
    stage.wait(lambda: any(row.hasFocus() for row in visible(window, TaskRow)))
    (chosen_row,) = (row for row in visible(window, TaskRow) if row.hasFocus())
    stage.wait(lambda: chosen_row.visibleRegion().boundingRect() == chosen_row.rect())


@pytest.mark.parametrize("look", [LARGEST, IN_ENGLISH, Look("en", Scheme.LIGHT, 100)], ids=str)
def test_no_job_of_a_week_has_its_times_cut_and_todays_first_is_whole(stage: Stage, look: Look) -> None:
    stage.use(look)
    window = stage.go("schedule")
    stage.calm()
    (board,) = visible(window, BoardView)
    for one in board.blocks:
        room = one.width() - theme.px(EDGES)
        assert metrics(theme.px(TEXT), bold=True).horizontalAdvance(one.lines[0]) <= room
        if board.horizontalScrollBar().maximum():
            assert metrics(theme.px(TEXT)).horizontalAdvance(one.lines[1]) <= room
    first = board.in_column(stage.office.today().isoformat())[0]
    assert first.visibleRegion().boundingRect() == first.rect()


def test_todays_first_job_stays_whole_in_a_lower_window_until_somebody_scrolls(stage: Stage) -> None:
    stage.use(Look("ja", Scheme.LIGHT, 150))
    window = stage.go("schedule")
    (board,) = visible(window, BoardView)
    today = stage.office.today().isoformat()
    for block in board.blocks:
        block.clearFocus()  # nobody has chosen a job
    window.resize(1280, 560)
    stage.calm()
    assert board.verticalScrollBar().value() > 0
    first = board.in_column(today)[0]
    assert first.visibleRegion().boundingRect() == first.rect()
    board.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    window.resize(1200, 560)
    stage.calm()
    assert board.verticalScrollBar().value() == 0


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
