"""What drafts of invoices begin with: from a job's accepted estimate or its work, within a transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hvacdesk.domain.billing.agreed import agreed_lines
from hvacdesk.domain.billing.estimates import EstimateState, lines_of_job
from hvacdesk.domain.billing.invoice_rules import (
    BilledAlready,
    InvoiceOfCancelledJob,
    PartsAskedBefore,
    WorkNotDone,
    from_estimate,
    percents_of,
    share_of,
    sums_of,
)
from hvacdesk.domain.billing.invoices import (
    IN_ADVANCE,
    WHOLE_WORK,
    EarlierInvoice,
    InvoiceKind,
    InvoiceRecord,
)
from hvacdesk.domain.billing.tax import InvoiceSums
from hvacdesk.domain.jobs.jobs import EventKind, JobState, expected_amount
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.billing.prices import price_list, shipped_tax
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import estimates as estimate_store
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.billing import terms
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import results as result_store

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Invoice, Job

_DONE = frozenset({JobState.DONE, JobState.INVOICED, JobState.PAID})
_DEPOSIT = phrase("Billing", "Deposit for job {number}")
_PART = phrase("Billing", "Part payment for job {number}")
_LOT = phrase("Billing", "lot")


def whom(session: Session, job: Job) -> Customer:
    """Whom an invoice of the job asks: its payer, or who ordered it."""
    return customer_store.by_key(session, job.payer_id or job.customer_id)


def first_record(
    workplace: Workplace, session: Session, job: Job, kind: InvoiceKind, percent: int, words: Words
) -> InvoiceRecord:
    """What a first draft says.

    Args:
        percent: what share of the whole a deposit or part invoice asks for.
    """
    whole = whole_of(workplace, session, job, words).record
    if kind not in IN_ADVANCE:
        return replace(whole, kind=kind)
    label = words(_DEPOSIT if kind is InvoiceKind.DEPOSIT else _PART).format(number=job.number)
    lines = share_of(whole.lines, percent, label, words(_LOT), job.record_id)
    return InvoiceRecord(kind, lines, with_tax=whole.with_tax)


class WholeJob(NamedTuple):
    """The whole of a job as an invoice's record; ``lacks_price`` where somebody has to fill in a price."""

    record: InvoiceRecord
    lacks_price: bool


def whole_of(workplace: Workplace, session: Session, job: Job, words: Words) -> WholeJob:
    """The whole of a job: as the customer accepted it, else at the sum agreed on, else at known prices."""
    on = done_on(session, job)
    accepted = (row for row in estimate_store.of_job(session, job) if row.state == EstimateState.ACCEPTED)
    estimate = next(accepted, None)
    if estimate is not None:
        lines, with_tax = estimate_store.record_of(estimate).lines, estimate.prices_with_tax
    else:
        prices = price_list(workplace, session)
        units = tuple((part, job_store.unit_record(unit)) for part, unit in job_store.units_of(session, job))
        lines = lines_of_job(job.work_kind, units, job_store.items(job), prices, words)
        with_tax = prices.with_tax
        agreed = expected_amount(EventKind.INVOICE, job_store.events(job), job.amount_to_collect)
        if agreed:
            lines, with_tax = agreed_lines(lines, agreed, prices.percent, with_tax=with_tax, lot=words(_LOT))
    record = InvoiceRecord(
        lines=from_estimate(lines, job.record_id), delivered_from=on, delivered_to=on, with_tax=with_tax
    )
    return WholeJob(record, estimate is None and any(not line.yen for line in lines))


def done_on(session: Session, job: Job) -> str:
    """The day of the work, as its results or its completion tell, else as it was booked; ISO, or empty."""
    if job.state not in _DONE:
        return ""
    completed = [event.on for event in job_store.events(job) if event.kind is EventKind.COMPLETION]
    worked_on = result_store.read(session, job)[1].worked_on
    return worked_on or max(completed, default="") or job.on


def earlier(
    session: Session, row: Invoice, kind: InvoiceKind, jobs: Sequence[Job]
) -> tuple[EarlierInvoice, ...]:
    """What a final invoice takes off; a reissue of one takes off what its first issue did."""
    if kind is not InvoiceKind.FINAL:
        return ()
    first = store.numbered(session, row.first) if row.first else None
    if first is not None and first.kind is InvoiceKind.FINAL:
        return store.earlier_of(first)
    return tuple(one for job in jobs for one in store.in_advance(session, job))


def summed(
    workplace: Workplace, session: Session, record: InvoiceRecord, before: Sequence[EarlierInvoice]
) -> InvoiceSums:
    """The sums by the rates of its days and the office's rounding.

    Raises:
        NoRateThen, RateChangesWithin: as :func:`percents_of`.
    """
    percents = percents_of(record, shipped_tax(), workplace.today())
    return sums_of(record, percents, terms.facts(session).rounding, before)


def require_billable(session: Session, job: Job, kind: InvoiceKind, first: Invoice | None = None) -> None:
    """Refuse a second invoice for the same, or one for what was not done.

    Args:
        first: the invoice that a reissue takes the place of.

    Raises:
        InvoiceOfCancelledJob, WorkNotDone, BilledAlready, PartsAskedBefore: as they say.
    """
    standing = store.standing_of(session, job, first)
    if standing.whole is not None:
        raise BilledAlready(number=job.number, invoice=standing.whole.number)
    if kind not in WHOLE_WORK:
        return
    if job.state is JobState.CANCELLED:
        raise InvoiceOfCancelledJob(number=job.number)
    if job.state not in _DONE:
        raise WorkNotDone(number=job.number)
    if kind is not InvoiceKind.FINAL and standing.in_advance:
        raise PartsAskedBefore(number=job.number)
