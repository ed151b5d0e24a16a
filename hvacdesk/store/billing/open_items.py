"""What is to bill, what is open, and what a search finds: read as plain rows, since there may be many."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    String,
    Table,
    and_,
    case,
    exists,
    func,
    not_,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.invoices import IN_ADVANCE, STANDING, WHOLE_WORK, InvoiceKind, InvoiceState
from hvacdesk.domain.billing.open_items import AdvancePart, BillingFile, InvoiceQuery
from hvacdesk.domain.billing.pay_terms import AT_ONCE, CarriedBalance
from hvacdesk.domain.billing.payments import InvoicePayment
from hvacdesk.domain.customers.customers import PAID_ON_SITE, Address, PersonName
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState, WorkKind
from hvacdesk.domain.office.half_typed import FILE
from hvacdesk.store.base import Base
from hvacdesk.store.billing import billed_elsewhere, estimates, invoices, payments
from hvacdesk.store.chunks import among
from hvacdesk.store.customers.contacts import person_of
from hvacdesk.store.jobs import done_days
from hvacdesk.store.models import Customer, Invoice, InvoiceJob, Job, JobEventRow, Site
from hvacdesk.store.office import office


class AskedParty(NamedTuple):
    """Whom an invoice asks."""

    customer: str
    name: PersonName
    organisation: str


class AskedPlace(NamedTuple):
    """What tells a customer from another of the same name; ``locked`` where the data is suspended."""

    customer: str
    number: str
    address: Address
    locked: bool


class OpenRow(NamedTuple):
    """An invoice with something open."""

    invoice: str
    number: str
    kind: InvoiceKind
    state: InvoiceState
    issued_on: str
    due_on: str
    gross: int
    open_yen: int
    party: AskedParty


class DoneJob(NamedTuple):
    """A job that is done and not billed as a whole."""

    job: str
    number: str
    work_kind: WorkKind
    state: JobState
    done_on: str
    closing_day: int
    drafted: bool
    agreed_yen: int | None
    party: AskedParty


class OpenWork(NamedTuple):
    """A job of an invoice with something open; ``job`` is its primary key."""

    invoice: str
    job: int
    number: str
    work_kind: WorkKind
    on: str
    address: Address


_CUSTOMERS: Table = Base.metadata.tables[Customer.__tablename__]
_INVOICES: Table = Base.metadata.tables[Invoice.__tablename__]
_CREDIT = _INVOICES.alias("credit")
_KINDS = {kind.value: kind for kind in InvoiceKind}
_STATES = {state.value: state for state in InvoiceState}
"""As thousands of rows are read: a column's own way of reading codes takes a tenth of the time."""

_PARTY = (
    *(Customer.record_id.label("customer_record"), Customer.family_name, Customer.given_name),
    *(Customer.family_kana, Customer.given_kana, Customer.organisation),
)


def open_items(session: Session, customer: int | None = None) -> tuple[OpenRow, ...]:
    """Every invoice that is not paid, and every credit note not set off, the longest due first."""
    invoice = _INVOICES.c
    query = (
        select(
            *(invoice.record_id, invoice.number, type_coerce(invoice.kind, String)),
            *(type_coerce(invoice.state, String), invoice.issued_on),
            *(invoice.due_on, invoice.gross_yen, invoice.open_yen),
            *_PARTY,
        )
        .join(Customer, Customer.id == Invoice.customer_id)
        .where(Invoice.open_yen != 0)
        .order_by(Invoice.due_on, Invoice.number)
    )
    if customer is not None:
        query = query.where(Invoice.customer_id == customer)
    rows: Iterable[Any] = session.execute(query).all()
    return tuple(
        OpenRow(
            *(record, number, _KINDS[kind], _STATES[state]),
            *(issued_on, due_on, gross, open_yen),
            AskedParty(party[0], PersonName(*party[1:5]), party[5]),
        )
        for (record, number, kind, state, issued_on, due_on, gross, open_yen, *party) in rows
    )


def works(session: Session, customer: int | None = None) -> tuple[OpenWork, ...]:
    """The jobs of every invoice with something open, in the order of their numbers."""
    query = (
        select(
            *(Invoice.record_id, Job.id, Job.number, Job.work_kind, Job.on),
            *(Site.postal_code, Site.prefecture, Site.city, Site.town, Site.street, Site.building),
        )
        .join(InvoiceJob, InvoiceJob.invoice_id == Invoice.id)
        .join(Job, Job.id == InvoiceJob.job_id)
        .join(Site, Site.id == Job.site_id)
        .where(Invoice.open_yen != 0)
        .order_by(Invoice.id, Job.number)
    )
    if customer is not None:
        query = query.where(Invoice.customer_id == customer)
    rows: Iterable[Any] = session.execute(query).all()
    return tuple(OpenWork._make((*row[:5], Address(*row[5:]))) for row in rows)


