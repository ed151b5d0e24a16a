"""Nothing that a person must read is cut: texts of the pages in both languages, and the tables' widths."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.ui.pages.safeguard_sections import sections_for
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.shell.page_registry import PAGES
from hvacdesk.ui.widgets.page_room import PageRoom
from hvacdesk.ui.widgets.tab_row import TabRow
from tests.helpers.fitting import cut, scrolling
from tests.helpers.front_desk import SHOP, TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

OWNERS = ("safeguards", "rules", "settings", "disposal")
"""Pages of which the owner sees more than the desk."""


@pytest.fixture(autouse=True)
def plain_look(tmp_path: Path) -> Iterator[None]:
    """Later tests find the look as it was."""
    yield
    Preferences(tmp_path / "nowhere").apply(cast(QApplication, QApplication.instance()))


def look(desk: FrontDesk, code: str, size: int) -> MainWindow:
    window = desk.window
    window.change_look(code, desk.window.context.look.scheme, size)
    desk.calm()
    window.resize(1280, 800)
    desk.calm()
    return window


def everything_on(desk: FrontDesk, name: str) -> Iterator[str]:
    """Show each tab of a page in turn."""
    desk.go(name)
    tabs = [row for row in desk.page.findChildren(TabRow) if row.isVisible()]
    yield name
    for row in tabs:
        for number in range(1, row.stack.count()):
            row.show_tab(number)
            desk.calm()
            yield f"{name}, tab {number}"
    for entry in sections_for(desk.actor) if name == "safeguards" else ():
        desk.go(name, section=entry.name)
        yield f"{name}, {entry.name}"


@pytest.mark.parametrize("who", [Role.DESK, Role.OWNER])
def test_the_pages_cut_no_text_and_their_tables_fit(
    template: RealOffice, tmp_path: Path, qtbot: QtBot, who: Role
) -> None:
    wrong = []
    with open_desk(template, tmp_path / "office", qtbot, who) as desk:
        for code in ("ja", "en"):
            window = look(desk, code, 100)
            assert (window.width(), window.height()) == (1280, 800)
            for page in PAGES:
                if page.visible_to(desk.actor) and (who is Role.DESK or page.name in OWNERS):
                    for place in everything_on(desk, page.name):
                        wrong += [f"{code} {place}: {what}" for what in cut(window) + scrolling(window)]
    assert wrong == []


def test_a_customers_panel_cuts_no_text_and_its_lists_fit(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = []
    with open_desk(template, tmp_path / "office", qtbot) as desk:
        customer = desk.customer(TANAKA)
        for code in ("ja", "en"):
            window = look(desk, code, 100)
            desk.go("customers", customer=customer)
            for place in everything_on(desk, "customers"):
                wrong += [f"{code} {place}: {what}" for what in cut(window) + scrolling(window)]
            day = desk.page.panel.jobs.table
            desk.page.panel.tabs.show_tab(0)
            desk.calm()
            assert day.columnWidth(0) > day.fontMetrics().horizontalAdvance("2026-11-24")
    assert wrong == []


def test_with_the_largest_text_the_window_is_no_larger_than_a_small_screen(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    """What does not fit is scrolled to, from top to foot alone; a page behind asks for nothing."""
    with open_desk(template, tmp_path / "office", qtbot) as desk:
        for code in ("ja", "en"):
            window = look(desk, code, 200)
            for page in PAGES:
                if page.visible_to(desk.actor):
                    desk.go(page.name)
                    least = window.minimumSizeHint()
                    assert (least.width() <= 1280, least.height() <= 720) == (True, True), (page.name, least)
            window.resize(1280, 720)
            (room,) = window.findChildren(PageRoom)
            for page in PAGES:
                if page.visible_to(desk.actor):
                    desk.go(page.name)
                    assert window.width() == 1280
                    assert room.widget().minimumSizeHint().width() <= room.viewport().width(), page.name
                    assert room.horizontalScrollBar().maximum() == 0, page.name


def test_the_list_gives_way_to_a_customer_who_needs_more_room(desk: FrontDesk) -> None:
    """An organisation's panel has a tab more than a person's."""
    window = look(desk, "en", 150)
    window.resize(1900, 900)
    desk.go("customers", customer=desk.customer(SHOP))
    desk.calm()
    assert desk.page.results.isVisible()
    window.resize(1366, 768)
    desk.calm()
    assert desk.page.panes.narrow
    assert desk.page.panel.isVisible()
    assert not desk.page.results.isVisible()
    (room,) = window.findChildren(PageRoom)
    assert not room.horizontalScrollBar().maximum()


def test_where_the_pages_need_the_room_the_navigation_shows_pictures(desk: FrontDesk) -> None:
    window = look(desk, "en", 150)
    page = next(
        one for one in window.navigation.findChildren(QPushButton) if one.accessibleName() == "Customers"
    )
    for width, text, tip in ((1600, "Customers", "Ctrl+2"), (1280, "", "Customers  Ctrl+2")):
        window.resize(width, 720)
        desk.calm()
        assert (page.text(), page.toolTip(), page.accessibleName()) == (text, tip, "Customers")
    assert window.navigation.width() < 150
    assert desk.actor.name in window.navigation.toolTip()


def test_a_search_without_a_hit_says_so_where_only_one_pane_has_room(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "office", qtbot) as desk:
        look(desk, "en", 200)
        desk.go("customers", customer=desk.customer(TANAKA))
        assert desk.page.panes.narrow
        assert not desk.page.results.isVisible()
        desk.search("zzzz")
        assert desk.page.results.no_hit.isVisible()
        assert desk.page.search.hasFocus()


def test_a_customer_alone_has_the_room_of_the_list_and_of_its_search(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "office", qtbot) as desk:
        look(desk, "en", 200)
        desk.go("customers", customer=desk.customer(TANAKA))
        page = desk.page
        of_the_list = (page.search, page.title_label, page.header.itemAt(page.header.count() - 1).widget())
        assert not any(one.isVisible() for one in of_the_list)
        page.focus_search()
        desk.calm()
        assert all(one.isVisible() for one in of_the_list)
        assert page.search.hasFocus()
