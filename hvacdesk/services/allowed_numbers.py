"""A person's statement that what looks like a card number is something else: logged where it was needed."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.refused_numbers import RefusedNumber
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session


def note_allowed(
    workplace: Workplace, session: Session, actor: Actor, subject: str, check: Callable[[], object]
) -> None:
    """Log the statement if ``check``, made without it, refuses a number; the entry names the field alone."""
    try:
        check()
    except RefusedNumber as refused:
        workplace.record(session, actor, Action.NUMBER_ALLOWED, subject, field=refused.field)
