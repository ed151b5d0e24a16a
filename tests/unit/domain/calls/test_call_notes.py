"""When a call back is late, on the office's clock whatever the computer's is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from hvacdesk.domain.calls.call_notes import CallSubject, check_call_back, is_overdue, likely_work
from hvacdesk.domain.errors import BadDate, BadTime
from hvacdesk.domain.jobs.jobs import WorkKind

JAPAN = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("due", "now", "late"),
    [
        ("", "2026-11-24 10:30", False),
        ("2026-11-24T10:30", "2026-11-24 10:29", False),
        ("2026-11-24T10:30", "2026-11-24 10:30", True),
        ("2026-11-24", "2026-11-24 23:59", False),
        ("2026-11-24", "2026-11-25 00:00", True),
        ("2026-11-25T09:00", "2026-11-24 23:00", False),
    ],
)
def test_a_call_back_is_late_from_its_minute_or_after_its_day(due: str, now: str, late: bool) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=JAPAN)
    assert is_overdue(due, moment) is late
    assert is_overdue(due, moment.astimezone(UTC)) is late


def test_what_is_promised_lies_from_today_to_a_year_ahead() -> None:
    today = date(2026, 11, 24)
    assert check_call_back("2026-11-24", today) == "2026-11-24"
    assert check_call_back("2026-11-24T9:05", today) == "2026-11-24T09:05"
    assert check_call_back("", today) == ""
    for wrong in ("2026-11-23", "2027-12-01", "T09:00", "24日"):
        with pytest.raises(BadDate):
            check_call_back(wrong, today)
    with pytest.raises(BadTime):
        check_call_back("2026-11-24T24:00", today)


@pytest.mark.parametrize(
    ("subject", "work"),
    [
        (CallSubject.BREAKDOWN, WorkKind.REPAIR),
        (CallSubject.COMPLAINT, WorkKind.REPAIR),
        (CallSubject.REMINDER, WorkKind.INSPECT),
        (CallSubject.BOOKING, None),
        (CallSubject.CHANGE, None),
        (CallSubject.INVOICE, None),
        (CallSubject.SALES, None),
        (CallSubject.OTHER, None),
    ],
)
def test_what_was_called_about_says_which_work_is_likely(subject: CallSubject, work: WorkKind | None) -> None:
    assert likely_work(subject) is work
