"""Jobs for client contractors, and whether their data went back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Subquery, func, select
from sqlalchemy.orm import Session, aliased

from hvacdesk.domain.clock import moment_of, office_day, stamp
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.partners.client_data import ClientEnding, ClientJob, due_day
from hvacdesk.domain.partners.partners import ClientTerms, firm_key
from hvacdesk.store.calendar.plans import DONE_STATES
from hvacdesk.store.chunks import chunks
from hvacdesk.store.disposal.standstills import job_customers
from hvacdesk.store.models import (
    ClientDataReturn,
    Customer,
    Incident,
    IncidentCustomer,
    Job,
    JobEventRow,
    JobStateChange,
    PartnerFirm,
)
from hvacdesk.store.partners.partners import facts_of
from hvacdesk.store.staff.staff import account_names

_DONE = tuple(state.value for state in DONE_STATES)
_state = Job.state.concat("")
"""As an expression, so that the jobs are found by their client and not by the many that are done."""

_ENDS = (EventKind.COMPLETION.value, EventKind.HANDOVER.value)


def jobs(
    session: Session, only: Collection[str] | None = None, *, to_do: bool = False
) -> tuple[ClientJob, ...]:
    """Jobs that name a client contractor and are not cancelled, by number.

    Args:
        only: these record ids; None for all.
        to_do: those alone that are done and whose data has not gone back.
    """
    query = select(Job).where(Job.client_contractor > "", _state != JobState.CANCELLED.value)
    if only is not None:
        query = query.where(Job.record_id.in_(list(only)))
    if to_do:
        query = query.where(_state.in_(_DONE), Job.record_id.not_in(select(ClientDataReturn.job)))
    # Sorted here, since the database would walk every job by its number rather than sort the few.
    found = sorted(session.scalars(query), key=lambda job: job.number)
    if not found:
        return ()
    done = _done_days(session, query.with_only_columns(Job.id).subquery())
    firms = {firm.key: firm for firm in session.scalars(select(PartnerFirm))}
    back = {row.job: row for row in session.scalars(select(ClientDataReturn))}
    names = account_names(session)
    made = []
    for job in found:
        firm = firms.get(firm_key(job.client_contractor))
        terms = facts_of(firm).terms if firm else ClientTerms()
        done_on = done.get(job.id, "") if job.state in _DONE else ""
        ended = back.get(job.record_id)
        made.append(
            ClientJob(
                job=job.record_id,
                job_number=job.number,
                client=job.client_contractor,
                firm_record=firm.record_id if firm else "",
                terms=terms,
                done_on=done_on,
                due=due_day(done_on, terms),
                ended_on=ended.ended_on if ended else "",
                ending=ended.ending if ended else None,
                confirmed_by=names.get(ended.confirmed_by, "") if ended else "",
            )
        )
    return tuple(made)


def of_customers(session: Session, customers: Collection[str]) -> tuple[ClientJob, ...]:
    """The jobs of client contractors in which any of these customers, by record id, has a part."""
    parts = job_customers().subquery()
    found: set[str] = set()
    for few in chunks(customers):
        theirs = (
            select(Job.record_id)
            .join(parts, parts.c.job == Job.id)
            .join(Customer, Customer.id == parts.c.customer)
            .where(Customer.record_id.in_(few), Job.client_contractor != "")
        )
        found.update(session.scalars(theirs))
    return tuple(job for job in jobs(session) if job.job in found) if found else ()


def entrusted(session: Session, incident: Incident) -> dict[str, dict[str, ClientTerms]]:
    """The lines of an incident's list whose customers have a part in jobs of client contractors
    that hear of a leak first: by the line's record id the firms, with what was agreed with each.
    """
    parts, own, living = job_customers().subquery(), aliased(Customer), aliased(Customer)
    query = (
        select(IncidentCustomer.customer, Job.client_contractor)
        .join(own, own.record_id == IncidentCustomer.customer)
        .join(living, living.id == func.coalesce(own.merged_into_id, own.id))
        .join(parts, parts.c.customer == living.id)
        .join(Job, Job.id == parts.c.job)
        .where(IncidentCustomer.incident_id == incident.id, IncidentCustomer.removed.is_(False))
        .where(Job.client_contractor > "", _state != JobState.CANCELLED.value)
        .order_by(Job.number)
    )
    rows = session.execute(query).all()
    agreed = _terms(session) if rows else {}
    found: dict[str, dict[str, ClientTerms]] = {}
    for line, client in rows:
        terms = agreed.get(firm_key(client), ClientTerms())
        if terms.leak_first:
            found.setdefault(line, {})[client] = terms
    return found


def _terms(session: Session) -> dict[str, ClientTerms]:
    return {firm.key: facts_of(firm).terms for firm in session.scalars(select(PartnerFirm))}


def one(session: Session, job: str) -> ClientJob:
    """One of :func:`jobs`. Raises :class:`RecordGone`."""
    found = jobs(session, [job])
    if not found:
        raise RecordGone
    return found[0]


def note_back(
    session: Session, job: ClientJob, ending: ClientEnding, ended_on: str, by: str, at: datetime
) -> None:
    """Write down that a job's data went back."""
    session.add(
        ClientDataReturn(
            job=job.job,
            job_number=job.job_number,
            client=job.client,
            ended_on=ended_on,
            ending=ending,
            confirmed_by=by,
            confirmed_at=stamp(at),
        )
    )
    session.flush()


def _done_days(session: Session, jobs: Subquery) -> dict[int, str]:
    """The day of each job's completion: as it was recorded, else the day on which it was moved on."""
    wanted = select(jobs.c.id)
    days: dict[int, str] = {}
    moved = select(JobStateChange.job_id, JobStateChange.changed_at).where(
        JobStateChange.job_id.in_(wanted), JobStateChange.state.in_(_DONE)
    )
    for job, at in session.execute(moved.order_by(JobStateChange.id.desc())):
        days[job] = office_day(moment_of(at)).isoformat()
    events = select(JobEventRow.job_id, JobEventRow.on).where(
        JobEventRow.job_id.in_(wanted), JobEventRow.kind.in_(_ENDS)
    )
    days.update((job, on) for job, on in session.execute(events.order_by(JobEventRow.on.desc())))
    return days
