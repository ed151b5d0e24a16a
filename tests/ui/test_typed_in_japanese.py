"""Japanese switched on hinders nobody: lists choose by what is typed; and an end follows its start."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodQueryEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.keyboard import follow_keyboard
from hvacdesk.ui.widgets.slot_fields import SlotFields

TODAY = date(2026, 11, 24)


def takes_composed_text(one: QWidget) -> object:
    """What the input method is told when it asks whether to compose what is typed there."""
    asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(one, asked)
    return asked.value(Qt.InputMethodQuery.ImEnabled)


@pytest.fixture
def holder(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def slot(holder: Form) -> SlotFields:
    return SlotFields(holder, TODAY, "2026-11-24", "09:00", "10:30")


def test_an_open_list_hears_the_keys_themselves(qtbot: QtBot) -> None:
    follow_keyboard()
    holder = QWidget()
    qtbot.addWidget(holder)
    choice, line = QComboBox(holder), QLineEdit(holder)
    choice.addItems(["–", "07:00", "13:00"])
    holder.show()
    holder.activateWindow()
    choice.setFocus()
    choice.showPopup()
    qtbot.waitUntil(lambda: QApplication.focusObject() is choice.view())
    assert not takes_composed_text(choice.view())
    qtbot.keyClicks(choice.view(), "13")
    qtbot.keyClick(choice.view(), Qt.Key.Key_Return)
    assert choice.currentText() == "13:00"
    line.setFocus()
    assert takes_composed_text(line)


def test_the_slash_key_of_japanese_typing_is_a_slash_in_a_date(qtbot: QtBot) -> None:
    field = DateField(TODAY)
    qtbot.addWidget(field)
    field.setText("１２・３")
    assert field.iso("on") == "2026-12-03"


def test_a_start_moved_past_the_end_takes_the_end_along(slot: SlotFields) -> None:
    slot.starts.setCurrentIndex(slot.starts.findData("13:00"))
    assert slot.slot() == Slot("2026-11-24", "13:00", "14:30")
    slot.starts.setCurrentIndex(slot.starts.findData("13:30"))
    assert slot.slot() == Slot("2026-11-24", "13:30", "14:30")
    slot.starts.setCurrentIndex(slot.starts.findData("20:30"))
    assert slot.ends.currentData() == "20:30"


@pytest.mark.parametrize("is_open", [False, True], ids=["closed", "open"])
@pytest.mark.parametrize(
    ("before", "typed", "chosen"),
    [
        ("12:00", "12", "12:00"),
        ("10:00", "10", "10:00"),
        ("10:30", "10", "10:00"),
        ("09:00", "11", "11:00"),
        ("12:00", "12:00", "12:00"),
        ("12:00", "1230", "12:30"),
        ("", "9", "09:00"),
        ("10:00", "8:30", "08:30"),
        ("10:00", ":", "10:00"),
        ("10:00", "1", "10:00"),
        ("10:00", "25", "10:00"),
    ],
)
def test_a_typed_hour_is_that_hour(
    qtbot: QtBot, holder: Form, before: str, typed: str, chosen: str, is_open: bool
) -> None:
    times = SlotFields(holder, TODAY, "2026-11-24", before, "").starts
    holder.show()
    takes = times
    if is_open:
        times.showPopup()
        takes = times.view()
    interval = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(60_000)  # a slow machine is no slow typist
    try:
        qtbot.keyClicks(takes, typed)
        qtbot.keyClick(takes, Qt.Key.Key_Return)
    finally:
        QApplication.setKeyboardInputInterval(interval)
    assert times.currentData() == chosen


def test_an_hour_typed_after_a_pause_begins_anew(qtbot: QtBot, slot: SlotFields) -> None:
    interval = QApplication.keyboardInputInterval()
    try:
        QApplication.setKeyboardInputInterval(60_000)
        qtbot.keyClicks(slot.ends, "12")
        QApplication.setKeyboardInputInterval(0)
        qtbot.wait(5)
        qtbot.keyClick(slot.ends, Qt.Key.Key_1)
        QApplication.setKeyboardInputInterval(60_000)
        qtbot.keyClick(slot.ends, Qt.Key.Key_3)
    finally:
        QApplication.setKeyboardInputInterval(interval)
    assert slot.ends.currentData() == "13:00"


def test_a_start_that_is_typed_keeps_the_job_as_long_as_it_was(qtbot: QtBot, slot: SlotFields) -> None:
    qtbot.keyClicks(slot.starts, "13")
    assert slot.slot() == Slot("2026-11-24", "13:00", "14:30")
