"""A line of buttons over a list in large text: one line, and the rest in a menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.folding_row import LOW, FoldingRow, below

NAMES = ("Open", "Enter a payment", "Receipt", "Put right", "Save the index")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def lined(page: QWidget, pressed: list[str]) -> FoldingRow:
    column = QVBoxLayout(page)
    row, filter_ = FoldingRow(), FlowRow([QLineEdit()])
    for name in NAMES:
        row.add_at_end(button(name, lambda name=name: pressed.append(name)))
    row.narrow_with(filter_)
    column.addWidget(row)
    column.addWidget(filter_)
    column.addStretch(1)
    return row


def offered(row: FoldingRow) -> list[str]:
    QTest.mouseClick(row.more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return [one.text() for one in menu.actions()]


def choose(words: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()


def in_sight(row: FoldingRow) -> list[str]:
    return [one.text() for one in row._ends if one.isVisible()]


def test_in_a_high_window_every_button_is_in_sight(page: QWidget) -> None:
    row = lined(page, [])
    page.resize(300, LOW + 100)
    page.show()
    assert in_sight(row) == list(NAMES)


def test_in_a_low_one_the_last_buttons_are_in_the_menu_and_do_the_same(page: QWidget, qtbot: QtBot) -> None:
    pressed: list[str] = []
    row = lined(page, pressed)
    page.resize(300, LOW - 100)
    page.show()
    qtbot.waitUntil(lambda: row.height() < 2 * row.more.height())  # one line
    kept = in_sight(row)
    assert kept[0] == "Open"
    assert kept[-1] == "More…"
    rest = [name for name in NAMES if name not in kept]
    assert offered(row) == [*rest, "Narrow the list down"]
    choose("Save the index")
    assert pressed == ["Save the index"]
    page.resize(300, LOW + 100)
    QApplication.processEvents()
    row.fold()
    assert in_sight(row) == list(NAMES)


def test_what_narrows_the_list_down_is_seen_once_asked_for_or_while_it_holds_something(page: QWidget) -> None:
    row = lined(page, [])
    page.resize(300, LOW - 100)
    page.show()
    (filter_,) = row._narrowing
    assert not filter_.isVisible()
    offered(row)
    choose("Narrow the list down")
    assert filter_.isVisible()
    filter_.findChildren(QLineEdit)[0].setText("2026")
    offered(row)
    choose("Narrow the list down")
    assert filter_.isVisible(), "what leaves rows out is never unseen"


def test_a_button_that_cannot_be_used_now_is_in_no_menu(page: QWidget) -> None:
    row = lined(page, [])
    row._ends[-2].hide()
    page.resize(300, LOW - 100)
    page.show()
    assert "Save the index" not in offered(row)
    choose("Narrow the list down")


def test_the_menu_of_a_button_that_is_in_the_menu_opens_where_that_was(page: QWidget, qtbot: QtBot) -> None:
    row = lined(page, [])
    page.resize(300, LOW - 100)
    page.show()
    qtbot.waitUntil(row.more.isVisible)
    last = next(one for one in row._ends if one.text() == NAMES[-1])
    assert not last.isVisible()
    assert below(last) == row.more.mapToGlobal(QPoint(0, row.more.height()))
    first = next(one for one in row._ends if one.text() == NAMES[0])
    assert below(first) == first.mapToGlobal(QPoint(0, first.height()))


@pytest.mark.parametrize("narrow", ["type", "choose", "tick"])
def test_what_narrows_the_list_down_now_is_seen_in_a_low_window(page: QWidget, narrow: str) -> None:
    """Hidden, it would pass a part of the list off as the whole."""
    column, row = QVBoxLayout(page), FoldingRow()
    text, choice, tick = QLineEdit(), QComboBox(), QCheckBox("Only what is out")
    choice.addItems(["All firms", "A firm"])
    filter_ = FlowRow([text, choice, tick])
    row.narrow_with(filter_)
    for one in (row, filter_):
        column.addWidget(one)
    page.resize(300, LOW - 100)
    page.show()
    assert not filter_.isVisible()
    {"type": lambda: text.setText("1"), "choose": lambda: choice.setCurrentIndex(1), "tick": tick.click}[
        narrow
    ]()
    row.fold()
    assert filter_.isVisible()


def test_a_choice_that_is_filled_later_narrows_nothing_down(page: QWidget) -> None:
    column, row, choice = QVBoxLayout(page), FoldingRow(), QComboBox()
    filter_ = FlowRow([choice])
    row.narrow_with(filter_)
    for one in (row, filter_):
        column.addWidget(one)
    page.resize(300, LOW - 100)
    page.show()
    choice.addItems(["All firms", "A firm"])
    row.fold()
    assert not filter_.isVisible()
    choice.setCurrentIndex(1)
    row.fold()
    assert filter_.isVisible()
