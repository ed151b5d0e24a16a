"""Enter in a question, and a key that is held down; tests/ui/test_every_screen.py asks every screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets.dialog import Dialog


@pytest.fixture
def question(qtbot: QtBot) -> Dialog:
    made = Dialog("Register this paper as lost?")
    qtbot.addWidget(made)
    made.set_primary("Register as lost", lambda: made.done(2))
    made.add_secondary("Cancel")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_enter_in_a_question_answers_what_changes_nothing(question: Dialog) -> None:
    assert QApplication.focusWidget() is question.way_back
    QTest.keyClick(question.way_back, Qt.Key.Key_Return)
    assert question.result() == QDialog.DialogCode.Rejected
    assert not question.isVisible()


def test_enter_on_the_other_button_presses_that(question: Dialog) -> None:
    assert question.primary is not None
    question.primary.setFocus()
    QTest.keyClick(question.primary, Qt.Key.Key_Enter)
    assert question.result() == 2


def test_a_key_that_is_held_down_presses_nothing(question: Dialog) -> None:
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(question.way_back, held)
    assert question.isVisible()
