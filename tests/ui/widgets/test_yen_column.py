"""Sums in a list: written as everywhere, sorted by how large they are, and empty where there is none."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.yen_column import yen_column


@dataclass(frozen=True)
class Row:
    name: str
    yen: int | None


@pytest.mark.usefixtures("qtbot")
def test_sums_are_sorted_as_numbers_and_none_stands_with_zero(qtbot: QtBot) -> None:
    table = DataTable("Sums")
    qtbot.addWidget(table)
    table.set_columns(
        (Column("name", "Name"), yen_column("yen", "Sum"), yen_column("fee", "Fee", lambda _row: 0))
    )
    table.set_rows([Row("a", 9_000), Row("b", 110_000), Row("c", None), Row("d", -3_000)])
    table.model().sort(1, Qt.SortOrder.DescendingOrder)
    shown = [table.texts_of(row)[1] for row in table.rows()]
    assert shown == ["¥110,000", "¥9,000", "", "−¥3,000"]
    assert table.texts_of(Row("e", 1))[2] == "¥0"
    assert {column.align for column in table.columns[1:]} == {"right"}
