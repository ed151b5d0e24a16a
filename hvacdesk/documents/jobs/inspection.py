"""The simple inspection 簡易点検 of commercial units on a work order, to tick or to write in.

Source: フロン排出抑制法 16, items as the design lists them (2026-11).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import TICK_WIDTH, Cell, row, section, together
from hvacdesk.documents.kit.page import BODY, LEFT, RIGHT, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.jobs.results import INSPECTION_NAMES, measured_units
from hvacdesk.domain.papers.work_orders import WorkOrderView
from hvacdesk.domain.text.wording import phrase

_INSPECTION = phrase("Inspection", "Simple inspection (commercial unit)")
_MARKS = phrase("Documents", "○ normal  × fault")
_NORMAL = phrase("Documents", "normal")
_FAULT = phrase("Documents", "fault")

_FIRST = 24.0
"""Width of the column that numbers the units."""


def inspection_bands(setter: Typesetter, view: WorkOrderView) -> list[Band]:
    """Boxes to tick for one commercial unit, a table to write in for several."""
    measured = measured_units(view.units, [unit for _, unit in view.units])
    numbers = [str(at + 1) for at in measured if view.units[at][1].commercial]
    if len(numbers) <= 1:
        return setter.once(_simple_inspection)
    heads = setter.once(_inspection_head)
    return [*heads, *(_inspection_row(number, heads[-1]) for number in numbers)]


def _inspection_edges() -> list[float]:
    step = (BODY - _FIRST) / len(INSPECTION_NAMES)
    return [_FIRST + step * at for at in range(len(INSPECTION_NAMES) + 1)]


def _inspection_head(setter: Typesetter) -> list[Band]:
    edges = _inspection_edges()
    title = section(setter, f"{setter.say(_INSPECTION)}　{setter.say(_MARKS)}")
    names = [
        setter.fit(setter.say(name), right - left - 4, (9, 6))[0]
        for name, (left, right) in zip(INSPECTION_NAMES.values(), pairwise(edges), strict=True)
    ]

    def draw(sheet: Sheet, top: float, height: float) -> None:
        for name, (left, right) in zip(names, pairwise(edges), strict=True):
            sheet.centred(LEFT + left, LEFT + right, top - height + 4, name)
        sheet.rule(LEFT, RIGHT, top - height)

    return [title, Band(15, draw, keep=True)]


def _inspection_row(number: str, head: Band) -> Band:
    line = PrintedLine(number, 11, bold=True)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.centred(LEFT, LEFT + _FIRST, top - height / 2 - 4, line)
        sheet.rule(LEFT, RIGHT, top - height)
        for x in _inspection_edges()[:-1]:
            sheet.upright(LEFT + x, top, top - height, weight=0.35)

    return Band(24, draw, repeat=head)


def _simple_inspection(setter: Typesetter) -> list[Band]:
    """The quarterly look at one unit."""
    words = (setter.say(_NORMAL), setter.say(_FAULT))
    cells = [_inspection_band(setter, setter.say(item), words) for item in INSPECTION_NAMES.values()]
    bands = [section(setter, setter.say(_INSPECTION))]
    bands += [_side_by_side(cells[start : start + 3]) for start in range(0, len(cells), 3)]
    return together(bands)


def _inspection_band(setter: Typesetter, item: str, words: tuple[str, str]) -> list[Cell]:
    name = Cell(0, setter.fit(item, 46, (10, 6)))
    normal, fault = (setter.fit(word, 33, (9, 6)) for word in words)
    return [name, Cell(52 + TICK_WIDTH, normal, ticked=False), Cell(111 + TICK_WIDTH, fault, ticked=False)]


def _side_by_side(triples: Sequence[Sequence[Cell]]) -> Band:
    third = BODY / 3
    cells = [
        Cell(LEFT + index * third + cell.left, cell.lines, cell.ticked)
        for index, triple in enumerate(triples)
        for cell in triple
    ]
    return row(cells, pad=3.5)[0]
