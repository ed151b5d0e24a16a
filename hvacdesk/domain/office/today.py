"""What falls due in the office by itself: the month's review, papers to sign, the yearly recovery sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.disposal.disposal import UNFINISHED, BatchState
from hvacdesk.domain.periods import month_end

REVIEW_FROM_DAY = 25
"""From this day of a month its disposal review can be held; until then the former month's is due."""

PLANS_AHEAD = timedelta(days=14)
"""Recurring work that nobody has booked is shown from so long before its day."""

SHEET_YEAR = timedelta(days=365)
"""How long a recovery sheet serves before it is renewed. Source: the design (product owner, 2026-11)."""


class DueKind(StrEnum):
    """What is due."""

    REVIEW = "review"
    CERTIFICATE = "certificate"
    RULES_PROPOSED = "rules_proposed"
    STAFF_OVERDUE = "staff_overdue"


@dataclass(frozen=True)
class DueItem:
    """One thing that is due.

    Attributes:
        about: the review's month, the certificate's number, or how many texts or people it is about.
        record: the record id of the batch; empty for a review that nobody began.
    """

    kind: DueKind
    about: str
    record: str = ""


def month_to_review(today: date, reviewed: str, since: str) -> str:
    """The month ``YYYY-MM`` whose disposal review should be held now; empty when it was, or is not yet due.

    Args:
        reviewed: the newest month whose review was handed in, or empty.
        since: the month in which the office began.
    """
    former = today.replace(day=1) - timedelta(days=1)
    month = f"{today if today.day >= REVIEW_FROM_DAY else former:%Y-%m}"
    return month if reviewed < month and since <= month else ""


def review_to_open(today: date, since: str, reviews: Iterable[tuple[str, BatchState]]) -> str:
    """The month ``YYYY-MM`` whose disposal review is meant by who opens the review today.

    Until the 25th that is the month before: nobody is through with this one yet. It is this month where its
    review was begun early, and in the month in which the office began. A review of the month before that was
    begun and waits comes first, whatever the day.

    Args:
        since: as for :func:`month_to_review`.
        reviews: the months of all reviews so far, with their states.
    """
    this, former = f"{today:%Y-%m}", f"{today.replace(day=1) - timedelta(days=1):%Y-%m}"
    found = set(reviews)
    if any((former, state) in found for state in UNFINISHED):
        return former
    begun = any(month == this for month, _state in found)
    return this if begun or today.day >= REVIEW_FROM_DAY or former < since else former


def review_due(today: date, reviewed: str, since: str) -> tuple[str, date]:
    """The month whose disposal review is held next, and the day by which that should be done: its last.

    The arguments are those of :func:`month_to_review`, whose answer it is wherever there is one.
    """
    month = month_to_review(today, reviewed, since) or max(f"{today:%Y-%m}", since)
    last = month_end(int(month[:4]), int(month[5:]))
    if reviewed >= month:
        last = month_end(last.year, last.month + 1)
    return f"{last:%Y-%m}", last


def sheet_aged(created_on: str, today: date) -> bool:
    """Whether a recovery sheet of that ISO day has served its year."""
    return date.fromisoformat(created_on) + SHEET_YEAR <= today
