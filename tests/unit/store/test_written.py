"""Which rooms the change notice names."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from hvacdesk.domain.rooms import Room
from hvacdesk.store import models
from hvacdesk.store.engine import Store, written
from hvacdesk.store.written import rooms_written
from tests.helpers.sample_records import Person, add_customer


def test_every_room_has_its_tables() -> None:
    modules = {path.stem for path in Path(models.__file__).parent.glob("*.py")} - {"__init__"}
    assert modules == set(Room)


@pytest.mark.parametrize(
    ("statement", "rooms"),
    [
        ("INSERT INTO call_notes (id) VALUES (?)", {Room.CALLS}),
        ('INSERT OR REPLACE INTO "settings" (key) VALUES (?)', {Room.OFFICE}),
        ("UPDATE jobs SET state=? WHERE jobs.id = ?", {Room.JOBS}),
        ("\n  update sites SET note=?", {Room.JOBS}),
        ("DELETE FROM settings WHERE settings.key = ?", {Room.OFFICE}),
        ("SELECT jobs.id FROM jobs", set()),
        ("INSERT INTO temp_found (id) VALUES (?)", set()),
        ("INSERT INTO drafts (id) VALUES (?)", set()),
        ("BEGIN IMMEDIATE", set()),
    ],
)
def test_of_a_statement(statement: str, rooms: set[Room]) -> None:
    assert rooms_written(statement) == rooms


def test_a_deletion_concerns_the_rooms_of_what_goes_with_it() -> None:
    assert rooms_written("DELETE FROM customers WHERE id = 1") >= {
        Room.CUSTOMERS,
        Room.CALLS,
        Room.JOBS,
        Room.BILLING,
    }


def test_of_a_transaction(store: Store) -> None:
    with store.transaction() as session:
        customer = add_customer(session, Person()).id
        assert written(session) >= {Room.CUSTOMERS}
        assert Room.JOBS not in written(session)
    with store.transaction() as session:
        session.execute(update(models.Customer).values(version=5))
        session.execute(insert(models.Setting), [{"account": "", "key": "a", "value": "b"}])
    assert written(session) == {Room.CUSTOMERS, Room.OFFICE}
    with store.transaction() as session:
        session.scalars(select(models.Customer)).all()
    assert written(session) == frozenset()
    with store.transaction() as session:
        session.execute(delete(models.Customer).where(models.Customer.id == customer))
    assert written(session) >= {Room.CUSTOMERS, Room.JOBS}
