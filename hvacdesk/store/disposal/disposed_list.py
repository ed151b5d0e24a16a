"""The disposed list against the tables: written from the ledger, and carried out on a restored file."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import NamedTuple

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.disposal.disposed_list import DestroyedBatch, DestroyedCustomer, DisposedList
from hvacdesk.domain.disposal.remnants import Marks
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store import counters, records
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal import erasure, identities, joined, reduction
from hvacdesk.store.disposal import notes as note_disposal
from hvacdesk.store.disposal.erasure import Belongings
from hvacdesk.store.disposal.joined import ToldApart
from hvacdesk.store.models import Customer, DisposalBatch, DisposalItem, DisposalLedgerRow
from hvacdesk.vault.erasure.needles import Needle

_LINE = tuple(DisposalLedgerRow.__table__.c[one.name] for one in fields(DestroyedCustomer))
"""The ledger's columns that a customer's line repeats, in its order; rows come faster than mapped objects."""

_FINAL = frozenset({BatchState.VERIFIED.value, BatchState.EXCEPTIONS.value, BatchState.FAILED.value})


_SERIES = (
    (re.compile(r"C-(?P<number>[0-9]{1,9})"), "customer"),
    (re.compile(r"D(?P<year>[0-9]{4})-(?P<number>[0-9]{1,9})"), "disposal {year}"),
    (re.compile(r"DC(?P<year>[0-9]{4})-(?P<number>[0-9]{1,9})"), "certificate {year}"),
)
"""Numbers on the list, and the series that they are of."""


@dataclass(frozen=True)
class Replayed:
    """What carrying a list out did.

    Attributes:
        customers: record ids of those who were in the tables, and are not any more.
        going: their rows' keys, by table.
        needles: their values, to be looked for in the file.
        reduced: record ids of those who held more again than a reduction had left.
        lines: how many lines of the ledger were written, or got their result.
        people: what identified those who had come back, to be looked for in the rows that stay.
        told_apart: merges that were undone, of which one stays at least: what was made while they stood may
            be either's.
    """

    customers: tuple[str, ...] = ()
    going: Mapping[str, Collection[int]] = field(default_factory=dict)
    needles: tuple[Needle, ...] = field(default=(), repr=False)
    lines: int = 0
    reduced: tuple[str, ...] = ()
    people: tuple[Marks, ...] = field(default=(), repr=False)
    told_apart: tuple[ToldApart, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether anybody had come back, wholly or in part."""
        return bool(self.customers or self.reduced or self.going or self.told_apart)


def listed(session: Session) -> DisposedList:
    """Everybody on the ledger, with their batches.

    A line of somebody's whole destruction who lives in this very file is nobody's: a restore that followed it
    would destroy a customer whom nobody decided about.
    """
    living = exists().where(Customer.record_id == DisposalLedgerRow.record, DisposalLedgerRow.keeps == "")
    lines = session.execute(select(*_LINE).where(~living).order_by(DisposalLedgerRow.id)).all()
    customers = tuple(DestroyedCustomer(*line) for line in lines)
    named = {customer.batch for customer in customers}
    batches = session.scalars(select(DisposalBatch).order_by(DisposalBatch.id)).all()
    return DisposedList(tuple(_batch(row) for row in batches if row.record_id in named), customers)


def replay(session: Session, disposed: DisposedList) -> Replayed:
    """Delete those who are on the list and in the tables, and write down what the ledger does not have.

    The file has to be rebuilt afterwards, and searched for the needles.
    """
    erasure.require_secure_delete(session)
    apart = joined.tell_apart(session, disposed)
    found = store.keys_of(session, [line.record for line in disposed.customers if not line.keeps])
    notes = [line.record for line in disposed.customers if line.customer_number == note_disposal.NO_NUMBER]
    others = note_disposal.rows(note_disposal.keys_of(session, notes))
    going = erasure.belongings(session, found.values(), others)
    stored = erasure.values(session, going).stored
    marks = identities.marks(session, identities.parts_of(going))
    erasure.clear_statistics(session)
    erasure.delete_rows(session, going)
    reduced = _reduce(session, disposed)
    _note_requests(session, disposed, frozenset(reduced.records))
    lines = _write_ledger(session, disposed)
    _raise_counters(session, disposed)
    session.flush()
    needles = tuple(map(Needle, stored | reduced.stored))
    people = tuple(one for one in (*_callers(marks), *reduced.people) if one)
    told = tuple(one for one in apart if not (one.kept in found and one.duplicate in found))
    gone = going.joined(reduced.rows).keys
    return Replayed(tuple(found), gone, needles, lines, reduced.records, people, told)


def _callers(marks: Mapping[int, Marks]) -> Iterator[Marks]:
    """The marks, with those of callers who were no customers told apart."""
    for owner, one in marks.items():
        yield replace(one, caller=note_disposal.is_note(owner))


class _Reduced(NamedTuple):
    rows: Belongings
    stored: set[bytes]
    records: tuple[str, ...] = ()
    people: tuple[Marks, ...] = ()


