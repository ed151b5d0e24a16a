"""Sums of money as they are typed in Japanese, in full width, and as they then stand in their fields."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import hvacdesk.ui
from hvacdesk.domain.billing.estimates import EstimateLineRecord
from hvacdesk.ui.billing.line_rows import LineRows
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("３，５００", "3,500"),
        ("３５００", "3,500"),
        ("3, 500", "3,500"),
        ("￥３，５００", "3,500"),
        ("３，５００円", "3,500"),
        ("−３，５００", "-3,500"),
        ("三千", "三千"),
        ("", ""),
    ],
)
def test_a_sum_stands_with_commas_once_it_is_typed(qtbot: QtBot, typed: str, shown: str) -> None:
    field = money_field()
    qtbot.addWidget(field)
    field.setText(typed)
    field.editingFinished.emit()
    assert field.text() == shown


def test_the_prices_and_costs_of_a_line_are_such_fields(qtbot: QtBot) -> None:
    rows = LineRows((EstimateLineRecord("Pipe", 1.0, "m", 0),))
    qtbot.addWidget(rows)
    (row,) = rows.rows
    for field in (row.yen, *row.costs):
        field.setText("３，５００")
        field.editingFinished.emit()
        assert field.text() == "3,500"
        assert field.alignment() & Qt.AlignmentFlag.AlignRight
    row.label.setText("値引き")
    row.yen.editingFinished.emit()
    assert row.yen.text() == "-3,500"


def test_no_window_has_a_sum_in_a_plain_line() -> None:
    folder = Path(hvacdesk.ui.__file__).parent
    sources = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    in_plain = r"QLineEdit\([^)\n]*:,\}|^ *(?:self\.)?(?:yen|amount|lowest)\b[^\n]* QLineEdit\("
    plain = re.compile(in_plain, re.MULTILINE)
    assert [name for name, text in sources.items() if plain.search(text)] == []


def test_a_minus_of_mathematics_is_one() -> None:
    assert number_of("−３，５００", int, "yen") == -3_500
