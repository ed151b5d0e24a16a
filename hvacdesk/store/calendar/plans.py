"""Recurring work: plans, the jobs that were booked for them, and their next day once a job is done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from hvacdesk.domain.calendar.plans import PlanRecord
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.periods import months_after
from hvacdesk.store import records
from hvacdesk.store.models import Customer, InspectionPlan, Job, Site

DONE_STATES = frozenset({JobState.DONE, JobState.INVOICED, JobState.PAID})
ENDED = [state.value for state in (*DONE_STATES, JobState.CANCELLED)]


def get(session: Session, record_id: str) -> InspectionPlan:
    """The plan of a record id. Raises :class:`RecordGone`."""
    return records.get(session, InspectionPlan, record_id)


def due(session: Session, until: str) -> tuple[InspectionPlan, ...]:
    """Active plans that are due up to a day, the earliest first."""
    query = select(InspectionPlan).where(InspectionPlan.active, InspectionPlan.next_on <= until)
    return _ordered(session, query)


def of_customer(session: Session, customer: Customer) -> tuple[InspectionPlan, ...]:
    """All of a customer's plans."""
    return _ordered(session, select(InspectionPlan).where(InspectionPlan.customer_id == customer.id))


def add(session: Session, customer: Customer, record: PlanRecord) -> InspectionPlan:
    """Store a plan. Raises :class:`InvalidInput` for a site of somebody else."""
    row = InspectionPlan(customer_id=customer.id)
    _write(session, row, record)
    session.add(row)
    session.flush()
    return row


def change(session: Session, row: InspectionPlan, record: PlanRecord) -> tuple[str, ...]:
    """Write what differs and return the names of the columns that did. Raises :class:`InvalidInput`."""
    changed = _write(session, row, record)
    row.version += 1
    return changed


def note_booked(row: InspectionPlan, job: Job) -> None:
    """Note which job was booked for a plan."""
    job.plan_id = row.id


def _write(session: Session, row: InspectionPlan, record: PlanRecord) -> tuple[str, ...]:
    site = records.find(session, Site, record.site)
    if site is None or site.customer_id != row.customer_id:
        raise InvalidInput("site")
    return records.write(row, records.columns_of(record, "customer", "site", site_id=site.id))


def record_of(session: Session, row: InspectionPlan) -> PlanRecord:
    """The plan as the form shows it."""
    return records.record_of(
        PlanRecord,
        row,
        customer=session.get_one(Customer, row.customer_id).record_id,
        site=session.get_one(Site, row.site_id).record_id,
    )


def open_jobs(session: Session, plans: Iterable[InspectionPlan]) -> dict[int, Job]:
    """The job that is booked and not done yet, by the plan's primary key."""
    keys = [plan.id for plan in plans]
    query = select(Job).where(Job.plan_id.in_(keys), Job.state.not_in(ENDED)).order_by(Job.id)
    return {job.plan_id: job for job in session.scalars(query) if job.plan_id is not None}


def note_done(session: Session, job: Job, before: JobState, after: JobState, day: date) -> None:
    """Set the next day of a job's plan once the job is done: its months count from the day of the work."""
    if job.plan_id is None or after not in DONE_STATES or before in DONE_STATES:
        return
    plan = session.get_one(InspectionPlan, job.plan_id)
    done_on = date.fromisoformat(job.on) if job.on else day
    plan.next_on = months_after(min(done_on, day), plan.every_months).isoformat()
    plan.version += 1


def _ordered(session: Session, query: Select[InspectionPlan]) -> tuple[InspectionPlan, ...]:
    return tuple(session.scalars(query.order_by(InspectionPlan.next_on, InspectionPlan.id)))
