"""Palettes, style sheet, icons and text sizes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTableView,
)
from pytestqt.qtbot import QtBot

from hvacdesk.resource_files import resource
from hvacdesk.ui import icons
from hvacdesk.ui import theme as theme_module
from hvacdesk.ui.fonts import FAMILY, base_font, load_fonts, metrics
from hvacdesk.ui.palette import DARK, LIGHT, Palette
from hvacdesk.ui.style import style_sheet
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.table_painter import ROW_HEIGHT, TablePainter
from hvacdesk.ui.widgets.text import label
from tests.helpers.contrasts import contrast, edge_pairs, text_pairs

PALETTES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
UI = Path(__file__).parents[3] / "hvacdesk" / "ui"


def test_contrast_is_the_ratio_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@PALETTES
def test_every_text_stands_out_from_its_ground(colours: Palette) -> None:
    pairs = text_pairs(colours)
    assert len(pairs) > 30
    faint = {
        where: round(contrast(ink, ground), 2) for ink, ground, where in pairs if contrast(ink, ground) < 4.5
    }
    assert not faint


def test_the_program_is_drawn_alike_on_every_desktop(tmp_path: Path) -> None:
    shown = (
        "import sys\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from hvacdesk.app import application\n"
        "print(application(Path(sys.argv[1]), lambda: datetime.now(UTC)).style().name())\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", shown, str(tmp_path)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "QT_STYLE_OVERRIDE": "windows"},
    )
    assert told.stdout.split() == ["fusion"]


@PALETTES
def test_the_style_sheet_uses_colours_of_its_palette_only(colours: Palette) -> None:
    used = set(re.findall(r"#[0-9a-f]{6}", style_sheet(colours, round)))
    assert used
    assert used <= set(vars(colours).values())


@PALETTES
def test_the_controls_pictures_have_the_palettes_colours(colours: Palette) -> None:
    tint = "light" if colours is LIGHT else "dark"
    for name, wanted in (("down", colours.muted), ("up", colours.muted), ("check", colours.on_primary)):
        assert wanted in resource("icons", "controls", f"{name}-{tint}.svg").read_text(encoding="utf-8")


def test_every_icon_that_the_windows_name_is_there() -> None:
    named = set()
    for module in UI.rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        named |= set(re.findall(r'icon="([a-z0-9-]+)"', text))
        named |= set(re.findall(r'(?:pixmap|icon|EmptyState|tinted)\(\s*"([a-z0-9-]+)"', text))
    assert len(named) > 10
    missing = {name for name in named if not resource("icons", f"{name}.svg").is_file()}
    assert not missing


def test_an_icon_takes_the_tint_of_the_palette_in_force(qapp: QApplication) -> None:
    icon = icons.icon("lock", "primary")
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.apply(qapp, scheme)
        picture = icon.pixmap(QSize(24, 24)).toImage()
        inks = {
            picture.pixelColor(x, y).name()
            for x in range(24)
            for y in range(24)
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert theme.colours.primary in inks
    theme.apply(qapp, Scheme.LIGHT)


def test_a_missing_icon_is_noticed_at_once(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_the_bundled_family_is_used(qapp: QApplication) -> None:
    assert load_fonts()
    assert base_font(14).families()[0] == FAMILY


def test_the_text_size_reaches_every_length(qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT, 2.0)
    try:
        assert theme.px(14) == 28
        assert qapp.font().pixelSize() == 28
        assert "font-size: 42px" in qapp.styleSheet()
    finally:
        theme.apply(qapp, Scheme.LIGHT, 1.0)


class _AppWithDesktopFonts:
    """The application as on Windows: with its first style sheet Qt takes the desktop's fonts anew.

    The classes are those that Qt's platform theme for Windows has a font of its own for.
    """

    CLASSES = (
        "QMenu",
        "QMenuBar",
        "QMessageBox",
        "QStatusBar",
        "QTipLabel",
        "QAbstractItemView",
        "QDockWidgetTitle",
        "QMdiSubWindowTitleBar",
    )

    def __init__(self, app: QApplication) -> None:
        self._app = app

    def __getattr__(self, name: str) -> object:
        return getattr(self._app, name)

    def setStyleSheet(self, sheet: str) -> None:  # Qt's name
        first = not self._app.styleSheet()
        self._app.setStyleSheet(sheet)
        if first:
            for name in self.CLASSES:
                QApplication.setFont(QFont("Tahoma", 8), name)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_kind_of_window_keeps_a_font_of_the_desktop(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    """The names at the login stayed tiny on Windows at a text size of 200 %."""
    qapp.setStyleSheet("")
    theme.apply(cast(QApplication, _AppWithDesktopFonts(qapp)), Scheme.LIGHT, scale)
    try:
        for name in _AppWithDesktopFonts.CLASSES:
            font = QApplication.font(name)
            assert (font.families()[0], font.pixelSize()) == (FAMILY, 14 * scale), name
        for kind in (QListView, QTableView, QHeaderView, QMenu, QMessageBox):
            made = kind(Qt.Orientation.Horizontal) if kind is QHeaderView else kind()
            qtbot.addWidget(made)
            made.ensurePolished()
            assert made.font().families()[0] == FAMILY, kind
            assert made.font().pixelSize() >= 12 * scale, kind
    finally:
        theme.apply(qapp, Scheme.LIGHT, 1.0)


def test_switching_tells_whoever_paints_by_hand(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, Scheme.DARK)
    assert theme.dark
    theme.apply(qapp, Scheme.LIGHT)
    assert not theme.dark


@pytest.mark.parametrize(
    ("scheme", "follows"), [(Scheme.SYSTEM, True), (Scheme.LIGHT, False)], ids=["as desktop", "own choice"]
)
def test_a_desktop_that_turns_dark_is_followed_at_once_unless_the_person_chose(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, scheme: Scheme, follows: bool
) -> None:
    """Windows can change by the time of the day, while the program is open."""
    monkeypatch.setattr(theme_module, "_desktop_is_dark", lambda: False)
    theme.apply(qapp, scheme, 1.25)
    monkeypatch.setattr(theme_module, "_desktop_is_dark", lambda: True)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.dark is follows
    assert theme.scale == 1.25
    theme.apply(qapp, Scheme.LIGHT)


@pytest.mark.parametrize(
    ("ground", "dark"),
    [(0x000000, True), (0xFFFFFF, False), (0x3B0000, True), (0xE8FFFF, False)],
    ids=["black", "white", "dark blue", "pale yellow"],
)
def test_a_contrast_theme_of_windows_is_followed_into_the_dark(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, ground: int, dark: bool
) -> None:
    """Somebody who needs a dark ground chose one; Qt says of such a theme neither light nor dark."""
    user32 = SimpleNamespace(GetSysColor={5: ground}.__getitem__)
    monkeypatch.setattr(theme_module.sys, "platform", "win32")
    monkeypatch.setattr(theme_module.ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    hints = SimpleNamespace(colorScheme=lambda: Qt.ColorScheme.Unknown)
    monkeypatch.setattr(theme_module.QGuiApplication, "styleHints", lambda: hints)
    assert theme_module._desktop_is_dark() is dark


def test_what_qt_knows_of_the_desktop_is_not_asked_of_windows(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_module.sys, "platform", "win32")
    monkeypatch.setattr(theme_module.ctypes, "windll", None, raising=False)
    for scheme, dark in ((Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)):
        hints = SimpleNamespace(colorScheme=lambda scheme=scheme: scheme)
        monkeypatch.setattr(theme_module.QGuiApplication, "styleHints", lambda hints=hints: hints)
        assert theme_module._desktop_is_dark() is dark


@PALETTES
def test_every_field_and_button_stands_out_from_its_ground(colours: Palette) -> None:
    """Three to one, as WCAG 2.2 asks of what shows where a control is (1.4.11)."""
    pairs = edge_pairs(colours)
    assert len(pairs) > 10
    faint = {
        where: round(contrast(line, ground), 2) for line, ground, where in pairs if contrast(line, ground) < 3
    }
    assert not faint


@PALETTES
def test_words_in_an_empty_field_are_as_dark_as_other_notes(
    qtbot: QtBot, qapp: QApplication, colours: Palette
) -> None:
    """Qt would take half of the text's colour: 3.1 to one."""
    theme.apply(qapp, Scheme.LIGHT if colours is LIGHT else Scheme.DARK)
    for kind in (QLineEdit, QPlainTextEdit):
        field = kind()
        qtbot.addWidget(field)
        field.ensurePolished()
        ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
        assert (ink.name(), ink.alpha()) == (colours.muted, 255)
    assert contrast(colours.muted, colours.surface) >= 4.5
    theme.apply(qapp, Scheme.LIGHT)


