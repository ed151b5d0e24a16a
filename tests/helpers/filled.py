"""A customer of whom every personal column of every table holds a value that occurs nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Integer,
    LargeBinary,
    String,
    Table,
    TypeDecorator,
    delete,
    insert,
    update,
)
from sqlalchemy.orm import Session

from hvacdesk.store.base import Base
from hvacdesk.store.disposal import erasure
from hvacdesk.store.disposal.named_in_drafts import DRAFTS
from hvacdesk.store.models import Customer

Sealing = Callable[[str, str, int, str], bytes]


def fill_every_table(session: Session, customer: Customer, seal: Sealing) -> dict[tuple[str, str], str]:
    """Give the customer a row in each table that can hold personal data of theirs.

    Returns:
        by table and column the value that was written into it.
    """
    keys = {erasure.CUSTOMERS: customer.id}
    written: dict[tuple[str, str], str] = {}
    referred = {key.column.table for table in Base.metadata.tables.values() for key in table.foreign_keys}
    for table in Base.metadata.sorted_tables:
        if table is erasure.CUSTOMERS:
            continue
        parents = [key for key in table.foreign_keys if key.column.table in keys]
        if not parents and table is not DRAFTS:
            if table in referred:
                keys[table] = _row(session, table, {}, {}, seal)
            continue
        links = {key.parent.name: keys[key.column.table] for key in parents}
        for key in parents:
            if key.parent.unique:  # there may be only one such row: it is replaced
                session.execute(delete(table).where(key.parent == keys[key.column.table]))
        keys[table] = _row(session, table, links, written, seal, customer.record_id)
    values = {
        column.name: f"印{column.name}"
        for column in erasure.personal_columns(erasure.CUSTOMERS)
        if not column.info["sealed"]
    }
    for name, value in values.items():
        setattr(customer, name, value)
        written["customers", name] = value
    for column in erasure.personal_columns(erasure.CUSTOMERS):
        if column.info["sealed"]:
            value = f"印{column.name}"
            setattr(customer, column.name, seal("customers", column.name, customer.id, value))
            written["customers", column.name] = value
    customer.merged_into_id = None
    session.flush()
    session.expire_all()
    return written


def _row(
    session: Session,
    table: Table,
    links: dict[str, int],
    written: dict[tuple[str, str], str],
    seal: Sealing,
    customer: str = "",
) -> int:
    values: dict[str, Any] = dict(links)
    for column in table.columns:
        if column.primary_key or column.name in values:
            continue
        if column.info.get("sealed"):
            values[column.name] = None  # is sealed for the key that the row is given
        elif column.info["personal"]:
            values[column.name] = f"印{table.name}・{column.name}"
            written[table.name, column.name] = values[column.name]
        elif column.foreign_keys:
            values[column.name] = None
        else:
            values[column.name] = _plain(table, column, customer)
    key = int(session.execute(insert(table).values(values).returning(table.c.id)).scalar_one())
    for column in table.columns:
        if column.info.get("sealed"):
            value = written[table.name, column.name] = f"印{table.name}・{column.name}"
            sealed = seal(table.name, column.name, key, value)
            session.execute(update(table).where(table.c.id == key).values({column.name: sealed}))
    return key


def _plain(table: Table, column: Column[Any], customer: str) -> object:
    if table is DRAFTS and column.name == "subject":
        return customer
    if isinstance(column.type, Boolean):
        return False
    if isinstance(column.type, Integer):
        return _NUMBERS.get((table.name, column.name), 1)
    if isinstance(column.type, Float):
        return 1.0
    if isinstance(column.type, LargeBinary):
        return b"\x01"
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    assert isinstance(kind, String)
    return _CODES.get((table.name, column.name), f"{table.name}{column.name}"[: kind.length or 40])


_NUMBERS = {("invoices", "open_yen"): 0, ("payments", "credit_yen"): 0}
"""What is open would hold a disposal back."""

_CODES = {
    ("papers", "state"): "kept",
    ("papers", "kind"): "contract",
    ("papers", "registered_at"): "2026-11-24T01:00:00Z",
    ("papers", "return_by"): "",
    ("copies", "state"): "out",
    ("copies", "profile"): "office",
    ("work_orders", "issued_at"): "2026-11-24T01:00:00Z",
    ("jobs", "state"): "paid",
    ("jobs", "work_kind"): "repair",
    ("job_events", "kind"): "invoice",
    ("job_events", "on"): "2026-11-02",
    ("refrigerant_log", "on"): "2026-11-02",
    ("job_results", "survey_on"): "2026-11-02",
    ("estimates", "issued_on"): "2026-11-02",
    ("invoices", "kind"): "whole",
    ("invoices", "state"): "settled",
    ("invoices", "issued_on"): "2026-11-02",
    ("invoices", "rates"): "[]",
    ("invoices", "earlier"): "[]",
    ("issued_documents", "kind"): "invoice",
    ("payments", "received_on"): "2026-11-02",
    ("payments", "way"): "bank",
    ("payments", "collected_by"): "",
    ("payments", "taken_back_on"): "",
    ("payments", "pays_back"): "",
    ("receipts", "state"): "issued",
    ("receipts", "issued_on"): "2026-11-02",
    ("holds", "until"): "2027-11-02",
    ("holds", "lifted_at"): "",
    ("notices_given", "way"): "paper",
    ("consents", "kind"): "photos",
    ("consents", "way"): "signed",
    ("requests", "kind"): "correction",
    ("requests", "state"): "answered",
    ("requests", "way"): "counter",
    ("requests", "identity"): "licence",
    ("requests", "outcome"): "granted",
    ("requests", "answer_way"): "post",
    ("audit_log", "action"): "revealed",
    ("audit_log", "at"): "2026-11-24T01:00:00Z",
    ("audit_log", "details"): "{}",
}
"""Codes and dates that the program reads back."""
