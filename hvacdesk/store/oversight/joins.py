"""When customers were one, by the log: who was shown the kept one then, was shown the duplicate, too.

Merges and their undoing are told by the log alone: an undone merge leaves nothing else behind.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.store.models import AuditRow, Customer


class LivedOn(NamedTuple):
    """Entries of the log between which one customer lived on in another, by record id: both included.

    ``last`` is None while it still does.
    """

    kept: str
    duplicate: str
    first: int
    last: int | None


def joined(session: Session) -> tuple[LivedOn, ...]:
    """Who lived on in whom, whoever lives on in a duplicate included."""
    found: list[LivedOn] = []
    since: dict[str, dict[str, int]] = defaultdict(dict)  # by kept one and duplicate
    for sequence, undone, kept, duplicate in _merges(session):
        for one in (duplicate, *since[duplicate]):
            if not undone:
                since[kept][one] = sequence
            elif (first := since[kept].pop(one, None)) is not None:
                found.append(LivedOn(kept, one, first, sequence))
    found += [
        LivedOn(kept, one, first, None) for kept, several in since.items() for one, first in several.items()
    ]
    return tuple(found)


def told_apart(session: Session, customers: Collection[str] | None = None) -> tuple[LivedOn, ...]:
    """Who lived on in whom and is a customer of its own again: everybody, or of these duplicates."""
    every = joined(session)
    inside = {one.duplicate for one in every if one.last is None}
    return tuple(
        one
        for one in every
        if one.last is not None
        and one.duplicate not in inside
        and (customers is None or one.duplicate in customers)
    )


class AsOne:
    """Whom a look at somebody was at: all who were one customer at its entry of the log.

    They are named as they are now: who lives on in another one by the other's record id.
    """

    def __init__(self, session: Session) -> None:
        self._then = [(one, one.last) for one in joined(session) if one.last is not None]
        owner = aliased(Customer)
        query = select(Customer.record_id, owner.record_id).join(owner, owner.id == Customer.merged_into_id)
        self._now = dict(session.execute(query).all())

    def at(self, sequence: int, customers: Collection[str]) -> tuple[frozenset[str], ...]:
        """For each of the customers everybody with whom it was one, itself included."""
        pairs = [{one.kept, one.duplicate} for one, last in self._then if one.first <= sequence <= last]
        found = dict.fromkeys(
            frozenset(self._now.get(one, one) for one in _tied(who, pairs)) for who in customers
        )
        return tuple(sorted(found, key=sorted))


def _tied(customer: str, pairs: Collection[set[str]]) -> set[str]:
    """Everybody who hangs together with a customer, over however many pairs."""
    found, reached = {customer}, 0
    while reached < len(found):
        reached = len(found)
        found.update(*(pair for pair in pairs if not found.isdisjoint(pair)))
    return found


def merged_since(session: Session, kept: str, duplicate: str) -> int:
    """The entry of the merge after which the one lives on in the other; 0 where the log tells of none."""
    found = (one.first for one in joined(session) if one[:2] == (kept, duplicate) and one.last is None)
    return next(found, 0)


def _merges(session: Session) -> Iterator[tuple[int, bool, str, str]]:
    undoing = Action.MERGE_UNDONE.value
    query = select(AuditRow.id, AuditRow.action, AuditRow.subject, AuditRow.details)
    wanted = query.where(AuditRow.action.in_((Action.CUSTOMERS_MERGED.value, undoing)))
    for sequence, action, subject, details in session.execute(wanted.order_by(AuditRow.id)):
        duplicate = str(json.loads(details).get("merged", ""))
        yield sequence, action == undoing, subject.partition(":")[2], duplicate
