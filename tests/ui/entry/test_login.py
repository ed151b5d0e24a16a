"""Coming into an existing office: names, passphrases, invitations, and what may stand in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from weakref import ref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.roles import Actor
from hvacdesk.services.entry import office_opening
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.entry.entry_errors import AlreadyRunning
from hvacdesk.services.entry.ways_out import WayOut
from hvacdesk.services.staff.accounts import Accounts
from hvacdesk.ui import background
from hvacdesk.ui.collector import collect_all
from hvacdesk.ui.entry.blocked import BlockedView
from hvacdesk.ui.entry.invitation import InvitationView
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.opening_view import OpeningView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.entry.restore.wizard import RestoreWizard
from hvacdesk.vault.errors import DiskFull, TooManyTries, WrongPassphrase
from tests.helpers.desk_office import (
    FACTS,
    OWNER,
    OWNER_PASSPHRASE,
    desk_on,
    now,
    seen,
    set_up_office,
    shown,
    texts_in,
    wait,
)
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService

pytestmark = pytest.mark.usefixtures("secret_service")
INVITED = "鈴木 一郎"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "office"


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Desk]:
    """A desk that has not been shown yet."""
    with desk_on(home, qtbot, qapp) as made:
        yield made


def login_view(qtbot: QtBot, desk: Desk) -> LoginView:
    return seen(qtbot, desk, LoginView)


def press(qtbot: QtBot, view: LoginView | InvitationView | PinView) -> None:
    assert view.primary is not None
    qtbot.mouseClick(view.primary, Qt.MouseButton.LeftButton)


def test_the_window_is_painted_before_anything_is_read(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    flow = desk.show_login()
    assert isinstance(flow.window.content, OpeningView)
    with qtbot.waitSignal(flow.window.painted):
        pass
    assert isinstance(flow.window.content, OpeningView)
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))
    wait(qtbot, lambda: FACTS.name in texts_in(flow.window))  # shown a turn of the event loop later


def test_a_restore_begins_at_the_login_and_leads_back_to_it(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    view = login_view(qtbot, desk)
    assert view.restore_button.text() == "Restore a backup"
    view.restore_button.click()
    wizard = seen(qtbot, desk, RestoreWizard)
    back = wizard.finding.back_button
    assert back is not None
    wait(qtbot, lambda: background.idle() and back.isEnabled())
    back.click()
    login_view(qtbot, desk)


def test_the_right_passphrase_opens_the_desk(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    view = login_view(qtbot, desk)
    assert view.chosen().name == OWNER
    qtbot.keyClick(view.staff, Qt.Key.Key_Return)
    qtbot.keyClicks(view.passphrase.edit, OWNER_PASSPHRASE)
    qtbot.keyClick(view.passphrase.edit, Qt.Key.Key_Return)
    wait(qtbot, lambda: isinstance(shown(desk), PinView))
    pin = shown(desk)
    assert isinstance(pin, PinView)
    for easy in ("111111", "123456", "098765", "121212", "７８９０１２"):
        for field in (pin.form.first, pin.form.second):
            field.set_text(easy)
        press(qtbot, pin)
        assert "too easy" in pin.form.fields["first"].error.text()
    pin.form.first.set_text("４８２９０１")
    pin.form.second.set_text("")
    press(qtbot, pin)
    assert pin.form.fields["second"].error.text() == "Type the same digits here once more."
    pin.form.second.set_text("482902")
    press(qtbot, pin)
    assert pin.form.fields["second"].error.text()
    pin.form.second.set_text("482901")
    press(qtbot, pin)
    wait(qtbot, lambda: desk.window is not None)
    assert desk.window.context.office.accounts.has_pin(desk.window.context.actor)
    assert desk.window.isVisible()


def test_setting_the_pin_is_seen_and_enter_leads_to_its_button(
    qtbot: QtBot, desk: Desk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, setting = Event(), Accounts.set_pin

    def slowly(accounts: Accounts, actor: Actor, pin: str) -> None:
        assert go.wait(30)
        setting(accounts, actor, pin)

    monkeypatch.setattr(Accounts, "set_pin", slowly)
    set_up_office(home)
    view = login_view(qtbot, desk)
    view.passphrase.set_text(OWNER_PASSPHRASE)
    view.log_in()
    wait(qtbot, lambda: isinstance(shown(desk), PinView))
    pin = shown(desk)
    assert isinstance(pin, PinView)
    assert pin.primary is not None
    for field in (pin.form.first, pin.form.second):
        wait(qtbot, field.edit.hasFocus)
        qtbot.keyClicks(field.edit, "482901")
        assert pin.primary.isEnabled()
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert not pin.primary.isEnabled()
    assert pin.back_button is not None
    assert not pin.back_button.isEnabled(), "nobody goes on without a PIN while one is being set"
    wait(qtbot, pin.busy.isVisible)
    assert pin.busy.text.text() == "Setting the PIN"
    go.set()
    wait(qtbot, lambda: desk.window is not None)
    assert desk.window.context.office.accounts.has_pin(desk.window.context.actor)


def test_what_is_wrong_with_a_pin_goes_while_another_is_typed(qtbot: QtBot) -> None:
    view = PinView()
    qtbot.addWidget(view)
    for first, second, where in (("123456", "123456", "first"), ("482901", "482902", "second")):
        view.form.first.set_text(first)
        view.form.second.set_text(second)
        view.go()
        assert view.form.fields[where].error.text()
        view.form.first.set_text("4")
        assert not view.form.fields[where].error.text()


def test_who_came_last_is_chosen_already(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home, invite=INVITED)
    login_view(qtbot, desk)
    account = next(m.account for m in desk.entry.staff() if m.name == OWNER)
    desk.preferences.last_account = account
    desk.flow._log_in()
    again = shown(desk)
    assert again.chosen().name == OWNER
    assert again.focusProxy() is again.passphrase.edit


def test_a_wrong_passphrase_says_so_and_makes_wait(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home, invite=INVITED)
    view = login_view(qtbot, desk)
    view.choose(next(m.account for m in desk.entry.staff() if m.name == OWNER))
    for _ in range(3):
        view.passphrase.set_text("not the passphrase")
        view.log_in()
        wait(qtbot, background.idle)
    error = view.form.fields["passphrase"].error
    assert "5" in error.text()
    assert not view.primary.isEnabled()
    assert view.passphrase.text() == ""
    view.choose(next(m.account for m in desk.entry.staff() if m.name == INVITED))
    assert view.primary.isEnabled()
    assert not error.text()


def test_the_wait_is_counted_down(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    view = login_view(qtbot, desk)
    for _ in range(3):
        view.passphrase.set_text("not the passphrase")
        view.log_in()
        wait(qtbot, background.idle)
    for left in (4, 3, 2, 1):
        view._waiting._second()
        assert str(left) in view.form.fields["passphrase"].error.text()
    view._waiting._second()
    assert view.form.fields["passphrase"].error.text() == ""
    assert view.primary.isEnabled()


def test_a_restart_does_not_shorten_the_wait(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    entry = OfficeEntry(home, now)
    entry.open_sealed()
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            entry.login(entry.staff()[0].account, "not the passphrase")
    view = login_view(qtbot, desk)
    view.passphrase.set_text(OWNER_PASSPHRASE)
    view.log_in()
    wait(qtbot, background.idle)
    error = view.form.fields["passphrase"].error
    assert "too many failed tries" in error.text()
    left = view._waiting.seconds
    assert 0 < left <= 5
    assert not view.primary.isEnabled()
    view._waiting._second()
    assert str(left - 1) in error.text()


def test_a_long_wait_is_told_in_minutes(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    view = login_view(qtbot, desk)
    view._on_refused(TooManyTries(61))
    error = view.form.fields["passphrase"].error
    assert "1 min 1 s" in error.text()
    view._waiting._second()
    assert "1 min 0 s" in error.text()
    view._waiting._second()
    assert "59 seconds" in error.text()


def test_a_chosen_passphrase_holds_where_the_office_does_not_open_then(
    qtbot: QtBot, desk: Desk, home: Path
) -> None:
    """It must not be said that nothing was saved: the one-time passphrase is void."""

    def full(*_: object) -> None:
        raise DiskFull

    one_time = set_up_office(home, invite=INVITED)
    view = login_view(qtbot, desk)
    view.choose(next(m.account for m in desk.entry.staff() if m.name == INVITED))
    press(qtbot, view)
    invitation = shown(desk)
    invitation.choice.first.set_text("kawara-no-yane-7")
    invitation.choice.second.set_text("kawara-no-yane-7")
    invitation.one_time.set_text(one_time)
    with replaced(office_opening, "_entered", full):
        press(qtbot, invitation)
        wait(qtbot, lambda: isinstance(shown(desk), BlockedView))
    assert "Your own passphrase is set" in "".join(texts_in(shown(desk)))
    shown(desk).ways[WayOut.RETRY].click()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))
    assert not next(m.invited for m in desk.entry.staff() if m.name == INVITED)


def test_an_invited_person_chooses_a_passphrase_of_their_own(qtbot: QtBot, desk: Desk, home: Path) -> None:
    one_time = set_up_office(home, invite=INVITED)
    view = login_view(qtbot, desk)
    view.choose(next(m.account for m in desk.entry.staff() if m.name == INVITED))
    press(qtbot, view)
    invitation = shown(desk)
    assert isinstance(invitation, InvitationView)
    invitation.choice.first.set_text("kawara-no-yane-7")
    invitation.choice.second.set_text("kawara-no-yane-7")
    invitation.one_time.set_text("not the one")
    press(qtbot, invitation)
    wait(qtbot, background.idle)
    assert invitation.form.fields["one_time"].error.text()
    invitation.one_time.set_text(one_time)
    press(qtbot, invitation)
    wait(qtbot, lambda: isinstance(shown(desk), PinView))
    shown(desk).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    assert desk.window.context.actor.name == INVITED
    desk.window.switch_user()
    login_view(qtbot, desk)
    assert not next(m.invited for m in desk.entry.staff() if m.name == INVITED)


def test_nothing_of_a_login_outlives_it_and_nothing_of_an_office_its_desk(
    qtbot: QtBot, desk: Desk, home: Path
) -> None:
    """Both would be there until the program ends, one more with each login, and an office has known keys."""
    set_up_office(home)
    login_view(qtbot, desk).passphrase.set_text(OWNER_PASSPHRASE)
    login_view(qtbot, desk).log_in()
    wait(qtbot, lambda: isinstance(shown(desk), PinView))
    login = [ref(desk.flow), ref(desk.flow.window)]
    shown(desk).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    wait(qtbot, background.idle)
    collect_all()
    assert [one() is None for one in login] == [True, True]
    inside = [ref(desk.window), ref(desk.window.context.office)]
    desk.window.switch_user()
    login_view(qtbot, desk)
    wait(qtbot, lambda: desk.farewell is None)
    collect_all()
    assert [one() is None for one in inside] == [True, True]


def test_a_second_program_is_told_about_the_first(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    first = OfficeEntry(home, now)
    first.acquire()
    desk.show_login()
    wait(qtbot, lambda: isinstance(shown(desk), BlockedView))
    blocked = shown(desk)
    assert isinstance(blocked, BlockedView)
    assert isinstance(blocked.error, AlreadyRunning)
    assert "recovery" not in texts_in(blocked)
    first.release()
    blocked.ways[WayOut.RETRY].click()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))


@pytest.mark.parametrize("state", ["locked", "missing"])
def test_a_key_store_that_does_not_answer(
    qtbot: QtBot, desk: Desk, home: Path, secret_service: SecretService, state: str
) -> None:
    set_up_office(home)
    if state == "locked":
        secret_service.start_locked()
    else:
        secret_service.stop_daemon()
    try:
        desk.show_login()
        wait(qtbot, lambda: isinstance(shown(desk), BlockedView))
        blocked = shown(desk)
        assert isinstance(blocked, BlockedView)
        texts = texts_in(blocked)
        for sentence in blocked.error.sentences(lambda phrase: phrase.text):
            assert sentence in texts
        assert "Use the recovery sheet" in texts
    finally:
        secret_service.start_unlocked()
    blocked.ways[WayOut.RETRY].click()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))


def test_a_damaged_key_file_is_explained(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    for name in ("office.keys", "office.keys.copy"):
        (home / name).write_bytes(b"damaged")
    desk.show_login()
    wait(qtbot, lambda: isinstance(shown(desk), BlockedView))
    assert "damaged" in texts_in(shown(desk))


def test_another_language_shows_the_same_view_again(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    view = login_view(qtbot, desk)
    desk.flow.window.language_chosen.emit("ja")
    try:
        again = shown(desk)
        assert isinstance(again, LoginView)
        assert again is not view
        assert desk.preferences.code == "ja"
    finally:
        desk.flow.window.language_chosen.emit("en")
    assert Desk(home, now).preferences.code == "en"


def test_no_name_is_written_beside_the_database(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    login_view(qtbot, desk)
    desk.preferences.save()
    stored = b"".join(path.read_bytes() for path in home.iterdir() if path.is_file())
    assert OWNER.encode() not in stored
    assert FACTS.name.encode() not in stored
    assert (home / "window.ini").is_file()


def test_closing_the_pin_question_closes_the_office(qtbot: QtBot, desk: Desk, home: Path) -> None:
    set_up_office(home)
    view = login_view(qtbot, desk)
    view.passphrase.set_text(OWNER_PASSPHRASE)
    view.log_in()
    wait(qtbot, lambda: isinstance(shown(desk), PinView))
    with qtbot.waitSignal(desk.finished):
        desk.flow.window.close()
    again = OfficeEntry(home, now)
    again.acquire()
    again.release()
