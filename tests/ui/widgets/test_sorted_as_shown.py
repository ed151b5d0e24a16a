"""Whatever column a list is sorted by, it is sorted by what that column shows."""

from __future__ import annotations

import ast
from pathlib import Path

import hvacdesk.ui
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.yen_column import yen_column
from tests.helpers.sorted_rows import missorted

OWN_ORDER = {
    ("calls/table.py", "due"): "the day itself, of which “today” and “tomorrow” are said",
    ("exchange/check_step.py", "line"): "a number that is shown as the table program writes it",
    ("billing/open_view.py", "age"): "how many days it is overdue, which the age says",
    ("oversight/audit_view.py", "sequence"): "a number that is shown as it is told elsewhere",
    ("oversight/duties_view.py", "state"): "how near it is, which the state says",
    ("pages/disposal.py", "month"): "the month itself, not its name",
    ("widgets/yen_column.py", "key"): "the sum that the cell writes",
}
"""The columns with an order of their own, by file and key, and why: every other one sorts as it shows."""


def columns_with_an_order(path: Path) -> set[str]:
    """The keys of a module's columns that give an order; of one that is made for others the word ``key``."""
    return {
        ast.literal_eval(first) if isinstance(first, ast.Constant) else ast.unparse(first)
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).rpartition(".")[2] == "Column"
        and any(one.arg == "sort" for one in call.keywords)
        for first in call.args[:1]
    }


def test_only_what_shows_its_order_in_other_words_gives_one() -> None:
    root = Path(hvacdesk.ui.__file__).parent
    found = {
        (path.relative_to(root).as_posix(), key)
        for path in sorted(root.rglob("*.py"))
        for key in columns_with_an_order(path)
    }
    assert found == set(OWN_ORDER)


def test_an_order_that_is_not_the_shown_one_is_noticed(qtbot) -> None:  # type: ignore[no-untyped-def]
    table = DataTable("Jobs")
    qtbot.addWidget(table)
    rows = [
        {"number": "J-2", "on": "2026-11-02", "yen": 900},
        {"number": "J-1", "on": "2026-11-30", "yen": 10_000},
        {"number": "J-4", "on": "2026-11-01", "yen": -20},
        {"number": "J-3", "on": "", "yen": None},
    ]
    right = (
        Column("number", "Job"),
        Column("on", "Done on"),
        yen_column("yen", "Sum", lambda row: row["yen"]),
    )
    table.set_columns(right)
    table.set_rows(rows)
    assert list(missorted(table)) == []
    wrong = (
        Column("on", "Done on", sort=lambda row: row["number"]),
        Column("yen", "Sum", value=lambda row: yen(row["yen"]) if row["yen"] else ""),
    )
    table.set_columns(wrong)
    table.set_rows(rows)
    assert [one.partition(":")[0] for one in missorted(table)] == ["Done on", "Sum"]
    assert list(missorted(table, frozenset({"Done on", "Sum"}))) == []
