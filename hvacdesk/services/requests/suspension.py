"""The gate before a locked record: every use case passes it where it writes its entry into the log."""

from __future__ import annotations

from collections.abc import Mapping

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.requests.suspension import CustomerSuspended, is_locked
from hvacdesk.store.engine import Session
from hvacdesk.store.requests import suspension as store

_ALSO = {"merged": "customer", "job": "job"}
"""Details of an entry that name another record which the act is about."""


def require_free(session: Session, action: Action, subject: str, details: Mapping[str, object]) -> None:
    """Allow an act about a record unless it belongs to a customer whose data is suspended.

    Each use case writes its entry in the transaction of what it does, so a refusal here undoes all of it.

    Raises:
        CustomerSuspended: nothing of the act remains.
    """
    if not is_locked(action, details):
        return
    subjects = [subject]
    subjects += [f"{kind}:{details[key]}" for key, kind in _ALSO.items() if details.get(key)]
    if any(store.reaches(session, one) for one in subjects):
        raise CustomerSuspended


def require_readable(session: Session, subject: str) -> None:
    """Allow somebody to read a record in full for a form, unless it belongs to a locked customer.

    Raises:
        CustomerSuspended: it does.
    """
    if store.reaches(session, subject):
        raise CustomerSuspended
