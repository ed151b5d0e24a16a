"""After the PIN somebody types on where they were, though many hands press Enter behind the last digit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.calls.caller_fields import CallerFields
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.shell import late_enter
from tests.helpers.front_desk import FrontDesk, open_desk, type_in
from tests.helpers.real_office import RealOffice

CONTROL = Qt.KeyboardModifier.ControlModifier
PIN = "482913"
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot) as opened:
        opened.office.accounts.set_pin(opened.actor, PIN)
        yield opened


def locked_and_opened(desk: FrontDesk, field: QWidget) -> None:
    """Ctrl+L while somebody types in a field of a form, and the PIN."""
    field.setFocus()
    desk.key(field, Qt.Key.Key_L, CONTROL)
    assert desk.window.locked
    QTest.keyClicks(desk.window.lock_view.pin.edit, PIN)
    desk.wait(lambda: not desk.window.covered)
    desk.wait(lambda: QApplication.focusWidget() is not None)


def call_form(desk: FrontDesk) -> CallNoteForm:
    desk.key(desk.window, Qt.Key.Key_F2)
    form = desk.dialog()
    assert isinstance(form, CallNoteForm)
    return form


def in_a_callers_name(desk: FrontDesk) -> CallerFields:
    """The caller of a call note's form, in whose name the desk was locked and opened again."""
    form = call_form(desk)
    assert form.caller is not None
    locked_and_opened(desk, form.caller.name)
    return form.caller


def _name(form: CallNoteForm) -> QWidget:
    assert form.caller is not None
    return form.caller.name


@pytest.mark.parametrize("enter", ENTERS)
@pytest.mark.parametrize("field", [_name, lambda form: form.text])
def test_the_enter_behind_it_leads_nowhere(
    desk: FrontDesk, field: Callable[[CallNoteForm], QWidget], enter: Qt.Key
) -> None:
    form = call_form(desk)
    form.text.setText("水漏れ")
    locked_and_opened(desk, field(form))
    desk.key_where_the_keyboard_is(enter)
    assert QApplication.focusWidget() is field(form)
    assert form.text.text() == "水漏れ"
    assert form.isVisible()


def test_the_next_enter_leads_on(desk: FrontDesk) -> None:
    caller = in_a_callers_name(desk)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is caller.phone


def test_an_enter_behind_what_was_typed_leads_on(desk: FrontDesk) -> None:
    caller = in_a_callers_name(desk)
    QTest.keyClicks(caller.name, "a")
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is caller.phone


def test_an_enter_that_comes_much_later_is_meant(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late_enter, "HABIT_MS", 1)
    caller = in_a_callers_name(desk)
    QTest.qWait(50)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is caller.phone


def press_held(desk: FrontDesk, *, repeats: int, let_go: bool = True) -> None:
    """Enter is pressed, and its repetitions come as long as it is held."""
    kinds = [(QEvent.Type.KeyPress, False)] + [(QEvent.Type.KeyPress, True)] * repeats
    for kind, again in [*kinds, *([(QEvent.Type.KeyRelease, False)] if let_go else [])]:
        there = QApplication.focusWidget()
        assert there is not None
        event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=again)
        QApplication.sendEvent(there, event)
    desk.calm()


def test_an_enter_that_is_held_leads_nowhere_however_long(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(late_enter, "HABIT_MS", 400)
    caller = in_a_callers_name(desk)
    press_held(desk, repeats=2, let_go=False)
    QTest.qWait(500)
    assert QApplication.focusWidget() is caller.name
    again = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(caller.name, again)
    assert QApplication.focusWidget() is caller.name


def test_once_it_is_let_go_the_next_one_leads_on(desk: FrontDesk) -> None:
    caller = in_a_callers_name(desk)
    press_held(desk, repeats=3)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is caller.phone


def test_the_next_one_leads_on_though_nobody_saw_the_first_let_go(desk: FrontDesk) -> None:
    caller = in_a_callers_name(desk)
    press_held(desk, repeats=1, let_go=False)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is caller.phone


def test_one_that_was_held_when_the_desk_opened_is_the_late_one(desk: FrontDesk) -> None:
    caller = in_a_callers_name(desk)
    for key in (Qt.Key.Key_4, Qt.Key.Key_Return):  # the last digit is let go, and then Enter
        QTest.keyRelease(caller.name, key)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is caller.phone


def test_an_enter_behind_a_click_is_meant(desk: FrontDesk) -> None:
    caller = in_a_callers_name(desk)
    desk.click(caller.name)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is caller.phone


def test_an_enter_behind_what_an_input_method_brought_leads_on(desk: FrontDesk) -> None:
    caller = in_a_callers_name(desk)
    type_in(caller.name, "青葉")
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is caller.phone


def test_a_key_that_is_held_beside_it_makes_it_no_other(desk: FrontDesk) -> None:
    caller = in_a_callers_name(desk)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Shift)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is caller.name


def test_no_shortcut_takes_it(desk: FrontDesk) -> None:
    form, taken = call_form(desk), []
    assert form.caller is not None
    QShortcut(QKeySequence(Qt.Key.Key_Return), form, lambda: taken.append(True))
    locked_and_opened(desk, form.caller.name)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert taken == []
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert taken == [True]
