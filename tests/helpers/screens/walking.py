"""Going through every screen, each tab of it in turn, and through every view before the login."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.widgets.tab_row import TabRow
from tests.helpers.screens.desk import SCREENS
from tests.helpers.screens.entry import entry_to_nothing, views
from tests.helpers.screens.stage import Look, Stage, small_screen
from tests.helpers.visible import visible

Visit = Callable[[str, QWidget], None]
"""Gets a screen's name and what is to be looked at."""


def walk(stage: Stage, visit: Visit) -> None:
    """Visit every screen of a role, each tab of it in turn."""
    for screen in SCREENS:
        if screen.who is stage.who:
            shown = screen.open(stage)
            stage.calm()
            visit(screen.name, shown)
            for row in visible(shown, TabRow):
                number = 1
                while isValid(row) and number < row.stack.count():  # a page may re-make its parts
                    row.show_tab(number)
                    stage.calm()
                    visit(f"{screen.name}-tab-{number}", shown)
                    number += 1
                if isValid(row):
                    row.show_tab(0)
            stage.clear()


def walk_entry(qtbot: QtBot, home: Path, look: Look, visit: Visit) -> None:
    """Visit every view before the login."""
    preferences = Preferences(home)
    preferences.code, preferences.scheme, preferences.text_size = look.language, look.scheme, look.size
    preferences.apply(cast(QApplication, QApplication.instance()))
    for name, make in views(entry_to_nothing(home)).items():
        with small_screen():
            window = EntryWindow()
            qtbot.addWidget(window)
            window.show()
            window.show_content(make(qtbot))
            for _ in range(3):
                QApplication.processEvents()
            visit(f"entry-{name.replace(' ', '-')}", window)
            window.close()
