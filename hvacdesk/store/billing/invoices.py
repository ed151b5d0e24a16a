"""Invoices with their lines and sums: written as drafts, issued once, and read back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, Table, and_, cast, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased, selectinload

from hvacdesk.domain.billing.invoice_rules import left_of
from hvacdesk.domain.billing.invoices import (
    IN_ADVANCE,
    STANDING,
    WHOLE_WORK,
    EarlierInvoice,
    InvoiceKind,
    InvoiceLineRecord,
    InvoiceRecord,
    InvoiceRow,
    InvoiceState,
    series,
)
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.billing.tax import InvoiceSums, RateSum, Rounding, TaxClass
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.store import records
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among
from hvacdesk.store.models import (
    Customer,
    Invoice,
    InvoiceJob,
    IssuedDocument,
    Job,
    Payment,
    PaymentAllocation,
)
from hvacdesk.store.models import InvoiceLine as LineRow

_CUSTOMERS: Table = Base.metadata.tables[Customer.__tablename__]
_JOBS: Table = Base.metadata.tables[InvoiceJob.__tablename__]
_ALLOCATIONS: Table = Base.metadata.tables[PaymentAllocation.__tablename__]
_LINES: Table = Base.metadata.tables[LineRow.__tablename__]
_INVOICES: Table = Base.metadata.tables[Invoice.__tablename__]
_AFTER_FIGURES = chr(ord("9") + 1)
"""Sorts after every number that goes on in figures; so the index answers, which ``LIKE`` does not ask."""

_LOADED = (selectinload(Invoice.lines), selectinload(Invoice.jobs))


def get(session: Session, record_id: str) -> Invoice:
    """The invoice of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Invoice, record_id)


