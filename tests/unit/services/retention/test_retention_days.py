"""The kept retention days: what judging everybody says, whatever is recorded about whomever."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import Column, delete, event, insert, select, text, update
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.retention.retention_choices import Choice
from hvacdesk.domain.retention.retention_days import RetentionDays
from hvacdesk.services.retention import retention_days as retention_calendar
from hvacdesk.services.retention.retention_choices import RetentionChoices
from hvacdesk.store import schema
from hvacdesk.store.base import Base
from hvacdesk.store.disposal import erasure
from hvacdesk.store.models import Handover, Hold, RefrigerantEntry, RetentionDaysRow, Unit
from hvacdesk.store.office import office
from hvacdesk.store.retention import retention, retention_days, retention_triggers
from hvacdesk.store.retention.retention import CustomerHistory
from tests.helpers.filled import fill_every_table
from tests.helpers.ground import Ground
from tests.helpers.sample_records import Person, add_customer, add_job

FACTS = OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3)
OTHERS: tuple[object, ...] = (
    "2031-03-03", "drawing", "breaker", "recycling", "provision", "contract", "paid", "cancelled", "",
    "2026-11-24T01:00:00Z", "name", 1, 0, None,
)  # fmt: skip
"""What a column is changed to, one after the other: days, codes that the judgement knows, and nothing."""


@pytest.fixture
def ground_with_facts(ground: Ground) -> Ground:
    with ground.workplace.transaction() as session:
        office.save_facts(session, FACTS)
    return ground


@pytest.fixture
def somebody(ground_with_facts: Ground) -> int:
    """A customer with a row in every table, and with a job that has a part in everything."""
    ground = ground_with_facts
    with ground.workplace.transaction() as session:
        customer = add_customer(session, Person())
        fill_every_table(session, customer, lambda *_what: b"sealed")
        other = add_customer(session, Person(family="別", given="人"))
        job = add_job(session, customer, Person(), events={EventKind.INVOICE: "2019-10-04"})
        job.resident_id = other.id
        log = session.scalars(select(RefrigerantEntry).where(RefrigerantEntry.job_id == job.id)).one()
        session.get_one(Unit, log.unit_id).commercial = True
        session.add(
            RefrigerantEntry(
                unit_id=log.unit_id, on="2020-01-01", kind="charged", kg=1.0, refrigerant="R32",
                recorded_by="", recorded_at="",
            )
        )  # fmt: skip
        for row in session.scalars(select(Handover)):
            row.job, row.basis, row.ending, row.on = job.record_id, "provision", "", "2020-02-02"
        session.add(Hold(customer_id=customer.id, reason="係争中", until="2027-01-01", set_by="", set_at=""))
        session.flush()
        return customer.id


def settle(ground: Ground) -> None:
    retention_calendar.bring_up_to_date(ground.workplace)


def histories(session: Session) -> dict[int, CustomerHistory]:
    return {one.id: one for one in retention.histories(session)}


def columns_read(ground: Ground) -> list[Column[Any]]:
    """Every column that stands in a query by which the facts of a judgement are read."""
    said: list[str] = []
    with ground.workplace.reading() as session:
        engine = session.get_bind()
        listen = event.listens_for(engine, "before_cursor_execute")
        note = listen(lambda _connection, _cursor, statement, *_rest: said.append(statement))
        histories(session)
        event.remove(engine, "before_cursor_execute", note)
    text = " ".join(said)
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if not column.primary_key and re.search(rf'\b{table.name}\."?{column.name}\b', text)
    ]


class _Back(Exception):
    """Takes a change back."""


@contextmanager
def undone(ground: Ground) -> Iterator[Session]:
    """A transaction that is taken back; what cannot be written, or not be read, is passed over."""
    with suppress(_Back, StatementError, ValueError), ground.workplace.transaction() as session:
        yield session
        raise _Back


def unnoticed(session: Session, before: dict[int, CustomerHistory]) -> set[int]:
    """Customers whose facts are others than before, and who are not marked."""
    after = histories(session)
    changed = {
        key
        for key in before.keys() | after.keys()
        if key in after and (key not in before or before[key].facts != after[key].facts)
    }
    return changed - set(retention_days.marked(session))


def test_whatever_is_changed_marks_whom_it_concerns(ground_with_facts: Ground, somebody: int) -> None:
    """Each column that is read is changed; where the facts of a judgement change with it, that is noticed."""
    settle(ground_with_facts)
    with ground_with_facts.workplace.reading() as session:
        before = histories(session)
    telling = set()
    for column in columns_read(ground_with_facts):
        for value in OTHERS:
            with undone(ground_with_facts) as session:
                session.execute(update(column.table).values({column: value}))
                missed = unnoticed(session, before)
                assert not missed, f"{column} = {value}"
                if histories(session) != before:
                    telling.add(str(column))
    assert len(telling) > 20, sorted(telling)


def test_whatever_goes_marks_whom_it_concerns(ground_with_facts: Ground, somebody: int) -> None:
    settle(ground_with_facts)
    with ground_with_facts.workplace.reading() as session:
        before = histories(session)
    telling = set()
    for table in {column.table for column in columns_read(ground_with_facts)}:
        with undone(ground_with_facts) as session:
            session.execute(delete(table))
            assert not unnoticed(session, before), table.name
            if histories(session) != before:
                telling.add(table.name)
    assert len(telling) > 7, sorted(telling)


def test_whatever_is_added_marks_whom_it_concerns(ground_with_facts: Ground, somebody: int) -> None:
    """Each row that the judgement reads is taken away and put back."""
    tables = {column.table for column in columns_read(ground_with_facts)}
    assert len(tables) > 7
    for table in tables:
        with undone(ground_with_facts) as session:
            rows = [dict(row) for row in session.execute(select(table)).mappings()]
            session.execute(text("PRAGMA defer_foreign_keys = ON"))
            session.execute(text("PRAGMA foreign_keys = OFF"))
            session.execute(delete(table))
            retention_calendar.refresh(ground_with_facts.workplace, session)
            before = histories(session)
            session.execute(insert(table), rows)
            assert not unnoticed(session, before), table.name


def test_a_customer_comes_with_days_of_their_own_and_takes_them_along(ground_with_facts: Ground) -> None:
    with ground_with_facts.workplace.transaction() as session:
        customer = add_customer(session, Person(), last_contact_on="2026-04-10").id
        assert retention_days.marked(session) == (customer,)
    settle(ground_with_facts)
    assert kept(ground_with_facts) == {customer: RetentionDays(date(2026, 10, 11))}
    with ground_with_facts.workplace.transaction() as session:
        erasure.delete_rows(session, erasure.belongings(session, [customer]))
    with ground_with_facts.workplace.reading() as session:
        assert session.scalars(select(RetentionDaysRow)).all() == []


def test_nothing_is_written_where_nothing_changed(ground_with_facts: Ground, somebody: int) -> None:
    settle(ground_with_facts)
    begun: list[object] = []
    with patch.object(ground_with_facts.workplace.store, "transaction", side_effect=begun.append):
        settle(ground_with_facts)
    assert begun == []


def test_a_duplicate_that_lives_on_in_another_never_comes_due(ground_with_facts: Ground) -> None:
    with ground_with_facts.workplace.transaction() as session:
        whole = add_customer(session, Person(), last_contact_on="2015-04-10")
        merged = add_customer(session, Person(), last_contact_on="2015-04-10")
        session.flush()
        merged.merged_into_id = whole.id
        both = (whole.id, merged.id)
    settle(ground_with_facts)
    with ground_with_facts.workplace.reading() as session:
        assert retention_days.concerned(session, date(2026, 11, 24)) == both[:1]
        assert retention_days.count(session) == 1


@pytest.mark.parametrize("change", ["rule", "facts", "extension", "program"])
def test_everybody_is_judged_anew_when_the_grounds_change(
    ground_with_facts: Ground, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ground = ground_with_facts
    with ground.workplace.transaction() as session:
        person = Person()
        customer = add_customer(session, person, last_contact_on="2019-10-04")
        add_job(session, customer, person, events={EventKind.INVOICE: "2019-10-04"})
        inquirer = add_customer(session, person, last_contact_on="2026-04-10").id
    settle(ground)
    before = kept(ground)
    if change == "rule":
        RetentionChoices(ground.workplace).save(ground.owner, Choice("inquiry-without-order", 3, 0))
    elif change == "facts":
        with ground.workplace.transaction() as session:
            office.save_facts(session, replace(FACTS, loss_years=(2020,)))
    elif change == "extension":
        with ground.workplace.transaction() as session:
            assert office.save_facts(session, replace(FACTS, return_extension=1)) == ("return_extension",)
    else:
        monkeypatch.setattr(retention_calendar, "__version__", "99")
        spoil(ground, inquirer)
    settle(ground)
    after = kept(ground)
    assert (after != before) == (change != "program")
    assert retention_calendar.mend(ground.workplace) == 0


def test_days_that_somebody_put_off_are_found_and_mended(ground_with_facts: Ground) -> None:
    """Sabotage: a kept day later than the rules say hides a customer who is due; a check finds it."""
    ground = ground_with_facts
    with ground.workplace.transaction() as session:
        hidden = add_customer(session, Person(), last_contact_on="2015-04-10").id
    settle(ground)
    assert retention_calendar.mend(ground.workplace) == 0
    spoil(ground, hidden)
    with ground.workplace.reading() as session:
        assert retention_days.concerned(session, date(2026, 11, 24)) == ()
    assert retention_calendar.mend(ground.workplace) == 1
    with ground.workplace.reading() as session:
        assert retention_days.concerned(session, date(2026, 11, 24)) == (hidden,)
    assert retention_calendar.mend(ground.workplace) == 0


def test_lost_triggers_come_back_and_everybody_is_judged(ground_with_facts: Ground) -> None:
    store = ground_with_facts.workplace.store
    with ground_with_facts.workplace.transaction() as session:
        customer = add_customer(session, Person(), last_contact_on="2026-11-10").id
    settle(ground_with_facts)
    with store.connection() as connection, connection.begin():
        assert not retention_triggers.put(connection)
        connection.execute(text("DROP TRIGGER retention_days_customers_update"))
        connection.execute(text("UPDATE customers SET last_contact_on = '2010-01-01'"))
    with ground_with_facts.workplace.reading() as session:
        assert not retention_days.any_marked(session)
    schema.bring_up_to_date(store)
    settle(ground_with_facts)
    assert kept(ground_with_facts) == {customer: RetentionDays(date(2010, 7, 2))}


def kept(ground: Ground) -> dict[int, RetentionDays]:
    with ground.workplace.reading() as session:
        return dict(retention_days.everything(session))


def spoil(ground: Ground, customer: int) -> None:
    with ground.workplace.transaction() as session:
        retention_days.keep(session, [(customer, RetentionDays(date(2099, 1, 1)))])
