"""Counts for a customer's own page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.papers.work_orders import CopyState
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


def looks(session: Session, subjects: Collection[str], also: ColumnElement[bool]) -> tuple[int, str]:
    """How many entries of the log are about these subjects, or such as ``also`` says; the latest's stamp."""
    count, newest = 0, list[str]()
    for about in (*(AuditRow.subject.in_(piece) for piece in chunks(subjects)), also):
        found, at = session.execute(select(func.count(), func.max(AuditRow.at)).where(about)).one()
        count += found
        newest += [at] if at else []
    return count, max(newest, default="")


def papers(session: Session, customers: Collection[int]) -> int:
    """How many papers about the customers, and copies of their jobs' work orders, came to be on paper.

    What was never printed is none: it is only in the register so that its number is not given again.
    """
    others = (
        select(func.count())
        .select_from(Paper)
        .where(Paper.customer_id.in_(customers), Paper.state != PaperState.STRUCK)
    )
    copies = (
        select(func.count(Copy.id))
        .join(WorkOrder, WorkOrder.id == Copy.work_order_id)
        .join(Job, Job.id == WorkOrder.job_id)
        .where(Job.customer_id.in_(customers), Copy.state != CopyState.STRUCK)
    )
    return (session.scalar(others) or 0) + (session.scalar(copies) or 0)
