"""F1: the right page from every screen, the way around in the help, and the guide for the wall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.services.office.help_pages import NAMES
from hvacdesk.ui import background
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.help.help_dialog import HelpDialog, HelpSources
from hvacdesk.ui.help.keys import KEYS
from hvacdesk.ui.help.picture import HelpPicture
from hvacdesk.ui.help.shortcut_overview import ShortcutOverview
from hvacdesk.ui.language import language
from hvacdesk.ui.pages.settings import SettingsPage
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.widgets.help_places import SCREENS, WITHIN, page_of
from tests.helpers.copied_office import copy_office
from tests.helpers.desk_office import (
    OWNER,
    OWNER_PASSPHRASE,
    desk_on,
    seen,
    set_up_office,
    texts_in,
    wait,
)
from tests.helpers.screens.classes import window_classes
from tests.helpers.screens.entry import entry_to_nothing, views
from tests.helpers.secret_service import SecretService

MAIN_PAGES = {
    "today": "today",
    "customers": "customers",
    "calls": "calls",
    "schedule": "schedule",
    "work_orders": "work_orders",
    "disposal": "disposal",
    "safeguards": "safeguards",
    "rules": "rules",
    "settings": "settings",
}


def named(screen: str) -> type[QWidget] | None:
    """The class of a line in the table of places; None where there is no such class any more."""
    waiting: list[type[QWidget]] = [QWidget]
    while waiting:
        kind = waiting.pop()
        if kind.__module__.startswith(WITHIN) and kind.__name__ == screen:
            return kind
        waiting += kind.__subclasses__()
    return None


class TestPlaces:
    def test_every_screen_has_a_page(self) -> None:
        """A new screen gets its line in hvacdesk/ui/widgets/help_places.py, and its words in the page."""
        without = {kind.__qualname__ for kind in window_classes() if not page_of(kind)}
        assert not without

    def test_every_line_is_a_screen_and_every_page_has_one(self) -> None:
        window_classes()  # imports every module
        assert not [screen for screens in SCREENS.values() for screen in screens if named(screen) is None]
        assert set(SCREENS) == set(NAMES)
        assert set(KEYS) <= set(NAMES)
        screens = [screen for screens in SCREENS.values() for screen in screens]
        assert len(screens) == len(set(screens))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Path:
    home = tmp_path_factory.mktemp("template") / "office"
    set_up_office(home)
    return home


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, template: Path) -> Iterator[Desk]:
    home = tmp_path / "office"
    copy_office(template, home)
    with desk_on(home, qtbot, qapp) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> MainWindow:
    view = seen(qtbot, desk, LoginView)
    view.choose(next(m.account for m in desk.entry.staff() if m.name == OWNER))
    view.passphrase.set_text(OWNER_PASSPHRASE)
    view.log_in()
    wait(qtbot, lambda: hasattr(desk.flow and desk.flow.window.content, "skipped"))
    desk.flow.window.content.skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    wait(qtbot, background.idle)
    made = cast(MainWindow, desk.window)
    made.activateWindow()
    wait(qtbot, made.isActiveWindow)
    return made


def opened(over: QWidget) -> HelpDialog:
    """The help over a window."""
    found = [one for one in over.findChildren(HelpDialog) if one.isVisible() and one.parentWidget() is over]
    assert len(found) == 1
    return found[0]


class TestOnTheDesk:
    def test_each_page_opens_its_own(self, qtbot: QtBot, window: MainWindow) -> None:
        for name, page in MAIN_PAGES.items():
            window.navigate(name)
            wait(qtbot, background.idle)
            window.activateWindow()
            wait(qtbot, window.isActiveWindow)
            qtbot.keyClick(window, Qt.Key.Key_F1)
            assert opened(window).name == page, name
        opened(window).close()

    def test_a_tab_and_a_section_open_theirs(self, qtbot: QtBot, window: MainWindow) -> None:
        window.navigate("settings")
        page = window.page
        assert isinstance(page, SettingsPage)
        for tab in ("keys", "backups", "accounts"):
            window.navigate("settings", tab=tab)
            wait(qtbot, background.idle)
            window.help.show_page()
            assert opened(window).name == tab
        window.navigate("safeguards", section="duties")
        wait(qtbot, background.idle)
        window.help.show_page()
        assert opened(window).name == "duties"

    def test_a_dialog_opens_its_own_over_itself(self, qtbot: QtBot, window: MainWindow) -> None:
        form = CustomerForm(window.context)
        form.open()
        wait(qtbot, form.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
        pages = opened(form)
        assert pages.name == "customer_form"
        assert not pages.isModal()
        pages.show_page("today")
        form.activateWindow()
        wait(qtbot, form.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
        assert opened(form) is pages
        assert pages.name == "customer_form"
        form.reject()
        wait(qtbot, lambda: not form.findChildren(HelpDialog))

    @pytest.mark.parametrize("keys", ["F9", "Ctrl+L"])
    def test_curtain_and_lock_cover_it(self, qtbot: QtBot, window: MainWindow, keys: str) -> None:
        window.help.show_page()
        pages = opened(window)
        wait(qtbot, pages.isActiveWindow)
        qtbot.keySequence(pages.text, keys)
        assert window.covered
        assert not pages.isVisible()
        window.help.show_page()
        window.help.show_keys()
        assert not pages.isVisible()
        assert QApplication.activeModalWidget() is None
        window.uncover()
        assert pages.isVisible()

    def test_the_keys_stay_one_key_away(self, qtbot: QtBot, window: MainWindow) -> None:
        window.help.show_page()
        pages = opened(window)
        wait(qtbot, pages.isActiveWindow)
        qtbot.keyClick(pages.text, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
        overview = QApplication.activeModalWidget()
        assert isinstance(overview, ShortcutOverview)
        overview.close()

    def test_the_guide_has_the_offices_name(self, qtbot: QtBot, window: MainWindow) -> None:
        window.help.show_page()
        opened(window).guide.print_button.click()
        wait(qtbot, lambda: isinstance(QApplication.activeModalWidget(), PreviewDialog))
        preview = QApplication.activeModalWidget()
        assert isinstance(preview, PreviewDialog)
        assert preview.pages.pages.pageCount() == 2
        preview.reject()


ENTRY_VIEWS = {
    "login": "login",
    "pin": "login",
    "invitation": "login",
    "rules": "login",
    "set-up": "set_up",
    "set-up office": "set_up",
    "set-up owner": "set_up",
    "set-up paper": "set_up",
    "set-up check": "set_up",
    "sheet": "recovery",
    "enrol": "recovery",
    "take over": "recovery",
    "KeyringLocked": "recovery",
    "find": "restore",
    "check": "restore",
    "proof": "restore",
    "failure": "restore",
    "report": "restore",
    "restored": "restore",
    "put back find": "restore",
    "put back check": "restore",
}
"""Views before the login, wizards at one of their steps among them, by their names in the screens' list."""


