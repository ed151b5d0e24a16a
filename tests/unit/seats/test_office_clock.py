"""A seat's clock is the office PC's: what that one told, and ticks that nobody sets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hvacdesk.seats.remote import OfficeClock

TOLD = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)


def test_it_goes_on_by_ticks_from_what_was_told_last() -> None:
    ticks = 100.0
    clock = OfficeClock(TOLD, lambda: ticks)
    assert clock() == TOLD
    ticks += 90.5
    assert clock() == TOLD + timedelta(seconds=90.5)
    clock.learn(TOLD - timedelta(days=1))
    ticks += 1
    assert clock() == TOLD - timedelta(days=1) + timedelta(seconds=1)
