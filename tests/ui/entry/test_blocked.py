"""Before a closed door: each state has its own words and its own ways out, in both languages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.entry import ways_out
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.entry.ways_out import WayOut
from hvacdesk.ui.entry.blocked import BlockedView
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.opening_view import OpeningView
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.language import words
from hvacdesk.ui.office.self_check_dialog import SelfCheckDialog
from hvacdesk.vault import errors
from hvacdesk.vault.device import open_questions
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from tests.helpers.desk_office import (
    OWNER_PASSPHRASE,
    desk_on,
    device_account_of,
    now,
    seen,
    set_up_office,
    shown,
    texts_in,
    wait,
)
from tests.helpers.key_stores import REAL_NAME, real_backend
from tests.helpers.naming import spoken
from tests.helpers.sabotage import replaced
from tests.helpers.screens.entry import example
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import MemorySecrets

pytestmark = pytest.mark.usefixtures("secret_service")
KEY_FILES = ("office.keys", "office.keys.copy")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "office"


@pytest.fixture
def bare_desk(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Desk]:
    """A desk without an office that has not been shown yet."""
    with desk_on(home, qtbot, qapp) as made:
        yield made


@pytest.fixture
def desk(bare_desk: Desk, home: Path) -> Desk:
    """A desk on a real office that has not been shown yet."""
    set_up_office(home)
    return bare_desk


def blocked(qtbot: QtBot, desk: Desk) -> BlockedView:
    """Start the program and wait until it says what is in the way."""
    return seen(qtbot, desk, BlockedView)


def log_in(qtbot: QtBot, desk: Desk) -> None:
    view = seen(qtbot, desk, LoginView)
    view.passphrase.set_text(OWNER_PASSPHRASE)
    view.log_in()


def everything(home: Path) -> dict[str, bytes]:
    """Every file of the office but the lock and the looks."""
    return {
        path.name: path.read_bytes() for path in home.iterdir() if path.suffix in {".db", ".keys", ".copy"}
    }


# what each state says and offers


@pytest.mark.parametrize("code", ["en", "ja"])
def test_each_error_has_its_words_and_buttons_and_none_of_them_destroys(
    qtbot: QtBot, bare_desk: Desk, code: str
) -> None:
    flow = bare_desk.show_login()
    wait(qtbot, lambda: isinstance(shown(bare_desk), SetupWizard))
    flow.window.language_chosen.emit(code)
    said = set()
    try:
        for kind in ways_out._WAYS:
            flow._on_blocked(example(kind))
            view = shown(bare_desk)
            assert isinstance(view, BlockedView)
            assert tuple(view.ways) == ways_out.ways_out(view.error)
            wait(qtbot, next(iter(view.ways.values())).hasFocus)
            texts = texts_in(view)
            assert all(sentence in texts for sentence in view.error.sentences(words)), kind
            assert all(spoken(button) for button in view.findChildren(QPushButton)), kind
            assert not any(word in texts for word in ("Delete", "削除する", "Set up a new office")), kind
            said.add(view.error.sentences(words)[0])
    finally:
        flow.window.language_chosen.emit("en")
    assert len(said) == len(ways_out._WAYS), "two errors say the same"


def test_the_computer_is_checked_while_the_office_is_closed(qtbot: QtBot, bare_desk: Desk) -> None:
    flow = bare_desk.show_login()
    wait(qtbot, lambda: isinstance(shown(bare_desk), SetupWizard))
    flow._on_blocked(example(errors.KeyringLocked))
    view = shown(bare_desk)
    assert isinstance(view, BlockedView)
    view.check_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SelfCheckDialog)
    wait(qtbot, lambda: bool(dialog.lines.lines))
    assert [line.name for line in dialog.lines.lines] == [
        *("Program", "Program's parts", "Key store", "Key of this office", "Encrypted database"),
        *("The database's pages", "Office folder", "Free space", "Clock", "Fonts", "Typing Japanese"),
        *("Printer", "Backup folders"),
    ]
    dialog.reject()


# states that are really so


def forget_secret(home: Path) -> None:
    DeviceKeyring().delete(device_account_of(home))


def exchange_secret(home: Path) -> None:
    DeviceKeyring().write(device_account_of(home), bytes(32))


def remove_key_files(home: Path) -> None:
    for name in KEY_FILES:
        (home / name).unlink()


def damage_key_files(home: Path) -> None:
    for name in KEY_FILES:
        (home / name).write_bytes(b"damaged")


def roll_key_files_back(home: Path) -> None:
    former = {name: (home / name).read_bytes() for name in KEY_FILES}
    entry = OfficeEntry(home, now)
    entry.open_sealed()
    office, owner = entry.login(entry.staff()[0].account, OWNER_PASSPHRASE)
    office.accounts.invite(owner, "鈴木 一郎", {next(iter(owner.roles))})
    office.leave(owner)
    for name, content in former.items():
        (home / name).write_bytes(content)


def make_newer(home: Path) -> None:
    for name in KEY_FILES:
        content = (home / name).read_bytes()
        (home / name).write_bytes(content.replace(b"hvacdesk-keys ", b"hvacdesk-keys 9", 1))


STATES: dict[str, tuple[Callable[[Path], None], type[UserFacingError]]] = {
    "emptied": (forget_secret, errors.DeviceSecretMissing),
    "exchanged": (exchange_secret, errors.DeviceSecretWrong),
    "keys missing": (remove_key_files, errors.SlotsMissing),
    "keys damaged": (damage_key_files, errors.SlotsDamaged),
    "rolled back": (roll_key_files_back, errors.SlotsRolledBack),
    "newer": (make_newer, errors.SlotsNewer),
}


@pytest.mark.parametrize("state", STATES)
def test_a_start_says_which_state_it_met_and_changes_nothing(
    qtbot: QtBot, desk: Desk, home: Path, state: str
) -> None:
    bring_about, expected = STATES[state]
    bring_about(home)
    before = everything(home)
    view = blocked(qtbot, desk)
    assert type(view.error) is expected
    assert everything(home) == before


def test_a_key_store_of_another_kind_is_named_with_the_recorded_one(qtbot: QtBot, desk: Desk) -> None:
    desk.entry._keyring = MemorySecrets(backend_name="keyring.backends.kwallet.DBusKeyring")  # type: ignore[assignment]
    view = blocked(qtbot, desk)
    assert isinstance(view.error, errors.KeyringChanged)
    assert f"{REAL_NAME}, but this computer now offers the KDE wallet" in texts_in(view)


def test_a_configured_store_that_protects_nothing_is_refused(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    view = blocked(qtbot, desk)
    assert isinstance(view.error, errors.KeyringRefused)
    assert "keyring.backends.null.Keyring" in texts_in(view)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    view.ways[WayOut.RETRY].click()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))


def test_a_folder_that_refuses_is_told_and_tried_again(qtbot: QtBot, desk: Desk) -> None:
    """Tests run as root too, which no mode of a folder stops."""
    from filelock import FileLock

    def refuse(_self: object) -> None:
        raise PermissionError(13, "refused")

    with replaced(FileLock, "acquire", refuse):
        view = blocked(qtbot, desk)
    assert "The office's folder cannot be read or written." in texts_in(view)
    assert WayOut.FOLDER in view.ways
    view.ways[WayOut.RETRY].click()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))


@pytest.mark.parametrize("state", ["missing", "damaged"])
def test_a_lost_database_is_met_at_the_login_and_leads_to_a_backup(
    qtbot: QtBot, desk: Desk, home: Path, state: str
) -> None:
    database = next(home.glob("office-*.db"))
    if state == "missing":
        shutil.move(database, home.parent / "elsewhere.db")
    else:
        database.write_bytes(database.read_bytes()[:4096] + bytes(8192))
    log_in(qtbot, desk)
    view = blocked(qtbot, desk)
    assert type(view.error) in {errors.DatabaseMissing, errors.DatabaseDamaged}
    assert next(iter(view.ways)) is WayOut.RESTORE


def test_a_key_store_that_locks_between_start_and_login_is_told(
    qtbot: QtBot, desk: Desk, secret_service: SecretService
) -> None:
    view = seen(qtbot, desk, LoginView)
    secret_service.start_locked()
    try:
        view.passphrase.set_text(OWNER_PASSPHRASE)
        view.log_in()
        assert isinstance(blocked(qtbot, desk).error, errors.KeyringLocked)
    finally:
        secret_service.start_unlocked()
    blocked(qtbot, desk).ways[WayOut.RETRY].click()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))


class AskingStore:
    """The key store's backend, which puts a question to its user before it gives a secret out."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.typed = Event()
        kind = type(real_backend())
        given = kind.get_password

        def get_password(backend: KeyringBackend, service: str, account: str) -> str | None:
            assert self.typed.wait(60)
            return given(backend, service, account)

        monkeypatch.setattr(kind, "get_password", get_password)
        monkeypatch.setattr(open_questions, "ANSWER_SECONDS", 1.0)


