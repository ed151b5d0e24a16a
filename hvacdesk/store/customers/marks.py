"""What a merge remembers rows by: a mark that is never given twice.

A primary key is: that of the last row of a table is given again once the row is deleted, as a draft or a
contact is. Who remembers keys gives somebody else's row away then. Merges of before that was known remember
keys; of those the rows that were made since are told by when they were made.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, String, Table, cast, literal, select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among, chunks
from hvacdesk.store.models import (
    AuditNote,
    AuditRow,
    CallNote,
    Consent,
    Customer,
    CustomerContact,
    HandoverCustomer,
    Hold,
    Invoice,
    IssuedDocument,
    Job,
    NoticeGivenRow,
    Paper,
    Payment,
    Receipt,
    ReminderSeen,
    RequestWords,
    Site,
)

_RECORD_ID = "record_id"

_TOLD_BY: Mapping[str, tuple[str, ...]] = {
    AuditNote.__tablename__: ("audit_id",),
    Consent.__tablename__: ("id", "recorded_at"),
    HandoverCustomer.__tablename__: ("handover_id",),
    Hold.__tablename__: ("id", "set_at"),
    NoticeGivenRow.__tablename__: ("id", "version", "given_on", "given_by"),
    ReminderSeen.__tablename__: ("kind", "subject", "due"),
    RequestWords.__tablename__: ("request_id",),
}
"""By what the rows of one customer are told apart for good in a table without record ids. Entries of the log,
requests and lines of the hand-over ledger are never deleted."""

_STAMPED: Mapping[str, str] = {
    Consent.__tablename__: "recorded_at",
    Hold.__tablename__: "set_at",
    IssuedDocument.__tablename__: "filed_at",
    Paper.__tablename__: "registered_at",
    Payment.__tablename__: "booked_at",
    ReminderSeen.__tablename__: "recorded_at",
}
_DATED: Mapping[str, str] = {NoticeGivenRow.__tablename__: "given_on", Receipt.__tablename__: "issued_on"}
_LOGGED: Mapping[str, tuple[str, Action]] = {
    CallNote.__tablename__: ("call", Action.CALL_NOTED),
    Customer.__tablename__: ("customer", Action.CUSTOMER_ADDED),
    Invoice.__tablename__: ("invoice", Action.INVOICE_DRAFTED),
    Job.__tablename__: ("job", Action.JOB_ADDED),
    Site.__tablename__: ("site", Action.SITE_ADDED),
}
"""How a table says when a row of it was made: by a stamp, by a day, or in the log."""


def mark(table: Table) -> ColumnElement[str]:
    """What tells a row of a table from every other that there was or will be. Raises :class:`KeyError`."""
    if _RECORD_ID in table.c:
        return cast(table.c[_RECORD_ID], String)
    first, *more = (cast(table.c[name], String) for name in _TOLD_BY[table.name])
    whole: ColumnElement[str] = first
    for one in more:
        whole = whole + literal("/") + one
    return whole


def of(session: Session, table: Table, named: ColumnElement[bool]) -> dict[int, str]:
    """The marks of some rows of a table, by primary key."""
    return dict(session.execute(select(table.c.id, mark(table)).where(named)).all())


def keys(session: Session, table: Table, record_ids: Collection[str]) -> list[int]:
    """The primary keys of the rows with these record ids that are there."""
    return list(session.scalars(select(table.c.id).where(among(table.c[_RECORD_ID], record_ids))))


def made_after(session: Session, table: Table, rows: Collection[int], moment: str) -> set[int]:
    """Those of the rows that were made after a stamp, as far as anything says when they were."""
    known, name = table.c, table.name
    if name in _STAMPED:
        since = known[_STAMPED[name]] > moment
    elif name in _DATED:
        since = known[_DATED[name]] > office_day(moment_of(moment)).isoformat()
    elif name == AuditNote.__tablename__:
        since = known.audit_id.in_(select(AuditRow.id).where(AuditRow.at > moment))
    elif name == CustomerContact.__tablename__:
        since = _added_to_contacts(table, moment)
    elif name in _LOGGED:
        kind, made = _LOGGED[name]
        told = select(AuditRow.id).where(AuditRow.subject == literal(f"{kind}:") + known[_RECORD_ID])
        since = told.where(AuditRow.action == made.value, AuditRow.at > moment).exists()
    else:
        return set()
    found: set[int] = set()
    for few in chunks(rows):
        found.update(session.scalars(select(known.id).where(known.id.in_(few), since)))
    return found


def _added_to_contacts(table: Table, moment: str) -> ColumnElement[bool]:
    """The log tells of a contact under the customer whose it was then."""
    added = select(AuditRow.id).where(AuditRow.action == Action.CONTACT_ADDED.value, AuditRow.at > moment)
    return added.where(AuditRow.details.contains(table.c[_RECORD_ID])).exists()


def table_of(model: type[Base]) -> Table:
    """The table of a model."""
    return Base.metadata.tables[model.__tablename__]