def customers() -> Select[int]:
    """Primary keys of everybody who is asked for something that is open, or is owed it."""
    return select(Invoice.customer_id).where(Invoice.open_yen != 0)  # once each would read all invoices


def drafted() -> Select[int]:
    """Primary keys of everybody of whom a draft waits, whether it is for a job or for none."""
    return select(Invoice.customer_id).where(Invoice.state == InvoiceState.DRAFT)


def jobs() -> Select[int]:
    """Primary keys of the jobs of invoices with something open."""
    query = select(InvoiceJob.job_id).join(Invoice, Invoice.id == InvoiceJob.invoice_id)
    return query.where(Invoice.open_yen != 0).distinct()


def _to_bill() -> ColumnElement[bool]:
    """Whether a job is done and no invoice asks for it, neither an own one nor one from elsewhere."""
    return and_(Job.state == JobState.DONE, ~billed_as_whole(), ~billed_elsewhere.billed())


def collecting(session: Session) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Numbers of the jobs with a sum to collect: those to bill, and those of invoices not paid yet.

    A sum that is noted for somebody who does not pay at the site is not collected there.
    """
    query = select(Job.number).join(Customer, Customer.id == Job.customer_id)
    query = query.where(Job.amount_to_collect > 0, Customer.payment_method.in_(PAID_ON_SITE))
    query = query.order_by(Job.number)
    unpaid = select(InvoiceJob.job_id).join(Invoice, Invoice.id == InvoiceJob.invoice_id)
    unpaid = unpaid.where(Invoice.open_yen > 0)
    billed = query.where(Job.state.in_((JobState.DONE, JobState.INVOICED)), ~_to_bill(), Job.id.in_(unpaid))
    return tuple(session.scalars(query.where(_to_bill()))), tuple(session.scalars(billed))


def _jobs_to_bill() -> Select[int]:
    """Primary keys of the jobs to bill."""
    return select(Job.id).where(_to_bill())


def with_held_deposits(session: Session) -> tuple[Job, ...]:
    """The cancelled jobs with a deposit that stands, and was not credited as a whole; by their numbers."""
    query = select(Job).join(InvoiceJob, InvoiceJob.job_id == Job.id)
    query = query.where(InvoiceJob.invoice_id.in_(_held_deposits())).order_by(Job.number).distinct()
    return tuple(session.scalars(query))


def holding_deposits() -> Select[int]:
    """Primary keys of everybody of whose cancelled job a deposit is neither paid back nor kept."""
    return select(Invoice.customer_id).where(Invoice.id.in_(_held_deposits()))


def jobs_holding_deposits() -> Select[int]:
    """Primary keys of the cancelled jobs with such a deposit."""
    return select(InvoiceJob.job_id).where(InvoiceJob.invoice_id.in_(_held_deposits()))


def _held_deposits() -> Select[int]:
    """Primary keys of the deposit invoices of cancelled jobs that ask for something still."""
    return (
        select(Invoice.id)
        .join(InvoiceJob, InvoiceJob.invoice_id == Invoice.id)
        .join(Job, Job.id == InvoiceJob.job_id)
        .where(Job.state == JobState.CANCELLED)
        .where(Invoice.kind == InvoiceKind.DEPOSIT, Invoice.state.in_(STANDING))
        .where(Invoice.gross_yen + taken_back() > 0)
    )


def taken_back() -> ColumnElement[int]:
    """What the standing credit notes about an invoice come to: not above zero."""
    return (
        select(func.coalesce(func.sum(_CREDIT.c.gross_yen), 0))
        .where(invoices.is_about(_CREDIT.c.about, Invoice.number), _CREDIT.c.kind == InvoiceKind.CREDIT.value)
        .where(_CREDIT.c.state.in_([state.value for state in STANDING]))
        .scalar_subquery()
    )


def asked_in_advance(session: Session) -> dict[str, int]:
    """What deposit and part invoices of the jobs to bill ask for, by the job's record id."""
    query = (
        select(Job.record_id, func.sum(Invoice.gross_yen + taken_back()))
        .join(InvoiceJob, InvoiceJob.job_id == Job.id)
        .join(Invoice, Invoice.id == InvoiceJob.invoice_id)
        .where(Job.id.in_(_jobs_to_bill()), Invoice.kind.in_(IN_ADVANCE), Invoice.state.in_(STANDING))
        .group_by(Job.record_id)
    )
    return dict(session.execute(query).all())


