"""A clock that leapt makes nobody due until somebody responsible has answered for the date."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hvacdesk.domain.clock import office_day
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.services.disposal.clock_check import require_sound_clock
from hvacdesk.services.disposal.errors import ClockJumped, ClockSetBack
from hvacdesk.services.oversight.clock_behind import ClockCheck
from tests.helpers.ground import Ground


def work(ground: Ground) -> None:
    with ground.workplace.transaction() as session:
        ground.workplace.record(session, ground.desk, Action.LOGGED_IN)


def require(ground: Ground) -> None:
    with ground.workplace.reading() as session:
        require_sound_clock(ground.workplace, session)


@pytest.fixture
def check(ground: Ground) -> ClockCheck:
    """Of an office that has worked for a year."""
    for _ in range(12):
        work(ground)
        ground.clock.pass_time(days=30)
    work(ground)
    return ClockCheck(ground.workplace)


def test_an_office_that_works_is_believed(ground: Ground, check: ClockCheck) -> None:
    assert check.leap() is None
    require(ground)
    ground.clock.pass_time(days=45)
    require(ground)


def test_a_leap_is_doubted_however_long_the_work_goes_on(ground: Ground, check: ClockCheck) -> None:
    before = ground.clock()
    ground.clock.pass_time(days=4000)
    for days in (0, 1, 1, 30, 40, 40, 40):
        ground.clock.pass_time(days=days)
        with pytest.raises(ClockJumped, match="4,000"):
            require(ground)
        work(ground)
    leap = check.leap()
    assert leap is not None
    assert (leap.before, leap.days) == (before, 4000)
    assert office_day(leap.after) == office_day(before + timedelta(days=4000))


def test_one_answer_holds_until_the_next_leap(ground: Ground, check: ClockCheck) -> None:
    ground.clock.pass_time(days=4000)
    work(ground)
    for actor in (ground.desk, ground.people[Role.TECHNICIAN]):
        with pytest.raises(NotPermitted):
            check.confirm(actor)
    check.confirm(ground.owner)
    require(ground)
    ground.clock.pass_time(days=40)
    work(ground)
    require(ground)
    ground.clock.pass_time(days=46)
    with pytest.raises(ClockJumped, match="46"):
        require(ground)


def test_a_clock_that_leapt_and_was_set_right_is_behind_and_then_sound(
    ground: Ground, check: ClockCheck
) -> None:
    ground.clock.pass_time(days=4000)
    work(ground)
    ground.clock.pass_time(days=-3999)
    with pytest.raises(ClockSetBack):
        require(ground)
    assert check.behind() is not None
    check.confirm(ground.owner)
    assert check.behind() is None
    require(ground)
