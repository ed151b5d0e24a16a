"""Sheets of address labels, and by how much a printer misses them.

The sheets are data, see :func:`parse_sheets`: nobody here has measured every pack that is sold.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hvacdesk.domain.text.input_checks import check_range

FORMAT = 1
"""The form of the text that this program understands."""

A4_WIDTH_MM, A4_HEIGHT_MM = 210.0, 297.0
MOST_SHIFTED_MM = 5.0
"""As much as stays blank at a label's edge: moved further, an address would leave its label."""

_KEYS = frozenset({"format", "as_of", "sheet"})
_SHEET_KEYS = frozenset({"key", "columns", "rows", "width", "height", "source"})


@dataclass(frozen=True)
class LabelShift:
    """How far everything is moved on a sheet to meet its labels, in millimetres; negative is left or up."""

    right: float = 0.0
    down: float = 0.0

    def checked(self) -> LabelShift:
        """Itself. Raises :class:`OutOfRange` where an address would leave its label."""
        for name, value in (("right", self.right), ("down", self.down)):
            check_range(name, value, -MOST_SHIFTED_MM, MOST_SHIFTED_MM)
        return self


NOT_SHIFTED = LabelShift()


@dataclass(frozen=True)
class PrinterShifts:
    """What each printer needs to meet one kind of sheet.

    Attributes:
        chosen: the printer that ``shift`` was typed for; empty for the system's usual one.
        remembered: of the printers by name, and of the usual one by the empty name.
    """

    chosen: str
    shift: LabelShift
    remembered: Mapping[str, LabelShift]

    def of(self, printer: str, usual: str) -> LabelShift:
        """What a printer needs. ``usual`` is the system's usual one, empty if it has none."""
        if printer == (self.chosen or usual):
            return self.shift
        if printer == usual:
            return self.remembered.get(printer, self.remembered.get("", NOT_SHIFTED))
        return self.remembered.get(printer, NOT_SHIFTED)


@dataclass(frozen=True)
class LabelSheet:
    """An A4 sheet of labels: a grid without gaps in the middle of the sheet, as they are sold in Japan.

    Attributes:
        width, height: of one label, in millimetres.
        source: where its measures are from.
    """

    columns: int
    rows: int
    width: float
    height: float
    source: str = ""

    @property
    def count(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    def corner(self, position: int, shift: LabelShift = NOT_SHIFTED) -> tuple[float, float]:
        """Left and upper edge of a label in millimetres from the sheet's; counted from 0, row by row."""
        row, column = divmod(position, self.columns)
        left = (A4_WIDTH_MM - self.columns * self.width) / 2
        top = (A4_HEIGHT_MM - self.rows * self.height) / 2
        return left + column * self.width + shift.right, top + row * self.height + shift.down


def parse_sheets(text_toml: str) -> Mapping[str, LabelSheet]:
    """The sheets in a TOML text, by their keys and in its order.

    Raises :class:`ValueError` for any other form and for a sheet that does not fit within A4: the text is
    shipped and must fit.
    """
    document = tomllib.loads(text_toml)
    if set(document) != _KEYS or document["format"] != FORMAT:
        raise ValueError("not a list of label sheets")
    sheets = {entry["key"]: _sheet(entry) for entry in document["sheet"]}
    if len(sheets) != len(document["sheet"]):
        raise ValueError("two label sheets of one key")
    return sheets


def _sheet(entry: dict[str, Any]) -> LabelSheet:
    if set(entry) != _SHEET_KEYS:
        raise ValueError("not a label sheet")
    sheet = LabelSheet(
        entry["columns"], entry["rows"], float(entry["width"]), float(entry["height"]), entry["source"]
    )
    if min(sheet.count, sheet.width, sheet.height) <= 0 or min(sheet.corner(0)) < 0:
        raise ValueError("a label sheet does not lie within A4")
    return sheet
