"""After the PIN somebody types on where they were, though many hands press Enter behind the last digit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.shell import late_enter
from tests.helpers.front_desk import FrontDesk, open_desk
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
    form = call_form(desk)
    assert form.caller is not None
    locked_and_opened(desk, form.caller.name)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.caller.phone


def test_an_enter_behind_what_was_typed_leads_on(desk: FrontDesk) -> None:
    form = call_form(desk)
    assert form.caller is not None
    locked_and_opened(desk, form.caller.name)
    QTest.keyClicks(form.caller.name, "a")
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.caller.phone


def test_an_enter_that_comes_much_later_is_meant(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late_enter, "HABIT_MS", 1)
    form = call_form(desk)
    assert form.caller is not None
    locked_and_opened(desk, form.caller.name)
    QTest.qWait(50)
    desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.caller.phone
