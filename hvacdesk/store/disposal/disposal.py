"""Disposal batches with their decisions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.disposal.disposal import UNFINISHED, BatchRow, BatchState, Decision
from hvacdesk.domain.disposal.shredding import ShredFacts
from hvacdesk.store import counters, records
from hvacdesk.store.chunks import chunks
from hvacdesk.store.disposal.notes import NO_NUMBER
from hvacdesk.store.models import (
    Certificate,
    Customer,
    DisposalBatch,
    DisposalItem,
)
from hvacdesk.store.staff.staff import account_names


class Suggestion(NamedTuple):
    """A customer to choose, with their number and the code of the rule that ended last."""

    customer: str
    number: str
    rule: str


class CustomerName(NamedTuple):
    """A customer's name in full, for masking."""

    name: PersonName
    organisation: str


CARRIED_OUT = (Decision.DESTROY.value, Decision.REDUCE.value)
"""Decisions that something is done about."""


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
    """A batch to be reviewed, numbered within the year; it gets the decisions of one that was sent back."""
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
    batch = DisposalBatch(number=f"D{year}-{number:03}", month=month, state=BatchState.DRAFT)
    session.add(batch)
    session.flush()
    return batch


def interrupted(session: Session) -> DisposalBatch | None:
    """The batch whose customers are deleted and whose proof is still to be made; there is one at most."""
    return session.scalars(select(DisposalBatch).where(DisposalBatch.state == BatchState.DESTROYING)).first()


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
    """Reject the unfinished batches that were begun on request of customers whom this batch destroys."""
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
            .values(state=BatchState.REJECTED)
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
    """Take off a batch under review the customers whom another batch destroyed meanwhile.

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


def get_batch(session: Session, batch: str) -> DisposalBatch:
    """The batch of a record id. Raises :class:`RecordGone`."""
    return records.get(session, DisposalBatch, batch)


def propose(row: DisposalBatch, by: str, at: str) -> None:
    """Note that somebody proposed a batch for approval; ``at`` is a stamp, as below."""
    row.state = BatchState.PROPOSED
    row.proposed_by, row.proposed_at = by, at


def approve(row: DisposalBatch, by: str, at: str) -> None:
    """Note who approved a batch."""
    row.state = BatchState.APPROVED
    row.approved_by, row.approved_at = by, at


def note_alone(row: DisposalBatch) -> None:
    """Note that the only person who may approve disposals approves their own proposal."""
    row.alone = True


def reject(row: DisposalBatch) -> None:
    """Send a batch back."""
    row.state = BatchState.REJECTED


def begin(row: DisposalBatch, at: str, epoch: int) -> None:
    """Note that the deletion of a batch's rows begins, from the file of an epoch."""
    row.state = BatchState.DESTROYING
    row.destroyed_at, row.epoch = at, epoch


def end(session: Session, row: DisposalBatch, state: BatchState) -> None:
    """Note how a batch ended: its list of destroyed values is opened by nobody any more."""
    row.state, row.needle_key = state, ""
    session.flush()


def note_needle_key(row: DisposalBatch, key: str) -> None:
    """Note what opens the list of destroyed values of a batch."""
    row.needle_key = key


def note_epoch(row: DisposalBatch, epoch: int) -> None:
    """Note from the file of which epoch a batch's rows were deleted."""
    row.epoch = epoch


def drop_out(items: Iterable[DisposalItem]) -> None:
    """Keep customers who were to go."""
    for item in items:
        item.decision = Decision.KEEP


def note_rule(item: DisposalItem, rule: str) -> None:
    """Note by which rule a customer goes."""
    item.rule = rule


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
            state=batch.state,
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
    if batch.shred_method is None:
        query = (
            select(DisposalBatch).where(DisposalBatch.shred_method != "").order_by(DisposalBatch.id.desc())
        )
        before = session.scalars(query.limit(1)).first()
        if before is None or before.shred_method is None:
            return ShredFacts()
        return ShredFacts(before.shred_method, before.shred_level, before.shred_witness)
    return ShredFacts(batch.shred_method, batch.shred_level, batch.shred_witness, batch.shred_certificate)


def note_shredding(batch: DisposalBatch, facts: ShredFacts) -> None:
    """Note how the batch's papers were destroyed."""
    batch.shred_method, batch.shred_level = facts.method, facts.level
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
    item.decision = decision
    item.rule = rule
    session.flush()


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
            "decision": decision,
            "rule": rule,
        }
        for customer, rule in rules.items()
    ]
    if rows:
        session.execute(insert(DisposalItem), rows)
    session.flush()


def keys_of(session: Session, customers: Sequence[str]) -> dict[str, int]:
    """Primary keys by record id, of those that still exist."""
    found: dict[str, int] = {}
    for chunk in chunks(customers):
        rows = session.execute(select(Customer.record_id, Customer.id).where(Customer.record_id.in_(chunk)))
        found.update((record_id, key) for record_id, key in rows)
    return found


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
