"""With the recovery sheet in hand: typing and scanning its code, taking over, and a second computer login."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.entry.ways_out import WayOut
from hvacdesk.ui import background
from hvacdesk.ui.entry.blocked import BlockedView
from hvacdesk.ui.entry.enrol import EnrolView
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.entry.recovery import RecoveryView
from hvacdesk.ui.entry.take_over import TakeOverView
from hvacdesk.vault import errors
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from tests.helpers.desk_office import (
    OWNER,
    OWNER_PASSPHRASE,
    desk_on,
    device_account_of,
    now,
    seen,
    set_up_with_sheet,
    texts_in,
    wait,
)
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import MemorySecrets

pytestmark = pytest.mark.usefixtures("secret_service")
NEW_PASSPHRASE = "kawara-no-yane-7"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "office"


@pytest.fixture
def sheet(home: Path) -> str:
    """The text of the sheet's QR code; the office is there."""
    return set_up_with_sheet(home)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, home: Path, sheet: str) -> Iterator[Desk]:
    with desk_on(home, qtbot, qapp) as made:
        yield made


def at_the_code(qtbot: QtBot, desk: Desk) -> RecoveryView:
    seen(qtbot, desk, LoginView).recovery_wanted.emit()
    return seen(qtbot, desk, RecoveryView)


def recovered(qtbot: QtBot, desk: Desk, sheet: str) -> TakeOverView:
    view = at_the_code(qtbot, desk)
    qtbot.keyClicks(view.code.edit, sheet)
    qtbot.keyClick(view.code.edit, Qt.Key.Key_Return)
    return seen(qtbot, desk, TakeOverView)


def choose(view: TakeOverView) -> None:
    view.choice.first.set_text(NEW_PASSPHRASE)
    view.choice.second.set_text(NEW_PASSPHRASE)


def office_files(home: Path) -> dict[str, bytes]:
    """What says which keys count."""
    return {name: (home / name).read_bytes() for name in ("office.keys", "office.keys.copy")}


# the code


def test_each_group_is_judged_while_it_is_typed(qtbot: QtBot, desk: Desk, sheet: str) -> None:
    view = at_the_code(qtbot, desk)
    groups = sheet.rpartition(":")[2].split("-")
    qtbot.keyClicks(view.code.edit, f"{groups[0]} {groups[1][:4]}".lower())
    assert [mark.right for mark in view.code.marks] == [True, *[None] * 7]
    qtbot.keyClicks(view.code.edit, "U-")
    assert [mark.right for mark in view.code.marks[:3]] == [True, False, None]
    assert "Group 2 has a typing error" in texts_in(view)


def test_a_mistyped_group_is_named(qtbot: QtBot, desk: Desk, sheet: str) -> None:
    view = at_the_code(qtbot, desk)
    groups = sheet.rpartition(":")[2].split("-")
    groups[4] = "00000" if groups[4] != "00000" else "11111"
    view.code.edit.setText("-".join(groups))
    view.go()
    wait(qtbot, background.idle)
    assert "Group 5 " in view.form.fields["code"].error.text()


def test_escape_goes_back(qtbot: QtBot, desk: Desk) -> None:
    view = at_the_code(qtbot, desk)
    qtbot.keyClick(view.code.edit, Qt.Key.Key_Escape)
    seen(qtbot, desk, LoginView)


# taking over


def test_a_scanned_sheet_leads_over_a_new_passphrase_into_the_office(
    qtbot: QtBot, desk: Desk, home: Path, sheet: str
) -> None:
    DeviceKeyring().delete(device_account_of(home))
    blocked = seen(qtbot, desk, BlockedView)
    blocked.ways[WayOut.SHEET].click()
    view = seen(qtbot, desk, RecoveryView)
    qtbot.keyClicks(view.code.edit, sheet)
    qtbot.keyClick(view.code.edit, Qt.Key.Key_Return)
    view = seen(qtbot, desk, TakeOverView)
    assert view.owner.currentText() == OWNER
    choose(view)
    view.primary.click()
    seen(qtbot, desk, PinView).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    assert desk.window.context.actor.name == OWNER
    desk.window.close()
    entry = OfficeEntry(home, now)
    entry.open_sealed()
    with pytest.raises(errors.WrongPassphrase):
        entry.login(entry.staff()[0].account, OWNER_PASSPHRASE)
    office, owner = entry.login(entry.staff()[0].account, NEW_PASSPHRASE)
    assert office.keys.standing(owner).sheet_due
    office.leave(owner)


def test_without_a_good_passphrase_nothing_is_taken_over(
    qtbot: QtBot, desk: Desk, home: Path, sheet: str
) -> None:
    view = recovered(qtbot, desk, sheet)
    wait(qtbot, background.idle)  # what the program warms up beside the first view
    before = office_files(home)
    view.go()
    view.choice.first.set_text(NEW_PASSPHRASE)
    view.choice.second.set_text(NEW_PASSPHRASE + "x")
    view.go()
    assert background.idle()
    assert view.choice.form.fields["second"].error.text()
    assert office_files(home) == before


