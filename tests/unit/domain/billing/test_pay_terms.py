"""Closing days and days of payment: months' ends, leap years, and terms that cannot be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.billing.pay_terms import USUAL, PaysBeforeClosing, PayTerms, check_terms
from hvacdesk.domain.errors import OutOfRange

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
TERMS = st.builds(PayTerms, st.integers(1, 31), st.integers(1, 6), st.integers(1, 31))


@pytest.mark.parametrize(
    ("closing_day", "day", "closed"),
    [
        (20, "2026-11-20", "2026-11-20"),
        (20, "2026-11-21", "2026-12-20"),
        (20, "2026-12-21", "2027-01-20"),
        (31, "2026-11-01", "2026-11-30"),
        (31, "2028-02-29", "2028-02-29"),
        (30, "2027-02-15", "2027-02-28"),
        (29, "2028-02-28", "2028-02-29"),
        (31, "2026-12-31", "2026-12-31"),
        (1, "2026-11-02", "2026-12-01"),
        (0, "2026-11-02", "2026-11-02"),
    ],
)
def test_the_next_closing_day(closing_day: int, day: str, closed: str) -> None:
    assert PayTerms(closing_day).closing(date.fromisoformat(day)).isoformat() == closed


@pytest.mark.parametrize(
    ("terms", "closed", "due"),
    [
        (PayTerms(31, 1, 31), "2026-11-30", "2026-12-31"),
        (PayTerms(31, 1, 31), "2027-01-31", "2027-02-28"),
        (PayTerms(31, 1, 31), "2028-01-31", "2028-02-29"),
        (PayTerms(31, 2, 31), "2026-12-31", "2027-02-28"),
        (PayTerms(30, 1, 30), "2027-01-30", "2027-02-28"),
        (PayTerms(30, 1, 31), "2027-02-28", "2027-03-31"),
        (PayTerms(30, 0, 30), "2027-02-28", "2027-02-28"),
        (PayTerms(29, 0, 30), "2028-02-29", "2028-02-29"),
        (PayTerms(31, 1, 29), "2027-01-31", "2027-02-28"),
        (PayTerms(31, 1, 30), "2027-02-28", "2027-03-30"),
        (PayTerms(20, 1, 10), "2026-12-20", "2027-01-10"),
        (PayTerms(20, 0, 31), "2026-11-20", "2026-11-30"),
        (PayTerms(15, 2, 5), "2026-12-15", "2027-02-05"),
        (USUAL, "2026-11-24", "2026-12-31"),
        (PayTerms(0, 0, 10), "2026-11-24", "2026-12-10"),
        (PayTerms(0, 0, 31), "2026-11-30", "2026-11-30"),
    ],
)
def test_the_day_of_payment(terms: PayTerms, closed: str, due: str) -> None:
    assert terms.due(date.fromisoformat(closed)).isoformat() == due


@pytest.mark.parametrize(
    ("closing_day", "closed", "first"),
    [
        (31, "2026-11-30", "2026-11-01"),
        (31, "2028-02-29", "2028-02-01"),
        (20, "2027-01-20", "2026-12-21"),
        (30, "2027-03-30", "2027-03-01"),
    ],
)
def test_the_period_that_a_closing_day_closes(closing_day: int, closed: str, first: str) -> None:
    days = PayTerms(closing_day).period(date.fromisoformat(closed))
    assert days == (date.fromisoformat(first), date.fromisoformat(closed))


@given(TERMS, DAYS)
def test_every_day_is_closed_once(terms: PayTerms, day: date) -> None:
    closed = terms.closing(day)
    first, last = terms.period(closed)
    assert first <= day <= last == closed
    assert terms.closing(closed) == closed
    assert terms.period(terms.closing(closed + timedelta(days=1)))[0] == closed + timedelta(days=1)


@given(st.builds(PayTerms, st.integers(0, 31), st.integers(0, 6), st.integers(1, 31)), DAYS)
def test_nothing_is_due_before_it_is_closed(terms: PayTerms, day: date) -> None:
    closed = terms.closing(day)
    assert terms.due(closed) >= closed


@pytest.mark.parametrize(
    ("terms", "refusal"),
    [
        (PayTerms(32), OutOfRange),
        (PayTerms(-1), OutOfRange),
        (PayTerms(20, 7), OutOfRange),
        (PayTerms(20, -1), OutOfRange),
        (PayTerms(20, 1, 0), OutOfRange),
        (PayTerms(20, 0, 10), PaysBeforeClosing),
    ],
)
def test_terms_that_cannot_be_are_refused(terms: PayTerms, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_terms(terms)
    assert check_terms(PayTerms(20, 0, 20)) == PayTerms(20, 0, 20)
