"""What estimates and invoices share: the table of lines, the sums under it, the sum asked in a frame."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import accumulate

from hvacdesk.documents.kit.amounts import figures, money
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import together
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter

PAD = 5.0
"""Points between a column's edge and its words."""

ROW = 19.0
"""Height in points of a row whose words need one line."""

SMALL = 9.0
"""Type in points of a column that holds a day, a number or a sum in little room."""

_HEAD = 17.0
_GRID = 0.35
_HEAVY = 0.9


class Align(Enum):
    """Where a column's texts are: words wrap at the left, the others keep one line."""

    WORDS = "words"
    MIDDLE = "middle"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: ``share`` of the table's width; ``size`` the largest type in points."""

    title: str
    share: float
    align: Align = Align.FIGURES
    size: float = 10.0


@dataclass(frozen=True, slots=True)
class GridPlan:
    """Which columns a table has and where it is; :meth:`grid` lays it out once for each document."""

    columns: tuple[GridColumn, ...]
    left: float = LEFT
    width: float = BODY

    def grid(self, setter: Typesetter) -> Grid:
        """The table as this typesetter sets it."""
        return setter.once(self)

    def __call__(self, setter: Typesetter) -> Grid:
        return Grid(setter, self.columns, left=self.left, width=self.width)


@dataclass(frozen=True, slots=True)
class SumRow:
    """One of the sums under a table; the last one is bold as a rule."""

    name: str
    amount: int
    bold: bool = False


class Grid:
    """A table with lines around every cell, as papers of money have it."""

    def __init__(
        self, setter: Typesetter, columns: Sequence[GridColumn], *, left: float = LEFT, width: float = BODY
    ) -> None:
        self._setter = setter
        self._columns = columns
        self._head: Band | None = None
        shares = list(accumulate((column.share for column in columns), initial=0.0))
        self.edges = tuple(left + width * share / shares[-1] for share in shares)

    def width(self, at: int) -> float:
        """Room in points for the words of a column."""
        return self.edges[at + 1] - self.edges[at] - 2 * PAD

    def head(self) -> Band:
        """The columns' titles between heavy rules."""
        if self._head is None:
            self._head = self._made_head()
        return self._head

    def _made_head(self) -> Band:
        titles = [
            self._setter.one_line(column.title, self.width(at), 9, grey=MUTED)
            for at, column in enumerate(self._columns)
        ]

        placed = [(self.start(at, line), line) for at, line in enumerate(titles)]

        def draw(sheet: Sheet, top: float, height: float) -> None:
            sheet.rule(self.edges[0], self.edges[-1], top, weight=_HEAVY)
            for x, line in placed:
                sheet.middle(x, top, height, line)
            sheet.cells(self.edges, top, top - height, weight=_GRID, below=_HEAVY)

        return Band(_HEAD, draw)

    def rows(self, rows: Sequence[Sequence[str]], total: Sequence[str] = ()) -> list[Band]:
        """Rows whose figures are all of one size, and a bold one with their total under them.

        A large sum among smaller figures must not look like the least of them.
        """
        size = min(self.figure_size(rows), self.figure_size([total], bold=True))
        totals = [self.row(total, bold=True, size=size)] if total else []
        return [*(self.row(texts, size=size) for texts in rows), *totals]

    def figure_size(self, rows: Sequence[Sequence[str]], *, bold: bool = False) -> float:
        """The largest type in points in which all figures of these rows fit into their columns."""
        sizes = (
            self._fitted(at, text, bold=bold)[0].size
            for texts in rows
            for at, text in enumerate(texts)
            if text and self._columns[at].align is Align.FIGURES
        )
        return min(sizes, default=math.inf)

    def row(self, texts: Sequence[str], *, bold: bool = False, size: float = math.inf) -> Band:
        """A row with one text for each column; without texts it is an empty one.

        Args:
            size: type in points of all figures in the table; without it those of this row are of one size.
        """
        size = min(size, self.figure_size([texts], bold=bold))
        cells = [(at, self._fitted(at, text, bold=bold, size=size)) for at, text in enumerate(texts) if text]
        single = [(self.start(at, cell[0]), cell[0]) for at, cell in cells if len(cell) == 1]
        wrapped = [(self.edges[at] + PAD, cell, _tall(cell)) for at, cell in cells if len(cell) > 1]
        tall = max((used for _x, _cell, used in wrapped), default=0.0)

        def draw(sheet: Sheet, top: float, height: float) -> None:
            for x, line in single:
                sheet.middle(x, top, height, line)
            for x, lines, used in wrapped:
                sheet.column(x, top - (height - used) / 2, lines)
            sheet.cells(self.edges, top, top - height, weight=_GRID, below=_GRID)

        return Band(max(ROW, tall + 6), draw)

    def carrying(self, name: str, amount: int, *, size: float) -> Band:
        """The head and, under it, what the pages before come to, for the top of a further page."""
        head = self.head()

        def draw(sheet: Sheet, top: float, height: float) -> None:
            head.draw(sheet, top, head.height)
            first = next(at for at, column in enumerate(self._columns) if column.align is Align.WORDS)
            texts = [""] * len(self._columns)
            texts[first], texts[-1] = name, figures(amount)
            self.row(texts, size=size).draw(sheet, top - head.height, ROW)

        return Band(head.height + ROW, draw)

    def _fitted(self, at: int, text: str, *, bold: bool, size: float = math.inf) -> tuple[PrintedLine, ...]:
        """A text as a column sets it."""
        column = self._columns[at]
        if column.align is Align.WORDS:
            return self._setter.fit(text, self.width(at), (column.size, column.size - 2), bold=bold)
        largest = min(column.size, size) if column.align is Align.FIGURES else column.size
        return (self._setter.one_line(text, self.width(at), largest, bold=bold),)

    def start(self, at: int, line: PrintedLine) -> float:
        """Where a line begins, as its column aligns it."""
        left, right = self.edges[at] + PAD, self.edges[at + 1] - PAD
        align = self._columns[at].align
        if align is Align.WORDS:
            return left
        width = self._setter.width(line.text, line.size, bold=line.bold)
        return right - width if align is Align.FIGURES else (left + right - width) / 2


