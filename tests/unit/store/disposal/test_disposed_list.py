"""Carrying a disposed list out on a file that still has the customers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.disposal.disposed_list import DisposedList
from hvacdesk.store import counters
from hvacdesk.store.disposal import disposed_list as disposed
from hvacdesk.store.disposal import erasure
from hvacdesk.store.engine import Store
from hvacdesk.store.models import Customer, DisposalBatch, DisposalItem, DisposalLedgerRow, Draft, Job, Site
from tests.helpers.disposed import BATCH, batch_of, destroyed, listed
from tests.helpers.sample_records import ACCOUNT, STAMP, Person, add_customer, add_job

STAYING = Person(
    family="森", given="茂", phone="052-111-2222", email="mori@example.test", serial="SN-1", note=""
)
ABSENT = destroyed("9" * 32, "C-000031")


@pytest.fixture
def going(store: Store) -> str:
    """A customer with everything, beside one who stays; returns the record id."""
    with store.transaction() as session:
        leaver = add_customer(session, Person())
        add_job(session, leaver, Person(), detail="北の壁")
        add_job(session, add_customer(session, STAYING), STAYING)
        session.add(
            Draft(account=ACCOUNT, form="customer", subject=leaver.record_id, payload="{}", kept_at=STAMP)
        )
        return leaver.record_id


def replayed(store: Store, disposed_list: DisposedList) -> disposed.Replayed:
    with store.transaction() as session:
        return disposed.replay(session, disposed_list)


def test_whoever_is_on_the_list_goes_with_all_their_rows_and_nobody_else(store: Store, going: str) -> None:
    done = replayed(store, listed(destroyed(going), ABSENT))
    assert (done.customers, done.lines) == ((going,), 2)
    sought = {needle.value.decode(errors="replace") for needle in done.needles}
    assert {"美沙緒", "misao@yanagawa.example", "SN-77120415"} <= sought
    with store.reading() as session:
        assert session.scalars(select(Customer.family_name)).all() == ["森"]
        for table in (Job, Site):
            assert session.scalar(select(func.count()).select_from(table)) == 1
        assert session.scalar(select(func.count()).select_from(Draft)) == 0
        assert erasure.still_there(session, [going]) == 0


def test_the_ledger_afterwards_is_the_list(store: Store, going: str) -> None:
    whole = listed(destroyed(going), ABSENT)
    replayed(store, whole)
    with store.reading() as session:
        assert disposed.listed(session) == whole
    assert replayed(store, whole) == disposed.Replayed()
    with store.reading() as session:
        assert disposed.listed(session) == whole


def test_a_batch_that_waited_in_the_backup_comes_to_its_end(store: Store, going: str) -> None:
    with store.transaction() as session:
        batch = DisposalBatch(record_id=BATCH, number="D2026-003", month="2026-11", state="approved")
        batch.items = [
            DisposalItem(customer=record, customer_number="x", decision=Decision.DESTROY.value)
            for record in (going, "7" * 32)
        ]
        session.add(batch)
    replayed(store, listed(destroyed(going), ABSENT))
    with store.reading() as session:
        (batch,) = session.scalars(select(DisposalBatch)).all()
        assert (batch.number, batch.state) == ("D2026-003", BatchState.VERIFIED)
        assert {item.customer: item.decision for item in batch.items} == {
            going: Decision.DESTROY,
            "7" * 32: Decision.KEEP,  # had dropped out
            ABSENT.record: Decision.DESTROY,
        }


def test_what_a_customer_had_asked_for_is_told_from_a_months_review(store: Store, going: str) -> None:
    whole = DisposedList((replace(batch_of(), on_request=True),), (destroyed(going),))
    replayed(store, whole)
    with store.reading() as session:
        assert session.scalars(select(DisposalBatch.on_request)).all() == [True]
        assert disposed.listed(session) == whole


def test_a_number_that_another_batch_has_by_now_is_not_given_twice(store: Store) -> None:
    with store.transaction() as session:
        session.add(DisposalBatch(record_id="e" * 32, number="D2026-003", month="2026-12", state="draft"))
    replayed(store, listed(ABSENT))
    with store.reading() as session:
        rows = session.execute(select(DisposalBatch.record_id, DisposalBatch.number)).all()
        assert dict(map(tuple, rows)) == {"e" * 32: "D2026-003", BATCH: "D2026-003-2"}


def test_no_number_on_the_list_is_given_out_again(store: Store) -> None:
    with store.transaction() as session:
        counters.raise_to(session, "customer", 40)
    replayed(store, listed(ABSENT, destroyed("8" * 32, "C-000029", certificate="DC2027-002")))
    with store.transaction() as session:
        assert counters.take(session, "customer") == 41
        assert counters.take(session, "disposal 2026") == 4
        assert counters.take(session, "certificate 2026") == 5
        assert counters.take(session, "certificate 2027") == 3


def test_a_result_that_was_pending_is_written_down_as_not_verified(store: Store, going: str) -> None:
    pending = replace(destroyed(going), result="destroying", certificate="")
    replayed(store, DisposedList((batch_of(state="destroying"),), (pending,)))
    with store.reading() as session:
        assert session.scalars(select(DisposalLedgerRow.result)).all() == [BatchState.EXCEPTIONS]
        assert session.scalars(select(DisposalBatch.state)).all() == [BatchState.EXCEPTIONS]


@pytest.mark.parametrize(("known", "expected"), [("verified", "verified"), ("destroying", "destroying")])
def test_a_batch_that_was_interrupted_in_the_backup_gets_its_result_if_it_is_known(
    store: Store, known: str, expected: str
) -> None:
    """Otherwise it stays interrupted, and calling it again finishes it."""
    pending = replace(ABSENT, result="destroying", certificate="")
    with store.transaction() as session:
        session.add(DisposalBatch(record_id=BATCH, number="D2026-003", month="2026-11", state="destroying"))
        session.add(DisposalLedgerRow(**vars(pending)))
    final = ABSENT if known == "verified" else pending
    replayed(store, DisposedList((batch_of(state=known),), (final,)))
    with store.reading() as session:
        assert session.scalars(select(DisposalBatch.state)).all() == [expected]
        assert disposed.listed(session).customers == (final,)
