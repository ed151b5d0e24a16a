"""A refusal is seen where the window scrolls: else the button is pressed, and nothing seems to happen."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.ui.widgets.failure import FailureLine


def test_what_is_refused_is_scrolled_to(qtbot: QtBot) -> None:
    outer, inner, content = QScrollArea(), QScrollArea(), QWidget()
    column = QVBoxLayout(content)
    tall = QWidget()
    tall.setMinimumSize(200, 900)
    column.addWidget(tall)
    inner.setWidgetResizable(True)
    inner.setWidget(content)
    inner.setMinimumHeight(600)
    outer.setWidgetResizable(True)
    outer.setWidget(inner)
    outer.resize(300, 300)
    qtbot.addWidget(outer)
    outer.show()
    shown = FailureLine(column).show_error(ChangedMeanwhile())
    qtbot.waitUntil(lambda: not shown.visibleRegion().isEmpty())
