"""Disposal batches with their decisions, what stands in a customer's way, the ledger and the certificates."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers import PersonName
from hvacdesk.domain.disposal import BatchRow, BatchState, Decision, LedgerLine
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.record_fields import RecordField
from hvacdesk.domain.shredding import ShredFacts, ShredMethod
from hvacdesk.store import counters
from hvacdesk.store.chunks import chunks
from hvacdesk.store.models import (
    Account,
    AuditRow,
    Certificate,
    CertificatePdf,
    Customer,
    DisposalBatch,
    DisposalItem,
    DisposalLedgerRow,
    Hold,
)
from hvacdesk.store.note_disposal import NO_NUMBER


class HoldFacts(NamedTuple):
    """A hold in force. ``until`` is an ISO date, or empty for one without an end."""

    reason: str
    until: str


class Suggestion(NamedTuple):
    """A customer to choose, with their number and the code of the rule that ended last."""

    customer: str
    number: str
    rule: str


class CustomerName(NamedTuple):
    """A customer's name in full, for masking."""

    name: PersonName
    organisation: str


LedgerValues = dict[str, object]
"""A line of the ledger by the names of its columns."""

CARRIED_OUT = (Decision.DESTROY.value, Decision.REDUCE.value)
"""Decisions that something is done about."""

UNFINISHED = (BatchState.DESTROYING, BatchState.APPROVED, BatchState.PROPOSED, BatchState.DRAFT)
"""States in which a batch waits for somebody, the most pressing first."""


def open_batch_of(session: Session, month: str) -> DisposalBatch | None:
    """The month's unfinished batch, if there is one."""
    waiting = [state.value for state in UNFINISHED]
    batches = session.scalars(
        select(DisposalBatch).where(
            DisposalBatch.month == month,
            DisposalBatch.on_request.is_(False),
            DisposalBatch.state.in_(waiting),
        )
    ).all()
    return min(batches, key=lambda batch: waiting.index(batch.state), default=None)


def new_batch(session: Session, month: str, year: int) -> DisposalBatch:
    """A batch to be reviewed, numbered within the year; a batch that was sent back hands on its decisions."""
    batch = _numbered(session, month, year)
    before = session.scalars(
        select(DisposalBatch)
        .where(DisposalBatch.month == month, DisposalBatch.on_request.is_(False))
        .order_by(DisposalBatch.id.desc())
        .offset(1)
    ).first()
    if before is not None and before.state == BatchState.REJECTED:
        batch.items = [
            DisposalItem(
                customer=item.customer,
                customer_number=item.customer_number,
                decision=item.decision,
                rule=item.rule,
            )
            for item in before.items
        ]
    return batch


def new_request(session: Session, month: str, year: int) -> DisposalBatch:
    """A batch for what one customer asked for."""
    batch = _numbered(session, month, year)
    batch.on_request = True
    return batch


def _numbered(session: Session, month: str, year: int) -> DisposalBatch:
    number = counters.take(session, f"disposal {year}")
    batch = DisposalBatch(number=f"D{year}-{number:03}", month=month, state=BatchState.DRAFT.value)
    session.add(batch)
    session.flush()
    return batch


def open_request_of(session: Session, customer: str) -> DisposalBatch | None:
    """The unfinished batch in which the customer's own request is carried out, if there is one."""
    return session.scalars(
        select(DisposalBatch)
        .join(DisposalItem, DisposalItem.batch_id == DisposalBatch.id)
        .where(
            DisposalItem.customer == customer,
            DisposalBatch.on_request,
            DisposalBatch.state.in_([state.value for state in UNFINISHED]),
        )
        .order_by(DisposalBatch.id.desc())
    ).first()


def end_requests(session: Session, batch: DisposalBatch, customers: Sequence[str]) -> None:
    """End what was begun on request for customers whom this batch destroys."""
    waiting = [state.value for state in UNFINISHED if state is not BatchState.DESTROYING]
    for few in chunks(customers):
        of_them = select(DisposalItem.batch_id).where(DisposalItem.customer.in_(few))
        session.execute(
            update(DisposalBatch)
            .where(
                DisposalBatch.id.in_(of_them),
                DisposalBatch.id != batch.id,
                DisposalBatch.on_request,
                DisposalBatch.state.in_(waiting),
            )
            .values(state=BatchState.REJECTED.value)
        )


