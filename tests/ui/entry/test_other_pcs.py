"""The windows of joining, by the keyboard: the code at the seat, list and questions at the office PC."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.roles import Role
from hvacdesk.domain.seats.seats import AuthorityLocked, SeatState
from hvacdesk.seats.asks import PROGRAM
from hvacdesk.seats.doors import AtTheOfficePcOnly
from hvacdesk.services.office import updates
from hvacdesk.services.seats import login_start
from hvacdesk.services.seats.office_pc import OfficePc
from hvacdesk.ui.entry.join_office import CompareView, JoinView
from hvacdesk.ui.entry.let_join import LetJoinDialog
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.seat_away import SeatAwayView
from hvacdesk.ui.entry.seat_dialogs import RemoveSeatDialog, RenameSeatForm, SetUpAnewDialog
from hvacdesk.ui.entry.seat_installer import SeatInstallerDialog
from hvacdesk.ui.entry.seats_tab import SeatsTab
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.own_addresses import own_addresses
from hvacdesk.ui.owners_seats import OwnersSeats
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.vault import ciphers
from tests.helpers.desk_office import calm, desk_on, seen, shown, texts_in, wait
from tests.helpers.login_starts import starts_apart
from tests.helpers.screens.about import signed_update
from tests.helpers.screens.entry import MEMBERS
from tests.helpers.secret_service import SecretService
from tests.helpers.two_pcs import LOOPBACK, TwoPcs, press


@pytest.fixture
def new_pc(tmp_path: Path, qtbot: QtBot, qapp: QApplication, secret_service: SecretService) -> Iterator[Desk]:
    with desk_on(tmp_path / "new", qtbot, qapp) as made:
        yield made


def key(pcs: TwoPcs, widget: Any, which: Qt.Key) -> None:
    pcs.qtbot.keyClick(widget, which)
    pcs.calm()


def test_the_first_page_leads_to_the_code_and_back(qtbot: QtBot, new_pc: Desk) -> None:
    wizard = seen(qtbot, new_pc, SetupWizard)
    wizard.welcome.join.setFocus()
    qtbot.keyClick(wizard.welcome.join, Qt.Key.Key_Return)
    view = shown(new_pc)
    assert isinstance(view, JoinView)
    wait(qtbot, view.code.hasFocus)
    assert new_pc.flow is not None
    new_pc.flow.window.resize(880, 640)  # with room for the column at the left
    calm(qtbot)
    assert "Customer data stays on the office PC." in texts_in(new_pc.flow.window)
    qtbot.keyClick(view.code, Qt.Key.Key_Return)
    assert view.form.fields["code"].error.text() == "Type the code that the office PC shows."
    view.code.setText("192.168.1.10:47011 ABCD")
    qtbot.keyClick(view.code, Qt.Key.Key_Return)
    wait(qtbot, lambda: "has 32 letters" in view.form.fields["code"].error.text())
    calm(qtbot)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    seen(qtbot, new_pc, SetupWizard)
    calm(qtbot)
    assert "Customer data is encrypted on this computer." in texts_in(new_pc.flow.window)


def test_closing_the_window_while_words_are_compared_ends_the_connection(pcs: TwoPcs) -> None:
    tab = pcs.switch_on()
    press(tab, "Let another PC join")
    dialog = pcs.dialog(LetJoinDialog)
    pcs.wait(lambda: dialog.code)
    seen(pcs.qtbot, pcs.seat, SetupWizard).join_wanted.emit()
    typing = shown(pcs.seat)
    assert isinstance(typing, JoinView)
    typing.code.setText(dialog.code)
    typing.go()
    pcs.wait(lambda: isinstance(shown(pcs.seat), CompareView))
    comparing = shown(pcs.seat)
    assert isinstance(comparing, CompareView)
    assert pcs.seat.flow is not None
    pcs.seat.flow.window.close()
    assert comparing._link._line._closed
    dialog.close()


def test_why_nobody_can_join_yet_is_said_at_the_grey_button_and_on_the_page_for_the_code(
    pcs: TwoPcs,
) -> None:
    tab = pcs.seats_tab()
    assert not tab.join_button.isEnabled()
    assert tab.first_on.isVisible()
    seen(pcs.qtbot, pcs.seat, SetupWizard).join_wanted.emit()
    assert "“Switch on” there if it is off" in texts_in(seen(pcs.qtbot, pcs.seat, JoinView))
    pcs.switch_on()
    assert tab.join_button.isEnabled()
    assert not tab.first_on.isVisible()


def words_at_both(pcs: TwoPcs) -> tuple[LetJoinDialog, CompareView]:
    """A code was typed at the other PC; both show the words."""
    press(pcs.switch_on(), "Let another PC join")
    dialog = pcs.dialog(LetJoinDialog)
    pcs.wait(lambda: dialog.code)
    seen(pcs.qtbot, pcs.seat, SetupWizard).join_wanted.emit()
    typing = seen(pcs.qtbot, pcs.seat, JoinView)
    typing.code.setText(dialog.code)
    typing.go()
    pcs.wait(lambda: dialog.words is not None)
    pcs.calm()
    return dialog, seen(pcs.qtbot, pcs.seat, CompareView)


def test_enter_pressed_once_too_often_cancels_nothing(pcs: TwoPcs) -> None:
    _dialog, comparing = words_at_both(pcs)
    assert pcs.seat.flow is not None
    window = pcs.seat.flow.window
    window.activateWindow()
    pcs.wait(window.isActiveWindow)
    focused = QApplication.focusWidget()
    assert focused is comparing.words
    key(pcs, focused, Qt.Key.Key_Return)
    assert shown(pcs.seat) is comparing
    assert not comparing._leaving


def test_the_office_pc_says_that_the_other_pc_cancelled_and_lets_nobody_in(pcs: TwoPcs) -> None:
    dialog, comparing = words_at_both(pcs)
    press(comparing, "Cancel")
    seen(pcs.qtbot, pcs.seat, JoinView)
    pcs.wait(lambda: "The other PC left" in texts_in(dialog))
    assert pcs.office.serving.office_pc().book.seats == ()
    assert "let it join" not in texts_in(dialog)
    press(dialog, "Close")


def test_a_pc_that_leaves_as_it_is_confirmed_is_not_let_in(pcs: TwoPcs) -> None:
    dialog, comparing = words_at_both(pcs)
    comparing._timer.stop()
    dialog.name.setText("受付の席")
    press(dialog, "They are the same: let it join")
    pcs.wait(lambda: dialog._confirmed is not None)
    press(comparing, "Cancel")
    pcs.wait(lambda: "The other PC left" in texts_in(dialog))
    (seat,) = pcs.office.serving.office_pc().book.seats
    assert seat.state is SeatState.REVOKED
    press(dialog, "Close")
    pcs.wait(lambda: "No other PC has joined yet." in texts_in(pcs.seats_tab()))


def test_an_office_pc_that_is_not_there_is_told_calmly(qtbot: QtBot, new_pc: Desk) -> None:
    from hvacdesk.vault.seats.pairing import PairingCode

    seen(qtbot, new_pc, SetupWizard).join_wanted.emit()
    view = shown(new_pc)
    assert isinstance(view, JoinView)
    view.code.setText(PairingCode.draw("127.0.0.1", 9, b"x" * 32).text())
    view.go()
    wait(qtbot, lambda: "No office PC answers at 127.0.0.1:9." in texts_in(view))
    assert "the code was not tried" in texts_in(view)
    assert not new_pc.entry.is_seat


def test_the_owner_refuses_a_pc_with_other_words(pcs: TwoPcs) -> None:
    tab = pcs.switch_on()
    press(tab, "Let another PC join")
    dialog = pcs.dialog(LetJoinDialog)
    pcs.wait(lambda: dialog.code)
    seen(pcs.qtbot, pcs.seat, SetupWizard).join_wanted.emit()
    typing = shown(pcs.seat)
    assert isinstance(typing, JoinView)
    typing.code.setText(dialog.code)
    typing.go()
    pcs.wait(lambda: dialog.words is not None)
    key(pcs, dialog.name, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    back = seen(pcs.qtbot, pcs.seat, JoinView)
    pcs.wait(lambda: "this PC was refused" in texts_in(back))
    assert pcs.office.serving.office_pc().book.seats == ()


def test_a_name_is_asked_for(pcs: TwoPcs) -> None:
    tab = pcs.switch_on()
    press(tab, "Let another PC join")
    dialog = pcs.dialog(LetJoinDialog)
    pcs.wait(lambda: dialog.code)
    pcs.wait(lambda: "127.0.0.1" in texts_in(dialog))
    pcs.wait(lambda: "Wrong tries so far: 0" in texts_in(dialog))
    seen(pcs.qtbot, pcs.seat, SetupWizard).join_wanted.emit()
    typing = shown(pcs.seat)
    assert isinstance(typing, JoinView)
    typing.code.setText(dialog.code)
    typing.go()
    pcs.wait(lambda: dialog.words is not None)
    press(dialog, "They are the same: let it join")
    pcs.wait(lambda: "Type a name for the PC." in texts_in(dialog))
    pcs.qtbot.keyClicks(dialog.name, "reception")
    dialog.activateWindow()
    pcs.wait(dialog.isActiveWindow)
    pcs.qtbot.keyClick(dialog.name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    seen(pcs.qtbot, pcs.seat, LoginView)
    pcs.wait(lambda: not dialog.isVisible())
    pcs.calm()
    assert [line.name for line in pcs.seats_tab().seats.lines] == ["reception"]


def test_a_seat_is_renamed_and_a_question_changes_nothing_by_escape(pcs: TwoPcs) -> None:
    pcs.join()
    press(pcs.seats_tab(), "Rename 受付の席")
    form = pcs.dialog(RenameSeatForm)
    form.name.setText("奥の席")
    press(form, "Save")
    pcs.wait(lambda: not form.isVisible())
    tab = pcs.seats_tab()
    pcs.wait(lambda: [line.name for line in tab.seats.lines] == ["奥の席"])
    press(tab, "Remove 奥の席")
    question = pcs.dialog(RemoveSeatDialog)
    assert "nobody can open the office from that PC" in texts_in(question)
    key(pcs, question, Qt.Key.Key_Escape)
    assert [one.state for one in pcs.office.serving.office_pc().book.seats] == [SeatState.ACTIVE]


def test_where_nobody_can_join_any_more_it_is_set_up_anew(
    pcs: TwoPcs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_asked: object) -> None:
        raise AuthorityLocked

    pcs.join()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(OfficePc, "invite", locked)
        tab = pcs.seats_tab()
        press(tab, "Let another PC join")
        dialog = pcs.dialog(LetJoinDialog)
        pcs.wait(lambda: "no other one can join now" in texts_in(dialog))
        press(dialog, "Close")
    press(tab, "Set up anew")
    press(pcs.dialog(SetUpAnewDialog), "Set up anew")
    pcs.calm()
    assert pcs.office.serving.is_on
    assert pcs.office.serving.office_pc().book.seats == ()
    assert "No other PC has joined yet." in texts_in(tab)


def test_a_port_that_is_taken_is_told_in_the_tab(pcs: TwoPcs) -> None:
    import socket

    with socket.socket() as other:
        other.bind((LOOPBACK.address, pcs.port))
        other.listen()
        tab = pcs.switch_on()
        assert f"uses port {pcs.port}" in texts_in(tab)
        assert not tab.join_button.isEnabled(), "nobody can connect"
        _close_messages()
    press(tab, "Try again")
    pcs.wait(lambda: pcs.office.serving.is_on)
    pcs.wait(lambda: "On: other PCs find this one" in texts_in(tab))


def test_a_pc_with_an_older_version_is_shown_as_such(pcs: TwoPcs) -> None:
    """It cannot work, and whoever looks why sees it in the list."""
    pcs.join()
    tab = pcs.seats_tab()
    assert "Older version" not in texts_in(tab)
    for other, older in (("9999.0.0", True), ("0.0.1", False)):
        pcs.office.serving.version = other
        tab.refresh()
        pcs.calm()
        assert ("Older version" in texts_in(tab)) is older


def _close_messages() -> None:
    while (message := QApplication.activeModalWidget()) is not None:
        message.close()
        QApplication.processEvents()


def test_only_an_owner_has_the_tab(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.OWNER)
    assert pcs.seat.window is not None
    assert pcs.seat.window.context.seats is None
    window = pcs.seat.window
    window.navigate("settings", tab="seats")
    pcs.calm()
    assert not window.findChildren(SeatsTab)
    for tab in ("keys", "backups"):
        window.navigate("settings", tab=tab)
        pcs.calm()
        assert "At the office PC" in texts_in(window)
    with pytest.raises(AtTheOfficePcOnly):
        _ = window.context.office.folder
    with pytest.raises(AtTheOfficePcOnly):
        window.context.office.keys.rotate(window.context.actor)


def test_what_is_not_done_at_a_seat_is_not_offered_at_its_login(qtbot: QtBot) -> None:
    invited = SimpleNamespace(**{**vars(MEMBERS[0]), "invited": True})
    view = LoginView(cast(Any, None), (cast(Any, invited), *MEMBERS[1:]), at_seat=True)
    qtbot.addWidget(view)
    view.show()
    asked: list[object] = []
    view.invited.connect(asked.append)
    words = [one.text() for one in view.findChildren(QPushButton) if one.isVisible()]
    assert "Passphrase forgotten" not in words
    assert "Report box" not in words
    assert "at the office PC" in texts_in(view)
    view.staff.setCurrentRow(0)
    view.log_in()
    assert asked == []


def test_the_button_is_above_what_is_said_of_a_login(qtbot: QtBot) -> None:
    """In large text all of it is higher than the window: the button is not what lies below its edge."""
    view = LoginView(cast(Any, None), cast(Any, MEMBERS), at_seat=True)
    qtbot.addWidget(view)
    view.show()
    view.say(AtTheOfficePcOnly())
    view.adjustSize()
    QApplication.processEvents()
    assert view.primary is not None
    labels = [one for one in view.findChildren(QLabel) if one.parentWidget() is view]
    (note,) = [one for one in labels if "at the office PC" in one.text()]
    (told,) = view.findChildren(Failure)
    for said in (note, told):
        assert view.primary.geometry().bottom() < said.mapTo(view, QPoint(0, 0)).y()


def test_the_code_names_the_address_first_that_is_read_aloud_more_easily() -> None:
    asked: list[object] = []
    listed = SimpleNamespace(invite=lambda *what: asked.append(what))
    serving = SimpleNamespace(places=(("fd00::2", 47_011), ("192.0.2.2", 47_011)), office_pc=lambda: None)
    office = SimpleNamespace(seat_list=lambda _office_pc: listed)
    OwnersSeats(cast(Any, serving), cast(Any, office)).invite(cast(Any, None))
    assert asked == [(None, "192.0.2.2", 47_011, ("fd00::2",))]


def test_the_addresses_of_this_pc_are_private_ones() -> None:
    from hvacdesk.services.seats.private_addresses import require_private

    for one in own_addresses():
        require_private(one.address)
        assert not one.address.startswith("127.")


def test_serving_with_the_login_is_written_when_asked_and_goes_with_the_connection(
    pcs: TwoPcs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with starts_apart(tmp_path / "config", monkeypatch):
        starts = login_start.login_start(pcs.real.home)
        assert starts is not None
        tab = pcs.switch_on()
        assert tab.with_login.isVisible()
        assert not tab.with_login.isChecked()
        assert not starts.is_on
        for wanted in (True, False, True):
            tab.with_login.click()
            pcs.calm()
            assert tab.with_login.isChecked() is wanted
            assert starts.is_on is wanted
        press(tab, "Switch off")
        pcs.calm()
        assert not starts.is_on
        assert not tab.with_login.isVisible()


def test_an_update_file_is_kept_for_the_others_and_an_older_seat_gets_its_installer(
    pcs: TwoPcs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = secrets.token_bytes(32)
    monkeypatch.setattr(updates, "publisher", lambda: ciphers.signing_public(key))
    pcs.join()
    tab = pcs.seats_tab()
    tab.keep_update(str(signed_update(tmp_path / "setup.exe", secrets.token_bytes(32))))
    said = pcs.dialog(Dialog)
    assert "not signed by the publisher" in texts_in(said)
    said.close()
    tab.keep_update(str(signed_update(tmp_path / "setup.exe", key)))
    pcs.calm()
    assert [line.name for line in tab.installers.lines] == ["Version 99.0.0"]
    service = pcs.office.serving._service
    assert service is not None
    service._program = f"{PROGRAM}99.0.0"  # the office PC was updated
    service._answering = replace(service._answering, version=service._program)
    service.listen_at(service.places)
    assert pcs.seat.flow is not None
    pcs.seat.flow.begin()
    pcs.wait(lambda: "has 99.0.0" in texts_in(shown(pcs.seat)))
    away = seen(pcs.qtbot, pcs.seat, SeatAwayView)
    press(away, "Get the installer from the office PC…")
    dialog = pcs.dialog(SeatInstallerDialog)
    dialog.save_to(str(tmp_path / "missing"))
    pcs.wait(lambda: "could not be saved there" in texts_in(dialog))
    dialog.close()
    pcs.calm()
    (tmp_path / "here").mkdir()
    press(away, "Get the installer from the office PC…")
    dialog = pcs.dialog(SeatInstallerDialog)
    dialog.save_to(str(tmp_path / "here"))
    pcs.calm()
    assert "Saved and checked" in texts_in(dialog)
    assert [one.name for one in (tmp_path / "here").iterdir()] == ["setup.exe"]
