"""Who saw a customer in whom another lived on has seen the other, also once they are told apart."""

from __future__ import annotations

from sqlalchemy import select

from hvacdesk.domain.customers.customers import CustomerField, PersonName
from hvacdesk.domain.oversight.access_review import Pattern
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.oversight.access_review import AccessReview
from hvacdesk.services.requests.openness import OpennessPages
from hvacdesk.services.requests.purposes_notice import Notices
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.incidents import affected
from hvacdesk.store.models import Customer
from hvacdesk.store.oversight import joins
from tests.helpers.two_merged import Two

SEEN = "2026-11-01T00:00:00Z", "2026-12-31T00:00:00Z"


def show(two: Two, customer: str, field: CustomerField = CustomerField.PHONE) -> None:
    Customers(two.office.ground.workplace).reveal(
        two.office.ground.desk, customer, field, RevealReason.CALL, 0
    )


def reveals(two: Two, customer: str) -> int:
    entries = Customers(two.office.ground.workplace).accesses(two.office.ground.owner, customer)
    return sum(one.action is Action.REVEALED for one in entries)


def found(two: Two) -> dict[str, frozenset[CustomerField]]:
    with two.office.ground.workplace.reading() as session:
        return affected.by_account(session, two.office.ground.desk.account, *SEEN)


def test_their_history_tells_of_it(two: Two) -> None:
    show(two, two.kept)
    merge = two.merge()
    show(two, two.kept)
    two.undo(merge)
    show(two, two.kept)
    assert (reveals(two, two.kept), reveals(two, two.other)) == (3, 1)


def test_the_leak_desk_finds_both(two: Two) -> None:
    show(two, two.kept, CustomerField.ADDRESS)
    merge = two.merge()
    show(two, two.kept)
    two.undo(merge)
    here = found(two)
    assert here[two.other] == {CustomerField.PHONE}
    assert here[two.kept] == {CustomerField.PHONE, CustomerField.ADDRESS}


def test_what_was_seen_before_or_after_is_the_kept_ones_alone(two: Two) -> None:
    show(two, two.kept)
    two.undo(two.merge())
    show(two, two.kept)
    assert two.other not in found(two)
    assert reveals(two, two.other) == 0


def test_who_lived_on_in_a_duplicate_was_seen_with_it(two: Two) -> None:
    third = two.office.someone(name=PersonName("三宅", "三", "ミヤケ", "ミツ"))
    inner = two.merge(two.other, third)
    outer = two.merge()
    show(two, two.kept)
    two.undo(outer)
    assert set(found(two)) == {two.kept, two.other}, "the third lives on in the second"
    assert reveals(two, two.other) == 1
    two.undo(inner)
    assert set(found(two)) == {two.kept, two.other, third}
    assert reveals(two, third) == 1


def test_merged_and_told_apart_twice(two: Two) -> None:
    for _again in range(2):
        merge = two.merge()
        show(two, two.kept)
        two.undo(merge)
    show(two, two.kept)
    assert reveals(two, two.other) == 2
    with two.office.ground.workplace.reading() as session:
        assert [one.duplicate for one in joins.told_apart(session)] == [two.other] * 2
        assert joins.merged_since(session, two.kept, two.other) == 0


def test_the_customers_own_page_counts_it(two: Two) -> None:
    ground = two.office.ground
    merge = two.merge()
    show(two, two.kept)
    two.undo(merge)
    pages = OpennessPages(ground.workplace, Notices(ground.workplace), Requests(ground.workplace))
    before = pages.page(ground.owner, two.other).looks
    show(two, two.kept)
    assert pages.page(ground.owner, two.other).looks == before >= 1


def counted(two: Two) -> dict[str, tuple[int, int]]:
    """Reveals and prints of the month's sheet by the customer's record id."""
    sheet = AccessReview(two.office.ground.workplace).sheet(two.office.ground.owner, "2026-11")
    with two.office.ground.workplace.reading() as session:
        people = {row.number: row.record_id for row in session.scalars(select(Customer))}
    assert len({one.number for one in sheet.customers}) == len(sheet.customers)
    return {people[one.number]: (one.reveals, one.prints) for one in sheet.customers}


def without_job(two: Two) -> set[str]:
    sheet = AccessReview(two.office.ground.workplace).sheet(two.office.ground.owner, "2026-11")
    return {
        number
        for one in sheet.findings
        if one.pattern in (Pattern.REVEAL_WITHOUT_JOB, Pattern.PRINT_WITHOUT_JOB)
        for number in one.customers
    }


def print_of(two: Two, job: str) -> None:
    ground = two.office.ground
    with ground.workplace.transaction() as session:
        ground.workplace.record(
            session, ground.desk, Action.WORK_ORDER_PRINTED, f"job:{job}", profiles=["technician"]
        )


