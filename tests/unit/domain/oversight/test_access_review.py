"""What the access review calls unusual, at and around each limit."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

import pytest

from hvacdesk.domain.clock import JAPAN
from hvacdesk.domain.oversight.access_review import (
    Look,
    Pattern,
    due_on,
    months_to_sign,
    parse_limits,
    tallies,
    unusual,
)
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.oversight.access_review import shipped_limits

LIMITS = shipped_limits()
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=JAPAN)


def found(
    *looks: Look, jobless: Collection[str] = (), off: Collection[date] = ()
) -> list[tuple[Pattern, str, int]]:
    return [
        (pattern, when, count)
        for pattern, _who, when, count, _few in unusual(looks, LIMITS, lambda day: day in off, jobless)
    ]


def reveals(count: int, minutes: float, at: datetime = NOON) -> list[Look]:
    return [
        Look(at + timedelta(minutes=minutes * n), "a", Action.REVEALED, ("c",), "call") for n in range(count)
    ]


def test_many_reveals_within_an_hour() -> None:
    limit = LIMITS.reveals_in_an_hour
    assert found(*reveals(limit - 1, 1)) == []
    assert found(*reveals(limit, 1)) == [(Pattern.MANY_REVEALS, "2026-11-24 12:00", limit)]
    assert found(*reveals(limit, 60 / (limit - 1))) == [(Pattern.MANY_REVEALS, "2026-11-24 12:00", limit)]
    assert found(*reveals(limit, 61 / (limit - 1))) == []


def test_hours_that_overlap_are_told_once_and_others_each() -> None:
    limit = LIMITS.reveals_in_an_hour
    assert [one[2] for one in found(*reveals(limit * 2, 1))] == [limit * 2]
    later = reveals(limit, 1, NOON + timedelta(hours=4))
    assert len(found(*reveals(limit, 1), *later)) == 2


def test_reveals_of_two_people_are_not_added() -> None:
    limit = LIMITS.reveals_in_an_hour
    other = [Look(one.at, "b", one.action, one.customers) for one in reveals(limit - 1, 1)]
    assert found(*reveals(limit - 1, 1), *other) == []


@pytest.mark.parametrize(
    ("hour", "minute", "night"), [(20, 59, False), (21, 0, True), (5, 59, True), (6, 0, False)]
)
def test_night(hour: int, minute: int, night: bool) -> None:
    look = Look(NOON.replace(hour=hour, minute=minute), "a", Action.WORK_ORDER_PRINTED)
    assert found(look) == ([(Pattern.AT_NIGHT, "2026-11-24", 1)] if night else [])


def test_days_off_exports_and_searches() -> None:
    export = Look(NOON, "a", Action.CUSTOMERS_EXPORTED)
    assert found(export, off={NOON.date()}) == [
        (Pattern.DAY_OFF, "2026-11-24", 1),
        (Pattern.EXPORT, "2026-11-24", 1),
    ]
    limit = LIMITS.exact_searches_a_day
    searches = [Look(NOON, "a", Action.EXACT_SEARCH, tries=limit - 1), Look(NOON, "a", Action.EXACT_SEARCH)]
    assert found(searches[0]) == []
    assert found(*searches) == [(Pattern.MANY_SEARCHES, "2026-11-24", limit)]


def test_customers_without_a_job() -> None:
    looks = (*reveals(2, 1), Look(NOON, "a", Action.PAPER_REGISTERED, ("c", "d")))
    assert found(*looks) == []
    assert found(*looks, jobless={"c"}) == [
        (Pattern.REVEAL_WITHOUT_JOB, "2026-11-24", 2),
        (Pattern.PRINT_WITHOUT_JOB, "2026-11-24", 1),
    ]


def test_counts_by_person_and_by_customer() -> None:
    people, customers = tallies((*reveals(3, 1), Look(NOON, "b", Action.PAPER_PRINTED, ("c", "d"))))
    assert (people["a"].reveals, dict(people["a"].reasons), people["b"].prints) == (3, {"call": 3}, 1)
    assert (customers["c"].reveals, customers["c"].prints, list(customers["c"].accounts)) == (
        3,
        1,
        ["a", "b"],
    )


def test_months_to_sign() -> None:
    today = date(2026, 11, 24)
    assert months_to_sign(today, "2026-09-12", {"2026-09"}) == ("2026-10",)
    assert months_to_sign(today, "2026-11-01", ()) == ()
    assert months_to_sign(today, "2020-01-01", ()) == ("2026-10",)
    assert months_to_sign(today, "2020-01-01", {"2026-07", "2026-09"}) == ("2026-08", "2026-10")
    assert len(months_to_sign(today, "2020-01-01", {"2021-01"})) == 12
    assert due_on("2026-12", LIMITS) == date(2027, 1, 10)


def test_another_form_of_the_file_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown format"):
        parse_limits("format = 2")