def has_number(fits: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether an invoice has a number that fits. Drafts have none: so the index of the numbers answers."""
    return and_(fits, Invoice.number != "")


def has_part(column: ColumnElement[str] | InstrumentedAttribute[str], typed: str) -> ColumnElement[bool]:
    """Whether a column of numbers holds what was typed as a part, in any width and case."""
    return column.contains(plain(typed).strip().upper(), autoescape=True)


def is_about(about: ColumnElement[str] | InstrumentedAttribute[str], number: object) -> ColumnElement[bool]:
    """Whether a column ``about`` names this number or column; the index knows the filled ones alone."""
    return and_(about == number, about != "")


def numbered(session: Session, number: str) -> Invoice | None:
    """The invoice of a number, or None."""
    return session.scalars(select(Invoice).where(has_number(Invoice.number == number))).one_or_none()


def last_of(session: Session, year: int, kind: InvoiceKind) -> Invoice | None:
    """The invoice of the highest number of a year's series, or None."""
    begin = series(year, kind)
    numbered = (Invoice.number != "", Invoice.number > begin, Invoice.number < begin + _AFTER_FIGURES)
    query = select(Invoice).where(*numbered)
    return session.scalars(query.order_by(Invoice.number.desc()).limit(1)).first()


def of_jobs(session: Session, jobs: Sequence[Job]) -> tuple[Invoice, ...]:
    """Everything that was ever drafted or issued for these jobs, the newest first."""
    keys = select(InvoiceJob.invoice_id).where(among(_JOBS.c.job_id, [job.id for job in jobs]))
    query = select(Invoice).where(Invoice.id.in_(keys)).order_by(Invoice.id.desc())
    return tuple(session.scalars(query.options(*_LOADED)))


def of_customer(session: Session, customer: Customer, most: int) -> tuple[Invoice, ...]:
    """The newest of what was drafted or issued for a customer, the newest first."""
    query = select(Invoice).where(Invoice.customer_id == customer.id).order_by(Invoice.id.desc())
    return tuple(session.scalars(query.limit(most).options(*_LOADED)))


def free_drafts(session: Session, customer: Customer, until: str) -> tuple[Invoice, ...]:
    """A customer's saved drafts for no job whose delivery was begun by an ISO day, the oldest first."""
    query = select(Invoice).where(Invoice.customer_id == customer.id, Invoice.state == InvoiceState.DRAFT)
    query = query.where(Invoice.about == "", Invoice.version > 1, Invoice.delivered_from <= until)
    return tuple(session.scalars(query.where(~Invoice.jobs.any()).order_by(Invoice.id)))


def closed(session: Session, closed_on: str) -> tuple[tuple[str, str], ...]:
    """The standing collective invoices of a closing day: their numbers, and record ids of what was filed."""
    query = (
        select(Invoice.number, IssuedDocument.record_id)
        .join(IssuedDocument, IssuedDocument.number == Invoice.number)
        .where(Invoice.closed_on == closed_on, Invoice.kind == InvoiceKind.COLLECTIVE)
        .where(Invoice.state.in_(STANDING))
    )
    return tuple((number, record) for number, record in session.execute(query.order_by(Invoice.number)))


def jobs_of(session: Session, row: Invoice) -> tuple[Job, ...]:
    """The jobs that an invoice is for; they are read once, however often somebody asks for them."""
    return tuple(link.job for link in row.jobs)


def credits_of(session: Session, number: str) -> tuple[Invoice, ...]:
    """The standing credit notes about the invoice of a number, the oldest first."""
    query = select(Invoice).where(is_about(Invoice.about, number), Invoice.kind == InvoiceKind.CREDIT)
    return tuple(session.scalars(query.where(Invoice.state.in_(STANDING)).order_by(Invoice.id)))


class StandingInvoices(NamedTuple):
    """What stands of a job's invoices and was not all credited.

    Attributes:
        whole: the one that asks for the whole, or None; a final one that had nothing left to ask for is one.
        in_advance: its deposit and part invoices, with what their credit notes left of them.
    """

    whole: Invoice | None
    in_advance: tuple[EarlierInvoice, ...]


def standing_of(session: Session, job: Job, but: Invoice | None = None) -> StandingInvoices:
    """What stands of a job's invoices, but for one."""
    query = select(Invoice).join(InvoiceJob, InvoiceJob.invoice_id == Invoice.id)
    query = query.where(InvoiceJob.job_id == job.id, Invoice.state.in_(STANDING))
    rows = [row for row in session.scalars(query.order_by(Invoice.id)) if row is not but]
    whole = (row for row in reversed(rows) if row.kind in WHOLE_WORK)
    return StandingInvoices(
        next((row for row in whole if not row.gross_yen or _asks_for(session, row, job)), None),
        tuple(_asked_before(session, [row for row in rows if row.kind in IN_ADVANCE])),
    )


def _asks_for(session: Session, row: Invoice, job: Job) -> bool:
    """Whether an invoice still asks for something of a job, after its credit notes."""
    return bool(left(session, row)) and not (
        row.kind is InvoiceKind.COLLECTIVE
        and session.scalar(select(credited_for(row.id, row.number, job.id)))
    )


def credited_for(invoice: Any, number: Any, job: Any) -> ColumnElement[bool]:
    """Whether credit notes took back all that a collective invoice asks for a job.

    Args:
        invoice, number, job: the invoice's and the job's primary keys and its number, or their columns.
    """
    of_job = select(func.coalesce(func.sum(cast(_LINES.c.quantity * _LINES.c.yen, Integer)), 0)).where(
        _LINES.c.job_id == job
    )
    asked = of_job.where(_LINES.c.invoice_id == invoice).correlate_except(_LINES).scalar_subquery()
    credit = aliased(Invoice)
    taken = (
        of_job.join(credit, credit.id == _LINES.c.invoice_id)
        .where(is_about(credit.about, number), credit.kind == InvoiceKind.CREDIT, credit.state.in_(STANDING))
        .correlate_except(_LINES, credit)
        .scalar_subquery()
    )
    return and_(taken < 0, asked + taken <= 0)


def whole_of(session: Session, job: Job) -> Invoice | None:
    """The standing invoice that asks for the whole of a job, or None."""
    return standing_of(session, job).whole


def in_advance(session: Session, job: Job) -> tuple[EarlierInvoice, ...]:
    """The standing deposit and part invoices of a job."""
    return standing_of(session, job).in_advance


def _asked_before(session: Session, rows: Sequence[Invoice]) -> Iterator[EarlierInvoice]:
    for row in rows:
        if asked := left(session, row):
            gross = sum(yen for _, yen in asked)
            tax = sums_of(row).tax + sum(sums_of(one).tax for one in credits_of(session, row.number))
            yield EarlierInvoice(row.number, row.kind, row.issued_on, gross, asked, tax)


def left(session: Session, row: Invoice) -> tuple[tuple[TaxClass, int], ...]:
    """What an invoice asks for by class of tax, less its credit notes."""
    return left_of(sums_of(row), [sums_of(credit) for credit in credits_of(session, row.number)])


def draft_of(session: Session, job: Job) -> Invoice | None:
    """The newest draft for this job alone that is about no other invoice."""
    for row in of_jobs(session, (job,)):
        if row.state == InvoiceState.DRAFT and not row.about and len(row.jobs) == 1:
            return row
    return None


def follow_day(session: Session, job: Job, on: str) -> None:
    """Let the draft for the whole of a job name the ISO day of its work, unless somebody saved it."""
    row = draft_of(session, job)
    if row is not None and row.kind in WHOLE_WORK and row.version == 1:
        row.delivered_from = row.delivered_to = on


def draft_about(session: Session, number: str, *, credit: bool) -> Invoice | None:
    """The newest draft of a credit note, or of a reissue, about the invoice of a number."""
    query = select(Invoice).where(is_about(Invoice.about, number), Invoice.state == InvoiceState.DRAFT)
    query = query.where((Invoice.kind == InvoiceKind.CREDIT) == credit)
    return session.scalars(query.order_by(Invoice.id.desc())).first()


def add(
    session: Session,
    customer: Customer,
    jobs: Sequence[Job],
    record: InvoiceRecord,
    *,
    about: str = "",
    closed_on: str = "",
) -> Invoice:
    """Store a new draft; its sums are still to be noted."""
    row = Invoice(
        customer_id=customer.id, kind=record.kind, state=InvoiceState.DRAFT, about=about, closed_on=closed_on
    )
    row.jobs = [InvoiceJob(job_id=job.id) for job in jobs]
    _write(row, record, {job.record_id: job.id for job in jobs})
    session.add(row)
    session.flush()
    return row


def save(session: Session, row: Invoice, record: InvoiceRecord) -> None:
    """Write a draft's lines and terms as one change."""
    _write(row, record, {job.record_id: job.id for job in jobs_of(session, row)})
    row.version += 1


def note_sums(row: Invoice, sums: InvoiceSums, earlier: Sequence[EarlierInvoice] = ()) -> None:
    """Store what a draft comes to, and what was asked for before it."""
    row.net_yen, row.tax_yen, row.gross_yen = sums.net, sums.tax, sums.gross
    row.rates = json.dumps(
        [[rate.tax_class, rate.percent, rate.net, rate.tax, rate.gross] for rate in sums.rates]
    )
    row.earlier = json.dumps(
        [[one.number, one.kind, one.issued_on, one.gross, one.by_class, one.tax] for one in earlier]
    )


def note_asked(row: Invoice, customer: Customer) -> None:
    """Let a draft ask this customer."""
    row.customer_id = customer.id


def issue(
    row: Invoice, number: str, *, on: str, due_on: str, by: str, rounding: Rounding = Rounding.DOWN
) -> None:
    """Issue a draft under its number: from now on it asks for its sum, which was rounded so."""
    row.rounding = rounding
    row.state, row.number, row.issued_on, row.issued_by = InvoiceState.ISSUED, number, on, by
    row.due_on = "" if row.kind is InvoiceKind.CREDIT else row.due_on or due_on
    row.open_yen = row.gross_yen
    row.version += 1


def note_open(row: Invoice, open_yen: int) -> None:
    """Note what of an invoice is still to be paid."""
    row.open_yen = open_yen
    row.version += 1


def note_sold_by(row: Invoice, number: str) -> None:
    """Note of a credit note about a deposit which final invoice had made that part of the sales."""
    row.sold_by = number


def note_sent(row: Invoice, on: str) -> None:
    """Note the ISO day on which an invoice went to the customer."""
    row.sent_on = on
    row.version += 1


def note_ended(row: Invoice, on: str) -> None:
    """Note the ISO day on which an invoice became void or was replaced."""
    row.ended_on = on


def move(row: Invoice, state: InvoiceState) -> None:
    """Bring an invoice to a state; one that no longer stands asks for nothing."""
    row.state = state
    if state not in STANDING:
        row.open_yen = 0
        row.in_books = False  # the books have it as it stood
    row.version += 1


def drop(session: Session, row: Invoice) -> None:
    """Delete a draft: it has no number, so none is missing."""
    assert row.state == InvoiceState.DRAFT
    session.delete(row)
    session.flush()


def _write(row: Invoice, record: InvoiceRecord, jobs: dict[str, int]) -> None:
    row.kind, row.prices_with_tax, row.remarks = record.kind, record.with_tax, record.remarks
    row.delivered_from, row.delivered_to = record.delivered_from, record.delivered_to
    row.due_on, row.issue_on = record.due_on, record.issue_on
    row.lines = [
        LineRow(position=position, job_id=jobs.get(line.job), **records.columns_of(line, "job"))
        for position, line in enumerate(record.lines, 1)
    ]


def record_of(session: Session, row: Invoice) -> InvoiceRecord:
    """The invoice as the form shows it."""
    named = {job.id: job.record_id for job in jobs_of(session, row)}
    return InvoiceRecord(
        kind=row.kind,
        lines=tuple(
            records.record_of(InvoiceLineRecord, line, job=named.get(line.job_id or 0, ""))
            for line in row.lines
        ),
        delivered_from=row.delivered_from,
        delivered_to=row.delivered_to,
        due_on=row.due_on,
        with_tax=row.prices_with_tax,
        remarks=row.remarks,
        issue_on=row.issue_on,
    )


def replaced(session: Session, invoices: Collection[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The invoices whose place each of these took, one after another, the last one first.

    Args:
        invoices: record ids.

    Returns:
        by record id those that took one's place: record id and number of each.
    """
    reissued = (Invoice.about != "", Invoice.kind != InvoiceKind.CREDIT)
    first = select(Invoice.record_id, Invoice.about).where(among(_INVOICES.c.record_id, invoices), *reissued)
    waiting: dict[str, str] = {row.record_id: row.about for row in session.execute(first)}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    while waiting:
        before = select(Invoice.number, Invoice.record_id, Invoice.about).where(
            among(_INVOICES.c.number, set(waiting.values())), Invoice.number != ""
        )
        told = {row.number: row for row in session.execute(before)}
        for record, number in list(waiting.items()):
            row = told.get(waiting.pop(record))
            if row is None:
                continue
            found[record] = (*found.get(record, ()), (row.record_id, number))
            if row.about:
                waiting[record] = row.about
    return found


def sums_of(row: Any) -> InvoiceSums:
    """The stored sums of an invoice, or of a row with its columns."""
    earlier = sum(gross for _number, _kind, _on, gross, *_more in json.loads(row.earlier))
    return InvoiceSums(rates_of(row.rates), row.prices_with_tax, earlier)


def rates_of(stored: str) -> tuple[RateSum, ...]:
    """The sums of each rate, from the column that holds them."""
    return tuple(RateSum(TaxClass(code), *figures) for code, *figures in json.loads(stored))


def earlier_of(row: Invoice) -> tuple[EarlierInvoice, ...]:
    """What had been asked for before, as it was when the sums were stored."""
    return tuple(
        EarlierInvoice(
            number, InvoiceKind(kind), on, gross, tuple((TaxClass(code), yen) for code, yen in by_class), *tax
        )
        for number, kind, on, gross, by_class, *tax in json.loads(row.earlier)  # once without the tax
    )


def row_of(session: Session, row: Invoice) -> InvoiceRow:
    """The invoice as lists show it."""
    return rows_of(session, (row,))[0]


def rows_of(session: Session, rows: Sequence[Invoice]) -> tuple[InvoiceRow, ...]:
    """Several of them, in a fixed number of queries."""
    keys = [row.id for row in rows]
    asked = {row.customer_id for row in rows}
    query = select(Customer.id, Customer.record_id).where(among(_CUSTOMERS.c.id, asked))
    customers: dict[int, str] = {row.id: row.record_id for row in session.execute(query)}
    jobs = job_names(session, keys)
    paid = _paid(session, [row.id for row in rows if 0 <= row.open_yen < row.gross_yen])
    back, credited = paid_back(session, rows), set_off(session, rows)
    return tuple(
        InvoiceRow(
            invoice=row.record_id,
            customer=customers[row.customer_id],
            jobs=tuple(record for record, _number in jobs.get(row.id, ())),
            kind=row.kind,
            state=row.state,
            number=row.number,
            about=row.about,
            issued_on=row.issued_on,
            due_on=row.due_on,
            sums=sums_of(row),
            open_yen=row.open_yen,
            version=row.version or 1,
            sent_on=row.sent_on,
            closed_on=row.closed_on,
            paid_yen=paid.get(row.id, 0),
            paid_back=row.id in back,
            set_off=row.id in credited,
        )
        for row in rows
    )


def paid_back(session: Session, rows: Iterable[Invoice]) -> frozenset[int]:
    """Primary keys of those credit notes of which something went back to the customer."""
    notes = [row.id for row in rows if row.kind is InvoiceKind.CREDIT]
    query = (
        select(PaymentAllocation.invoice_id)
        .join(Payment, Payment.id == PaymentAllocation.payment_id)
        .where(among(_ALLOCATIONS.c.invoice_id, notes), Payment.taken_back_on == "", Payment.yen < 0)
    )
    return frozenset(session.scalars(query) if notes else ())


def set_off(session: Session, rows: Iterable[Invoice]) -> frozenset[int]:
    """Primary keys of those invoices that set-offs and credit notes settled alone: not one yen came for them.

    What was billed elsewhere may be settled without a payment here and is none of them.
    """
    settled = {
        row.id: row.number
        for row in rows
        if row.state is InvoiceState.SETTLED and row.kind is not InvoiceKind.CREDIT and row.gross_yen > 0
    }
    if not (unpaid := settled.keys() - _paid(session, list(settled), set_off=False).keys()):
        return frozenset()
    notes = select(Invoice.about).where(among(_INVOICES.c.about, [settled[key] for key in unpaid]))
    notes = notes.where(Invoice.kind == InvoiceKind.CREDIT, Invoice.state.in_(STANDING))
    credited = set(session.scalars(notes))
    used = select(PaymentAllocation.invoice_id).join(Payment, Payment.id == PaymentAllocation.payment_id)
    used = used.where(among(_ALLOCATIONS.c.invoice_id, unpaid), Payment.taken_back_on == "")
    paid_by_notes = set(session.scalars(used))
    return frozenset(key for key in unpaid if settled[key] in credited or key in paid_by_notes)


def _paid(session: Session, invoices: Sequence[int], *, set_off: bool = True) -> dict[int, int]:
    """Yen that payments with a sum pay of these invoices and were not taken back, by primary key.

    Args:
        set_off: whether what customers set off is among it, which is no money.
    """
    query = (
        select(PaymentAllocation.invoice_id, func.sum(PaymentAllocation.yen))
        .join(Payment, Payment.id == PaymentAllocation.payment_id)
        .where(among(_ALLOCATIONS.c.invoice_id, invoices))
        .where(Payment.taken_back_on == "", Payment.yen + Payment.fee > 0)
        .group_by(PaymentAllocation.invoice_id)
    )
    if not set_off:
        query = query.where(Payment.way != PaymentWay.SET_OFF)
    return dict(session.execute(query).all()) if invoices else {}


def job_names(session: Session, invoices: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
    """Record id and number of the jobs of several invoices, by the invoice's primary key."""
    query = select(InvoiceJob.invoice_id, Job.record_id, Job.number).join(Job, Job.id == InvoiceJob.job_id)
    query = query.where(among(_JOBS.c.invoice_id, invoices)).order_by(InvoiceJob.id)
    found: dict[int, list[tuple[str, str]]] = {}
    for key, record, number in session.execute(query):
        found.setdefault(key, []).append((record, number))
    return found
