"""Fonts of printed papers: which glyphs exist, how wide they are, and what replaces missing ones.

Papers are set in BIZ UDPGothic. It covers JIS X 0213, but not every form that people write in their names:
𠮷 is missing. Such characters come from a second embedded font, Noto Sans JP reduced to the 5,257 characters
that the first one lacks. A character that neither has (emoji, other scripts, control codes) is printed as
:data:`GETA`, the printers' mark for a missing sort, and the page says what the mark means; the stored text
keeps the original.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from hvacdesk.resource_files import resource

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

GETA = "〓"

REGULAR, BOLD, RARE = "BIZUDPGothic-Regular", "BIZUDPGothic-Bold", "NotoSansJPRare-Medium"
_COMBINED = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")
_BEYOND_BMP = re.compile("<([0-9A-F]{5,6})>")
_lock = threading.Lock()


def _is_variation_selector(code: int) -> bool:
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


def _without_glyph(char: str) -> str:
    """What is printed for a character that no font has.

    Invisible characters (variation selectors, joiners, direction marks) are dropped: printing them as a mark
    would add what the reader of the screen does not see.
    """
    if _is_variation_selector(ord(char)) or unicodedata.category(char) == "Cf":
        return ""
    return " " if char.isspace() else GETA


class Fonts:
    """The embedded fonts of one process, and the measure of text set in them."""

    def __init__(self, regular: TTFont, bold: TTFont, rare: TTFont) -> None:
        self._by_weight = {False: regular, True: bold}
        self._rare = rare
        self._main_codes = frozenset(regular.face.charToGlyph) & frozenset(bold.face.charToGlyph)
        rare_codes = frozenset(rare.face.charToGlyph) - self._main_codes
        self._main = self._printing(self._main_codes)
        self._all = self._main | self._printing(rare_codes)
        self._alone = frozenset(char for char in self._all if unicodedata.category(char) != "Mn")

    @staticmethod
    def _printing(codes: frozenset[int]) -> frozenset[str]:
        chars = (chr(code) for code in codes if not _is_variation_selector(code))
        return frozenset(char for char in chars if unicodedata.category(char) not in {"Cc", "Cf", "Cs"})

    def printable(self, text: str) -> tuple[str, bool]:
        """One line of text with a glyph for every character, and whether :data:`GETA` replaced any.

        A letter and its combining mark, as some systems write が, are joined. Nothing else is normalised,
        so that customers' own forms of kanji stay.
        """
        if self._alone.issuperset(text):
            return text, False
        joined = _COMBINED.sub(lambda pair: unicodedata.normalize("NFC", pair[0]), text)
        out = [char if char in self._all else _without_glyph(char) for char in joined]
        replaced = any(new == GETA != old for new, old in zip(out, joined, strict=True))
        return "".join(out), replaced

    def em_width(self, text: str, *, bold: bool) -> float:
        """The width of printable text at size 1."""
        width = self._by_weight[bold].face.charWidths.get
        rare = self._rare.face.charWidths
        total = 0.0
        for code in map(ord, text):
            advance = width(code)
            total += advance if advance is not None else rare[code]
        return total / 1000

    def runs(self, text: str, *, bold: bool) -> list[tuple[str, str]]:
        """The text cut where the font changes: font name and piece."""
        name: str = self._by_weight[bold].fontName
        if self._main.issuperset(text):
            return [(name, text)]
        rare: str = self._rare.fontName
        pieces: list[tuple[str, str]] = []
        for char in text:
            font = name if char in self._main else rare
            if pieces and pieces[-1][0] == font:
                pieces[-1] = (font, pieces[-1][1] + char)
            else:
                pieces.append((font, char))
        return pieces


def _registered(name: str) -> TTFont:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont as EmbeddedFont

    class SearchableFont(EmbeddedFont):  # type: ignore[misc]
        """ReportLab writes a code above U+FFFF as five digits, which readers of the PDF cannot search."""

        def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
            super().addObjects(doc)
            for key, stream in doc.idToObject.items():
                if key.startswith("toUnicodeCMap:"):
                    stream.content = _BEYOND_BMP.sub(_surrogates, stream.content)

    font = SearchableFont(name, str(resource("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font


def _surrogates(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def _load() -> Fonts:
    return Fonts(_registered(REGULAR), _registered(BOLD), _registered(RARE))


def load_fonts() -> Fonts:
    """The fonts, read from disk at the first call. Safe to call from several threads."""
    with _lock:
        return _load()
