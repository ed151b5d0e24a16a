"""The first week's list: ticked by facts, for who can do the step, gone when done or no longer new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.office.first_week import (
    NEEDS,
    SETTLED_JOBS,
    FirstStep,
    FirstWeekFacts,
    StepState,
    first_week,
)
from hvacdesk.domain.roles import Actor, Role

NOTHING = FirstWeekFacts(letterhead=False, backup=False, staff=1, customers=0, jobs=0, work_orders=0)
ALL = FirstWeekFacts(letterhead=True, backup=True, staff=2, customers=1, jobs=1, work_orders=1)


def actor(role: Role) -> Actor:
    return Actor("a" * 32, "x", frozenset({role}))


@pytest.mark.parametrize("role", list(Role))
def test_everybody_is_told_of_what_they_can_do(role: Role) -> None:
    who = actor(role)
    steps = first_week(who, NOTHING)
    assert [one.step for one in steps] == [step for step in FirstStep if who.may(NEEDS[step])]
    assert not any(one.done for one in steps)
    assert first_week(who, ALL) == ()


@pytest.mark.parametrize(
    ("changes", "ticked"),
    [
        ({"letterhead": True}, {FirstStep.LETTERHEAD}),
        ({"backup": True}, {FirstStep.BACKUP}),
        ({"staff": 2}, {FirstStep.STAFF}),
        ({"customers": 1}, {FirstStep.CUSTOMER_LIST, FirstStep.CUSTOMER}),
        ({"jobs": 1}, {FirstStep.JOB}),
        ({"work_orders": 1}, {FirstStep.WORK_ORDER}),
    ],
)
def test_a_step_is_ticked_by_its_fact(changes: dict[str, int], ticked: set[FirstStep]) -> None:
    steps = first_week(actor(Role.OWNER), replace(NOTHING, **changes))  # type: ignore[arg-type]
    assert {one.step for one in steps if one.done} == ticked
    assert StepState(FirstStep.JOB, FirstStep.JOB in ticked) in steps


def test_a_settled_office_is_not_new_whatever_it_never_did() -> None:
    assert first_week(actor(Role.OWNER), replace(NOTHING, jobs=SETTLED_JOBS)) == ()
