"""What the retention rules ask of customers, in a fixed number of queries; and the rules once in force."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, NamedTuple, TypeVarTuple

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.invoices import DocumentKind
from hvacdesk.domain.clock import office_time
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState, WorkItem
from hvacdesk.domain.retention.record_fields import EVERY_FIELD, RecordField
from hvacdesk.domain.retention.retention import (
    Circumstance,
    CustomerFacts,
    HoldRecord,
    JobFacts,
    RetentionRule,
)
from hvacdesk.store.chunks import chunks
from hvacdesk.store.disposal.standstills import FEW, job_customers
from hvacdesk.store.models import (
    Customer,
    ElectricalEntry,
    Estimate,
    GasHandover,
    Invoice,
    InvoiceJob,
    IssuedDocument,
    Job,
    JobEventRow,
    JobItem,
    JobResult,
    JobStateChange,
    Paper,
    Receipt,
    RefrigerantEntry,
    RetentionRuleRow,
    Site,
    Unit,
)
from hvacdesk.store.models import Hold as HoldRow
from hvacdesk.store.models import Payment as PaymentRow
from hvacdesk.store.partners.handovers import provisions

DRAWING = "drawing"
"""The kind of a paper that is a drawing or the record of a meeting about the work (建設業法施行規則 26条)."""

PAYMENT = tuple(
    column for column in Customer.__table__.columns if column.info.get("field") is RecordField.PAYMENT
)

_TO_OFFICE = f"{office_time(datetime(1970, 1, 1, tzinfo=UTC)).hour:+} hours"
"""How SQLite makes the office's day of a stamp; Japan has had no summer time since 1951."""

_AT_ONCE = 1_000
"""Customers who are named in one query; their jobs are more, and still are :data:`FEW`."""

Row = TypeVarTuple("Row")

_NONE: frozenset[Circumstance] = frozenset()
_TOLD_BY_ITEM = {
    WorkItem.NEW_CIRCUIT.value: Circumstance.ELECTRICAL_WORK,
    WorkItem.VOLTAGE_CHANGE.value: Circumstance.ELECTRICAL_WORK,
    WorkItem.OUTLET_CHANGE.value: Circumstance.ELECTRICAL_WORK,
    WorkItem.BREAKER.value: Circumstance.ELECTRICAL_WORK,
    WorkItem.RECYCLING.value: Circumstance.RECYCLED_APPLIANCE,
}
_TOLD_BY_EVENT = {
    EventKind.LEDGER_ENTRY: Circumstance.ELECTRICAL_WORK,
    EventKind.SLIP_RETURN: Circumstance.RECYCLED_APPLIANCE,
    EventKind.SURVEY: Circumstance.ASBESTOS_SURVEY,
    EventKind.MANIFEST: Circumstance.MANIFEST_ISSUED,
}
_LOGGED_BY_LAW = (RefrigerantEntry.struck_at == "", Unit.commercial)
"""The law's record is of commercial units 第一種特定製品 alone (フロン排出抑制法 2条3項, 47条)."""


class CustomerHistory(NamedTuple):
    """A customer as the rules see them."""

    id: int
    record_id: str
    number: str
    facts: CustomerFacts


def histories(session: Session, customers: Collection[int] | None = None) -> Iterator[CustomerHistory]:
    """Everybody's history, or that of the customers with these primary keys."""
    if customers is None:
        yield from _histories(session, None)
        return
    for few in chunks(sorted(customers), _AT_ONCE):
        yield from _histories(session, few)


def _histories(session: Session, few: Sequence[int] | None) -> Iterator[CustomerHistory]:
    jobs = _jobs(session, few)
    holds = _holds(session)
    documents = _documents(session, few)
    people = Customer.__table__.c  # the plain table: its rows come twice as fast as the mapped class's
    pays = or_(*(people[column.name].is_not(None) for column in PAYMENT), _paid_by_bank(people.id))
    query = select(
        people.id,
        people.record_id,
        people.number,
        people.last_contact_on,
        people.reduced_to,
        people.erasure_asked_on,
        pays,
    )
    query = query.where(people.merged_into_id.is_(None)).order_by(people.id)
    if few is not None:
        query = query.where(people.id.in_(few))
    for key, record_id, number, contact, reduced_to, asked_on, pays_by_details in session.execute(
        query
    ).all():
        facts = CustomerFacts(
            jobs=tuple(jobs.get(key, ())),
            holds=tuple(holds.get(key, ())),
            last_contact=date.fromisoformat(contact) if contact else None,
            held=_held(reduced_to, bool(pays_by_details)),
            erasure_asked_on=date.fromisoformat(asked_on) if asked_on else None,
            documents=tuple(documents.get(key, ())),
        )
        yield CustomerHistory(key, record_id, number, facts)


