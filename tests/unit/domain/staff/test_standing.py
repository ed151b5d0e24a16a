"""Until when rules and training can be done, and from when on reveal and export are closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hvacdesk.domain.staff.standing import (
    AskedKind,
    InForce,
    OfficeDemands,
    PersonFacts,
    StandingState,
    a_year_after,
    standing,
)

JUNE = date(2026, 6, 1)
RULES = OfficeDemands((InForce("r1", "決まり", JUNE),), JUNE)


def person(**facts: object) -> PersonFacts:
    return PersonFacts("a", "佐藤", date(2020, 4, 1), **facts)  # type: ignore[arg-type]


def test_an_office_without_rules_asks_nothing() -> None:
    found = standing(person(), OfficeDemands())
    assert found.asked == ()
    assert found.state(JUNE) is StandingState.DONE
    assert not found.overdue(date(2999, 1, 1))


def test_who_did_all_is_asked_again_for_the_training_a_year_later() -> None:
    found = standing(person(acknowledged={"r1": JUNE}, trained_on=date(2026, 6, 10)), RULES)
    (next_time,) = found.asked
    assert (next_time.kind, next_time.since, next_time.due) == (
        AskedKind.TRAINING,
        date(2027, 6, 10),
        date(2027, 7, 10),
    )
    assert found.open(date(2027, 6, 9)) == ()
    assert found.state(date(2027, 6, 9)) is StandingState.DONE
    assert found.state(date(2027, 6, 10)) is StandingState.ASKED


@pytest.mark.parametrize(
    ("days", "state", "overdue"),
    [
        (-1, StandingState.DONE, False),
        (0, StandingState.ASKED, False),
        (22, StandingState.ASKED, False),
        (23, StandingState.SOON, False),
        (30, StandingState.SOON, False),
        (31, StandingState.OVERDUE, True),
    ],
)
def test_thirty_days_are_in_time_and_the_next_is_not(days: int, state: StandingState, overdue: bool) -> None:
    found = standing(person(trained_on=date(2026, 5, 20)), RULES)
    day = JUNE + timedelta(days=days)
    assert (found.state(day), found.overdue(day)) == (state, overdue)


def test_a_new_colleague_has_thirty_days_from_joining() -> None:
    joined = date(2026, 9, 1)
    found = standing(PersonFacts("a", "新人", joined), RULES)
    assert {one.due for one in found.asked} == {joined + timedelta(days=30)}
    assert len(found.asked) == 2


def test_a_rule_that_was_withdrawn_blocks_nobody() -> None:
    late = JUNE + timedelta(days=90)
    trained = person(trained_on=date(2026, 5, 20))
    assert standing(trained, RULES).overdue(late)
    assert not standing(trained, OfficeDemands((), None)).overdue(late)


def test_nothing_is_asked_of_those_who_left() -> None:
    found = standing(person(active=False), RULES)
    assert found.asked == ()
    assert not found.overdue(date(2999, 1, 1))


def test_a_year_after_a_leap_day() -> None:
    assert a_year_after(date(2028, 2, 29)) == date(2029, 3, 1)
    assert a_year_after(date(2026, 3, 1)) == date(2027, 3, 1)
