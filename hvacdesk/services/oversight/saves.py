"""Who saved a record since a form read it: what a person is told whose own save was refused for that."""

from __future__ import annotations

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.oversight.saves import SAVED_BY, Save, SavedKind
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.services.permissions import body_decides
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import contacts, customers
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log


class Saves:
    """The latest saves of a record of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @body_decides("the permission that shows a record of this kind")
    def latest(self, actor: Actor, kind: SavedKind, record: str, count: int) -> tuple[Save, ...]:
        """The record's last ``count`` saves, the newest first: as many as its version rose since it was read.

        Raises:
            NotPermitted: records of this kind are not shown to the actor.
            CustomerSuspended: the record belongs to a locked customer.
            OutOfRange: no list has so many.
        """
        told = SAVED_BY[kind]
        if not any(actor.may(one) for one in told.seen_with):
            raise NotPermitted(permission=told.seen_with[0].value)
        check_limit("count", count)
        with self._workplace.reading() as session:
            subject = f"{told.subject}:{_owner(session, kind, record)}"
            require_readable(session, subject)
            entries = audit_log.entries(session, limit=count, subject=subject, actions=told.actions)
        return tuple(
            Save(entry.actor_name, entry.at, _names(entry.details.get("fields"))) for entry in entries
        )


def _owner(session: Session, kind: SavedKind, record: str) -> str:
    """Record id by which the log speaks of it: a contact's entries are its customer's."""
    if kind is not SavedKind.CONTACT:
        return record
    return customers.by_key(session, contacts.get(session, record).customer_id).record_id


def _names(fields: object) -> tuple[str, ...]:
    return tuple(map(str, fields)) if isinstance(fields, list) else ()
