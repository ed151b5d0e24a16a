"""The copy in memory follows the database, whatever happens while it loads."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import delete, select

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.store.customers import customers, finding
from hvacdesk.store.customers.finding import FindingIndex
from hvacdesk.store.customers.shown_lines import ShownLines
from hvacdesk.store.engine import Session, Store
from hvacdesk.store.models import Customer, CustomerFinding
from tests.helpers.people import customer, organisation

WORDS = (("柳川",),)


def add(session: Session, number: str, at: str = "2026-11-24T01:00:00Z", family: str = "柳川") -> int:
    record = customer(name=PersonName(family, "健"))
    return customers.add(session, record, number, today="2026-11-24", at=at).id


def test_new_changed_and_destroyed_customers_are_noted(store: Store) -> None:
    index = FindingIndex(store)
    with store.transaction() as session:
        first = add(session, "C-000001")
    assert index.find(WORDS, 10).ids == (first,)
    with store.transaction() as session:
        second = add(session, "C-000002")
    index.changed(second)
    assert index.find(WORDS, 10).ids == (second, first)
    with store.transaction() as session:
        row = session.get_one(Customer, first)
        customers.save(session, row, customer(name=PersonName("別所", "保")))
        session.execute(delete(Customer).where(Customer.id == second))
    index.changed(first, second)
    assert index.find(WORDS, 10)[:2] == ((), 0)
    assert index.find((("べっしょ", "別所"),), 10).ids == (first,)
    assert index.total() == 1


def test_after_a_drop_everything_is_read_anew(store: Store) -> None:
    index = FindingIndex(store)
    with store.transaction() as session:
        add(session, "C-000001")
    assert index.total() == 1
    with store.transaction() as session:
        session.execute(delete(Customer))
    index.drop()
    assert index.total() == 0


def test_after_a_large_import_everything_is_read_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "_READ_ONE_BY_ONE", 2)
    monkeypatch.setattr(FindingIndex, "_refresh", lambda *_: pytest.fail("read one by one"))
    index = FindingIndex(store)
    index.recent(1)
    with store.transaction() as session:
        added = [add(session, f"C-{number}") for number in range(3)]
    index.changed(*added)
    assert index.find(WORDS, 10).total == index.total() == 3


def test_many_changes_one_by_one_are_read_anew_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line beside the index is looked at by itself: they may not become many."""
    monkeypatch.setattr(finding, "_READ_ONE_BY_ONE", 3)
    index = FindingIndex(store)
    index.recent(1)
    for number in range(8):
        with store.transaction() as session:
            added = add(session, f"C-{number:06d}")
        index.changed(added)
        assert index.find(WORDS, 10).ids[0] == added
        assert index._lines is not None
        assert index._lines.loose <= 3
    assert index.total() == 8


def test_areas_are_found_by_their_readings_once_they_were_read_and_after_a_drop(store: Store) -> None:
    index = FindingIndex(store, lambda part: {"からやまちよう": "唐山町"} if part.endswith("唐山町") else {})
    with store.transaction() as session:
        added = add(session, "C-000001")
    words = (("からやま",),)
    assert index.find(words, 10).ids == ()
    assert index.places(words, ["愛知県名古屋市千種区唐山町"]) == frozenset()
    index.read_places()
    assert index.find(words, 10).ids == (added,)
    assert index.places(words, ["愛知県名古屋市千種区唐山町", "愛知県豊田市"]) == {"唐山町"}
    assert index.places((("やまちよう",),), ["愛知県名古屋市千種区唐山町"]) == frozenset()
    index.drop()
    assert index.find(words, 10).ids == (added,)


def test_the_latest_used_come_first(store: Store) -> None:
    with store.transaction() as session:
        old = add(session, "C-000001", at="2026-01-01T00:00:00Z")
        new = add(session, "C-000002", at="2026-03-01T00:00:00Z")
        middle = add(session, "C-000003", at="2026-02-01T00:00:00Z")
    assert FindingIndex(store).find(WORDS, 10).ids == (new, middle, old)


def test_a_customer_saved_while_the_index_loads_is_not_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The save commits after the load has read, and notes itself while the load still holds the lock."""
    index = FindingIndex(store)
    threads: list[threading.Thread] = []

    def load(session: Session) -> ShownLines:
        lines = read(session)
        with store.transaction() as writing:
            saved = add(writing, "C-000001")
        threads.append(threading.Thread(target=index.changed, args=(saved,)))
        threads[0].start()
        return lines

    read = finding._all_lines
    monkeypatch.setattr(finding, "_all_lines", load)
    index.recent(10)
    threads[0].join()
    assert index.find(WORDS, 10).total == 1


def test_only_hidden_names_have_a_whole_form(store: Store) -> None:
    with store.transaction() as session:
        customers.add(session, customer(name=PersonName("柳川")), "C-000001", today="2026-11-24", at="")
        customers.add(session, organisation(), "C-000002", today="2026-11-24", at="")
    with store.reading() as session:
        names = session.scalars(select(CustomerFinding.whole_name).order_by(CustomerFinding.id)).all()
    assert names == ["", "柳川美沙緒"]


def test_empty_values_are_not_what_an_empty_search_finds(store: Store) -> None:
    with store.transaction() as session:
        customers.add(session, customer(name=PersonName("柳川"), email="", phones=()), "C-1", today="", at="")
    with store.reading() as session:
        assert finding.same_hidden_values(session, (), (), ()) == ()
