"""The lines of an estimate or invoice as they are kept while somebody is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.estimates import EstimateLineRecord
from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.domain.jobs.jobs import WorkItem
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.line_rows import LineRows
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.theme import theme

WORK = WorkItem.DRILLING


@pytest.mark.parametrize(
    "line",
    [
        InvoiceLineRecord("穴あけ", 2.0, "か所", 5_000, TaxClass.REDUCED, "2026-11-10", WORK, "a" * 32),
        InvoiceLineRecord("出張費", 1.0, "", 3_000),
        EstimateLineRecord("穴あけ", 1.0, "か所", 8_800, WORK, 1_000, 2_000, 300),
    ],
    ids=["work of a job", "by hand", "of an estimate"],
)
def test_an_interrupted_line_keeps_its_day_and_job_and_what_work_it_is(
    qtbot: QtBot, line: InvoiceLineRecord | EstimateLineRecord
) -> None:
    words = english if isinstance(line, InvoiceLineRecord) else None
    kept, again = LineRows((line,), words=words), LineRows((), words=words)
    for rows in (kept, again):
        qtbot.addWidget(rows)
        rows.show_costs(words is None)
    again.fill(kept.texts())
    assert again.lines() == (line,)
    fields = 5 if words else 7
    again.fill([kept.texts()[0][:fields]])  # as an earlier version kept it
    assert again.lines()[0].amount == line.amount


def test_a_name_that_is_longer_than_its_field_shows_its_beginning(qtbot: QtBot) -> None:
    rows = LineRows((EstimateLineRecord("エアコンの修理と部品の交換", 1.0, "式", 8_800),))
    qtbot.addWidget(rows)
    assert rows.rows[0].label.cursorPosition() == 0
    rows.fill(rows.texts())
    assert rows.rows[0].label.cursorPosition() == 0


def test_with_large_text_the_titles_stand_over_the_numbers(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "scale", 2.0)
    lines = tuple(EstimateLineRecord(name, 1.0, "式", 8_800) for name in ("修理", "点検"))
    rows = LineRows(lines)
    qtbot.addWidget(rows)
    rows.resize(rows.sizeHint())
    rows.show()
    titles = [one.y() for one in rows.findChildren(QLabel) if one.text() == "Amount"]
    first, second = rows.rows
    assert first.label.y() < titles[0] < first.yen.y() < second.label.y() < second.yen.y()


@pytest.fixture(params=[100, 200])
def styled(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[None]:
    """The program's own fonts, in plain and in large type."""
    preferences = Preferences(tmp_path)
    preferences.text_size = request.param
    preferences.apply(qapp)
    yield
    preferences.text_size = 100
    preferences.apply(qapp)
    qapp.setStyleSheet("")


@pytest.mark.usefixtures("styled")
@pytest.mark.parametrize("costs", [False, True])
def test_a_price_of_millions_is_seen_whole(qtbot: QtBot, *, costs: bool) -> None:
    """A field that is too narrow shows the end of a number, which reads as another price."""
    rows = LineRows((EstimateLineRecord("空調機の入替", 1.0, "式", -9_876_543),))
    qtbot.addWidget(rows)
    rows.show_costs(costs)
    rows.resize(rows.minimumSizeHint())
    rows.show()
    price = rows.rows[0].yen
    assert price.fontMetrics().horizontalAdvance(price.text()) <= inside(price)


@pytest.mark.usefixtures("styled")
@pytest.mark.parametrize("costs", [False, True])
def test_the_amounts_end_where_their_title_does(qtbot: QtBot, *, costs: bool) -> None:
    rows = LineRows((EstimateLineRecord("空調機の入替", 1.0, "式", 16_500),))
    qtbot.addWidget(rows)
    rows.show_costs(costs)
    rows.resize(rows.sizeHint())
    rows.show()
    (title,) = [one for one in rows.findChildren(QLabel) if one.text() == "Amount" and one.isVisible()]
    amount = rows.rows[0].amount
    assert title.alignment() == amount.alignment()
    assert title.geometry().right() == amount.geometry().right()


@pytest.mark.usefixtures("styled")
def test_costs_of_tens_of_millions_are_seen_whole(qtbot: QtBot) -> None:
    line = EstimateLineRecord("空調機の入替", 1.0, "式", 99_999_999, WORK, 49_999_999, 40_000_000, 9_999_999)
    rows = LineRows((line,))
    qtbot.addWidget(rows)
    rows.show_costs(True)
    rows.rows[0].costs[2].setText("99,999,999")
    rows.resize(rows.minimumSizeHint())
    rows.show()
    for field in (rows.rows[0].yen, *rows.rows[0].costs):
        assert field.fontMetrics().horizontalAdvance(field.text()) <= inside(field), field.text()


def test_costs_that_are_more_than_their_line_are_marked_and_no_price(qtbot: QtBot) -> None:
    right = EstimateLineRecord("空調機の入替", 1.0, "式", 50_000, WORK, 30_000, 10_000)
    wrong = EstimateLineRecord("配管", 2.0, "m", 5_000, WORK, 40_000, 0, 500)
    rows = LineRows((right, wrong))
    qtbot.addWidget(rows)
    rows.show_costs(True)
    rows.mark_wrong(True)
    first, second = rows.rows
    marked = [one for one in rows.findChildren(QLineEdit) if one.property("invalid") == "true"]
    assert marked == [second.costs[0]], "the largest of them, which alone is more than the line"
    second.costs[0].setText("9,000")
    second.costs[1].setText("1,400")
    rows.mark_wrong(True)
    marked = [one for one in rows.findChildren(QLineEdit) if one.property("invalid") == "true"]
    assert marked == list(second.costs), "together they are more"
    rows.show_costs(False)
    rows.mark_wrong(True)
    assert [row.yen.property("invalid") for row in rows.rows] == ["true", "true"]
    assert first.costs


def inside(field: QLineEdit) -> int:
    """The width in which a field shows its text, but for two pixels that Qt leaves at each side."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    return field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field).width() - 4
