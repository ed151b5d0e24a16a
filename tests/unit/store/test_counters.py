"""Numbers of a series neither repeat nor leave gaps."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hvacdesk.store import counters
from hvacdesk.store.engine import Store


def take(store: Store, series: str) -> int:
    with store.transaction() as session:
        return counters.take(session, series)


def test_each_series_counts_from_one(store: Store) -> None:
    assert [take(store, "customer") for _ in range(3)] == [1, 2, 3]
    assert take(store, "job 2026") == 1
    assert take(store, "job 2027") == 1
    assert take(store, "customer") == 4


def test_a_number_of_a_rolled_back_transaction_is_given_again(store: Store) -> None:
    take(store, "customer")
    with store.transaction() as session:
        assert counters.take(session, "customer") == 2
        session.rollback()
    assert take(store, "customer") == 2


def test_threads_never_get_the_same_number(store: Store) -> None:
    with ThreadPoolExecutor(6) as pool:
        numbers = list(pool.map(lambda _: take(store, "job 2026"), range(60)))
    assert sorted(numbers) == list(range(1, 61))
