"""What others did to a customer while somebody typed: who, when and which fields."""

from __future__ import annotations

from hvacdesk.domain.customers.customer_edit import Meanwhile, MeanwhileChange
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.services.customers.customer_views import CustomerSight, Opening
from hvacdesk.store.customers import customers as store
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log

_RAISING = (Action.CUSTOMER_CHANGED, Action.EDIT_UNDONE, Action.CUSTOMERS_MERGED, Action.MERGE_UNDONE)
"""Each entry of these raised the customer's version by one."""


def changed_since(session: Session, actor: Actor, customer: str, version: int, opening: Opening) -> Meanwhile:
    """The customer as it is now, and each change since ``version``, the latest first."""
    row = store.get(session, customer)
    entries = audit_log.entries(
        session,
        limit=max(0, row.version - version),
        subject=f"customer:{row.record_id}",
        actions=_RAISING,
    )
    changes = []
    for entry in entries:
        fields = entry.details.get("fields")
        names = tuple(map(str, fields)) if isinstance(fields, list) else ()
        changes.append(MeanwhileChange(entry.actor_name, entry.at, names))
    return Meanwhile(CustomerSight(actor).edit(row, opening), tuple(changes))
