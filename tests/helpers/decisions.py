"""Decisions of a review as somebody makes them who has just looked at it."""

from __future__ import annotations

from collections.abc import Iterable

from hvacdesk.domain.disposal.disposal import Decision, ReviewRow
from hvacdesk.domain.roles import Actor
from hvacdesk.services.disposal.review import Reviews


def decide(
    reviews: Reviews,
    actor: Actor,
    batch: str,
    customer: str,
    decision: Decision,
    *,
    hold_reason: str = "",
    hold_until: str = "",
) -> None:
    """Decide about one customer."""
    (row,) = reviews.rows(actor, batch, [customer])
    reviews.decide(
        actor,
        batch,
        customer,
        decision,
        shown=row.decided,
        hold_reason=hold_reason,
        hold_until=hold_until,
    )


def decide_all(
    reviews: Reviews, actor: Actor, batch: str, customers: Iterable[str], decision: Decision
) -> tuple[ReviewRow, ...]:
    """Decide alike about many."""
    shown = {row.customer: row.decided for row in reviews.rows(actor, batch, tuple(customers))}
    return reviews.decide_all(actor, batch, shown, decision)


def propose(reviews: Reviews, actor: Actor, batch: str) -> None:
    """Propose what is decided."""
    reviews.propose(actor, batch, reviews.open_batch(actor, batch).decisions)