def test_a_picture_that_points_on_stands_after_the_words(qtbot: QtBot) -> None:
    for icon, after in (("chevron-right", True), ("arrow-right", True), ("chevron-left", False)):
        made = button("Day", icon=icon)
        qtbot.addWidget(made)
        assert (made.layoutDirection() == Qt.LayoutDirection.RightToLeft) is after, icon


def test_titles_keep_the_tails_of_their_letters(qtbot: QtBot) -> None:
    """With hinting the tail of a p ended a fifth too early at the size of a title."""
    heading = label("p", "title")
    qtbot.addWidget(heading)
    heading.ensurePolished()
    assert heading.font().hintingPreference() is QFont.HintingPreference.PreferNoHinting
    whole = QFontMetricsF(heading.font()).tightBoundingRect("p").bottom()
    assert whole >= 0.1 * heading.font().pixelSize()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("title", ["Today", "Customers", "Day off"])
def test_no_word_of_a_pages_title_is_broken_beside_a_long_button(
    qtbot: QtBot, scale: float, title: str
) -> None:
    app = cast(QApplication, QApplication.instance())
    theme.apply(app, Scheme.LIGHT, scale)
    page = Page(title)
    qtbot.addWidget(page)
    page.set_primary("Print the day's work orders", "printer", page.refresh)
    page.resize(page.minimumSizeHint())
    page.show()
    word = max(title.split(), key=len)
    room = page.title_label.width()
    needed = page.title_label.fontMetrics().horizontalAdvance(word)
    theme.apply(app, Scheme.LIGHT, 1.0)
    assert room >= needed


