"""Reminders: how long a unit is made for, and what stands in the calendar of duties, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.calendar.reminders import (
    REMINDER_CONSENT_NAMES,
    REMINDER_DUTIES,
    REMINDER_KIND_NAMES,
    REMINDER_OUTCOME_NAMES,
    ReminderConsent,
    ReminderFacts,
    ReminderKey,
    ReminderKind,
    ReminderOutcome,
    design_end,
    parse_after_service,
    reminder_duties,
    still_open,
)
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.services.calendar.reminders import shipped_after_service

TODAY = date(2026, 11, 24)


def facts(kind: ReminderKind, due: str, subject: str = "a") -> ReminderFacts:
    return ReminderFacts(ReminderKey(kind, subject, due), 1, 1, "")


def test_every_code_has_a_name() -> None:
    assert set(REMINDER_KIND_NAMES) == set(REMINDER_DUTIES) == set(ReminderKind)
    assert set(REMINDER_OUTCOME_NAMES) == set(ReminderOutcome)
    assert set(REMINDER_CONSENT_NAMES) == set(ReminderConsent)


def test_a_unit_made_in_2016_is_within_its_ten_years_until_the_end_of_2026() -> None:
    known = shipped_after_service()
    assert (known.design_years, known.as_of) == (10, "2026-11")
    assert "長期使用製品安全表示制度" in known.design_source
    assert "17条" in known.reminder_source
    assert design_end(2016, known.design_years) == date(2026, 12, 31)
    assert design_end(2016, 7) == date(2023, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        'format = 2\nas_of = ""\n[design_period]\nyears = 10\nsource = ""\n[reminder]\nsource = ""',
        'format = 1\nas_of = ""\n[design_period]\nyears = 10\n[reminder]\nsource = ""',
        'format = 1\nas_of = ""\n[design_period]\nyears = 10\nsource = ""',
    ],
)
def test_another_form_of_the_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        parse_after_service(text)


def test_warranties_stand_by_month_with_their_number_and_earliest_day() -> None:
    found = [
        facts(ReminderKind.WARRANTY, "2026-12-20", "a"),
        facts(ReminderKind.WARRANTY, "2026-12-03", "b"),
        facts(ReminderKind.WARRANTY, "2027-01-10", "c"),
        facts(ReminderKind.WARRANTY, "2027-03-01", "d"),  # further ahead than three months
    ]
    duties = [(one.kind, one.due.isoformat(), one.about) for one in reminder_duties(found, 0, TODAY)]
    assert duties == [
        (DutyKind.WARRANTIES, "2026-12-03", "2026-12 (2)"),
        (DutyKind.WARRANTIES, "2027-01-10", "2027-01 (1)"),
    ]


def test_units_past_their_period_are_due_within_the_year_and_never_overdue() -> None:
    (duty,) = reminder_duties([], 2, TODAY)
    assert (duty.kind, duty.due, duty.about) == (
        DutyKind.DESIGN_PERIODS,
        date(2026, 12, 31),
        "2026-12 (2)",
    )
    assert not duty.overdue(TODAY)


def test_agreed_work_whose_day_has_passed_is_overdue() -> None:
    (duty,) = reminder_duties([facts(ReminderKind.RECURRING, "2026-10-01")], 0, TODAY)
    assert duty.overdue(TODAY)
    assert (duty.kind, duty.record) == (DutyKind.RECURRING_WORK, "recurring")


def test_what_was_seen_to_waits_no_more_but_its_next_round_does() -> None:
    first, later = (facts(ReminderKind.RECURRING, day) for day in ("2026-12-01", "2027-12-01"))
    assert still_open([later, first], [first.key]) == (later,)
    assert still_open([later, first], []) == (first, later)
