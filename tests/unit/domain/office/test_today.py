"""What falls due by itself, and from which day."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.office.today import month_to_review, review_due, review_to_open, sheet_aged


@pytest.mark.parametrize(
    ("today", "reviewed", "since", "due"),
    [
        ("2026-11-24", "", "2026-04", "2026-10"),
        ("2026-11-25", "", "2026-04", "2026-11"),
        ("2026-11-25", "2026-10", "2026-04", "2026-11"),
        ("2026-11-30", "2026-11", "2026-04", ""),
        ("2026-12-01", "2026-11", "2026-04", ""),
        ("2026-12-01", "2026-10", "2026-04", "2026-11"),
        ("2027-01-05", "2026-11", "2026-04", "2026-12"),
        ("2026-11-24", "", "2026-11", ""),  # nobody reviews a month before the office began
        ("2026-11-25", "", "2026-11", "2026-11"),
    ],
)
def test_a_month_is_reviewed_from_its_25th_until_it_was(
    today: str, reviewed: str, since: str, due: str
) -> None:
    assert month_to_review(date.fromisoformat(today), reviewed, since) == due


def test_a_recovery_sheet_serves_a_year() -> None:
    assert not sheet_aged("2025-11-25", date(2026, 11, 24))
    assert sheet_aged("2025-11-24", date(2026, 11, 24))


@pytest.mark.parametrize(
    ("today", "reviewed", "since", "month", "day"),
    [
        ("2026-11-24", "2026-10", "2026-04", "2026-11", "2026-11-30"),
        ("2026-11-24", "", "2026-04", "2026-10", "2026-10-31"),  # the former month was left out
        ("2026-11-24", "", "2026-11", "2026-11", "2026-11-30"),
        ("2026-11-25", "2026-11", "2026-04", "2026-12", "2026-12-31"),
        ("2027-02-10", "2027-01", "2026-04", "2027-02", "2027-02-28"),
    ],
)
def test_the_next_review_is_due_by_the_end_of_its_month(
    today: str, reviewed: str, since: str, month: str, day: str
) -> None:
    due = review_due(date.fromisoformat(today), reviewed, since)
    assert due == (month, date.fromisoformat(day))


_DONE, _DRAFT, _PROPOSED = BatchState.VERIFIED, BatchState.DRAFT, BatchState.PROPOSED


@pytest.mark.parametrize(
    ("today", "since", "reviews", "month"),
    [
        ("2026-11-30", "2026-04", [], "2026-11"),
        ("2026-12-01", "2026-04", [], "2026-11"),
        ("2026-12-24", "2026-04", [("2026-10", _DONE)], "2026-11"),
        ("2026-12-25", "2026-04", [], "2026-12"),
        ("2026-12-25", "2026-04", [("2026-11", _DRAFT)], "2026-11"),  # what was begun is finished first
        ("2027-01-01", "2026-04", [], "2026-12"),
        ("2026-12-01", "2026-04", [("2026-11", _DRAFT)], "2026-11"),
        ("2026-12-01", "2026-04", [("2026-11", _PROPOSED)], "2026-11"),
        ("2026-12-01", "2026-04", [("2026-11", _DONE)], "2026-11"),  # nothing of December is begun unasked
        ("2026-12-20", "2026-04", [("2026-11", _DONE), ("2026-12", _DRAFT)], "2026-12"),  # begun early
        ("2026-12-20", "2026-04", [("2026-11", _PROPOSED), ("2026-12", _DRAFT)], "2026-11"),
        ("2026-12-20", "2026-04", [("2026-11", _DONE), ("2026-12", _DONE)], "2026-12"),
        ("2026-12-01", "2026-12", [], "2026-12"),  # nobody reviews a month before the office began
        ("2024-03-01", "2020-01", [], "2024-02"),
    ],
)
def test_the_review_that_opens_is_of_the_month_before_until_the_25th(
    today: str, since: str, reviews: list[tuple[str, BatchState]], month: str
) -> None:
    assert review_to_open(date.fromisoformat(today), since, reviews) == month