@pytest.mark.parametrize("how", ["escape", "close"])
def test_leaving_the_take_over_closes_the_recovered_office_and_changes_no_key(
    qtbot: QtBot, desk: Desk, home: Path, sheet: str, how: str
) -> None:
    view = recovered(qtbot, desk, sheet)
    office = desk.flow._rescue._held[0]
    before = office_files(home)
    choose(view)
    if how == "escape":
        qtbot.keyClick(view.choice.first.edit, Qt.Key.Key_Escape)
        seen(qtbot, desk, LoginView)
    else:
        with qtbot.waitSignal(desk.finished):
            desk.flow.window.close()
    assert office._workplace.vault._session._held is None
    assert office_files(home) == before
    entry = OfficeEntry(home, now)
    entry.open_sealed()
    again, owner = entry.login(entry.staff()[0].account, OWNER_PASSPHRASE)
    again.leave(owner)


def test_a_window_closed_during_the_take_over_leaves_a_whole_office(
    qtbot: QtBot, desk: Desk, home: Path, sheet: str
) -> None:
    view = recovered(qtbot, desk, sheet)
    choose(view)
    view.go()
    with qtbot.waitSignal(desk.finished):
        desk.flow.window.close()
    entry = OfficeEntry(home, now)
    entry.acquire()
    entry.open_sealed()
    office, owner = entry.login(entry.staff()[0].account, NEW_PASSPHRASE)
    office.leave(owner)
    entry.release()


def test_a_key_store_that_takes_nothing_is_said_and_tried_again(
    qtbot: QtBot, desk: Desk, home: Path, sheet: str, secret_service: SecretService
) -> None:
    view = recovered(qtbot, desk, sheet)
    before = office_files(home)
    choose(view)
    secret_service.start_locked()
    try:
        view.go()
        wait(qtbot, lambda: "could not be put into the key store" in texts_in(view))
        assert "The key store of this computer is locked." in texts_in(view)
        assert office_files(home) == before
        assert view.failure.retry_button.hasFocus()
    finally:
        secret_service.start_unlocked()
    view.failure.retry_button.click()
    seen(qtbot, desk, PinView)


def test_the_office_can_be_used_today_although_the_key_store_takes_nothing(
    qtbot: QtBot, desk: Desk, home: Path, sheet: str, secret_service: SecretService
) -> None:
    view = recovered(qtbot, desk, sheet)
    before = office_files(home)
    choose(view)
    secret_service.start_locked()
    try:
        view.go()
        wait(qtbot, lambda: "Work now without taking over" in texts_in(view))
        view.without_wanted.emit()
        seen(qtbot, desk, PinView).skipped.emit()
        wait(qtbot, lambda: desk.window is not None)
        assert office_files(home) == before
    finally:
        secret_service.start_unlocked()


def test_another_language_keeps_the_office_open_and_forgets_the_passphrase(
    qtbot: QtBot, desk: Desk, sheet: str
) -> None:
    view = recovered(qtbot, desk, sheet)
    choose(view)
    desk.flow.window.language_chosen.emit("ja")
    try:
        again = seen(qtbot, desk, TakeOverView)
        assert again is not view
        assert again.owner.currentText() == OWNER
        assert again.choice.text() == ""
    finally:
        desk.flow.window.language_chosen.emit("en")


# another login of this computer


def invited(home: Path) -> str:
    """The one-time words that the owner makes for another login."""
    entry = OfficeEntry(home, now)
    entry.open_sealed()
    office, owner = entry.login(entry.staff()[0].account, OWNER_PASSPHRASE)
    words = office.keys.invite_login(owner, "経理のログイン")
    office.leave(owner)
    return words


def another_login(desk: Desk) -> MemorySecrets:
    """The desk of another OS login: a key store of the same kind with nothing of this office in it."""
    secrets = MemorySecrets(backend_name=DeviceKeyring().backend_name)
    desk.entry._keyring = secrets  # type: ignore[assignment]
    return secrets


def at_the_words(qtbot: QtBot, desk: Desk) -> EnrolView:
    seen(qtbot, desk, BlockedView).ways[WayOut.ENROL].click()
    return seen(qtbot, desk, EnrolView)


def test_the_words_let_another_login_in(qtbot: QtBot, desk: Desk, home: Path) -> None:
    words = invited(home)
    another_login(desk)
    view = at_the_words(qtbot, desk)
    qtbot.keyClicks(view.words.edit, words)
    qtbot.keyClick(view.words.edit, Qt.Key.Key_Return)
    login = seen(qtbot, desk, LoginView)
    login.passphrase.set_text(OWNER_PASSPHRASE)
    login.log_in()
    seen(qtbot, desk, PinView)


def test_wrong_words_are_told_at_the_field_and_change_nothing(qtbot: QtBot, desk: Desk, home: Path) -> None:
    invited(home)
    secrets = another_login(desk)
    view = at_the_words(qtbot, desk)
    view.go()
    assert view.form.fields["words"].error.text()
    view.words.set_text("not these words at all")
    view.go()
    wait(qtbot, background.idle)
    assert view.form.fields["words"].error.text()
    assert all(account.endswith("/tries") for account in secrets.kept)
    qtbot.keyClick(view.words.edit, Qt.Key.Key_Escape)
    seen(qtbot, desk, BlockedView)


def test_without_an_invitation_it_is_said_that_there_is_none(qtbot: QtBot, desk: Desk, home: Path) -> None:
    another_login(desk)
    view = at_the_words(qtbot, desk)
    view.words.set_text("these words are nobody's words")
    view.go()
    wait(qtbot, background.idle)
    assert view.form.fields["words"].error.text()
