"""By when an invoice is to be paid, and what a draft would come to, within a transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceRecord, WorkedOut
from hvacdesk.services.billing.invoice_drafting import about_of, asked, earlier, summed
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.billing import terms
from hvacdesk.store.engine import Session

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Invoice, Job


def worked_out(workplace: Workplace, session: Session, row: Invoice, record: InvoiceRecord) -> WorkedOut:
    """What a draft would come to, and by when it would be to pay, if it said this."""
    jobs = store.jobs_of(session, row)
    before = earlier(session, record.kind, jobs)
    sums = summed(workplace, session, record, before, about_of(session, row))
    if record.kind is InvoiceKind.CREDIT:
        return WorkedOut(sums)
    dated = record.dated(workplace.today())
    due_on = record.due_on or due_day(workplace, session, row, record.kind, asked(session, row), jobs, dated)
    before_work = day_before_work(record.kind, jobs)
    return WorkedOut(sums, due_on, before_work.isoformat() if before_work else "")


def day_before_work(kind: InvoiceKind, jobs: Sequence[Job]) -> date | None:
    """The last day that a deposit is asked for by; None for what is not paid before the work."""
    begins = min((date.fromisoformat(job.on) for job in jobs if job.on), default=None)
    return begins - timedelta(days=1) if kind is InvoiceKind.DEPOSIT and begins is not None else None


def due_day(
    workplace: Workplace,
    session: Session,
    row: Invoice,
    kind: InvoiceKind,
    customer: Customer,
    jobs: Sequence[Job],
    dated: date,
) -> str:
    """The ISO day by which an invoice is to be paid where nobody chose one: by the customer's terms.

    A deposit is asked for before the work, so it is due the day before at the latest, or at once where that
    day is over; of work that lies behind nothing is due beforehand any more.
    """
    due = terms.of_customer(session, customer).due(_closed(row, dated))
    before = day_before_work(kind, jobs)
    today = workplace.today()
    if before is not None and before + timedelta(days=1) >= today:
        due = min(due, max(before, dated, today))
    return due.isoformat()


def _closed(row: Invoice, dated: date) -> date:
    return date.fromisoformat(row.closed_on) if row.closed_on else dated
