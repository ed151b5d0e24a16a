"""What was paid of jobs before anybody collects it at the site: deposits 着手金, and invoices sent ahead."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.invoices import IN_ADVANCE, STANDING, InvoiceKind
from hvacdesk.domain.jobs.jobs import EventKind
from hvacdesk.store.billing import estimates
from hvacdesk.store.billing.open_items import taken_back
from hvacdesk.store.models import Invoice, InvoiceJob, Job, JobEventRow

_OF_ONE_JOB = (*IN_ADVANCE, InvoiceKind.WHOLE, InvoiceKind.FINAL)


class PaidAlready(NamedTuple):
    """What was paid of a job, and what was agreed on for it; see :func:`to_collect.paid_of`."""

    paid: int
    agreed: int | None


NOTHING_PAID = PaidAlready(0, None)


def of_jobs(session: Session, jobs: Collection[int]) -> dict[int, PaidAlready]:
    """By primary key the jobs whose own standing invoices were paid, or a part of them.

    What a credit note takes back was not paid for the work any more, returned or not.
    """
    paid = func.sum(Invoice.gross_yen + taken_back() - Invoice.open_yen)
    query = (
        select(Job.id, Job.record_id, paid)
        .join(InvoiceJob, InvoiceJob.job_id == Job.id)
        .join(Invoice, Invoice.id == InvoiceJob.invoice_id)
        .where(Job.id.in_(jobs), Invoice.kind.in_(_OF_ONE_JOB), Invoice.state.in_(STANDING))
        .group_by(Job.id)
        .having(paid > 0)
    )
    rows = session.execute(query).all()
    if not rows:
        return {}
    keys = [key for key, _record, _yen in rows]
    accepted = estimates.accepted_yen(session, select(Job.id).where(Job.id.in_(keys)))
    contracts = select(JobEventRow.job_id, JobEventRow.amount).where(
        JobEventRow.job_id.in_(keys), JobEventRow.kind == EventKind.CONTRACT, JobEventRow.amount.is_not(None)
    )
    agreed = dict(session.execute(contracts.order_by(JobEventRow.id)).all())
    return {key: PaidAlready(yen, accepted.get(record, agreed.get(key))) for key, record, yen in rows}
