"""Days in windows: as the language writes them, sorted as they come, and read back by a field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCalendarWidget, QLabel, QTableView
from pytestqt.qtbot import QtBot

from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.domain.errors import BadDate, BadNumber, NoSuchDay
from hvacdesk.domain.jobs.unit_fields import UNITS
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.ui.dates import day_text, long_day, near_day, qt_day, short_day
from hvacdesk.ui.language import language
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.fact_lines import FactLines
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.numbers import number_of
from hvacdesk.ui.widgets.table_model import Column, TableModel
from hvacdesk.ui.wording.calls import due_text as call_due
from hvacdesk.ui.wording.dispatch import slot_words
from hvacdesk.ui.wording.duties import due_text, late_text
from tests.helpers.dates_shown import iso_dates

NO_DATES = (
    "",
    "2026-000037",
    "backup-2026-11-24.zip",
    "顧客 2026-11-24.zip",
    "2026-13-45",
    "052-123-4567",
    "7-2026-11-24",
)


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
    assert day_text(date(2026, 11, 24)) == day_text("2026-11-24") == day
    assert day_text("2026-02-01 13:00 to 2026-11-24") == span
    assert [day_text(text) for text in NO_DATES] == list(NO_DATES)


@pytest.mark.parametrize(
    ("code", "day", "said"),
    [
        ("ja", date(2026, 12, 4), "12月4日(金)"),
        ("ja", date(2025, 12, 4), "2025年12月4日(木)"),
        ("ja", date(2027, 1, 4), "2027年1月4日(月)"),
        ("en", date(2026, 12, 4), "Fri 4 Dec"),
        ("en", date(2025, 12, 4), "Thu 4 December 2025"),
    ],
)
def test_a_short_day_has_its_year_where_it_is_another_one(code: str, day: date, said: str) -> None:
    language.use(code)
    assert near_day(day, date(2026, 11, 24)) == said


def test_due_days_of_other_years_say_which() -> None:
    today, last, same = date(2026, 1, 5), date(2025, 12, 26), date(2026, 1, 9)
    duty = Duty(DutyKind.REQUEST, last)
    assert late_text(duty, today) == "Overdue: Fri 26 December 2025"
    assert due_text(replace(duty, due=same), today) == "by Fri 9 Jan"
    assert call_due("2025-12-26T10:00", today) == "Fri 26 December 2025 10:00"
    assert call_due("2026-01-04", today) == "yesterday"
    slot = Slot("2025-12-26", "10:00", "11:00")
    assert slot_words(slot, today) == "Fri 26 December 2025 10:00–11:00"
    assert slot_words(slot) == "Fri 26 Dec 10:00–11:00", "in the calendar, which says the year"


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


def test_tables_sort_numbers_by_how_large_they_are(qtbot: QtBot) -> None:
    model = TableModel()
    model.set_columns((Column("kg", "Kilograms"),))
    model.set_rows([{"kg": kg} for kg in (10.5, 100, 9.5)])
    model.sort(0)
    assert [model.index(row, 0).data() for row in range(3)] == ["9.5", "10.5", "100"]


def test_facts_say_days_alike(qtbot: QtBot) -> None:
    said = FactLines().add("Day", "2026-11-24  13:00")
    assert said.text() == "24 Nov 2026  13:00"


@pytest.mark.parametrize("code", ["en", "ja"])
@pytest.mark.parametrize("write", [day_text, short_day, long_day, date.isoformat])
def test_what_a_window_shows_can_be_typed_into_a_field(
    qtbot: QtBot, code: str, write: Callable[[date], str]
) -> None:
    language.use(code)
    field = DateField(date(2026, 11, 28))
    qtbot.addWidget(field)
    for month in range(12):
        day = date(2026, 11, 1) + timedelta(days=32 * month) if write is not short_day else date(2026, 11, 24)
        field.setText(write(day))
        assert field.day() == day
        field.editingFinished.emit()
        assert field.text() == day_text(day)
        assert field.iso("on") == day.isoformat()


@pytest.mark.parametrize("code", ["en", "ja"])
def test_a_field_shows_days_as_the_lists_do_however_they_come(qtbot: QtBot, code: str) -> None:
    language.use(code)
    day = date(2026, 11, 24)
    field = DateField(day)
    qtbot.addWidget(field)
    assert day_text(day) in field.placeholderText()
    field.set_iso("2026-11-24")
    assert field.text() == day_text(day)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == day_text(date(2026, 11, 25))


@pytest.mark.parametrize("code", ["en", "ja"])
def test_a_refused_date_is_told_as_dates_are_shown(qtbot: QtBot, code: str) -> None:
    language.use(code)
    form = Form()
    qtbot.addWidget(form)
    form.add("on", "Day", DateField(date(2026, 11, 24)))
    failure = Failure(BadDate("on", "2023-11-24", "2026-11-24"))
    qtbot.addWidget(failure)
    assert form.show_invalid(BadDate("on", "2023-11-24", "2026-11-24"))
    for shown in (form, failure):
        shown.show()
        assert iso_dates(shown) == []
        said = " ".join(one.text() for one in shown.findChildren(QLabel))
        assert day_text("2023-11-24") in said


BOUNDED = [
    ({}, date(2023, 11, 22), date(2029, 11, 26)),
    ({"any_past": True, "since": date(2019, 5, 1)}, date(2019, 5, 1), date(2029, 11, 26)),
    ({"past": True}, date(1868, 1, 1), date(2026, 11, 24)),
    ({"past": True, "since": date(2019, 5, 1)}, date(2019, 5, 1), date(2026, 11, 24)),
    ({"until": date(2041, 12, 31)}, date(2023, 11, 22), date(2041, 12, 31)),
    ({"earliest": True}, date(1868, 1, 1), date(2026, 11, 24)),
]


@pytest.mark.parametrize(("takes", "first", "last"), BOUNDED)
def test_neither_keys_nor_calendar_give_a_day_that_is_refused(
    qtbot: QtBot, takes: dict[str, Any], first: date, last: date
) -> None:
    field = DateField(date(2026, 11, 24), **takes)
    qtbot.addWidget(field)
    for bound, key, beyond in (
        (first, Qt.Key.Key_Down, first - timedelta(days=1)),
        (last, Qt.Key.Key_Up, last + timedelta(days=1)),
    ):
        field.set_iso(bound.isoformat())
        assert field.iso("on") == bound.isoformat()
        qtbot.keyClick(field, key)
        assert field.iso("on") == bound.isoformat()
        field.setText(day_text(beyond))
        with pytest.raises(BadDate):
            field.iso("on")
    field.set_iso("2026-11-24")
    field.open_calendar()
    (calendar,) = field.findChildren(QCalendarWidget)
    assert (calendar.minimumDate(), calendar.maximumDate()) == (qt_day(first), qt_day(last))
    muted = QColor(theme.colours.muted)
    for bound, beyond in ((first, -1), (last, 1)):
        assert calendar.dateTextFormat(qt_day(bound)).foreground().color() != muted
        assert calendar.dateTextFormat(qt_day(bound).addDays(beyond)).foreground().color() == muted


def test_of_what_has_been_a_day_without_a_year_is_the_last_one(qtbot: QtBot) -> None:
    field = DateField(date(2026, 11, 24), past=True)
    qtbot.addWidget(field)
    field.setText("10/20")
    assert field.iso("on") == "2026-10-20"
    field.setText("12/20")
    assert field.iso("on") == "2025-12-20"


def test_a_day_is_picked_from_the_calendar_by_keyboard_or_mouse(qtbot: QtBot) -> None:
    field = DateField(date(2026, 11, 24))
    qtbot.addWidget(field)
    field.show()
    field.set_iso("2026-10-05")
    for mouse, day in ((False, "2026-10-06"), (True, "2026-10-21")):
        qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        (calendar,) = (one for one in field.findChildren(QCalendarWidget) if one.isVisible())
        assert calendar.selectedDate() == qt_day(date.fromisoformat(field.iso("on")))
        menu, view = calendar.window(), calendar.findChild(QTableView)
        if mouse:
            calendar.clicked.emit(qt_day(date(2026, 10, 21)))
        else:
            qtbot.keyClick(view, Qt.Key.Key_Right)
            qtbot.keyClick(view, Qt.Key.Key_Return)
        assert field.iso("on") == day
        assert not menu.isVisible()


def test_a_stored_day_is_taken_again_however_far_away_it_is_by_now(qtbot: QtBot) -> None:
    field = DateField(date(2026, 11, 24))
    qtbot.addWidget(field)
    field.set_iso("2021-04-01")
    assert field.iso("on") == "2021-04-01"
    field.open_calendar()
    (calendar,) = field.findChildren(QCalendarWidget)
    assert calendar.selectedDate() == qt_day(date(2021, 4, 1))
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.iso("on") == "2021-04-02"
    field.setText("2021-03-31")
    with pytest.raises(BadDate):
        field.iso("on")


@pytest.mark.parametrize("typed", ["2/30", "2026/2/30", "令和8年2月30日", "2026-13-01", "R8.4.31"])
def test_a_day_that_is_not_in_the_calendar_is_called_so(qtbot: QtBot, typed: str) -> None:
    field = DateField(date(2026, 11, 24))
    qtbot.addWidget(field)
    field.setText(typed)
    with pytest.raises(NoSuchDay):
        field.iso("on")


def test_where_old_days_are_meant_as_a_rule_one_without_a_year_has_been(qtbot: QtBot) -> None:
    field = DateField(date(2027, 1, 15), mostly_past=True)
    qtbot.addWidget(field)
    for typed, meant in (("11/20", "2026-11-20"), ("1/10", "2027-01-10"), ("2027/2/1", "2027-02-01")):
        field.setText(typed)
        assert field.iso("on") == meant


@pytest.mark.parametrize("typed", ["next week", "1998-04-01", "26/11/24"])
def test_what_is_no_day_or_too_far_away_is_not(qtbot: QtBot, typed: str) -> None:
    field = DateField(date(2026, 11, 24))
    qtbot.addWidget(field)
    field.setText(typed)
    with pytest.raises(BadDate):
        field.iso("on")


@pytest.mark.parametrize(
    ("typed", "unit", "meant"),
    [
        ("670g", "kg", 0.67),
        ("６７０ｇ", "kg", 0.67),
        ("0.67kg", "kg", 0.67),
        ("0.67 ㎏", "kg", 0.67),
        ("0.67", "kg", 0.67),
        ("500W", "kW", 0.5),
        ("2.8kW", "kW", 2.8),
        ("4m", "m", 4.0),
        ("2台", "台", 2.0),
        ("３㎡", "㎡", 3.0),
        ("5kg", " ｋｇ ", 5.0),
        ("12", "2", 12.0),
        ("1,200", "", 1200.0),
        ("", "kg", None),
    ],
)
def test_a_number_is_brought_into_its_unit(typed: str, unit: str, meant: float | None) -> None:
    """A rating plate says grams: 670g was taken as 670 kg."""
    found = number_of(typed, float, "charge_kg", unit)
    assert found == (meant if meant is None else pytest.approx(meant))


@pytest.mark.parametrize(
    ("typed", "unit"), [("670g", ""), ("5kg", "kW"), ("12k", ""), ("670mg", "kg"), ("g", "kg")]
)
def test_a_number_of_another_unit_is_none(typed: str, unit: str) -> None:
    with pytest.raises(BadNumber):
        number_of(typed, float, "charge_kg", unit)


def test_every_number_of_a_unit_s_form_says_its_unit() -> None:
    assert all(one.measure.unit for one in UNITS if one.measure)


@pytest.mark.parametrize("typed", ["abc", "1.5円", "約3000", "１万"])
def test_a_sum_that_is_no_number_is_called_so(typed: str) -> None:
    with pytest.raises(BadNumber) as refused:
        number_of(typed, int, "amount")
    assert refused.value.field == "amount"
