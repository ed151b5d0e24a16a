"""What prevents a disposal: jobs, papers, calls, incidents, requests; and the papers to shred."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import CompoundSelect, Subquery, func, select, union
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.jobs.jobs import OPEN_STATES, JobState, WorkKind
from hvacdesk.domain.papers.register import AWAY, PaperKind, PaperState
from hvacdesk.store.billing import billed_elsewhere, open_items, payments
from hvacdesk.store.disposal import open_matters
from hvacdesk.store.models import CallNote, Copy, InspectionPlan, Job, Paper, Site, WorkOrder


@dataclass
class Standstill:
    """What a review shows of one customer beside the verdict.

    Attributes:
        to_shred: kept papers that must be shredded first.
        lost: papers that were reported lost, which nobody can vouch for.
    """

    blockers: set[Blocker] = field(default_factory=set)
    to_shred: int = 0
    lost: int = 0
    last_job_on: str = ""
    last_job_kind: WorkKind | None = None


class Shreddable(NamedTuple):
    """A kept or already shredded paper of customers, with the number that is printed on it."""

    paper: Copy | Paper
    number: str


FEW = 5_000
"""Up to so many customers are asked for by name; for more it is quicker to read everybody."""

_DONE_WITH = [
    state.value
    for state in (PaperState.HANDED_OVER, PaperState.RETURNED, PaperState.SHREDDED, PaperState.STRUCK)
]
"""States of papers that the office no longer answers for; it does for any other, an unknown one too."""

_SHREDDABLE = [PaperState.KEPT.value, PaperState.SHREDDED.value]


def job_customers() -> CompoundSelect[int, int]:
    """Each job with each customer who has a part in it, the site's owner included."""
    parties = (Job.customer_id, Job.resident_id, Job.building_manager_id, Job.payer_id)
    of_parties = [
        select(Job.id.label("job"), party.label("customer")).where(party.is_not(None)) for party in parties
    ]
    of_sites = select(Job.id.label("job"), Site.customer_id.label("customer")).join(
        Site, Job.site_id == Site.id
    )
    return union(*of_parties, of_sites)


def _parts_of(customers: Collection[int]) -> Subquery:
    """The customers' parts in jobs; for many customers everybody's, which is quicker than naming them."""
    parts = job_customers().subquery()
    if len(customers) > FEW:
        return parts
    return select(parts).where(parts.c.customer.in_(customers)).subquery()


def standstills(session: Session, customers: Iterable[int]) -> dict[int, Standstill]:
    """What prevents the customers' disposal, and their last jobs: few queries, however many customers."""
    wanted = frozenset(customers)
    found: dict[int, Standstill] = defaultdict(Standstill)
    parts = _parts_of(wanted)
    _note_jobs(session, parts, wanted, found)
    _note_open_items(session, parts, wanted, found)
    _note_copies(session, parts, wanted, found)
    _note_papers(session, parts, wanted, found)
    _note_calls(session, wanted, found)
    _note_plans(session, wanted, found)
    _note_open_matters(session, wanted, found)
    return found


def papers_out(session: Session) -> int:
    """How many papers of every kind are out in all."""
    away = [state.value for state in AWAY]
    counts = (
        session.scalar(select(func.count()).where(table.state.in_(away))) or 0 for table in (Copy, Paper)
    )
    return sum(counts)


def papers_to_shred(session: Session, customers: Iterable[int]) -> tuple[Shreddable, ...]:
    """Kept or already shredded papers of the customers and of their jobs, copies first."""
    wanted = frozenset(customers)
    parts = _parts_of(wanted)
    copies = session.execute(
        select(Copy, Job.number, parts.c.customer)
        .join(WorkOrder, Copy.work_order_id == WorkOrder.id)
        .join(Job, WorkOrder.job_id == Job.id)
        .join(parts, parts.c.job == Job.id)
        .where(Copy.state.in_(_SHREDDABLE))
        .order_by(Copy.id)
    )
    owners = _owners(parts)
    papers = session.execute(
        select(Paper, Paper.number, owners.c.customer)
        .join(owners, owners.c.paper == Paper.id)
        .where(Paper.state.in_(_SHREDDABLE))
        .order_by(Paper.id)
    )
    found = {paper: number for paper, number, customer in (*copies, *papers) if customer in wanted}
    return tuple(Shreddable(paper, number) for paper, number in found.items())


def _note_jobs(
    session: Session, parts: Subquery, wanted: frozenset[int], found: Mapping[int, Standstill]
) -> None:
    rows = session.execute(
        select(parts.c.customer, Job.state, Job.on, Job.work_kind).join(Job, Job.id == parts.c.job)
    )
    for customer, state, on, kind in rows:
        if customer not in wanted:
            continue
        standstill = found[customer]
        if JobState(state) in OPEN_STATES:
            invoiced = state == JobState.INVOICED.value
            standstill.blockers.add(Blocker.UNPAID_INVOICE if invoiced else Blocker.OPEN_JOB)
        if on >= standstill.last_job_on:
            standstill.last_job_on, standstill.last_job_kind = on, WorkKind(kind)


