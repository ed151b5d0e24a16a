"""Facts under one another: what, and beside it its value, on one baseline."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel

from hvacdesk.ui.dates import day_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.text import label, line_pitch


class FactLines(QGridLayout):
    """Two columns; values that take several lines begin beside what they are about."""

    def __init__(self, facts: Iterable[tuple[str, str]] = (), *, spacing: int = 6) -> None:
        super().__init__()
        self.setHorizontalSpacing(theme.px(16))
        self.setVerticalSpacing(theme.px(spacing))
        self.setColumnStretch(1, 1)
        for name, value in facts:
            self.add(name, value)

    def add(self, name: str, value: str) -> QLabel:
        """Add a line, and return the label of the value."""
        row = self.rowCount()
        named, said = label(name, "label", wrap=True), label(day_text(value), wrap=True)
        for one in (named, said):
            one.ensurePolished()
        named.setMinimumWidth(named.sizeHint().width())
        named.setContentsMargins(0, max(0, first_baseline(said) - first_baseline(named)), 0, 0)
        self.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(said, row, 1, Qt.AlignmentFlag.AlignTop)
        return said


def first_baseline(text: QLabel) -> int:
    """How far below a paragraph's top the baseline of its first line is, without its margins."""
    measures = QFontMetrics(text.font())
    return round((line_pitch(measures) - measures.height()) / 2 + measures.ascent())
