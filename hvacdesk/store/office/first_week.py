"""How much a new office holds by now; counted no further than anybody asks."""

from __future__ import annotations

from sqlalchemy import func, select

from hvacdesk.domain.office.first_week import SETTLED_JOBS
from hvacdesk.domain.papers.work_orders import CopyState
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Account, Copy, Job


def jobs(session: Session) -> int:
    """How many jobs were booked, up to the number from which an office needs no first steps."""
    some = select(Job.id).limit(SETTLED_JOBS).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def copies(session: Session) -> int:
    """Whether a work order was printed, as 0 or 1; a copy that did not come out of the printer is struck."""
    printed = select(Copy.id).where(Copy.printed_at != "", Copy.state != CopyState.STRUCK).limit(1).subquery()
    return session.scalar(select(func.count()).select_from(printed)) or 0


def staff(session: Session) -> int:
    """How many people work here."""
    return session.scalar(select(func.count()).select_from(Account).where(Account.active)) or 0