def billed_as_whole() -> ColumnElement[bool]:
    """Whether an invoice that still asks for something is for the whole of the job."""
    return exists(
        select(InvoiceJob.id)
        .join(Invoice, Invoice.id == InvoiceJob.invoice_id)
        .where(InvoiceJob.job_id == Job.id, Invoice.kind.in_(WHOLE_WORK), Invoice.state.in_(STANDING))
        .where(or_(Invoice.gross_yen == 0, Invoice.gross_yen + taken_back() > 0))
        .where(
            or_(
                Invoice.kind != InvoiceKind.COLLECTIVE,
                not_(invoices.credited_for(Invoice.id, Invoice.number, Job.id)),
            )
        )
    )


def done_jobs(
    session: Session, *, customer: int | None = None, until: str = "", closing: bool = False
) -> tuple[DoneJob, ...]:
    """Jobs that are done and that no standing invoice asks for as a whole, the longest done first.

    Who asked for a share elsewhere asks for the rest there, so one invoice from elsewhere is enough.

    Args:
        customer: primary key of whom an invoice would ask: the payer, or who ordered the work.
        until: ISO day after which the work was not done.
        closing: only of customers who have closing days.
    """
    drafted = exists(
        select(InvoiceJob.id)
        .join(Invoice, Invoice.id == InvoiceJob.invoice_id)
        .where(InvoiceJob.job_id == Job.id, Invoice.state == InvoiceState.DRAFT, Invoice.about == "")
    )
    done_on = done_days.done_on()
    query = (
        select(
            *(Job.record_id, Job.number, Job.work_kind, Job.state, done_on.label("done_on")),
            *(Customer.closing_day, drafted.label("drafted"), Job.amount_to_collect),
            *_PARTY,
        )
        .join(Customer, Customer.id == func.coalesce(Job.payer_id, Job.customer_id))
        .where(_to_bill())
        .order_by("done_on", Job.number)
    )
    if customer is not None:
        query = query.where(Customer.id == customer)
    if until:
        query = query.where(done_on <= until)
    if closing:
        query = query.where(Customer.closing_day > 0)
    rows: Iterable[Any] = session.execute(query)
    agreed = {**_contract_yen(session), **estimates.accepted_yen(session, _jobs_to_bill())}
    return tuple(
        DoneJob._make((*row[:6], bool(row[6]), agreed.get(row.record_id, row.amount_to_collect), _party(row)))
        for row in rows
    )


def _contract_yen(session: Session) -> dict[str, int]:
    """The sum of the last contract that was noted at each job to bill, by the job's record id."""
    query = (
        select(Job.record_id, JobEventRow.amount)
        .join(Job, Job.id == JobEventRow.job_id)
        .where(Job.id.in_(_jobs_to_bill()), JobEventRow.kind == EventKind.CONTRACT)
        .order_by(JobEventRow.id)
    )
    return {job: amount for job, amount in session.execute(query) if amount is not None}


def how_many(session: Session, today: str) -> tuple[int, int]:
    """How many jobs are to bill, and how many invoices are overdue, see :func:`late_after`.

    Args:
        today: ISO day.
    """
    at_once = (date.fromisoformat(today) - AT_ONCE).isoformat()
    to_bill = select(func.count(Job.id)).where(_to_bill())
    overdue = select(func.count(Invoice.id)).where(
        Invoice.open_yen != 0,  # as the index is made: SQLite does not find it by "more than 0" alone
        Invoice.open_yen > 0,
        Invoice.due_on < today,
        Invoice.due_on != "",
        or_(Invoice.due_on != Invoice.issued_on, Invoice.due_on < at_once),
    )
    return session.scalar(to_bill) or 0, session.scalar(overdue) or 0


