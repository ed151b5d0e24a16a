"""Each hidden value that is compared is a try of its own; of a locked record none is compared."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import sleep

import pytest

from hvacdesk.domain.customers.customers import CustomerRecord, PersonName, Phone, PhoneKind
from hvacdesk.domain.customers.duplicates import Resemblance
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.customers.customer_search import HIDDEN_NAMES, SUSPENDED
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.exact_tries import FREE_TRIES, TooManyExactSearches
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.customers import customers as store
from hvacdesk.store.customers import finding
from hvacdesk.store.requests import suspension
from tests.helpers.ground import Ground
from tests.helpers.people import HIDDEN, NO_MAILBOX, customer, organisation
from tests.helpers.sabotage import replaced

NUMBER = "052-781-4649"
MOST = 6
"""So many phones of one record are compared."""

NOBODY = customer(name=PersonName("", ""), phones=(), **NO_MAILBOX)


@pytest.fixture
def customers(ground: Ground) -> Customers:
    return Customers(ground.workplace)


def with_numbers(*numbers: str) -> CustomerRecord:
    return replace(NOBODY, phones=tuple(Phone(PhoneKind.MOBILE, one) for one in numbers))


def guess(middle: int) -> str:
    return f"052-{middle:03d}-4649"


def tries(ground: Ground) -> int:
    """How many tries the desk has made within the last minutes."""
    return len(ground.workplace.shared.exact_tries._people[ground.desk.account].at)


def shared(customers: Customers, ground: Ground, record: CustomerRecord) -> list[Resemblance]:
    return [what for one in customers.likely_duplicates(ground.desk, record) for what in one.shared]


def suspend(ground: Ground, customer: str) -> None:
    with ground.workplace.transaction() as session:
        suspension.lock(session, store.get(session, customer), ground.workplace.today().isoformat())


def test_every_number_of_a_record_counts(ground: Ground, customers: Customers) -> None:
    customers.likely_duplicates(ground.desk, with_numbers(guess(1), guess(2), guess(3)))
    assert tries(ground) == 3


def test_of_numbers_that_are_tried_at_once_no_more_are_told_than_one_after_the_other(
    ground: Ground, customers: Customers
) -> None:
    for last in range(FREE_TRIES - 1):
        customers.likely_duplicates(ground.desk, with_numbers(guess(last)))
    all_there = threading.Barrier(5)

    def ask(last: int) -> bool:
        all_there.wait()
        try:
            customers.likely_duplicates(ground.desk, with_numbers(guess(100 + last)))
        except TooManyExactSearches:
            return False
        return True

    with (
        replaced(finding, "same_hidden_values", slowly(finding.same_hidden_values)),
        ThreadPoolExecutor(5) as threads,
    ):
        told = list(threads.map(ask, range(5)))
    assert told.count(True) == 1
    assert tries(ground) == FREE_TRIES


def slowly(find: Callable[..., tuple[int, ...]]) -> Callable[..., tuple[int, ...]]:
    """A search that takes so long that all others begin meanwhile, if they may."""

    def found(*sought: object) -> tuple[int, ...]:
        sleep(0.05)
        return find(*sought)

    return found


def test_a_number_in_two_writings_counts_once(ground: Ground, customers: Customers) -> None:
    customers.likely_duplicates(ground.desk, with_numbers("052-781-4650", "０５２７８１４６５０"))
    assert tries(ground) == 1


def test_a_number_does_not_count_as_a_name(ground: Ground, customers: Customers) -> None:
    """Else the one would be asked for under the count of the other."""
    customers.likely_duplicates(ground.desk, replace(NOBODY, name=PersonName("0527", "814649")))
    assert shared(customers, ground, with_numbers(NUMBER)) == []
    assert tries(ground) == 2


def test_a_thousand_numbers_at_once_are_not_compared(ground: Ground, customers: Customers) -> None:
    customers.add(ground.desk, customer())
    crowd = with_numbers(*map(guess, range(700)), NUMBER, *map(guess, range(800, 999)))
    assert shared(customers, ground, crowd) == []
    assert tries(ground) == MOST


def test_a_number_added_to_the_last_record_is_a_try(ground: Ground, customers: Customers) -> None:
    for last in range(1, MOST + 1):
        customers.likely_duplicates(ground.desk, with_numbers(*map(guess, range(last))))
        assert tries(ground) == last


def test_nothing_goes_on_beyond_the_limit(ground: Ground, customers: Customers) -> None:
    customers.add(ground.desk, customer())
    for middle in range(FREE_TRIES):
        customers.likely_duplicates(ground.desk, with_numbers(guess(middle)))
    last = guess(FREE_TRIES - 1)
    assert shared(customers, ground, with_numbers(last)) == [], "what was answered is answered again"
    for added in (NUMBER, guess(900)):
        with pytest.raises(TooManyExactSearches) as refusal:
            customers.likely_duplicates(ground.desk, with_numbers(last, added))
        assert refusal.value.wait == 5, "whether or not somebody has it"


def test_several_values_wait_as_long_as_one_after_the_other(ground: Ground, customers: Customers) -> None:
    for middle in range(FREE_TRIES - 1):
        customers.likely_duplicates(ground.desk, with_numbers(guess(middle)))
    some = with_numbers(*map(guess, range(100, 104)))
    with pytest.raises(TooManyExactSearches) as refusal:
        customers.likely_duplicates(ground.desk, some)
    assert refusal.value.wait == 5 + 10 + 20
    ground.clock.pass_time(seconds=35)
    assert customers.likely_duplicates(ground.desk, some) == ()
    assert tries(ground) == FREE_TRIES + 3


def test_what_is_typed_into_a_form_counts_once_however_often_it_is_asked(
    ground: Ground, customers: Customers
) -> None:
    """After each field, and once more before it is saved: name, kana, two phones and a mailbox are five."""
    new = customer(name=PersonName("別所", "保", "ベッショ", "タモツ"), phones=())
    phones = with_numbers("052-781-1111", "090-1111-2222").phones
    for record in (
        replace(new, email="", name=PersonName("別所", "保")),
        replace(new, email=""),
        replace(new, email="", phones=phones[:1]),
        replace(new, email="", phones=phones),
        replace(new, phones=phones),
        replace(new, phones=phones),
    ):
        customers.likely_duplicates(ground.desk, record)
        customers.search(ground.desk, "052-781-9999")
    assert tries(ground) == 5 + 1


def test_the_log_says_how_many_were_tried_at_once(ground: Ground, customers: Customers) -> None:
    made = customers.add(ground.desk, customer())
    customers.likely_duplicates(ground.desk, with_numbers(guess(1), NUMBER))
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.EXACT_SEARCH)
    assert (entry.subject, entry.details) == (
        f"customer:{made}",
        {"field": "duplicate", "hits": 1, "tries": 2},
    )


def test_a_check_of_a_caller_goes_on_from_no_other(ground: Ground, customers: Customers) -> None:
    customers.check_caller(ground.desk, "青葉", "1234")
    customers.check_caller(ground.desk, "青葉", "1234")
    assert tries(ground) == 1
    customers.check_caller(ground.desk, "青葉 1234", "4649")
    assert tries(ground) == 2


class TestSuspended:
    def test_nothing_hidden_makes_it_a_likely_duplicate(self, ground: Ground, customers: Customers) -> None:
        made = customers.add(ground.desk, customer())
        same = replace(customer(), name=PersonName("柳川", HIDDEN["given"]))
        assert customers.likely_duplicates(ground.desk, same)
        suspend(ground, made)
        assert customers.likely_duplicates(ground.desk, same) == ()

    def test_what_everybody_sees_does(self, ground: Ground, customers: Customers) -> None:
        """The same of a right and a wrong number, or the answer would tell which it is."""
        person = customers.add(ground.desk, customer())
        firm = customers.add(ground.desk, organisation(phones=()))
        suspend(ground, person)
        suspend(ground, firm)
        firm_like = replace(organisation(), name=PersonName("", ""))
        for number in (NUMBER, guess(900)):
            numbers = with_numbers(number).phones
            assert shared(customers, ground, customer(phones=numbers)) == [Resemblance.KANA_AND_LAST_FOUR]
            assert shared(customers, ground, replace(firm_like, phones=numbers)) == [Resemblance.ORGANISATION]

    def test_who_shares_what_it_hides_is_not_told(self, ground: Ground, customers: Customers) -> None:
        """The other's number may be shown, and would be its own."""
        made = customers.add(ground.desk, customer())
        other = customers.add(ground.desk, replace(with_numbers(NUMBER), name=PersonName("別所", "保")))
        assert [one.row.customer for one in customers.likely_duplicates_of(ground.desk, made)] == [other]
        suspend(ground, made)
        assert customers.likely_duplicates_of(ground.desk, made) == ()
        assert customers.likely_duplicates_of(ground.desk, other) == ()

    def test_whoever_knows_the_whole_number_still_finds_the_masked_row(
        self, ground: Ground, customers: Customers
    ) -> None:
        """A caller has to be told that their data is suspended, and to have it lifted; it is one try each."""
        made = customers.add(ground.desk, customer())
        suspend(ground, made)
        (row,) = customers.search(ground.desk, NUMBER).rows
        assert (row.customer, row.state, row.found_by) == (made, SUSPENDED, HIDDEN_NAMES["phone"])
        assert row.phone.hidden
        assert not row.phone.revealable
        assert tries(ground) == 1
