"""Contracts on a visit: the eight days counted by hand, and the exception kept narrow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.errors import BadDate, InvalidInput, Missing
from hvacdesk.domain.jobs.visit_contracts import (
    VISIT_EXCEPTION_NAMES,
    WITHDRAWAL_WAY_NAMES,
    VisitException,
    VisitRecord,
    WithdrawalWay,
    checked_visit,
    cooling_off_end,
    parse_visit_law,
    view_of,
)
from hvacdesk.services.jobs.visit_contracts import shipped_visit_law

TODAY = date(2026, 11, 24)
LAW = shipped_visit_law()
MADE = VisitRecord("2026-11-20", "受付 花子")
ASKED = replace(
    MADE,
    exception=VisitException.ASKED,
    asked_on="2026-11-19",
    asked_for="カタログの機種を指定して設置を申込み",
    confirmed=True,
)


def test_every_code_has_a_name() -> None:
    assert set(VISIT_EXCEPTION_NAMES) == set(VisitException)
    assert set(WITHDRAWAL_WAY_NAMES) == set(WithdrawalWay)


def test_the_law_is_dated_and_names_its_sources() -> None:
    assert (LAW.days, LAW.as_of) == (8, "2026-11")
    assert "9条" in LAW.cooling_source
    assert "赤枠" in LAW.paper_source
    assert "26条" in LAW.exception_source


def test_the_day_of_receipt_is_the_first_of_eight() -> None:
    # Received on Friday the 20th: 20, 21, 22, 23, 24, 25, 26, 27.
    assert cooling_off_end(date(2026, 11, 20), LAW.days) == date(2026, 11, 27)
    # Over the new year: 28, 29, 30, 31 December, 1, 2, 3, 4 January. Holidays move nothing.
    assert cooling_off_end(date(2026, 12, 28), LAW.days) == date(2027, 1, 4)


def test_without_its_paper_a_contract_can_be_withdrawn_for_ever() -> None:
    view = view_of(MADE, 1, LAW)
    assert (view.owed, view.paper_missing, view.ends) == (True, True, "")
    for late in ("2028-05-01", "2029-01-01"):
        assert view_of(replace(MADE, withdrawn_on=late), 1, LAW).in_time


@pytest.mark.parametrize(("sent", "in_time"), [("2026-11-27", True), ("2026-11-28", False)])
def test_a_notice_counts_by_the_day_on_which_it_was_sent(sent: str, in_time: bool) -> None:
    handed = replace(MADE, paper_on="2026-11-20")
    view = view_of(replace(handed, withdrawn_on=sent), 1, LAW)
    assert (view.ends, view.in_time) == ("2026-11-27", in_time)


def test_an_exception_owes_neither_paper_nor_days() -> None:
    for exception in (VisitException.ASKED, VisitException.BUSINESS):
        view = view_of(replace(ASKED, exception=exception), 1, LAW)
        assert (view.owed, view.paper_missing, view.ends) == (False, False, "")
        withdrawn = replace(ASKED, exception=exception, withdrawn_on=TODAY.isoformat())
        assert not view_of(withdrawn, 1, LAW).in_time


@pytest.mark.parametrize("field", ["asked_on", "asked_for"])
def test_who_is_said_to_have_called_called_on_a_day_for_something(field: str) -> None:
    with pytest.raises(Missing) as refusal:
        checked_visit(replace(ASKED, **{field: ""}), TODAY)
    assert refusal.value.field == field


def test_the_exception_needs_the_word_that_nothing_was_added() -> None:
    with pytest.raises(InvalidInput) as refusal:
        checked_visit(replace(ASKED, confirmed=False), TODAY)
    assert refusal.value.field == "confirmed"
    with pytest.raises(BadDate):
        checked_visit(replace(ASKED, asked_on="2026-11-21"), TODAY)
    assert checked_visit(ASKED, TODAY).exception is VisitException.ASKED


def test_what_the_customer_called_for_is_kept_for_that_exception_alone() -> None:
    kept = checked_visit(replace(ASKED, exception=VisitException.NONE), TODAY)
    assert (kept.asked_on, kept.asked_for) == ("", "")


@pytest.mark.parametrize(
    ("field", "value", "refusal"),
    [
        ("contract_on", "", Missing),
        ("contract_on", "2026-11-25", BadDate),
        ("seller", " ", Missing),
        ("paper_on", "2026-11-19", BadDate),
        ("paper_on", "2026-11-25", BadDate),
        ("withdrawn_on", "2026-11-19", BadDate),
    ],
)
def test_days_that_cannot_be_are_refused(field: str, value: str, refusal: type[InvalidInput]) -> None:
    with pytest.raises(refusal) as raised:
        checked_visit(replace(MADE, **{field: value}), TODAY)
    assert raised.value.field == field


@pytest.mark.parametrize(
    "text",
    [
        'format = 2\nas_of = ""\n[cooling_off]\ndays = 8\nsource = ""\n[paper]\n[exception]\n',
        'format = 1\nas_of = ""\n[cooling_off]\ndays = 8\n[paper]\nsource = ""\n[exception]\nsource = ""',
        'format = 1\nas_of = ""\n[cooling_off]\ndays = 8\nsource = ""',
    ],
)
def test_another_form_of_the_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not"):
        parse_visit_law(text)
