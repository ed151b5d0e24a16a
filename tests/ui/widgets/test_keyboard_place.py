"""The keyboard stays where somebody left it, whatever becomes of the control it was on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.ui import background
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.keyboard import go_on
from hvacdesk.ui.widgets.layouts import clear
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot: QtBot) -> Dialog:
    made = Dialog("Backups")
    qtbot.addWidget(made)
    for name in ("First", "Back up now", "Last"):
        made.body.addWidget(button(name))
    made.set_primary("Close")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def named(window: QWidget, name: str) -> QPushButton:
    return next(one for one in window.findChildren(QPushButton) if one.text() == name and not one.isHidden())


def keyboard_is_on(qtbot: QtBot, window: QWidget, name: str) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPushButton))
    assert QApplication.focusWidget() is named(window, name)


def test_it_returns_to_a_button_that_rested_while_something_was_done(qtbot: QtBot, dialog: Dialog) -> None:
    presses: list[str] = []
    for name in ("First", "Last", "Close"):
        named(dialog, name).clicked.connect(lambda _on, name=name: presses.append(name))
    run, done = named(dialog, "Back up now"), Event()
    run.setFocus()
    run.setEnabled(False)
    background.ask(dialog, lambda: done.wait(20)).then(lambda _answer: run.setEnabled(True))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Space)
    assert presses == []
    assert QApplication.focusWidget() not in dialog.findChildren(QPushButton)
    done.set()
    keyboard_is_on(qtbot, dialog, "Back up now")


def test_it_goes_on_from_there_with_the_tab_key_meanwhile(qtbot: QtBot, dialog: Dialog) -> None:
    run, done = named(dialog, "Back up now"), Event()
    run.setFocus()
    run.setEnabled(False)
    background.ask(dialog, lambda: done.wait(20)).then(lambda _answer: run.setEnabled(True))
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in (named(dialog, "First"), named(dialog, "Last"))
    there = QApplication.focusWidget()
    done.set()
    qtbot.waitUntil(background.idle)
    qtbot.waitUntil(run.isEnabled)
    assert QApplication.focusWidget() is there, "whoever went elsewhere stays there"


def test_it_returns_after_a_dialog_that_the_work_ended_with(qtbot: QtBot, dialog: Dialog) -> None:
    run, answer = named(dialog, "Back up now"), Dialog("Done", dialog)
    answer.set_primary("Close the answer")

    def end(_answer: object) -> None:
        run.setEnabled(True)
        answer.open()

    run.setFocus()
    run.setEnabled(False)
    background.ask(dialog, lambda: None).then(end)
    qtbot.waitUntil(lambda: answer.isVisible() and background.idle())
    answer.activateWindow()
    keyboard_is_on(qtbot, answer, "Close the answer")
    answer.accept()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(run.hasFocus)


def test_it_is_on_the_button_that_was_made_anew(qtbot: QtBot, dialog: Dialog) -> None:
    named(dialog, "Back up now").setFocus()
    clear(dialog.body)
    for name in ("Back up now", "Another"):
        dialog.body.addWidget(button(name))
    keyboard_is_on(qtbot, dialog, "Back up now")


def test_it_is_on_the_nearest_one_where_its_own_is_gone(qtbot: QtBot, dialog: Dialog) -> None:
    gone = named(dialog, "Last")
    gone.setFocus()
    gone.hide()
    keyboard_is_on(qtbot, dialog, "Back up now")


@pytest.mark.parametrize("rests", [True, False], ids=["rests", "for good"])
def test_it_is_on_the_nearest_one_where_its_own_was_lost_below_a_dialog(
    qtbot: QtBot, dialog: Dialog, rests: bool
) -> None:
    own, answer = named(dialog, "Last"), Dialog("Why", dialog)
    own.setFocus()
    answer.set_primary("Close the answer")
    answer.open()
    answer.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is named(answer, "Close the answer"))
    own.setEnabled(False)
    answer.accept()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    if rests:
        own.setEnabled(True)
    there = named(dialog, "Last" if rests else "Back up now")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is there)


def test_the_number_of_a_page_takes_it_there_and_not_to_the_first_entry(desk: FrontDesk) -> None:
    desk.go("customers")
    desk.page.search.setFocus()
    desk.key(desk.page.search, Qt.Key.Key_5, CONTROL)
    assert desk.page is desk.window._pages["work_orders"]
    now = QApplication.focusWidget()
    assert now is not None
    assert not desk.window.navigation.isAncestorOf(now)


def test_it_is_in_the_search_of_the_customers_chosen_by_key_or_menu(desk: FrontDesk) -> None:
    desk.key(desk.window, Qt.Key.Key_2, CONTROL)
    assert desk.page is desk.window._pages["customers"]
    assert desk.window.focusWidget() is desk.page.search
    desk.key(desk.window, Qt.Key.Key_1, CONTROL)
    entry = desk.window.navigation._buttons["customers"]
    entry.setFocus(Qt.FocusReason.MouseFocusReason)
    desk.click(entry)
    assert desk.window.focusWidget() is desk.page.search


def test_the_curtain_gives_it_back(desk: FrontDesk) -> None:
    desk.go("customers")
    desk.page.search.setFocus()
    desk.key(desk.page.search, Qt.Key.Key_F9)
    assert desk.window.covered
    desk.key(desk.window, Qt.Key.Key_F9)
    assert not desk.window.covered
    assert desk.page.search.hasFocus()


def test_an_enter_after_the_cover_presses_nothing(desk: FrontDesk) -> None:
    navigation = desk.window.navigation
    desk.office.accounts.set_pin(desk.actor, "482913")
    for name in ("Lock", "Curtain"):
        entry = named(navigation, name)
        entry.setFocus(Qt.FocusReason.MouseFocusReason)
        desk.click(entry)
        assert desk.window.covered
        if name == "Lock":
            QTest.keyClicks(desk.window.lock_view.pin.edit, "482913")
            desk.wait(lambda: not desk.window.covered)
        else:
            desk.key(desk.window, Qt.Key.Key_F9)
        assert desk.window.focusWidget() is desk.page
        desk.key(QApplication.focusWidget() or desk.window, Qt.Key.Key_Return)
        assert not desk.window.covered


def test_an_enter_after_the_cover_presses_nothing_in_a_dialog(desk: FrontDesk) -> None:
    presses: list[bool] = []
    asked = Dialog("Delete?", desk.window)
    asked.set_primary("Delete", lambda: presses.append(True), kind="danger").setFocus()
    asked.open()
    desk.calm()
    desk.window.draw_curtain()
    desk.calm()
    desk.window.uncover()
    desk.calm()
    assert asked.isVisible()
    assert not isinstance(asked.focusWidget(), QPushButton)
    desk.key(asked.focusWidget() or asked, Qt.Key.Key_Return)
    desk.key(asked.focusWidget() or asked, Qt.Key.Key_Space)
    assert presses == []
    assert asked.isVisible()
    asked.reject()


def test_ctrl_s_ends_a_form_on_a_page_from_its_fields_alone(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "owner", qtbot, Role.OWNER) as owner:
        owner.go("settings", tab="office")
        tab = owner.page.office
        saves: list[bool] = []
        tab.save_button.clicked.disconnect()
        tab.save_button.clicked.connect(lambda _on: saves.append(True))
        field = next(iter(tab.form.findChildren(QLineEdit)))
        owner.page.setFocus()
        owner.key(owner.page, Qt.Key.Key_S, CONTROL)
        assert saves == []
        field.setFocus()
        owner.key(field, Qt.Key.Key_S, CONTROL)
        assert saves == [True]


def rests(one: QWidget) -> None:
    one.setEnabled(False)
    QApplication.processEvents()
    one.setEnabled(True)


def is_made_anew(one: QWidget) -> None:
    place = one.parentWidget()
    layout = place.layout()
    assert layout is not None
    clear(layout)
    for name in ("Before", "Print", "After"):
        layout.addWidget(button(name))


def is_hidden(one: QWidget) -> None:
    one.hide()


def is_gone(one: QWidget) -> None:
    one.setParent(None)
    one.deleteLater()


def rests_for_good(one: QWidget) -> None:
    one.setEnabled(False)


@pytest.mark.parametrize(
    ("becomes", "then"),
    [
        (rests, {"Print"}),
        (is_made_anew, {"Print"}),
        (is_hidden, {"Before", "After"}),
        (is_gone, {"Before", "After"}),
        (rests_for_good, {"Before", "After"}),
    ],
)
def test_beneath_a_dialog_it_is_not_put_on_the_first_entry_of_the_menu(
    desk: FrontDesk, becomes: Callable[[QWidget], None], then: set[str]
) -> None:
    """A printed invoice is read again while the preview is in front: its buttons rest meanwhile."""
    desk.go("customers")
    place = QWidget(desk.page)
    row = QHBoxLayout(place)
    for name in ("Before", "Print", "After"):
        row.addWidget(button(name))
    place.resize(400, 60)
    place.show()
    place.raise_()
    named(place, "Print").setFocus()
    assert QApplication.focusWidget() is named(place, "Print")
    preview = Dialog("Preview", desk.window)
    preview.set_primary("Close").setFocus()
    preview.open()
    preview.activateWindow()
    desk.wait(preview.isActiveWindow)
    becomes(named(place, "Print"))
    desk.calm()
    assert preview.isAncestorOf(QApplication.focusWidget() or desk.window), "the dialog keeps it meanwhile"
    preview.accept()
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    desk.wait(lambda: _pressed_next() in then)
    QTest.qWait(150)
    assert _pressed_next() in then


def test_what_the_program_chose_beneath_a_dialog_keeps_it(desk: FrontDesk) -> None:
    desk.go("customers")
    pressed = button("Print")
    pressed.setParent(desk.page)
    pressed.show()
    pressed.setFocus()
    preview = Dialog("Preview", desk.window)
    preview.set_primary("Close")
    preview.open()
    preview.activateWindow()
    desk.wait(preview.isActiveWindow)
    desk.page.search.setFocus()
    pressed.hide()
    pressed.show()
    preview.accept()
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    QTest.qWait(150)
    assert desk.page.search.hasFocus()


def test_what_the_program_chose_beneath_a_dialog_and_lost_there_is_what_is_sought(
    qtbot: QtBot, dialog: Dialog
) -> None:
    named(dialog, "First").setFocus()
    answer = Dialog("Why", dialog)
    answer.set_primary("Close the answer")
    answer.open()
    answer.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is named(answer, "Close the answer"))
    chosen = named(dialog, "Last")
    chosen.setFocus()
    chosen.setEnabled(False)
    answer.accept()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    chosen.setEnabled(True)
    qtbot.waitUntil(chosen.hasFocus)
    QTest.qWait(150)
    assert chosen.hasFocus()


def test_the_stops_of_a_window_are_left_alone_while_another_one_has_it(qtbot: QtBot, dialog: Dialog) -> None:
    named(dialog, "Last").setFocus()
    answer = Dialog("Why", dialog)
    answer.set_primary("Close the answer")
    answer.open()
    answer.activateWindow()
    there = named(answer, "Close the answer")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is there)
    for forward in (True, False):
        assert not go_on(dialog, forward=forward)
    assert dialog.focusWidget() is named(dialog, "Last")
    assert QApplication.focusWidget() is there


def _pressed_next() -> str:
    """The button that Enter would press."""
    now = QApplication.focusWidget()
    return now.text() if isinstance(now, QPushButton) else ""
