"""Pictures of windows that are small enough to be shipped: scaled down, and in at most 256 colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QLabel, QWidget

from hvacdesk.ui.tour.hands import Camera, calm
from hvacdesk.ui.widgets.data_table import DataTable

WIDEST = 1100
COLOURS = 256
EXACT = 160
"""So many colours are kept as they are: grounds and lines must not change, letters' edges may a little."""

_COARSE = 0xF0F0F0
"""Colours that differ in the lower bits alone are taken for one, so that rare ones get their place too."""


class HelpCamera(Camera):
    """Photographs into ``FOLDER/LANGUAGE/NAME.png``, as the help's pages name their pictures.

    Args:
        called: texts of this computer, and the text that replaces each in a picture.
    """

    def __init__(self, folder: Path, called: Mapping[str, str] | None = None) -> None:
        super().__init__(folder)
        self._called = called or {}

    def place(self, name: str) -> Path:
        folder = self._folder / self.language
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{name.replace('-', '_')}.png"

    def photograph(self, window: QWidget, name: str) -> None:
        calm()
        for shown in (window, *window.findChildren(QWidget)):
            if isinstance(shown, QLabel) and (text := self._renamed(shown.text())) != shown.text():
                shown.setText(text)
            elif isinstance(shown, DataTable):
                self._rename_rows(shown)
        super().photograph(window, name)

    def _rename_rows(self, table: DataTable) -> None:
        rows = tuple(map(self._renamed_row, table.unsorted))
        if rows != tuple(table.unsorted):
            table.set_rows(rows)

    def _renamed(self, text: str) -> str:
        for here, there in self._called.items():
            text = text.replace(here, there)
        return text

    def _renamed_row(self, row: object) -> object:
        """A table's row with its texts renamed; other things than plain records stay as they are."""
        if not is_dataclass(row) or isinstance(row, type):
            return row
        texts = {field.name: getattr(row, field.name) for field in fields(row)}
        new = {key: self._renamed(text) for key, text in texts.items() if isinstance(text, str)}
        changed = {key: text for key, text in new.items() if text != texts[key]}
        return replace(row, **changed) if changed else row

    def save(self, window: QWidget, path: Path) -> bool:
        writer = QImageWriter(str(path))
        writer.setCompression(100)
        return writer.write(reduced(window.grab().toImage()))


def reduced(image: QImage) -> QImage:
    """The picture no wider than :data:`WIDEST`, in the colours that it has most of."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(1.0)
    if plain.width() > WIDEST:
        plain = plain.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, palette_of(plain), flags)


def palette_of(image: QImage) -> list[int]:
    """The commonest colours as they are, and of the others one for each group of similar ones."""
    counts = Counter(memoryview(image.constBits()).cast("I")).most_common()
    kept = [colour for colour, _count in counts[:EXACT]]
    groups: dict[int, tuple[int, int]] = {}
    for colour, count in counts[EXACT:]:
        best, whole = groups.get(colour & _COARSE, (colour, 0))
        groups[colour & _COARSE] = (best, whole + count)
    largest = sorted(groups.values(), key=lambda group: group[1], reverse=True)
    kept += [colour for colour, _count in largest[: COLOURS - EXACT]]
    return [colour | 0xFF000000 for colour in kept]
