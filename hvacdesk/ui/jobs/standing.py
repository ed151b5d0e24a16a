"""How far a job is, as the head of its page: its state, its work, and that nobody may work with its data."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.jobs import kind_text, state_chip, suspended_chip


def standing_row(row: JobRow, words: Words) -> QHBoxLayout:
    """Chips and the kind of work beside each other."""
    made = QHBoxLayout()
    made.setSpacing(theme.px(8))
    made.addWidget(Chip(*state_chip(row.state, words)))
    made.addWidget(label(kind_text(row, words), "heading"))
    made.addStretch(1)
    if row.suspended:
        made.addWidget(Chip(*suspended_chip()))
    return made
