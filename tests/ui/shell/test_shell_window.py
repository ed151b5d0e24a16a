"""The main window: navigation by role, curtain, lock, switching users, drafts, looks, faults."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.ui import background, crash
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.help.help_dialog import HelpDialog
from hvacdesk.ui.help.shortcut_overview import ShortcutOverview, groups
from hvacdesk.ui.incidents.leaks_view import LeaksView
from hvacdesk.ui.oversight.duties_view import DutiesView
from hvacdesk.ui.pages.printed_pages import PrintedPagesCard
from hvacdesk.ui.pages.settings import SettingsPage
from hvacdesk.ui.printing.spool import spool
from hvacdesk.ui.shell.crash_dialog import CrashDialog
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.shell.page_registry import PAGES, pages_for
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.ui.widgets.text import Paragraph
from hvacdesk.vault.errors import DatabaseBusy
from tests.helpers.copied_office import copy_office
from tests.helpers.desk_office import (
    FACTS,
    OWNER,
    OWNER_PASSPHRASE,
    PIN,
    bring_up_login,
    desk_on,
    now,
    set_up_office,
    shown,
    texts_in,
    wait,
)
from tests.helpers.left_typed import left_typed
from tests.helpers.screen_saver import announce_screen_saver
from tests.helpers.secret_service import SecretService
from tests.helpers.two_pcs import press

pytestmark = pytest.mark.usefixtures("secret_service")
SECRET_NAME = "柳川 美沙緒"
OTHER = "鈴木 一郎"
OTHER_PASSPHRASE = "kawara-no-yane-7"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Path:
    """An office to copy: its device secret is in the key store of the whole test run."""
    return _new_office(tmp_path_factory.mktemp("template") / "office")


@pytest.fixture
def home(request: pytest.FixtureRequest, tmp_path: Path, template: Path) -> Path:
    """A copy of the template, or an office of its own where the test changes who has which keys."""
    folder = tmp_path / "office"
    if "own_office" in request.fixturenames:
        return _new_office(folder)
    copy_office(template, folder)
    return folder


@pytest.fixture
def own_office() -> None:
    """Asks :func:`home` for an office of its own."""


def _new_office(folder: Path) -> Path:
    one_time = set_up_office(folder, invite=OTHER)
    entry = OfficeEntry(folder, now)
    entry.open_sealed()
    account = next(m.account for m in entry.staff() if m.name == OTHER)
    office, actor = entry.accept_invitation(account, one_time, OTHER_PASSPHRASE)
    office.leave(actor)
    return folder


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Desk]:
    with desk_on(home, qtbot, qapp) as made:
        yield made
    made.preferences.scheme, made.preferences.text_size = Scheme.LIGHT, 100
    made.preferences.apply(qapp)


def log_in(qtbot: QtBot, desk: Desk, name: str = OWNER, passphrase: str = OWNER_PASSPHRASE) -> MainWindow:
    bring_up_login(qtbot, desk)
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))
    view = shown(desk)
    view.choose(next(m.account for m in desk.entry.staff() if m.name == name))
    view.passphrase.set_text(passphrase)
    view.log_in()
    wait(qtbot, lambda: hasattr(shown(desk), "skipped"))
    shown(desk).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    wait(qtbot, background.idle)
    desk.window.activateWindow()
    wait(qtbot, desk.window.isActiveWindow)
    return desk.window


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> MainWindow:
    return log_in(qtbot, desk)


class Paper(QLineEdit):
    """A half-typed form for the drafts."""

    def payload(self) -> dict[str, object] | None:
        return {"name": self.text()} if self.text() else None


def half_typed(window: MainWindow, text: str) -> Paper:
    window.navigate("settings")
    paper = Paper(window.page)
    paper.setText(text)
    paper.show()
    window.drafts.register(paper, "customer", "new", paper.payload, page="settings", tab="1")
    return paper


def audited(window: MainWindow) -> list[Action]:
    entries = window.context.office.audit.entries(window.context.actor, limit=50)
    return [entry.action for entry in entries]


class StrayWindows(QObject):
    """Notices parts of a page that are shown before they have a parent: they flash up as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


