"""Whose wish to be erased it is, once two customers that were merged are told apart again.

The mark on a customer follows the request that it is for: one that was begun while the two were one is set
for whom asked, and one whose request was taken back or refused meanwhile is nobody's any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hvacdesk.domain.requests.requests import OPEN_REQUESTS, RequestKind
from hvacdesk.services.requests.request_facts import asks_for_erasure
from hvacdesk.store.customers import customers
from hvacdesk.store.engine import Session
from hvacdesk.store.requests import requests

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer


class _DaysAsked(NamedTuple):
    """The days of a customer's requests for erasure: of all, of those that stand, of those not answered."""

    all: frozenset[str]
    asking: frozenset[str]
    waiting: frozenset[str]

    @property
    def ended(self) -> frozenset[str]:
        """The days of those alone that were taken back or refused."""
        return self.all - self.asking


def divide_wish(session: Session, one: Customer, other: Customer, former: str, taken: str) -> None:
    """Mark the kept customer and the duplicate, whose requests went back, each for their own wish alone.

    Args:
        former: the kept one's mark before the merge.
        taken: the same after it.
    """
    now = one.erasure_asked_on
    mine, theirs = _asked(session, one), _asked(session, other)
    own = {former if now == taken else now} - mine.ended - (theirs.all - mine.asking)
    own |= {now, *customers.wishes_in(session, one)} & mine.asking
    own |= {former} & mine.waiting  # the mark went when the other took their request back
    customers.note_erasure_asked(session, one, max(own, default=""))
    others = {other.erasure_asked_on} - theirs.ended
    others |= {now} & theirs.asking
    customers.note_erasure_asked(session, other, max(others, default=""))


def _asked(session: Session, customer: Customer) -> _DaysAsked:
    rows = requests.of_kind(session, RequestKind.ERASURE, customer)
    return _DaysAsked(
        frozenset(row.received_on for row in rows),
        frozenset(row.received_on for row in rows if asks_for_erasure(row)),
        frozenset(row.received_on for row in rows if row.state in OPEN_REQUESTS),
    )
