"""Going through every screen of the desk, each tab of it in turn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hvacdesk.ui.widgets.tab_row import TabRow
from tests.helpers.screens.desk import SCREENS
from tests.helpers.screens.stage import Stage

Visit = Callable[[str, QWidget], None]
"""Gets a screen's name and what is to be looked at."""


def walk(stage: Stage, visit: Visit) -> None:
    """Visit every screen of a role, each tab of it in turn."""
    for screen in SCREENS:
        if screen.who is stage.who:
            shown = screen.open(stage)
            stage.calm()
            visit(screen.name, shown)
            for row in [row for row in shown.findChildren(TabRow) if row.isVisible()]:
                number = 1
                while isValid(row) and number < row.stack.count():  # a page may build its parts anew
                    row.show_tab(number)
                    stage.calm()
                    visit(f"{screen.name}-tab-{number}", shown)
                    number += 1
                if isValid(row):
                    row.show_tab(0)
            stage.clear()
