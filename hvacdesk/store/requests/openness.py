"""Counts for a customer's own page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.requests.disclosure_names import SEARCH_COPIES
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.chunks import chunks
from hvacdesk.store.disposal.erasure import Belongings, personal_columns
from hvacdesk.store.models import AuditRow, Copy, Job, Paper, WorkOrder


def counts(session: Session, found: Belongings) -> Counter[RecordField]:
    """How many values of each kind of personal content the rows hold, copies for searching apart."""
    counted: Counter[RecordField] = Counter()
    for table, owners in found.rows.items():
        columns = [c for c in personal_columns(table) if (table.name, c.name) not in SEARCH_COPIES]
        for keys in chunks(owners) if columns else ():
            for row in session.execute(select(*columns).where(table.c.id.in_(keys))):
                counted.update(
                    column.info["field"] for column, value in zip(columns, row, strict=True) if value
                )
    return counted


def looks(session: Session, subjects: Collection[str]) -> tuple[int, str]:
    """How many entries of the log are about these subjects, and the stamp of the latest."""
    about = AuditRow.subject.in_(subjects)
    count = session.scalar(select(func.count()).where(about)) or 0  # from the index alone
    newest = (
        session.scalar(
            select(AuditRow.at).where(AuditRow.subject == one).order_by(AuditRow.id.desc()).limit(1)
        )
        for one in subjects
    )
    return count, max((at for at in newest if at), default="")


def papers(session: Session, customers: Collection[int]) -> int:
    """How many papers about the customers, and copies of their jobs' work orders, are registered."""
    others = session.scalar(select(func.count()).where(Paper.customer_id.in_(customers))) or 0
    copies = (
        select(func.count(Copy.id))
        .join(WorkOrder, WorkOrder.id == Copy.work_order_id)
        .join(Job, Job.id == WorkOrder.job_id)
        .where(Job.customer_id.in_(customers))
    )
    return others + (session.scalar(copies) or 0)
