"""What would be shown behind a cover waits until it is lifted, and a cover covers each time anew."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import NotPermitted, UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.shell.crash_dialog import CrashDialog, tell
from hvacdesk.ui.widgets.errors import ErrorDialog, show_error
from hvacdesk.ui.widgets.table_menu import fill_row_menu
from tests.helpers.front_desk import TANAKA, FrontDesk, build_front_desk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService

Cover = Callable[[FrontDesk], object]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("held") / "office")


@pytest.fixture
def desk(office: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(office, tmp_path / "office", qtbot) as opened:
        yield opened


def lock(desk: FrontDesk) -> None:
    desk.window.lock()


def curtain(desk: FrontDesk) -> None:
    desk.window.draw_curtain()


both = pytest.mark.parametrize("cover", [lock, curtain])


def in_sight(desk: FrontDesk) -> list[str]:
    """Every window that can be seen, but for the main window itself and what other tests left."""
    ours = [one for one in QApplication.topLevelWidgets() if not isinstance(one, EntryWindow)]
    shown = [one for one in ours if one.isVisible() and one is not desk.window]
    return [type(one).__name__ for one in shown]


def rest(desk: FrontDesk) -> None:
    """Until nothing is under way and Qt has deleted what it was to delete."""
    desk.calm()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def open_menu(desk: FrontDesk) -> None:
    desk.page.results.table.open_menu(fill_row_menu, QPoint(200, 200))


def open_column_menu(desk: FrontDesk) -> None:
    desk.page.results.table.horizontalHeader().customContextMenuRequested.emit(QPoint(10, 5))


def show_tooltip(desk: FrontDesk) -> None:
    buttons = desk.window.navigation.findChildren(QAbstractButton)
    one = next(one for one in buttons if one.isVisible() and one.toolTip())
    at = one.rect().center()
    QApplication.sendEvent(one, QHelpEvent(QEvent.Type.ToolTip, at, one.mapToGlobal(at)))


@both
@pytest.mark.parametrize("open_it", [open_menu, open_column_menu, show_tooltip])
def test_over_a_menu_or_tooltip_the_screen_is_covered_each_time(
    desk: FrontDesk, open_it: Callable[[FrontDesk], object], cover: Cover
) -> None:
    desk.search("田中")
    for _time in range(2):
        open_it(desk)
        desk.wait(lambda: in_sight(desk))
        cover(desk)
        assert desk.window.covered
        rest(desk)
        assert in_sight(desk) == []
        desk.window.uncover()
        rest(desk)
        assert not desk.window.covered
        assert in_sight(desk) == [], "what was passing is not brought back"


@both
def test_whatever_fails_the_cover_stands_in_front(
    desk: FrontDesk, cover: Cover, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stubborn(QMessageBox):
        stubborn = True

        def hide(self) -> None:
            if self.stubborn:
                raise RuntimeError("cannot be hidden")
            super().hide()

    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind))
    stubborn, other = Stubborn(desk.window), QMessageBox(desk.window)
    stubborn.show()
    other.show()
    cover(desk)
    assert desk.window.covered
    assert not desk.window.navigation.isVisible()
    assert not other.isVisible()
    assert told == [RuntimeError]
    desk.calm()
    stubborn.stubborn = False


def test_a_fault_of_the_clipboard_does_not_keep_the_screen_open(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("no clipboard")

    monkeypatch.setattr("hvacdesk.ui.shell.main_window.clipboard.forget", fail)
    with pytest.raises(RuntimeError):
        desk.window.lock()
    assert desk.window.locked
    rest(desk)


@both
def test_a_job_read_behind_the_cover_is_shown_after_it(desk: FrontDesk, cover: Cover) -> None:
    desk.go("schedule")
    job = desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))[0].job
    desk.window.navigate("schedule", job=job)
    cover(desk)
    rest(desk)
    assert in_sight(desk) == []
    assert QApplication.activeModalWidget() is None, "the cover can be used"
    desk.window.uncover()
    assert isinstance(desk.dialog(), JobDialog)


@both
def test_an_error_met_behind_the_cover_is_told_after_it(desk: FrontDesk, cover: Cover) -> None:
    def fail() -> None:
        raise NotPermitted(permission="x")

    background.ask(desk.window, fail).begin()
    cover(desk)
    rest(desk)
    assert in_sight(desk) == []
    desk.window.uncover()
    assert isinstance(desk.dialog(), ErrorDialog)


def a_message(parent: QWidget) -> QWidget:
    return QMessageBox(parent)


def a_file_dialog(parent: QWidget) -> QWidget:
    dialog = QFileDialog(parent)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


def a_tool_window(parent: QWidget) -> QWidget:
    return QWidget(parent, Qt.WindowType.Tool)


@both
@pytest.mark.parametrize("make", [a_message, a_file_dialog, a_tool_window])
def test_windows_of_every_kind_wait(
    desk: FrontDesk, cover: Cover, make: Callable[[QWidget], QWidget]
) -> None:
    cover(desk)
    waits, gone = make(desk.page), make(desk.page)
    waits.show()
    gone.show()
    assert not waits.isVisible()
    assert waits.windowHandle() is None or not waits.windowHandle().isVisible()
    rest(desk)
    gone.deleteLater()
    rest(desk)
    assert in_sight(desk) == []
    desk.window.uncover()
    assert in_sight(desk) == [type(waits).__name__]
    assert waits.windowHandle().isVisible()


@both
def test_menus_and_tooltips_asked_for_behind_the_cover_are_dropped(desk: FrontDesk, cover: Cover) -> None:
    cover(desk)
    menu = QMenu(desk.page)
    menu.addAction("x")
    menu.popup(QPoint(200, 200))
    QToolTip.showText(QPoint(200, 200), "x", desk.page)
    assert not menu.isVisible()
    assert QApplication.activePopupWidget() is None
    rest(desk)
    assert in_sight(desk) == []
    desk.window.uncover()
    rest(desk)
    assert in_sight(desk) == []


@both
def test_a_tooltip_that_belongs_to_no_window_is_taken_away_and_dropped(desk: FrontDesk, cover: Cover) -> None:
    """As on Windows, where Qt gives no tooltip a parent."""
    before, behind = (QLabel("x", None, Qt.WindowType.ToolTip) for _time in range(2))
    before.show()
    cover(desk)
    behind.show()
    rest(desk)
    assert in_sight(desk) == []
    desk.window.uncover()
    rest(desk)
    assert in_sight(desk) == []


@both
def test_a_form_that_ends_behind_the_cover_does_not_come_back(desk: FrontDesk, cover: Cover) -> None:
    desk.go("customers")
    desk.page.new_customer()
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    question = QMessageBox(form)
    question.show()
    cover(desk)
    form.accept()
    rest(desk)
    desk.window.uncover()
    rest(desk)
    assert in_sight(desk) == []


def test_the_lock_keeps_what_it_opens_itself(desk: FrontDesk) -> None:
    desk.window.lock()
    rest(desk)
    error: UserFacingError = NotPermitted(permission="x")
    own = show_error(desk.window.lock_view, error)
    assert own.isVisible()
    own.close()


def test_faults_behind_a_cover_are_told_once(desk: FrontDesk) -> None:
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    desk.window.lock()
    rest(desk)
    for _time in range(3):
        tell(Path("report.txt"))
    rest(desk)
    assert in_sight(desk) == []
    desk.window.uncover()
    assert in_sight(desk) == [CrashDialog.__name__]


@both
def test_a_window_made_anew_behind_a_cover_stays_covered(desk: FrontDesk, cover: Cover) -> None:
    cover(desk)
    before = desk.window.navigation
    desk.window.rebuild()
    assert desk.window.covered
    rest(desk)
    desk.window.uncover()
    rest(desk)
    assert desk.window.navigation is not before
    assert not desk.window.covered


def test_the_covered_window_hears_its_keys_after_a_menu(desk: FrontDesk) -> None:
    desk.search("田中")
    open_menu(desk)
    desk.window.session_lock.locked.emit()
    rest(desk)
    desk.window.lock_view.unlocked.emit()
    rest(desk)
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    QTest.keyClick(desk.window, Qt.Key.Key_F9)
    assert desk.window.covered
