"""What was noted while two customers were one and cannot be told apart: what is kept for both, what is told.

Nothing is lost to either side: a hold that was set keeps the duplicate from being destroyed, too, and a no to
reminders or the like is the duplicate's, too. Whether they were meant for it a person has to see.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.customers.merging import MERGE_COLUMNS, MergeField, Unsettled
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers.separating import Left
from hvacdesk.store.disposal import holds
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs
from hvacdesk.store.oversight import audit_log, joins
from hvacdesk.store.requests import consents

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer

_EVERY = 10_000_000
_ADDRESS = frozenset(MERGE_COLUMNS[MergeField.ADDRESS])


def share_rest(
    workplace: Workplace, session: Session, actor: Actor, pair: tuple[Customer, Customer], left: Left
) -> Iterator[Unsettled]:
    """Keep for the duplicate, too, what protects it; returns what somebody has to look at.

    Args:
        pair: the kept one and the duplicate, of which it is told what was the duplicate's.
    """
    one, other = pair
    noted = {
        Unsettled.CALLS: left.calls,
        Unsettled.REQUESTS: left.requests,
        Unsettled.CONSENTS: left.consents,
    }
    yield from (what for what, rows in noted.items() if rows)
    if holds.hold_also(session, other, left.holds, workplace.today()):
        yield Unsettled.HOLDS
    for event in consents.refuse_also(session, other, left.consents):
        workplace.record(
            session,
            actor,
            Action.CONSENT_WITHDRAWN,
            f"customer:{other.record_id}",
            consent=event.kind.value,
            consent_way=event.way.value,
        )
    if _sites_changed(session, one, other):
        yield Unsettled.SITES


def _sites_changed(session: Session, one: Customer, other: Customer) -> bool:
    """Whether an address of the duplicate's sites was changed while it lived on in the other."""
    since = joins.merged_since(session, one.record_id, other.record_id)
    changes = audit_log.entries(
        session,
        limit=_EVERY,
        subjects={f"site:{site.record_id}" for site in jobs.sites_of(session, other)},
        actions={Action.SITE_CHANGED, Action.EDIT_UNDONE},
    )
    fields: Iterator[Any] = (entry.details.get("fields", ()) for entry in changes if entry.sequence > since)
    return any(not _ADDRESS.isdisjoint(changed) for changed in fields)
