"""Which backups of one epoch are kept: the newest of each of 7 days, 4 weeks and 12 months.

Source: the design page of the vault, "Backups" (product owner, 2026-11). Only days, weeks and months that
have a backup count, so a desk that was closed for a month still has its last seven days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from hvacdesk.domain.clock import moment_of, office_day

_RULES: tuple[tuple[int, Callable[[date], object]], ...] = (
    (7, lambda day: day),
    (4, lambda day: day.isocalendar()[:2]),
    (12, lambda day: (day.year, day.month)),
)


def kept(taken: Iterable[str]) -> frozenset[int]:
    """The positions of those that are kept.

    Args:
        taken: stamps of the backups, the newest backup first; the order counts where a clock was wrong.
    """
    days = [office_day(moment_of(stamp)) for stamp in taken]
    return frozenset({0} if days else ()).union(*(_newest(days, count, period) for count, period in _RULES))


def _newest(days: Sequence[date], count: int, period: Callable[[date], object]) -> frozenset[int]:
    """Positions of the newest backup in each of the newest periods that have one."""
    first: dict[object, int] = {}
    for position, day in enumerate(days):
        first.setdefault(period(day), position)
    return frozenset(sorted(first.values())[:count])
