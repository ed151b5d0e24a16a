"""Slots: arithmetic that never leaves the day, and when two meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.calendar.slots import (
    DAY_MINUTES,
    LAST_MINUTE,
    STEP,
    USUAL_MINUTES,
    Slot,
    minutes_of,
    snapped,
    time_of,
)

DAY, NEXT = "2026-11-24", "2026-11-25"
MINUTES = st.integers(0, LAST_MINUTE)
ANY = st.integers(-DAY_MINUTES, 2 * DAY_MINUTES)


@st.composite
def slots(draw: st.DrawFn) -> Slot:
    first = draw(st.integers(0, LAST_MINUTE - 1))
    last = draw(st.none() | st.integers(first + 1, LAST_MINUTE))
    return Slot(draw(st.sampled_from((DAY, NEXT))), time_of(first), time_of(last) if last is not None else "")


@given(MINUTES)
def test_minutes_and_times_are_the_same(minutes: int) -> None:
    assert minutes_of(time_of(minutes)) == minutes


@given(ANY)
def test_no_time_lies_outside_the_day(minutes: int) -> None:
    assert 0 <= minutes_of(time_of(minutes)) <= LAST_MINUTE
    assert snapped(minutes) % STEP == 0
    assert 0 <= snapped(minutes) < DAY_MINUTES


@given(slots(), slots())
def test_meeting_is_mutual_and_means_a_minute_in_common(one: Slot, other: Slot) -> None:
    common = one.on == other.on and bool(set(range(*one.span)) & set(range(*other.span)))
    assert one.meets(other) == other.meets(one) == common


@given(slots(), ANY)
def test_moving_keeps_the_length_unless_the_day_ends(slot: Slot, minutes: int) -> None:
    moved = slot.starting(minutes)
    first, last = moved.span
    assert 0 <= first < last <= LAST_MINUTE
    assert moved.minutes == slot.minutes or last == LAST_MINUTE
    assert moved.on == slot.on


@given(slots(), ANY)
def test_stretching_moves_the_end_alone(slot: Slot, minutes: int) -> None:
    stretched = slot.ending(minutes)
    assert stretched.starts == slot.starts
    first, last = stretched.span
    assert first < last <= LAST_MINUTE
    assert stretched.minutes >= min(STEP, LAST_MINUTE - first)


@given(slots())
def test_without_a_day_there_are_no_times(slot: Slot) -> None:
    assert slot.on_day("") == Slot()
    assert slot.on_day(NEXT) == Slot(NEXT, slot.starts, slot.ends)


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (("09:00", "10:30"), ("10:30", "12:00"), False),
        (("09:00", "10:30"), ("10:29", "12:00"), True),
        (("09:00", ""), ("10:59", "12:00"), True),
        (("09:00", ""), ("11:00", "12:00"), False),
        (("", ""), ("06:00", "06:15"), True),
    ],
)
def test_examples(one: tuple[str, str], other: tuple[str, str], meets: bool) -> None:
    assert Slot(DAY, *one).meets(Slot(DAY, *other)) is meets


def test_a_job_without_an_end_takes_two_hours_and_an_undated_one_meets_nothing() -> None:
    assert Slot(DAY, "09:00").minutes == USUAL_MINUTES
    assert not Slot().meets(Slot())
