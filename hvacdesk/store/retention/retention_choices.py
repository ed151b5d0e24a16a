"""The office's choices about retention, every version of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, office_day, stamp
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.retention.retention_choices import Choice
from hvacdesk.store.disposal import reduction
from hvacdesk.store.models import RetentionChoice
from hvacdesk.store.staff.staff import account_names


def everything(session: Session) -> tuple[Choice, ...]:
    """Every version of every choice, the oldest first."""
    rows = session.scalars(select(RetentionChoice).order_by(RetentionChoice.id)).all()
    names = account_names(session) if rows else {}
    return tuple(
        Choice(
            code=row.code,
            years=row.years,
            months=row.months,
            title=row.title,
            event=EventKind(row.event) if row.event else None,
            keeps=reduction.read(row.keeps),
            active=row.active,
            version=row.version,
            set_by=names.get(row.set_by, ""),
            set_on=office_day(moment_of(row.set_at)).isoformat(),
        )
        for row in rows
    )


def add(session: Session, choice: Choice, by: str, at: datetime) -> None:
    """Store the next version of a choice."""
    versions = [one.version for one in everything(session) if one.code == choice.code]
    session.add(
        RetentionChoice(
            code=choice.code,
            version=max(versions, default=0) + 1,
            title=choice.title,
            event=choice.event.value if choice.event else "",
            keeps=reduction.written(choice.keeps),
            years=choice.years,
            months=choice.months,
            active=choice.active,
            set_by=by,
            set_at=stamp(at),
        )
    )
    session.flush()
