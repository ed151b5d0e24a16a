"""The bars of months: long numbers keep clear of each other, and a screen reader is told them all."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.month_bars import MonthBar, MonthBars

STEP = 85
"""Of a month, in a window of the usual size, at the usual size of text."""


@pytest.fixture(autouse=True)
def usual_look(tmp_path: Path, qapp: QApplication) -> None:
    """The program's own letters, whatever was shown before."""
    Preferences(tmp_path / "nowhere").apply(cast(QApplication, QApplication.instance()))
    return


@pytest.mark.parametrize("number", [7, 99, 825, 9_999, 12_345])
def test_two_numbers_side_by_side_do_not_meet(qtbot: QtBot, number: int) -> None:
    bars = MonthBars(("sales", "received"))
    qtbot.addWidget(bars)
    bars.show_months([MonthBar("11", number, number)])
    bars.ensurePolished()
    step = theme.px(STEP)
    font = bars._number_font(step)
    width = QFontMetrics(font).horizontalAdvance(f"{number:,}")
    first, second = bars._starts(step, [width, width])
    assert first >= 0
    assert first + width < second
    assert second + width <= step
    assert (font == bars.font()) == (number < 100)
    assert bars.accessibleDescription() == f"11: sales {number:,}, received {number:,}"
