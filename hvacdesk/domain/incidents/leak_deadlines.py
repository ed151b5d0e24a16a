"""By when a leak is reported: the day of knowing is day 1, and day 30 or 60 moves over days of rest.

Sources: 個人情報保護法施行規則 第8条; ガイドライン（通則編）3-5-3-3, 3-5-3-4; 行政機関の休日に関する法律. The
guideline's days for the preliminary report are not moved: its form can be sent on any day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from hvacdesk.domain.incidents.leak_rules import LeakLaw

WorksOn = Callable[[date], bool]
"""Whether public offices work on that day: neither weekend, national holiday, nor 12/29–1/3."""


@dataclass(frozen=True)
class Deadlines:
    """The days of both reports.

    Attributes:
        preliminary_from, preliminary_to: the guideline's span for "promptly".
        final_day: day 30 or 60 itself; ``final`` is that day or, over days of rest, the next working one.
    """

    preliminary_from: date
    preliminary_to: date
    final_day: date
    final: date


def deadlines(known_on: date, *, improper: bool, law: LeakLaw, works_on: WorksOn) -> Deadlines:
    """The deadlines of a leak that became known on a day."""
    first, last = law.preliminary
    day = _day(known_on, law.final_improper if improper else law.final, law)
    return Deadlines(_day(known_on, first, law), _day(known_on, last, law), day, _working(day, works_on))


def _day(known_on: date, number: int, law: LeakLaw) -> date:
    return known_on + timedelta(days=number - law.first_day)


def _working(day: date, works_on: WorksOn) -> date:
    while not works_on(day):
        day += timedelta(days=1)
    return day
