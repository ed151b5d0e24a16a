"""What the standing of the office's people is judged by, in a fixed number of queries."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.staff.standing import OfficeDemands, PersonFacts
from hvacdesk.store import records
from hvacdesk.store.models import Account
from hvacdesk.store.office.office import accounts
from hvacdesk.store.staff import rule_texts, training


def demands(session: Session) -> OfficeDemands:
    """What the office asks. While no rule is in force it asks nothing, the training included."""
    found = rule_texts.in_force(session)
    if not found:
        return OfficeDemands()
    return OfficeDemands(found, rule_texts.first_in_force(session))


def person(session: Session, account: str) -> PersonFacts | None:
    """One person; None where the office knows no such account."""
    row = records.find(session, Account, account)
    if row is None:
        return None
    return _facts(row, rule_texts.acknowledged(session, account), training.last_passed(session, account))


def everybody(session: Session) -> tuple[PersonFacts, ...]:
    """Everybody who works or worked here, in the order of joining."""
    read, passed = rule_texts.everybodys_acknowledgements(session), training.everybody_last_passed(session)
    return tuple(
        _facts(row, read.get(row.record_id, {}), passed.get(row.record_id, "")) for row in accounts(session)
    )


def _facts(row: Account, read: dict[str, date], passed: str) -> PersonFacts:
    return PersonFacts(
        account=row.record_id,
        name=row.name,
        joined_on=office_day(moment_of(row.added_at)),
        active=row.active,
        acknowledged=read,
        trained_on=date.fromisoformat(passed) if passed else None,
    )
