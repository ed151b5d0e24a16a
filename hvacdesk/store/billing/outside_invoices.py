"""The jobs that another program's invoices may be for, and which of its files were taken over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Table, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from hvacdesk.domain.billing.invoices import IN_ADVANCE, STANDING, InvoiceKind, is_own_number
from hvacdesk.domain.billing.outside_doubts import DONE, KnownJob
from hvacdesk.domain.billing.outside_invoices import number_key
from hvacdesk.domain.disposal.disposal import UNFINISHED, BatchState
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent, expected_amount
from hvacdesk.store.base import Base
from hvacdesk.store.billing import invoices
from hvacdesk.store.billing.open_items import billed_as_whole
from hvacdesk.store.chunks import among
from hvacdesk.store.disposal.disposal import CARRIED_OUT
from hvacdesk.store.jobs.done_days import done_on
from hvacdesk.store.models import (
    Customer,
    DisposalBatch,
    DisposalItem,
    Invoice,
    InvoiceJob,
    Job,
    JobEventRow,
)
from hvacdesk.store.office import office
from hvacdesk.store.requests import suspension

_JOBS: Table = Base.metadata.tables[Job.__tablename__]
_EVENTS: Table = Base.metadata.tables[JobEventRow.__tablename__]
_TOLD = (EventKind.CONTRACT, EventKind.INVOICE, EventKind.SETTLEMENT)

_SETTING = "outside_invoices"
KEPT = 60
"""So many files are remembered: a monthly export of five years."""


@dataclass(frozen=True)
class ImportedFile:
    """A file of which something was taken over.

    Attributes:
        digest: its SHA-256.
        at: stamp of the last time; ``by`` the account.
        invoices: how many; 0 where all was undone.
    """

    digest: str
    at: str
    by: str
    invoices: int


def imported(session: Session) -> tuple[ImportedFile, ...]:
    """The files of the last imports, the oldest first; each once, however often something of it was taken."""
    known = office.setting(session, office.OFFICE, _SETTING)
    return tuple(ImportedFile(**one) for one in known) if isinstance(known, list) else ()


def remember(session: Session, file: ImportedFile) -> None:
    """Note an import: what was taken over of the same file before is added."""
    known = {one.digest: one for one in imported(session)}
    before = known.pop(file.digest, None)
    if before is not None:
        file = replace(file, invoices=before.invoices + file.invoices)
    kept = [asdict(one) for one in (*known.values(), file)][-KEPT:]
    office.save_setting(session, office.OFFICE, _SETTING, kept)


def forget(session: Session, file: ImportedFile) -> None:
    """Take off what was undone of a file. It stays known, since it lies outside as before."""
    kept = [
        asdict(replace(one, invoices=one.invoices - file.invoices) if one.digest == file.digest else one)
        for one in imported(session)
    ]
    office.save_setting(session, office.OFFICE, _SETTING, kept)


def note_left(session: Session, digest: str, invoices: int) -> None:
    """Note of how many invoices something is left of a file that was taken back; it stays known."""
    kept = [
        asdict(replace(one, invoices=invoices) if one.digest == digest else one) for one in imported(session)
    ]
    office.save_setting(session, office.OFFICE, _SETTING, kept)


def noting(session: Session, keys: Collection[str]) -> defaultdict[str, set[int]]:
    """Primary keys of the jobs at which invoices are noted, by these numbers as they are compared."""
    noted = select(JobEventRow.job_id, JobEventRow.number).where(
        JobEventRow.kind == EventKind.INVOICE, JobEventRow.number != ""
    )
    found = defaultdict[str, set[int]](set)
    for job, number in session.execute(noted):
        if (key := number_key(number)) in keys:
            found[key].add(job)
    return found


def waiting(session: Session) -> frozenset[int]:
    """Primary keys of the jobs that are done, of which nobody noted another program's invoice by number."""
    own = exists(select(Invoice.id).where(invoices.has_number(Invoice.number == JobEventRow.number)))
    numbered = exists(
        select(JobEventRow.id)
        .where(JobEventRow.job_id == Job.id, JobEventRow.kind == EventKind.INVOICE, JobEventRow.number != "")
        .where(~own)
    )
    return frozenset(
        session.scalars(select(Job.id).where(Job.state.in_(DONE), ~numbered, ~billed_as_whole()))
    )


