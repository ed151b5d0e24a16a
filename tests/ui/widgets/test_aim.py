"""Rows that another PC's change moves under the mouse: the press is for what lay there, or for nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets import aim
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList
from hvacdesk.ui.widgets.text import label

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Job(NamedTuple):
    record: str
    customer: str


def jobs(*numbers: int) -> list[Job]:
    return [Job(f"job {number}", f"customer {number}") for number in numbers]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """The time stands still until the test lets some of it pass."""
    now = [1000.0]
    monkeypatch.setattr(aim, "clock", lambda: now[0])
    monkeypatch.setattr(aim, "REACTION_S", 0.8)

    def passes(seconds: float) -> None:
        now[0] += seconds

    return passes


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(500, 400)
    return made


@pytest.fixture
def table(qtbot: QtBot, page: QWidget) -> DataTable:
    made = DataTable("Jobs", record="record")
    made.set_columns([Column("customer", "Customer", width=120)])
    layout = page.layout()
    assert layout is not None
    layout.addWidget(made)
    page.show()
    qtbot.waitExposed(page)
    made.set_rows(jobs(1, 2, 3, 4))
    paint()
    return made


def paint() -> None:
    """Lay out and paint what was changed, now."""
    QApplication.processEvents()
    for window in QApplication.topLevelWidgets():
        window.repaint()


def spot(table: DataTable, line: int) -> QPoint:
    return table.visualRect(table.model().index(line, 0)).center()


def chosen(table: DataTable) -> str:
    row = table.current()
    return row.record if isinstance(row, Job) else ""


def opened_from(table: DataTable) -> list[str]:
    opened: list[str] = []
    table.activated_row.connect(lambda row: opened.append(row.record))
    return opened


def test_a_press_right_after_rows_moved_chooses_and_opens_nothing(
    table: DataTable, clock: Callable[[float], None]
) -> None:
    opened, at = opened_from(table), spot(table, 2)
    table.set_rows(jobs(1, 3, 4))
    paint()
    clock(aim.REACTION_S / 2)
    QTest.mouseClick(table.viewport(), LEFT, pos=at)
    QTest.mouseDClick(table.viewport(), LEFT, pos=at)
    assert chosen(table) == ""
    assert opened == []
    clock(aim.REACTION_S)
    QTest.mouseClick(table.viewport(), LEFT, pos=at)
    QTest.mouseDClick(table.viewport(), LEFT, pos=at)
    assert opened == ["job 4"], "who has seen the rows can press"


def test_rows_that_stayed_in_their_places_can_be_pressed_at_once(table: DataTable) -> None:
    table.set_rows([*jobs(1, 2), Job("job 3", "another name"), *jobs(9)])
    for line, job in ((0, "job 1"), (2, "job 3")):
        QTest.mouseClick(table.viewport(), LEFT, pos=spot(table, line))
        assert chosen(table) == job


def test_changes_one_after_another_are_all_remembered(
    table: DataTable, clock: Callable[[float], None]
) -> None:
    for rows in (jobs(2, 3, 4), jobs(1, 2, 3, 4)):
        clock(aim.REACTION_S * 0.7)
        table.set_rows(rows)
        paint()
    clock(aim.REACTION_S * 0.7)
    QTest.mouseClick(table.viewport(), LEFT, pos=spot(table, 0))
    assert chosen(table) == "", "two changes ago the same row lay there, a moment ago another one"


def test_rows_that_are_not_painted_yet_have_not_been_seen(
    table: DataTable, clock: Callable[[float], None]
) -> None:
    table.set_rows(jobs(2, 3, 4))
    clock(20 * aim.REACTION_S)
    QTest.mouseClick(table.viewport(), LEFT, pos=spot(table, 0))
    assert chosen(table) == ""


def test_a_double_click_opens_what_its_first_press_was_on(table: DataTable) -> None:
    opened, at = opened_from(table), spot(table, 1)
    QTest.mouseClick(table.viewport(), LEFT, pos=at)
    table.set_rows(jobs(1, 8, 2, 3, 4))
    QTest.mouseDClick(table.viewport(), LEFT, pos=at)
    assert opened == ["job 2"]


def test_a_double_click_on_a_record_that_left_meanwhile_opens_nothing(table: DataTable) -> None:
    opened, at = opened_from(table), spot(table, 1)
    QTest.mouseClick(table.viewport(), LEFT, pos=at)
    table.set_rows(jobs(1, 3, 4))
    QTest.mouseDClick(table.viewport(), LEFT, pos=at)
    assert opened == []


def test_two_presses_below_the_rows_open_nothing(table: DataTable) -> None:
    opened = opened_from(table)
    table.select_first()
    below = spot(table, 3) + QPoint(0, 60)
    QTest.mouseClick(table.viewport(), LEFT, pos=below)
    QTest.mouseDClick(table.viewport(), LEFT, pos=below)
    assert opened == []


def test_rows_that_move_while_the_button_is_held_are_not_chosen(table: DataTable) -> None:
    at = spot(table, 1)
    QTest.mousePress(table.viewport(), LEFT, pos=at)
    table.set_rows(jobs(8, 1, 2, 3, 4))
    QTest.mouseMove(table.viewport(), at + QPoint(2, 1))
    QTest.mouseRelease(table.viewport(), LEFT, pos=at + QPoint(2, 1))
    assert chosen(table) == "job 2"


def test_no_menu_of_a_row_that_was_not_aimed_at(table: DataTable) -> None:
    table.select_first()
    at = spot(table, 2)
    table.set_rows(jobs(1, 3, 4))
    QTest.mouseClick(table.viewport(), RIGHT, pos=at)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))
    QApplication.sendEvent(table.viewport(), asked)
    assert QApplication.activePopupWidget() is None


def test_a_note_that_comes_above_the_list_moves_its_rows(page: QWidget, table: DataTable) -> None:
    at = table.viewport().mapTo(page, spot(table, 1))
    note = label("Two incoming payments are not checked yet.")
    note.setFixedHeight(spot(table, 1).y() - spot(table, 0).y() - 6)
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(0, note)
    table.set_rows(jobs(1, 2, 3, 4))
    paint()
    inside = table.viewport().mapFrom(page, at)
    assert table.indexAt(inside).row() == 0
    QTest.mouseClick(table.viewport(), LEFT, pos=inside)
    assert chosen(table) == ""


def test_whoever_scrolls_presses_what_comes(table: DataTable) -> None:
    table.set_rows(jobs(*range(1, 60)))
    table.set_rows(jobs(*range(2, 61)))
    table.verticalScrollBar().triggerAction(table.verticalScrollBar().SliderAction.SliderPageStepAdd)
    line = table.rowAt(80)
    QTest.mouseClick(table.viewport(), LEFT, pos=spot(table, line))
    assert chosen(table) == f"job {line + 2}"


def test_lines_that_are_buttons_are_guarded_too(page: QWidget, clock: Callable[[float], None]) -> None:
    done: list[str] = []

    def tasks(*names: str) -> list[TaskLine]:
        return [TaskLine(name, lambda name=name: done.append(name)) for name in names]

    listed = TaskList("Needs attention")
    layout = page.layout()
    assert layout is not None
    layout.addWidget(listed)
    listed.set_lines(tasks("one", "two"))
    page.show()
    paint()
    listed.set_lines(tasks("new", "one", "two"))
    paint()
    QTest.mouseClick(listed.rows[0], LEFT)
    assert done == []
    clock(2 * aim.REACTION_S)
    QTest.mouseClick(listed.rows[0], LEFT)
    assert done == ["new"]


def test_a_button_that_took_anothers_place_is_not_pressed(page: QWidget) -> None:
    done: list[str] = []

    def line(act: str) -> Line:
        return Line("Invoice 1", actions=[LineAction(act, lambda: done.append(act), f"{act} Invoice 1")])

    listed = LineList("Invoices")
    layout = page.layout()
    assert layout is not None
    layout.addWidget(listed)
    listed.set_lines([line("Sent")])
    page.show()
    paint()
    for act, pressed in (("Paid", []), ("Sent", ["Sent"])):
        listed.set_lines([line(act)])
        paint()
        (shown,) = [one for one in listed.findChildren(QPushButton) if one.isVisible()]
        QTest.mouseClick(shown, LEFT)
        listed._aim.forget()
        listed.set_lines([line("Sent")])
        listed._aim.forget()
        assert done == pressed
