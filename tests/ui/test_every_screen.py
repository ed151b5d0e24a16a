"""Every screen, in both languages, light and dark, with small and large text: named, whole, and in its place.

``--screens FOLDER`` leaves a picture of each, to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.printing.pages_view import PagesView
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.shortcuts import GROUPS
from hvacdesk.ui.theme import Scheme
from tests.helpers.dates_shown import iso_dates
from tests.helpers.fitting import (
    crowded,
    cut,
    larger_than,
    narrow,
    needless,
    overlapping,
    pressed_flat,
    scrolling,
)
from tests.helpers.keyboard import jumping_back, unmarked
from tests.helpers.naming import forgetful, nameless, unguarded, unreachable
from tests.helpers.screens.classes import window_classes
from tests.helpers.screens.desk import SCREENS
from tests.helpers.screens.sideways import wrongly_sideways
from tests.helpers.screens.stage import ROOM, Look, build_sample_office, open_stage
from tests.helpers.screens.walking import Visit, walk, walk_entry
from tests.helpers.secret_service import SecretService
from tests.helpers.spoken import misspoken

LOOKS = (
    Look("ja", Scheme.LIGHT, 100),
    Look("en", Scheme.DARK, 100),
    Look("ja", Scheme.DARK, 200),
    Look("en", Scheme.LIGHT, 200),
)
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


def photographer(request: pytest.FixtureRequest, look: Look) -> Visit:
    folder = request.config.getoption("--screens")
    if not folder:
        return lambda _name, _shown: None
    place = Path(folder) / str(look)
    place.mkdir(parents=True, exist_ok=True)
    qtbot: QtBot = request.getfixturevalue("qtbot")

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


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_screen_is_named_and_whole(
    request: pytest.FixtureRequest, office: Path, tmp_path: Path, qtbot: QtBot, look: Look
) -> None:
    wrong: list[str] = []
    seen: set[type] = set()
    keys: set[str] = set()
    photograph = photographer(request, look)

    def visit(name: str, shown: QWidget) -> None:
        photograph(name, shown)
        keys.update(keys_of(shown))
        seen.update(type(one) for one in (shown, *shown.findChildren(QWidget)) if one.isVisible())
        found = [*nameless(shown), *unreachable(shown), *unguarded(shown)]
        found += [*cut(shown), *narrow(shown), *pressed_flat(shown), *overlapping(shown), *needless(shown)]
        found += iso_dates(shown) + larger_than(shown, *ROOM)
        if not isinstance(shown, EntryWindow):
            found += forgetful(shown)
        if look.size == 100:
            found += scrolling(shown) + crowded(shown)
        else:
            found += wrongly_sideways(shown)
        wrong.extend(f"{look} {name}: {what}" for what in found)

    for who in dict.fromkeys(screen.who for screen in SCREENS):
        with open_stage(office, tmp_path / who.value, qtbot, who) as stage:
            stage.use(look)
            walk(stage, visit)
    walk_entry(qtbot, tmp_path / "nowhere", look, visit)
    missing = window_classes() - seen
    wrong += [f"{kind.__name__} is shown by no line of tests/helpers/screens" for kind in missing]
    wrong += [f"{key}: no line of hvacdesk/ui/shortcuts.py tells of it" for key in keys - listed_keys()]
    wrong += [f"{key} of hvacdesk/ui/shortcuts.py: no window hears it" for key in bound_keys() - keys]
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


def test_the_keyboard_is_seen_and_goes_from_the_top_to_the_foot(
    office: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong: list[str] = []
    known: set[tuple[object, ...]] = set()

    def visit(name: str, shown: QWidget) -> None:
        found = unmarked(shown, known) + misspoken(shown)
        if not isinstance(shown, MainWindow):
            found += jumping_back(shown.content if isinstance(shown, EntryWindow) else shown)
        wrong.extend(f"{name}: {what}" for what in found)

    look = Look("en", Scheme.LIGHT, 100)
    for who in dict.fromkeys(screen.who for screen in SCREENS):
        with open_stage(office, tmp_path / who.value, qtbot, who) as stage:
            stage.use(look)
            walk(stage, visit)
    walk_entry(qtbot, tmp_path / "nowhere", look, visit)
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)
