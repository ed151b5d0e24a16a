"""Every screen, in both languages, light and dark, with small and large text: named, whole, and in its place.

Opening them all is most of the work, so each walk asks everything that there is to ask of a screen: what the
keyboard, Enter, the wheel and the tables' menus do in it, too.

``--screens FOLDER`` leaves a picture of each, to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.store.customers import customers as customer_store
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.printing.pages_view import PagesView
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.shortcuts import GROUPS
from hvacdesk.ui.theme import Scheme
from hvacdesk.ui.widgets.data_table import DataTable
from tests.helpers.chosen_rows import troubles
from tests.helpers.dates_shown import iso_dates
from tests.helpers.enter_presses import wrong_enter, wrong_start
from tests.helpers.fitting import (
    crowded,
    cut,
    half_numbers,
    larger_than,
    narrow,
    needless,
    overlapping,
    pressed_flat,
    scrolling,
)
from tests.helpers.keyboard import jumping_back, stops, unmarked
from tests.helpers.named_in_lists import ListsSeen
from tests.helpers.naming import forgetful, nameless, unguarded, unreachable
from tests.helpers.screens.classes import window_classes
from tests.helpers.screens.desk import SCREENS
from tests.helpers.screens.sideways import wrongly_sideways
from tests.helpers.screens.stage import ROOM, Look, build_sample_office, open_stage
from tests.helpers.screens.walking import Visit, walk, walk_entry
from tests.helpers.secret_service import SecretService
from tests.helpers.sorted_rows import missorted
from tests.helpers.spoken import misspoken
from tests.helpers.table_menus import missing
from tests.helpers.under_notice import under_notice
from tests.helpers.visible import standing_still, visible
from tests.helpers.wheel import answering, turned

LOOKS = (
    Look("en", Scheme.LIGHT, 100),
    Look("ja", Scheme.DARK, 100),
    Look("ja", Scheme.LIGHT, 200),
    Look("en", Scheme.DARK, 200),
)
"""Each two of language, scheme and size meet in one of them. In the first, :class:`Asked` asks more."""
LEAST_TABLES = 30
"""So many tables have rows to choose from in the sample office."""
IN_OTHER_WORDS = frozenset(
    {
        *("Answer by", "As of", "Call back by", "Every", "Kept for", "Month", "Rules read", "Size", "State"),
        *("Taken", "Version"),
    }
)
"""Titles of columns that show their order in words: see tests/ui/widgets/test_sorted_as_shown.py."""
NUMBERED = re.compile(r"Ctrl\+\d+")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Path:
    home = tmp_path_factory.mktemp("sample") / "office"
    build_sample_office(home)
    return home


@pytest.fixture(autouse=True)
def plain_look(tmp_path: Path) -> Iterator[None]:
    """Later tests find the look as it was."""
    yield
    Preferences(tmp_path / "nowhere").apply(cast(QApplication, QApplication.instance()))


def photographer(request: pytest.FixtureRequest, look: Look, qtbot: QtBot) -> Visit:
    folder = request.config.getoption("--screens")
    if not folder:
        return lambda _name, _shown: None
    place = Path(folder) / str(look)
    place.mkdir(parents=True, exist_ok=True)

    def photograph(name: str, shown: QWidget) -> None:
        papers = [one for one in shown.findChildren(PagesView) if not one.view.visibleRegion().isEmpty()]
        qtbot.waitUntil(lambda: all(paper.drawn for paper in papers))
        assert shown.grab().save(str(place / f"{name}.png"))

    return photograph


def keys_of(shown: QWidget) -> set[str]:
    """Every shortcut of a window and its parts, but for the pages' numbers, which the navigation decides."""
    found = [(one.parent(), [key.toString() for key in QShortcut.keys(one)]) for one in shortcuts_in(shown)]
    return {
        key
        for owner, keys in found
        for key in keys
        if not (isinstance(owner, MainWindow) and NUMBERED.fullmatch(key))
    }


