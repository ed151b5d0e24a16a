"""Dialogs that work, words that are shown once, short lists, moments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import RecordGone
from hvacdesk.ui import background
from hvacdesk.ui.language import language
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.compared_words import ComparedWords
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import ErrorDialog
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.one_time import OneTimeDialog
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList, TaskRow
from hvacdesk.ui.widgets.text import Paragraph, label
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.widgets.work_dialog import WorkDialog
from tests.helpers.naming import spoken
from tests.helpers.sabotage import replaced

WORDS = "ajisai hashi taiko kawara"


def asking(qtbot: QtBot) -> WorkDialog:
    dialog = WorkDialog("Renew the keys?")
    qtbot.addWidget(dialog)
    dialog.set_primary("Renew")
    dialog.add_secondary("Cancel")
    dialog.open()
    return dialog


def idle(qtbot: QtBot) -> None:
    qtbot.waitUntil(background.idle)


class TestWorkDialog:
    def test_it_cannot_be_left_half_way(self, qtbot: QtBot) -> None:
        dialog, gate, answers = asking(qtbot), Event(), []
        dialog.ask("Renewing", lambda: gate.wait(20)).then(answers.append)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert not any(one.isEnabled() for one in dialog.findChildren(QPushButton) if one.isVisible())
        gate.set()
        idle(qtbot)
        assert answers == [True]
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        assert dialog.result() == WorkDialog.DialogCode.Rejected

    def test_a_failure_is_told_and_can_be_tried_again(self, qtbot: QtBot) -> None:
        dialog = asking(qtbot)

        def fail() -> None:
            raise RecordGone

        dialog.ask("Renewing", fail).then(lambda _nothing: pytest.fail("it did not work"))
        idle(qtbot)
        told = dialog.findChild(ErrorDialog)
        assert told is not None
        assert isinstance(told.error, RecordGone)
        told.accept()
        assert dialog.primary is not None
        assert dialog.primary.isEnabled()

    def test_once_it_says_what_came_of_it_closing_counts_as_accepting(self, qtbot: QtBot) -> None:
        dialog = asking(qtbot)
        dialog.add_text("What will happen")
        dialog.ask("Renewing", lambda: 2).then(lambda _epoch: dialog.turn_to("Renewed", "Close"))
        idle(qtbot)
        shown = [one.text() for one in dialog.findChildren(Paragraph) if one.isVisible()]
        assert shown == ["Renewed"]
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.result() == WorkDialog.DialogCode.Accepted

    def test_words_that_open_something_once_are_read_out_and_gone_with_the_dialog(self, qtbot: QtBot) -> None:
        dialog = OneTimeDialog("Invite")
        qtbot.addWidget(dialog)
        dialog.set_primary("Invite")
        dialog.open()
        dialog.show_once("The words", "Only now.", WORDS, ("Log in.", "Type them."))
        QApplication.processEvents()
        shown = [one.text() for one in dialog.findChildren(Paragraph) if one.isVisible()]
        assert shown == ["The words", "Only now.", WORDS, "1   Log in.", "2   Type them."]
        assert any(one.accessibleName() == WORDS for one in dialog.findChildren(Paragraph))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "what is shown only now does not go without a question"
        assert dialog.one_time == WORDS
        answer(dialog, "Show it again")
        dialog.close()
        assert dialog.isVisible()
        answer(dialog, "Close all the same")
        assert not dialog.isVisible()
        assert dialog.result() == WorkDialog.DialogCode.Accepted
        assert dialog.one_time == ""
        assert not any(WORDS in one.text() + one.accessibleName() for one in dialog.findChildren(Paragraph))


class TestReadings:
    """Words are typed in letters, and a Japanese window says how they are read."""

    @pytest.mark.parametrize(("code", "shown"), [("ja", "げんかん  genkan"), ("en", "genkan")])
    def test_compared_words(self, qtbot: QtBot, code: str, shown: str) -> None:
        with replaced(language, "code", code):
            compared = ComparedWords(("genkan", "ginkgo"))
        qtbot.addWidget(compared)
        assert [one.text() for one in compared.findChildren(QLabel)] == [f"1   {shown}", "2   ginkgo"]
        assert compared.compared == ("genkan", "ginkgo")

    @pytest.mark.parametrize(
        ("code", "words", "shown"),
        [
            ("ja", "kaze-no-yama-4-hashi-tori", ["Reads: かぜ　の　やま　4　はし　とり"]),
            ("ja", "x7Kq 99", []),
            ("en", "kaze-no-yama-4-hashi-tori", []),
        ],
    )
    def test_one_time_words(self, qtbot: QtBot, code: str, words: str, shown: list[str]) -> None:
        dialog = OneTimeDialog("Invite")
        qtbot.addWidget(dialog)
        with replaced(language, "code", code):
            dialog.show_once("The words", "Only now.", words)
        assert [text for one in dialog.findChildren(QLabel) if "Reads" in (text := one.text())] == shown
        dialog.accept()
        assert not any("かぜ" in one.text() for one in dialog.findChildren(QLabel))


def answer(dialog: OneTimeDialog, words: str) -> None:
    """Press a button of the question over a dialog."""
    (question,) = [one for one in dialog.findChildren(Dialog) if one.isVisible()]
    (way,) = [one for one in question.findChildren(QPushButton) if one.text() == words]
    way.click()
    QApplication.processEvents()


class TestWarningBox:
    def test_its_way_out_is_a_button(self, qtbot: QtBot) -> None:
        pressed: list[bool] = []
        box = WarningBox("The disk is missing.", action=("Look", lambda: pressed.append(True)))
        qtbot.addWidget(box)
        assert box.accessibleName() == "The disk is missing."
        assert box.button is not None
        box.button.click()
        assert pressed == [True]


class TestMoments:
    @pytest.mark.parametrize(
        ("stamp", "text"),
        [
            ("2026-11-24T09:05:00Z", "today 18:05"),
            ("2026-11-23T14:59:00Z", "yesterday 23:59"),
            ("2026-11-23T15:00:00Z", "today 00:00"),
            ("2026-11-20T00:05:00Z", "Fri 20 November 2026 09:05"),
            ("", ""),
        ],
    )
    def test_they_are_told_on_the_offices_clock(self, stamp: str, text: str) -> None:
        assert moment_text(stamp, date(2026, 11, 24)) == text


class TestLineList:
    @staticmethod
    def lines(press: Callable[[str], object], *names: str) -> list[Line]:
        return [
            Line(name, actions=[LineAction("Remove", lambda name=name: press(name), f"Remove {name}")])
            for name in names
        ]

    def test_each_button_knows_its_line_and_says_so(self, qtbot: QtBot) -> None:
        pressed: list[str] = []
        view = LineList("Folders")
        qtbot.addWidget(view)
        view.set_lines(self.lines(pressed.append, "one", "two"))
        view.show()
        buttons = {spoken(one): one for one in view.findChildren(QPushButton)}
        assert list(buttons) == ["Remove one", "Remove two"]
        buttons["Remove two"].click()
        assert pressed == ["two"]

    def test_the_keyboard_stays_where_it_was_when_the_lines_are_read_again(self, qtbot: QtBot) -> None:
        view = LineList("Folders")
        qtbot.addWidget(view)
        view.set_lines(self.lines(str, "one", "two"))
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        next(b for b in view.findChildren(QPushButton) if b.accessibleName() == "Remove two").setFocus()
        view.set_lines(self.lines(str, "zero", "two", "three"))
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.isVisible()
        assert focused.accessibleName() == "Remove two"


class TestTaskList:
    def test_lines_that_say_the_same_stay_and_do_what_they_were_told_last(self, qtbot: QtBot) -> None:
        pressed: list[str] = []
        tasks = TaskList("Waiting")
        qtbot.addWidget(tasks)
        tasks.set_lines([TaskLine("a paper", lambda: pressed.append("before"), note="late")])
        (row,) = tasks.rows
        tasks.set_lines([TaskLine("a paper", lambda: pressed.append("after"), note="late")])
        assert tasks.rows == [row]
        row.click()
        assert pressed == ["after"]
        tasks.set_lines([TaskLine("a paper", lambda: None, note="back")])
        assert tasks.rows[0].accessibleDescription() == "back"

    def test_a_line_made_again_keeps_the_keyboard_of_a_window_behind_another(self, qtbot: QtBot) -> None:
        window, tasks = QWidget(), TaskList("Waiting")
        qtbot.addWidget(window)
        QVBoxLayout(window).addWidget(tasks)
        tasks.set_lines([TaskLine("a paper", lambda: None, note="late"), TaskLine("a call", lambda: None)])
        window.show()
        tasks.rows[1].setFocus()
        assert not tasks.rows[1].hasFocus()
        tasks.set_lines([TaskLine("a call", lambda: None, note="urgent")])
        assert window.focusWidget() is tasks.rows[0]

    def test_of_things_called_alike_the_keyboard_stays_on_the_one_it_was_on(self, qtbot: QtBot) -> None:
        pressed: list[str] = []

        def line(record: str) -> TaskLine:
            return TaskLine("田中 ●●  Breakdown", lambda: pressed.append(record), record=record)

        window, tasks = QWidget(), TaskList("Waiting")
        qtbot.addWidget(window)
        QVBoxLayout(window).addWidget(tasks)
        tasks.set_lines([line("first"), line("second")])
        window.show()
        tasks.rows[0].setFocus()
        tasks.set_lines([line("new"), line("first"), line("second")])
        assert window.focusWidget() is tasks.rows[1]
        tasks.set_lines([line("new"), line("other"), line("first")])
        tasks.rows[2].click()
        assert window.focusWidget() is tasks.rows[2]
        assert pressed == ["first"]

    def test_a_line_is_as_high_as_its_texts_are_as_labels(self, qtbot: QtBot, qapp: QApplication) -> None:
        theme.apply(qapp, Scheme.LIGHT)
        line = TaskLine(
            "安全管理の資料を読み直す " * 3, lambda: None, note="n" * 60 + "\nn", alarm="期限を過ぎました"
        )
        row = TaskRow(line)
        qtbot.addWidget(row)
        texts = (
            label(line.text, "strong", wrap=True),
            label(line.alarm, wrap=True),
            label(line.note, "muted", wrap=True),
        )
        for text in texts:
            qtbot.addWidget(text)
            text.ensurePolished()
        for width in (160, 240, 700):
            inner = width - 2 * theme.px(8)
            heights = sum(text.heightForWidth(inner) for text in texts)
            assert row.heightForWidth(width) == heights + 2 * theme.px(6) + 2 * theme.px(2)

    def test_a_chip_takes_room_from_the_first_text_and_is_read_out(self, qtbot: QtBot) -> None:
        text = "要対応の書類 " * 6
        plain, chipped = (
            TaskRow(TaskLine(text, lambda: None, chip=chip)) for chip in (None, ChipValue("3 waiting"))
        )
        for row in (plain, chipped):
            qtbot.addWidget(row)
        assert chipped.accessibleName() == f"{text}. 3 waiting"
        assert any(
            chipped.heightForWidth(width) > plain.heightForWidth(width) for width in range(200, 400, 20)
        )
