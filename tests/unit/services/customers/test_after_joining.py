"""After a merge: whoever still holds the duplicate's record id writes nothing that names it alone."""

from __future__ import annotations

import inspect
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

import pytest
from sqlalchemy import Column, Table, func, select
from sqlalchemy import inspect as mapped

from hvacdesk.domain.customers.merging import CustomerMerged
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.jobs.jobs import JobRecord, Party, WorkKind
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Words, english
from hvacdesk.seats.doors import doors
from hvacdesk.services.billing.invoices import Invoices
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.open_office import Office
from hvacdesk.store.base import Base
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.customers import customers as store
from hvacdesk.store.customers.living import references
from hvacdesk.store.models import Customer, Job
from hvacdesk.store.partners import handovers
from tests.helpers.door_calls import called
from tests.helpers.ground import Ground
from tests.helpers.made_values import made
from tests.helpers.people import customer

REFERENCES = tuple(references())
FEWEST = 20
"""So many columns named a customer when this was written."""


@dataclass
class Joined:
    """A customer, a duplicate of it that had a job, and what forms read before the merge."""

    ground: Ground
    kept: str
    other: str
    job: str
    version: int
    record: JobRecord

    @property
    def jobs(self) -> Jobs:
        return Jobs(self.ground.workplace)

    def requester(self) -> str:
        with self.ground.workplace.reading() as session:
            row = session.query(Job).filter_by(record_id=self.job).one()
            return store.by_key(session, row.customer_id).record_id


@pytest.fixture
def joined(ground: Ground) -> Joined:
    customers, jobs = Customers(ground.workplace), Jobs(ground.workplace)
    kept, other = (customers.add(ground.desk, customer()) for _ in range(2))
    site = jobs.add_site_at_customer(ground.desk, other)
    job = jobs.add(ground.desk, JobRecord(site, WorkKind.REPAIR, {Party.REQUESTER: other}))
    record, version = jobs.record_for_edit(ground.desk, job), jobs.detail(ground.desk, job).version
    Merging(ground.workplace).merge(ground.desk, kept, other, (1, 1), {})
    return Joined(ground, kept, other, job, version, record)


@pytest.mark.parametrize("made_since", [False, True], ids=["brought", "made since"])
def test_a_booking_that_was_read_while_both_were_one_does_not_give_the_job_to_the_kept_one(
    ground: Ground, made_since: bool
) -> None:
    customers, jobs, merging = Customers(ground.workplace), Jobs(ground.workplace), Merging(ground.workplace)
    kept, other = (customers.add(ground.desk, customer()) for _ in range(2))
    site = jobs.add_site_at_customer(ground.desk, other)
    job = jobs.add(ground.desk, JobRecord(site, WorkKind.REPAIR, {Party.REQUESTER: other}))
    merge = merging.merge(ground.desk, kept, other, (1, 1), {})
    if made_since:
        job = jobs.add(ground.desk, JobRecord(site, WorkKind.REPAIR, {Party.REQUESTER: kept}))
    record, version = jobs.record_for_edit(ground.desk, job), jobs.detail(ground.desk, job).version
    assert record.parties[Party.REQUESTER] == kept
    merging.undo(ground.desk, merge)
    with pytest.raises(ChangedMeanwhile):
        jobs.change(ground.desk, job, version, replace(record, note="梯子"))
    assert job in [row.job for row in jobs.of_customer(ground.desk, other)]
    assert jobs.of_customer(ground.desk, kept) == ()


def test_a_draft_that_nobody_saved_is_none_that_was_saved_after_a_merge_was_undone(ground: Ground) -> None:
    """Its first version says so, and it follows its job's day as long as that holds."""
    customers, invoices, merging = (door(ground.workplace) for door in (Customers, Invoices, Merging))
    kept, other = (customers.add(ground.desk, customer()) for _ in range(2))
    draft = invoices.draft_free(ground.owner, other)
    merging.undo(ground.desk, merging.merge(ground.desk, kept, other, (1, 1), {}))
    with ground.workplace.reading() as session:
        assert invoice_store.get(session, draft).version == 1


