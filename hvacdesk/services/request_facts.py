"""What was done about a customer's request, read from the records of the doing itself."""

from __future__ import annotations

from datetime import date, datetime, time

from hvacdesk.domain.audit import Action
from hvacdesk.domain.clock import JAPAN, moment_of, office_day, stamp
from hvacdesk.domain.erasure_requests import FINISHED, ErasureAnswer, ErasureOutcome
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.outside_lists import ListMethod, OutsideListFacts
from hvacdesk.domain.requests import RequestDetail, RequestDone, RequestKind
from hvacdesk.services.disposal.on_request import ErasureRequests
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import audit_log, consents, disclosure, outside_lists
from hvacdesk.store import requests as store
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Customer, CustomerRequest

CORRECTIONS = frozenset(
    {
        Action.CUSTOMER_CHANGED,
        Action.CONTACT_ADDED,
        Action.CONTACT_CHANGED,
        Action.CONTACT_REMOVED,
        Action.SITE_ADDED,
        Action.SITE_CHANGED,
        Action.UNIT_ADDED,
        Action.UNIT_CHANGED,
        Action.JOB_CHANGED,
        Action.RESULTS_RECORDED,
        Action.CALL_CHANGED,
        Action.CUSTOMERS_MERGED,
    }
)
"""Acts that change what is stored about a customer."""

_UNDOINGS = frozenset({Action.EDIT_UNDONE, Action.MERGE_UNDONE})
_EVERY = 10_000_000


def read_detail(workplace: Workplace, session: Session, row: CustomerRequest) -> RequestDetail:
    """A request with what was said in it and what was done about it."""
    return store.detail(session, row, workplace.today(), done_about(workplace, session, row))


def done_about(workplace: Workplace, session: Session, row: CustomerRequest) -> RequestDone:
    """What was done about a request so far; of a suspension nothing is, for its answer does it."""
    kind = RequestKind(row.kind)
    if kind is RequestKind.ERASURE:
        return _erased(erasure_of(workplace, session, row))
    if kind is RequestKind.DISCLOSURE:
        return RequestDone(_disclosed(session, row.number))
    customer = session.get(Customer, row.customer_id) if row.customer_id is not None else None
    if customer is None:
        return RequestDone()
    if kind is RequestKind.CORRECTION:
        return RequestDone(_corrected(session, customer, row.received_on))
    if kind is RequestKind.PURPOSE:
        return RequestDone(_told(session, customer, row.received_on))
    return RequestDone()


def erasure_of(workplace: Workplace, session: Session, row: CustomerRequest) -> ErasureAnswer | None:
    """What a request for erasure has come to; None while nobody known is concerned."""
    customer = session.get(Customer, row.customer_id) if row.customer_id is not None else None
    key = customer.record_id if customer else row.customer_number
    if not key:
        return None
    try:
        return ErasureRequests(workplace).answer_within(session, key)
    except RecordGone:
        return None


def _erased(answer: ErasureAnswer | None) -> RequestDone:
    if answer is None:
        return RequestDone()
    if answer.outcome is ErasureOutcome.REFUSED and answer.on_hold:
        return RequestDone(erasure=ErasureOutcome.BLOCKED)
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


def _corrected(session: Session, customer: Customer, received_on: str) -> str:
    """The day of the last change since the request came that was not undone."""
    since = stamp(datetime.combine(date.fromisoformat(received_on), time.min, JAPAN))
    keys = [one.id for one in consents.registrations(session, customer)]
    found = audit_log.entries(
        session,
        limit=_EVERY,
        subjects=disclosure.subjects(session, keys),
        actions=CORRECTIONS | _UNDOINGS,
    )
    undone = 0
    for entry in found:
        if entry.at < since:
            return ""
        if entry.action in _UNDOINGS:
            undone += 1
        elif undone:
            undone -= 1
        else:
            return office_day(moment_of(entry.at)).isoformat()
    return ""


def _told(session: Session, customer: Customer, received_on: str) -> str:
    """The day on which the customer was last given the notice, since the request came."""
    days = [one.given_on for one in consents.given(session, customer) if one.given_on >= received_on]
    return max(days, default="")