def found(
    session: Session, query: InvoiceQuery, customers: Collection[int] | None, limit: int
) -> tuple[tuple[Invoice, ...], int]:
    """The newest invoices that fit, and how many fit in all.

    Args:
        customers: primary keys of those whose name fits; None where no name is looked for.
    """
    conditions: list[ColumnElement[bool]] = []
    if query.first_day:
        conditions.append(Invoice.issued_on >= query.first_day)
    if query.last_day:
        conditions.append(and_(Invoice.issued_on <= query.last_day, Invoice.issued_on != ""))
    if query.lowest is not None or query.highest is not None:
        conditions.append(Invoice.state != InvoiceState.DRAFT)  # it has no sum yet
        conditions.append(or_(*(_between(query, yen) for yen in (Invoice.gross_yen, _asked_in_all()))))
    if query.kinds:
        conditions.append(Invoice.kind.in_(query.kinds))
    if query.states:
        conditions.append(Invoice.state.in_(query.states))
    if customers is not None:
        named = among(_INVOICES.c.customer_id, customers)
        conditions.append(or_(named, invoices.has_part(Invoice.number, query.party)))
    total = session.scalar(select(func.count(Invoice.id)).where(*conditions)) or 0
    listed = select(Invoice).where(*conditions).order_by(Invoice.issued_on.desc(), Invoice.id.desc())
    return tuple(session.scalars(listed.limit(limit))), total


def _between(query: InvoiceQuery, yen: SQLColumnExpression[int]) -> ColumnElement[bool]:
    ends = []
    if query.lowest is not None:
        ends.append(yen >= query.lowest)
    if query.highest is not None:
        ends.append(yen <= query.highest)
    return and_(*ends)


def _asked_in_all() -> ColumnElement[int]:
    """What a page with a balance asks to be paid in all 今回御請求額; NULL of one without."""
    parts = [one.name for one in fields(CarriedBalance)]
    signs = {"former": 1, "apart": 1, "corrected": 1, "credited": 1, "received": -1}
    carried = (
        sign * func.coalesce(func.json_extract(Invoice.balance, f"$[{parts.index(part)}]"), 0)
        for part, sign in signs.items()
    )
    return case((Invoice.balance != "", sum(carried, Invoice.gross_yen)))


def parties(session: Session, customers: Collection[int]) -> dict[int, AskedParty]:
    """Several customers by primary key, as an invoice needs them."""
    query = select(Customer.id, *_PARTY).where(among(_CUSTOMERS.c.id, customers))
    return {row[0]: _party(row) for row in session.execute(query)}


def places(session: Session, customers: Collection[str]) -> tuple[AskedPlace, ...]:
    """Number and address of several customers, given by record id."""
    who = Customer
    query = select(
        *(who.record_id, who.number, who.suspended_on),
        *(who.postal_code, who.prefecture, who.city, who.town, who.street, who.building),
    ).where(among(_CUSTOMERS.c.record_id, customers))
    rows: Iterable[Any] = session.execute(query) if customers else ()
    return tuple(
        AskedPlace(row.record_id, row.number, Address(*row[3:]), bool(row.suspended_on)) for row in rows
    )


def _party(row: Any) -> AskedParty:
    return AskedParty(row.customer_record, person_of(row), row.organisation)


def waiting_in(session: Session, file: BillingFile, keepers: Collection[str], account: str = "") -> int:
    """How much of a file that is seen to line by line still waits, as when it was last looked at.

    The file itself lies where its reader chose it, and is not read for this.

    Args:
        keepers: the accounts of those who see to such files: whatever others keep counts for nothing.
        account: whose file; empty for the fullest of anybody's. Several may have the same one, at several
            PCs: who looked at it last knows best how much waits.
    """
    waits: dict[object, int] = {}
    own = set()
    for whose, text in office.drafts_of(session, file.value):
        typed = json.loads(text).get("typed") if whose in keepers else None
        if isinstance(typed, dict) and type(count := typed.get("waits")) is int:
            which = str(typed.get(FILE) or typed.get("path"))
            waits[which] = count
            if account in ("", whose):
                own.add(which)
    return max((waits[which] for which in own), default=0)


def standing_in_advance(session: Session, job: Job) -> list[Invoice]:
    """The standing deposit and part invoices of a job of which something was not credited."""
    numbers = [one.number for one in invoices.in_advance(session, job) if one.gross > 0]
    rows = (invoices.numbered(session, number) for number in numbers)
    return [row for row in rows if row is not None]


def advance_parts(session: Session, rows: Sequence[Invoice]) -> tuple[AdvancePart, ...]:
    """What some of these invoices asked for, and what came in for them."""
    came = payments.received(session, [row.record_id for row in rows])
    return tuple(_advance_part(session, row, came) for row in rows)


def _advance_part(session: Session, row: Invoice, came: Sequence[InvoicePayment]) -> AdvancePart:
    asked = sum(yen for _class, yen in invoices.left(session, row))
    own = tuple(one for one in came if one.invoice == row.record_id)
    return AdvancePart(row.number, row.kind, row.gross_yen, asked, asked - row.open_yen, own)
