"""The bars of months: long numbers keep clear of each other, and a screen reader is told them all."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.month_bars import MonthBar, MonthBars

STEP = 85
"""Of a month, in a window of the usual size, at the usual size of text."""


@pytest.mark.parametrize("number", [7, 825, 12_345])
def test_two_numbers_side_by_side_do_not_meet(qtbot: QtBot, number: int) -> None:
    bars = MonthBars(("sales", "received"))
    qtbot.addWidget(bars)
    bars.show_months([MonthBar("11", number, number)])
    step = theme.px(STEP)
    font = bars._number_font(step)
    assert QFontMetrics(font).horizontalAdvance(f"{number:,}") < 0.37 * step
    assert (font == bars.font()) == (number < 12_345)
    assert bars.accessibleDescription() == f"11: sales {number:,}, received {number:,}"