def _reduce(session: Session, disposed: DisposedList) -> _Reduced:
    """Reduce again those who were reduced after this file was copied; the last reduction counts."""
    fields = _kept(session, disposed)
    if not fields or not reduction.left_over(session, fields):
        return _Reduced(Belongings({}), set())
    kept = {key: keeps for key, keeps in fields.items() if reduction.left_over(session, {key: keeps})}
    planned = reduction.planned(session, kept)
    stored = reduction.values(session, planned).stored
    people = tuple(reduction.marks(session, planned).values())
    on = max(line.destroyed_at for line in disposed.customers if line.keeps)[:10]
    reduction.carry_out(session, planned, on)
    records = session.scalars(select(Customer.record_id).where(Customer.id.in_(list(kept)))).all()
    return _Reduced(planned.rows, stored, tuple(records), people)


def _note_requests(session: Session, disposed: DisposedList, reduced: Collection[str]) -> None:
    """Note the request again for those who were reduced because of it: laws alone keep what is left of them.

    The list does not know the day of the request; it was made at the latest on the day of its proposal.
    """
    proposed = {batch.batch: batch.proposed_at for batch in disposed.batches if batch.on_request}
    for line in disposed.customers:
        moment = proposed.get(line.batch)
        if moment and line.keeps and line.record in reduced:
            session.execute(
                update(Customer)
                .where(Customer.record_id == line.record, Customer.erasure_asked_on == "")
                .values(erasure_asked_on=office_day(moment_of(moment)).isoformat())
            )


def left_over(session: Session, disposed: DisposedList) -> int:
    """How many values the reduced customers of a list still hold that should have gone."""
    return reduction.left_over(session, _kept(session, disposed))


def _kept(session: Session, disposed: DisposedList) -> dict[int, frozenset[RecordField]]:
    """What each reduced customer of the list who is in the tables keeps; the last reduction counts."""
    latest = {line.record: line.keeps for line in sorted(disposed.customers, key=_moment) if line.keeps}
    return reduction.keys_and_fields(store.keys_of(session, list(latest)), list(latest.items()))


def _moment(line: DestroyedCustomer) -> str:
    return line.destroyed_at


def _batch(row: DisposalBatch) -> DestroyedBatch:
    return records.record_of(DestroyedBatch, row, batch=row.record_id)


def _ledger_row(customer: DestroyedCustomer) -> DisposalLedgerRow:
    return DisposalLedgerRow(**records.columns_of(customer, result=_settled(customer.result)))


def _settled(state: str) -> BatchState:
    """A final result. Of one that was pending when the list was written, nobody knows what it became."""
    return BatchState(state) if state in _FINAL else BatchState.EXCEPTIONS


def _write_ledger(session: Session, disposed: DisposedList) -> int:
    """Write the lines that are missing or without their result, and bring their batches to their end.

    Returns how many lines there were.
    """
    known = {(row.record, row.keeps): row for row in session.scalars(select(DisposalLedgerRow))}
    members: dict[str, list[DestroyedCustomer]] = defaultdict(list)
    written: dict[str, int] = Counter()
    for customer in disposed.customers:
        members[customer.batch].append(customer)
        row = known.get(customer.line)
        if row is None:
            session.add(_ledger_row(customer))
        elif row.result not in _FINAL and customer.result in _FINAL:
            row.result, row.certificate = _settled(customer.result), customer.certificate
        else:
            continue
        written[customer.batch] += 1
    _write_batches(session, [batch for batch in disposed.batches if written[batch.batch]], members)
    return sum(written.values())


def _write_batches(
    session: Session, batches: Iterable[DestroyedBatch], members: Mapping[str, Sequence[DestroyedCustomer]]
) -> None:
    """Bring batches to their end; one that the file has already keeps its number."""
    for batch in batches:
        row = records.find(session, DisposalBatch, batch.batch)
        if row is None:
            row = DisposalBatch(record_id=batch.batch, number=_free_number(session, batch.number))
            session.add(row)
        row.needle_key = ""
        records.write(row, records.columns_of(batch, "batch", "number", state=_settled(batch.state)))
        _write_items(row, members[batch.batch])


def _write_items(row: DisposalBatch, members: Sequence[DestroyedCustomer]) -> None:
    """Put those who were destroyed on the batch; the others on it had dropped out."""
    destroyed = {customer.record: customer for customer in members}
    for item in row.items:
        if item.customer in destroyed:
            item.rule = destroyed.pop(item.customer).rule
        else:
            item.decision = Decision.KEEP
    row.items.extend(
        DisposalItem(
            customer=customer.record,
            customer_number=customer.customer_number,
            decision=(Decision.REDUCE if customer.keeps else Decision.DESTROY),
            rule=customer.rule,
        )
        for customer in destroyed.values()
    )


def _free_number(session: Session, number: str) -> str:
    """The batch's number; another one where the file has given it to another batch since."""
    taken = frozenset(session.scalars(select(DisposalBatch.number)))
    candidate, count = number, 1
    while candidate in taken:
        count += 1
        candidate = f"{number}-{count}"
    return candidate


def _raise_counters(session: Session, disposed: DisposedList) -> None:
    """Raise the counters above the list's numbers: each may be on paper, such as a printed certificate."""
    given: dict[str, int] = {}
    numbers = {batch.number for batch in disposed.batches}
    for customer in disposed.customers:
        numbers |= {customer.customer_number, customer.certificate}
    for number in numbers:
        for pattern, series in _SERIES:
            match = pattern.fullmatch(number)
            if match is not None:
                name = series.format(**match.groupdict())
                given[name] = max(given.get(name, 0), int(match["number"]))
    for name, last in given.items():
        counters.raise_to(session, name, last)
