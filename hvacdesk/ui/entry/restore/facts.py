"""Facts as a small table of two columns: what, and its value."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.text import label


def facts_card(title: str, facts: Iterable[tuple[str, str]]) -> Card:
    """A card with one line for each fact; those without a value are left out."""
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(18))
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, (name, value) in enumerate((name, value) for name, value in facts if value):
        named = label(name, "muted", wrap=True)
        named.setMinimumWidth(named.sizeHint().width())
        grid.addWidget(named, row, 0, top)
        grid.addWidget(label(value, wrap=True), row, 1, top)
    card.body.addLayout(grid)
    return card
