"""Deadlines of a leak against cases worked out by hand with a paper calendar.

Each case names the source of its rule: 個人情報保護法施行規則, ガイドライン（通則編）,
行政機関の休日に関する法律,
国民の祝日に関する法律.
"""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.incidents.leak_deadlines import deadlines
from hvacdesk.domain.incidents.leak_rules import LeakLaw
from hvacdesk.services.calendar.holidays import is_working_day
from hvacdesk.services.incidents.law import leak_law

PLAIN = "施行規則 8条2項"
WEEKEND = "通則編 3-5-3-4、行政機関の休日法 1条1項1号（土日）"
HOLIDAY = "通則編 3-5-3-4、祝日法 2条"
YEAR_END = "通則編 3-5-3-4、行政機関の休日法 1条1項3号（12/29～1/3）"
SUBSTITUTE = "通則編 3-5-3-4、祝日法 3条2項（振替休日）"
SANDWICHED = "通則編 3-5-3-4、祝日法 3条3項（国民の休日）"

CASES = (
    # rule, known on, improper, day 30 or 60, due
    (PLAIN, "2026-11-02", False, "2026-12-01", "2026-12-01"),
    (PLAIN, "2026-11-05", False, "2026-12-04", "2026-12-04"),
    (WEEKEND, "2026-11-06", False, "2026-12-05", "2026-12-07"),
    (WEEKEND, "2026-11-07", False, "2026-12-06", "2026-12-07"),
    (PLAIN, "2026-11-29", False, "2026-12-28", "2026-12-28"),
    (YEAR_END, "2026-11-30", False, "2026-12-29", "2027-01-04"),
    (YEAR_END, "2026-12-01", False, "2026-12-30", "2027-01-04"),
    (YEAR_END, "2026-12-02", False, "2026-12-31", "2027-01-04"),
    (YEAR_END, "2026-12-03", False, "2027-01-01", "2027-01-04"),
    (YEAR_END, "2026-12-04", False, "2027-01-02", "2027-01-04"),
    (YEAR_END, "2026-12-05", False, "2027-01-03", "2027-01-04"),
    (PLAIN, "2026-12-06", False, "2027-01-04", "2027-01-04"),
    (YEAR_END, "2024-12-01", False, "2024-12-30", "2025-01-06"),
    (YEAR_END, "2025-11-30", False, "2025-12-29", "2026-01-05"),
    (YEAR_END, "2023-11-30", False, "2023-12-29", "2024-01-04"),
    (SUBSTITUTE, "2026-04-07", False, "2026-05-06", "2026-05-07"),
    (HOLIDAY, "2026-04-06", False, "2026-05-05", "2026-05-07"),
    (HOLIDAY, "2026-04-04", False, "2026-05-03", "2026-05-07"),
    (WEEKEND, "2026-04-03", False, "2026-05-02", "2026-05-07"),
    (SUBSTITUTE, "2027-02-21", False, "2027-03-22", "2027-03-23"),
    (WEEKEND, "2027-02-19", False, "2027-03-20", "2027-03-23"),
    (SUBSTITUTE, "2025-01-26", False, "2025-02-24", "2025-02-25"),
    (SUBSTITUTE, "2025-10-26", False, "2025-11-24", "2025-11-25"),
    (SUBSTITUTE, "2024-07-14", False, "2024-08-12", "2024-08-13"),
    (SUBSTITUTE, "2024-08-25", False, "2024-09-23", "2024-09-24"),
    (SUBSTITUTE, "2024-10-06", False, "2024-11-04", "2024-11-05"),
    (SUBSTITUTE, "2024-01-14", False, "2024-02-12", "2024-02-13"),
    (SANDWICHED, "2026-08-24", False, "2026-09-22", "2026-09-24"),
    (WEEKEND, "2026-08-21", False, "2026-09-19", "2026-09-24"),
    (HOLIDAY, "2026-10-05", False, "2026-11-03", "2026-11-04"),
    (HOLIDAY, "2026-01-13", False, "2026-02-11", "2026-02-12"),
    (PLAIN, "2024-01-31", False, "2024-02-29", "2024-02-29"),
    (PLAIN, "2028-02-01", False, "2028-03-01", "2028-03-01"),
    (YEAR_END, "2026-11-01", True, "2026-12-30", "2027-01-04"),
    (YEAR_END, "2026-11-02", True, "2026-12-31", "2027-01-04"),
    (PLAIN, "2026-11-24", True, "2027-01-22", "2027-01-22"),
    (YEAR_END, "2026-10-31", True, "2026-12-29", "2027-01-04"),
    (SUBSTITUTE, "2026-03-08", True, "2026-05-06", "2026-05-07"),
    (SUBSTITUTE, "2027-01-22", True, "2027-03-22", "2027-03-23"),
    (SANDWICHED, "2026-07-25", True, "2026-09-22", "2026-09-24"),
    (WEEKEND, "2026-07-01", True, "2026-08-29", "2026-08-31"),
    (WEEKEND, "2025-12-31", True, "2026-02-28", "2026-03-02"),
)


@pytest.fixture(scope="module")
def law() -> LeakLaw:
    return leak_law(date(2026, 11, 24))


@pytest.mark.parametrize(("rule", "known", "improper", "day", "due"), CASES)
def test_the_final_report_is_due_when_the_calendar_says(
    law: LeakLaw, rule: str, known: str, improper: bool, day: str, due: str
) -> None:
    found = deadlines(date.fromisoformat(known), improper=improper, law=law, works_on=is_working_day)
    assert (found.final_day.isoformat(), found.final.isoformat()) == (day, due), rule


@pytest.mark.parametrize(
    ("known", "first", "last"),
    [
        ("2026-11-24", "2026-11-26", "2026-11-28"),  # ends on a Saturday and is not moved: 通則編 3-5-3-3
        ("2026-12-29", "2026-12-31", "2027-01-02"),
        ("2024-02-27", "2024-02-29", "2024-03-02"),
    ],
)
def test_promptly_is_the_guidelines_three_to_five_days(
    law: LeakLaw, known: str, first: str, last: str
) -> None:
    found = deadlines(date.fromisoformat(known), improper=False, law=law, works_on=is_working_day)
    assert (found.preliminary_from.isoformat(), found.preliminary_to.isoformat()) == (first, last)


def test_there_are_cases_enough_of_each_kind() -> None:
    assert len(CASES) >= 30
    assert sum(rule == YEAR_END for rule, *_ in CASES) >= 5
    assert sum(rule == SUBSTITUTE for rule, *_ in CASES) >= 5
