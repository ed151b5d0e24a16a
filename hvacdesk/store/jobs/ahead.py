"""Jobs that are still to be done: a customer's, and those that somebody goes to."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain.jobs.jobs import UNDER_WAY
from hvacdesk.store.disposal.standstills import job_customers
from hvacdesk.store.models import Customer, Job, JobStaff


def of_customer(session: Session, customer: Customer) -> tuple[Job, ...]:
    """Those in which the customer has a part, as the site's owner too, by day and time."""
    parts = job_customers().subquery()
    return _waiting(session, Job.id.in_(select(parts.c.job).where(parts.c.customer == customer.id)))


def of_staff(session: Session, account: str) -> tuple[Job, ...]:
    """Those that somebody, given by account, goes to, by day and time."""
    return _waiting(session, Job.id.in_(select(JobStaff.job_id).where(JobStaff.account == account)))


def _waiting(session: Session, whose: ColumnElement[bool]) -> tuple[Job, ...]:
    """The nearest first; those without a day last."""
    query = select(Job).where(whose, Job.state.in_([state.value for state in UNDER_WAY]))
    ordered = query.order_by(Job.on == "", Job.on, Job.starts, Job.id)
    return tuple(session.scalars(ordered.options(selectinload(Job.staff), selectinload(Job.site))))