def closing_sums(
    setter: Typesetter, grid: Grid, rows: Sequence[SumRow], *, first: int, beside: Band | None = None
) -> Band:
    """The sums under a grid's last column, their names from column ``first`` on, and what is beside them."""
    amount_at = len(grid.edges) - 2
    left, split = grid.edges[first], grid.edges[amount_at]
    names = [setter.one_line(one.name, split - left - 2 * PAD, 10, bold=one.bold) for one in rows]
    amounts = [
        setter.one_line(money(one.amount), grid.width(amount_at), 11 if one.bold else 10, bold=one.bold)
        for one in rows
    ]

    placed = [
        (name, grid.start(amount_at, amount), amount) for name, amount in zip(names, amounts, strict=True)
    ]

    def draw(sheet: Sheet, top: float, height: float) -> None:
        y = top
        for name, x, amount in placed:
            sheet.middle(left + PAD, y, ROW, name)
            sheet.middle(x, y, ROW, amount)
            below = _HEAVY if amount.bold else _GRID
            sheet.cells((left, split, RIGHT), y, y - ROW, weight=_GRID, below=below)
            y -= ROW
        if beside:
            beside.draw(sheet, top, beside.height)

    return Band(max(len(rows) * ROW, beside.height if beside else 0.0), draw)


_LEAST_SUM = 16.0
"""The size of the sum in a frame for which its name makes room."""

_LEAST_NAME = 0.35
"""What of a frame a name has in any case."""


def small_note(setter: Typesetter, text: str, width: float) -> tuple[PrintedLine, ...]:
    """What explains a table beneath it, in type that is read on paper without effort."""
    return setter.wrap(text, width, SMALL, grey=MUTED)


def framed_sum(setter: Typesetter, name: str, amount: str, after: str, *, width: float = BODY * 0.62) -> Band:
    """The sum in large figures in a frame, with its name before and a word after it.

    A name that is too long for that is smaller, never the sum so that it could not be read.
    """
    followed = PrintedLine(setter.clean(after), 10)
    room = width - setter.width(followed.text, followed.size) - 44
    least = setter.width(setter.clean(amount), _LEAST_SUM, bold=True)
    named = setter.one_line(name, max(room - least, room * _LEAST_NAME), 12, bold=True)
    large = setter.one_line(amount, room - setter.width(named.text, named.size, bold=True), 23, bold=True)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.frame(LEFT, top, width, height, weight=1.2)
        sheet.middle(LEFT + 12, top, height, named)
        end = LEFT + width - 12 - setter.width(followed.text, followed.size)
        sheet.middle(end, top, height, followed)
        start = end - 8 - setter.width(large.text, large.size, bold=True)
        sheet.middle(start, top, height, large)

    return Band(38.0, draw, gap=12)


def with_day(setter: Typesetter, framed: Band, name: str, day: str) -> Band:
    """A framed sum, and beside it the day until which it is to be paid."""
    left, width = LEFT + BODY * 0.65, BODY * 0.35
    label = setter.one_line(name, width - 20, 9, grey=MUTED)
    large = setter.one_line(day, width - 20, 14, bold=True)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        framed.draw(sheet, top, height)
        sheet.frame(left, top, width, height)
        sheet.middle(left + 10, top - 3, 12, label)
        sheet.middle(left + 10, top - 15, height - 18, large)

    return replace(framed, draw=draw)


def lined(head: Band, rows: Sequence[Band], filler: Sequence[Band] = ()) -> list[Band]:
    """A table's head, its rows with the head repeated on further pages, and empty rows that fill it up."""
    first = replace(head, gap=10, keep=True)
    again = replace(head, gap=0)
    headed = [row if row.repeat else replace(row, repeat=again) for row in (*rows, *filler)]
    return [first, *headed[: len(rows)], *together(headed[len(rows) :])]


def _tall(lines: Sequence[PrintedLine]) -> float:
    return sum(line.height for line in lines)
