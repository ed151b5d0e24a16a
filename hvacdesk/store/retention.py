"""What the retention rules ask of customers, in a fixed number of queries; and the rules once in force."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from hvacdesk.domain.jobs import EventKind, JobEvent, JobState
from hvacdesk.domain.retention import RetentionRule
from hvacdesk.domain.retention_engine import Hold, JobFacts
from hvacdesk.store.models import Customer, Job, JobEventRow, RetentionRuleRow
from hvacdesk.store.models import Hold as HoldRow
from hvacdesk.store.standstills import FEW, job_customers


class CustomerHistory(NamedTuple):
    """A customer as the rules see them: jobs in which they have any part, holds that were not lifted."""

    id: int
    record_id: str
    number: str
    jobs: tuple[JobFacts, ...]
    holds: tuple[Hold, ...]
    last_contact: date | None


def histories(session: Session, customers: Collection[int] | None = None) -> Iterator[CustomerHistory]:
    """Everybody's history, or that of the customers with these primary keys."""
    few = None if customers is None or len(customers) > FEW else list(customers)
    jobs = _jobs(session, few)
    holds = _holds(session)
    people = Customer.__table__.c  # the plain table: its rows come twice as fast as the mapped class's
    query = select(people.id, people.record_id, people.number, people.last_contact_on)
    query = query.where(people.merged_into_id.is_(None)).order_by(people.id)
    if few is not None:
        query = query.where(people.id.in_(few))
    wanted = None if customers is None else frozenset(customers)
    for key, record_id, number, contact in session.execute(query).all():
        if wanted is None or key in wanted:
            yield CustomerHistory(
                id=key,
                record_id=record_id,
                number=number,
                jobs=tuple(jobs.get(key, ())),
                holds=tuple(holds.get(key, ())),
                last_contact=date.fromisoformat(contact) if contact else None,
            )


def note_rules_in_force(session: Session, rules: Iterable[RetentionRule], today: date) -> None:
    """Keep each version of a rule from the day it was first applied; the ledger names code and law."""
    known = {tuple(row) for row in session.execute(select(RetentionRuleRow.code, RetentionRuleRow.version))}
    for rule in rules:
        if (rule.code, rule.version) not in known:
            session.add(
                RetentionRuleRow(
                    code=rule.code,
                    version=rule.version,
                    law=rule.law,
                    definition=_definition(rule),
                    source=rule.source,
                    as_of=rule.as_of,
                    in_force_from=today.isoformat(),
                )
            )


def _definition(rule: RetentionRule) -> str:
    facts = {
        "event": rule.event.value,
        "start": rule.start.value,
        "years": rule.years,
        "months": rule.months,
        "legal_forms": sorted(rule.legal_forms),
        "for_ordered_work": rule.for_ordered_work,
    }
    return json.dumps(facts, sort_keys=True)


def _jobs(session: Session, few: Sequence[int] | None) -> Mapping[int, Sequence[JobFacts]]:
    parts = job_customers().subquery()
    query = select(parts.c.customer, Job.id, Job.number, Job.state).join(Job, Job.id == parts.c.job)
    if few is not None:
        query = query.where(parts.c.customer.in_(few))
    rows = session.execute(query).all()
    events = _events(session, None if few is None else {job for _, job, *_ in rows})
    facts: dict[int, JobFacts] = {}
    jobs: dict[int, list[JobFacts]] = defaultdict(list)
    for customer, job, number, state in rows:
        if job not in facts:
            facts[job] = JobFacts(number, JobState(state), tuple(events.get(job, ())))
        jobs[customer].append(facts[job])
    return jobs


def _events(session: Session, jobs: Collection[int] | None) -> Mapping[int, Sequence[JobEvent]]:
    query: Select[int, str, str] = select(JobEventRow.job_id, JobEventRow.kind, JobEventRow.on)
    if jobs is not None and len(jobs) <= FEW:
        query = query.where(JobEventRow.job_id.in_(list(jobs)))
    events: dict[int, list[JobEvent]] = defaultdict(list)
    for job, kind, on in session.execute(query):
        events[job].append(JobEvent(EventKind(kind), on))
    return events


def _holds(session: Session) -> Mapping[int, Sequence[Hold]]:
    rows = session.execute(select(HoldRow.customer_id, HoldRow.until).where(HoldRow.lifted_at == ""))
    holds: dict[int, list[Hold]] = defaultdict(list)
    for customer, until in rows:
        holds[customer].append(Hold(date.fromisoformat(until) if until else None))
    return holds
