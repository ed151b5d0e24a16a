"""F1 at each step of the wizards and desks that people walk through: the page of that very step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.ui.help.help_dialog import HelpDialog
from tests.helpers.screens import Screen
from tests.helpers.screens.disposal import DISPOSAL
from tests.helpers.screens.exchange import EXCHANGE
from tests.helpers.screens.leaks import LEAKS
from tests.helpers.screens.stage import Stage, build_sample_office, open_stage
from tests.helpers.secret_service import SecretService

SCREENS = (*DISPOSAL, *EXCHANGE, *LEAKS)
PAGES = {
    "disposal-desk": "disposal",
    "disposal": "disposal",
    "disposal-1-check": "disposal",
    "disposal-2-decide": "disposal_decide",
    "disposal-3-paper": "disposal_papers",
    "disposal-3-to-shred": "disposal_papers",
    "disposal-4-approval": "disposal_approval",
    "disposal-4-places": "disposal_approval",
    "disposal-5-destroy": "disposal_destroy",
    "disposal-5-question": "disposal_destroy",
    "disposal-6-certificate": "disposal_destroy",
    "disposal-6-preview": "disposal_destroy",
    "disposal-another": "disposal",
    "disposal-early": "disposal",
    "disposal-why": "disposal_decide",
    "disposal-hold": "disposal_decide",
    "list-outside": "export",
    "export": "export",
}
OTHERS = {"import": "import", "imports": "import", "leak": "leaks", "leaks": "leaks"}
"""What every further screen of a desk opens, by how its name begins."""


def page_of_screen(screen: Screen) -> str:
    return PAGES.get(screen.name) or OTHERS[screen.name.partition("-")[0]]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Path:
    home = tmp_path_factory.mktemp("wizards") / "office"
    build_sample_office(home)
    return home


@pytest.fixture(params=(Role.DESK, Role.OWNER))
def stage(request: pytest.FixtureRequest, office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    with open_stage(office, tmp_path / "office", qtbot, request.param) as opened:
        yield opened


def press_f1(stage: Stage, shown: QWidget) -> None:
    """The key, wherever the keyboard is."""
    stage.qtbot.keyClick(QApplication.focusWidget() or shown, Qt.Key.Key_F1)


def click_help(stage: Stage, shown: QWidget) -> None:
    """What is seen of the help: in the side bar, and at the foot of a dialog."""
    seen = [one for one in shown.findChildren(QPushButton) if one.isVisible() and one.window() is shown]
    (way,) = [one for one in seen if one.accessibleName() == "Help"]
    stage.qtbot.mouseClick(way, Qt.MouseButton.LeftButton)


def opened_by(stage: Stage, shown: QWidget, way: Callable[[Stage, QWidget], None]) -> str:
    """The help page that opens over a window."""
    shown.activateWindow()
    stage.wait(shown.isActiveWindow)
    way(stage, shown)
    stage.calm()
    found = [one for one in shown.findChildren(HelpDialog) if one.isVisible() and one.parentWidget() is shown]
    name = found[0].name if len(found) == 1 else f"{len(found)} helps"
    for one in found:
        one.close()
    return name


def test_each_step_opens_its_page_by_key_and_by_mouse(stage: Stage) -> None:
    wrong = []
    for screen in SCREENS:
        if screen.who is stage.who:
            shown = screen.open(stage)
            for way in (press_f1, click_help):
                opened = opened_by(stage, shown, way)
                if opened != page_of_screen(screen):
                    wrong.append(f"{screen.name}, {way.__name__}: {opened}")
            stage.clear()
    assert not wrong
