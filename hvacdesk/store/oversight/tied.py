"""What hangs on the audit log by hash: ledger, certificates, media, holds, and what was approved.

An entry of the log holds the hash of what it wrote, by register and key. A person who deletes or changes a
row with other tools leaves that hash behind, and one who adds a row has no entry for it.

A hold's reason is free text and left out: the log must not let an erased text be guessed.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from hvacdesk.domain.oversight.audit_chain import note_hash
from hvacdesk.store.chunks import chunks
from hvacdesk.store.column_types import Coded
from hvacdesk.store.models import (
    AuditNote,
    AuditRow,
    Certificate,
    CertificatePdf,
    Customer,
    DisposalBatch,
    DisposalItem,
    DisposalLedgerRow,
    DisposalPlace,
    Hold,
    Medium,
)

TIED, NOTES_GONE = "tied", "notes_gone"
"""In the details of an entry: registers' keys with their hashes; and the entries whose notes were erased."""


class Tie(NamedTuple):
    """What is hashed together: all rows of a register under one key."""

    register: str
    key: str


LEDGER, CERTIFICATES, PDFS = "disposal_ledger", "certificates", "certificate_pdfs"
MEDIA, HOLDS, APPROVALS, PLACES = "media", "holds", "disposal_batches", "disposal_places"
ITEMS = "disposal_items"


def ledger_of(batch: str) -> Tie:
    """The ledger's lines of a batch, by its record id."""
    return Tie(LEDGER, batch)


def certificate(number: str) -> tuple[Tie, Tie]:
    """A certificate and its papers."""
    return Tie(CERTIFICATES, number), Tie(PDFS, number)


def medium(record_id: str) -> Tie:
    """A medium of the register."""
    return Tie(MEDIA, record_id)


def holds_of(customer: str) -> Tie:
    """A customer's holds, by the customer's record id."""
    return Tie(HOLDS, customer)


def approval(batch: str) -> Tie:
    """Who proposed and who approved a batch, by its record id."""
    return Tie(APPROVALS, batch)


def places_of(batch: str) -> Tie:
    """What was decided about places outside the records of those who go, by the batch's record id."""
    return Tie(PLACES, batch)


def items_of(batch: str) -> Tie:
    """The customers of a batch that was proposed, and what becomes of each, by the batch's record id."""
    return Tie(ITEMS, batch)


def decided_of(batch: str) -> tuple[Tie, Tie, Tie]:
    """All that an approval is about: the approval itself, who goes, and the places outside their records."""
    return approval(batch), items_of(batch), places_of(batch)


def _columns(model: type[Any], *left_out: str) -> list[ColumnElement[Any]]:
    """Its columns; a code as the file holds it, whatever it is read as."""
    return [
        type_coerce(one, String) if isinstance(one.type, Coded) else one
        for one in model.__table__.columns
        if one.name not in left_out
    ]


_KEYS: dict[str, InstrumentedAttribute[str]] = {
    LEDGER: DisposalLedgerRow.batch,
    CERTIFICATES: Certificate.number,
    PDFS: Certificate.number,
    MEDIA: Medium.record_id,
    HOLDS: Customer.record_id,
    APPROVALS: DisposalBatch.record_id,
    PLACES: DisposalBatch.record_id,
    ITEMS: DisposalBatch.record_id,
}


