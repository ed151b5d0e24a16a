"""Orders to firms: what is refused, and the last day of payment, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.errors import BadDate, Missing, OutOfRange
from hvacdesk.domain.partners.partner_orders import (
    NEXT_STEPS,
    ORDER_STATE_NAMES,
    ORDER_STEP_NAMES,
    NewOrder,
    OrderState,
    OrderStep,
    PaidTooLate,
    checked_order,
    checked_step,
    latest_payment,
    payment_due,
    state_of,
)
from hvacdesk.domain.partners.purchase_deduction import parse_deduction
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.domain.text.wording import english
from hvacdesk.services.partners.partner_orders import shipped_deduction

TODAY = date(2026, 11, 24)
ORDER = NewOrder("f", "エアコン新設 2台", "2026-12-01", 66_000, "2027-01-29", place="名古屋市千種区")


def test_every_code_has_a_name() -> None:
    assert set(ORDER_STATE_NAMES) == set(NEXT_STEPS) == set(OrderState)
    assert set(ORDER_STEP_NAMES) == set(OrderStep)


def test_the_day_of_receipt_is_the_first_of_sixty() -> None:
    # 1 December is day 1, 31 December day 31, 29 January day 60.
    assert latest_payment(date(2026, 12, 1)) == date(2027, 1, 29)
    # Over the end of February of a leap year: 1 January 2028 is day 1, 31 January 31, 29 February 60.
    assert latest_payment(date(2028, 1, 1)) == date(2028, 2, 29)


def test_a_one_person_firm_is_not_ordered_from_with_a_later_day_of_payment() -> None:
    assert checked_order(ORDER, TODAY, one_person=True).pay_by == "2027-01-29"
    late = replace(ORDER, pay_by="2027-01-30")
    with pytest.raises(PaidTooLate) as refusal:
        checked_order(late, TODAY, one_person=True)
    assert refusal.value.details["latest"] == "2027-01-29"
    _what, _safe, todo = refusal.value.sentences(english)
    assert "2027-01-29 or an earlier day" in todo  # the last day itself is allowed
    assert checked_order(late, TODAY, one_person=False).pay_by == "2027-01-30"


def test_the_day_that_counts_follows_the_day_on_which_the_work_was_done() -> None:
    assert payment_due("2027-01-29", "", "2026-12-01", one_person=True) == ("2027-01-29", "2027-01-29")
    assert payment_due("2027-01-29", "2026-11-20", "2026-12-01", one_person=True) == (
        "2027-01-18",
        "2027-01-18",
    )
    assert payment_due("2026-12-25", "2026-12-20", "2026-12-01", one_person=True)[1] == "2026-12-25"
    assert payment_due("2027-03-31", "2026-11-20", "2026-12-01", one_person=False) == ("", "2027-03-31")


@pytest.mark.parametrize("field", ["firm", "work", "work_on", "place", "pay_by"])
def test_what_the_law_wants_told_is_never_empty(field: str) -> None:
    with pytest.raises(Missing):
        checked_order(replace(ORDER, **{field: ""}), TODAY, one_person=True)


def test_no_reward_and_no_card_number_is_taken() -> None:
    with pytest.raises(OutOfRange):
        checked_order(replace(ORDER, yen=0), TODAY, one_person=True)
    with pytest.raises(CardNumberFound):
        checked_order(replace(ORDER, work="4111 1111 1111 1111"), TODAY, one_person=True)


def test_a_step_lies_between_the_order_and_today() -> None:
    assert checked_step(OrderStep.PAID, "2026-11-24", "2026-11-20", TODAY) == "2026-11-24"
    for day, kind in (("", Missing), ("2026-11-19", BadDate), ("2026-11-25", BadDate)):
        with pytest.raises(kind):
            checked_step(OrderStep.PAID, day, "2026-11-20", TODAY)


def test_an_order_goes_from_ordered_to_paid_or_is_withdrawn() -> None:
    assert state_of("", "", "") is OrderState.ORDERED
    assert state_of("2026-12-01", "", "") is OrderState.RECEIVED
    assert state_of("2026-12-01", "2026-12-25", "") is OrderState.PAID
    assert state_of("", "", "2026-11-25") is OrderState.WITHDRAWN


@pytest.mark.parametrize(
    ("day", "percent", "until"),
    [
        (date(2023, 10, 1), 80, date(2026, 9, 30)),
        (date(2026, 9, 30), 80, date(2026, 9, 30)),
        (date(2026, 10, 1), 70, date(2028, 9, 30)),
        (TODAY, 70, date(2028, 9, 30)),
        (date(2028, 10, 1), 50, date(2030, 9, 30)),
        (date(2030, 10, 1), 30, date(2031, 9, 30)),
        (date(2031, 9, 30), 30, date(2031, 9, 30)),
        (date(2031, 10, 1), 0, None),
    ],
)
def test_the_share_that_may_be_deducted_changes_by_itself(
    day: date, percent: int, until: date | None
) -> None:
    share = shipped_deduction().on(day)
    assert (share.percent, share.until) == (percent, until)


def test_the_shares_name_their_source_and_nothing_holds_before_them() -> None:
    table = shipped_deduction()
    assert table.as_of == "2026-11"
    assert "経過措置" in table.source
    with pytest.raises(ValueError, match="no share"):
        table.on(date(2023, 9, 30))


@pytest.mark.parametrize(
    "text",
    [
        'format = 2\nas_of = ""\nsource = ""\n[[share]]\npercent = 80\nfrom = 2023-10-01',
        'format = 1\nas_of = ""\nsource = ""\n[[share]]\npercent = 80\nfrom = "2023-10-01"',
        'format = 1\nas_of = ""\nsource = ""\n[[share]]\npercent = 80',
    ],
)
def test_another_form_of_the_table_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        parse_deduction(text)
