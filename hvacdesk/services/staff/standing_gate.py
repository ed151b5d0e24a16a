"""The one gate that closes reveal and export to those who let the time for rules or training pass.

The audit log holds it: an entry of these actions is written before anything is shown or handed out, so a new
reveal or export passes through here without doing anything for it.

What others are owed never asks: work orders, and telling the persons concerned of a leak
(``SHOWN_FOR_INCIDENT``). 個人情報保護法 26条2項 wants them told promptly, and a missing training is no
reason to leave them in the dark; in an office with one person responsible nobody else could do it. The leak
desk alone writes that entry, for customers on an incident's list, so it opens no other way to hidden values.
"""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.staff.standing import DutiesOverdue, StaffStanding, standing
from hvacdesk.store.engine import Session
from hvacdesk.store.staff import standing as duty_facts

STANDING_NEEDED = frozenset(
    {
        Action.REVEALED,
        Action.CUSTOMERS_EXPORTED,
        Action.INVOICE_SAVED,
        Action.RECEIPT_SAVED,
        Action.PAYMENT_REMINDER_SAVED,
        Action.ESTIMATE_SAVED,
        Action.INVOICES_EXPORTED,
        Action.BOOKS_EXPORTED,
    }
)
"""What needs rules and training in order."""


def standing_of(session: Session, account: str) -> StaffStanding | None:
    """A person's standing; None for one without an account, as after a recovery."""
    person = duty_facts.person(session, account)
    return None if person is None else standing(person, duty_facts.demands(session))


def require_standing(session: Session, actor: Actor, today: date) -> None:
    """Raise :class:`DutiesOverdue` if the actor's 30 days are over."""
    found = standing_of(session, actor.account)
    if found is not None and found.overdue(today):
        raise DutiesOverdue