def _note_open_items(
    session: Session, parts: Subquery, wanted: frozenset[int], found: Mapping[int, Standstill]
) -> None:
    """Those who are asked for what is open, and those who have a part in the work that it is about."""
    for_work = select(parts.c.customer).where(parts.c.job.in_(open_items.jobs())).distinct()
    called_off = select(parts.c.customer).where(
        parts.c.job.in_(billed_elsewhere.open_though_cancelled(session))
    )
    for query in (open_items.customers(), for_work, called_off):
        for customer in session.scalars(query):
            if customer in wanted:
                found[customer].blockers.add(Blocker.UNPAID_INVOICE)
    of_held = select(parts.c.customer).where(parts.c.job.in_(open_items.jobs_holding_deposits()))
    for query, blocker in (
        (open_items.drafted(), Blocker.DRAFT_INVOICE),
        (payments.with_credit(), Blocker.CREDIT_LEFT),
        (open_items.holding_deposits(), Blocker.DEPOSIT_HELD),
        (of_held.distinct(), Blocker.DEPOSIT_HELD),
        (payments.with_cash_out(), Blocker.CASH_OUT),
    ):
        for customer in session.scalars(query):
            if customer in wanted:
                found[customer].blockers.add(blocker)


def _note_copies(
    session: Session, parts: Subquery, wanted: frozenset[int], found: Mapping[int, Standstill]
) -> None:
    rows = session.execute(
        select(parts.c.customer, Copy.state, func.count())
        .join(WorkOrder, WorkOrder.job_id == parts.c.job)
        .join(Copy, Copy.work_order_id == WorkOrder.id)
        .where(Copy.state.not_in(_DONE_WITH))
        .group_by(parts.c.customer, Copy.state)
    )
    for customer, state, count in rows:
        if customer in wanted:
            _note(found[customer], state, count, Blocker.COPY_OUT)


def _note_papers(
    session: Session, parts: Subquery, wanted: frozenset[int], found: Mapping[int, Standstill]
) -> None:
    owners = _owners(parts)
    rows = session.execute(
        select(owners.c.customer, Paper.state, Paper.kind, func.count())
        .join(Paper, Paper.id == owners.c.paper)
        .where(Paper.state.not_in(_DONE_WITH))
        .group_by(owners.c.customer, Paper.state, Paper.kind)
    )
    for customer, state, kind, count in rows:
        if customer not in wanted:
            continue
        if (state, kind) == (PaperState.KEPT.value, PaperKind.HELD.value):
            found[customer].blockers.add(Blocker.PAPER_HELD)
        else:
            _note(found[customer], state, count, Blocker.PAPER_OUT)


def _note(standstill: Standstill, state: str, count: int, out: Blocker) -> None:
    if state == PaperState.KEPT.value:
        standstill.to_shred += count
    elif state == PaperState.LOST.value:
        standstill.lost += count
    else:
        standstill.blockers.add(out)


def _owners(parts: Subquery) -> Subquery:
    """Each paper with its customer, and with everybody who has a part in its job."""
    own = select(Paper.id.label("paper"), Paper.customer_id.label("customer"))
    of_jobs = select(Paper.id.label("paper"), parts.c.customer).join(parts, parts.c.job == Paper.job_id)
    return union(own, of_jobs).subquery()


def _note_plans(session: Session, wanted: frozenset[int], found: Mapping[int, Standstill]) -> None:
    query = select(InspectionPlan.customer_id).where(InspectionPlan.active)
    for customer in session.scalars(query.distinct()):
        if customer in wanted:
            found[customer].blockers.add(Blocker.PLAN_ACTIVE)


def _note_calls(session: Session, wanted: frozenset[int], found: Mapping[int, Standstill]) -> None:
    query = select(CallNote.customer_id).where(CallNote.customer_id.is_not(None), CallNote.done_at == "")
    for customer in session.scalars(query.distinct()):
        if customer in wanted:
            found[customer].blockers.add(Blocker.CALL_BACK_OPEN)


def _note_open_matters(session: Session, wanted: frozenset[int], found: Mapping[int, Standstill]) -> None:
    matters = (
        (open_matters.concerned_by_open_incidents(), Blocker.INCIDENT_OPEN),
        (open_matters.with_unanswered_requests(), Blocker.REQUEST_OPEN),
        (open_matters.out_with_partner_firms(), Blocker.HANDED_OUT),
    )
    for customers, blocker in matters:
        for customer in session.scalars(customers.distinct()):
            if customer in wanted:
                found[customer].blockers.add(blocker)
