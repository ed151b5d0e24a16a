"""Issued documents: filed once as they were given, and read again as the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.invoices import DocumentKind
from hvacdesk.store import records
from hvacdesk.store.base import Base
from hvacdesk.store.billing.filed_pages import digest_of
from hvacdesk.store.chunks import among
from hvacdesk.store.models import Customer, Invoice, IssuedDocument

_DOCUMENTS: Table = Base.metadata.tables[IssuedDocument.__tablename__]


class Filed(NamedTuple):
    """One document of the file, without its bytes."""

    document: str
    kind: DocumentKind
    number: str
    issued_on: str
    yen: int
    sha256: str
    filed_at: str


def file(
    session: Session,
    customer: Customer,
    kind: DocumentKind,
    number: str,
    *,
    invoice: Invoice | None,
    issued_on: str,
    yen: int,
    data: str,
    pdf: bytes,
    by: str,
    at: str,
) -> IssuedDocument:
    """File what was issued; ``data`` says as JSON what the page shows, ``at`` is a stamp."""
    row = IssuedDocument(
        customer_id=customer.id,
        invoice_id=invoice.id if invoice is not None else None,
        kind=kind,
        number=number,
        issued_on=issued_on,
        yen=yen,
        data=data,
        data_sha256=digest_of(data),
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        filed_by=by,
        filed_at=at,
    )
    session.add(row)
    session.flush()
    return row


def get(session: Session, record_id: str) -> IssuedDocument:
    """The document of a record id. Raises :class:`RecordGone`."""
    return records.get(session, IssuedDocument, record_id)


def of_invoice(session: Session, invoice: Invoice) -> tuple[Filed, ...]:
    """What was filed of an invoice, the oldest first; receipts are not among it."""
    row = IssuedDocument
    query = select(
        row.record_id, row.kind, row.number, row.issued_on, row.yen, row.sha256, row.filed_at
    ).where(row.invoice_id == invoice.id, row.kind != DocumentKind.RECEIPT)
    return tuple(Filed(*found) for found in session.execute(query.order_by(row.id)))


def first_hashes(session: Session, invoices: Collection[int]) -> dict[int, str]:
    """The SHA-256 of each invoice's page as it was filed first, by the invoices' primary keys."""
    row = IssuedDocument
    query = select(row.invoice_id, row.sha256).where(
        among(_DOCUMENTS.c.invoice_id, invoices), row.kind != DocumentKind.RECEIPT
    )
    found: dict[int, str] = {}
    for invoice, sha256 in session.execute(query.order_by(row.id)):
        if invoice is not None:
            found.setdefault(invoice, sha256)
    return found


def first_receipt(session: Session, number: str) -> IssuedDocument | None:
    """The receipt of a number as it was filed first; what was printed again is filed after it."""
    row = IssuedDocument
    query = (
        select(row).where(row.number == number, row.kind == DocumentKind.RECEIPT).order_by(row.id).limit(1)
    )
    return session.scalars(query).first()


def last_receipt(session: Session, number: str) -> str:
    """Record id of the receipt of a number as it was filed last; empty where none was."""
    row = IssuedDocument
    query = select(row.record_id).where(row.number == number, row.kind == DocumentKind.RECEIPT)
    return session.scalars(query.order_by(row.id.desc()).limit(1)).first() or ""
