"""Whom this person opened last. Ids alone, in memory alone: with the window they are gone.

Customers whose data was destroyed, or who were merged, are not among the rows that the service gives.
"""

from __future__ import annotations

MOST = 8


class RecentCustomers:
    """Record ids of customers, the one opened last first."""

    def __init__(self) -> None:
        self._ids: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """At most :data:`MOST` of them."""
        return self._ids

    def note(self, customer: str) -> None:
        """The person has this one in front now."""
        self._ids = (customer, *(one for one in self._ids if one != customer))[:MOST]