def shortcuts_in(shown: QWidget) -> list[QShortcut]:
    return shown.window().findChildren(QShortcut)


def listed_keys() -> set[str]:
    return {QKeySequence(key).toString() for group in GROUPS for line in group.keys for key in line.each()}


def bound_keys() -> set[str]:
    lines = [line for group in GROUPS for line in group.keys if not line.handled]
    return {QKeySequence(key).toString() for line in lines for key in line.each()}


class Shown:
    """Whether a screen is named, whole and in its place, in one look."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.wrong: list[str] = []
        self.seen: set[type] = set()
        self.keys: set[str] = set()

    def visit(self, name: str, shown: QWidget) -> None:
        self.keys.update(keys_of(shown))
        with standing_still(shown):
            self._look(name, shown)
        if self.look.size > 100:
            self.wrong.extend(f"{self.look} {name}: {what}" for what in under_notice(shown))

    def _look(self, name: str, shown: QWidget) -> None:
        self.seen.update(type(one) for one in (shown, *visible(shown, QWidget)) if one.isVisible())
        found = [*nameless(shown), *unreachable(shown), *unguarded(shown)]
        found += [
            *cut(shown),
            *half_numbers(shown),
            *narrow(shown),
            *pressed_flat(shown),
            *overlapping(shown),
            *needless(shown),
        ]
        found += iso_dates(shown) + larger_than(shown, *ROOM)
        if not isinstance(shown, EntryWindow):
            found += forgetful(shown)
        if self.look.size == 100:
            found += scrolling(shown) + crowded(shown)
        else:
            found += wrongly_sideways(shown)
        self.wrong.extend(f"{self.look} {name}: {what}" for what in found)

    def whole(self) -> list[str]:
        """What is wrong once every screen was visited."""
        missing = window_classes() - self.seen
        wrong = [f"{kind.__name__} is shown by no line of tests/helpers/screens" for kind in missing]
        told, bound = listed_keys(), bound_keys()
        wrong += [f"{key}: no line of hvacdesk/ui/shortcuts.py tells of it" for key in self.keys - told]
        wrong += [f"{key} of hvacdesk/ui/shortcuts.py: no window hears it" for key in bound - self.keys]
        return self.wrong + wrong


class Asked:
    """What else every screen is asked, what changes least first."""

    def __init__(self) -> None:
        self.enter: list[str] = []
        self.keyboard: list[str] = []
        self.wheel: list[str] = []
        self.menus: list[str] = []
        self.rows: list[str] = []
        self.sorting: list[str] = []
        self.boxes: set[str] = set()
        self._marked: set[tuple[object, ...]] = set()
        self._opened: set[str] = set()
        self.chosen_in: set[str] = set()
        self.lists = ListsSeen()

    def visit(self, name: str, shown: QWidget) -> None:
        spoken = misspoken(shown)
        enter = wrong_start(name, shown)
        visited = stops(shown)
        self.enter += [f"{name}: {what}" for what in enter + wrong_enter(shown, visited)]
        found = unmarked(visited, self._marked) + spoken
        if isinstance(shown, EntryWindow):
            found += jumping_back(stops(shown.content or shown))
        elif not isinstance(shown, MainWindow):
            found += jumping_back(visited)
        self.keyboard += [f"{name}: {what}" for what in found]
        if not isinstance(shown, EntryWindow):
            self._turn(name, shown)
            self._open_menus(name, shown)
            self._choose(name, shown)
            self.lists.visit(name, shown)

    def _turn(self, name: str, shown: QWidget) -> None:
        self.boxes.update(type(one).__name__ for one in answering(shown))
        self.wheel += [f"{name}: {what}" for what in turned(shown)]

    def _open_menus(self, name: str, shown: QWidget) -> None:
        for one in shown.findChildren(DataTable):
            if one.isVisible() and not one.rows():
                self.menus.append(f"{name}, {one.accessibleName()}: it is empty and says nothing")
            if one.isVisible() and one.rows() and one.accessibleName() not in self._opened:
                self._opened.add(one.accessibleName())
                self.menus += [f"{name}, {one.accessibleName()}: {what}" for what in missing(one)]

    def _choose(self, name: str, shown: QWidget) -> None:
        for table in shown.findChildren(DataTable):
            called = table.accessibleName()
            if table.isVisible() and len(table.rows()) > 1 and called not in self.chosen_in:
                self.chosen_in.add(called)
                self.rows += [f"{name}, {called}: {what}" for what in troubles(table)]
                self.sorting += [f"{name}, {called}: {what}" for what in missorted(table, IN_OTHER_WORDS)]


class Walks:
    """Each look's walk through every screen, made when a test first wants to know what it found."""

    def __init__(self, request: pytest.FixtureRequest, office: Path, folder: Path) -> None:
        self._request, self._office, self._folder = request, office, folder
        self._found: dict[Look, tuple[Shown, Asked]] = {}
        self._begun: set[Look] = set()

    def through(self, look: Look, qtbot: QtBot) -> tuple[Shown, Asked]:
        """What the walk in this look found."""
        if look not in self._found:
            assert look not in self._begun, "its walk broke off in an earlier test, which says why"
            self._begun.add(look)
            self._found[look] = self._walk(look, qtbot)
        return self._found[look]

    def _walk(self, look: Look, qtbot: QtBot) -> tuple[Shown, Asked]:
        whole, asked = Shown(look), Asked()
        photograph = photographer(self._request, look, qtbot)

        def visit(name: str, shown: QWidget) -> None:
            photograph(name, shown)
            whole.visit(name, shown)
            if look is LOOKS[0]:
                asked.visit(name, shown)

        for who in dict.fromkeys(screen.who for screen in SCREENS):
            with open_stage(self._office, self._folder / str(look) / who.value, qtbot, who) as stage:
                stage.use(look)
                walk(stage, visit)
                with stage.office._workplace.reading() as session:
                    asked.lists.check(partial(customer_store.there, session))
        walk_entry(qtbot, self._folder / "nowhere", look, visit)
        return whole, asked


