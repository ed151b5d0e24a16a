"""While a dialog or a page saves nothing comes into its fields, by any hand, and nothing is seen of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionSpinBox,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hvacdesk.ui.widgets import held_fields
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.number_field import NumberField
from hvacdesk.ui.widgets.suggestions import suggest
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import type_in

NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
HELD = "Nothing can be changed here"
REPEATED_MS = 700
"""A number whose arrow is held steps more than once in that time."""


class Filled(Dialog):
    """A field of each kind, and a button among them."""

    def __init__(self) -> None:
        super().__init__("Filled")
        self.form = Form()
        self.line = self.form.add("line", "Line", QLineEdit("5,000"))
        self.area = self.form.add("area", "Area", QPlainTextEdit("area"))
        self.box = self.form.add("box", "Box", QCheckBox("box"))
        self.choice = self.form.add("choice", "Choice", QComboBox())
        self.choice.addItems(["a", "b", "c"])
        self.number = self.form.add("number", "Number", NumberField())
        self.time = self.form.add("time", "Time", QTimeEdit())
        self.within = QPushButton("Empty the line")
        self.within.clicked.connect(self.line.clear)
        self.body.addWidget(self.form)
        self.body.addWidget(self.within)
        self.saves = self.set_primary("Save", lambda: None)
        self.add_secondary("Cancel")

    def held(self) -> list[object]:
        return [
            self.line.text(),
            self.area.toPlainText(),
            self.box.isChecked(),
            self.choice.currentIndex(),
            self.number.value(),
            self.time.time(),
        ]


@pytest.fixture
def dialog(qtbot: QtBot) -> Filled:
    made = Filled()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def still_cursor() -> Iterator[None]:
    """The cursor does not blink, and two pictures are alike."""
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    yield
    QApplication.setCursorFlashTime(before)


def press(dialog: Filled, part: QWidget) -> None:
    """As the system tells a window of a press, which may take the keyboard to another field as well."""
    QTest.mouseClick(dialog.windowHandle(), LEFT, NO_KEY, part.mapTo(dialog, QPoint(8, part.height() // 2)))


def key(part: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    part.setFocus()
    for one in keys:
        QTest.keyClick(part, one, modifier)


def drop(part: QWidget) -> None:
    data = QMimeData()
    data.setText("dropped")
    at, copy = QPointF(5, 5), Qt.DropAction.CopyAction
    entered = QDragEnterEvent(at, copy, data, LEFT, NO_KEY)
    QApplication.sendEvent(part, entered)
    QApplication.sendEvent(part, QDropEvent(at, copy, data, LEFT, NO_KEY))


def paste(part: QLineEdit) -> None:
    QApplication.clipboard().setText("pasted")
    key(part, Qt.Key.Key_V, modifier=CTRL)


def wheel(part: QWidget) -> None:
    part.setFocus()
    at = QPointF(part.rect().center())
    turn = QWheelEvent(
        at,
        part.mapToGlobal(at),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        NO_KEY,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    window = part.window().windowHandle()
    QApplication.sendEvent(part, turn) if window is None else QTest.wheelEvent(
        window, QPointF(part.mapTo(part.window(), part.rect().center())), QPoint(0, -240)
    )


WAYS: dict[str, Callable[[Filled], object]] = {
    "keys": lambda one: QTest.keyClicks(one.line, "99"),
    "keys in an area": lambda one: (one.area.setFocus(), QTest.keyClicks(one.area, "more")),
    "an input method": lambda one: type_in(one.area, "追記"),
    "Backspace": lambda one: key(one.line, Qt.Key.Key_Backspace),
    "a cut": lambda one: (one.line.selectAll(), key(one.line, Qt.Key.Key_X, modifier=CTRL)),
    "a paste": lambda one: paste(one.line),
    "undo in the field": lambda one: key(one.line, Qt.Key.Key_Z, modifier=CTRL),
    "a drop": lambda one: drop(one.line),
    "a drop in an area": lambda one: drop(one.area.viewport()),
    "the mouse on a box": lambda one: press(one, one.box),
    "a press on a box itself": lambda one: QTest.mouseClick(one.box, LEFT, NO_KEY, QPoint(8, 8)),
    "Space on a box": lambda one: key(one.box, Qt.Key.Key_Space),
    "keys on a choice": lambda one: key(one.choice, Qt.Key.Key_Down),
    "keys on a number": lambda one: key(one.number, Qt.Key.Key_Up),
    "keys on a time": lambda one: key(one.time, Qt.Key.Key_Up),
    "the mouse on a button within": lambda one: press(one, one.within),
    "Enter on a button within": lambda one: key(one.within, Qt.Key.Key_Return),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_comes_into_the_fields_while_it_saves(dialog: Filled, way: str) -> None:
    dialog.line.setFocus()
    QTest.keyClicks(dialog.line, "0")
    before = dialog.held()
    dialog.rest(working=True)
    WAYS[way](dialog)
    assert dialog.held() == before
    dialog.rest(working=False)
    WAYS[way](dialog)
    assert dialog.held() != before, "the way itself does nothing"


def test_the_wheel_changes_nothing_either(dialog: Filled) -> None:
    dialog.choice.setFocus()
    before = dialog.held()
    dialog.rest(working=True)
    wheel(dialog.choice)
    assert dialog.held() == before
    dialog.rest(working=False)


def test_a_menu_is_not_opened_and_no_list_stays_open(dialog: Filled) -> None:
    dialog.choice.showPopup()
    assert dialog.choice.view().isVisible()
    dialog.rest(working=True)
    assert not dialog.choice.view().isVisible()
    middle = dialog.line.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, dialog.line.mapToGlobal(middle))
    QApplication.sendEvent(dialog.line, asked)
    assert QApplication.activePopupWidget() is None
    dialog.rest(working=False)


def suggested(dialog: Filled, qtbot: QtBot) -> QListView:
    """The list of names under the line, in which something is typed."""
    suggest(dialog.line, ["aoba1", "aoba2"])
    dialog.line.clear()
    dialog.line.setFocus()
    QTest.keyClicks(dialog.line, "ao")
    names = dialog.line.completer().popup()
    assert isinstance(names, QListView)
    qtbot.waitUntil(names.isVisible)
    return names


def choose_by_key(names: QListView) -> None:
    QTest.keyClick(names, Qt.Key.Key_Down)
    QTest.keyClick(names, Qt.Key.Key_Return)


def choose_by_mouse(names: QListView) -> None:
    at = names.visualRect(names.model().index(0, 0)).center()
    QTest.mouseClick(names.viewport(), LEFT, NO_KEY, at)


CHOICES = {
    "typing": lambda names: QTest.keyClicks(names, "x"),
    "keys": choose_by_key,
    "the mouse": choose_by_mouse,
}


@pytest.mark.parametrize("way", CHOICES)
def test_a_list_of_names_that_was_open_is_closed_and_chooses_nothing(
    dialog: Filled, qtbot: QtBot, way: str
) -> None:
    names = suggested(dialog, qtbot)
    dialog.rest(working=True)
    assert not names.isVisible()
    names.show()  # it may come later, and is kept from then as well
    CHOICES[way](names)
    assert dialog.line.text() == "ao"
    dialog.rest(working=False)
    names.hide()
    CHOICES[way](suggested(dialog, qtbot))
    assert dialog.line.text() != "ao", "the way itself does nothing"


def test_the_key_that_saves_closes_the_list_of_names(dialog: Filled, qtbot: QtBot) -> None:
    saved: list[str] = []

    def save() -> None:
        saved.append(dialog.line.text())
        dialog.rest(working=True)

    dialog.saves.clicked.connect(save)
    names = suggested(dialog, qtbot)
    QTest.keyClick(names.windowHandle(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(saved))
    assert not names.isVisible()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_X)
    assert (saved, dialog.line.text()) == (["ao"], "ao")
    dialog.rest(working=False)


def test_a_list_of_names_elsewhere_stays_open(dialog: Filled, qtbot: QtBot) -> None:
    names = suggested(dialog, qtbot)
    other = Filled()
    qtbot.addWidget(other)
    other.rest(working=True)
    assert names.isVisible()
    choose_by_key(names)
    assert dialog.line.text() == "aoba1"
    other.rest(working=False)


def press_the_arrow(number: NumberField) -> None:
    looks = QStyleOptionSpinBox()
    number.initStyleOption(looks)
    spin, arrow = QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxUp
    at = number.style().subControlRect(spin, looks, arrow, number).center()
    QTest.mousePress(number, LEFT, NO_KEY, at)


def hold_a_key(number: NumberField) -> None:
    number.setFocus()
    for again in (False, True):
        pressed = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Up, NO_KEY, "", again)
        QApplication.sendEvent(number, pressed)


@pytest.mark.parametrize("press_and_hold", [press_the_arrow, hold_a_key])
def test_a_number_whose_arrow_was_held_does_not_go_on(
    dialog: Filled, qtbot: QtBot, press_and_hold: Callable[[NumberField], None]
) -> None:
    """Neither while it saves, though the hand stays on it, nor after that, once it let go."""
    press_and_hold(dialog.number)
    first = dialog.number.value()
    qtbot.waitUntil(lambda: dialog.number.value() > first)
    dialog.rest(working=True)
    before = dialog.number.value()
    qtbot.wait(REPEATED_MS)
    assert dialog.number.value() == before
    QTest.mouseRelease(dialog.number, LEFT, NO_KEY)
    QTest.keyRelease(dialog.number, Qt.Key.Key_Up)
    dialog.rest(working=False)
    qtbot.wait(REPEATED_MS)
    assert dialog.number.value() == before


def test_no_shortcut_of_the_dialog_is_carried_out(dialog: Filled) -> None:
    """Such as Ctrl+Z on a notice that offers to undo what was saved before."""
    done: list[str] = []
    QShortcut(QKeySequence("Ctrl+Z"), dialog, lambda: done.append("undone"))
    dialog.rest(working=True)
    for at in (dialog.box, dialog):
        at.setFocus()
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Z, CTRL)
    assert done == []
    dialog.rest(working=False)
    dialog.box.setFocus()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Z, CTRL)
    assert done == ["undone"]


def test_nothing_is_seen_of_it_and_the_keyboard_stays_where_it_was(
    dialog: Filled, still_cursor: None
) -> None:
    dialog.line.setFocus()
    dialog.line.setCursorPosition(2)
    before = dialog.form.grab().toImage()
    dialog.rest(working=True)
    press(dialog, dialog.area)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Tab)
    assert dialog.form.grab().toImage() == before
    assert all(one.isEnabled() for one in dialog.form.findChildren(QWidget))
    dialog.rest(working=False)
    assert dialog.focusWidget() is dialog.line
    assert dialog.line.cursorPosition() == 2
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_X)
    assert dialog.line.text() == "5,x000"


def test_a_box_that_was_pressed_before_is_not_ticked_by_letting_go(dialog: Filled) -> None:
    QTest.mousePress(dialog.box, LEFT, NO_KEY)
    dialog.rest(working=True)
    QTest.mouseRelease(dialog.box, LEFT, NO_KEY)
    assert not dialog.box.isChecked()
    assert not dialog.box.isDown()
    dialog.rest(working=False)


def test_somebody_who_types_is_told_once_it_takes_long(
    dialog: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [time.monotonic()]
    monkeypatch.setattr(held_fields, "clock", lambda: now[0])
    dialog.rest(working=True)
    QTest.keyClicks(dialog.line, "9")
    assert HELD not in texts_in(dialog)
    now[0] += 1
    QTest.keyClicks(dialog.line, "9")
    first = dialog._told_to_wait
    QTest.keyClicks(dialog.line, "99")
    assert HELD in texts_in(dialog)
    assert dialog._told_to_wait is first, "said again for each key"
    dialog.rest(working=False)
    assert HELD not in texts_in(dialog)


def test_the_work_can_be_cancelled_and_another_dialog_be_answered(dialog: Filled, qtbot: QtBot) -> None:
    busy, cancelled = Busy("Reading", delay_ms=0), []
    dialog.body.addWidget(busy)
    dialog.rest(working=True)
    busy.begin(lambda: cancelled.append("cancelled"))
    qtbot.waitUntil(busy.isVisible)
    press(dialog, busy.cancel_button)
    assert cancelled
    question = Dialog("Question", dialog)
    line = QLineEdit()
    question.body.addWidget(line)
    question.open()
    type_in(line, "answer")
    assert line.text() == "answer"
    question.reject()
    dialog.rest(working=False)


def test_a_page_holds_the_fields_that_are_saved(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    form = Form(page)
    line = form.add("line", "Line", QLineEdit())
    beside = QLineEdit(page)
    busy = Busy("Saving", page, holds=form)
    page.show()
    busy.begin(lambda: None)
    type_in(line, "more")
    type_in(beside, "else")
    assert (line.text(), beside.text()) == ("", "else")
    busy.finish()
    type_in(line, "more")
    assert line.text() == "more"


def test_what_is_gone_while_it_is_held_leaves_nothing_behind(qtbot: QtBot) -> None:
    held, other = Filled(), Filled()
    qtbot.addWidget(other)
    held.rest(working=True)
    delete(held)
    assert held_fields.program_wide(held_fields.HeldFields)._held == []
    other.show()
    type_in(other.line, "1")
    assert "1" in other.line.text()