class TestReview:
    def test_while_they_are_one_all_looks_are_counted_together(self, two: Two) -> None:
        show(two, two.kept)
        show(two, two.other)
        assert counted(two) == {two.kept: (1, 0), two.other: (1, 0)}
        two.merge()
        show(two, two.kept)
        assert counted(two) == {two.kept: (3, 0)}

    def test_once_apart_each_is_counted_with_what_was_seen_while_they_were_one(self, two: Two) -> None:
        show(two, two.other)
        merge = two.merge()
        for _time in range(2):
            show(two, two.kept)
        two.undo(merge)
        show(two, two.kept)
        assert counted(two) == {two.kept: (3, 0), two.other: (3, 0)}
        sheet = AccessReview(two.office.ground.workplace).sheet(two.office.ground.owner, "2026-11")
        assert [one.reveals for one in sheet.people] == [4], "each entry is one look of a person"

    def test_a_page_of_a_job_that_goes_back_was_the_kept_ones_too(self, two: Two) -> None:
        job = two.office.job(two.other)
        print_of(two, job)
        merge = two.merge()
        print_of(two, job)
        assert counted(two) == {two.kept: (0, 2)}
        two.undo(merge)
        print_of(two, job)
        assert counted(two) == {two.kept: (0, 1), two.other: (0, 3)}

    def test_who_was_one_with_somebody_with_a_job_was_not_without_one(self, two: Two) -> None:
        two.office.job(two.kept)
        merge = two.merge()
        show(two, two.kept)
        assert without_job(two) == set()
        two.undo(merge)
        assert without_job(two) == set()
        show(two, two.other)
        assert len(without_job(two)) == 1

    def test_three_who_were_one_are_each_counted(self, two: Two) -> None:
        third = two.office.someone(name=PersonName("三宅", "三", "ミヤケ", "ミツ"))
        inner = two.merge(two.other, third)
        outer = two.merge()
        show(two, two.kept)
        two.undo(outer)
        assert counted(two) == {two.kept: (1, 0), two.other: (1, 0)}
        two.undo(inner)
        assert counted(two) == {two.kept: (1, 0), two.other: (1, 0), third: (1, 0)}

    def test_two_duplicates_of_one_customer_were_one(self, two: Two) -> None:
        third = two.office.someone(name=PersonName("三宅", "三", "ミヤケ", "ミツ"))
        job = two.office.job(third)
        merges = [two.merge(), two.merge(two.kept, third)]
        print_of(two, job)
        for merge in merges:
            two.undo(merge)
        assert counted(two) == dict.fromkeys((two.kept, two.other, third), (0, 1))

    def test_who_lives_on_in_another_one_by_now_is_counted_there(self, two: Two) -> None:
        third = two.office.someone(name=PersonName("三宅", "三", "ミヤケ", "ミツ"))
        merge = two.merge()
        show(two, two.kept)
        two.undo(merge)
        two.merge(third, two.other)
        assert counted(two) == {two.kept: (1, 0), third: (1, 0)}


def test_the_leak_desk_finds_the_kept_one_by_a_page_of_a_job_that_went_back(two: Two) -> None:
    job = two.office.job(two.other)
    merge = two.merge()
    print_of(two, job)
    two.undo(merge)
    here = found(two)
    assert here[two.kept] == here[two.other] != frozenset()


def test_the_kept_ones_history_and_page_tell_of_a_page_of_a_job_that_went_back(two: Two) -> None:
    ground, job = two.office.ground, two.office.job(two.other)
    pages = OpennessPages(ground.workplace, Notices(ground.workplace), Requests(ground.workplace))

    def prints() -> list[int]:
        people = Customers(ground.workplace)
        return [
            sum(one.action is Action.WORK_ORDER_PRINTED for one in people.accesses(ground.owner, who))
            for who in (two.kept, two.other)
        ]

    print_of(two, job)
    merge = two.merge()
    print_of(two, job)
    looks = pages.page(ground.owner, two.kept).looks
    two.undo(merge)
    assert prints() == [1, 2]
    assert looks - pages.page(ground.owner, two.kept).looks >= 1, "those of before the merge went back"
    before = pages.page(ground.owner, two.kept).looks
    print_of(two, job)
    assert (prints(), pages.page(ground.owner, two.kept).looks) == ([1, 3], before)


def test_a_job_in_which_both_have_a_part_is_told_once(two: Two) -> None:
    ground = two.office.ground
    job = two.office.job(two.other, payer=two.kept)
    merge = two.merge()
    print_of(two, job)
    two.undo(merge)
    pages = OpennessPages(ground.workplace, Notices(ground.workplace), Requests(ground.workplace))
    before = pages.page(ground.owner, two.kept).looks
    print_of(two, job)
    assert pages.page(ground.owner, two.kept).looks == before + 1
    assert counted(two) == {two.kept: (0, 2), two.other: (0, 2)}
