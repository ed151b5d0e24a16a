"""Parts that several papers share: section heads, labelled values, paragraphs, rows, blanks to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter

SECTION_GAP = 7.0
_WHOLE_ROW = 4
"""Rows of up to so many lines are never divided between pages."""


def section(setter: Typesetter, title: str, *, left: float = LEFT, right: float = RIGHT) -> Band:
    """A section's title over a rule; it stays with what follows."""
    lines = setter.fit(title, right - left, (11.5, 9), bold=True)
    height = sum(line.height for line in lines) + 3.5

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.column(left, top, lines)
        sheet.rule(left, right, top - height + 2, weight=0.9)

    return Band(height, draw, gap=SECTION_GAP, keep=True)


def together(bands: Sequence[Band]) -> list[Band]:
    """The same bands, kept on one page if it can hold them."""
    last = len(bands) - 1
    return [replace(band, keep=True) if index < last else band for index, band in enumerate(bands)]


def paragraph(
    lines: Sequence[PrintedLine], *, left: float = LEFT, gap: float = 0.0, keep: bool = False
) -> list[Band]:
    """Lines under one another; long ones may be divided between pages."""

    def draw(line: PrintedLine, sheet: Sheet, top: float, height: float) -> None:
        sheet.middle(left, top, height, line)

    bands = [
        Band(line.height, partial(draw, line), gap=0 if index else gap) for index, line in enumerate(lines)
    ]
    return together(bands) if len(bands) <= _WHOLE_ROW or keep else bands


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: ``ticked`` puts a tick box before it, ``write_to`` ends a line to write on."""

    left: float
    lines: Sequence[PrintedLine]
    ticked: bool | None = None
    write_to: float = 0.0

    def draw(self, sheet: Sheet, top: float, first: int, last: int, pad: float) -> None:
        """Draw the lines numbered ``first`` to ``last`` (excluded) from a top edge downwards."""
        y = top - pad
        for index, line in enumerate(self.lines[first:last], first):
            if index == 0 and self.ticked is not None:
                sheet.tick_box(self.left - TICK_WIDTH, y - line.height / 2, TICK_SIZE, ticked=self.ticked)
            end = sheet.middle(self.left, y, line.height, line)
            if self.write_to and index == len(self.lines) - 1:
                sheet.rule(end + 3, self.write_to, y - line.height + 1.5, grey=MUTED)
            y -= line.height

    def height(self, first: int, last: int) -> float:
        return sum(line.height for line in self.lines[first:last])


TICK_SIZE = 11.5
TICK_WIDTH = 17.0
"""From the left edge of a tick box to its words."""


def row(
    cells: Sequence[Cell], *, pad: float = 4.0, rule: bool = False, repeat: Band | None = None
) -> list[Band]:
    """Cells side by side. A row that is too tall for comfort is divided line by line."""
    count = max((len(cell.lines) for cell in cells), default=0)
    steps = [(0, count)] if count <= _WHOLE_ROW else [(index, index + 1) for index in range(count)]
    bands: list[Band] = []
    for first, last in steps:
        above, below = (pad if first == 0 else 0.0), (pad if last == count else 0.0)

        def draw(first: int, last: int, above: float, sheet: Sheet, top: float, height: float) -> None:
            for cell in cells:
                cell.draw(sheet, top, first, last, above)
            if rule and last == count:
                sheet.rule(LEFT, RIGHT, top - height, weight=0.35, grey=MUTED)

        height = max(cell.height(first, last) for cell in cells) + above + below
        bands.append(Band(height, partial(draw, first, last, above), repeat=repeat))
    return bands


def pairs(
    setter: Typesetter,
    values: Sequence[tuple[str, str]],
    *,
    left: float = LEFT,
    width: float = BODY,
    size: float = 10.0,
) -> list[Band]:
    """Labels and values that follow one another along the line; long values get lines of their own."""
    bands: list[Band] = []
    placed: list[tuple[float, PrintedLine]] = []
    x = 0.0

    def close() -> None:
        nonlocal placed, x
        if placed:
            bands.append(_along(left, tuple(placed), size * 1.5))
        placed, x = [], 0.0

    for label, value in values:
        name = PrintedLine(setter.clean(label), size - 1.5, grey=MUTED)
        indent = setter.width(name.text, name.size) + 5
        lines = setter.wrap(value, width - indent, size)
        if not lines:
            continue
        natural = indent + max(setter.width(line.text, size) for line in lines)
        if len(lines) > 1 or x + natural > width:
            close()
        placed += [(x, name), (x + indent, lines[0])]
        x += natural + 16
        for line in lines[1:]:
            close()
            placed = [(indent, line)]
            x = width
    close()
    return bands


def _along(left: float, placed: Sequence[tuple[float, PrintedLine]], height: float) -> Band:
    def draw(sheet: Sheet, top: float, height: float) -> None:
        for x, line in placed:
            sheet.middle(left + x, top, height, line)

    return Band(height, draw)


def listed(setter: Typesetter, values: Sequence[tuple[str, str]], *, size: float = 10.0) -> list[Band]:
    """Labels under one another and their values beside them, aligned."""
    names = [PrintedLine(setter.clean(label), size - 1, grey=MUTED) for label, _ in values]
    indent = max(setter.width(name.text, name.size) for name in names) + 12
    bands: list[Band] = []
    for name, (_, value) in zip(names, values, strict=True):
        lines = setter.wrap(value, BODY - indent, size)
        bands += row([Cell(LEFT, [name]), Cell(LEFT + indent, lines)], pad=1.5)
    return bands


@dataclass(frozen=True, slots=True)
class Blank:
    """A field to fill in by hand: a name, then one line per part, each between a prefix and a unit."""

    name: str
    parts: Sequence[tuple[str, str]]
    left: float
    right: float


def blanks(setter: Typesetter, fields: Sequence[Blank], *, height: float = 24.0) -> Band:
    """Fields to fill in, side by side. The lines share what the words leave, so any language fits."""
    drawn = [_layout(setter, field) for field in fields]

    def draw(sheet: Sheet, top: float, height: float) -> None:
        base = top - height + 5.5
        for texts, lines in drawn:
            for x, line in texts:
                sheet.text(x, base, line)
            for start, end in lines:
                sheet.rule(start, end, base - 2)

    return Band(height, draw)


_Layout = tuple[list[tuple[float, PrintedLine]], list[tuple[float, float]]]


def _layout(setter: Typesetter, field: Blank) -> _Layout:
    size = 10.0
    while True:
        texts, lines, shortest = _attempt(setter, field, size)
        if shortest >= 26 or size <= 6:
            return texts, lines
        size -= 0.5


def _attempt(
    setter: Typesetter, field: Blank, size: float
) -> tuple[list[tuple[float, PrintedLine]], list[tuple[float, float]], float]:
    small = size - 1.5
    name = PrintedLine(setter.clean(field.name), size)
    parts = [(setter.clean(prefix), setter.clean(unit)) for prefix, unit in field.parts]
    words = setter.width(name.text, size) + 6
    for prefix, unit in parts:
        words += setter.width(prefix, small) + setter.width(unit, small) + (3 if prefix else 0) + 3 + 7
    blank = (field.right - field.left - words) / len(parts)
    x = field.left + setter.width(name.text, size) + 6
    texts, lines = [(field.left, name)], []
    for prefix, unit in parts:
        if prefix:
            texts.append((x, PrintedLine(prefix, small, grey=MUTED)))
            x += setter.width(prefix, small) + 3
        lines.append((x, x + blank))
        x += blank + 3
        texts.append((x, PrintedLine(unit, small, grey=MUTED)))
        x += setter.width(unit, small) + 7
    return texts, lines, blank


def tick_rows(
    setter: Typesetter, words: Sequence[str], *, left: float = LEFT, width: float = BODY, size: float = 10.0
) -> list[Band]:
    """Boxes to tick with their words, as many to a line as fit."""
    rows: list[list[Cell]] = [[]]
    x = 0.0
    for word in words:
        lines = setter.fit(word, width - TICK_WIDTH, (size, 7))
        needed = TICK_WIDTH + max(setter.width(line.text, line.size) for line in lines) + 15
        if x + needed - 15 > width and rows[-1]:
            rows.append([])
            x = 0.0
        rows[-1].append(Cell(left + x + TICK_WIDTH, lines, ticked=False))
        x += needed
    return [band for cells in rows if cells for band in row(cells, pad=2.5)]
