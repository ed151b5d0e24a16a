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


@pytest.fixture
def styled(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    Preferences(tmp_path).apply(qapp)  # with the program's own fonts
    yield
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


def inside(field: QLineEdit) -> int:
    """The width in which a field shows its text, but for two pixels that Qt leaves at each side."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    return field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field).width() - 4
