"""The calendar's judgement: rows, placements, what speaks against them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.calendar.dispatch import (
    NOBODY,
    AbsenceKind,
    AbsenceRecord,
    Board,
    BoardJob,
    ClashKind,
    Lane,
    LaneKind,
    Placement,
    Surroundings,
    WorkingHours,
    shown_hours,
    stacked,
)
from hvacdesk.domain.calendar.slots import LAST_MINUTE, Slot
from hvacdesk.domain.clock import JAPAN
from hvacdesk.domain.jobs.jobs import JobRow, JobState, WorkKind
from hvacdesk.domain.masked import Masked

DAY = "2026-11-24"
LONG_AGO = datetime(2020, 1, 1, tzinfo=JAPAN)
A, B = "a" * 32, "b" * 32
LANE_A, LANE_B = Lane(LaneKind.STAFF, A, "A"), Lane(LaneKind.STAFF, B, "B")
FIRM = Lane(LaneKind.FIRM, "協力電工", "協力電工")


def block(number: str, placement: Placement) -> BoardJob:
    slot = placement.slot
    masked = Masked("田中 ●●", hidden=True)
    row = JobRow(
        number,
        number,
        "",
        "",
        masked,
        masked,
        WorkKind.CLEAN,
        JobState.ARRANGED,
        slot.on,
        slot.starts,
        slot.ends,
        (),
    )
    return BoardJob(row, 1, placement)


def around(
    *blocks: BoardJob,
    absences: tuple[AbsenceRecord, ...] = (),
    holidays: dict[str, str] | None = None,
    now: datetime = LONG_AGO,
) -> Surroundings:
    return Surroundings(now, WorkingHours(), holidays or {}, absences, blocks)


def kinds(surroundings: Surroundings, placement: Placement, job: str = "") -> list[ClashKind]:
    return [clash.kind for clash in surroundings.clashes(placement, job)]


MORNING, NOON = Slot(DAY, "09:00", "11:00"), Slot(DAY, "10:00", "12:00")


def test_one_person_at_two_places_is_said_and_two_people_are_not() -> None:
    there = around(block("1", Placement(MORNING, (A,))))
    assert kinds(there, Placement(NOON, (A, B))) == [ClashKind.BOOKED]
    assert kinds(there, Placement(NOON, (B,))) == []
    assert kinds(there, Placement(NOON, (A,)), "1") == []
    assert there.clashes(Placement(NOON, (A,)))[0].other is there.blocks[0].row


def test_a_partner_firm_may_have_several_crews() -> None:
    there = around(block("1", Placement(MORNING, (), "協力電工")))
    assert kinds(there, Placement(NOON, (), "協力電工")) == []


def test_absence_is_of_the_person_or_of_everybody() -> None:
    away = AbsenceRecord(A, "2026-11-23", DAY, AbsenceKind.LEAVE)
    closed = AbsenceRecord("", DAY, DAY, AbsenceKind.CLOSED)
    assert kinds(around(absences=(away,)), Placement(MORNING, (A,))) == [ClashKind.ABSENT]
    assert kinds(around(absences=(away,)), Placement(MORNING, (B,))) == []
    assert kinds(around(absences=(closed,)), Placement(MORNING)) == [ClashKind.CLOSED]
    assert kinds(around(absences=(away,)), Placement(MORNING.on_day("2026-11-25"), (A,))) == []


@pytest.mark.parametrize(
    ("slot", "kind"),
    [
        (Slot("2026-11-23", "09:00", "10:00"), ClashKind.HOLIDAY),
        (Slot("2026-11-29", "09:00", "10:00"), ClashKind.REST_DAY),
        (Slot(DAY, "07:59", "10:00"), ClashKind.OUTSIDE_HOURS),
        (Slot(DAY, "16:00", "18:01"), ClashKind.OUTSIDE_HOURS),
    ],
)
def test_the_day_and_the_hours(slot: Slot, kind: ClashKind) -> None:
    there = around(holidays={"2026-11-23": "勤労感謝の日"})
    assert kinds(there, Placement(slot)) == [kind]
    assert kinds(there, Placement(Slot(DAY, "08:00", "18:00"))) == []
    assert kinds(there, Placement(Slot(DAY))) == []
    assert kinds(there, Placement(Slot())) == []


def test_carrying_replaces_whom_it_was_taken_from() -> None:
    two = Placement(MORNING, (A, B), "協力電工")
    assert two.carried(LANE_A, LANE_B, NOON) == Placement(NOON, (B,), "協力電工")
    assert two.carried(LANE_A, FIRM, NOON) == Placement(NOON, (B,), "協力電工")
    assert two.carried(FIRM, LANE_A, NOON) == Placement(NOON, (A, B), "")
    assert two.carried(LANE_A, NOBODY, NOON) == Placement(NOON)
    assert two.carried(LANE_A, LANE_A, NOON) == Placement(NOON, (A, B), "協力電工")
    assert Placement(MORNING).carried(NOBODY, LANE_A, MORNING) == Placement(MORNING, (A,))


PLACEMENTS = st.builds(
    Placement,
    st.just(MORNING),
    st.sampled_from([(), (A,), (B,), (A, B), (B, A)]),
    st.sampled_from(["", FIRM.key]),
)
LANES = st.sampled_from([NOBODY, LANE_A, LANE_B, FIRM])


@given(PLACEMENTS, LANES, LANES)
def test_a_carried_job_stands_in_the_row_it_was_put_into(
    placement: Placement, source: Lane, target: Lane
) -> None:
    carried = placement.carried(source, target, NOON)
    if placement.in_lane(source):
        assert carried.in_lane(target)
        assert source == target or not carried.in_lane(source) or target is NOBODY
    assert len(set(carried.staff)) == len(carried.staff)
    assert set(carried.staff) <= {*placement.staff, target.key}


SPANS = st.lists(
    st.tuples(st.integers(0, 100), st.integers(1, 50)).map(lambda pair: (pair[0], pair[0] + pair[1]))
).map(sorted)


@given(SPANS)
def test_no_two_that_meet_share_a_storey(spans: list[tuple[int, int]]) -> None:
    placed = list(zip(spans, stacked(spans), strict=True))
    for number, ((first, last), storey) in enumerate(placed):
        for (other_first, other_last), other in placed[number + 1 :]:
            assert storey != other or last <= other_first or other_last <= first
    most = max((sum(first <= at < last for first, last in spans) for at in range(160)), default=0)
    assert max((storey for _, storey in placed), default=-1) + 1 == most


@given(st.lists(st.tuples(st.integers(0, LAST_MINUTE - 1), st.integers(1, 300))))
def test_the_shown_hours_hold_every_job(times: list[tuple[int, int]]) -> None:
    slots = [Slot(DAY, f"{a // 60:02}:{a % 60:02}").starting(a).ending(a + b) for a, b in times]
    first, last = shown_hours(WorkingHours(), slots)
    assert 0 <= first <= 8
    assert 18 <= last <= 24
    assert all(first * 60 <= slot.span[0] and slot.span[1] <= last * 60 for slot in slots)


def test_a_row_lists_its_jobs_by_time_and_the_undated_apart() -> None:
    early, late = block("2", Placement(MORNING, (A,))), block("1", Placement(NOON, (A, B)))
    waiting = block("3", Placement(Slot(), (A,)))
    board = Board((date(2026, 11, 24),), (NOBODY, LANE_A, LANE_B), around(late, early), (waiting,), True)
    assert board.in_lane(LANE_A, DAY) == (early, late)
    assert board.in_lane(LANE_B, DAY) == (late,)
    assert board.in_lane(NOBODY, DAY) == ()
    assert board.in_lane(LANE_A, "") == (waiting,)


@pytest.mark.parametrize(
    ("slot", "before", "asked"),
    [
        (Slot("2026-11-20"), Slot(), True),
        (Slot("2026-11-20", "09:00", "11:00"), Slot(DAY, "09:00", "11:00"), True),
        (Slot(DAY, "09:00", "11:00"), Slot(DAY, "13:00", "15:00"), True),
        (Slot(DAY, "09:00", "11:00"), Slot(DAY, "10:00", "11:30"), False),
        (Slot("2026-11-20", "13:00", "15:00"), Slot("2026-11-20"), False),
        (Slot(DAY, "09:00", "12:30"), Slot(), False),
        (Slot(DAY), Slot(), False),
        (Slot(), Slot("2026-11-20"), False),
    ],
)
def test_what_is_put_into_the_past_is_asked_and_what_stood_there_is_not(
    slot: Slot, before: Slot, asked: bool
) -> None:
    there = around(block("1", Placement(before)), now=datetime(2026, 11, 24, 12, 0, tzinfo=JAPAN))
    assert (ClashKind.PAST in kinds(there, Placement(slot), "1")) is asked
    assert ClashKind.PAST not in [one.kind for one in there.clashes(Placement(before), "1")]
