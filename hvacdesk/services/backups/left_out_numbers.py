"""Leaving out, after a restore, the numbers that may have been given out since the backup was taken."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.backups.number_series import (
    COPIES_LEFT_OUT,
    ISSUES_LEFT_OUT,
    SERIES,
    NumbersLeftOut,
    counters_of,
)
from hvacdesk.store import counters
from hvacdesk.store.billing import estimates
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import work_orders


def leave_out(session: Session, taken: date, today: date, lost_entries: int) -> tuple[NumbersLeftOut, ...]:
    """Let every series go on further on; returns what is on papers and was in use when the backup was taken.

    Args:
        taken: when the backup was; ``today``: series of all years since then go on further on.
        lost_entries: how many entries of the log are known to be lost; one of them may stand for many
            numbers, so that this is the least.
    """
    left_out = []
    for one in SERIES:
        for name, year in counters_of(one, taken.year, max(taken, today).year):
            last = counters.last(session, name)
            following = last + max(one.left_out, lost_entries)
            counters.raise_to(session, name, following)
            if one.label is not None and last:
                written = one.written(year, last), one.written(year, following + 1)
                left_out.append(NumbersLeftOut(one.label, *written))
    work_orders.leave_out_copies(session, COPIES_LEFT_OUT)
    estimates.leave_out_issues(session, ISSUES_LEFT_OUT)
    return tuple(left_out)