class TestNavigation:
    @pytest.mark.parametrize(
        ("role", "expected"),
        [
            (Role.OWNER, [page.name for page in PAGES]),
            (
                Role.DESK,
                [page.name for page in PAGES],
            ),
            (
                Role.ACCOUNTING,
                ["today", "customers", "calls", "schedule", "billing", "safeguards", "rules", "settings"],
            ),
            (Role.TECHNICIAN, ["today", "calls", "schedule", "safeguards", "rules", "settings"]),
            (Role.INSPECTOR, ["disposal", "safeguards", "rules", "settings"]),
        ],
    )
    def test_each_role_sees_its_pages(self, role: Role, expected: list[str]) -> None:
        actor = Actor("0" * 32, "N", frozenset({role}))
        assert [page.name for page in pages_for(actor)] == expected

    def test_every_page_opens_by_its_key(self, qtbot: QtBot, window: MainWindow) -> None:
        stray = StrayWindows()
        QApplication.instance().installEventFilter(stray)
        for number, page in enumerate(PAGES, 1):
            key = Qt.Key(Qt.Key.Key_0 + number % 10)
            qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
            wait(qtbot, background.idle)
            assert stray.seen == [], f"on {page.name}, a part of it was shown as a window of its own"
            assert window._current == page.name
            assert window.page.isVisible()
            assert window.page.accessibleName()

    def test_a_section_that_the_role_does_not_show_stays_closed(self, qtbot: QtBot, desk: Desk) -> None:
        window = log_in(qtbot, desk, OTHER, OTHER_PASSPHRASE)
        window.navigate("safeguards", section="duties")
        assert window.findChildren(DutiesView)
        window.navigate("safeguards", section="leaks")
        assert not window.findChildren(LeaksView)

    def test_one_key_shows_the_others(self, qtbot: QtBot, window: MainWindow) -> None:
        qtbot.keyClick(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
        overview = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "ShortcutOverview")
        assert "Ctrl+L" in texts_in(overview)
        overview.close()


def test_a_notice_moves_nothing(window: MainWindow) -> None:
    dialog = Dialog("Any", window)
    dialog.add_text("Text")
    dialog.set_primary("Close")
    dialog.show()
    parts = (window._room, window.page, window._notices, dialog, dialog.primary, dialog.notices)

    def places() -> list[object]:
        QApplication.processEvents()
        return [part.geometry() for part in parts if part is not None]

    before = places()
    for place in (window._notices, dialog.notices):
        notice = Notice(place, "The customer was saved.", window.refresh)
        assert places() == before
        assert place.rect().contains(notice.geometry())
        notice.close()
        assert places() == before
    assert dialog.primary is not None
    button_place = dialog.primary.geometry()
    long = Notice(dialog.notices, "A sentence that takes more than two lines. " * 4, window.refresh)
    QApplication.processEvents()
    said = long.findChild(Paragraph)
    assert said.height() >= said.heightForWidth(said.width())
    assert dialog.primary.geometry() == button_place
    dialog.close()


