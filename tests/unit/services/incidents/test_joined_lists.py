"""Two incidents that turn out to be one: the list of the joined one, who was told, and whom it concerns."""

from __future__ import annotations

from itertools import permutations

import pytest

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.incidents.concerned import Concerned, Extent, Found, ListReason, Outcome
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.store.incidents import concerned, incidents
from tests.unit.services.incidents.test_incidents import TODAY, Office, desk

__all__ = ["desk"]

MORE = frozenset({CustomerField.NAME, CustomerField.ADDRESS})
NAME = frozenset({CustomerField.NAME})


def report(desk: Office) -> str:
    """An incident without anybody on its list."""
    known = {one.incident for one in desk.desk.all(desk.owner)}
    desk.desk.report(desk.ground.desk, Happening(IncidentKind.MIS_SENT, "FAXを別の宛先へ送った", TODAY))
    (new,) = {one.incident for one in desk.desk.all(desk.owner)} - known
    return new


@pytest.fixture
def two(desk: Office) -> tuple[str, str]:
    """Two incidents with the same customer on both lists: the one that goes on, and the other."""
    into, other = report(desk), report(desk)
    put = desk.desk.customers.add
    put(desk.owner, into, desk.numbers[0], NAME, ListReason.STAFF_SAID)
    put(desk.owner, other, desk.numbers[0], MORE, ListReason.OUTSIDER_SAID)
    return into, other


def joined(desk: Office, into: str, other: str) -> Concerned:
    """The only line of the list once the other incident is joined into this one."""
    desk.desk.join(desk.owner, into, other)
    (line,) = desk.get(into).customers
    return line


def take_off(desk: Office, incident: str, reason: ListReason) -> None:
    desk.desk.customers.take_off(desk.owner, incident, desk.customers[0], reason)


def test_a_customer_on_both_lists_is_there_once_as_in_the_one_that_goes_on(
    desk: Office, two: tuple[str, str]
) -> None:
    line = joined(desk, *two)
    assert (line.removed, line.reason) == (False, ListReason.STAFF_SAID)
    assert frozenset(line.fields) == MORE


@pytest.mark.parametrize(("off", "stays"), [(0, ListReason.OUTSIDER_SAID), (1, ListReason.STAFF_SAID)])
def test_who_was_taken_off_one_list_only_stays_on_with_the_reason_of_the_other(
    desk: Office, two: tuple[str, str], off: int, stays: ListReason
) -> None:
    take_off(desk, two[off], ListReason.WRONG_ENTRY)
    line = joined(desk, *two)
    assert (line.removed, line.reason) == (False, stays)


def test_how_somebody_was_found_is_that_of_the_list_where_they_still_are(desk: Office) -> None:
    into, other = report(desk), report(desk)
    desk.desk.customers.add(desk.owner, into, desk.numbers[0], NAME, ListReason.STAFF_SAID)
    take_off(desk, into, ListReason.WRONG_ENTRY)
    with desk.ground.workplace.transaction() as session:
        concerned.put(session, incidents.get(session, other), {desk.customers[0]: NAME}, Found.PAPER)
    line = joined(desk, into, other)
    assert (line.removed, line.found, line.reason) == (False, Found.PAPER, None)


def test_who_was_taken_off_both_lists_is_off_with_the_reason_of_the_one_that_goes_on(
    desk: Office, two: tuple[str, str]
) -> None:
    take_off(desk, two[0], ListReason.DATA_MASKED)
    take_off(desk, two[1], ListReason.PAPER_FOUND)
    line = joined(desk, *two)
    assert (line.removed, line.reason) == (True, ListReason.DATA_MASKED)


@pytest.mark.parametrize(
    ("first", "second", "holds"),
    [
        (Outcome.NOT_YET, Outcome.NO_ANSWER, Outcome.NO_ANSWER),
        (Outcome.NO_ANSWER, Outcome.REACHED, Outcome.REACHED),
        (Outcome.REACHED, Outcome.NO_ANSWER, Outcome.REACHED),
        (Outcome.LETTER, Outcome.REACHED, Outcome.LETTER),
        (Outcome.LETTER_BACK, Outcome.NO_ANSWER, Outcome.LETTER_BACK),
    ],
)
def test_who_was_told_about_one_of_them_was_told(
    desk: Office, two: tuple[str, str], first: Outcome, second: Outcome, holds: Outcome
) -> None:
    for incident, outcome in zip(two, (first, second), strict=True):
        if outcome:
            desk.desk.customers.note_told(desk.owner, incident, [desk.customers[0]], outcome)
    line = joined(desk, *two)
    assert line.outcome == holds
    assert line.tries == len({first, second} & {Outcome.REACHED, Outcome.NO_ANSWER})


@pytest.mark.parametrize("printed_later", [0, 1])
def test_the_last_letter_of_both_is_known(desk: Office, two: tuple[str, str], printed_later: int) -> None:
    days = []
    for incident in (two[1 - printed_later], two[printed_later]):
        desk.ground.clock.pass_time(days=1)
        with desk.ground.workplace.transaction() as session:
            now = desk.ground.workplace.now()
            concerned.note_letters(incidents.get(session, incident), desk.customers, now)
        days.append(desk.get(incident).concerned[0].letter_at)
    assert days[0] < days[1]
    assert joined(desk, *two).letter_at == days[1]


FROM_FEW_TO_MANY = (Extent.OPEN, Extent.LISTED, Extent.UNTRACEABLE, Extent.EVERYBODY)


@pytest.mark.parametrize(("one", "other"), [*permutations(FROM_FEW_TO_MANY, 2)])
def test_of_two_extents_the_one_that_concerns_more_people_holds(
    desk: Office, one: Extent, other: Extent
) -> None:
    both = report(desk), report(desk)
    with desk.ground.workplace.transaction() as session:
        for incident, extent in zip(both, (one, other), strict=True):
            incidents.put_extent(incidents.get(session, incident), extent)
    desk.desk.join(desk.owner, *both)
    assert desk.get(both[0]).extent is max(one, other, key=FROM_FEW_TO_MANY.index)
