"""Two days between which something is listed: words and fields in the order of the language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import BadDate, EndsBeforeStart, HighestBelowLowest, InvalidInput
from hvacdesk.ui.dates import between, day_span, day_text
from hvacdesk.ui.language import language as in_force
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.day_range import DayRange
from hvacdesk.ui.widgets.sum_range import SumRange

TODAY = date(2026, 11, 28)


@pytest.fixture(params=["ja", "en"])
def language(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[str]:
    before = QLocale()
    in_force.use(request.param)
    yield request.param
    in_force.use("en")
    QLocale.setDefault(before)


def said(parts: DayRange) -> str:
    """What stands in the row from the left."""
    parts.resize(parts.sizeHint())
    parts.show()
    shown = sorted(
        (one for kind in (QLabel, DateField) for one in parts.findChildren(kind)), key=lambda one: one.x()
    )
    return " ".join(one.text() for one in shown)


def test_a_range_reads_as_a_sentence(qtbot: QtBot, language: str) -> None:
    parts = DayRange(TODAY)
    qtbot.addWidget(parts)
    parts.first.set_iso("2026-01-01")
    parts.last.set_iso("2026-11-28")
    wanted = {
        "ja": "2026/01/01 から 2026/11/28 まで",
        "en": "From 1 Jan 2026 to 28 Nov 2026",
    }[language]
    assert said(parts) == wanted
    assert (parts.first.iso("first"), parts.last.iso("last")) == ("2026-01-01", "2026-11-28")
    assert parts.first.accessibleName() != parts.last.accessibleName()


def test_what_is_typed_in_any_way_is_shown_in_one(qtbot: QtBot, language: str) -> None:
    parts = DayRange(TODAY)
    qtbot.addWidget(parts)
    for typed in ("2026/1/1", "R8.1.1", "2026年1月1日"):
        parts.first.setText(typed)
        parts.first.editingFinished.emit()
        assert parts.first.text() == day_text(date(2026, 1, 1))
        assert parts.first.iso("first") == "2026-01-01"


@pytest.mark.parametrize("typed", ["abc", "2035-01-01", "2026-11-31"])
def test_what_is_no_day_is_refused_and_marked(qtbot: QtBot, language: str, typed: str) -> None:
    parts = DayRange(TODAY)
    qtbot.addWidget(parts)
    parts.first.set_iso("2026-01-01")
    assert parts.days() == ("2026-01-01", "")
    for field, name in ((parts.first, "first_day"), (parts.last, "last_day")):
        field.setText(typed)
        with pytest.raises(InvalidInput) as refused:
            parts.days()
        assert refused.value.field == name
        marked = [one.property("invalid") == "true" for one in (parts.first, parts.last)]
        assert marked == [field is parts.first, field is parts.last]
        field.setText("")
    assert parts.days() == ("", "")
    assert parts.last.property("invalid") == "false"
    assert language in {"ja", "en"}


def test_days_without_a_year_are_those_of_a_list(qtbot: QtBot, language: str) -> None:
    """In November, 10/20 is last October; a last day is the first such one after the first day."""
    parts = DayRange(TODAY)
    qtbot.addWidget(parts)
    for first, last, wanted in (
        ("10/20", "11/5", ("2026-10-20", "2026-11-05")),
        ("1/1", "12/31", ("2026-01-01", "2026-12-31")),
        ("12/1", "1/31", ("2025-12-01", "2026-01-31")),
        ("20", "25", ("2026-11-20", "2026-11-25")),
        ("25", "5", ("2026-11-25", "2026-12-05")),
        ("", "12/31", ("", "2025-12-31")),
        ("2020/4/1", "3/31", ("2020-04-01", "2021-03-31")),
        ("2020/4/1", "2020/4/1", ("2020-04-01", "2020-04-01")),
    ):
        parts.first.setText(first)
        parts.last.setText(last)
        assert parts.days() == wanted
    assert language in {"ja", "en"}


def test_of_two_wrong_days_the_first_is_told(qtbot: QtBot, language: str) -> None:
    parts = DayRange(TODAY)
    qtbot.addWidget(parts)
    parts.first.setText("abc")
    parts.last.setText("2026-11-31")
    with pytest.raises(BadDate) as refused:
        parts.days()
    assert refused.value.field == "first_day"
    assert [one.property("invalid") for one in (parts.first, parts.last)] == ["true", "true"]
    assert language in {"ja", "en"}


def test_the_leap_day_of_a_list_is_the_last_one(qtbot: QtBot, language: str) -> None:
    parts = DayRange(TODAY)
    qtbot.addWidget(parts)
    parts.first.setText("2/29")
    assert parts.days() == ("2024-02-29", "")
    assert language in {"ja", "en"}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        *(("今日", "2026-11-28"), ("本日", "2026-11-28"), ("きょう", "2026-11-28"), ("Today", "2026-11-28")),
        *(
            ("明日", "2026-11-29"),
            ("あした", "2026-11-29"),
            (" tomorrow ", "2026-11-29"),
            ("ｔｏｄａｙ", "2026-11-28"),
        ),
        *(("昨日", "2026-11-27"), ("きのう", "2026-11-27"), ("yesterday", "2026-11-27")),
    ],
)
@pytest.mark.parametrize("way", [{}, {"mostly_past": True}, {"any_past": True}])
def test_a_day_may_be_told_from_today(
    qtbot: QtBot, language: str, typed: str, day: str, way: dict[str, bool]
) -> None:
    field = DateField(TODAY, **way)  # type: ignore[arg-type]
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.iso("on") == day
    field.editingFinished.emit()
    assert field.text() == day_text(date.fromisoformat(day))
    assert language in {"ja", "en"}


def test_a_day_told_from_today_is_within_what_is_taken(qtbot: QtBot, language: str) -> None:
    for field in (DateField(TODAY, past=True), DateField(TODAY, earliest=True)):
        qtbot.addWidget(field)
        field.setText("昨日")
        assert field.iso("on") == "2026-11-27"
        field.setText("明日")
        with pytest.raises(BadDate):
            field.iso("on")
    assert language in {"ja", "en"}


def test_a_last_day_before_the_first_is_refused_and_marked(qtbot: QtBot, language: str) -> None:
    parts = DayRange(TODAY)
    qtbot.addWidget(parts)
    parts.first.set_iso("2026-11-02")
    parts.last.set_iso("2026-11-01")
    with pytest.raises(EndsBeforeStart) as refused:
        parts.days()
    assert refused.value.field == "last_day"
    assert [one.property("invalid") for one in (parts.first, parts.last)] == ["false", "true"]
    assert parts.last.accessibleDescription()
    parts.last.set_iso("2026-11-02")
    assert parts.days() == ("2026-11-02", "2026-11-02")
    assert language in {"ja", "en"}


def test_sums_between_which_nothing_lies_are_refused(qtbot: QtBot, language: str) -> None:
    parts = SumRange("x")
    qtbot.addWidget(parts)
    parts.lowest.setText("5,000")
    parts.highest.setText("1,000")
    with pytest.raises(HighestBelowLowest):
        parts.sums()
    parts.highest.setText("5,000")
    assert parts.sums() == (5000, 5000)
    assert language in {"ja", "en"}


def test_a_span_in_a_sentence(qtbot: QtBot, language: str) -> None:
    assert day_span("", "") == ""
    assert day_span("2026-01-01", "") == day_span("2026-01-01", "2026-01-01") == day_text(date(2026, 1, 1))
    assert day_span("2026-01-01", "2026-11-28") == between(day_text(date(2026, 1, 1)), day_text(TODAY))
    assert language == "en" or day_span("2026-01-01", "2026-11-28").endswith("まで")
