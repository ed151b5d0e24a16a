"""Registrations that a restored file joins, and that were apart when one of them was disposed of.

The ledger has a line for every registration that a disposal took, also for a duplicate that lived on in
another customer at that time. So where the lines of two joined ones differ, their merge had been undone by
then; it is undone here, too, before anything is deleted: what is destroyed and what stays is told by whose it
is.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.customers.cautions import Caution
from hvacdesk.domain.disposal.disposed_list import DestroyedCustomer, DisposedList
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.store.customers import customers, finding, merging
from hvacdesk.store.customers.separating import Separation
from hvacdesk.store.models import Customer, CustomerMerge
from hvacdesk.store.oversight import audit_log

_JUDGED_AGAIN = frozenset({"reduced_on", "reduced_to"})
"""What undoing a merge does not put back: the list says what is reduced."""

_MOST_CHANGES = 10_000


class ToldApart(NamedTuple):
    """A merge that was undone, by the record ids and numbers of the customer and of its duplicate."""

    kept: str
    kept_number: str
    duplicate: str
    duplicate_number: str


class _Joined(NamedTuple):
    merge: CustomerMerge
    kept: str
    duplicate: str


def tell_apart(session: Session, disposed: DisposedList) -> tuple[ToldApart, ...]:
    """Undo the merges of registrations that were apart when the list's lines were written; says which."""
    lines: dict[str, list[DestroyedCustomer]] = defaultdict(list)
    for line in disposed.customers:
        lines[line.record].append(line)
    merges = _merges(session) if lines else ()
    undone = _to_undo(merges, lines)
    return tuple(_undo(session, merge) for merge in reversed(undone))


def _merges(session: Session) -> Sequence[_Joined]:
    """Every merge that stands, the earliest first."""
    kept, duplicate = aliased(Customer), aliased(Customer)
    query = (
        select(CustomerMerge, kept.record_id, duplicate.record_id)
        .join(kept, kept.id == CustomerMerge.customer_id)
        .join(duplicate, duplicate.id == CustomerMerge.merged_id)
        .order_by(CustomerMerge.id)
    )
    return [_Joined(*row) for row in session.execute(query)]


def _to_undo(
    merges: Sequence[_Joined], lines: Mapping[str, Sequence[DestroyedCustomer]]
) -> list[CustomerMerge]:
    """The merges that have to be undone, the earliest first.

    With one of them go those that were made after it into the same customer, and that of this customer into
    another: what each remembers leads back from the later to the earlier alone.
    """
    undone: list[CustomerMerge] = []
    opened: set[int] = set()
    for merge, kept, duplicate in merges:
        since = merge.merged_at
        differ = _taken(lines.get(kept, ()), since) != _taken(lines.get(duplicate, ()), since)
        if differ or opened.intersection((merge.customer_id, merge.merged_id)):
            undone.append(merge)
            opened.add(merge.customer_id)
    return undone


def _taken(lines: Sequence[DestroyedCustomer], since: str) -> frozenset[tuple[str, str]]:
    """By which disposals since then a registration was reduced or destroyed.

    Whoever is in the file was destroyed after it was copied, whatever a clock said then.
    """
    return frozenset(
        (line.batch, line.keeps) for line in lines if not line.keeps or line.destroyed_at > since
    )


def _undo(session: Session, merge: CustomerMerge) -> ToldApart:
    """Give both what is theirs, as far as it can be told: what is as the merge left it goes back."""
    kept, duplicate = (customers.by_key(session, key) for key in (merge.customer_id, merge.merged_id))
    before: dict[str, Any] = json.loads(merge.before)
    merging.move_back(session, merging.moved_by(session, merge), kept.id, duplicate.id)
    brought = merging.brought(session, kept.id)
    merged_on = office_day(moment_of(merge.merged_at)).isoformat()
    meant = merging.meant(session, merge)
    known = merging.known(session, merge, kept)
    Separation(session, kept, duplicate, known, merged_on, brought, meant).carry_out()
    merging.take_out(duplicate)
    merging.put_columns(kept, dict(_former(kept, before["columns"])))
    merging.give_phones_back(kept, duplicate, before["phones"])
    customers.save_cautions(kept, tuple(_former_cautions(kept, before["cautions"])), by="", on="")
    if not _payment_changed_since(session, kept, merge.merged_at, before["payment"]):
        customers.empty_sealed(kept, before["payment"])
    merging.remove(session, merge)
    session.flush()
    for one in (kept, duplicate):
        customers.count_change(one)
        finding.write(session, one.id, customers.record_of(one), one.number)
    session.flush()
    return ToldApart(kept.record_id, kept.number, duplicate.record_id, duplicate.number)


def _former(kept: Customer, pairs: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, Any]]:
    """What the merge changed and nobody since, and what belongs together as a whole or not at all."""
    stays = merging.changed_since(kept, pairs) | _JUDGED_AGAIN
    yield from ((name, old) for name, (old, _new) in pairs.items() if name not in stays)


def _former_cautions(kept: Customer, taken: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[Caution]:
    before, after = (dict(taken[when]) for when in ("before", "after"))
    for caution in customers.cautions_of(kept):
        if after.get(caution.kind.value) != caution.detail:
            yield caution
        elif caution.kind.value in before:
            yield Caution(caution.kind, before[caution.kind.value])


def _payment_changed_since(session: Session, kept: Customer, since: str, taken: Sequence[str]) -> bool:
    """Whether the log knows of a change of what was taken over, which cannot be read here."""
    if not taken:
        return False
    subject = f"customer:{kept.record_id}"
    entries = audit_log.entries(session, limit=_MOST_CHANGES, subject=subject, action=Action.CUSTOMER_CHANGED)
    changed = [entry.details.get("fields") for entry in entries if entry.at >= since]
    return any(isinstance(names, list) and set(taken).intersection(names) for names in changed)