def test_a_booking_that_was_read_before_does_not_give_the_job_back_to_the_duplicate(joined: Joined) -> None:
    with pytest.raises(CustomerMerged) as refusal:
        joined.jobs.change(
            joined.ground.desk, joined.job, joined.version, replace(joined.record, note="梯子")
        )
    assert "C-000001" in str(refusal.value)
    assert joined.requester() == joined.kept
    assert [row.job for row in joined.jobs.of_customer(joined.ground.desk, joined.kept)] == [joined.job]


@pytest.mark.parametrize("party", Party)
def test_no_part_in_a_job_is_given_to_a_duplicate(joined: Joined, party: Party) -> None:
    parties = {Party.REQUESTER: joined.kept, party: joined.other}
    with pytest.raises(CustomerMerged):
        joined.jobs.add(joined.ground.desk, replace(joined.record, parties=parties))
    assert len(joined.jobs.of_customer(joined.ground.desk, joined.kept)) == 1


@pytest.mark.parametrize(
    ("table", "column"), REFERENCES, ids=[f"{table.name}.{column.name}" for table, column in REFERENCES]
)
def test_no_row_of_any_table_comes_to_name_a_duplicate(
    joined: Joined, table: Table, column: Column[object]
) -> None:
    """Whatever service writes it."""
    model = next(one.class_ for one in Base.registry.mappers if one.local_table is table)
    name = mapped(model).get_property_by_column(column).key
    with joined.ground.workplace.reading() as session:
        key = session.query(Customer.id).filter_by(record_id=joined.other).scalar()
    with pytest.raises(CustomerMerged), joined.ground.workplace.transaction() as session:
        session.add(model(**{name: key}))


def test_every_column_that_names_a_customer_is_tried_and_set_by_nothing_else() -> None:
    assert len(REFERENCES) >= FEWEST
    columns = {column for _table, column in REFERENCES}
    for mapper in Base.registry.mappers:
        for one in mapper.relationships:
            told = (
                f"{mapper.class_.__name__}.{one.key}: what a relationship sets is not seen before the flush"
            )
            assert one.mapper.class_ is not Customer or not columns & one.local_columns, told


def test_a_hand_over_of_a_duplicates_number_is_the_kept_ones(joined: Joined) -> None:
    with joined.ground.workplace.reading() as session:
        for called in (joined.other, "C-000002"):
            assert handovers.customer_called(session, called).record_id == joined.kept


NAMES_A_CUSTOMER = {"customer", "customers", "kept", "merged", "owner"}
"""Arguments by which a call names one, or several."""
DOORS = [
    door
    for door in doors().values()
    if not door.stays and NAMES_A_CUSTOMER & set(inspect.signature(door.method).parameters)
]
TIMES = 4


def test_no_call_that_names_the_duplicate_leaves_a_row_that_does(joined: Joined) -> None:
    """Whatever writes past the rows that a session knows."""
    office, chance = Office(joined.ground.workplace), Random("joined")

    def argument(one: inspect.Parameter, hint: Any) -> Any:
        if hint is Actor:
            return joined.ground.owner
        if hint == Words:
            return english
        if one.name in NAMES_A_CUSTOMER:
            several = "Sequence" in str(hint) or "Collection" in str(hint)
            return (joined.other,) if several else joined.other
        if one.default is not one.empty and chance.random() < 0.7:
            return one.default
        return date(2026, 11, 24) if hint is date else made(hint, chance)

    done = set()
    for door in DOORS:
        for _time in range(TIMES):
            with suppress(Exception):  # most of what is made up is refused, each for a reason of its own
                called(office, door, argument)
                done.add(door.name)
    assert len(DOORS) >= FEWEST_DOORS
    assert "payments.of_customer" in done
    with joined.ground.workplace.reading() as session:
        key = session.query(Customer.id).filter_by(record_id=joined.other).scalar()
        for table, column in REFERENCES:
            named = session.scalar(select(func.count()).select_from(table).where(column == key))
            assert named == 0, f"{table.name}.{column.name} names the duplicate"


FEWEST_DOORS = 40
"""So many calls named a customer when this was written, at least."""
