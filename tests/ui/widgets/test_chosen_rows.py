"""What is chosen in a list is a record and never a line: in every table of every screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.theme import Scheme
from hvacdesk.ui.widgets.data_table import DataTable
from tests.helpers.screens.desk import SCREENS
from tests.helpers.screens.stage import Look, build_sample_office, open_stage
from tests.helpers.screens.walking import walk
from tests.helpers.secret_service import SecretService

LOOK = Look("en", Scheme.LIGHT, 100)
LEAST_TABLES = 30
"""So many tables have rows to choose from in the sample office."""
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Path:
    home = tmp_path_factory.mktemp("sample") / "office"
    build_sample_office(home)
    return home


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


def test_every_table_chooses_records(office: Path, tmp_path: Path, qtbot: QtBot) -> None:
    wrong: list[str] = []
    known: set[str] = set()

    def visit(name: str, shown: QWidget) -> None:
        for table in shown.findChildren(DataTable):
            if table.isVisible() and len(table.rows()) > 1 and table.accessibleName() not in known:
                known.add(table.accessibleName())
                wrong.extend(f"{name}, {table.accessibleName()}: {what}" for what in troubles(table))

    for who in dict.fromkeys(screen.who for screen in SCREENS):
        with open_stage(office, tmp_path / who.value, qtbot, who) as stage:
            stage.use(LOOK)
            walk(stage, visit)
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)
    assert len(known) >= LEAST_TABLES
