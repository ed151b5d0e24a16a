"""The navigation shows every page without scrolling, also on a small screen at twice the size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Actor, Role
from hvacdesk.ui.language import language
from hvacdesk.ui.shell.navigation import Navigation
from hvacdesk.ui.shell.page_registry import pages_for
from hvacdesk.ui.theme import Scheme, theme
from tests.helpers.fitting import cut

OWNER = Actor("a" * 32, "佐藤 花子", frozenset({Role.OWNER}))
TECHNICIAN = Actor("b" * 32, "作業 三郎", frozenset({Role.TECHNICIAN}))
LOW = QSize(1366, 620)
"""What Windows leaves a window of 1366 × 768 at twice the size, without the taskbar and the title."""


@pytest.fixture(autouse=True)
def twice_the_size(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Scheme.LIGHT, 2.0)
    yield
    theme.apply(qapp, Scheme.LIGHT, 1.0)
    language.use("en")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    return made


def shown(window: QWidget, size: QSize, actor: Actor = OWNER) -> Navigation:
    row = window.layout()
    assert isinstance(row, QHBoxLayout)
    made = Navigation(pages_for(actor), "青空空調サービス", actor, parent=window)
    row.addWidget(made)
    row.addStretch(1)
    resized(made, size)
    window.show()
    QApplication.processEvents()
    return made


def resized(navigation: Navigation, size: QSize) -> None:
    navigation.window().resize(size)
    navigation.fit(size)
    QApplication.processEvents()


def seen(navigation: Navigation) -> list[str]:
    """The entries of which nothing is cut off."""
    found = navigation.findChildren(QPushButton)
    return [one.accessibleName() for one in found if one.visibleRegion().boundingRect() == one.rect()]


@pytest.mark.parametrize("code", ["ja", "en"])
def test_a_low_window_at_twice_the_size_shows_every_entry(window: QWidget, code: str) -> None:
    language.use(code)
    navigation = shown(window, LOW)
    assert len(seen(navigation)) == len(navigation.findChildren(QPushButton)) == len(pages_for(OWNER)) + 6
    assert not navigation._scroll.verticalScrollBar().maximum()
    assert cut(navigation) == []


def test_pictures_stand_in_pairs_only_where_one_column_has_no_room(window: QWidget) -> None:
    navigation = shown(window, LOW)
    today, customers = (navigation._buttons[name] for name in ("today", "customers"))
    for height, beside in ((620, True), (1500, False), (620, True)):
        resized(navigation, QSize(1366, height))
        assert (today.geometry().top() == customers.geometry().top()) is beside
        assert not navigation._scroll.verticalScrollBar().maximum()


def test_few_pages_need_no_pairs(window: QWidget) -> None:
    few = shown(window, QSize(1366, 1000), TECHNICIAN)
    assert len({one.geometry().left() for one in few._buttons.values()}) == 1


def test_the_page_in_front_stays_in_sight_when_the_window_becomes_lower(window: QWidget) -> None:
    navigation = shown(window, QSize(2400, 2000))
    navigation.mark("settings")
    resized(navigation, QSize(2400, 1000))
    assert navigation._scroll.verticalScrollBar().maximum()
    assert navigation._buttons["settings"].accessibleName() in seen(navigation)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("code", ["ja", "en"])
def test_the_keys_and_their_names_have_room(
    window: QWidget, qapp: QApplication, code: str, scale: float
) -> None:
    language.use(code)
    theme.apply(qapp, Scheme.LIGHT, scale)
    navigation = shown(window, QSize(theme.px(1366), theme.px(700)))
    navigation.show_keys(only=True)
    QApplication.processEvents()
    assert [one.text() for one in navigation._foot if one.minimumSizeHint().width() > one.width()] == []