def _rows(register: str) -> Select[Any]:
    """Tie and hashed columns of every row of a register, in the order in which they were written."""
    key = _KEYS[register]
    match register:
        case "disposal_ledger":
            return select(key, *_columns(DisposalLedgerRow, "id")).order_by(DisposalLedgerRow.id)
        case "certificates":
            return select(key, *_columns(Certificate, "id")).order_by(Certificate.id)
        case "certificate_pdfs":
            columns = _columns(CertificatePdf, "id", "certificate_id")
            query = select(key, *columns).join(Certificate, Certificate.id == CertificatePdf.certificate_id)
            return query.order_by(CertificatePdf.id)
        case "media":
            return select(key, *_columns(Medium, "id")).order_by(Medium.id)
        case "holds":
            # Without the reason: it is free text, and the log must not let an erased text be guessed.
            columns = _columns(Hold, "id", "customer_id", "reason")
            query = select(key, *columns).join(Customer, Customer.id == Hold.customer_id)
            return query.order_by(Hold.id)
        case "disposal_places":
            # Without the hash of the row: it is emptied when the batch is carried out.
            columns = _columns(DisposalPlace, "id", "batch_id", "content")
            query = select(key, *columns).join(DisposalBatch, DisposalBatch.id == DisposalPlace.batch_id)
            return query.order_by(DisposalPlace.id)
        case "disposal_items":
            query = select(key, DisposalItem.customer, DisposalItem.decision)
            query = query.join(DisposalBatch, DisposalBatch.id == DisposalItem.batch_id)
            return query.where(DisposalBatch.proposed_at != "").order_by(DisposalItem.id)
        case _:
            batch = DisposalBatch
            people = (batch.proposed_by, batch.proposed_at, batch.approved_by, batch.approved_at)
            query = select(key, batch.number, batch.month, batch.on_request, *people, batch.alone)
            return query.where(batch.proposed_at != "").order_by(batch.id)


def digests(session: Session, keys: Iterable[Tie]) -> list[list[str]]:
    """The keys with their hashes as they are now, as an entry holds them; an empty hash where nothing is."""
    return [
        [key.register, key.key, _hashed(session, _rows(key.register).where(_KEYS[key.register] == key.key))]
        for key in keys
    ]


def _hashed(session: Session, query: Select[Any]) -> str:
    rows = [_plain(row) for _, *row in session.execute(query)]
    return _digest(rows) if rows else ""


def present(session: Session) -> dict[Tie, str]:
    """The hashes of everything that is there."""
    found: dict[Tie, list[list[Any]]] = defaultdict(list)
    for register in _KEYS:
        for key, *row in session.execute(_rows(register)):
            found[Tie(register, key)].append(_plain(row))
    return {key: _digest(rows) for key, rows in found.items()}


def _plain(row: Iterable[Any]) -> list[Any]:
    """A row as it is hashed; a file by its own hash, which no text of a row can pass for."""
    return [{"sha256": hashlib.sha256(one).hexdigest()} if isinstance(one, bytes) else one for one in row]


def _digest(rows: list[list[Any]]) -> str:
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False, default=str).encode()).hexdigest()


def destroyed(session: Session) -> frozenset[str]:
    """Record ids of the customers whose destruction is in the ledger: their holds were deleted with them."""
    return frozenset(session.scalars(select(DisposalLedgerRow.record).where(DisposalLedgerRow.keeps == "")))


class Notes(NamedTuple):
    """Free-text notes against the log, by their entries' sequence numbers."""

    missing: frozenset[int]
    altered: frozenset[int]


def notes(session: Session) -> Notes:
    """Entries whose note is not there, and entries whose note is not the one that was written."""
    there: dict[int, str] = {
        entry: _note_hash(salt, text)
        for entry, salt, text in session.execute(select(AuditNote.audit_id, AuditNote.salt, AuditNote.text))
    }
    query = select(AuditRow.id, AuditRow.note_hash).where(AuditRow.note_hash != "")
    written = {row.id: row.note_hash for row in session.execute(query)}
    missing = written.keys() - there.keys()
    altered = {entry for entry, digest in there.items() if written.get(entry) != digest}
    return Notes(frozenset(missing), frozenset(altered))


def _note_hash(salt: object, text: object) -> str:
    """The hash that a note should have; none for what is no note, no matter who put it there."""
    return note_hash(salt, text) if isinstance(salt, bytes) and isinstance(text, str) else ""


def entries_of(session: Session, going: Mapping[str, Collection[int]]) -> list[int]:
    """The entries whose notes are among the rows that go, by table and primary key."""
    found = (
        session.scalars(select(AuditNote.audit_id).where(AuditNote.id.in_(few)))
        for few in chunks(sorted(going.get(AuditNote.__tablename__, ())))
    )
    return sorted(entry for entries in found for entry in entries)
