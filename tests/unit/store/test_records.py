"""From record ids to rows, and between records and rows."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from hvacdesk.domain.errors import RecordGone
from hvacdesk.store import records
from hvacdesk.store.base import Base
from hvacdesk.store.engine import Store
from hvacdesk.store.models import Cabinet, Price


@dataclass(frozen=True)
class _Position:
    label: str
    unit: str
    yen: int | None
    active: bool = True


def _added(session: Session, **columns: object) -> Price:
    row = Price(**columns)
    session.add(row)
    session.flush()
    return row


def test_a_row_is_found_by_its_record_id(store: Store) -> None:
    with store.transaction() as session:
        row = _added(session, label="pipe")
        assert records.get(session, Price, row.record_id) is row
        assert records.find(session, Price, row.record_id) is row


def test_what_is_gone_is_told_and_another_table_s_id_is_none(store: Store) -> None:
    with store.transaction() as session:
        row = _added(session, label="pipe")
        assert records.find(session, Cabinet, row.record_id) is None
        with pytest.raises(RecordGone):
            records.get(session, Cabinet, row.record_id)
        with pytest.raises(RecordGone):
            records.get(session, Price, "")


def test_every_table_with_record_ids_is_asked_by_them(store: Store) -> None:
    models = [one.class_ for one in Base.registry.mappers if "record_id" in one.columns]
    assert len(models) > 20
    with store.reading() as session:
        assert [records.find(session, model, "0" * 32) for model in models] == [None] * len(models)


def test_only_what_differs_is_written(store: Store) -> None:
    with store.transaction() as session:
        row = _added(session, label="pipe", unit="m", yen=100)
        assert records.write(row, {"label": "pipe", "unit": "m", "yen": 100}) == ()
        assert row not in session.dirty
        assert records.write(row, {"label": "duct", "unit": "m", "yen": None}) == ("label", "yen")
        assert (row.label, row.unit, row.yen) == ("duct", "m", None)


def test_a_record_comes_back_as_it_was_written(store: Store) -> None:
    record = _Position("pipe", "m", None)
    with store.transaction() as session:
        row = _added(session, **records.columns_of(record))
        session.expire(row)
        assert records.record_of(_Position, row) == record


def test_what_is_held_otherwise_is_copied_otherwise() -> None:
    record = _Position("pipe", "m", 5)
    assert records.columns_of(record, "yen", label="PIPE") == {"label": "PIPE", "unit": "m", "active": True}
    row = Price(**records.columns_of(record))
    assert records.record_of(_Position, row, yen=7) == _Position("pipe", "m", 7)


def test_a_field_without_a_column_is_refused_loudly() -> None:
    with pytest.raises(AttributeError):
        records.record_of(_Position, Cabinet(label="pipe"))
