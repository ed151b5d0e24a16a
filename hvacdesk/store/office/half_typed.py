"""Whether what somebody types is about a record that is gone: then nothing of it may be stored any more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, String, Table, func, literal, select, union_all
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.place_decisions import PlaceDecision
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.jobs.job_numbers import is_whole
from hvacdesk.domain.office.half_typed import DeletedMeanwhile, RemovedInDisposal
from hvacdesk.store.base import Base
from hvacdesk.store.disposal.named_in_drafts import numbers_meant
from hvacdesk.store.disposal.next_versions import decided_on
from hvacdesk.store.disposal.record_owners import RecordOwners
from hvacdesk.store.models import (
    Counter,
    Customer,
    DisposalBatch,
    DisposalLedgerRow,
    DisposalPlace,
    Job,
)

_RECORD_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")

_Rows = dict[str, dict[str, list[int]]]
"""By record id the rows that bear it, by table."""


@dataclass(frozen=True)
class FormOpened:
    """When a form was opened, with what its record held then.

    Attributes:
        at: the stamp; empty where that is not known.
        ledger: the number of the disposal ledger's last line by then, which grows however clocks are set;
            None where an earlier version stored none.
    """

    at: str
    ledger: int | None

    @property
    def is_known(self) -> bool:
        return bool(self.at) or self.ledger is not None

    def lines_since(self) -> ColumnElement[bool]:
        """Which lines of the ledger were written after that."""
        if self.ledger is not None:
            return DisposalLedgerRow.id > self.ledger
        return DisposalLedgerRow.destroyed_at >= self.at


def newest_line(session: Session) -> int:
    """The number of the ledger's last line; 0 without any."""
    return session.scalar(select(func.max(DisposalLedgerRow.id))) or 0


def last_line(session: Session, opened: str, now: str) -> int:
    """The number of the ledger's last line when a form was opened, by the stamps of then and now."""
    meanwhile = DisposalLedgerRow.destroyed_at.between(opened, now)
    first = session.scalar(select(func.min(DisposalLedgerRow.id)).where(meanwhile))
    return (first - 1) if first is not None else newest_line(session)


def require_kept(
    session: Session,
    subject: str,
    arguments: Iterable[object],
    payload: str,
    begun: FormOpened,
    *,
    by_number: bool,
) -> None:
    """Refuse a half-typed form about a record that does not exist, or lost what a disposal took from it.

    A duplicate that was merged lives on in another customer, and what is typed about it does.

    A record that belonged to a customer is in no ledger once it is gone: where anything was destroyed
    since the form was opened, that may have been it.

    Args:
        subject, arguments: these name the records that the form is about, each of which has to exist.
        payload: the whole of what was typed, as JSON. It may name records as well: none of them may have
            been destroyed. What it means by a number alone counts where a disposal took it after ``begun``:
            an older number may be copied from an old paper.
        by_number: whether its author may know which numbers a disposal took; nobody else is told by a
            refusal.

    Raises:
        RecordGone: a disposal took it, or something from its customer.
        RemovedInDisposal: a disposal blacked something out in what ``subject`` names, or ``arguments`` where
            that names nothing.
        DeletedMeanwhile: somebody deleted it.
    """
    named = set(_RECORD_ID.findall(" ".join((subject, *map(str, arguments)))))
    every = named | set(_RECORD_ID.findall(payload))
    if by_number and _numbered_gone(session, subject, payload, begun):
        raise RecordGone
    if not every:
        return
    rows = _rows(session, every)
    if _destroyed(session, every) or (begun.is_known and _reduced(session, rows, begun)):
        raise RecordGone
    about = named.intersection(_RECORD_ID.findall(subject)) or named
    if begun.is_known and _blacked_out(session, _of(rows, about), begun):
        raise RemovedInDisposal
    if not named <= rows.keys():
        raise DeletedMeanwhile if begun.is_known and not any_destroyed(session, begun) else RecordGone


def lost_something(session: Session, record: str, opened: FormOpened) -> bool:
    """Whether a disposal took something out of a record after a form about it was opened."""
    rows = _rows(session, [record])
    return _reduced(session, rows, opened) or _blacked_out(session, rows, opened)


def reduced_since(session: Session, customer: str, opened: FormOpened) -> bool:
    """Whether a disposal took something from a customer that is still there, after something was drawn."""
    return _reduced(session, _rows(session, [customer]), opened)


