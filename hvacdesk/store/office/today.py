"""What today's page asks the tables: few rows, each found by an index."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.office.today import review_to_open
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.store.models import AuditRow, Certificate, DisposalBatch


def begun_at(session: Session) -> str:
    """The stamp of the log's first entry: when the office began; empty while there is none."""
    return session.scalar(select(AuditRow.at).order_by(AuditRow.id).limit(1)) or ""


def first_day(session: Session) -> str:
    """The ISO day of the log's first entry; empty while there is none."""
    return begun_at(session)[:10]


def month_reviewed(session: Session) -> str:
    """The newest month whose review was handed in; empty where none was. A request is no review."""
    unfinished = (BatchState.DRAFT.value, BatchState.REJECTED.value)
    query = select(func.max(DisposalBatch.month)).where(
        DisposalBatch.state.not_in(unfinished), DisposalBatch.on_request.is_(False)
    )
    return session.scalar(query) or ""


def month_to_open(session: Session, today: date) -> str:
    """The month whose review is opened today."""
    query = select(DisposalBatch.month, DisposalBatch.state).where(DisposalBatch.on_request.is_(False))
    reviews = [(month, BatchState(state)) for month, state in session.execute(query)]
    return review_to_open(today, first_day(session)[:7], reviews)


def certificates_to_sign(session: Session) -> tuple[tuple[str, str, str], ...]:
    """Number, batch and ISO day of each certificate that was never printed, the oldest first."""
    printed = (
        select(AuditRow.id)
        .where(
            AuditRow.action == Action.CERTIFICATE_PRINTED.value,
            AuditRow.subject == "batch:" + Certificate.batch,
        )
        .exists()
    )
    rows = session.execute(
        select(Certificate.number, Certificate.batch, DisposalBatch.destroyed_at)
        .join(DisposalBatch, DisposalBatch.record_id == Certificate.batch)
        .where(~printed)
        .order_by(Certificate.id)
    )
    return tuple((number, batch, office_day(moment_of(at)).isoformat()) for number, batch, at in rows)
