"""No view of the entry window cuts a text or scrolls sideways, narrow and at the sizes between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import Role
from hvacdesk.ui import background
from hvacdesk.ui.entry.entry_window import NARROW, EntryWindow
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.entry_view import EntryView
from tests.helpers.desk_office import texts_in
from tests.helpers.fitting import cut, scrolling
from tests.helpers.sabotage import replaced
from tests.helpers.screens.entry import entry_to_nothing, views

pytestmark = pytest.mark.usefixtures("secret_service")


@pytest.fixture(autouse=True)
def plain_look(tmp_path: Path) -> Iterator[None]:
    """Later tests find the look as it was."""
    yield
    Preferences(tmp_path / "nowhere").apply(cast(QApplication, QApplication.instance()))


@pytest.mark.parametrize(("size", "width"), [(100, 880), (100, 560), (150, 880)])
@pytest.mark.parametrize("code", ["ja", "en"])
def test_the_entry_windows_views_fit(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, code: str, size: int, width: int
) -> None:
    look = Preferences(tmp_path / "nowhere")
    look.code, look.text_size = code, size
    look.apply(qapp)
    wrong = []
    for name, make in views(entry_to_nothing(tmp_path / "office")).items():
        window = EntryWindow()
        qtbot.addWidget(window)
        window.resize(width, 640)
        window.show()
        window.show_content(make(qtbot))
        qapp.processEvents()
        wrong += [f"{name}: {what}" for what in cut(window) + scrolling(window)]
        window.close()
    assert wrong == []


def test_a_button_that_is_half_out_of_sight_is_pressed_by_a_click(qtbot: QtBot) -> None:
    window, view = EntryWindow(), EntryView()
    qtbot.addWidget(window)
    presses: list[bool] = []
    spread = QWidget()
    spread.setFixedHeight(window.height())
    view.body.addWidget(spread)
    below = button("Seal and send", lambda: presses.append(True))
    view.body.addWidget(below)
    view.body.addWidget(QWidget())
    window.show_content(view)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    room = window._scroll.viewport()
    bar = window._scroll.verticalScrollBar()
    bar.setValue(bar.value() + below.mapTo(room, below.rect().center()).y() - room.height() + 2)
    seen = below.mapTo(window, QPoint(below.width() // 2, 4))
    before = bar.value()
    handle = window.windowHandle()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=seen)
    assert below.hasFocus()
    assert bar.value() == before
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=seen)
    assert presses == [True]


def test_no_step_of_the_set_up_moves_its_title(qtbot: QtBot, tmp_path: Path) -> None:
    window = EntryWindow()
    qtbot.addWidget(window)
    wizard = SetupWizard(entry_to_nothing(tmp_path / "office"))
    window.show_content(wizard)
    window.show()
    qtbot.waitUntil(background.idle)
    places = set()
    for step in (wizard.welcome, wizard.office, wizard.owner, wizard.paper):
        wizard._show(step)
        for _ in range(3):
            QApplication.processEvents()
        place = window._scroll.widget()
        places.add(
            (wizard.bar.mapTo(place, QPoint()).toTuple(), step._title.mapTo(place, QPoint()).toTuple())
        )
    assert len(places) == 1, places


def test_the_passphrase_is_seen_with_the_names_in_large_text(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    look = Preferences(tmp_path / "nowhere")
    look.text_size = 200
    look.apply(qapp)
    staff = tuple(StaffMember(str(number), f"担当 {number}", (Role.DESK,)) for number in range(8))
    window, view = EntryWindow(), LoginView(cast(Any, None), staff)
    qtbot.addWidget(window)
    room = QRect(0, 0, 1366, 768)
    with replaced(QScreen, "availableGeometry", lambda _screen: room):
        view._fill(staff)
    window.resize(1366, 720)
    window.show()
    window.show_content(view)
    qapp.processEvents()
    shown = view.passphrase.mapTo(window, view.passphrase.rect().bottomLeft()).y()
    assert shown < window.height()


def test_the_start_does_not_promise_masks_where_the_day_shows_names(qtbot: QtBot) -> None:
    window = EntryWindow()
    qtbot.addWidget(window)
    window.show()
    window.show_content(EntryView())
    window.resize(theme.px(NARROW) + 100, 700)
    qtbot.waitUntil(lambda: "Front desk" in texts_in(window))
    assert "Names are masked, except in the day's jobs." in texts_in(window)
