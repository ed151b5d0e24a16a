"""What a report may be, what is kept of its time, and the shipped rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.errors import Missing, TooLong, UnprintableCharacter
from hvacdesk.domain.report_box.report_box import (
    Author,
    Message,
    Named,
    ReaderNotes,
    Report,
    ReportCategory,
    ReportState,
    may_read,
    week_of,
)
from hvacdesk.domain.report_box.report_box_input import (
    ADDITION_LIMIT,
    REPORT_LIMIT,
    ReceiptMistyped,
    clean_addition,
    clean_receipt,
    clean_report,
    grouped_receipt,
)
from hvacdesk.domain.report_box.report_box_rules import BoxRules, parse_box_rules
from hvacdesk.domain.roles import Role
from hvacdesk.resource_files import resource

TODAY = date(2026, 11, 25)
READER = Named("a" * 32, "責任 一郎", "0000 1111")


def report(text: str = "本文", on: str = "2026-11-23") -> Report:
    message = Message(Author.REPORTER, text, on)
    return Report(ReportCategory.LAW, "", (message,), (READER,), (Named("b" * 32, "副責任 五郎", "2222"),))


def rules() -> BoxRules:
    return parse_box_rules(resource("legal", "report_box.toml").read_text(encoding="utf-8"))


@given(st.dates(date(2000, 1, 3), date(2100, 1, 1)))
def test_of_a_day_only_its_monday_is_kept(day: date) -> None:
    kept = date.fromisoformat(week_of(day))
    assert kept.weekday() == 0
    assert timedelta(0) <= day - kept < timedelta(7)


def test_a_megabyte_is_refused_and_the_limit_is_not() -> None:
    assert clean_report("あ" * REPORT_LIMIT) == "あ" * REPORT_LIMIT
    for text in ("あ" * (REPORT_LIMIT + 1), "x" * 1_000_000):
        with pytest.raises(TooLong) as refused:
            clean_report(text)
        assert refused.value.limit == REPORT_LIMIT
    with pytest.raises(TooLong):
        clean_addition("x" * (ADDITION_LIMIT + 1))
    with pytest.raises(Missing):
        clean_report(" \n ")
    with pytest.raises(UnprintableCharacter):
        clean_report("a\x00b")


def test_nothing_of_a_text_is_cut_off_in_silence() -> None:
    """Blank lines alone may be many; what comes after them is never lost."""
    with pytest.raises(TooLong):
        clean_report("abc" + " " * 200_000 + "what the report is about")


def test_script_and_markup_stay_what_they_are() -> None:
    text = "<script>alert(1)</script>\n<b>太字</b> & 'x'"
    assert clean_report(text) == text


@pytest.mark.parametrize("typed", ["1234567890123456", "1234 5678 9012 3456", "１２３４-５６７８ 9012‐3456"])
def test_a_receipt_is_read_however_it_is_grouped(typed: str) -> None:
    assert clean_receipt(typed) == "1234567890123456"
    assert clean_receipt(grouped_receipt(clean_receipt(typed))) == "1234567890123456"


@pytest.mark.parametrize(
    "typed", ["", "123456789012345", "12345678901234567", "123456789012345a", "٣" * 16, "1" * 10**6]
)
def test_what_is_no_receipt_is_not_looked_up(typed: str) -> None:
    with pytest.raises(ReceiptMistyped):
        clean_receipt(typed)


def test_a_report_comes_back_as_it_was_written() -> None:
    whole = report("𠮷野家\n<b>").with_message(Message(Author.READER, "回答", "2026-11-25", "責任 一郎"))
    assert Report.from_json(whole.to_json()) == whole
    notes = ReaderNotes().with_note(Message(Author.READER, "引き継ぎ", "2026-11-25", "責任 一郎"))
    assert ReaderNotes.from_json(notes.to_json()) == notes


def test_what_a_reporter_adds_opens_a_closed_report_again() -> None:
    closed = report().in_state(ReportState.CLOSED, TODAY)
    assert closed.closed_on == "2026-11-25"
    again = closed.with_message(Message(Author.REPORTER, "追記", "2026-11-23"))
    assert (again.state, again.closed_on) == (ReportState.READ, "")
    answered = closed.with_message(Message(Author.READER, "回答", "2026-11-25", "x"))
    assert answered.state is ReportState.CLOSED


def test_the_shipped_rules_name_their_sources() -> None:
    found = rules()
    assert (found.notice_days, found.keep_months) == (20, 12)
    assert found.notice_source
    assert found.keep_source
    assert all(desk.source and desk.name.text for desk in found.desks)
    assert found.notice_due(report(on="2026-11-23")) == date(2026, 12, 13)


def test_a_closed_report_is_over_after_its_period_and_an_open_one_never() -> None:
    found = rules()
    closed = report().in_state(ReportState.CLOSED, date(2026, 2, 28))
    assert not found.is_over(closed, date(2027, 2, 28))
    assert found.is_over(closed, date(2027, 3, 1))
    assert not found.is_over(report(), date(2099, 1, 1))


def test_a_text_of_the_rules_that_nobody_translated_is_refused() -> None:
    content = resource("legal", "report_box.toml").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="translated"):
        parse_box_rules(content.replace("Misuse or loss of personal data.", "Something new."))
    with pytest.raises(ValueError, match="newer"):
        parse_box_rules(content.replace("format = 1", "format = 2"))


def test_readers_are_the_owners() -> None:
    assert [role for role in Role if may_read(frozenset({role}))] == [Role.OWNER]
