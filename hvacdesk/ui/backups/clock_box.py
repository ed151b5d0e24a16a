"""The box over every page while the computer's clock lies behind what the office has recorded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal

from hvacdesk.domain.oversight.clock_behind import ClockBehind
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.warning_box import WarningBox


class ClockBox(WarningBox):
    """What is wrong, what it means and what to do.

    Args:
        acts: whether the person may answer for the clock, which may have been ahead before.

    Signals:
        confirmed(): the clock is right.
    """

    confirmed = Signal()

    def __init__(self, behind: ClockBehind, words: Words, *, acts: bool) -> None:
        super().__init__(day_text(" ".join(behind.sentences(words))))
        if acts:
            text = QCoreApplication.translate("Clock", "I have checked it: the clock is right")
            self.confirm_button = button(text, self.confirmed.emit, kind="link")
            self.body.addWidget(self.confirm_button, 0, Qt.AlignmentFlag.AlignLeft)
