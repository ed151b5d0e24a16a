"""Disposals that are put off: what was set, until when, and who lifted it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import stamp
from hvacdesk.store.models import Customer, Hold


class HoldFacts(NamedTuple):
    """A hold in force. ``until`` is an ISO date, or empty for one without an end."""

    reason: str
    until: str


def set_hold(
    session: Session, customer: Customer, hold: HoldFacts, by: str, at: datetime, today: date
) -> None:
    """Put a customer's disposal off; an earlier hold ends with it."""
    lift_holds(session, customer, at, today)
    session.add(
        Hold(customer_id=customer.id, reason=hold.reason, until=hold.until, set_by=by, set_at=stamp(at))
    )


def hold_also(session: Session, customer: Customer, keys: Collection[int], today: date) -> bool:
    """Put a customer's disposal off as those of these holds do that bind; whether one does."""
    binding = session.scalars(select(Hold).where(Hold.id.in_(keys), _binds(today))).all()
    for hold in binding:
        session.add(
            Hold(
                customer_id=customer.id,
                reason=hold.reason,
                until=hold.until,
                set_by=hold.set_by,
                set_at=hold.set_at,
            )
        )
    return bool(binding)


def lift_holds(session: Session, customer: Customer, at: datetime, today: date) -> int:
    """End every hold of a customer that is in force; returns how many there were."""
    in_force = session.scalars(select(Hold).where(Hold.customer_id == customer.id, _binds(today))).all()
    for hold in in_force:
        hold.lifted_at = stamp(at)
    return len(in_force)


def in_force(session: Session, today: date) -> dict[int, HoldFacts]:
    """The hold in force on a day that lasts longest, by the customer's primary key."""
    rows = session.execute(
        select(Hold.customer_id, Hold.reason, Hold.until)
        .where(_binds(today))
        .order_by(Hold.until == "", Hold.until)
    )
    return {customer: HoldFacts(reason, until) for customer, reason, until in rows}


def _binds(today: date) -> ColumnElement[bool]:
    return and_(Hold.lifted_at == "", or_(Hold.until == "", Hold.until >= today.isoformat()))
