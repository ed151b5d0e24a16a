"""Finding the header of a customer list, and what its columns hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hvacdesk.domain.exchange.import_columns import HeaderWords, header_key
from hvacdesk.domain.exchange.importing import REPEATABLE, ImportField, TableLayout

_HEADER_ROWS = 40
"""A header is within so many rows; above it are titles, dates and empty rows."""

Rows = Sequence[tuple[int, Sequence[str]]]
"""The first rows of a table, each with its number."""


def find_layout(rows: Rows, words: HeaderWords) -> TableLayout:
    """The header among the first rows (the one that names most fields) and what its columns hold."""
    best = 0
    known = 0
    for number, cells in rows[:_HEADER_ROWS]:
        program = words.program(cells)
        kinds = {words.column(cell, program).kind for cell in dict.fromkeys(cells)} - {None}
        named = len(kinds)
        if named > known and named >= min(2, len([cell for cell in cells if cell])):
            best, known = number, named
    return layout_below(rows, best, words)


def layout_below(rows: Rows, header_row: int, words: HeaderWords) -> TableLayout:
    """The layout of a table whose header is in that row; 0 for a table without one."""
    width = max((len(cells) for _, cells in rows), default=0)
    cells = next((cells for number, cells in rows if number == header_row), ())
    columns = tuple(
        cells[at].strip() if at < len(cells) and cells[at].strip() else column_letter(at)
        for at in range(width)
    )
    layout = TableLayout(header_row, columns, {})
    return _mapped(layout, words) if header_row else layout


def header_like(rows: Rows, headers: Sequence[str]) -> int:
    """The number of the first row that has all these headers; 0 where none has them."""
    wanted = {header_key(header) for header in headers}
    for number, cells in rows[:_HEADER_ROWS]:
        if wanted and wanted <= {header_key(cell) for cell in cells}:
            return number
    return 0


def _mapped(layout: TableLayout, words: HeaderWords) -> TableLayout:
    program = words.program(layout.columns)
    mapping: dict[int, ImportField] = {}
    choices: dict[int, int] = {}
    taken: set[tuple[ImportField, int]] = set()
    for at, header in enumerate(layout.columns):
        column = words.column(header, program)
        if column.kind is None or (column.kind not in REPEATABLE and (column.kind, column.choice) in taken):
            continue
        mapping[at] = column.kind
        taken.add((column.kind, column.choice))
        if column.choice > 1:
            choices[at] = column.choice
    found = replace(layout, mapping=mapping, choices=choices)
    return found if program is None else replace(found, program=program.name, separator=program.separator)


def with_mapping(layout: TableLayout, mapping: Mapping[int, ImportField]) -> TableLayout:
    """The layout with another mapping; a column that holds something else is no choice any more."""
    kept = {at: choice for at, choice in layout.choices.items() if mapping.get(at) == layout.mapping.get(at)}
    return replace(layout, mapping=dict(mapping), choices=kept)


def column_letter(at: int) -> str:
    """The name that Excel gives to a column, counted from 0: A, B, … Z, AA."""
    name = ""
    at += 1
    while at:
        at, digit = divmod(at - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