@pytest.fixture(scope="module")
def walks(request: pytest.FixtureRequest, office: Path, tmp_path_factory: pytest.TempPathFactory) -> Walks:
    return Walks(request, office, tmp_path_factory.mktemp("walks"))


@pytest.fixture
def asked(walks: Walks, qtbot: QtBot) -> Asked:
    return walks.through(LOOKS[0], qtbot)[1]


def fail_with(wrong: list[str]) -> None:
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_screen_is_named_and_whole(walks: Walks, qtbot: QtBot, look: Look) -> None:
    fail_with(walks.through(look, qtbot)[0].whole())


def test_the_keyboard_is_seen_and_goes_from_the_top_to_the_foot(asked: Asked) -> None:
    fail_with(asked.keyboard)


def test_enter_presses_what_has_the_keyboard(asked: Asked) -> None:
    fail_with(asked.enter)


def test_the_wheel_changes_no_answer_on_any_screen(asked: Asked) -> None:
    assert {"QComboBox", "NumberField"} <= asked.boxes
    fail_with(asked.wheel)


def test_every_table_has_a_menu_with_what_its_page_can_do(asked: Asked) -> None:
    fail_with(asked.menus)


def test_every_list_that_can_be_printed_says_whom_it_names(asked: Asked) -> None:
    fail_with(list(asked.lists.whole()))


def test_every_table_sorts_as_it_shows(asked: Asked) -> None:
    fail_with(asked.sorting)


def test_every_table_chooses_records(asked: Asked) -> None:
    fail_with(asked.rows)
    assert len(asked.chosen_in) >= LEAST_TABLES