def numbered(session: Session, numbers: Collection[str]) -> frozenset[int]:
    """Primary keys of the jobs of these numbers."""
    return frozenset(session.scalars(select(Job.id).where(among(_JOBS.c.number, numbers))))


def keys_of(session: Session, jobs: Collection[str]) -> dict[str, int]:
    """Primary keys of the jobs of these record ids, where they are still there."""
    rows = session.execute(select(Job.record_id, Job.id).where(among(_JOBS.c.record_id, jobs)))
    return {row.record_id: row.id for row in rows}


def known_jobs(session: Session, jobs: Collection[int]) -> dict[int, KnownJob]:
    """What the matching knows of these jobs, by primary key; a fixed number of queries."""
    if not jobs:
        return {}
    payer = aliased(Customer)
    query = (
        select(
            *(Job.id, Job.record_id, Job.number, Job.state, done_on().label("done_on")),
            *(Job.client_contractor, Job.amount_to_collect, billed_as_whole().label("billed")),
            _part_here().label("part"),
            *(Customer.record_id.label("requester"), payer.record_id.label("payer")),
            or_(Customer.reduced_on != "", func.coalesce(payer.reduced_on, "") != "").label("reduced"),
        )
        .join(Customer, Customer.id == Job.customer_id)
        .outerjoin(payer, payer.id == Job.payer_id)
        .where(among(_JOBS.c.id, jobs))
    )
    rows: Iterable[Any] = session.execute(query).all()
    events = _events(session, jobs)
    locked = suspension.locked_jobs(session, jobs)
    going = _going(session)
    found = {}
    for row in rows:
        told = told_elsewhere(events[row.id])
        customers = frozenset(filter(None, (row.requester, row.payer)))
        found[row.id] = KnownJob(
            job=row.record_id,
            number=row.number,
            state=row.state,
            customers=customers,
            payer=row.payer or row.requester,
            contractor=row.client_contractor,
            done_on=row.done_on,
            agreed_yen=expected_amount(EventKind.INVOICE, told, row.amount_to_collect),
            events=told,
            billed_here=bool(row.billed),
            part_here=bool(row.part),
            locked=row.id in locked,
            reduced=bool(row.reduced),
            going=not going.isdisjoint(customers),
        )
    return found


def _part_here() -> ColumnElement[bool]:
    """Whether a deposit or part invoice of this program stands for the job, and was not all credited."""
    credit = aliased(Invoice)
    taken = (
        select(func.coalesce(func.sum(credit.gross_yen), 0))
        .where(invoices.is_about(credit.about, Invoice.number), credit.kind == InvoiceKind.CREDIT)
        .where(credit.state.in_(STANDING))
        .scalar_subquery()
    )
    return exists(
        select(InvoiceJob.id)
        .join(Invoice, Invoice.id == InvoiceJob.invoice_id)
        .where(InvoiceJob.job_id == Job.id, Invoice.kind.in_(IN_ADVANCE), Invoice.state.in_(STANDING))
        .where(Invoice.gross_yen + taken > 0)
    )


def told_elsewhere(events: Iterable[JobEvent]) -> tuple[JobEvent, ...]:
    """The events without those that this program's own invoices tell of."""
    return tuple(one for one in events if not is_own_number(one.number))


def _events(session: Session, jobs: Collection[int]) -> dict[int, list[JobEvent]]:
    """The jobs' events about money in the order in which they were noted."""
    found = defaultdict[int, list[JobEvent]](list)
    query = (
        select(JobEventRow.job_id, JobEventRow.kind, JobEventRow.on, JobEventRow.number, JobEventRow.amount)
        .where(among(_EVENTS.c.job_id, jobs), JobEventRow.kind.in_(_TOLD))
        .order_by(JobEventRow.id)
    )
    for job, kind, on, number, amount in session.execute(query):
        found[job].append(JobEvent(kind, on, number, amount))
    return found


def _going(session: Session) -> frozenset[str]:
    """Record ids of the customers whom a disposal takes along that was proposed and has not ended."""
    under_way = [state for state in UNFINISHED if state is not BatchState.DRAFT]
    query = (
        select(DisposalItem.customer)
        .join(DisposalBatch, DisposalBatch.id == DisposalItem.batch_id)
        .where(DisposalBatch.state.in_(under_way), DisposalItem.decision.in_(CARRIED_OUT))
    )
    return frozenset(session.scalars(query))
