"""Incidents in their first form: papers that were reported lost, and whose data they carry."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, office_day, stamp
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.papers import LossRow, PaperKind, PaperRow
from hvacdesk.domain.work_orders import Profile
from hvacdesk.store.disposal import account_names
from hvacdesk.store.models import Customer, Incident, IncidentCustomer, Job
from hvacdesk.store.standstills import job_customers

LOST_PAPER = "lost_paper"


def open_loss(session: Session, paper: PaperRow, by: str, at: datetime) -> Incident:
    """Begin an incident about a lost paper, with everybody who has a part in its job."""
    incident = Incident(
        kind=LOST_PAPER,
        paper=paper.paper,
        paper_number=paper.number,
        paper_kind=paper.kind.value,
        profile=paper.profile.value if paper.profile else "",
        reported_by=by,
        reported_at=stamp(at),
    )
    incident.customers = [
        IncidentCustomer(customer=customer.record_id, customer_number=customer.number)
        for customer in _concerned(session, paper)
    ]
    session.add(incident)
    session.flush()
    return incident


def found_again(session: Session, papers: Collection[str], at: datetime) -> None:
    """Note in the incidents about these papers that they turned up; they are looked at all the same."""
    for incident in session.scalars(
        select(Incident).where(Incident.paper.in_(papers), Incident.found_at == "")
    ):
        incident.found_at = stamp(at)


def get(session: Session, record_id: str) -> Incident:
    """The incident of a record id. Raises :class:`RecordGone`."""
    found = session.scalars(select(Incident).where(Incident.record_id == record_id)).one_or_none()
    if found is None:
        raise RecordGone
    return found


def losses(session: Session, *, unseen: bool) -> tuple[LossRow, ...]:
    """Every loss, the newest first; ``unseen`` ones are those at which nobody responsible has looked."""
    query = select(Incident).where(Incident.kind == LOST_PAPER).order_by(Incident.id.desc())
    if unseen:
        query = query.where(Incident.seen_at == "")
    names = account_names(session)
    return tuple(
        LossRow(
            incident=one.record_id,
            number=one.paper_number,
            kind=PaperKind(one.paper_kind),
            profile=Profile(one.profile) if one.profile else None,
            customers=tuple(customer.customer_number for customer in one.customers),
            reported_at=one.reported_at,
            reported_by=names.get(one.reported_by, ""),
            found_on=_day(one.found_at),
            seen_on=_day(one.seen_at),
            seen_by=names.get(one.seen_by, ""),
        )
        for one in session.scalars(query)
    )


def _day(moment: str) -> str:
    return office_day(moment_of(moment)).isoformat() if moment else ""


def _concerned(session: Session, paper: PaperRow) -> Collection[Customer]:
    """Whose paper it is, and everybody with a part in its job."""
    query = select(Customer).where(Customer.record_id == paper.customer)
    people = dict.fromkeys(session.scalars(query))
    if paper.job:
        parts = job_customers().subquery()
        of_job = (
            select(Customer)
            .join(parts, parts.c.customer == Customer.id)
            .join(Job, Job.id == parts.c.job)
            .where(Job.record_id == paper.job)
        )
        people |= dict.fromkeys(session.scalars(of_job))
    return people.keys()
