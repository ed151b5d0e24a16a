"""Merging customers: moving every row that names one to the other, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session, aliased

from hvacdesk.domain.customers.customers import Phone, PhoneKind
from hvacdesk.domain.customers.merging import MERGE_COLUMNS, TOGETHER
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.store import records
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import chunks
from hvacdesk.store.customers import marks
from hvacdesk.store.customers.living import references
from hvacdesk.store.customers.separating import MADE, names, next_version
from hvacdesk.store.disposal.disposal import CARRIED_OUT
from hvacdesk.store.models import (
    Account,
    Customer,
    CustomerMerge,
    CustomerPhone,
    DisposalBatch,
    DisposalItem,
    Invoice,
    Job,
    Payment,
)

_BOUND = (BatchState.PROPOSED.value, BatchState.APPROVED.value, BatchState.DESTROYING.value)

_EVER = 2**63 - 1
"""After every primary key."""

Moved = dict[str, list[int]]
"""Keys of moved rows by ``table.column``."""
Marks = dict[str, list[str]]
"""The same, remembered for good: by what is never given twice (see :mod:`.marks`)."""

_HAD = "had"
"""Under this a merge remembers, by table, what the kept customer had of what is made since."""


def move(session: Session, source: int, target: int) -> Marks:
    """Let every row that names ``source`` name ``target``; returns which rows did."""
    session.flush()
    moved: Marks = {}
    for table, column in references():
        found = marks.of(session, table, column == source)
        if found:
            moved[f"{table.name}.{column.name}"] = list(found.values())
            session.execute(update(table).where(column == source).values({column.name: target}))
    session.expire_all()
    return moved


def move_back(session: Session, moved: Moved, holder: int, source: int) -> None:
    """Let the rows name ``source`` again; one that names somebody else by now, or is gone, is left alone.

    A job is in its next version then: its form names whose it is, and would save the holder again. Other
    versions are left: a draft that nobody saved, or a payment as it was imported, is known by its first.
    """
    for name, column in ((f"{table.name}.{column.name}", column) for table, column in references()):
        for keys in chunks(moved.get(name, ())):
            table = column.table
            rows = update(table).where(table.c.id.in_(keys), column == holder)
            session.execute(rows.values({column.name: source, **next_version(table)}))
    session.expire_all()


def moved_by(session: Session, row: CustomerMerge) -> Moved:
    """What a merge moved of what names the kept customer now."""
    found: Moved = {}
    remembered: dict[str, list[int | str]] = json.loads(row.moved)
    for table, column in references():
        if told := set(remembered.get(name := f"{table.name}.{column.name}", ())):
            here = marks.of(session, table, column == row.customer_id)
            of_old = [key for key in here if key in told]  # remembered by key
            since = marks.made_after(session, table, of_old, row.merged_at)
            found[name] = [key for key, mark in here.items() if mark in told]
            found[name] += [key for key in of_old if key not in since]
    return found


def brought(session: Session, customer: int) -> Moved:
    """The rows that the duplicates brought which live on in a customer."""
    found: Moved = {}
    for row in session.scalars(select(CustomerMerge).where(CustomerMerge.customer_id == customer)):
        for name, keys in moved_by(session, row).items():
            found.setdefault(name, []).extend(keys)
    return found


def had(session: Session, kept: Customer) -> dict[str, list[str]]:
    """What a customer has of what may be made since a merge, by table, to be remembered."""
    session.flush()
    return {
        table.name: list(marks.of(session, table, names(table, kept)).values())
        for table in map(marks.table_of, MADE)
    }


def known(session: Session, row: CustomerMerge, kept: Customer) -> Moved | None:
    """By table the keys of what the kept customer had at a merge.

    None for a merge of before anything of it was noted: nothing counts as made since.
    """
    remembered: dict[str, list[str]] | None = json.loads(row.moved).get(_HAD)
    last: dict[str, int] | None = json.loads(row.before).get("last")
    if remembered is None and last is None:
        return None
    found: Moved = {}
    for table in map(marks.table_of, MADE):
        here = marks.of(session, table, names(table, kept))
        if remembered is not None:
            told = set(remembered.get(table.name, ()))
            found[table.name] = [key for key, mark in here.items() if mark in told]
        elif last is not None:  # how far the tables reached then
            before = [key for key in here if key <= last.get(table.name, _EVER)]
            since = marks.made_after(session, table, before, row.merged_at)
            found[table.name] = [key for key in before if key not in since]
    return found


def note(
    session: Session,
    kept: Customer,
    merged: Customer,
    moved: Marks,
    had: Marks,
    before: Mapping[str, object],
    by: str,
    at: str,
) -> CustomerMerge:
    """Keep what undoing needs: marks of rows alone; only ``before`` may hold what people told."""
    row = CustomerMerge(
        customer_id=kept.id,
        merged_id=merged.id,
        moved=json.dumps({**moved, _HAD: had}),
        before="{}",
        merged_by=by,
        merged_at=at,
    )
    remember(row, before)
    session.add(row)
    session.flush()
    return row


def remove(session: Session, row: CustomerMerge) -> None:
    """Forget a merge that was undone."""
    session.delete(row)


def later(session: Session, row: CustomerMerge) -> Sequence[CustomerMerge]:
    """What was merged into the same customer after a merge, the earliest first."""
    query = select(CustomerMerge).where(
        CustomerMerge.customer_id == row.customer_id, CustomerMerge.id > row.id
    )
    return list(session.scalars(query.order_by(CustomerMerge.id)))


def remember(row: CustomerMerge, before: Mapping[str, object]) -> None:
    """Let a merge remember this as what was before it."""
    row.before = json.dumps(before, ensure_ascii=False)


_MEANT = "meant"
"""Under this a merge remembers, by table, the record ids of rows that were made for the duplicate since."""


def note_meant(session: Session, record_id: str, row: Payment | Invoice) -> None:
    """Remember whom a row was made for, if by this record id that is a duplicate which lives on elsewhere.

    The row names the customer in whom it does; once the two are told apart it is the duplicate's.
    """
    query = select(CustomerMerge).join(Customer, Customer.id == CustomerMerge.merged_id)
    merge = session.scalars(query.where(Customer.record_id == record_id)).one_or_none()
    if merge is not None:
        session.flush()
        before = json.loads(merge.before)
        before.setdefault(_MEANT, {}).setdefault(row.__tablename__, []).append(row.record_id)
        remember(merge, before)


def meant(session: Session, row: CustomerMerge) -> Moved:
    """By table the keys of what was made since for a duplicate, or for one who lives on in that one."""
    found: Moved = {}
    query = select(CustomerMerge.before).where(CustomerMerge.customer_id == row.merged_id)
    for before in (row.before, *session.scalars(query)):
        for name, record_ids in json.loads(before).get(_MEANT, {}).items():
            keys = marks.keys(session, Base.metadata.tables[name], record_ids)
            found.setdefault(name, []).extend(keys)
    return found


def put_into(duplicate: Customer, kept: Customer) -> None:
    """Let a duplicate live on in another customer."""
    duplicate.merged_into_id = kept.id


def take_out(duplicate: Customer) -> None:
    """Let a duplicate be a customer of its own again."""
    duplicate.merged_into_id = None


def put_columns(customer: Customer, values: Mapping[str, object]) -> None:
    """Write values into some of the customer's columns."""
    for name, value in values.items():
        setattr(customer, name, value)


