"""The Tab key goes as one reads, whatever was built when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.naming import spoken


@pytest.fixture
def dialog(qtbot: QtBot) -> Dialog:
    made = Dialog("Fields")
    qtbot.addWidget(made)
    return made


def field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def visited(qtbot: QtBot, dialog: Dialog, first: QLineEdit, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    first.setFocus()
    names = []
    for _ in range(20):
        now = QApplication.focusWidget()
        assert now is not None
        if spoken(now) in names:
            break
        names.append(spoken(now))
        qtbot.keyClick(now, key)
    return names


def test_what_was_made_last_is_visited_where_it_stands(qtbot: QtBot, dialog: Dialog) -> None:
    dialog.set_primary("Save")
    dialog.add_secondary("Cancel")
    column = QVBoxLayout()
    top, foot = field("top"), field("foot")
    column.addWidget(top)
    column.addWidget(foot)
    row = QHBoxLayout()
    right, left = field("right"), field("left")
    row.addWidget(left)
    row.addWidget(right)
    column.insertLayout(1, row)
    late = QComboBox()
    late.setAccessibleName("late")
    column.insertWidget(1, late)
    dialog.body.addLayout(column)
    wanted = ["top", "late", "left", "right", "foot", "Save", "Cancel"]
    assert visited(qtbot, dialog, top) == wanted
    assert visited(qtbot, dialog, top, Qt.Key.Key_Backtab) == ["top", *reversed(wanted[1:])]


def test_what_cannot_be_used_is_passed_over(qtbot: QtBot, dialog: Dialog) -> None:
    first, hidden, stopped, last = field("first"), field("hidden"), field("stopped"), field("last")
    for one in (first, hidden, stopped, last):
        dialog.body.addWidget(one)
    hidden.hide()
    stopped.setEnabled(False)
    assert visited(qtbot, dialog, first) == ["first", "last"]
