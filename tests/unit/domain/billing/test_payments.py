"""What a payment may be: its sums, what it pays for, and what is left over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.billing.open_items import DepositEnd, HeldDeposit, check_deposit_end
from hvacdesk.domain.billing.payment_doubts import PaymentDoubts, doubts_of
from hvacdesk.domain.billing.payments import (
    PAID_BACK_WAY_NAMES,
    AllottedTooMuch,
    CollectedOtherwise,
    FeeAndCredit,
    FeeWithoutTransfer,
    NotOpen,
    OpenInvoice,
    PaidBackOtherwise,
    PaidMeanwhile,
    PaymentRecord,
    PaymentWay,
    check_pay_back,
    check_payment,
    oldest_first,
)
from hvacdesk.domain.errors import BadDate, InvalidInput, Missing, OutOfRange
from hvacdesk.domain.masked import Masked

TODAY = date(2026, 11, 29)


def asked(invoice: str, yen: int, due_on: str = "2026-11-30") -> OpenInvoice:
    return OpenInvoice(invoice, f"I2026-{invoice:>06}", "c", "2026-10-31", due_on, yen)


OPEN = {one.invoice: one for one in (asked("1", 110_000), asked("2", 55_000), asked("3", -10_000))}
WHOLE = PaymentRecord("2026-11-28", 110_000, PaymentWay.BANK, allocations=(("1", 110_000),))


def test_a_whole_payment_is_kept_as_it_is() -> None:
    assert check_payment(WHOLE, OPEN, TODAY) == WHOLE
    assert WHOLE.credit == 0


def test_part_of_an_invoice_may_be_paid_and_nothing_is_left_over() -> None:
    part = replace(WHOLE, yen=40_000, allocations=(("1", 40_000), ("2", 0)))
    assert check_payment(part, OPEN, TODAY).allocations == (("1", 40_000),)
    assert part.credit == 0


def test_what_is_paid_too_much_is_the_customers_credit() -> None:
    assert check_payment(replace(WHOLE, yen=120_000), OPEN, TODAY).credit == 10_000


def test_a_fee_that_the_customer_kept_pays_the_invoice_as_well() -> None:
    kept = replace(WHOLE, yen=109_560, fee=440)
    assert check_payment(kept, OPEN, TODAY).credit == 0


def test_a_credit_note_is_set_off_against_an_invoice() -> None:
    set_off = replace(WHOLE, yen=45_000, allocations=(("2", 55_000), ("3", -10_000)))
    assert check_payment(set_off, OPEN, TODAY) == set_off
    parts = (("2", 10_000), ("3", -10_000))
    without_money = replace(WHOLE, yen=0, way=PaymentWay.SET_OFF, allocations=parts)
    assert check_payment(without_money, OPEN, TODAY) == without_money
    paid_back = replace(WHOLE, yen=-10_000, allocations=(("3", -10_000),))
    assert check_payment(paid_back, OPEN, TODAY) == paid_back


@pytest.mark.parametrize(
    ("change", "error", "field"),
    [
        ({"received_on": ""}, Missing, "received_on"),
        ({"received_on": "2026-11-30"}, BadDate, "received_on"),
        ({"received_on": "1989-12-31"}, BadDate, "received_on"),
        ({"yen": 0, "allocations": ()}, Missing, "yen"),
        ({"yen": 1_000_000_001}, OutOfRange, "yen"),
        ({"fee": -1}, OutOfRange, "fee"),
        ({"fee": 10_000}, OutOfRange, "fee"),
        ({"way": PaymentWay.CASH, "yen": 109_560, "fee": 440}, FeeWithoutTransfer, "fee"),
        ({"yen": 0, "fee": 9_900, "allocations": (("1", 9_900),)}, FeeWithoutTransfer, "fee"),
        ({"yen": -9_900, "fee": 9_000, "allocations": (("3", -900),)}, FeeWithoutTransfer, "fee"),
        ({"yen": -9_900, "fee": 0, "allocations": (("3", -900),)}, AllottedTooMuch, "allocations"),
        ({"fee": 440}, FeeAndCredit, "fee"),
        ({"yen": 109_999}, AllottedTooMuch, "allocations"),
        ({"yen": -5_000, "allocations": ()}, AllottedTooMuch, "allocations"),
        ({"yen": 120_000, "allocations": (("1", 110_001),)}, NotOpen, "allocations"),
        ({"allocations": (("1", -1),)}, NotOpen, "allocations"),
        ({"allocations": (("3", 1),)}, NotOpen, "allocations"),
        ({"allocations": (("3", -10_001),)}, NotOpen, "allocations"),
        ({"allocations": (("elsewhere", 1),)}, PaidMeanwhile, "allocations"),
        ({"allocations": (("1", 1), ("1", 2))}, InvalidInput, "allocations"),
        ({"collected_by": "t"}, CollectedOtherwise, "collected_by"),
        ({"payer": "カ" * 101}, InvalidInput, "payer"),
        ({"note": "4111 1111 1111 1111"}, InvalidInput, "note"),
    ],
)
def test_what_cannot_be_is_refused_and_its_field_named(
    change: dict[str, object], error: type[InvalidInput], field: str
) -> None:
    with pytest.raises(error) as refused:
        check_payment(replace(WHOLE, **change), OPEN, TODAY)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert all("{" not in sentence for sentence in refused.value.sentences(lambda one: one.text))


def test_the_oldest_is_paid_first_and_the_last_in_part() -> None:
    invoices = [
        asked("9", 30_000, "2026-09-30"),
        asked("8", 50_000, "2026-08-31"),
        asked("7", 1_000, "2026-12-31"),
    ]
    assert oldest_first(60_000, invoices) == (("8", 50_000), ("9", 10_000))
    assert oldest_first(100_000, invoices) == (("8", 50_000), ("9", 30_000), ("7", 1_000))
    assert oldest_first(0, invoices) == ()


def test_a_credit_note_makes_up_what_is_missing_and_no_more() -> None:
    invoices = [asked("1", 30_000), asked("2", -8_000)]
    assert oldest_first(22_000, invoices) == (("2", -8_000), ("1", 30_000))
    assert oldest_first(25_000, invoices) == (("2", -5_000), ("1", 30_000))
    assert oldest_first(40_000, invoices) == (("1", 30_000),)


@given(st.integers(0, 500_000), st.lists(st.integers(-100_000, 100_000), max_size=8))
def test_what_is_offered_can_always_be_booked(yen: int, sums: list[int]) -> None:
    invoices = [asked(str(at), one) for at, one in enumerate(sums)]
    allocations = oldest_first(yen, invoices)
    record = PaymentRecord("2026-11-28", yen, PaymentWay.BANK, allocations=allocations)
    if yen or allocations:
        checked = check_payment(record, {one.invoice: one for one in invoices}, TODAY)
        assert checked == (record if yen else replace(record, way=PaymentWay.SET_OFF))
    positive = sum(one for one in sums if one > 0)
    paid = sum(part for _invoice, part in allocations if part > 0)
    assert paid == min(positive, yen - sum(one for one in sums if one < 0))


def test_what_is_to_be_expected_is_not_doubted() -> None:
    assert doubts_of(WHOLE, tuple(OPEN.values()), TODAY) == PaymentDoubts()
    on_the_day = replace(WHOLE, received_on="2026-10-31")
    assert doubts_of(on_the_day, tuple(OPEN.values()), TODAY) == PaymentDoubts()


def test_a_sum_with_a_digit_too_many_is_doubted_and_the_fee_counts() -> None:
    tenfold = replace(WHOLE, yen=1_100_000)
    assert doubts_of(tenfold, tuple(OPEN.values()), TODAY).too_much == 1_100_000 - 155_000
    assert doubts_of(replace(WHOLE, yen=155_000, fee=1), tuple(OPEN.values()), TODAY).too_much == 1
    assert doubts_of(replace(WHOLE, yen=155_000), tuple(OPEN.values()), TODAY).too_much == 0
    assert doubts_of(WHOLE, (), TODAY).too_much == 110_000, "a prepayment"


def test_a_day_before_the_invoice_and_one_of_long_ago_are_doubted() -> None:
    before = doubts_of(replace(WHOLE, received_on="2026-10-30"), tuple(OPEN.values()), TODAY)
    assert before == PaymentDoubts(issued_later=OPEN["1"])
    unallotted = replace(WHOLE, received_on="2026-10-30", allocations=(("1", 0),))
    assert doubts_of(unallotted, tuple(OPEN.values()), TODAY) == PaymentDoubts()
    assert not doubts_of(replace(WHOLE, received_on="2025-11-29"), (), TODAY).long_ago
    assert doubts_of(replace(WHOLE, received_on="2025-11-28"), (), TODAY).long_ago


def test_the_days_of_a_payment_begin_where_books_are_still_kept() -> None:
    assert check_payment(replace(WHOLE, received_on="2016-01-01"), OPEN, TODAY)
    with pytest.raises(BadDate) as refused:
        check_payment(replace(WHOLE, received_on="2015-12-31"), OPEN, TODAY)
    assert refused.value.details["earliest"] == "2016-01-01"


BACK = {PaymentWay.BANK, PaymentWay.CASH, PaymentWay.CARD, PaymentWay.DEBIT_CARD}
"""By which money goes back to a customer."""


@pytest.mark.parametrize("way", PaymentWay)
def test_what_was_only_set_off_came_by_no_other_way(way: PaymentWay) -> None:
    nothing_came = replace(WHOLE, yen=0, way=way, allocations=(("2", 10_000), ("3", -10_000)))
    assert check_payment(nothing_came, OPEN, TODAY).way is PaymentWay.SET_OFF


@pytest.mark.parametrize("way", PaymentWay)
def test_a_sum_comes_in_by_every_way(way: PaymentWay) -> None:
    assert check_payment(replace(WHOLE, way=way), OPEN, TODAY).way is way


@pytest.mark.parametrize("way", PaymentWay)
def test_money_goes_back_by_bank_in_cash_or_by_the_card_alone(way: PaymentWay) -> None:
    """No bill is given for what was paid too much, and nothing is drawn from the office's own account."""
    of_note = replace(WHOLE, yen=-10_000, way=way, allocations=(("3", -10_000),))
    left_over = replace(WHOLE, yen=-10_000, way=way, allocations=())
    assert (way in PAID_BACK_WAY_NAMES) == (way in BACK)
    if way in BACK:
        assert check_payment(of_note, OPEN, TODAY) == of_note
        assert check_pay_back(left_over, 10_000, "2026-11-20", TODAY) == left_over
        return
    with pytest.raises(PaidBackOtherwise) as refused:
        check_payment(of_note, OPEN, TODAY)
    assert refused.value.field == "way"
    with pytest.raises(PaidBackOtherwise):
        check_pay_back(left_over, 10_000, "2026-11-20", TODAY)
    with pytest.raises(PaidBackOtherwise):
        check_deposit_end(DepositEnd(way=way), HeldDeposit("j", "2026-000001", "c", Masked(""), ()), TODAY)


@pytest.mark.parametrize("way", PaymentWay)
def test_only_cash_is_collected_and_only_a_transfer_has_a_fee(way: PaymentWay) -> None:
    """A cheque that a technician brings along is no cash to be counted: it came to the office."""
    collected = replace(WHOLE, way=way, collected_by="t")
    kept = replace(WHOLE, way=way, yen=109_560, fee=440)
    for record, allowed, error in (
        (collected, PaymentWay.CASH, CollectedOtherwise),
        (kept, PaymentWay.BANK, FeeWithoutTransfer),
    ):
        if way is allowed:
            assert check_payment(record, OPEN, TODAY) == record
            continue
        with pytest.raises(error):
            check_payment(record, OPEN, TODAY)
