"""Who saved a record since a form read it: what a person is told whose own save was refused for that."""

from __future__ import annotations

from typing import NamedTuple

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.oversight.saves import SAVED_BY, Save, SavedKind
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.services.permissions import body_decides
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import contacts, customers
from hvacdesk.store.engine import Session
from hvacdesk.store.office import half_typed
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.requests import requests

_LOOKED_AT = 100
"""So many entries about a customer are looked through for those about one request."""


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
        _require_seen(actor, kind)
        told = SAVED_BY[kind]
        check_limit("count", count)
        with self._workplace.reading() as session:
            about = _about(session, kind, record)
            if kind is not SavedKind.REQUEST:  # who asked for a suspension may go on asking
                require_readable(session, about.subject)
            found = audit_log.entries(
                session,
                limit=_LOOKED_AT if about.number else count,
                subject=about.subject,
                actions=told.actions,
            )
        entries = [one for one in found if about.number in ("", one.details.get("number"))][:count]
        return tuple(
            Save(entry.actor_name, entry.at, _names(entry.details.get("fields"))) for entry in entries
        )

    @body_decides("the permission that shows a record of this kind")
    def removed_since(
        self, actor: Actor, kind: SavedKind, record: str, begun: str, ledger: int | None
    ) -> bool:
        """Whether a disposal took something out of the record since a form was opened.

        Args:
            begun, ledger: when that was, as :meth:`.Drafts.begin` told; empty and None where that could not
                be asked: any disposal counts then.

        Raises:
            NotPermitted, CustomerSuspended: as :meth:`latest`.
        """
        _require_seen(actor, kind)
        with self._workplace.reading() as session:
            if kind is not SavedKind.REQUEST:
                require_readable(session, _about(session, kind, record).subject)
            return half_typed.lost_something(session, record, half_typed.FormOpened(begun, ledger))


class _About(NamedTuple):
    """How the log speaks of a record: by its subject, and by its number where that is somebody else's."""

    subject: str
    number: str = ""


def _require_seen(actor: Actor, kind: SavedKind) -> None:
    seen_with = SAVED_BY[kind].seen_with
    if not any(actor.may(one) for one in seen_with):
        raise NotPermitted(permission=seen_with[0].value)


def _about(session: Session, kind: SavedKind, record: str) -> _About:
    """Entries about a contact are its customer's, and those about a request, where its customer is known."""
    if kind is SavedKind.CONTACT:
        owner = customers.by_key(session, contacts.get(session, record).customer_id)
        return _About(f"{SAVED_BY[kind].subject}:{owner.record_id}")
    if kind is SavedKind.REQUEST:
        request = requests.get(session, record)
        known = customers.known(session, request.customer_id)
        return _About(f"customer:{known.record_id}" if known else f"request:{record}", request.number)
    subject = SAVED_BY[kind].subject
    return _About(f"{subject}:{record}" if subject else "")


def _names(fields: object) -> tuple[str, ...]:
    return tuple(map(str, fields)) if isinstance(fields, list) else ()
