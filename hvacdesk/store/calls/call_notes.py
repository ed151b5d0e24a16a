"""Call notes: writing them, and finding those that are open, done, or about one customer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.store import records
from hvacdesk.store.models import CallNote, Customer


def add(session: Session, record: CallNoteRecord, customer: int | None, *, by: str, at: str) -> CallNote:
    """Store a checked note."""
    row = CallNote(
        customer_id=customer,
        taken_by=by,
        taken_at=at,
        **records.columns_of(record, "customer", subject=record.subject.value, digits=digits(record.phone)),
        version=1,
    )
    session.add(row)
    session.flush()
    return row


def get(session: Session, record_id: str) -> CallNote:
    """The note of a record id. Raises :class:`RecordGone`."""
    return records.get(session, CallNote, record_id)


CHANGEABLE = ("subject", "text", "for_account", "call_back_by", "urgent", "done_at", "done_by", "outcome")
"""Columns that change when somebody sees to a note, and that an undo puts back."""


def state_of(row: CallNote) -> dict[str, object]:
    """What seeing to the note has made of it so far."""
    return {name: getattr(row, name) for name in CHANGEABLE}


def put(row: CallNote, values: Mapping[str, object]) -> tuple[str, ...]:
    """Write values into their columns as one save, and return the names of those that differed."""
    changed = records.write(row, values)
    row.version += 1
    return changed


def note_done(row: CallNote, *, by: str, at: str) -> None:
    """Close a note with the call itself: nothing was asked for."""
    row.done_at, row.done_by = at, by


def link(row: CallNote, customer: Customer) -> None:
    """Say which customer called."""
    row.customer_id = customer.id
    row.version += 1


def open_notes(session: Session, account: str | None = None) -> Sequence[CallNote]:
    """Every note that somebody still has to see to; only those for one account where it is named."""
    return session.scalars(_for(select(CallNote).where(CallNote.done_at == ""), account)).all()


def done_notes(session: Session, limit: int, account: str | None = None) -> Sequence[CallNote]:
    """The notes closed last, the newest first."""
    query = select(CallNote).where(CallNote.done_at != "").order_by(CallNote.done_at.desc()).limit(limit)
    return session.scalars(_for(query, account)).all()


def of_customer(session: Session, customer: int) -> Sequence[CallNote]:
    """Every note about a customer, the newest first."""
    query = select(CallNote).where(CallNote.customer_id == customer).order_by(CallNote.taken_at.desc())
    return session.scalars(query).all()


def _for(query: Select[Any], account: str | None) -> Select[Any]:
    return query if account is None else query.where(CallNote.for_account == account)
