"""Leaving out, after a restore, the numbers that may have been given out since the backup was taken."""

from __future__ import annotations

from hvacdesk.domain.backups.number_series import SERIES, NumbersLeftOut, SinceBackup, counters_of
from hvacdesk.domain.clock import office_day
from hvacdesk.store import counters
from hvacdesk.store.billing import estimates
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import work_orders


def leave_out(session: Session, since: SinceBackup) -> tuple[NumbersLeftOut, ...]:
    """Let every series go on further on, also those of years that began since the backup.

    Returns what is on papers and was in use when the backup was taken.
    """
    left_out = []
    taken, today = office_day(since.taken), office_day(since.now)
    for one in SERIES:
        for name, year in counters_of(one, taken.year, max(taken, today).year):
            last = counters.last(session, name)
            following = last + since.left_out(one, year)
            counters.raise_to(session, name, following)
            if one.label is not None and last:
                written = one.written(year, last), one.written(year, following + 1)
                left_out.append(NumbersLeftOut(one.label, *written))
    work_orders.leave_out_copies(session, since.left_out_of_one)
    estimates.leave_out_issues(session, since.left_out_of_one)
    return tuple(left_out)
