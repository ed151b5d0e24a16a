"""A wish to be erased is that of whom asked, also after a merge was undone."""

from __future__ import annotations

import pytest

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.services.requests.erasure_requests import ErasureRequests
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.customers import customers as store
from hvacdesk.store.office import office
from tests.helpers.erasure_requests import ask_for_erasure
from tests.helpers.real_office import FACTS
from tests.helpers.two_merged import Two

FIRST, SECOND = "2026-11-20", "2026-11-22"


@pytest.fixture(autouse=True)
def _facts(two: Two) -> None:
    with two.office.ground.workplace.transaction() as session:
        office.save_facts(session, FACTS)


def ask(two: Two, customer: str, day: str = FIRST) -> str:
    return ask_for_erasure(Requests(two.office.ground.workplace), two.office.ground.owner, customer, day)


def begin(two: Two, request: str) -> None:
    ground = two.office.ground
    shown = Requests(ground.workplace).detail(ground.owner, request).noted
    ErasureRequests(ground.workplace).erase_on_request(ground.owner, request, shown=shown)


def withdraw(two: Two, request: str) -> None:
    ground = two.office.ground
    requests = Requests(ground.workplace)
    requests.withdraw(ground.owner, request, shown=requests.detail(ground.owner, request).noted)


def marks(two: Two, *customers: str) -> list[str]:
    with two.office.ground.workplace.reading() as session:
        return [store.get(session, one).erasure_asked_on for one in customers or (two.kept, two.other)]


def test_an_erasure_that_was_begun_meanwhile_is_for_whom_asked(two: Two) -> None:
    request = ask(two, two.other)
    merge = two.merge()
    begin(two, request)
    two.undo(merge)
    assert marks(two) == ["", FIRST]


def test_the_kept_ones_own_that_was_begun_meanwhile_stays(two: Two) -> None:
    request = ask(two, two.kept)
    merge = two.merge()
    begin(two, request)
    two.undo(merge)
    assert marks(two) == [FIRST, ""]


def test_a_request_that_was_taken_back_meanwhile_marks_nobody(two: Two) -> None:
    request = ask(two, two.other)
    begin(two, request)
    merge = two.merge()
    withdraw(two, request)
    two.undo(merge)
    assert marks(two) == ["", ""]


def test_what_one_took_back_meanwhile_leaves_the_others_wish(two: Two) -> None:
    theirs, mine = ask(two, two.other, SECOND), ask(two, two.kept)
    for request in (theirs, mine):
        begin(two, request)
    merge = two.merge()
    withdraw(two, theirs)
    two.undo(merge)
    assert marks(two) == [FIRST, ""]


def test_both_wishes_go_back_as_they_were(two: Two) -> None:
    for customer, day in ((two.kept, FIRST), (two.other, SECOND)):
        begin(two, ask(two, customer, day))
    two.undo(two.merge())
    assert marks(two) == [FIRST, SECOND]


def test_a_mark_that_no_request_set_goes_back_too(two: Two) -> None:
    """As a restored backup sets one."""
    with two.office.ground.workplace.transaction() as session:
        store.note_erasure_asked(session, store.get(session, two.other), FIRST)
    merge = two.merge()
    assert marks(two, two.kept) == [FIRST]
    two.undo(merge)
    assert marks(two) == ["", FIRST]


@pytest.mark.parametrize("days", [(FIRST, SECOND), (SECOND, FIRST)])
@pytest.mark.parametrize("last_first", [False, True])
def test_each_of_two_takes_its_wish_along(two: Two, days: tuple[str, str], last_first: bool) -> None:
    third = two.office.someone(name=PersonName("三宅", "三", "ミヤケ", "ミツ"))
    for customer, day in zip((two.other, third), days, strict=True):
        begin(two, ask(two, customer, day))
    merges = [two.merge(), two.merge(two.kept, third)]
    for merge, left in ((merges[last_first], days[not last_first]), (merges[not last_first], "")):
        two.undo(merge)
        assert marks(two, two.kept) == [left]
    assert marks(two, two.kept, two.other, third) == ["", *days]
