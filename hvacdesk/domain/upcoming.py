"""What comes due in the months ahead, as long as nothing new is recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hvacdesk.domain.periods import ONE_DAY, month_end
from hvacdesk.domain.retention import Standing, Verdict

MONTHS = 12


@dataclass(frozen=True)
class MonthAhead:
    """One month, ``YYYY-MM``: how many become due in it, and how many reducible before they are due."""

    month: str
    due: int
    reducible: int


def months_ahead(verdicts: Iterable[Verdict], today: date) -> tuple[MonthAhead, ...]:
    """The next twelve months, the one after this first."""
    months = [f"{month_end(today.year, today.month + ahead):%Y-%m}" for ahead in range(1, MONTHS + 1)]
    due: Counter[str] = Counter()
    reducible: Counter[str] = Counter()
    for verdict in verdicts:
        if verdict.keep_until is None or verdict.standing not in {Standing.KEPT, Standing.REDUCIBLE}:
            continue
        due[f"{verdict.keep_until + ONE_DAY:%Y-%m}"] += 1
        first = reducible_from(verdict)
        if first is not None and first <= verdict.keep_until:
            reducible[f"{first:%Y-%m}"] += 1
    return tuple(MonthAhead(month, due[month], reducible[month]) for month in months)


def reducible_from(verdict: Verdict) -> date | None:
    """The first day on which a field that is held back may go; None when that cannot be told."""
    ends = []
    for field in verdict.held_back:
        keeping = [reason.keep_until for reason in verdict.reasons if field in reason.keeps]
        if None in keeping:
            return None
        known = [end for end in keeping if end is not None]
        if known:
            ends.append(max(known))
    return min(ends) + ONE_DAY if ends else None