def test_a_key_store_that_asks_its_user_is_told_and_the_login_comes_once_it_is_unlocked(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = AskingStore(monkeypatch)
    try:
        view = blocked(qtbot, desk)
        assert isinstance(view.error, errors.KeyringLocked)
        assert WayOut.SHEET in view.ways
    finally:
        store.typed.set()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))


# keyboard and closing


def test_the_ways_are_reached_by_tab_and_pressed_by_enter(qtbot: QtBot, desk: Desk, home: Path) -> None:
    forget_secret(home)
    view = blocked(qtbot, desk)
    qtbot.waitActive(desk.flow.window)
    wait(qtbot, view.ways[WayOut.RETRY].hasFocus)
    seen = []
    for _ in view.ways:
        seen.append(next(way for way, button in view.ways.items() if button.hasFocus()))
        qtbot.keyClick(desk.flow.window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == list(view.ways)
    view.ways[WayOut.RETRY].setFocus()
    qtbot.keyClick(view.ways[WayOut.RETRY], Qt.Key.Key_Return)
    wait(qtbot, lambda: isinstance(shown(desk), OpeningView) or shown(desk) is not view)
    blocked(qtbot, desk)


def test_closing_the_program_is_a_way_out(qtbot: QtBot, desk: Desk, home: Path) -> None:
    make_newer(home)
    view = blocked(qtbot, desk)
    with qtbot.waitSignal(desk.finished):
        view.ways[WayOut.CLOSE].click()
    again = OfficeEntry(home, now)
    again.acquire()
    again.release()


def test_a_window_closed_while_somebody_logs_in_leaves_nobody_in(
    qtbot: QtBot, desk: Desk, home: Path
) -> None:
    log_in(qtbot, desk)
    with qtbot.waitSignal(desk.finished):
        desk.flow.window.close()
    entry = OfficeEntry(home, now)
    entry.acquire()
    entry.open_sealed()
    office, owner = entry.login(entry.staff()[0].account, OWNER_PASSPHRASE)
    actions = [entry.action.value for entry in office.audit.entries(owner)]
    office.leave(owner)
    entry.release()
    assert actions.count("logged_out") == actions.count("logged_in") - 1
