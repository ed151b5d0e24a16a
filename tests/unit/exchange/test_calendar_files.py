"""Calendar files: what RFC 5545 asks for, read back by another program's parser."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.exchange.calendar_files import MIME_LIMIT, DayEvent, calendar_file

MADE = datetime(2026, 11, 25, 3, 4, 5, tzinfo=UTC)


def read(file: bytes) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(file.decode())


def event(summary: str = "月末の廃棄点検  2026-11") -> DayEvent:
    return DayEvent("disposal-1@hvacdesk", date(2026, 11, 30), summary, 3)


def test_an_event_is_a_whole_day_with_a_reminder() -> None:
    calendar = read(calendar_file([event()], "事務所の予定", MADE))
    assert (calendar["VERSION"], calendar["X-WR-CALNAME"]) == ("2.0", "事務所の予定")
    (found,) = calendar.walk("VEVENT")
    assert found["UID"] == "disposal-1@hvacdesk"
    assert found["SUMMARY"] == "月末の廃棄点検  2026-11"
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2026, 11, 30), date(2026, 12, 1))
    assert found["DTSTAMP"].dt == MADE
    (alarm,) = found.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(days=-3))


def test_every_line_ends_as_asked_and_holds_75_octets_at_most() -> None:
    file = calendar_file([event("協力会社の確認 " * 30)], "予定", MADE)
    assert file.count(b"\n") == file.count(b"\r\n") == file.count(b"\r")
    assert file.endswith(b"END:VCALENDAR\r\n")
    lines = file.split(b"\r\n")
    assert max(map(len, lines)) <= MIME_LIMIT
    assert any(line.startswith(b" ") for line in lines)
    for line in lines:
        line.decode()  # no character is cut in two


@pytest.mark.parametrize("text", ["a,b;c\\d", "一行目\n二行目", "BEGIN:VEVENT", "\x00\x07ベル", "\\n"])
def test_no_text_can_break_out_of_its_line(text: str) -> None:
    (found,) = read(calendar_file([event(text)], "予定", MADE)).walk("VEVENT")
    assert found["SUMMARY"] == text.replace("\x00", "").replace("\x07", "")


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn", "Cf", "Co", "Zs")), max_size=200)
)
def test_any_text_is_read_back(text: str) -> None:
    (found,) = read(calendar_file([event(text)], "予定", MADE)).walk("VEVENT")
    assert found["SUMMARY"] == text


def test_a_calendar_without_events_is_one_too() -> None:
    assert read(calendar_file([], "予定", MADE)).walk("VEVENT") == []
