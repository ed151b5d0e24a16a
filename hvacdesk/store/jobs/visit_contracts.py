"""Contracts that were made on a visit, one for each job."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.jobs.visit_contracts import VisitException, VisitRecord, WithdrawalWay
from hvacdesk.domain.papers.register import NEVER_LOST, PaperKind, PaperState
from hvacdesk.store import records
from hvacdesk.store.models import Job, Paper, VisitContract


def of_job(session: Session, job: Job) -> VisitContract | None:
    """The job's contract, or None."""
    return session.scalars(select(VisitContract).where(VisitContract.job_id == job.id)).one_or_none()


def record_of(row: VisitContract) -> VisitRecord:
    """The contract as the form shows it. That its exception was confirmed is known from its being there."""
    return records.record_of(
        VisitRecord,
        row,
        confirmed=row.exception is VisitException.ASKED,
        withdrawn_way=WithdrawalWay(row.withdrawn_way or WithdrawalWay.LETTER),
    )


def save(session: Session, job: Job, record: VisitRecord, *, by: str, at: str) -> VisitContract:
    """Write a job's contract; ``at`` is a stamp."""
    row = of_job(session, job)
    if row is None:
        row = VisitContract(job_id=job.id, version=0)
        session.add(row)
    way = record.withdrawn_way.value if record.withdrawn_on else ""
    records.write(row, records.columns_of(record, "confirmed", withdrawn_way=way))
    row.recorded_by, row.recorded_at = by, at
    row.version += 1
    session.flush()
    return row


def paper_printed(session: Session, job: Job) -> bool:
    """Whether a contract paper for the job left the printer, wherever it is now."""
    never = [PaperState.PRINTING.value, PaperState.STRUCK.value]
    query = select(Paper.id).where(
        Paper.job_id == job.id, Paper.kind == PaperKind.CONTRACT, Paper.state.not_in(never)
    )
    return session.scalars(query.limit(1)).first() is not None


def paper_with(session: Session, job: Job, estimate: str) -> str:
    """The number of a contract paper for the job that names an estimate's sum and may be somewhere; or empty.

    Args:
        estimate: its number, which is the paper's label.
    """
    query = select(Paper.number).where(
        Paper.job_id == job.id, Paper.kind == PaperKind.CONTRACT, Paper.label == estimate
    )
    gone = [state.value for state in NEVER_LOST]
    return session.scalars(query.where(Paper.state.not_in(gone)).order_by(Paper.id.desc())).first() or ""


def without_paper(session: Session) -> tuple[tuple[str, str, str], ...]:
    """Jobs whose customer waits for the paper: record id, number and day of the contract."""
    query = (
        select(Job.record_id, Job.number, VisitContract.contract_on)
        .join(Job, Job.id == VisitContract.job_id)
        .where(VisitContract.exception == VisitException.NONE)
        .where(VisitContract.paper_on == "", VisitContract.withdrawn_on == "")
        .where(Job.state != JobState.CANCELLED)
    )
    return tuple((job, number, on) for job, number, on in session.execute(query.order_by(VisitContract.id)))
