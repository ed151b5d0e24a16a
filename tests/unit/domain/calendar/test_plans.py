"""Recurring work: months are counted by the calendar, and the law's intervals are data."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.calendar.plans import (
    AGREED,
    AGREED_NAME,
    SHIPPED_TITLES,
    basis_name,
    parse_inspections,
)
from hvacdesk.domain.periods import months_after
from hvacdesk.services.calendar.plans import shipped_inspections

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
TODAY = date(2026, 11, 24)
MONTHS = st.integers(0, 120)


@given(DAYS, MONTHS)
def test_the_same_day_of_the_month_or_its_last(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


@given(DAYS, DAYS, MONTHS)
def test_a_later_day_never_comes_round_sooner(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert months_after(first, months) <= months_after(second, months)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_examples(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_every_shipped_duty_has_its_source_its_interval_and_a_name_that_is_translated() -> None:
    rules = {rule.code: rule for rule in shipped_inspections(TODAY)}
    assert {code: rule.months for code, rule in rules.items()} == {
        "freon_simple": 3,
        "freon_regular_3": 36,
        "freon_regular_1": 12,
    }
    assert tuple(rule.title for rule in rules.values()) == SHIPPED_TITLES
    assert all(rule.law and rule.source and rule.as_of for rule in rules.values())
    assert basis_name("freon_simple", rules.values()) == SHIPPED_TITLES[0]
    assert basis_name(AGREED, rules.values()) == AGREED_NAME


@pytest.mark.parametrize("text", ["format = 1", 'format = 1\nas_of = ""\n[[rule]]\ncode = "x"'])
def test_a_damaged_table_is_refused_as_a_whole(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        parse_inspections(text, TODAY)
