"""The calendar's service: what each role sees and may move, days off, holidays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hvacdesk.domain.calendar.dispatch import (
    AbsenceKind,
    AbsenceRecord,
    Board,
    ClashKind,
    Lane,
    LaneKind,
    Placement,
    WorkingHours,
)
from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.domain.errors import (
    BadTime,
    ChangedMeanwhile,
    EndsBeforeStart,
    InvalidInput,
    Missing,
    NotPermitted,
    OutOfRange,
    RecordGone,
)
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, JobState, Party, SiteRecord, WorkItem, WorkKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.calendar.dispatch import Dispatch
from hvacdesk.services.calendar.holidays import holiday_name, next_working_day
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.office import office
from tests.helpers.ground import ROLES, Ground
from tests.helpers.people import HIDDEN, customer

TODAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 23)
READERS = {Role.OWNER, Role.DESK, Role.ACCOUNTING}
DESK = {Role.OWNER, Role.DESK}


@pytest.fixture
def dispatch(ground: Ground) -> Dispatch:
    return Dispatch(ground.workplace)


@pytest.fixture
def jobs(ground: Ground) -> Jobs:
    return Jobs(ground.workplace)


@pytest.fixture
def record(ground: Ground, jobs: Jobs) -> JobRecord:
    """A booking of the technician today, which tests store under other days and times."""
    who = Customers(ground.workplace).add(ground.desk, customer())
    site = jobs.add_site(ground.desk, who, SiteRecord(customer().address))
    return JobRecord(
        site,
        WorkKind.CLEAN,
        {Party.REQUESTER: who},
        on=TODAY.isoformat(),
        starts="09:00",
        ends="10:30",
        staff=(ground.people[Role.TECHNICIAN].account,),
        items=(ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m"),),
    )


def board(dispatch: Dispatch, actor: Actor) -> Board:
    return dispatch.board(actor, MONDAY, 7)


@pytest.mark.parametrize("role", ROLES)
def test_who_sees_the_calendar(
    ground: Ground, dispatch: Dispatch, jobs: Jobs, record: JobRecord, role: Role
) -> None:
    jobs.add(ground.desk, record)
    jobs.add(ground.desk, replace(record, staff=()))
    actor = ground.people[role]
    if role is Role.INSPECTOR:
        with pytest.raises(NotPermitted):
            board(dispatch, actor)
        return
    seen = board(dispatch, actor)
    assert len(seen.blocks) == (1 if role is Role.TECHNICIAN else 2)
    assert seen.may_move == (role in DESK)
    assert HIDDEN["street"] not in repr(seen)
    if role is Role.TECHNICIAN:
        assert [lane.key for lane in seen.lanes] == [actor.account]
        assert HIDDEN["given"] not in repr(seen)


ACTS: dict[str, tuple[Callable[[Dispatch, Actor, str], object], set[Role]]] = {
    "clashes": (lambda d, who, _job: d.clashes(who, Placement(Slot(TODAY.isoformat()))), READERS),
    "move": (lambda d, who, job: d.move(who, job, 1, Placement(Slot(TODAY.isoformat()))), DESK),
    "absences": (lambda d, who, _job: d.absences(who, TODAY, TODAY), READERS),
    "keep": (lambda d, who, _job: d.keep_absence(who, closed(TODAY)), DESK),
    "drop": (lambda d, who, _job: d.drop_absence(who, "0" * 32), DESK),
    "hours": (lambda d, who, _job: d.set_hours(who, WorkingHours(), WorkingHours()), {Role.OWNER}),
}


def closed(day: date) -> AbsenceRecord:
    return AbsenceRecord("", day.isoformat(), "", AbsenceKind.CLOSED)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", ACTS)
def test_each_act_is_for_its_roles_alone(
    ground: Ground, dispatch: Dispatch, jobs: Jobs, record: JobRecord, act: str, role: Role
) -> None:
    job = jobs.add(ground.desk, record)
    do, allowed = ACTS[act]
    if role not in allowed:
        with pytest.raises(NotPermitted):
            do(dispatch, ground.people[role], job)
    elif act == "drop":
        with pytest.raises(RecordGone):
            do(dispatch, ground.people[role], job)
    else:
        do(dispatch, ground.people[role], job)


def test_rows_are_nobody_staff_and_the_firms_of_the_last_weeks(
    ground: Ground, dispatch: Dispatch, jobs: Jobs, record: JobRecord
) -> None:
    for firm, on in (("近い工業", TODAY), ("遠い工業", TODAY - timedelta(days=200))):
        jobs.add(ground.desk, replace(record, staff=(), partner_firm=firm, on=on.isoformat()))
    lanes = board(dispatch, ground.desk).lanes
    assert lanes[0].kind is LaneKind.NOBODY
    assert {lane.key for lane in lanes if lane.kind is LaneKind.STAFF} >= {
        ground.people[Role.TECHNICIAN].account,
        ground.people[Role.OWNER].account,
    }
    assert [lane for lane in lanes if lane.kind is LaneKind.FIRM] == [
        Lane(LaneKind.FIRM, "近い工業", "近い工業")
    ]


def test_a_move_changes_slot_and_people_and_nothing_else(
    ground: Ground, dispatch: Dispatch, jobs: Jobs, record: JobRecord
) -> None:
    job = jobs.add(ground.desk, record)
    other = ground.other_technician.account
    version = dispatch.move(
        ground.desk, job, 1, Placement(Slot("2026-11-25", "13:00", "14:00"), (other,), "協力電工")
    )
    assert jobs.record_for_edit(ground.desk, job) == replace(
        record, on="2026-11-25", starts="13:00", ends="14:00", staff=(other,), partner_firm="協力電工"
    )
    entry = AuditLog(ground.workplace).entries(ground.people[Role.OWNER])[0]
    assert entry.action is Action.JOB_CHANGED
    assert entry.details["fields"] == ["ends", "on", "partner_firm", "staff", "starts"]
    dispatch.move(
        ground.desk, job, version, Placement(Slot(record.on, record.starts, record.ends), record.staff)
    )
    assert jobs.record_for_edit(ground.desk, job) == record


def test_a_move_by_what_was_read_before_somebody_elses_is_refused(
    ground: Ground, dispatch: Dispatch, jobs: Jobs, record: JobRecord
) -> None:
    job = jobs.add(ground.desk, record)
    dispatch.move(ground.desk, job, 1, Placement(Slot("2026-11-25")))
    with pytest.raises(ChangedMeanwhile):
        dispatch.move(ground.desk, job, 1, Placement(Slot("2026-11-26")))


@pytest.mark.parametrize(
    "slot",
    [
        Slot("", "09:00"),
        Slot("2026-11-25", "", "10:00"),
        Slot("2026-11-25", "10:00", "09:00"),
        Slot("2099-01-01"),
    ],
)
def test_an_impossible_slot_is_refused(
    ground: Ground, dispatch: Dispatch, jobs: Jobs, record: JobRecord, slot: Slot
) -> None:
    job = jobs.add(ground.desk, record)
    with pytest.raises(InvalidInput):
        dispatch.move(ground.desk, job, 1, Placement(slot))


def test_undated_jobs_wait_and_cancelled_ones_are_gone(
    ground: Ground, dispatch: Dispatch, jobs: Jobs, record: JobRecord
) -> None:
    waiting = jobs.add(ground.desk, replace(record, on="", starts="", ends="", staff=()))
    off = jobs.add(ground.desk, record)
    jobs.set_state(ground.desk, off, JobState.CANCELLED)
    seen = board(dispatch, ground.desk)
    assert [block.row.job for block in seen.undated] == [waiting]
    assert seen.blocks == ()


def test_what_speaks_against_a_placement(
    ground: Ground, dispatch: Dispatch, jobs: Jobs, record: JobRecord
) -> None:
    job = jobs.add(ground.desk, record)
    technician = record.staff[0]
    dispatch.keep_absence(
        ground.desk, AbsenceRecord(technician, "2026-11-25", "2026-11-26", AbsenceKind.TRAINING)
    )

    def kinds(slot: Slot, own: str = "") -> list[ClashKind]:
        return [one.kind for one in dispatch.clashes(ground.desk, Placement(slot, (technician,)), own)]

    assert kinds(Slot(record.on, "10:00", "11:00")) == [ClashKind.BOOKED]
    assert kinds(Slot(record.on, "10:00", "11:00"), job) == []
    assert kinds(Slot("2026-11-26", "10:00", "11:00")) == [ClashKind.ABSENT]
    assert kinds(Slot("2026-11-23", "10:00", "11:00")) == [ClashKind.PAST, ClashKind.HOLIDAY]
    assert kinds(Slot("2026-11-27", "06:00", "07:00")) == [ClashKind.OUTSIDE_HOURS]
    assert kinds(Slot()) == []


def test_days_off_are_kept_and_dropped(ground: Ground, dispatch: Dispatch) -> None:
    kept = dispatch.keep_absence(ground.desk, closed(TODAY))
    found = dispatch.absences(ground.desk, TODAY, TODAY)
    assert [(one.absence, one.first_on, one.last_on) for one in found] == [(kept, "2026-11-24", "2026-11-24")]
    dispatch.drop_absence(ground.desk, kept)
    assert dispatch.absences(ground.desk, TODAY, TODAY) == ()
    with pytest.raises(Missing):
        dispatch.keep_absence(ground.desk, AbsenceRecord("", "", "", AbsenceKind.CLOSED))
    with pytest.raises(EndsBeforeStart) as refused:
        dispatch.keep_absence(ground.desk, AbsenceRecord("", "2026-11-24", "2026-11-23", AbsenceKind.CLOSED))
    assert refused.value.in_full(english).startswith("The end lies before the start. ")
    assert "from 2026-11-24 to " in refused.value.in_full(english), "and what can be entered"


def test_working_hours_are_the_owners_and_make_sense(ground: Ground, dispatch: Dispatch) -> None:
    owner = ground.people[Role.OWNER]
    dispatch.set_hours(owner, WorkingHours(540, 1020, 0b1100000), dispatch.hours())
    assert dispatch.hours() == WorkingHours(540, 1020, 0b1100000)
    with pytest.raises(BadTime):
        dispatch.set_hours(owner, WorkingHours(1020, 540), dispatch.hours())


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 23), "勤労感謝の日"),
        (date(2026, 9, 22), "国民の休日"),
        (date(2027, 3, 22), "春分の日 振替休日"),
        (date(2026, 12, 31), "年末年始"),
        (date(2026, 11, 24), ""),
    ],
)
def test_holidays(day: date, name: str) -> None:
    assert holiday_name(day) == name


def test_the_next_working_day_jumps_over_the_years_end() -> None:
    assert next_working_day(date(2026, 12, 28)) == date(2027, 1, 4)


@pytest.mark.parametrize("days", [0, -1, 401, 200_000, 2**63 - 1])
def test_a_calendar_of_a_thousand_years_is_refused(ground: Ground, dispatch: Dispatch, days: int) -> None:
    with pytest.raises(OutOfRange):
        dispatch.board(ground.owner, date(2026, 11, 2), days)


def leave(ground: Ground, role: Role) -> None:
    with ground.workplace.transaction() as session:
        office.deactivate(session, ground.people[role].account)


def against(dispatch: Dispatch, actor: Actor, job: str) -> list[ClashKind]:
    seen = board(dispatch, actor)
    (block,) = (one for one in (*seen.blocks, *seen.undated) if one.row.job == job)
    return [one.kind for one in seen.clashes(block)]


def test_a_job_ahead_of_somebody_who_has_left_says_so(
    ground: Ground, dispatch: Dispatch, jobs: Jobs, record: JobRecord
) -> None:
    tomorrow = jobs.add(ground.desk, replace(record, on="2026-11-25"))
    undated = jobs.add(ground.desk, replace(record, on="", starts="", ends=""))
    theirs = replace(record, starts="13:00", ends="14:00", staff=(ground.owner.account,))
    others = jobs.add(ground.desk, theirs)
    yesterday = jobs.add(ground.desk, replace(record, on="2026-11-23", starts="", ends=""))
    done = jobs.add(ground.desk, replace(record, on="2026-11-25", starts="15:00", ends="16:00"))
    jobs.set_state(ground.desk, done, JobState.DONE)
    assert ClashKind.LEFT not in against(dispatch, ground.desk, tomorrow)
    leave(ground, Role.TECHNICIAN)
    assert against(dispatch, ground.desk, tomorrow) == [ClashKind.LEFT]
    assert against(dispatch, ground.desk, undated) == [ClashKind.LEFT]
    for job in (others, yesterday, done):
        assert ClashKind.LEFT not in against(dispatch, ground.desk, job)
    placed = Placement(Slot("2026-11-26", "09:00", "10:00"), record.staff)
    assert [one.kind for one in dispatch.clashes(ground.desk, placed)] == [ClashKind.LEFT]
