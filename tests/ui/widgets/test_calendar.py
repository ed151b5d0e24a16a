"""The calendar of a date field: every day of the month can be read, in every language and text size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCalendarWidget, QMenu, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from hvacdesk.ui.dates import qt_day
from hvacdesk.ui.language import language as in_force
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.date_field import DateField

LONGEST = date(2026, 10, 20)
"""Its month stands in six lines, whose widest days are among the last."""
PADDING = 8
"""The style leaves so much around a day, in design pixels: less room shows dots in its place."""


@pytest.fixture(params=[("ja", 1.0), ("ja", 2.0), ("en", 1.0), ("en", 2.0)], ids=str)
def calendar(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication
) -> Iterator[tuple[QMenu, QCalendarWidget]]:
    code, scale = request.param
    before = QLocale()
    in_force.use(code)
    theme.apply(qapp, Scheme.LIGHT, scale)
    field = DateField(LONGEST)
    qtbot.addWidget(field)
    field.show()
    field.open_calendar()
    menu = next(one for one in qapp.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())
    yield menu, menu.findChild(QCalendarWidget)
    theme.apply(qapp, Scheme.LIGHT, 1.0)
    in_force.use("en")
    QLocale.setDefault(before)


def test_every_day_has_room(calendar: tuple[QMenu, QCalendarWidget], qapp: QApplication) -> None:
    menu, shown = calendar
    qapp.processEvents()
    days = shown.findChild(QTableView)
    assert days is not None
    assert sum(map(days.columnWidth, range(7))) <= days.width()
    assert sum(map(days.rowHeight, range(7))) <= days.height()  # no line is out of sight
    text = days.fontMetrics()
    room = text.horizontalAdvance("30") + 2 * theme.px(PADDING)
    for at in range(7):
        assert days.columnWidth(at) >= room
        assert days.rowHeight(at) >= text.height()
    corner = shown.mapTo(menu, shown.rect().bottomRight())
    assert menu.rect().contains(corner)
    assert menu.height() <= 768


def test_days_that_are_not_taken_are_grey_for_as_long_as_a_month_shows_them(qtbot: QtBot) -> None:
    """A month that has one day that is taken shows up to thirty others."""
    field = DateField(LONGEST, past=True, since=date(2026, 1, 31))
    qtbot.addWidget(field)
    shown = QCalendarWidget()
    qtbot.addWidget(shown)
    field._bound(shown)
    grey = QColor(theme.colours.muted)
    for first_refused, step in ((date(2026, 1, 30), -1), (date(2026, 10, 21), 1)):
        for days in range(30):
            day = qt_day(first_refused + timedelta(days=step * days))
            assert shown.dateTextFormat(day).foreground().color() == grey
    for taken in (date(2026, 1, 31), date(2026, 10, 20)):
        assert shown.dateTextFormat(qt_day(taken)).foreground().color() != grey


def test_the_month_is_named_as_the_language_does(
    calendar: tuple[QMenu, QCalendarWidget], qapp: QApplication
) -> None:
    menu, shown = calendar
    shown.showNextMonth()
    qapp.processEvents()
    named = [shown.findChild(QToolButton, f"qt_calendar_{part}button") for part in ("year", "month")]
    assert all(button.isVisible() for button in named)
    texts = [button.text() for button in sorted(named, key=lambda one: one.mapTo(menu, one.pos()).x())]
    assert texts == (["2026年", "11月"] if in_force.code == "ja" else ["November", "2026"])
