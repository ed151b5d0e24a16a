"""A tinted box over everything else of today's page: what is in it is seen without scrolling."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList
from hvacdesk.ui.widgets.warning_box import WarningBox

LINES_SHOWN = 3
"""So many lines fit above everything else on a small screen with the largest text."""


class WaitingBox(WarningBox):
    """Lines that each open their work; hidden while there are none."""

    def __init__(self, name: str, tone: Tone, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent=parent, tone=tone)
        self.tasks = TaskList(name)
        self.setAccessibleName(name)
        self.body.setContentsMargins(
            theme.px(4), theme.px(2), theme.px(4), theme.px(2)
        )  # lines have their own
        self.body.addWidget(self.tasks)
        self.hide()

    def show_lines(self, lines: Sequence[TaskLine], more_line: Callable[[int], TaskLine]) -> None:
        """Show them; ``more_line`` makes the last line where more wait than are shown, from how many."""
        shown = list(lines)
        if len(shown) > LINES_SHOWN:
            shown[LINES_SHOWN - 1 :] = [more_line(len(shown) - LINES_SHOWN + 1)]
        self.tasks.set_lines(shown)
        self.setVisible(bool(shown))