def changed_since(customer: Customer, pairs: Mapping[str, Sequence[Any]]) -> set[str]:
    """Columns of a merge that are otherwise by now; of what belongs together all of them.

    Args:
        pairs: the value before and after the merge.
    """
    changed = {name for name, (_old, new) in pairs.items() if getattr(customer, name) != new}
    for fields in TOGETHER:
        group = {name for field in fields for name in MERGE_COLUMNS[field]}
        if changed & group:
            changed |= group
    return changed


def given_up(before: str) -> dict[str, Any]:
    """By column the values of the kept customer that the duplicate's took the place of."""
    return {name: former for name, (former, _taken) in json.loads(before).get("columns", {}).items()}


def get(session: Session, record_id: str) -> CustomerMerge:
    """The merge of a record id. Raises :class:`RecordGone`, also where it was undone."""
    return records.get(session, CustomerMerge, record_id)


def of(session: Session, customer: Customer) -> Sequence[tuple[CustomerMerge, Customer, str]]:
    """What was merged into the customer, with the duplicate and who did it; the latest first."""
    rows = session.execute(
        select(CustomerMerge, Customer, Account.name)
        .join(Customer, Customer.id == CustomerMerge.merged_id)
        .outerjoin(Account, Account.record_id == CustomerMerge.merged_by)
        .where(CustomerMerge.customer_id == customer.id)
        .order_by(CustomerMerge.id.desc())
    )
    return [(merge, merged, name or "") for merge, merged, name in rows]


