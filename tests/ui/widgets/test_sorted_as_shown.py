"""Whatever column a list is sorted by, it is sorted by what that column shows."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import hvacdesk.ui
from hvacdesk.ui.jobs import refrigerant_dialog
from hvacdesk.ui.office import about_tab
from hvacdesk.ui.report_box import reports_section
from hvacdesk.ui.retention import retention_tab
from hvacdesk.ui.staff import standing_tab
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.yen_column import yen_column
from tests.helpers.sorted_rows import missorted

NOVEMBER, DECEMBER = date(2026, 11, 10), date(2026, 12, 2)

OWN_ORDER = {
    ("calendar/plans_tab.py", "every"): "how many months, beside which the word stands",
    ("calls/table.py", "due"): "the day itself, of which “today” and “tomorrow” are said",
    ("customers/list_tabs.py", "at"): "the moment itself, of which the year is not said",
    ("entry/restore/find_step.py", "size"): "how many bytes, not the figures before MiB or GiB",
    ("entry/restore/find_step.py", "taken_at"): "the moment itself, not its words",
    ("jobs/refrigerant_dialog.py", "kg"): "how many kilograms, beside which the unit stands",
    ("jobs/refrigerant_dialog.py", "net"): "how many kilograms, beside which the unit stands",
    ("office/about_tab.py", "version"): "each number of a version, of which 12 comes after 9",
    ("report_box/reports_section.py", "due"): "the day itself, not its words",
    ("retention/retention_tab.py", "as_of"): "the month or day itself, not its words",
    ("retention/retention_tab.py", "years"): "how long it is, not the figures before years or months",
    ("staff/standing_tab.py", "rules"): "how many of them, of which 10 comes after 9",
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


WORDED = frozenset(
    {
        *(
            "as_of_text",
            "backup_size",
            "backup_time",
            "day_text",
            "due_text",
            "formattedDataSize",
            "long_day",
        ),
        *("moment", "moment_text", "month_text", "near_day", "period_text", "short_day", "shown", "yen"),
    }
)
"""What writes a number, a day or a month in words: in English, 2 December would come after 10 November."""


def names_in(node: ast.AST, known: dict[str, ast.AST], seen: set[str]) -> Iterator[str]:
    """The names that making a cell comes by, within its module; ``%n`` where it says how many."""
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and "%n" in one.value:
            yield "%n"
        name = getattr(one, "attr", getattr(one, "id", ""))
        if name and name not in seen:
            seen.add(name)
            yield name
            if name in known:
                yield from names_in(known[name], known, seen)


def worded_without_an_order(text: str) -> set[str]:
    """The keys of columns whose cells say a number or a day in words, and that give no order of their own."""
    tree = ast.parse(text)
    known: dict[str, ast.AST] = {one.name: one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}
    found = set()
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] == "Column":
            given = {one.arg: one.value for one in call.keywords}
            worded = "value" in given and "sort" not in given
            said = names_in(given["value"], known, set()) if worded else ()
            if not (WORDED | {"%n"}).isdisjoint(said):
                found.add(ast.literal_eval(call.args[0]))
    return found


IN_WORDS = {
    ("billing/bank_view.py", "certain"): "a state",
    ("billing/cash_counts.py", "state"): "a state",
    ("billing/closing_view.py", "left_out"): "numbers of jobs, and why each is billed apart",
    ("billing/payments_view.py", "paid_for"): "numbers of invoices",
    ("billing/payments_view.py", "state"): "a state",
    ("calendar/plans_tab.py", "state"): "a state",
    ("calendar/reminders_tab.py", "consent"): "a state",
    ("incidents/prevention_tab.py", "state"): "a state",
    ("jobs/refrigerant_dialog.py", "state"): "a state",
    ("pages/today.py", "paper"): "a state",
}
"""Columns that say a number or a day among other words by which they sort, and why."""


def test_numbers_and_days_do_not_sort_by_their_words() -> None:
    root = Path(hvacdesk.ui.__file__).parent
    found = {
        (path.relative_to(root).as_posix(), key)
        for path in sorted(root.rglob("*.py"))
        for key in worded_without_an_order(path.read_text(encoding="utf-8"))
    }
    assert found == set(IN_WORDS)


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


def test_numbers_with_a_fraction_sort_by_size(qtbot) -> None:  # type: ignore[no-untyped-def]
    table = DataTable("Gas")
    qtbot.addWidget(table)
    table.set_columns((Column("kg", "Amount"), Column("said", "Said")))
    table.set_rows([{"kg": kg, "said": f"{kg} kg"} for kg in (10.5, 100, 9.5, -0.2)])
    assert [one.partition(":")[0] for one in missorted(table)] == ["Said"]


def gas(net: float | None, *, struck: bool = False) -> SimpleNamespace:
    return SimpleNamespace(net=net, entry=SimpleNamespace(struck="typo" if struck else None))


def period(years: int, months: int, *, active: bool = True) -> SimpleNamespace:
    return SimpleNamespace(years=years, months=months, loss_years=0, active=active)


def rules(acknowledged: int, *, active: bool = True) -> SimpleNamespace:
    return SimpleNamespace(acknowledged=acknowledged, rules=12, active=active)


@pytest.mark.parametrize(
    ("order", "rows"),
    [
        (refrigerant_dialog._net_order, [gas(-0.5), gas(0.0), gas(9.5), gas(10.5), gas(None)]),
        (refrigerant_dialog._net_order, [gas(12.0), gas(1.0, struck=True)]),
        (
            about_tab._version,
            [SimpleNamespace(version=one) for one in ("", "6.9", "6.9.1", "6.12", "2026.2")],
        ),
        (reports_section._by_when, [SimpleNamespace(answer_due=on) for on in (None, NOVEMBER, DECEMBER)]),
        (retention_tab._length, [period(0, 6), period(1, 6), period(7, 0), period(10, 0)]),
        (retention_tab._chosen_length, [period(9, 0, active=False), period(0, 6), period(10, 0)]),
        (standing_tab._rules_order, [rules(12, active=False), rules(0), rules(9), rules(10)]),
    ],
)
def test_what_gives_an_order_gives_this_one(order: Callable[[Any], Any], rows: list[SimpleNamespace]) -> None:
    backward = rows[::-1]
    assert sorted(backward, key=order) == rows
