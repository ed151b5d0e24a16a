"""Windows and their screen: none is larger than its free part or hangs over its edge; places are kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.ui import window_places
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets import within_screen
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.file_choice import choose_file
from hvacdesk.ui.widgets.layouts import grow_to_text
from hvacdesk.ui.window_places import put_back, screen_name, with_place
from tests.helpers.front_desk import build_front_desk, open_window
from tests.helpers.secret_service import SecretService

UI = Path(__file__).parents[2] / "hvacdesk" / "ui"
MADE = ("setWindowTitle(", "QFileDialog(", "(QMainWindow):", "(QDialog):")
ROOM = QRect(10, 50, 600, 400)


@pytest.fixture(autouse=True)
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen with a panel at the left and on top."""
    monkeypatch.setattr(within_screen, "free_room", lambda _window: ROOM)


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def dialog(qtbot: QtBot, lines: int) -> Dialog:
    made = Dialog("A title")
    qtbot.addWidget(made)
    for number in range(lines):
        made.body.addWidget(QLineEdit(str(number)))
    made.set_primary("OK")
    return made


@pytest.mark.parametrize(
    ("told", "taken"),
    [
        (QMargins(1, 20, 1, 5), QMargins(1, 20, 1, 5)),
        (QMargins(0, 0, -1363, -702), within_screen.USUAL_FRAME),
        (QMargins(600, 400, 600, 400), within_screen.USUAL_FRAME),
        (QMargins(), within_screen.USUAL_FRAME),
    ],
)
def test_a_frame_that_cannot_be_is_not_believed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, told: QMargins, taken: QMargins
) -> None:
    monkeypatch.setattr(QWindow, "frameMargins", lambda _window: told)
    made = dialog(qtbot, 1)
    made.show()
    assert within_screen._frame(made) == taken


def test_a_dialog_that_fits_scrolls_nothing(qtbot: QtBot) -> None:
    made = dialog(qtbot, 3)
    made.show()
    settle()
    assert made.findChildren(QScrollArea) == []
    assert ROOM.contains(made.geometry())


def test_a_dialog_with_too_much_in_it_scrolls_between_title_and_buttons(qtbot: QtBot) -> None:
    made = dialog(qtbot, 40)
    made.show()
    settle()
    (area,) = made.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert ROOM.contains(made.geometry())
    assert made.primary is not None
    assert made.rect().contains(made.primary.geometry())


def test_a_dialog_that_grows_past_the_screen_begins_to_scroll_and_keeps_the_keyboard(qtbot: QtBot) -> None:
    made = dialog(qtbot, 3)
    made.show()
    made.activateWindow()
    field = made.body.itemAt(1).widget()
    assert field is not None
    field.setFocus()
    settle()
    for number in range(40):
        made.body.addWidget(QLineEdit(str(number)))
    settle()
    assert len(made.findChildren(QScrollArea)) == 1
    assert ROOM.contains(made.geometry())
    assert made.focusWidget() is field


def test_a_dialog_that_scrolls_takes_the_screen_that_there_is_when_it_is_fitted_anew(qtbot: QtBot) -> None:
    """What was read meanwhile, such as which copies there are, made it so low that none was in sight."""
    made = dialog(qtbot, 40)
    made.show()
    settle()
    made.adjustSize()
    settle()
    assert made.height() == ROOM.height()


def test_whoever_sizes_a_window_it_stays_on_the_screen(qtbot: QtBot) -> None:
    made = dialog(qtbot, 3)
    made.show()
    settle()
    for size in ((900, 300), (300, 900), (900, 900)):
        made.move(ROOM.bottomRight())
        made.resize(*size)
        settle()
        assert ROOM.contains(made.geometry()), size
    grow_to_text(made)
    assert ROOM.contains(made.geometry())


def test_the_systems_own_dialogs_stay_on_the_screen_at_the_largest_text(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    room = QRect(2, 2, 1280, 698)
    theme.apply(qapp, Scheme.LIGHT, 2.0)
    try:
        monkeypatch.setattr(within_screen, "free_room", lambda _window: room)
        chooser = choose_file(owner, "Choose", "PDF (*.pdf)", lambda _path: None)
        chooser.resize(3000, 2000)
        settle()
        assert room.contains(chooser.geometry())
        chooser.reject()
    finally:
        theme.apply(qapp, Scheme.LIGHT, 1.0)


def test_every_kind_of_window_is_kept_within_its_screen() -> None:
    """Dialogs by their base class; whoever makes another top-level window sees to it as well."""
    makers = {
        path.name: path.read_text(encoding="utf-8")
        for path in UI.rglob("*.py")
        if any(sign in path.read_text(encoding="utf-8") for sign in MADE)
    }
    assert {"dialog.py", "main_window.py", "entry_window.py", "farewell.py", "file_choice.py"} <= set(makers)
    careless = [
        name
        for name, text in makers.items()
        if "keep_within_screen(" not in text and name != "covers.py"  # names the main window
    ]
    assert careless == []


def test_a_place_is_kept_for_each_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(30, 70, 410, 320)
    window.show()
    name = screen_name(window.screen())
    places = with_place({"another 800x600": "x"}, window)
    assert list(places) == ["another 800x600", name]
    later = QWidget()
    qtbot.addWidget(later)
    put_back(later, places)
    later.show()
    assert later.geometry() == window.geometry()


def test_a_maximised_window_opens_maximised(qtbot: QtBot) -> None:
    window = QDialog()
    qtbot.addWidget(window)
    window.resize(410, 320)
    window.showMaximized()
    later = QDialog()
    qtbot.addWidget(later)
    put_back(later, with_place({}, window))
    assert later.windowState() & Qt.WindowState.WindowMaximized
    assert later.normalGeometry().size() == window.normalGeometry().size()


@pytest.mark.parametrize("places", [{}, {"gone 1x1": "AAAA"}, {"offscreen 1x1": "nonsense"}])
def test_what_is_of_no_use_changes_nothing(qtbot: QtBot, places: dict[str, str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(410, 320)
    here = screen_name(window.screen())
    put_back(window, {**places, here: "nonsense"})
    assert (window.width(), window.height()) == (410, 320)


def test_the_login_windows_places_survive_a_spoilt_file(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    kept.entry_places = {"A 1x1": "x"}
    kept.save()
    assert Preferences(tmp_path).entry_places == {"A 1x1": "x"}
    for spoilt in ("[1]", "{"):
        (tmp_path / "window.ini").write_text(f"[General]\nentry_places={spoilt}\n", encoding="utf-8")
        assert Preferences(tmp_path).entry_places == {}


def test_the_desk_opens_as_the_same_person_left_it(
    qtbot: QtBot, tmp_path: Path, secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_places, "is_seen", lambda: True)
    with open_window(build_front_desk(tmp_path / "office"), qtbot, Role.DESK) as desk:
        first = desk.window
        first.showMaximized()
        first.lock()  # whoever goes home without closing it leaves it locked
        for who, filled in ((desk.actor, True), (replace(desk.actor, account="another"), False)):
            later = MainWindow(desk.office, who, first.context.look)
            assert later.isMaximized() is filled
            later.retire()