def duplicates(session: Session, customers: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """Record ids and numbers of all that lives on in each of the customers."""
    found: dict[int, list[tuple[str, str]]] = {}
    for keys in chunks(customers):
        query = select(Customer.merged_into_id, Customer.record_id, Customer.number)
        for kept, record_id, number in session.execute(query.where(Customer.merged_into_id.in_(keys))):
            if kept is not None:
                found.setdefault(kept, []).append((record_id, number))
    return found


def registrations(session: Session, record_id: str) -> tuple[str, ...]:
    """The customer's record id and those of all that lives on in it; of one that is gone its own alone."""
    owner = aliased(Customer)
    query = (
        select(Customer.record_id)
        .join(owner, owner.id == Customer.merged_into_id)
        .where(owner.record_id == record_id)
    )
    return (record_id, *session.scalars(query))


def job_count(session: Session, customer: Customer) -> int:
    """How many jobs name the customer."""
    parts = (Job.customer_id, Job.resident_id, Job.building_manager_id, Job.payer_id)
    query = select(func.count()).select_from(Job).where(or_(*(part == customer.id for part in parts)))
    return session.scalar(query) or 0


def in_disposal(session: Session, customers: Sequence[Customer]) -> bool:
    """Whether a batch that is proposed or approved, or half carried out, is to destroy one of them."""
    query = (
        select(DisposalItem.id)
        .join(DisposalBatch, DisposalBatch.id == DisposalItem.batch_id)
        .where(
            DisposalItem.customer.in_([customer.record_id for customer in customers]),
            DisposalItem.decision.in_(CARRIED_OUT),
            DisposalBatch.state.in_(_BOUND),
        )
    )
    return session.scalars(query.limit(1)).first() is not None


def clear_decisions(session: Session, customers: Sequence[Customer]) -> None:
    """Take the customers out of drafts of a disposal: what was decided about one of the two is void."""
    query = (
        select(DisposalItem)
        .join(DisposalBatch, DisposalBatch.id == DisposalItem.batch_id)
        .where(
            DisposalItem.customer.in_([customer.record_id for customer in customers]),
            DisposalBatch.state == BatchState.DRAFT,
        )
    )
    for item in session.scalars(query):
        session.delete(item)


def take_phones(kept: Customer, merged: Customer) -> dict[str, list[list[str]]]:
    """Give the kept customer the numbers that it does not have; the duplicate keeps none to be found by.

    Returns what undoing needs: the numbers of both, and those that the kept one came by.
    """
    known = {phone.digits for phone in kept.phones}
    mine, theirs = ([[phone.kind, phone.number] for phone in one.phones] for one in (kept, merged))
    added = [phone for phone in theirs if digits(phone[1]) not in known]
    for kind, number in added:
        kept.phones.append(_phone(kind, number, len(kept.phones)))
    merged.phones = []
    return {"mine": mine, "theirs": theirs, "added": added}


def give_phones_back(kept: Customer, merged: Customer, taken: Mapping[str, list[list[str]]]) -> bool:
    """Undo :func:`take_phones`; numbers that were changed since stay with the kept customer.

    So do those of the duplicate in place of which its own were all given up: nobody could call it any more.
    Whether that is so is returned.
    """
    added = {digits(number) for _, number in taken["added"]}
    own = [phone for phone in kept.phones if phone.digits not in added]
    in_place = bool(kept.phones and taken.get("mine") and not own)
    if not in_place:
        kept.phones = own
    for position, phone in enumerate(kept.phones):
        phone.position = position
    merged.phones = [_phone(kind, number, place) for place, (kind, number) in enumerate(taken["theirs"])]
    return in_place


def _phone(kind: str, number: str, position: int) -> CustomerPhone:
    phone = Phone(PhoneKind(kind), number)
    return CustomerPhone(position=position, kind=phone.kind, number=phone.number, digits=digits(phone.number))