def on_request(session: Session) -> frozenset[str]:
    """Record ids of the customers whose own requests are being carried out."""
    return frozenset(
        session.scalars(
            select(DisposalItem.customer)
            .join(DisposalBatch, DisposalBatch.id == DisposalItem.batch_id)
            .where(DisposalBatch.on_request, DisposalBatch.state.in_([state.value for state in UNFINISHED]))
        )
    )


def drop_gone(session: Session, batch: DisposalBatch, there: Collection[str] = ()) -> None:
    """Take off a batch that is still reviewed whoever another batch destroyed meanwhile.

    Args:
        there: record ids of customers who are known to be there.
    """
    decided = select(DisposalItem.customer).where(
        DisposalItem.batch_id == batch.id, DisposalItem.customer_number != NO_NUMBER
    )
    doubted = [customer for customer in session.scalars(decided) if customer not in there]
    gone = set(doubted).difference(keys_of(session, doubted))
    for few in chunks(gone):
        session.execute(
            delete(DisposalItem).where(DisposalItem.batch_id == batch.id, DisposalItem.customer.in_(few))
        )


def last_entry_before(session: Session, moment: str) -> str:
    """The stamp of the newest entry of the audit log before a moment, or an empty text."""
    return session.scalar(select(func.max(AuditRow.at)).where(AuditRow.at < moment)) or ""


def get_batch(session: Session, batch: str) -> DisposalBatch:
    """The batch of a record id. Raises :class:`RecordGone`."""
    row = session.scalars(select(DisposalBatch).where(DisposalBatch.record_id == batch)).one_or_none()
    if row is None:
        raise RecordGone
    return row


def batch_rows(session: Session) -> tuple[BatchRow, ...]:
    """Every batch, the newest first."""
    names = account_names(session)
    chosen = (
        select(DisposalItem.batch_id, func.count().label("count"))
        .where(DisposalItem.decision.in_(CARRIED_OUT), DisposalItem.customer_number != NO_NUMBER)
        .group_by(DisposalItem.batch_id)
        .subquery()
    )
    rows = session.execute(
        select(DisposalBatch, chosen.c.count, Certificate.number)
        .outerjoin(chosen, chosen.c.batch_id == DisposalBatch.id)
        .outerjoin(Certificate, Certificate.batch == DisposalBatch.record_id)
        .order_by(DisposalBatch.id.desc())
    )
    return tuple(
        BatchRow(
            batch=batch.record_id,
            number=batch.number,
            month=batch.month,
            state=BatchState(batch.state),
            customers=count or 0,
            proposed_by=names.get(batch.proposed_by, ""),
            approved_by=names.get(batch.approved_by, ""),
            certificate=certificate or "",
            on_request=batch.on_request,
        )
        for batch, count, certificate in rows
    )


def shredding(session: Session, batch: DisposalBatch) -> ShredFacts:
    """How the batch's papers were destroyed; where nothing is noted, as those of the batch before."""
    if not batch.shred_method:
        query = (
            select(DisposalBatch).where(DisposalBatch.shred_method != "").order_by(DisposalBatch.id.desc())
        )
        before = session.scalars(query.limit(1)).first()
        if before is None:
            return ShredFacts()
        return ShredFacts(ShredMethod(before.shred_method), before.shred_level, before.shred_witness)
    return ShredFacts(
        ShredMethod(batch.shred_method), batch.shred_level, batch.shred_witness, batch.shred_certificate
    )


def note_shredding(batch: DisposalBatch, facts: ShredFacts) -> None:
    """Note how the batch's papers were destroyed."""
    batch.shred_method, batch.shred_level = facts.method.value, facts.level
    batch.shred_witness, batch.shred_certificate = facts.witness, facts.certificate


def chosen(session: Session, batch: DisposalBatch) -> tuple[DisposalItem, ...]:
    """The customers that the batch is to destroy or to reduce."""
    return tuple(
        session.scalars(
            select(DisposalItem)
            .where(
                DisposalItem.batch_id == batch.id,
                DisposalItem.decision.in_(CARRIED_OUT),
                DisposalItem.customer_number != NO_NUMBER,
            )
            .order_by(DisposalItem.id)
        )
    )