class TestBeforeTheLogin:
    @pytest.mark.usefixtures("secret_service", "qapp")
    def test_each_view_and_step_has_its_own(self, qtbot: QtBot, tmp_path: Path) -> None:
        made = views(entry_to_nothing(tmp_path / "nowhere"))
        for name, page in ENTRY_VIEWS.items():
            window = EntryWindow()
            qtbot.addWidget(window)
            window.show()
            window.show_content(made[name](qtbot))
            window.activateWindow()
            wait(qtbot, window.isActiveWindow)
            qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
            assert opened(window).name == page, name
            window.close()

    def test_the_entry_window_has_help(self, qtbot: QtBot, desk: Desk) -> None:
        view = seen(qtbot, desk, LoginView)
        window = view.window()
        window.activateWindow()
        wait(qtbot, window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_F1)
        pages = opened(window)
        assert pages.name == "login"
        assert "All keys" not in texts_in(pages)
        language.use("ja")
        wait(qtbot, lambda: not window.findChildren(HelpDialog))
        language.use("en")


@pytest.fixture
def pages(qtbot: QtBot, qapp: QApplication) -> Iterator[HelpDialog]:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    made = HelpDialog(HelpSources(lambda: b"%PDF-guide"), over)
    made.show_page("login")
    made.show()
    wait(qtbot, made.isActiveWindow)
    yield made  # noqa: PT022 - as long as the test, this frame keeps what the dialog is over


