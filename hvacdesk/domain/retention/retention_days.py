"""The days on which a customer's standing changes by itself, as long as nothing new is recorded.

A judgement depends on recorded facts, on the rules, and on the day only through comparisons with the ends of
periods and holds. Those few days, stored with a customer, answer for any day what the whole judgement would.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hvacdesk.domain.periods import ONE_DAY
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import CustomerFacts, Reason, Standing


@dataclass(frozen=True)
class RetentionDays:
    """When a customer's standing changes.

    Attributes:
        due_from: the first day on which everything may be destroyed; None while no end can be told.
        reducible_from: the first day on which some field may be destroyed before the rest, or None.
        undecidable: whether no end can be told because something is missing that somebody has to mend.
        held_until: the last day of the longest hold; ``date.max`` for one that holds until it is lifted.
    """

    due_from: date | None = None
    reducible_from: date | None = None
    undecidable: bool = False
    held_until: date | None = None

    def standing(self, day: date) -> Standing:
        """The standing on a day."""
        if self.held_until is not None and day <= self.held_until:
            return Standing.ON_HOLD
        if self.due_from is None:
            return Standing.UNDECIDABLE if self.undecidable else Standing.KEPT
        if day >= self.due_from:
            return Standing.DUE
        reducible = self.reducible_from is not None and day >= self.reducible_from
        return Standing.REDUCIBLE if reducible else Standing.KEPT


def days_of(person: CustomerFacts, reasons: Sequence[Reason]) -> RetentionDays:
    """The days that follow from the reasons of a customer's verdict."""
    held = max((hold.until or date.max for hold in person.holds), default=None)
    open_ones = [reason for reason in reasons if reason.keep_until is None]
    if open_ones:
        undecidable = not all(reason.in_progress for reason in open_ones)
        return RetentionDays(undecidable=undecidable, held_until=held)
    due = _after([reason.keep_until for reason in reasons])
    goes = min((_goes(field, reasons) for field in person.held), default=due)
    return RetentionDays(due, goes if goes < due else None, held_until=held)


def _goes(field: RecordField, reasons: Sequence[Reason]) -> date:
    """The first day on which no reason needs a field."""
    return _after([reason.keep_until for reason in reasons if field in reason.keeps])


def _after(ends: Sequence[date | None]) -> date:
    """The day after the last of the ends; the beginning of time where there is none."""
    last = max((end for end in ends if end is not None), default=None)
    return date.min if last is None else last + ONE_DAY