def to_destroy(session: Session, batch: DisposalBatch) -> tuple[DisposalItem, ...]:
    """The customers that the batch is to destroy as a whole."""
    return tuple(item for item in chosen(session, batch) if item.decision == Decision.DESTROY)


def decisions(session: Session, batch: DisposalBatch) -> dict[str, Decision]:
    """What was decided so far, by the customer's record id."""
    rows = session.execute(
        select(DisposalItem.customer, DisposalItem.decision).where(DisposalItem.batch_id == batch.id)
    )
    return {customer: Decision(decision) for customer, decision in rows}


def suggest(session: Session, batch: DisposalBatch, suggested: Sequence[Suggestion]) -> None:
    """Choose customers about whom nothing was decided yet."""
    rows = [
        {
            "batch_id": batch.id,
            "customer": one.customer,
            "customer_number": one.number,
            "decision": Decision.DESTROY.value,
            "rule": one.rule,
        }
        for one in suggested
    ]
    if rows:
        session.execute(insert(DisposalItem), rows)


def save_decision(
    session: Session, batch: DisposalBatch, customer: Customer, decision: Decision, rule: str
) -> None:
    """Note a decision, in place of an earlier one about the same customer."""
    item = session.scalars(
        select(DisposalItem).where(
            DisposalItem.batch_id == batch.id, DisposalItem.customer == customer.record_id
        )
    ).one_or_none()
    if item is None:
        item = DisposalItem(batch_id=batch.id, customer=customer.record_id, customer_number=customer.number)
        session.add(item)
    item.decision = decision.value
    item.rule = rule


def save_decisions(
    session: Session,
    batch: DisposalBatch,
    decision: Decision,
    rules: Mapping[str, str],
    numbers: Mapping[str, str],
) -> None:
    """Note the same decision about many customers, in place of earlier ones.

    Args:
        rules: by the customer's record id the rule that is the reason.
        numbers: their customer numbers.
    """
    for few in chunks(tuple(rules)):
        session.execute(
            delete(DisposalItem).where(DisposalItem.batch_id == batch.id, DisposalItem.customer.in_(few))
        )
    rows = [
        {
            "batch_id": batch.id,
            "customer": customer,
            "customer_number": numbers[customer],
            "decision": decision.value,
            "rule": rule,
        }
        for customer, rule in rules.items()
    ]
    if rows:
        session.execute(insert(DisposalItem), rows)


def keys_of(session: Session, customers: Sequence[str]) -> dict[str, int]:
    """Primary keys by record id, of those that still exist."""
    found: dict[str, int] = {}
    for chunk in chunks(customers):
        rows = session.execute(select(Customer.record_id, Customer.id).where(Customer.record_id.in_(chunk)))
        found.update((record_id, key) for record_id, key in rows)
    return found


def set_hold(
    session: Session, customer: Customer, hold: HoldFacts, by: str, at: datetime, today: date
) -> None:
    """Put a customer's disposal off; an earlier hold ends with it."""
    lift_holds(session, customer, at, today)
    session.add(
        Hold(customer_id=customer.id, reason=hold.reason, until=hold.until, set_by=by, set_at=stamp(at))
    )


def lift_holds(session: Session, customer: Customer, at: datetime, today: date) -> int:
    """End every hold of a customer that is in force; returns how many there were."""
    in_force = session.scalars(select(Hold).where(Hold.customer_id == customer.id, _binds(today))).all()
    for hold in in_force:
        hold.lifted_at = stamp(at)
    return len(in_force)


def holds(session: Session, today: date) -> dict[int, HoldFacts]:
    """The hold in force on a day that lasts longest, by the customer's primary key."""
    rows = session.execute(
        select(Hold.customer_id, Hold.reason, Hold.until)
        .where(_binds(today))
        .order_by(Hold.until == "", Hold.until)
    )
    return {customer: HoldFacts(reason, until) for customer, reason, until in rows}


def _binds(today: date) -> ColumnElement[bool]:
    return and_(Hold.lifted_at == "", or_(Hold.until == "", Hold.until >= today.isoformat()))


