"""Who saw a customer in whom another lived on has seen the other, also once they are told apart."""

from __future__ import annotations

from hvacdesk.domain.customers.customers import CustomerField, PersonName
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.requests.openness import OpennessPages
from hvacdesk.services.requests.purposes_notice import Notices
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.incidents import affected
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
