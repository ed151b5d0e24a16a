"""A list sorts by what its cells show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt

from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.table_model import Column, shown_text

_NUMBER = re.compile(r"([-−]?¥?[\d,]+(?:\.\d+)?)(?: kg)?")


def rank(column: Column, row: object) -> tuple[int, float, str] | None:
    """Where a row belongs by what its cell shows: sums by size, days as they come; None for an empty cell."""
    value = column.of(row)
    text = shown_text(value)
    if not text:
        return None
    if number := _NUMBER.fullmatch(text):
        return 0, float(re.sub("[¥,]", "", number[1]).replace("−", "-")), ""
    return 1, 0, str(value) if isinstance(value, (date, str)) else text


def missorted(table: DataTable, but: frozenset[str] = frozenset()) -> Iterator[str]:
    """Columns that sort by something else than they show.

    Empty cells may stand at either end, and among numbers words that say why there is none.

    Args:
        but: titles of columns that do so on purpose.
    """
    for number, column in enumerate(table.columns if table.isSortingEnabled() else ()):
        if column.title in but:
            continue
        table.sortByColumn(number, Qt.SortOrder.AscendingOrder)
        ranks = [found for row in table.rows() if (found := rank(column, row)) is not None]
        if any(words == 0 for words, *_rest in ranks):
            ranks = [one for one in ranks if one[0] == 0]
        if ranks != sorted(ranks):
            yield f"{column.title}: sorted as {[shown_text(column.of(row)) for row in table.rows()]}"
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