class TestCurtain:
    def test_nothing_of_the_desk_is_on_the_screen(self, qtbot: QtBot, window: MainWindow) -> None:
        paper = half_typed(window, SECRET_NAME)
        assert SECRET_NAME in texts_in(window)
        qtbot.keyClick(window, Qt.Key.Key_F9)
        assert not paper.isVisible()
        assert SECRET_NAME not in texts_in(window)
        assert FACTS.name not in texts_in(window)

    def test_an_open_dialog_goes_and_comes_back(self, qtbot: QtBot, window: MainWindow) -> None:
        dialog = Dialog(SECRET_NAME, window)
        child = Dialog(SECRET_NAME, dialog)
        dialog.open()
        child.open()
        window.draw_curtain()
        assert not dialog.isVisible()
        assert not child.isVisible()
        qtbot.keyClick(window._covers.curtain, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert child.isVisible()
        child.close()
        dialog.close()

    def test_only_f9_escape_or_its_button_lift_it(self, qtbot: QtBot, window: MainWindow) -> None:
        window.draw_curtain()
        qtbot.keyClick(window._covers.curtain, Qt.Key.Key_Space)
        qtbot.mouseClick(window._covers.curtain, Qt.MouseButton.LeftButton)
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert window.covered
        qtbot.keyClick(window, Qt.Key.Key_F9)
        assert not window.covered

    def test_a_notice_waits_behind_it(self, window: MainWindow) -> None:
        window.draw_curtain()
        window.notify(SECRET_NAME)
        assert SECRET_NAME not in texts_in(window)
        window.uncover()
        assert SECRET_NAME in texts_in(window)

    @pytest.mark.parametrize("first", [True, False])
    def test_what_offers_something_is_not_lost_behind_it_for_a_later_notice(
        self, window: MainWindow, first: bool
    ) -> None:
        window.draw_curtain()
        said: list[str] = []
        for offers in (first, not first):
            if offers:
                window.notify("It was typed before.", lambda: said.append("back"), action="Bring it back")
            else:
                window.notify("The backup was not possible.")
        window.uncover()
        press(window, "Bring it back")
        assert said == ["back"]

    def test_idle_time_draws_it_and_later_locks(self, window: MainWindow) -> None:
        window.idle.judge(3 * 60 - 1)
        assert not window.covered
        window.idle.judge(3 * 60)
        assert window.covered
        assert not window.locked
        window.idle.judge(15 * 60)
        assert window.locked

    def test_input_starts_the_idle_time_anew(self, qtbot: QtBot, window: MainWindow) -> None:
        window.idle._watch(window.windowHandle())
        window.idle.judge(3 * 60)
        window.uncover()
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
        assert not window.idle._told
        window.idle.judge(3 * 60)
        assert window.covered


class TestLock:
    def test_it_hides_all_and_keeps_what_was_half_typed(self, qtbot: QtBot, window: MainWindow) -> None:
        paper = half_typed(window, SECRET_NAME)
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert window.locked
        assert SECRET_NAME not in texts_in(window)
        office, actor = window.context.office, window.context.actor
        assert left_typed(window.drafts, "customer", "new") == {"name": SECRET_NAME}
        wait(qtbot, background.idle)
        window.lock_view.passphrase.set_text(OWNER_PASSPHRASE)
        window.lock_view.try_passphrase()
        wait(qtbot, lambda: not window.covered)
        assert paper.isVisible()
        assert paper.text() == SECRET_NAME
        assert Action.LOCKED in audited(window)
        assert Action.UNLOCKED in audited(window)
        window.drafts.release(paper)
        wait(qtbot, background.idle)
        assert office.drafts.list(actor) == ()

    def test_the_pin_opens_it(self, qtbot: QtBot, window: MainWindow) -> None:
        window.context.office.accounts.set_pin(window.context.actor, PIN)
        window.lock()
        assert window.lock_view.pin_field.isVisible()
        qtbot.keyClicks(window.lock_view.pin.edit, PIN)
        wait(qtbot, lambda: not window.covered)

    def test_five_wrong_pins_ask_for_the_passphrase(self, qtbot: QtBot, window: MainWindow) -> None:
        window.context.office.accounts.set_pin(window.context.actor, PIN)
        window.lock()
        view = window.lock_view
        for left in (4, 3, 2, 1):
            view.pin.set_text("999999")
            wait(qtbot, background.idle)
            assert str(left) in view.pin_field.error.text()
        view.pin.set_text("999999")
        wait(qtbot, background.idle)
        assert not view.pin_field.isVisible()
        assert view.passphrase_field.isVisible()
        view.passphrase.set_text("not the passphrase")
        view.try_passphrase()
        wait(qtbot, background.idle)
        assert window.locked
        assert view.passphrase_field.error.text()

    def test_what_it_says_in_two_lines_squashes_nothing(self, qtbot: QtBot, window: MainWindow) -> None:
        window.resize(1366, 768)
        window.lock()
        field = window.lock_view.passphrase_field
        field.set_error("暗証番号を5回間違えました。パスフレーズを入力してください。")
        wait(qtbot, background.idle)
        QApplication.processEvents()
        assert field.error.height() >= field.error.heightForWidth(field.error.width())
        assert field.control.edit.height() >= field.control.edit.sizeHint().height()

    def test_no_key_works_behind_it(self, qtbot: QtBot, window: MainWindow) -> None:
        window.lock()
        before = window._current
        qtbot.keyClick(window, Qt.Key.Key_F9)
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert window.locked
        assert window._current == before
        wait(qtbot, background.idle)

    def test_it_never_asks_even_when_the_draft_cannot_be_kept(self, qtbot: QtBot, window: MainWindow) -> None:
        paper = half_typed(window, SECRET_NAME)
        file = next(window.context.office._workplace.vault.database_path.parent.glob("office-*.db"))
        file.chmod(0o400)
        window.lock()
        assert window.locked
        assert SECRET_NAME not in texts_in(window)
        file.chmod(0o600)
        wait(qtbot, background.idle)
        window.uncover()
        assert paper.text() == SECRET_NAME

    @pytest.mark.linux("desktops tell of their lock on D-Bus")
    def test_the_operating_systems_lock_locks_too(
        self, qtbot: QtBot, window: MainWindow, secret_service: SecretService
    ) -> None:
        announce_screen_saver(secret_service.address, active=False)
        announce_screen_saver(secret_service.address, active=True)
        wait(qtbot, lambda: window.locked)
        wait(qtbot, background.idle)

    @pytest.mark.linux("counts connections to D-Bus")
    def test_the_next_at_the_desk_takes_no_further_place_on_the_bus(
        self, qtbot: QtBot, desk: Desk, window: MainWindow, secret_service: SecretService
    ) -> None:
        """A bus takes 256 connections, and an office changes hands many times a day."""
        wait(qtbot, background.idle)
        at_the_desk = on_the_bus(secret_service.address)
        window.switch_user()
        log_in(qtbot, desk, OTHER, OTHER_PASSPHRASE)
        wait(qtbot, background.idle)
        wait(qtbot, lambda: on_the_bus(secret_service.address) <= at_the_desk)


def on_the_bus(address: str) -> int:
    """How many connections the bus has, but for the one that asks."""
    from jeepney.bus_messages import DBus
    from jeepney.io.blocking import Proxy, open_dbus_connection

    connection = open_dbus_connection(address)
    (names,) = Proxy(DBus(), connection).ListNames()
    connection.close()
    return sum(name.startswith(":") for name in names) - 1


class TestSwitchingUsers:
    def test_a_draft_waits_for_its_author_alone(self, qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
        half_typed(window, SECRET_NAME)
        window.switch_user()
        other = log_in(qtbot, desk, OTHER, OTHER_PASSPHRASE)
        assert other.drafts.left_open() == ()
        assert not other.findChildren(Notice)
        other.lock()
        other.lock_view.switch_wanted.emit()
        author = log_in(qtbot, desk)
        assert [form.key for form in author.drafts.left_open()] == ["new"]
        assert left_typed(author.drafts, "customer", "new") == {"name": SECRET_NAME}
        notice = author.findChild(Notice)
        notice._button.click()
        assert author._current == "settings"

    def test_closing_keeps_drafts_and_closes_the_office(
        self, qtbot: QtBot, desk: Desk, window: MainWindow, home: Path
    ) -> None:
        half_typed(window, SECRET_NAME)
        with qtbot.waitSignal(desk.finished):
            window.close()
        entry = OfficeEntry(home, now)
        entry.acquire()
        entry.open_sealed()
        account = next(m.account for m in entry.staff() if m.name == OWNER)
        office, actor = entry.login(account, OWNER_PASSPHRASE)
        assert office.drafts.find(actor, "customer", "new")["typed"] == {"name": SECRET_NAME}
        office.leave(actor)
        entry.release()


PURGED, KEPT = "removes its pages", "PreserveJobFiles No"


class TestSettings:
    @pytest.fixture
    def page(self, qtbot: QtBot, window: MainWindow) -> SettingsPage:
        window.navigate("settings")
        wait(qtbot, background.idle)
        assert isinstance(window.page, SettingsPage)
        return window.page

    def test_pages_that_the_computer_keeps_are_told_about_and_how_to_change_that(
        self, qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("hvacdesk.ui.pages.printed_pages.cups.available", lambda: True)
        spool.refused.emit()
        assert "keeps printed pages" in texts_in(window)
        for refuses, says, does_not_say in ((False, PURGED, KEPT), (True, KEPT, PURGED)):
            monkeypatch.setattr(spool, "refuses", refuses)
            card = PrintedPagesCard()
            qtbot.addWidget(card)
            card.show()
            assert says in texts_in(card)
            assert does_not_say not in texts_in(card)

    def test_looks_change_at_once_and_are_remembered(
        self, qtbot: QtBot, desk: Desk, window: MainWindow, page: SettingsPage, home: Path
    ) -> None:
        window.change_look("en", Scheme.DARK, 150)
        assert theme.dark
        assert theme.scale == 1.5
        wait(qtbot, lambda: "settings" in window._pages and window.page is not page)
        desk.preferences.scheme, desk.preferences.text_size = Scheme.LIGHT, 100
        window.switch_user()
        log_in(qtbot, desk)
        assert theme.dark
        assert Desk(home, now).preferences.text_size == 150

    def test_another_language_rebuilds_the_window_and_keeps_drafts(
        self, qtbot: QtBot, window: MainWindow
    ) -> None:
        half_typed(window, SECRET_NAME)
        before = window.page
        window.change_look("en", Scheme.LIGHT, 125)
        wait(qtbot, lambda: window.page is not before)
        assert left_typed(window.drafts, "customer", "new") == {"name": SECRET_NAME}

    @pytest.mark.usefixtures("own_office")
    def test_the_offices_facts_are_saved(self, qtbot: QtBot, window: MainWindow, page: SettingsPage) -> None:
        page.office.form.phone.setText("052-111-2222")
        page.office.save()
        wait(qtbot, background.idle)
        assert window.context.office.facts().phone == "052-111-2222"

    def test_idle_times_are_adjustable(self, qtbot: QtBot, window: MainWindow, page: SettingsPage) -> None:
        box = page.office.curtain
        box.setCurrentIndex(box.findData(10))
        box.activated.emit(box.currentIndex())
        wait(qtbot, background.idle)
        window.idle.judge(5 * 60)
        assert not window.covered
        window.idle.judge(10 * 60)
        assert window.covered

    @pytest.mark.usefixtures("own_office")
    def test_an_invitation_is_shown_once(self, qtbot: QtBot, page: SettingsPage) -> None:
        page.accounts._invite()
        dialog = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "InviteDialog")
        dialog.invite()
        assert dialog.form.fields["name"].error.text()
        dialog.name.setText("高橋 次郎")
        dialog.invite()
        wait(qtbot, lambda: dialog.one_time and dialog.one_time in texts_in(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.one_time, "closed in another way than by its button, it asks first"
        press(QApplication.activeModalWidget(), "Close all the same")
        wait(qtbot, lambda: any(row.name == "高橋 次郎" for row in page.accounts.table.rows()))

    @pytest.mark.usefixtures("own_office")
    def test_roles_can_be_given(self, qtbot: QtBot, window: MainWindow, page: SettingsPage) -> None:
        page.open(tab="accounts")
        wait(qtbot, background.idle)
        page.accounts.table.select(lambda row: row.name == OTHER)
        page.accounts._change_roles()
        dialog = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "RolesDialog")
        dialog.roles.boxes[Role.TECHNICIAN].setChecked(True)
        dialog.save()
        wait(qtbot, lambda: not dialog.isVisible())
        staff = window.context.office.accounts.list(window.context.actor)
        assert set(next(m.roles for m in staff if m.name == OTHER)) == {"desk", "technician"}

    @pytest.mark.usefixtures("own_office")
    def test_the_own_passphrase_is_changed(
        self, qtbot: QtBot, window: MainWindow, page: SettingsPage
    ) -> None:
        page.personal._change_passphrase()
        dialog = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "PassphraseDialog")
        dialog.present.old.set_text("not the passphrase")
        dialog.choice.first.set_text(OTHER_PASSPHRASE)
        dialog.choice.second.set_text(OTHER_PASSPHRASE)
        dialog._go()
        wait(qtbot, background.idle)
        assert dialog.present.fields["old"].error.text()
        dialog.present.old.set_text(OWNER_PASSPHRASE)
        dialog._go()
        wait(qtbot, lambda: not dialog.isVisible())
        window.lock()
        window.lock_view.passphrase.set_text(OTHER_PASSPHRASE)
        window.lock_view.try_passphrase()
        wait(qtbot, lambda: not window.covered)

    def test_another_pin_needs_the_passphrase(
        self, qtbot: QtBot, window: MainWindow, page: SettingsPage
    ) -> None:
        page.personal._set_pin()
        dialog = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "PinDialog")
        assert dialog.focusWidget() is dialog.present.old.edit
        dialog.fields.first.set_text(PIN)
        dialog.fields.second.set_text(PIN)
        for passphrase, told in (("", True), ("not the passphrase", True), (OWNER_PASSPHRASE, False)):
            dialog.present.old.set_text(passphrase)
            dialog._go()
            wait(qtbot, background.idle)
            assert bool(dialog.present.fields["old"].error.text()) is told
            assert window.context.office.accounts.has_pin(window.context.actor) is not told
            assert dialog.isVisible() is told
        assert page.personal.pin_state.text() == "A PIN is set until you log out or switch the user."

    def test_others_see_neither_office_nor_accounts(self, qtbot: QtBot, desk: Desk) -> None:
        window = log_in(qtbot, desk, OTHER, OTHER_PASSPHRASE)
        window.navigate("settings")
        assert window.page.office is None
        assert window.page.accounts is None


class TestCrashReport:
    def test_it_holds_places_but_no_values(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log_guard
    ) -> None:
        log_guard.expect("CRITICAL hvacdesk.ui.crash")
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        told: list[Path | None] = []
        foreseen: list[UserFacingError] = []
        crash.install(tmp_path, now, told.append, foreseen.append)
        try:
            int(SECRET_NAME)
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        assert told[0] is not None
        report = told[0].read_text(encoding="utf-8")
        assert "builtins.ValueError" in report
        assert os.path.basename(__file__) in report
        assert SECRET_NAME not in report
        assert str(tmp_path) not in report
        assert foreseen == []

    def test_a_foreseen_error_that_nobody_met_is_told_in_its_words(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        told: list[Path | None] = []
        foreseen: list[UserFacingError] = []
        crash.install(tmp_path, now, told.append, foreseen.append)
        error = DatabaseBusy()
        sys.excepthook(type(error), error, None)
        assert foreseen == [error]
        assert told == []

    def test_a_bug_in_a_seat_s_call_is_reported_and_puts_no_window_before_anybody_here(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log_guard
    ) -> None:
        log_guard.expect("CRITICAL hvacdesk.ui.crash")
        hooked: list[object] = []
        monkeypatch.setattr(sys, "excepthook", lambda *bug: hooked.append(bug))
        desk = Desk(tmp_path, now)
        try:
            int(SECRET_NAME)
        except ValueError as error:
            desk.serving._tell_bug(error)
        assert hooked == []
        (report,) = (tmp_path / crash.FOLDER).iterdir()
        assert "builtins.ValueError" in report.read_text(encoding="utf-8")

    def test_a_report_that_could_not_be_written_is_not_named(
        self, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log_guard
    ) -> None:
        log_guard.expect("CRITICAL hvacdesk.ui.crash")
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        home = tmp_path / "a file"
        home.touch()
        told: list[Path | None] = []
        crash.install(home, now, told.append, lambda _error: None)
        sys.excepthook(ValueError, ValueError(), None)
        assert told == [None]
        for report, sentence in ((None, "No report of the fault"), (tmp_path / "x.txt", "you may send it")):
            dialog = CrashDialog(report)
            qtbot.addWidget(dialog)
            texts = "\n".join(one.text() for one in dialog.findChildren(QLabel))
            assert sentence in texts
            assert ("x.txt" in texts) == (report is not None)
            assert "send" not in texts or report is not None

    def test_so_many_reports_are_kept(self, tmp_path: Path, log_guard) -> None:
        log_guard.expect("CRITICAL hvacdesk.ui.crash")
        (tmp_path / crash.FOLDER).mkdir()
        for number in range(crash.MOST_REPORTS + 5):
            (tmp_path / crash.FOLDER / f"2020-01-01T{number:06}Z.txt").touch()
        report = crash.write_report(tmp_path, ValueError(), now())
        assert report is not None
        names = sorted(one.name for one in report.parent.iterdir())
        assert len(names) == crash.MOST_REPORTS
        assert names[-1] == report.name
        assert names[0].endswith(f"{6:06}Z.txt")


class TestKeys:
    def test_the_overview_comes_over_a_dialog_too(self, qtbot: QtBot, window: MainWindow) -> None:
        dialog = Dialog("", window)
        dialog.open()
        wait(qtbot, dialog.isActiveWindow)
        qtbot.keyClick(dialog, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
        overview = QApplication.activeModalWidget()
        assert isinstance(overview, ShortcutOverview)
        assert "Draw or lift the curtain" in texts_in(overview)
        overview.close()
        dialog.close()

    def test_what_the_role_does_not_show_is_left_out(self, qtbot: QtBot, desk: Desk) -> None:
        desk_clerk = Actor("0" * 32, "N", frozenset({Role.TECHNICIAN}))
        titles = [group.title.text for group in groups(pages_for(desk_clerk), "schedule", desk_clerk.may)]
        assert titles[:3] == ["Schedule", "Everywhere", "Pages"]
        assert "Customers" not in titles

    @pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_F5, Qt.Key.Key_F1])
    def test_keys_are_the_input_methods_own_while_it_composes(
        self, qtbot: QtBot, window: MainWindow, key: Qt.Key
    ) -> None:
        done: list[str] = []
        window.page.refresh = lambda: done.append("refreshed")
        field = QLineEdit(window.page)
        field.show()
        field.setFocus()
        QApplication.sendEvent(field, QInputMethodEvent("たな", []))
        qtbot.keyClick(field, key)
        assert not window.covered
        assert window.findChild(HelpDialog) is None
        assert done == []
        committed = QInputMethodEvent()
        committed.setCommitString("田中")
        QApplication.sendEvent(field, committed)
        qtbot.keyClick(field, key)
        pages = window.findChild(HelpDialog)
        assert window.covered or pages is not None or done
        if pages is not None:
            pages.close()

    def test_covering_keys_over_a_dialog_wait_for_the_input_method_too(
        self, qtbot: QtBot, window: MainWindow
    ) -> None:
        dialog = Dialog("", window)
        field = QLineEdit()
        dialog.body.addWidget(field)
        dialog.open()
        wait(qtbot, dialog.isActiveWindow)
        field.setFocus()
        QApplication.sendEvent(field, QInputMethodEvent("たな", []))
        qtbot.keyClick(field, Qt.Key.Key_F9)
        assert not window.covered
        field.clearFocus()
        qtbot.keyClick(dialog, Qt.Key.Key_F9)
        assert window.covered
        window.uncover()
        dialog.close()
