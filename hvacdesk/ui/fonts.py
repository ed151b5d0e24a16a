"""The bundled Japanese family, BIZ UDPGothic (OFL), with tabular figures for tables."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from hvacdesk.resource_files import resource

FAMILY = "BIZ UDPGothic"
RARE = "Noto Sans JP Rare"
"""Kanji of names that the family lacks, such as 𠮷 and 﨑."""

_FILES = ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf", "NotoSansJPRare-Medium.ttf")


@cache
def load_fonts() -> bool:
    """Make the family known to Qt once; false when its files are missing and the desktop's font must do."""
    loaded = [QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in _FILES]
    return all(number >= 0 for number in loaded)


def base_font(pixels: int, *, bold: bool = False) -> QFont:
    """The family at a height in pixels."""
    load_fonts()
    font = QFont()
    font.setFamilies([FAMILY, "BIZ UDPゴシック", RARE, font.defaultFamily()])
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # it cuts g, p and y short
    font.setBold(bold)
    return font


def figures_font(pixels: int) -> QFont:
    """The same, with figures of one width, so that numbers line up in a column."""
    font = base_font(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def metrics(pixels: int, *, bold: bool = False, figures: bool = False) -> QFontMetrics:
    """The measures of these fonts, made once: tables ask for them for each cell and title."""
    return QFontMetrics(figures_font(pixels) if figures else base_font(pixels, bold=bold))
