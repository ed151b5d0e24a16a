"""Days in lists: as the language writes them, sorted as they come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from hvacdesk.ui.language import language
from hvacdesk.ui.widgets.fact_lines import FactLines
from hvacdesk.ui.widgets.list_dates import list_day
from hvacdesk.ui.widgets.table_model import Column, TableModel

NO_DATES = ("", "2026-000037", "backup-2026-11-24.zip", "2026-13-45", "052-123-4567", "7-2026-11-24")


@pytest.fixture(autouse=True)
def plain_language() -> Iterator[None]:
    yield
    language.use("en")


@pytest.mark.parametrize(
    ("code", "day", "span"),
    [
        ("en", "24 Nov 2026", "1 Feb 2026 13:00 to 24 Nov 2026"),
        ("ja", "2026/11/24", "2026/02/01 13:00 to 2026/11/24"),
    ],
)
def test_a_day_is_written_as_the_language_does(code: str, day: str, span: str) -> None:
    language.use(code)
    assert list_day(date(2026, 11, 24)) == list_day("2026-11-24") == day
    assert list_day("2026-02-01 13:00 to 2026-11-24") == span
    assert [list_day(text) for text in NO_DATES] == list(NO_DATES)


def test_tables_sort_days_as_they_come_and_show_them_as_they_are_said(qtbot: QtBot) -> None:
    model = TableModel()
    model.set_columns((Column("on", "Day"), Column("last", "Last job")))
    days = ("2026-11-24", "2026-02-09", "2027-01-01")
    model.set_rows([{"on": day, "last": f"{day} cleaning"} for day in days])
    for column in (0, 1):
        model.sort(column)
        shown = [model.index(row, column, QModelIndex()).data() for row in range(3)]
        assert [text.removesuffix(" cleaning") for text in shown] == [
            "9 Feb 2026",
            "24 Nov 2026",
            "1 Jan 2027",
        ]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Day: 9 Feb 2026"


def test_facts_say_days_alike(qtbot: QtBot) -> None:
    said = FactLines().add("Day", "2026-11-24  13:00")
    assert said.text() == "24 Nov 2026  13:00"
