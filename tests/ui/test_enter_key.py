"""Enter in a question, and a key that is held down; tests/ui/test_every_screen.py asks every screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.estimates import EstimateLineRecord
from hvacdesk.ui.billing.line_rows import LineRows
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit


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


class TestButtonsBesideFields:
    """What removes a line or shows a secret lies beside the field, and one Tab too many must not press it."""

    @pytest.fixture
    def form(self, qtbot: QtBot) -> Dialog:
        made = Dialog("Estimate")
        qtbot.addWidget(made)
        lines = [EstimateLineRecord(name, 1.0, "台", 9000) for name in ("Pipe", "Cover")]
        made.body.addWidget(LineRows(lines))
        for name in ("PIN", "PIN once more"):
            made.body.addWidget(PassphraseEdit(name, digits=True))
        made.set_primary("Save")
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    def test_tab_comes_to_them_after_all_fields(self, qtbot: QtBot, form: Dialog) -> None:
        (rows,) = form.findChildren(LineRows)
        first, again = form.findChildren(PassphraseEdit)
        rows.rows[0].yen.setFocus()
        for field in (rows.rows[1].label, rows.rows[1].quantity):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            assert QApplication.focusWidget() is field
        first.edit.setFocus()
        qtbot.keyClick(first.edit, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is again.edit

    def test_enter_leads_on_from_them_and_space_presses_them(self, qtbot: QtBot, form: Dialog) -> None:
        (rows,) = form.findChildren(LineRows)
        remove = next(one for one in rows.findChildren(QPushButton) if "line 2" in one.accessibleName())
        remove.setFocus()
        qtbot.keyClick(remove, Qt.Key.Key_Return)
        assert len(rows.rows) == 2
        qtbot.keyClick(remove, Qt.Key.Key_Space)
        assert [row.label.text() for row in rows.rows] == ["Pipe"]

    def test_enter_shows_no_secret(self, qtbot: QtBot, form: Dialog) -> None:
        secret = form.findChildren(PassphraseEdit)[0]
        secret.toggle.setFocus()
        qtbot.keyClick(secret.toggle, Qt.Key.Key_Return)
        assert secret.edit.echoMode() is QLineEdit.EchoMode.Password