def test_where_two_scroll_bars_meet_nothing_is_drawn(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Scheme.LIGHT)
    text = QPlainTextEdit("x" * 500 + "\n" * 500)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.resize(200, 150)
    qtbot.addWidget(text)
    text.show()
    qtbot.waitUntil(lambda: text.verticalScrollBar().isVisible() and text.horizontalScrollBar().isVisible())
    across, down = text.horizontalScrollBar(), text.verticalScrollBar()
    picture = text.grab().toImage()
    left = across.mapTo(text, across.rect().topRight()).x() + 1
    top = down.mapTo(text, down.rect().bottomLeft()).y() + 1
    corner = {picture.pixelColor(left + x, top + y).name() for x in range(10) for y in range(10)}
    assert corner == {theme.colours.surface}


def test_the_room_beside_things_grows_less_than_the_text(qapp: QApplication) -> None:
    """On a small screen with the largest text a page had room for no row of its list."""
    try:
        theme.apply(qapp, Scheme.LIGHT, 2.0)
        assert (theme.px(24), theme.gap(24), theme.large) == (48, 30, True)
        assert TablePainter.row_height() < theme.px(ROW_HEIGHT)
        assert TablePainter.row_height() >= metrics(theme.px(14)).height() * 3 // 2
        theme.apply(qapp, Scheme.LIGHT, 1.0)
        assert (theme.gap(24), TablePainter.row_height(), theme.large) == (24, ROW_HEIGHT, False)
    finally:
        theme.apply(qapp)
