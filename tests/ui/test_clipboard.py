"""Whatever is copied is marked as sensitive and goes away; what others put there since stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QClipboard, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.masked import Masked
from hvacdesk.ui.clipboard import OURS, clipboard, marks
from hvacdesk.ui.widgets.masked_value import MaskedValue
from hvacdesk.ui.widgets.part_edit import PartEdit, PartText
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService
from tests.helpers.systems import SYSTEM

CTRL = Qt.KeyboardModifier.ControlModifier
SECRET = "090-8765-5678"


@pytest.fixture(autouse=True)
def board(qapp: QApplication) -> Iterator[QClipboard]:
    qapp.clipboard().clear()
    yield qapp.clipboard()
    clipboard.forget()
    qapp.clipboard().clear()


def assert_marked(board: QClipboard, text: str) -> None:
    assert board.text() == text
    of_this_system = marks(SYSTEM)
    assert of_this_system
    assert {name: board.mimeData().data(name).data() for name in of_this_system} == of_this_system
    assert clipboard.timer.isActive()


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key) -> None:
    qtbot.keyClick(widget, key, CTRL)


def open_menu(widget: QWidget) -> QMenu:
    """The menu that a right click opens."""
    place = QPoint(3, 3)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, part: str) -> None:
    """Choose the entry of that name."""
    found = [one for one in menu.actions() if part in (one.objectName(), one.text())]
    assert found, [one.text() for one in menu.actions()]
    found[0].trigger()
    menu.close()


@pytest.fixture
def shown(qtbot: QtBot) -> MaskedValue:
    value = MaskedValue("Phone", Masked("090-●●●●-5678", hidden=True, revealable=True), lambda _show: None)
    qtbot.addWidget(value)
    value.show()
    value.show_value(SECRET)
    return value


def test_a_shown_value_is_copied_with_the_marks(qtbot: QtBot, shown: MaskedValue, board: QClipboard) -> None:
    shown._text.setSelection(0, len(SECRET))
    press(qtbot, shown._text, Qt.Key.Key_C)
    assert_marked(board, SECRET)


def test_a_shown_value_is_copied_from_its_menu(shown: MaskedValue, board: QClipboard) -> None:
    shown._text.setSelection(0, 3)
    choose(open_menu(shown._text), "Copy")
    assert_marked(board, "090")


def test_without_a_selection_the_menu_offers_no_copy(shown: MaskedValue) -> None:
    menu = open_menu(shown._text)
    assert [one.isEnabled() for one in menu.actions()] == [False]
    menu.close()


@pytest.mark.parametrize("way", ["key", "menu"])
def test_a_revealed_field_is_copied_and_cut_with_the_marks(qtbot: QtBot, board: QClipboard, way: str) -> None:
    edit = PartEdit(Masked("●", hidden=True, revealable=True), lambda show: show(SECRET))
    qtbot.addWidget(edit)
    edit.show()
    edit.reveal()
    edit.selectAll()
    press(qtbot, edit, Qt.Key.Key_C) if way == "key" else choose(open_menu(edit), "edit-copy")
    assert_marked(board, SECRET)
    assert edit.text() == SECRET
    board.clear()
    edit.selectAll()
    press(qtbot, edit, Qt.Key.Key_X) if way == "key" else choose(open_menu(edit), "edit-cut")
    assert_marked(board, SECRET)
    assert edit.text() == ""


def test_a_revealed_note_is_copied_with_the_marks_and_its_lines(qtbot: QtBot, board: QClipboard) -> None:
    edit = PartText(Masked("裏口から\n犬がいる"))
    qtbot.addWidget(edit)
    clipboard.watch(QApplication.instance())
    edit.selectAll()
    edit.copy()
    assert_marked(board, "裏口から\n犬がいる")


def test_after_a_minute_it_is_gone(board: QClipboard) -> None:
    clipboard.copy(SECRET)
    assert clipboard.timer.interval() == 60_000
    clipboard.timer.timeout.emit()
    assert board.text() == ""
    assert not clipboard.timer.isActive()


def test_what_another_program_copied_since_stays(board: QClipboard) -> None:
    clipboard.copy(SECRET)
    board.setText("theirs")
    clipboard.forget()
    assert board.text() == "theirs"


def test_a_copy_of_another_run_of_the_program_stays(board: QClipboard) -> None:
    data = clipboard.marked("theirs")
    data.setData(OURS, b"another run")
    board.setMimeData(data)
    clipboard.forget()
    assert board.text() == "theirs"


def test_nothing_is_copied_over_what_is_there(board: QClipboard) -> None:
    board.setText("theirs")
    clipboard.copy("")
    assert board.text() == "theirs"


def test_windows_is_asked_for_no_history_no_cloud_and_no_monitors() -> None:
    """As Qt names a Windows format; each is a DWORD of 0 (Microsoft, "Clipboard Formats")."""
    assert marks("win32") == {
        f'application/x-qt-windows-mime;value="{name}"': b"\0\0\0\0"
        for name in (
            "ExcludeClipboardContentFromMonitorProcessing",
            "CanIncludeInClipboardHistory",
            "CanUploadToCloudClipboard",
        )
    }


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    assert secret_service.is_open()
    return build_front_desk(tmp_path_factory.mktemp("template") / "office")


class TestDesk:
    @pytest.fixture
    def desk(self, template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
        with open_desk(template, tmp_path / "office", qtbot) as opened:
            yield opened

    def test_a_lock_takes_the_copy_away(self, desk: FrontDesk, board: QClipboard) -> None:
        clipboard.copy(SECRET)
        desk.window.lock()
        assert board.text() == ""
        desk.calm()

    def test_the_curtain_leaves_it(self, desk: FrontDesk, board: QClipboard) -> None:
        """Somebody copies an address, and a customer steps up to the desk."""
        clipboard.copy(SECRET)
        desk.window.draw_curtain()
        assert board.text() == SECRET
        desk.window.uncover()


def test_actions_are_found_by_their_names(qtbot: QtBot) -> None:
    """Qt's names of the entries; without them the menu would copy unmarked."""
    edit = PartEdit(Masked(SECRET))
    qtbot.addWidget(edit)
    names = {one.objectName() for one in edit.createStandardContextMenu().findChildren(QAction)}
    assert {"edit-copy", "edit-cut"} <= names