def names(session: Session, customers: Sequence[int]) -> dict[int, CustomerName]:
    """Names in full, by primary key."""
    found: dict[int, CustomerName] = {}
    for chunk in chunks(customers):
        rows = session.execute(
            select(Customer.id, Customer.family_name, Customer.given_name, Customer.organisation).where(
                Customer.id.in_(chunk)
            )
        )
        found.update(
            (key, CustomerName(PersonName(family, given), organisation))
            for key, family, given, organisation in rows
        )
    return found


def account_names(session: Session) -> dict[str, str]:
    """Everyone who ever worked here, by account."""
    return {account.record_id: account.name for account in session.scalars(select(Account))}


def add_ledger_rows(session: Session, rows: Sequence[LedgerValues]) -> None:
    """Enter lines, at once: a batch may have thousands."""
    if rows:
        session.execute(insert(DisposalLedgerRow), rows)


def end_ledger_rows(session: Session, batch: str, *, result: str, certificate: str, method: str) -> None:
    """Say of all of a batch's entries how it ended."""
    session.execute(
        update(DisposalLedgerRow)
        .where(DisposalLedgerRow.batch == batch)
        .values(result=result, certificate=certificate, method=method)
    )


def ledger_rows(session: Session, batch: str) -> Sequence[DisposalLedgerRow]:
    """A batch's ledger entries."""
    return session.scalars(
        select(DisposalLedgerRow).where(DisposalLedgerRow.batch == batch).order_by(DisposalLedgerRow.id)
    ).all()


def ledger(session: Session, text: str) -> tuple[LedgerLine, ...]:
    """The ledger, newest first; ``text`` is any part of a customer number, certificate, rule or record id."""
    query = select(
        DisposalLedgerRow, DisposalBatch.proposed_by, DisposalBatch.approved_by, DisposalBatch.shred_witness
    ).join(DisposalBatch, DisposalBatch.record_id == DisposalLedgerRow.batch)
    if text:
        columns = (
            DisposalLedgerRow.customer_number,
            DisposalLedgerRow.record,
            DisposalLedgerRow.certificate,
            DisposalLedgerRow.rule,
        )
        query = query.where(or_(*(column.contains(text, autoescape=True) for column in columns)))
    staff = account_names(session)
    return tuple(
        LedgerLine(
            record=row.record,
            customer_number=row.customer_number,
            categories=tuple((name, count) for name, count in json.loads(row.categories).items()),
            rule=row.rule,
            law=row.law,
            method=row.method,
            result=BatchState(row.result),
            destroyed_at=row.destroyed_at,
            certificate=row.certificate,
            proposed_by=staff.get(proposer, ""),
            approved_by=staff.get(approver, ""),
            witness=witness,
            keeps=tuple(map(RecordField, row.keeps.split())),
            keeps_until=row.keeps_until,
        )
        for row, proposer, approver, witness in session.execute(query.order_by(DisposalLedgerRow.id.desc()))
    )


def lines_of(session: Session, customer: str) -> Sequence[tuple[DisposalLedgerRow, Certificate | None]]:
    """The ledger's lines about a customer by record id or customer number, newest first, each certified."""
    return [
        (line, certificate)
        for line, certificate in session.execute(
            select(DisposalLedgerRow, Certificate)
            .outerjoin(Certificate, Certificate.number == DisposalLedgerRow.certificate)
            .where(or_(DisposalLedgerRow.record == customer, DisposalLedgerRow.customer_number == customer))
            .order_by(DisposalLedgerRow.id.desc())
        )
    ]


def certificates(session: Session, kind: str) -> Sequence[Certificate]:
    """Every certificate of a kind, the newest first."""
    query = select(Certificate).where(Certificate.kind == kind).order_by(Certificate.id.desc())
    return session.scalars(query).all()


def certificate(session: Session, *, number: str = "", batch: str = "") -> Certificate:
    """The certificate with this number or of this batch. Raises :class:`RecordGone`."""
    query = select(Certificate).where(Certificate.number == number if number else Certificate.batch == batch)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise RecordGone
    return found


def certificate_pdf(session: Session, certificate: Certificate, language: str) -> CertificatePdf | None:
    """The certificate as it was issued in a language; None where that was before PDFs were kept."""
    query = select(CertificatePdf).where(
        CertificatePdf.certificate_id == certificate.id, CertificatePdf.language == language
    )
    return session.scalars(query).one_or_none()
