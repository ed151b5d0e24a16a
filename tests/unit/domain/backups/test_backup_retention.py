from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.backups.backup_retention import kept
from hvacdesk.domain.clock import stamp

NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def stamps(*hours_ago: float) -> list[str]:
    return [stamp(NOON - timedelta(hours=hours)) for hours in hours_ago]


def test_a_year_of_daily_backups_leaves_days_weeks_and_months() -> None:
    days = kept(stamps(*(24 * day for day in range(400))))
    # 24 November 2026 is a Tuesday: Sundays end the weeks, and each month's last day its month.
    assert sorted(days) == [
        *range(7),  # a week
        *(9, 16),  # the weeks before: 15 and 8 November; those of today and 22 November are above
        24,  # 31 October
        *(55, 85, 116, 147, 177, 208, 238, 269, 297, 328),  # the ends of September to December
    ]


def test_of_one_day_only_the_newest_stays() -> None:
    assert kept(stamps(0, 1, 2, 3)) == {0}


def test_the_days_are_the_offices_own() -> None:
    # 14:00 and 16:00 in UTC are on either side of the office's midnight.
    evening = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    assert kept([stamp(evening + timedelta(hours=2)), stamp(evening)]) == {0, 1}


def test_after_a_long_pause_seven_days_are_still_there() -> None:
    assert kept(stamps(*(24 * (90 + day) for day in range(7)))) == set(range(7))


def test_nothing_is_kept_of_nothing() -> None:
    assert kept([]) == frozenset()


@given(st.lists(st.integers(0, 20_000), max_size=60))
def test_the_newest_always_stays_whatever_its_clock_said(hours: list[int]) -> None:
    positions = kept(stamps(*hours))
    assert (0 in positions) == bool(hours)
    assert len(positions) <= 7 + 4 + 12 + 1
