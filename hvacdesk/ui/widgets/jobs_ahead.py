"""A box that names jobs which are still to be done, before somebody takes away what they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hvacdesk.domain.jobs.ahead import JobAhead
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label, restyle
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.jobs_ahead import MOST_NAMED, ahead_lines


class JobsAheadBox(WarningBox):
    """Hidden while there are none.

    Args:
        opened: opens a job, given by record id; without it the lines lead nowhere.
    """

    def __init__(
        self, words: Words, parent: QWidget | None = None, *, opened: Callable[[str], object] | None = None
    ) -> None:
        super().__init__("", parent)
        self._words = words
        self._opened = opened
        self.hide()

    def show_jobs(self, heading: str, ahead: Sequence[JobAhead], told: Sequence[str]) -> None:
        """Name these jobs.

        Args:
            told: sentences below them: what becomes of the jobs, and what to do.
        """
        clear(self.body)
        self.setVisible(bool(ahead))
        if not ahead:
            return
        lines = tuple(ahead_lines(ahead, self._words))
        self.body.addWidget(label(heading, "strong", wrap=True))
        for number, line in enumerate(lines):
            said = label(line, wrap=True)
            if self._opened is None or number >= MOST_NAMED:
                self.body.addWidget(said)
                continue
            about = self.tr("Open: {job}").format(job=line)
            link = button(self.tr("Open"), partial(self._opened, ahead[number].job), kind="link", name=about)
            made = QWidget()
            row = QHBoxLayout(made)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(8))
            row.addWidget(said, 1)
            row.addWidget(link)
            self.body.addWidget(made)
        for one in told:
            self.body.addWidget(label(one, wrap=True))
        self.setAccessibleName("\n".join((heading, *lines, *told)))
        restyle(self)