class TestInTheHelp:
    def test_a_page_shows_text_picture_and_keys(self, pages: HelpDialog) -> None:
        pages.show_page("customers")
        assert "Find a customer, see what is needed" in texts_in(pages)
        assert "Ctrl+J　Book a job" in texts_in(pages)
        assert pages.text.accessibleName() == "Customers"
        assert "Show phone and address" in pages.text.accessibleDescription()
        (picture,) = pages.findChildren(HelpPicture)
        assert "The list of customers with its search" in texts_in(picture)

    def test_back_goes_the_way_that_was_come(self, qtbot: QtBot, pages: HelpDialog) -> None:
        assert not pages.back.isEnabled()
        pages.show_page("today")
        pages.show_page("keys")
        qtbot.keyClick(pages, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert pages.name == "today"
        pages.go_back()
        pages.go_back()
        assert pages.name == "login"
        assert not pages.back.isEnabled()

    def test_a_search_is_typed_and_followed_with_the_keyboard(self, qtbot: QtBot, pages: HelpDialog) -> None:
        qtbot.keyClick(pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert pages.search.hasFocus()
        qtbot.keyClicks(pages.search, "refrigerant log")
        qtbot.keyClick(pages.search, Qt.Key.Key_Return)
        assert pages.name == "logs"
        assert pages.isVisible()
        assert pages.text.hasFocus()
        pages.search.setFocus()
        qtbot.keyClick(pages.search, Qt.Key.Key_Down)
        assert pages.contents.hasFocus()
        qtbot.keyClick(pages.contents, Qt.Key.Key_Down)
        assert pages.name != "logs"
        pages.search.setFocus()
        qtbot.keyClick(pages.search, Qt.Key.Key_Escape)
        wait(qtbot, lambda: pages.contents.first() == "help")
        assert pages.isVisible()

    def test_nothing_found_says_so(self, qtbot: QtBot, pages: HelpDialog) -> None:
        pages.search.setText("xyzzy")
        wait(qtbot, lambda: pages.contents.first() == "")
        assert pages.contents.item(0).text() == "No page speaks of that."
        before = pages.name
        qtbot.keyClick(pages.search, Qt.Key.Key_Return)
        assert pages.name == before

    def test_the_arrow_keys_step_over_the_chapters(self, qtbot: QtBot, pages: HelpDialog) -> None:
        pages.show_page("restore")
        pages.contents.setFocus()
        qtbot.keyClick(pages.contents, Qt.Key.Key_Down)
        assert pages.name == "today"
        qtbot.keyClick(pages.contents, Qt.Key.Key_Return)
        assert pages.text.hasFocus()

    def test_the_guide_is_saved(self, qtbot: QtBot, pages: HelpDialog, tmp_path: Path) -> None:
        pages.guide.save()
        wait(qtbot, lambda: bool(pages.findChildren(QFileDialog)))
        (dialog,) = pages.findChildren(QFileDialog)
        path = tmp_path / "guide.pdf"
        dialog.fileSelected.emit(str(path))
        wait(qtbot, path.exists)
        assert path.read_bytes() == b"%PDF-guide"
        wait(qtbot, lambda: "Saved." in texts_in(pages))
        dialog.close()

    def test_a_guide_that_cannot_be_saved_is_told(
        self, qtbot: QtBot, pages: HelpDialog, tmp_path: Path
    ) -> None:
        pages.guide.save()
        wait(qtbot, lambda: bool(pages.findChildren(QFileDialog)))
        (dialog,) = pages.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / "nowhere" / "guide.pdf"))
        wait(qtbot, lambda: any("could not be saved" in texts_in(w) for w in QApplication.topLevelWidgets()))
        assert not list(tmp_path.iterdir())
        dialog.close()
