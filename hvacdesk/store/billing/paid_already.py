"""What was paid of jobs before anybody collects it at the site: deposits 着手金, and invoices sent ahead."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.invoices import IN_ADVANCE, STANDING, InvoiceKind
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.store.billing import estimates
from hvacdesk.store.billing.open_items import taken_back
from hvacdesk.store.models import Invoice, InvoiceJob, Job, JobEventRow

_OF_ONE_JOB_WHOLE = (InvoiceKind.WHOLE, InvoiceKind.FINAL)
_OF_ONE_JOB = (*IN_ADVANCE, *_OF_ONE_JOB_WHOLE)


class PaidAlready(NamedTuple):
    """What was paid of a job, agreed on and asked for; see :func:`to_collect.to_collect`."""

    paid: int
    agreed: int | None
    asked: int | None


NOTHING_PAID = PaidAlready(0, None, None)


def of_jobs(session: Session, jobs: Collection[int]) -> dict[int, PaidAlready]:
    """By primary key the jobs whose own standing invoices were paid, in part too, or ask for the whole.

    What a credit note takes back was not paid for the work any more, returned or not.
    """
    left = Invoice.gross_yen + taken_back()
    paid, asked = func.sum(left - Invoice.open_yen), func.sum(left)
    whole = func.sum(case((Invoice.kind.in_(_OF_ONE_JOB_WHOLE), left), else_=0)) > 0
    query = (
        select(Job.id, Job.record_id, paid, asked, whole)
        .join(InvoiceJob, InvoiceJob.job_id == Job.id)
        .join(Invoice, Invoice.id == InvoiceJob.invoice_id)
        .where(Job.id.in_(jobs), Invoice.kind.in_(_OF_ONE_JOB), Invoice.state.in_(STANDING))
        .group_by(Job.id)
        .having((paid > 0) | whole)
    )
    rows = session.execute(query).all()
    if not rows:
        return {}
    keys = [key for key, *_rest in rows]
    accepted = estimates.accepted_yen(session, select(Job.id).where(Job.id.in_(keys)))
    contracts = select(JobEventRow.job_id, JobEventRow.amount).where(
        JobEventRow.job_id.in_(keys), JobEventRow.kind == EventKind.CONTRACT, JobEventRow.amount.is_not(None)
    )
    agreed = dict(session.execute(contracts.order_by(JobEventRow.id)).all())
    return {
        key: PaidAlready(yen, accepted.get(record, agreed.get(key)), asks if is_whole else None)
        for key, record, yen, asks, is_whole in rows
    }
