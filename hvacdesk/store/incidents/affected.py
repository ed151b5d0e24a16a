"""Whose data an account, a paper or a disposal touched: found in the log by its indexes, however long it is.

The log is narrowed to a stretch of sequence numbers first (by the index on the moment, which alone is read),
and within it to one account (by the index on the account, which is ordered by sequence). What remains is
reduced to distinct entries by the database before any of it is looked at here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.incidents.exposure import EVERY_FIELD, EXPOSING, Fields, fields_of_entry, fields_of_paper
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperRow
from hvacdesk.store.chunks import among, chunks
from hvacdesk.store.disposal.standstills import job_customers
from hvacdesk.store.models import (
    AuditRow,
    CallNote,
    Copy,
    Customer,
    DisposalBatch,
    DisposalItem,
    ElectricalEntry,
    Estimate,
    Invoice,
    InvoiceJob,
    Job,
    Paper,
    Receipt,
    WorkOrder,
)
from hvacdesk.store.oversight import joins

Affected = dict[str, Fields]
"""Customers by record id, with the fields concerned."""


def by_account(session: Session, account: str, start: str, end: str) -> Affected:
    """Everybody whose data an account saw, printed or exported between two stamps, both included.

    Who saw a customer in whom another lived on then, saw the other's data too; and who saw a job that came
    with the other, or went back with it, saw it with that customer's name.
    """
    first, last = stretch(session, start, end)
    query = (
        select(AuditRow.subject, AuditRow.action, AuditRow.details)
        .where(
            AuditRow.actor == account,
            AuditRow.id.between(first, last),
            AuditRow.at.between(start, end),
            AuditRow.action.in_([action.value for action in EXPOSING]),
        )
        .distinct()
    )
    found = _resolved(session, session.execute(query))
    for one in joins.told_apart(session):
        if one.last is not None and one.first <= last and one.last >= first:
            then = session.execute(query.where(AuditRow.id.between(one.first, one.last))).all()
            shown = {
                one.duplicate: _shown_of(session, f"customer:{one.kept}", then),
                one.kept: _resolved(session, then).get(one.duplicate, frozenset()),
            }
            for customer, fields in shown.items():
                if fields:
                    found[customer] = found.get(customer, frozenset()) | fields
    return found


def prints_of_unknown(session: Session, account: str, start: str, end: str) -> bool:
    """Whether an account printed a list between two stamps of which the log does not say who was on it."""
    first, last = stretch(session, start, end)
    query = select(AuditRow.details).where(
        AuditRow.actor == account,
        AuditRow.id.between(first, last),
        AuditRow.at.between(start, end),
        AuditRow.action == Action.LIST_PRINTED.value,
    )
    printed = (json.loads(details) for details in session.scalars(query))
    return any("listed" not in one and one.get("customers", one.get("rows")) for one in printed)


def by_paper(session: Session, paper: PaperRow) -> Affected:
    """Whose paper it is and everybody with a part in its job, with what is on the paper."""
    people = of_papers(session, [paper.paper]).get(paper.paper, ())
    return dict.fromkeys(people, fields_of_paper(paper.kind, paper.profile))


def of_papers(session: Session, papers: Collection[str]) -> dict[str, set[str]]:
    """The customers whose data each copy or other paper carries: whose it is, and everybody with a part in
    its job. By record id; papers that exist no more are left out.
    """
    if not papers:
        return {}
    copies = (
        select(Copy.record_id, Customer.record_id, Job.record_id)
        .join(WorkOrder, Copy.work_order_id == WorkOrder.id)
        .join(Job, WorkOrder.job_id == Job.id)
        .join(Customer, Job.customer_id == Customer.id)
        .where(Copy.record_id.in_(papers))
    )
    others = (
        select(Paper.record_id, Customer.record_id, Job.record_id)
        .join(Customer, Paper.customer_id == Customer.id)
        .outerjoin(Job, Paper.job_id == Job.id)
        .where(Paper.record_id.in_(papers))
    )
    rows = [*session.execute(copies), *session.execute(others)]
    of_jobs = _of_jobs(session, {job for _paper, _customer, job in rows if job})
    return {paper: {customer, *of_jobs.get(job, ())} for paper, customer, job in rows}


def by_batch(session: Session, batch: str) -> dict[str, str]:
    """The customers of a disposal and their numbers; most of them exist no more."""
    query = (
        select(DisposalItem.customer, DisposalItem.customer_number)
        .join(DisposalBatch, DisposalBatch.id == DisposalItem.batch_id)
        .where(DisposalBatch.record_id == batch, DisposalItem.decision.in_(("destroy", "reduce")))
    )
    return dict(session.execute(query).all())


def everybody(session: Session) -> Affected:
    """Every customer, merged duplicates apart, with every field."""
    query = select(Customer.record_id).where(Customer.merged_into_id.is_(None))
    return dict.fromkeys(session.scalars(query), EVERY_FIELD)


def stretch(session: Session, start: str, end: str) -> tuple[int, int]:
    """The first and last sequence number of a time. A clock that was set back only makes it longer."""
    query = select(func.min(AuditRow.id), func.max(AuditRow.id)).where(AuditRow.at.between(start, end))
    first, last = session.execute(query).one()
    return first or 0, last or 0


def customers_of_subjects(session: Session, subjects: Collection[str]) -> dict[str, set[str]]:
    """The customers whom subjects of the log (``kind:record-id``) are about, by record id.

    A job, its estimates and its invoices are about everybody with a part in it: their pages name the place
    of the work. One invoice for several jobs names no place. Subjects that are about nobody are left out.
    """
    found: dict[str, set[str]] = defaultdict(set)
    of_kind: dict[str, list[str]] = defaultdict(list)
    for subject in subjects:
        kind, _, record = subject.partition(":")
        of_kind[kind].append(record)
    for customer in of_kind["customer"]:
        found[f"customer:{customer}"] = {customer}
    for kind, owners in _OWNERS.items():
        for record, customer in _pairs(session, owners, of_kind[kind]):
            found[f"{kind}:{record}"].add(customer)
    jobs: dict[str, list[str]] = defaultdict(list)
    for job in of_kind["job"]:
        jobs[job].append(f"job:{job}")
    for kind, of_jobs in _JOBS.items():
        for record, job in _pairs(session, of_jobs, of_kind[kind]):
            jobs[job].append(f"{kind}:{record}")
    for job, customers in _of_jobs(session, jobs).items():
        for subject in jobs[job]:
            found[subject] |= customers
    return found


def subjects_of_customers(session: Session, customers: Collection[str]) -> set[str]:
    """The subjects of the log that are about one of the customers: what :func:`customers_of_subjects` maps
    to them, the other way round.
    """
    people = {"customer": set(customers)}
    keys = select(Customer.id).where(Customer.record_id.in_(customers))
    parts = job_customers().subquery()
    of_parts = select(parts.c.job).where(parts.c.customer.in_(keys))
    jobs = set(session.scalars(select(Job.record_id).where(Job.id.in_(of_parts))))
    for named, owners, records in (
        (Customer.record_id, _OWNERS, people["customer"]),
        (Job.record_id, _JOBS, jobs),
    ):
        for kind, (wanted, _table) in owners.items():
            for piece in chunks(records):
                found = session.execute(wanted.where(named.in_(piece)))
                people.setdefault(kind, set()).update(record for record, _owner in found)
    people["job"] = jobs
    return {f"{kind}:{record}" for kind, records in people.items() for record in records}


def seen_then(session: Session, customers: Collection[str]) -> ColumnElement[bool]:
    """The entries of while customers lived on in others, or others in them, that are about the others.

    Of these it is told who was shown the kept one, and of the kept one who was shown what went back with the
    duplicate, such as a job: it was shown with the kept one's name. What is about the customers themselves,
    as :func:`subjects_of_customers` tells it, is not among it.
    """
    own = subjects_of_customers(session, customers)
    lived_on = [_while(one, {f"customer:{one.kept}"} - own) for one in joins.told_apart(session, customers)]
    went_back = [
        _while(one, subjects_of_customers(session, {one.duplicate}) - own - {f"customer:{one.duplicate}"})
        for one in joins.joined(session)
        if one.last is not None and one.kept in customers
    ]
    return or_(false(), *lived_on, *went_back)


def _while(one: joins.LivedOn, subjects: Collection[str]) -> ColumnElement[bool]:
    return and_(among(AuditRow.subject, subjects), AuditRow.id.between(one.first, one.last))


def _resolved(session: Session, entries: Iterable[tuple[str, str, str]]) -> Affected:
    shown: dict[tuple[str, str], Fields] = {}
    by_subject: dict[str, set[CustomerField]] = defaultdict(set)
    exported: set[CustomerField] = set()
    ledger_until = ""
    for subject, action, details in entries:
        key = (action, details)
        if key not in shown:
            shown[key] = fields_of_entry(Action(action), json.loads(details))
        if action == Action.CUSTOMERS_EXPORTED.value:
            exported |= shown[key]
        elif _is_ledger(action, details):
            ledger_until = max(ledger_until, str(json.loads(details).get("until", "")))
        else:
            for one in _subjects(session, subject, action, details):
                by_subject[one] |= shown[key]
    found = _by_customer(session, by_subject)
    if exported:
        for customer in everybody(session):
            found[customer] |= exported
    for customer in _in_ledger(session, ledger_until) if ledger_until else ():
        found[customer] |= {CustomerField.NAME, CustomerField.ADDRESS}
    return {customer: frozenset(fields) for customer, fields in found.items()}


def _shown_of(session: Session, wanted: str, entries: Iterable[tuple[str, str, str]]) -> Fields:
    """The fields that entries tell of one subject."""
    shown: Fields = frozenset()
    for subject, action, details in entries:
        if wanted in _subjects(session, subject, action, details):
            shown |= fields_of_entry(Action(action), json.loads(details))
    return shown


def _by_customer(
    session: Session, by_subject: Mapping[str, set[CustomerField]]
) -> defaultdict[str, set[CustomerField]]:
    """What was shown of each customer, by what was shown of the subjects that are about them."""
    found: defaultdict[str, set[CustomerField]] = defaultdict(set)
    for subject, customers in customers_of_subjects(session, by_subject).items():
        for customer in customers:
            found[customer] |= by_subject[subject]
    return found


def _subjects(session: Session, subject: str, action: str, details: str) -> Iterable[str]:
    """What an entry is about; a printed list or an index of invoices is about each customer on it."""
    if action in {Action.LIST_PRINTED.value, Action.BOOKS_EXPORTED.value}:
        listed: Iterable[str] = json.loads(details).get("listed", ())
    elif action == Action.INVOICES_EXPORTED.value:
        listed = _in_index(session, json.loads(details))
    else:
        return (subject,)
    return (f"customer:{customer}" for customer in listed)


def _is_ledger(action: str, details: str) -> bool:
    """Whether an entry is about the electrical-work ledger, on paper or on the screen."""
    ledger = Action.ELECTRICAL_LEDGER_PRINTED.value
    return action == ledger or json.loads(details).get("document") == ledger


_Owners = tuple[Select[str, str], type[Estimate | CallNote | Invoice]]

_OWNERS: dict[str, _Owners] = {
    "call": (
        select(CallNote.record_id, Customer.record_id).join(Customer, Customer.id == CallNote.customer_id),
        CallNote,
    ),
    "invoice": (
        select(Invoice.record_id, Customer.record_id).join(Customer, Customer.id == Invoice.customer_id),
        Invoice,
    ),
}
"""Kinds of subjects that name a customer themselves."""

_BESIDE = aliased(InvoiceJob)
_JOBS: dict[str, _Owners] = {
    "estimate": (select(Estimate.record_id, Job.record_id).join(Job, Job.id == Estimate.job_id), Estimate),
    "invoice": (
        select(Invoice.record_id, Job.record_id)
        .join(InvoiceJob, InvoiceJob.invoice_id == Invoice.id)
        .join(Job, Job.id == InvoiceJob.job_id)
        .where(select(func.count(_BESIDE.id)).where(_BESIDE.invoice_id == Invoice.id).scalar_subquery() == 1),
        Invoice,
    ),
}
"""Kinds of subjects that name jobs."""


def _pairs(session: Session, owners: _Owners, records: Collection[str]) -> Iterable[tuple[str, str]]:
    wanted, table = owners
    for piece in chunks(records):
        yield from session.execute(wanted.where(table.record_id.in_(piece)))


def _of_jobs(session: Session, jobs: Collection[str]) -> dict[str, set[str]]:
    """The customers with a part in each job, by record id."""
    found: dict[str, set[str]] = {job: set() for job in jobs}
    for piece in chunks(jobs):
        keys = dict(session.execute(select(Job.id, Job.record_id).where(Job.record_id.in_(piece))).all())
        parts = job_customers().subquery()
        rows = session.execute(
            select(parts.c.job, Customer.record_id)
            .join(Customer, Customer.id == parts.c.customer)
            .where(parts.c.job.in_(list(keys)))
        )
        for job, customer in rows:
            found[keys[job]].add(customer)
    return found


def _in_index(session: Session, details: Mapping[str, object]) -> Iterable[str]:
    """Everybody in an index of the invoices and receipts of a period."""
    first, last = str(details.get("first_day", "")), str(details.get("until", ""))
    named: set[str] = set()
    for table in (Invoice, Receipt):
        query = select(Customer.record_id).join(table, table.customer_id == Customer.id)
        named.update(session.scalars(query.where(table.issued_on.between(first, last)).distinct()))
    return named


def _in_ledger(session: Session, until: str) -> Iterable[str]:
    """Everybody in the electrical-work ledger up to a day: the log does not say from which one it was
    printed.
    """
    query = (
        select(Customer.record_id)
        .join(Job, Job.customer_id == Customer.id)
        .join(ElectricalEntry, ElectricalEntry.job_id == Job.id)
        .where(ElectricalEntry.on <= until)
    )
    return session.scalars(query.distinct())
