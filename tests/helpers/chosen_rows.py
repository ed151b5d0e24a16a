"""What is chosen in a list is a record and never a line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt

from hvacdesk.ui.widgets.data_table import DataTable

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class Watched:
    """A table with one record chosen, and what it told about that.

    Attributes:
        row: the chosen record's row.
        told: whom the table named last as chosen: what is shown beside it.
    """

    def __init__(self, table: DataTable, row: object) -> None:
        self.table, self.row = table, row
        self.told: object = None
        self.acted: list[object] = []
        table.selectionModel().clear()
        table.current_changed.connect(self._tell)
        assert table.select(lambda one: one is row)

    def _tell(self, row: object) -> None:
        self.told = row

    def highlighted(self) -> list[object]:
        """The records whose lines are painted as chosen."""
        lines = {index.row() for index in self.table.selectionModel().selectedIndexes()}
        return [self.table.rows()[line] for line in lines]

    def wrong(self, after: str) -> list[str]:
        """In what the three differ: what is highlighted, what was told, and what actions act on."""
        found = [f"{after}: another row is highlighted"] if self.highlighted() != [self.row] else []
        if self.told != self.row:
            found.append(f"{after}: another record is shown")
        if self.table.current() != self.row:
            found.append(f"{after}: the actions take another record")
        at = self.table.currentIndex().row()
        if not (0 <= at < len(self.table.rows())) or self.table.rows()[at] != self.row:
            found.append(f"{after}: the keys go on from another row")
        return found


def troubles(table: DataTable) -> Iterator[str]:
    """Sort, read again, filter and add, with a record in the middle chosen; what went wrong."""
    rows = table.rows()
    watched = Watched(table, rows[len(rows) // 2])
    yield from watched.wrong("chosen")
    for number, column in enumerate(table.columns):
        for order in (UP, DOWN):
            table.sortByColumn(number, order)
            yield from watched.wrong(f"sorted by {column.title}")
    table.set_rows(rows[::-1])
    yield from watched.wrong("read again in another order")
    table.sortByColumn(-1, UP)
    yield from watched.wrong("not sorted any more")
    table.set_rows([row for row in rows if row is watched.row])
    yield from watched.wrong("filtered")
    table.sortByColumn(0, DOWN)
    table.add_rows([row for row in rows if row is not watched.row])
    yield from watched.wrong("more rows came")
    table.set_rows([row for row in rows if row != watched.row])
    if table.current() is not None or watched.told is not None or watched.highlighted():
        yield "the chosen record is gone, and another is chosen"
    table.sortByColumn(-1, UP)
    table.set_rows(rows)
