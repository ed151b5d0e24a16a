"""What was done about a customer's request, read from the records of the doing itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.exchange.outside_lists import ListMethod, OutsideListFacts
from hvacdesk.domain.oversight.audit_log import Action, AuditEntry
from hvacdesk.domain.requests.erasure_requests import FINISHED, STOPPED, ErasureAnswer, ErasureOutcome
from hvacdesk.domain.requests.refusal_grounds import KEPT_BY_LAW
from hvacdesk.domain.requests.requests import RequestDetail, RequestDone, RequestKind, RequestState
from hvacdesk.services.requests.erasure_requests import ErasureRequests
from hvacdesk.services.undo import UNDOES
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.exchange import outside_lists
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.requests import consents, disclosure
from hvacdesk.store.requests import requests as store

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, CustomerRequest

_CORRECTIONS = frozenset(
    {
        Action.CUSTOMER_CHANGED,
        Action.CONTACT_ADDED,
        Action.CONTACT_CHANGED,
        Action.CONTACT_REMOVED,
        Action.SITE_ADDED,
        Action.SITE_CHANGED,
    }
)
"""Acts that change what is stored about the customer: moving an appointment corrects nothing."""

_WITHOUT_FIELDS = frozenset({Action.CONTACT_ADDED, Action.CONTACT_REMOVED, Action.SITE_ADDED})

_EVERY = 10_000_000


def read_detail(workplace: Workplace, session: Session, row: CustomerRequest) -> RequestDetail:
    """A request with what was said in it and what was done about it."""
    return store.detail(session, row, workplace.today(), done_about(workplace, session, row))


def done_about(workplace: Workplace, session: Session, row: CustomerRequest) -> RequestDone:
    """What was done about a request so far; of a suspension nothing is, for its answer does it."""
    kind = row.kind
    if kind is RequestKind.ERASURE:
        done = _erased(erasure_of(workplace, session, row))
        return replace(done, still_marked=still_marked(session, row))
    if kind is RequestKind.DISCLOSURE:
        return RequestDone(_disclosed(session, row.number))
    customer = customer_store.known(session, row.customer_id)
    if customer is None:
        return RequestDone()
    if kind is RequestKind.CORRECTION:
        return RequestDone(_corrected(session, customer, _entered(session, row).sequence))
    if kind is RequestKind.PURPOSE:
        return RequestDone(_told(session, customer, _entered(session, row).sequence))
    return RequestDone()


def still_marked(session: Session, row: CustomerRequest) -> bool:
    """Whether its customer is marked for erasure since a request that ended, and nobody asks for it.

    A mark of another day is not this request's: one is set where a destroyed customer comes back with a
    backup.
    """
    customer = customer_store.known(session, row.customer_id)
    return (
        customer is not None
        and row.kind == RequestKind.ERASURE
        and not asks_for_erasure(row)
        and customer.erasure_asked_on == row.received_on
        and not any(map(asks_for_erasure, store.of_kind(session, RequestKind.ERASURE, customer)))
    )


def asks_for_erasure(row: CustomerRequest) -> bool:
    """Whether the mark is true for it; where laws keep something, the rest goes as soon as they end."""
    refused = row.state == RequestState.REFUSED and row.ground != KEPT_BY_LAW
    return row.state != RequestState.WITHDRAWN and not refused


def erasure_of(workplace: Workplace, session: Session, row: CustomerRequest) -> ErasureAnswer | None:
    """What a request for erasure has come to; None while nobody known is concerned."""
    customer = customer_store.known(session, row.customer_id)
    key = customer.record_id if customer else row.customer_number
    if not key:
        return None
    try:
        return ErasureRequests(workplace).answer_within(
            session,
            key,
            since=_entered(session, row).at,
            settled=row.state == RequestState.ANSWERED,
        )
    except RecordGone:
        return None


def _erased(answer: ErasureAnswer | None) -> RequestDone:
    if answer is None:
        return RequestDone()
    if answer.outcome in STOPPED:
        outcome = ErasureOutcome.BLOCKED if answer.on_hold else answer.outcome
        return RequestDone(erasure=outcome, in_the_way=answer)
    return RequestDone(answer.done_on if answer.outcome in FINISHED else "", answer.outcome)


def _disclosed(session: Session, number: str) -> str:
    """The day of the last disclosure that is out or was handed over; one that was destroyed told nobody."""
    lists = {one.list: one for one in outside_lists.everything(session)}
    for entry in audit_log.entries(session, limit=_EVERY, action=Action.DISCLOSURE_MADE):
        made = lists.get(str(entry.details.get("list", "")))
        if entry.details.get("number") == number and made is not None and _outside(made):
            return made.made_on
    return ""


def _outside(made: OutsideListFacts) -> bool:
    """Whether the customer has the file, or may still be given it."""
    return not made.destroyed_on or made.method is ListMethod.HANDED_OVER


def _entered(session: Session, row: CustomerRequest) -> AuditEntry:
    """The entry of the log by which a request came in: the day it is said to have come may lie before.

    Raises:
        RecordGone: there is none.
    """
    for entry in audit_log.entries(session, limit=_EVERY, action=Action.REQUEST_RECEIVED):
        if entry.details.get("number") == row.number:
            return entry
    raise RecordGone


def _corrected(session: Session, customer: Customer, entered: int) -> str:
    """The day of the last change since the request was entered that was not undone."""
    keys = [one.id for one in consents.registrations(session, customer)]
    gone: set[object] = set()
    for entry in audit_log.entries(
        session,
        limit=_EVERY,
        subjects=disclosure.subjects(session, keys),
        actions=_CORRECTIONS | {Action.EDIT_UNDONE},
    ):
        if entry.sequence <= entered:
            return ""
        undone = int(str(entry.details.get(UNDOES, 0)))
        contact = entry.details.get("contact")
        if undone > entered:
            gone.add(undone)
        elif entry.sequence in gone or contact in gone:
            continue
        elif entry.action is Action.CONTACT_REMOVED and _added_since(session, entry, entered):
            gone.add(contact)
        elif undone or entry.action in _WITHOUT_FIELDS or (entry.action in _CORRECTIONS and _fields(entry)):
            return office_day(moment_of(entry.at)).isoformat()
    return ""


def _fields(entry: AuditEntry) -> bool:
    """Whether a save changed anything."""
    return bool(entry.details.get("fields"))


def _added_since(session: Session, removed: AuditEntry, entered: int) -> bool:
    """Whether a contact that was removed was only added since the request: then nothing came of it."""
    added = audit_log.entries(session, limit=_EVERY, subject=removed.subject, action=Action.CONTACT_ADDED)
    contact = removed.details.get("contact")
    return any(one.details.get("contact") == contact and one.sequence > entered for one in added)


def _told(session: Session, customer: Customer, entered: int) -> str:
    """The day on which the customer was last given the notice, as it was noted since the request."""
    registrations = [f"customer:{one.record_id}" for one in consents.registrations(session, customer)]
    noted = audit_log.entries(session, limit=_EVERY, subjects=registrations, action=Action.NOTICE_GIVEN)
    since = [office_day(moment_of(entry.at)).isoformat() for entry in noted if entry.sequence > entered]
    if not since:
        return ""
    days = [one.given_on for one in consents.given(session, customer) if one.given_on >= min(since)]
    return max(days, default="")
