"""The names of the staff, whose accounts are named in other records."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.store.models import Account


def account_names(session: Session) -> dict[str, str]:
    """Everyone who ever worked here, by account."""
    return {row.record_id: row.name for row in session.execute(select(Account.record_id, Account.name))}