def _paid_by_bank(customer: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a payment of the customer says who paid, or what else the bank wrote."""
    of_customer = PaymentRow.customer_id == customer
    told = PaymentRow.payer.is_not(None) | PaymentRow.bank_text.is_not(None)
    return exists(select(PaymentRow.id).where(of_customer, told))


@cache
def _held(reduced_to: str, pays_by_details: bool) -> frozenset[RecordField]:
    held = frozenset(map(RecordField, reduced_to.split())) if reduced_to else EVERY_FIELD
    return held if pays_by_details else held - {RecordField.PAYMENT}


def note_rules_in_force(session: Session, rules: Iterable[RetentionRule], today: date) -> None:
    """Store each version of a rule from the day it was first applied; the ledger names code and law."""
    known = {tuple(row) for row in session.execute(select(RetentionRuleRow.code, RetentionRuleRow.version))}
    for rule in rules:
        if (rule.code, rule.version) not in known:
            session.add(
                RetentionRuleRow(
                    code=rule.code,
                    version=rule.version,
                    law=rule.law,
                    definition=definition(rule),
                    source=rule.source,
                    as_of=rule.as_of,
                    in_force_from=today.isoformat(),
                )
            )


def definition(rule: RetentionRule) -> str:
    """Everything of a rule that a judgement depends on but its code and law, as text."""
    facts = {
        "events": [event.value for event in rule.events],
        "also": [event.value for event in rule.also],
        "start": rule.start.value,
        "years": rule.years,
        "months": rule.months,
        "loss_years": rule.loss_years,
        "legal_forms": sorted(rule.legal_forms),
        "binds": rule.binds.value,
        "needs": sorted(rule.needs),
        "keeps": sorted(rule.keeps),
    }
    return json.dumps(facts, sort_keys=True)


def _jobs(session: Session, few: Sequence[int] | None) -> Mapping[int, Sequence[JobFacts]]:
    parts = job_customers().subquery()
    query = select(
        parts.c.customer, Job.id, Job.number, Job.state, Job.new_housing, Job.client_contractor
    ).join(Job, Job.id == parts.c.job)
    if few is not None:
        query = query.where(parts.c.customer.in_(few))
    rows = session.execute(query).all()
    told = None if few is None else {job for _, job, *_ in rows}
    events, marks, ended = _events(session, told), _marks(session, told), _cancelled(session, told)
    facts: dict[int, JobFacts] = {}
    jobs: dict[int, list[JobFacts]] = defaultdict(list)
    for customer, job, number, state, new_housing, client in rows:
        if job not in facts:
            circumstances = _circumstances(
                bool(new_housing), not client, marks.get(job, _NONE), events.get(job, ())
            )
            kept = JobFacts(number, JobState(state), tuple(events.get(job, ())), circumstances)
            cancelled = ended.get(job) if kept.state is JobState.CANCELLED else None
            facts[job] = replace(kept, cancelled_on=cancelled) if cancelled else kept
        jobs[customer].append(facts[job])
    _add_log_without_job(session, few, jobs)
    return jobs


def _cancelled(session: Session, jobs: Collection[int] | None) -> Mapping[int, date]:
    """The days on which jobs were cancelled, the last one of each."""
    day = func.max(func.date(JobStateChange.changed_at, _TO_OFFICE))
    query = select(JobStateChange.job_id, day).where(JobStateChange.state == JobState.CANCELLED)
    found = session.execute(_of_jobs(query.group_by(JobStateChange.job_id), JobStateChange, jobs))
    return {job: date.fromisoformat(on) for job, on in found if on}


def _circumstances(
    new_housing: bool, direct: bool, marks: frozenset[Circumstance], events: Iterable[JobEvent]
) -> frozenset[Circumstance]:
    """What the job says for the rules; a recorded event tells as much as a work item."""
    there = set(marks)
    if new_housing:
        there.add(Circumstance.NEW_HOUSING)
    if direct:
        there.add(Circumstance.DIRECT_ORDER)
    there.update(_TOLD_BY_EVENT[event.kind] for event in events if event.kind in _TOLD_BY_EVENT)
    return frozenset(there)


def _marks(session: Session, jobs: Collection[int] | None) -> Mapping[int, frozenset[Circumstance]]:
    """What work items, ledger entries and papers say of jobs."""
    found: dict[int, set[Circumstance]] = defaultdict(set)
    for job, item in session.execute(
        _of_jobs(select(JobItem.job_id, JobItem.item).where(JobItem.item.in_(_TOLD_BY_ITEM)), JobItem, jobs)
    ):
        found[job].add(_TOLD_BY_ITEM[item])
    for (job,) in session.execute(_of_jobs(select(ElectricalEntry.job_id), ElectricalEntry, jobs)):
        found[job].add(Circumstance.ELECTRICAL_WORK)
    named = select(Estimate.job_id).where(Estimate.costs_apart, Estimate.issued_on != "")
    for (estimated,) in session.execute(_of_jobs(named, Estimate, jobs)):
        found[estimated].add(Circumstance.COSTS_APART)
    drawings = select(Paper.job_id).where(Paper.kind == DRAWING)
    for (drawn,) in session.execute(_of_jobs(drawings, Paper, jobs)):
        if drawn is not None:
            found[drawn].add(Circumstance.DRAWINGS)
    return {job: frozenset(marks) for job, marks in found.items()}


def _of_jobs(query: Select[*Row], table: type[Any], jobs: Collection[int] | None) -> Select[*Row]:
    """The query for these jobs only, where they are few enough to be named."""
    return query.where(table.job_id.in_(list(jobs))) if jobs is not None and len(jobs) <= FEW else query


def _add_log_without_job(
    session: Session, few: Sequence[int] | None, jobs: dict[int, list[JobFacts]]
) -> None:
    """Refrigerant entries of commercial units that belong to no job bind the customer whose unit it is.

    So do the certificates of what was recovered from them.
    """
    logged = (
        select(Site.customer_id, func.max(RefrigerantEntry.on))
        .join(Unit, Unit.site_id == Site.id)
        .join(RefrigerantEntry, RefrigerantEntry.unit_id == Unit.id)
    )
    certified = (
        select(Site.customer_id, func.max(GasHandover.certified_on))
        .join(Unit, Unit.site_id == Site.id)
        .join(RefrigerantEntry, RefrigerantEntry.unit_id == Unit.id)
        .join(GasHandover, GasHandover.entry_id == RefrigerantEntry.id)
        .where(GasHandover.certified_on != "")
    )
    for query, kind in ((logged, EventKind.REFRIGERANT), (certified, EventKind.GAS_CERTIFICATE)):
        found = query.where(RefrigerantEntry.job_id.is_(None), *_LOGGED_BY_LAW).group_by(Site.customer_id)
        if few is not None:
            found = found.where(Site.customer_id.in_(few))
        for customer, on in session.execute(found):
            jobs[customer].append(JobFacts("", JobState.CANCELLED, (JobEvent(kind, on),)))


def _events(session: Session, jobs: Collection[int] | None) -> Mapping[int, Sequence[JobEvent]]:
    events: dict[int, list[JobEvent]] = defaultdict(list)
    recorded = select(JobEventRow.job_id, JobEventRow.kind, JobEventRow.on)
    for job, kind, on in session.execute(_of_jobs(recorded, JobEventRow, jobs)):
        events[job].append(JobEvent(EventKind(kind), on))
    logged = select(RefrigerantEntry.job_id, RefrigerantEntry.on).join(
        Unit, Unit.id == RefrigerantEntry.unit_id
    )
    logged = logged.where(*_LOGGED_BY_LAW)
    for logged_for, on in session.execute(_of_jobs(logged, RefrigerantEntry, jobs)):
        if logged_for is not None:
            events[logged_for].append(JobEvent(EventKind.REFRIGERANT, on))
    certified = (
        select(RefrigerantEntry.job_id, GasHandover.certified_on)
        .join(GasHandover, GasHandover.entry_id == RefrigerantEntry.id)
        .join(Unit, Unit.id == RefrigerantEntry.unit_id)
        .where(GasHandover.certified_on != "", *_LOGGED_BY_LAW)
    )
    for logged_for, on in session.execute(_of_jobs(certified, RefrigerantEntry, jobs)):
        if logged_for is not None:
            events[logged_for].append(JobEvent(EventKind.GAS_CERTIFICATE, on))
    issued = select(Estimate.job_id, Estimate.issued_on).where(Estimate.issued_on != "")
    for job, on in session.execute(_of_jobs(issued, Estimate, jobs)):
        events[job].append(JobEvent(EventKind.ESTIMATE, on))
    surveyed = select(JobResult.job_id, JobResult.survey_on).where(JobResult.survey_on != "")
    for job, on in session.execute(_of_jobs(surveyed, JobResult, jobs)):
        events[job].append(JobEvent(EventKind.SURVEY, on))
    few = jobs if jobs is not None and len(jobs) <= FEW else None
    for job, by_contract, on in provisions(session, few):
        kind = EventKind.PROVISION_BY_CONTRACT if by_contract else EventKind.PROVISION
        events[job].append(JobEvent(kind, on))
    return events


def _documents(session: Session, few: Sequence[int] | None) -> Mapping[int, Sequence[JobEvent]]:
    """The days of everything issued, paid and receipted, of whom it names and of whose job it is.

    Of an invoice that is the day that it bears, and the day on which its copy was made: the later one counts.
    """
    parts = job_customers().subquery()
    of_jobs = select(parts.c.customer, Invoice.issued_on).join(InvoiceJob, InvoiceJob.job_id == parts.c.job)
    of_jobs = of_jobs.join(Invoice, Invoice.id == InvoiceJob.invoice_id)
    owned: tuple[tuple[EventKind, Any, Any], ...] = (
        (EventKind.INVOICE, Invoice.customer_id, Invoice.issued_on),
        (EventKind.SETTLEMENT, PaymentRow.customer_id, PaymentRow.received_on),
        (EventKind.SETTLEMENT, Receipt.customer_id, Receipt.issued_on),
    )
    days: list[tuple[EventKind, Select[Any], Any, Any]] = [
        (kind, select(owner, day), owner, day) for kind, owner, day in owned
    ]
    days.append((EventKind.INVOICE, of_jobs, parts.c.customer, Invoice.issued_on))
    made_on = func.date(IssuedDocument.filed_at, _TO_OFFICE)
    filed = IssuedDocument.kind != DocumentKind.RECEIPT
    owner = IssuedDocument.customer_id
    days.append((EventKind.INVOICE, select(owner, made_on).where(filed), owner, made_on))
    filed_for = select(parts.c.customer, made_on).join(InvoiceJob, InvoiceJob.job_id == parts.c.job)
    filed_for = filed_for.join(IssuedDocument, IssuedDocument.invoice_id == InvoiceJob.invoice_id)
    days.append((EventKind.INVOICE, filed_for.where(filed), parts.c.customer, made_on))
    found: dict[int, list[JobEvent]] = defaultdict(list)
    for kind, query, owner, day in days:
        told = query.where(day != "").distinct()
        for customer, on in session.execute(told if few is None else told.where(owner.in_(few))):
            found[customer].append(JobEvent(kind, on))
    return found


def _holds(session: Session) -> Mapping[int, Sequence[HoldRecord]]:
    rows = session.execute(select(HoldRow.customer_id, HoldRow.until).where(HoldRow.lifted_at == ""))
    holds: dict[int, list[HoldRecord]] = defaultdict(list)
    for customer, until in rows:
        holds[customer].append(HoldRecord(date.fromisoformat(until) if until else None))
    return holds
