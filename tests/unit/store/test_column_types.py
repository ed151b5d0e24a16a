"""Columns that give what their text means: the file holds what it has always held."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Column, String, select, text, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.place_decisions import PlaceRef
from hvacdesk.domain.jobs.jobs import WorkItem
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.papers.work_orders import CopyState
from hvacdesk.domain.staff.rule_texts import RuleState
from hvacdesk.store.base import Base
from hvacdesk.store.column_types import Coded, Day
from hvacdesk.store.disposal.place_rows import PlaceRows
from hvacdesk.store.engine import Store
from hvacdesk.store.models import Copy, Price, RuleText

COLUMNS = [column for table in Base.metadata.sorted_tables for column in table.columns]
CHOICES = [column for column in COLUMNS if isinstance(column.type, Coded)]
DAYS = [column for column in COLUMNS if isinstance(column.type, Day)]
MADE_ON = date(2026, 11, 28)


def _text(session: Session, state: RuleState = RuleState.DRAFT) -> RuleText:
    row = RuleText(code="c", version=1, state=state, title="t", body="b", made_by="a", made_on=MADE_ON)
    session.add(row)
    session.flush()
    return row


@pytest.mark.parametrize("column", CHOICES, ids=str)
def test_a_choice_is_a_text_in_the_file_and_never_null(column: Column[object]) -> None:
    declared = column.type
    assert isinstance(declared, Coded)
    assert declared.compile(sqlite.dialect()) == String().compile(sqlite.dialect())
    assert not column.nullable


def test_the_file_holds_the_value_and_the_row_the_member(store: Store) -> None:
    with store.transaction() as session:
        row = _text(session)
        assert session.scalar(text("SELECT state FROM rule_texts")) == "draft"
        session.expire(row)
        assert row.state is RuleState.DRAFT
        assert session.execute(select(RuleText.state)).scalar_one() is RuleState.DRAFT


def test_rows_are_found_and_changed_by_members_and_by_their_values(store: Store) -> None:
    with store.transaction() as session:
        row = _text(session)
        for wanted in (RuleState.DRAFT, "draft"):
            assert session.scalars(select(RuleText).where(RuleText.state == wanted)).all() == [row]
            assert session.scalars(select(RuleText).where(RuleText.state.in_([wanted]))).all() == [row]
        session.execute(update(RuleText).values(state=RuleState.WITHDRAWN))
        session.expire_all()
        assert row.state is RuleState.WITHDRAWN
        assert session.scalar(text("SELECT typeof(state) || state FROM rule_texts")) == "textwithdrawn"


def test_a_code_that_nobody_knows_is_read_as_it_is(store: Store) -> None:
    with store.transaction() as session:
        row = _text(session)
        session.execute(text("UPDATE rule_texts SET state = '田中'"))
        session.expire(row)
        assert row.state == "田中"


def test_a_code_of_another_table_finds_nothing(store: Store) -> None:
    other = next(state for state in PaperState if state.value not in {one.value for one in CopyState})
    with store.reading() as session:
        assert session.scalars(select(Copy).where(Copy.state == other)).all() == []


@pytest.mark.parametrize("column", DAYS, ids=str)
def test_a_day_is_a_text_in_the_file_and_never_null(column: Column[object]) -> None:
    assert column.type.compile(sqlite.dialect()) == String(10).compile(sqlite.dialect())
    assert not column.nullable


def test_the_file_holds_iso_text_and_the_row_the_day(store: Store) -> None:
    with store.transaction() as session:
        row = _text(session)
        assert row.in_force_on is None
        held = session.execute(text("SELECT made_on, in_force_on FROM rule_texts")).one()
        assert held == ("2026-11-28", "")
        session.expire(row)
        assert (row.made_on, row.in_force_on) == (MADE_ON, None)
        row.in_force_on = date(2026, 12, 1)
        session.flush()
        assert session.scalar(text("SELECT in_force_on FROM rule_texts")) == "2026-12-01"
        row.in_force_on = None
        session.flush()
        assert session.scalar(text("SELECT in_force_on FROM rule_texts")) == ""


def test_rows_are_found_by_days_by_their_text_and_by_there_being_none(store: Store) -> None:
    with store.transaction() as session:
        row = _text(session)
        for found in (
            RuleText.made_on == MADE_ON,
            RuleText.made_on >= "2026-11-28",
            RuleText.made_on.in_([MADE_ON]),
            RuleText.in_force_on == "",
        ):
            assert session.scalars(select(RuleText).where(found)).all() == [row]
        assert session.scalars(select(RuleText).where(RuleText.made_on < MADE_ON)).all() == []


def test_a_text_that_is_no_day_is_read_as_it_is(store: Store) -> None:
    with store.transaction() as session:
        row = _text(session)
        session.execute(text("UPDATE rule_texts SET made_on = '田中'"))
        session.expire(row)
        assert str(row.made_on) == "田中"


def test_a_row_is_recognised_by_what_the_file_holds_of_it(store: Store) -> None:
    with store.transaction() as session:
        row = _text(session)
        ref = PlaceRef("rule_texts", row.id)
        held = session.execute(text("SELECT * FROM rule_texts")).one()
        assert PlaceRows(session, [], {}, {"rule_texts": [row.id]})._whole[ref] == list(held)


def test_a_choice_of_nothing_is_an_empty_text(store: Store) -> None:
    with store.transaction() as session:
        row = Price(label="pipe")
        session.add(row)
        session.flush()
        assert row.item is None
        for chosen, held in ((WorkItem.DRILLING, "drilling"), (None, "")):
            row.item = chosen
            session.flush()
            assert session.scalar(text("SELECT item FROM prices")) == held
            session.expire(row)
            assert row.item is chosen
            assert session.scalars(select(Price).where(Price.item == held)).all() == [row]
        session.execute(update(Price).values(item=None))
        assert session.scalar(text("SELECT typeof(item) || item FROM prices")) == "text"