@cache
def _recorded() -> tuple[Table, ...]:
    """Every table whose rows have a record id."""
    tables = Base.metadata.sorted_tables
    return tuple(table for table in tables if "record_id" in table.c and table.c.record_id.unique)


def _rows(session: Session, ids: Iterable[str]) -> _Rows:
    asked = sorted(ids)
    query = union_all(
        *(
            select(table.c.record_id, literal(table.name, String), table.c.id).where(
                table.c.record_id.in_(asked)
            )
            for table in _recorded()
        )
    )
    found: _Rows = {}
    for record, table, key in session.execute(query):
        found.setdefault(record, {}).setdefault(table, []).append(key)
    return found


def _of(rows: _Rows, records: Iterable[str]) -> _Rows:
    return {record: rows[record] for record in records if record in rows}


def _by_table(rows: _Rows) -> dict[str, list[int]]:
    by_table: dict[str, list[int]] = {}
    for tables in rows.values():
        for table, some in tables.items():
            by_table.setdefault(table, []).extend(some)
    return by_table


def _destroyed(session: Session, ids: Iterable[str]) -> bool:
    query = select(DisposalLedgerRow.id).where(
        DisposalLedgerRow.record.in_(sorted(ids)), DisposalLedgerRow.keeps == ""
    )
    return session.scalar(query.limit(1)) is not None


def any_destroyed(session: Session, begun: FormOpened) -> bool:
    """Whether a disposal took anything since a form was opened, or ever, where that is not known."""
    query = select(DisposalLedgerRow.id).where(begun.lines_since())
    return session.scalar(query.limit(1)) is not None


def unsearched(session: Session, begun: FormOpened) -> bool:
    """Whether a disposal took something since a form was opened, without what is typed there now."""
    return begun.is_known and any_destroyed(session, begun)


def _numbered_gone(session: Session, subject: str, payload: str, begun: FormOpened) -> bool:
    """Whether a disposal took something since from somebody whose number, or whose job's, was typed."""
    since = select(DisposalLedgerRow.customer_number).where(begun.lines_since())
    taken = session.scalars(since if begun.is_known else since.where(DisposalLedgerRow.keeps == "")).all()
    if not taken:
        return False
    meant = numbers_meant(subject, payload)
    words = frozenset(meant.words)
    jobs = {*filter(is_whole, words), *meant.jobs}
    return any(number.casefold() in words for number in taken) or any(_job_gone(session, one) for one in jobs)


def _job_gone(session: Session, number: str) -> bool:
    """Whether a job had this number, or one that ends so from the hyphen on, and none has it any more."""
    year, _, count = number.partition("-")
    last = session.scalar(select(func.max(Counter.last)).where(Counter.series.like(f"job {year or '____'}")))
    if not 0 < int(count) <= (last or 0):
        return False
    return session.scalar(select(Job.id).where(Job.number.endswith(number)).limit(1)) is None


def _reduced(session: Session, rows: _Rows, begun: FormOpened) -> bool:
    """Whether a disposal took something since from a customer to whom one of the rows belongs."""
    since = select(DisposalLedgerRow.record).where(DisposalLedgerRow.keeps != "", begun.lines_since())
    keys = set(session.scalars(select(Customer.id).where(Customer.record_id.in_(since))))
    if not keys:
        return False
    by_table = _by_table(rows)
    owners = RecordOwners(session, by_table)
    return any(owners.of(table, key) & keys for table, some in by_table.items() for key in some)


def _blacked_out(session: Session, rows: _Rows, begun: FormOpened) -> bool:
    """Whether something was blacked out since in one of the rows, or in what belongs to it."""
    since = select(DisposalLedgerRow.batch).where(begun.lines_since())
    query = select(DisposalPlace.of_table, DisposalPlace.row_key).join(
        DisposalBatch, DisposalBatch.id == DisposalPlace.batch_id
    )
    query = query.where(DisposalBatch.record_id.in_(since), DisposalPlace.decision == PlaceDecision.CLEAN)
    changed: dict[Table, set[int]] = {}
    for name, key in session.execute(query):
        changed.setdefault(Base.metadata.tables[name], set()).add(key)
    if not changed:
        return False
    by_table = {Base.metadata.tables[name]: some for name, some in _by_table(rows).items()}
    found = decided_on(session, changed)
    return any(key in found.get(table, ()) for table, some in by_table.items() for key in some)
