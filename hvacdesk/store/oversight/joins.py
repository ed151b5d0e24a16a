"""When customers were one, by the log: who was shown the kept one then, was shown the duplicate, too.

Merges and their undoing are told by the log alone: an undone merge leaves nothing else behind.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.store.models import AuditRow


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


def merged_since(session: Session, kept: str, duplicate: str) -> int:
    """The entry of the merge after which the one lives on in the other; 0 where the log tells of none."""
    found = (one.first for one in joined(session) if one[:2] == (kept, duplicate) and one.last is None)
    return next(found, 0)


def seen_then(session: Session, customers: Collection[str]) -> ColumnElement[bool]:
    """The entries about the kept ones in whom these customers lived on, of while they did."""
    return or_(
        false(),
        *(
            and_(AuditRow.subject == f"customer:{one.kept}", AuditRow.id.between(one.first, one.last))
            for one in told_apart(session, customers)
        ),
    )


def _merges(session: Session) -> Iterator[tuple[int, bool, str, str]]:
    undoing = Action.MERGE_UNDONE.value
    query = select(AuditRow.id, AuditRow.action, AuditRow.subject, AuditRow.details)
    wanted = query.where(AuditRow.action.in_((Action.CUSTOMERS_MERGED.value, undoing)))
    for sequence, action, subject, details in session.execute(wanted.order_by(AuditRow.id)):
        duplicate = str(json.loads(details).get("merged", ""))
        yield sequence, action == undoing, subject.partition(":")[2], duplicate
