"""The ledger of what was destroyed."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import insert, or_, select, update
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.disposal import LedgerLine
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.models import Certificate, DisposalBatch, DisposalLedgerRow
from hvacdesk.store.staff.staff import account_names

LedgerValues = dict[str, object]
"""A line of the ledger by the names of its columns."""


def add_rows(session: Session, rows: Sequence[LedgerValues]) -> None:
    """Enter lines, at once: a batch may have thousands."""
    if rows:
        session.execute(insert(DisposalLedgerRow), rows)


def end_rows(session: Session, batch: str, *, result: str, certificate: str, method: str) -> None:
    """Say of all of a batch's entries how it ended."""
    session.execute(
        update(DisposalLedgerRow)
        .where(DisposalLedgerRow.batch == batch)
        .values(result=result, certificate=certificate, method=method)
    )


def rows_of(session: Session, batch: str) -> Sequence[DisposalLedgerRow]:
    """A batch's ledger entries."""
    return session.scalars(
        select(DisposalLedgerRow).where(DisposalLedgerRow.batch == batch).order_by(DisposalLedgerRow.id)
    ).all()


def search(session: Session, text: str) -> tuple[LedgerLine, ...]:
    """The ledger, newest first; ``text`` is any part of a customer number, certificate, rule or record id."""
    query = select(
        DisposalLedgerRow, DisposalBatch.proposed_by, DisposalBatch.approved_by, DisposalBatch.shred_witness
    ).join(DisposalBatch, DisposalBatch.record_id == DisposalLedgerRow.batch)
    if text:
        columns = (
            DisposalLedgerRow.customer_number,
            DisposalLedgerRow.record,
            DisposalLedgerRow.certificate,
            DisposalLedgerRow.rule,
        )
        query = query.where(or_(*(column.contains(text, autoescape=True) for column in columns)))
    staff = account_names(session)
    return tuple(
        LedgerLine(
            record=row.record,
            customer_number=row.customer_number,
            categories=tuple((name, count) for name, count in json.loads(row.categories).items()),
            rule=row.rule,
            law=row.law,
            method=row.method,
            result=row.result,
            destroyed_at=row.destroyed_at,
            certificate=row.certificate,
            proposed_by=staff.get(proposer, ""),
            approved_by=staff.get(approver, ""),
            witness=witness,
            keeps=tuple(map(RecordField, row.keeps.split())),
            keeps_until=row.keeps_until,
        )
        for row, proposer, approver, witness in session.execute(query.order_by(DisposalLedgerRow.id.desc()))
    )


def lines_of(session: Session, customer: str) -> Sequence[tuple[DisposalLedgerRow, Certificate | None]]:
    """The ledger's lines about a customer by record id or customer number, newest first, each certified."""
    return [
        (line, certificate)
        for line, certificate in session.execute(
            select(DisposalLedgerRow, Certificate)
            .outerjoin(Certificate, Certificate.number == DisposalLedgerRow.certificate)
            .where(or_(DisposalLedgerRow.record == customer, DisposalLedgerRow.customer_number == customer))
            .order_by(DisposalLedgerRow.id.desc())
        )
    ]
