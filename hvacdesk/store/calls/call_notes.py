"""Call notes: writing them, and finding those that are open, done, or about one customer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, Table, select
from sqlalchemy.orm import Session

from hvacdesk.domain.calls.call_notes import CallNoteRecord, CallWay
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.store import records
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among
from hvacdesk.store.models import CallNote, Customer, Invoice

_NOTES: Table = Base.metadata.tables[CallNote.__tablename__]
_INVOICES: Table = Base.metadata.tables[Invoice.__tablename__]


def add(session: Session, record: CallNoteRecord, customer: int | None, *, by: str, at: str) -> CallNote:
    """Store a checked note."""
    row = CallNote(
        customer_id=customer,
        taken_by=by,
        taken_at=at,
        **records.columns_of(record, "customer", **_codes(record)),
        version=1,
    )
    session.add(row)
    session.flush()
    return row


def _codes(record: CallNoteRecord) -> dict[str, str]:
    return {
        "subject": record.subject.value,
        "way": record.way.value,
        "digits": digits(record.phone),
    }


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


def last_calls(session: Session, invoices: Collection[str]) -> Sequence[CallNote]:
    """The last call about each invoice, by the invoices' record ids; letters are no calls.

    An own call counts, and so does one of the customer.
    """
    told = (CallNote.invoice != "", CallNote.way != CallWay.WRITTEN.value)
    query = select(CallNote).where(*told, among(_NOTES.c.invoice, invoices)).order_by(CallNote.taken_at)
    return tuple({note.invoice: note for note in session.scalars(query)}.values())


def invoice_numbers(session: Session, notes: Sequence[CallNote]) -> dict[str, str]:
    """The numbers of the invoices that notes are about, by record id, as far as they are still there."""
    named = {note.invoice for note in notes if note.invoice}
    query = select(Invoice.record_id, Invoice.number).where(among(_INVOICES.c.record_id, named))
    return {row.record_id: row.number for row in session.execute(query)} if named else {}


def _for(query: Select[Any], account: str | None) -> Select[Any]:
    return query if account is None else query.where(CallNote.for_account == account)
