"""What an invoice must be like; the parts of one work come to its whole, and credit takes it back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.billing.agreed_sums import is_adjustment
from hvacdesk.domain.billing.estimates import AcceptedAndBilled, DiscountTooLarge, EstimateLineRecord
from hvacdesk.domain.billing.invoice_rules import (
    BilledAlready,
    CreditNotNegative,
    CreditTooLarge,
    EarlierTooLarge,
    InvoiceIssuedAlready,
    InvoicePaidUpon,
    NoRateThen,
    NothingToBill,
    RateChangesWithin,
    TakenOffLater,
    ToldByInvoice,
    check_credit,
    check_invoice,
    check_sums,
    credit_of,
    from_estimate,
    left_of,
    on_days_of,
    percents_of,
    share_of,
    sums_of,
)
from hvacdesk.domain.billing.invoices import (
    MOST_LINES,
    EarlierInvoice,
    InvoiceKind,
    InvoiceLineRecord,
    InvoiceRecord,
    invoice_number,
)
from hvacdesk.domain.billing.tax import InvoiceSums, Rounding, TaxClass
from hvacdesk.domain.errors import (
    BadDate,
    EndsBeforeStart,
    InvalidInput,
    Missing,
    OutOfRange,
    TooLong,
    UserFacingError,
)
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.prices import shipped_tax

TODAY = date(2026, 11, 24)
PERCENTS = {TaxClass.STANDARD: 10, TaxClass.REDUCED: 8}
ROUNDINGS = st.sampled_from(Rounding)
LINES = st.builds(
    InvoiceLineRecord,
    label=st.just("工事"),
    quantity=st.decimals("0.1", 100, places=1).map(float),
    unit=st.just("式"),
    yen=st.integers(1, 1_000_000),
    tax_class=st.sampled_from(TaxClass),
)
RECORDS = st.builds(
    InvoiceRecord, lines=st.lists(LINES, min_size=1, max_size=12).map(tuple), with_tax=st.booleans()
)


def line(yen: int = 1_000, label: str = "出張費", **values: Any) -> InvoiceLineRecord:
    return InvoiceLineRecord(label, 1.0, "式", yen, **values)


def whole(*lines: InvoiceLineRecord, **values: Any) -> InvoiceRecord:
    return InvoiceRecord(lines=lines, **values)


def asked(number: str, sums: InvoiceSums, credited: tuple[InvoiceSums, ...] = ()) -> EarlierInvoice:
    left = left_of(sums, credited)
    return EarlierInvoice(number, InvoiceKind.PART, "2026-11-01", sum(yen for _, yen in left), left)


@given(RECORDS, ROUNDINGS, st.integers(1, 90), st.integers(1, 90))
def test_deposit_part_and_final_come_to_the_whole_to_the_yen(
    record: InvoiceRecord, rounding: Rounding, first: int, second: int
) -> None:
    deposit_share, part_share = min(first, second), 100 - max(first, second)
    parts = [
        replace(record, kind=kind, lines=share_of(record.lines, share, "着手金", "式"))
        for kind, share in ((InvoiceKind.DEPOSIT, deposit_share), (InvoiceKind.PART, part_share))
    ]
    before = [sums_of(one, PERCENTS, rounding) for one in parts]
    earlier = [asked(f"I2026-00000{at}", one) for at, one in enumerate(before, 1)]
    final = sums_of(replace(record, kind=InvoiceKind.FINAL), PERCENTS, rounding, earlier)
    in_one = sums_of(record, PERCENTS, rounding)
    assert final.gross + sum(one.gross for one in before) == in_one.gross
    for rate in in_one.rates:
        shares = [one.gross for sums in (*before, final) for one in sums.rates if _same(one, rate)]
        assert sum(shares) == rate.gross
    assert all(one.net + one.tax == one.gross for one in final.rates)


def _same(one: Any, other: Any) -> bool:
    return bool(one.tax_class is other.tax_class)


@given(RECORDS, ROUNDINGS)
def test_a_credit_of_the_whole_takes_back_each_rate_to_the_yen(
    record: InvoiceRecord, rounding: Rounding
) -> None:
    sums = sums_of(record, PERCENTS, rounding)
    credit = sums_of(credit_of(record, left_of(sums, ()), "取消", "式", whole=True), PERCENTS, rounding)
    assert [(one.net, one.tax) for one in credit.rates] == [(-one.net, -one.tax) for one in sums.rates]
    check_credit("I2026-000001", sums, (), credit)
    assert left_of(sums, (credit,)) == ()


@given(RECORDS, ROUNDINGS, st.integers(1, 99))
def test_what_is_left_after_a_credit_can_be_taken_back_and_no_more(
    record: InvoiceRecord, rounding: Rounding, percent: int
) -> None:
    sums = sums_of(record, PERCENTS, rounding)
    shares = share_of(record.lines, percent, "値引", "式")
    part = replace(record, kind=InvoiceKind.CREDIT, lines=tuple(replace(one, yen=-one.yen) for one in shares))
    credited = sums_of(part, PERCENTS, rounding)
    left = left_of(sums, (credited,))
    rest = sums_of(credit_of(record, left, "残額取消", "式", whole=False), PERCENTS, rounding)
    assert rest.gross == -sum(yen for _, yen in left)
    check_credit("I2026-000001", sums, (credited,), rest)
    with pytest.raises(CreditTooLarge):
        check_credit(
            "I2026-000001", sums, (credited, rest), sums_of(_one_yen(left, sums), PERCENTS, rounding)
        )


def _one_yen(left: tuple[tuple[TaxClass, int], ...], sums: InvoiceSums) -> InvoiceRecord:
    tax_class = left[0][0] if left else sums.rates[0].tax_class
    return whole(line(-1, tax_class=tax_class), kind=InvoiceKind.CREDIT, with_tax=True)


def test_the_credit_of_a_final_invoice_takes_back_what_it_asked_for_not_the_whole() -> None:
    record = whole(line(100_000), kind=InvoiceKind.FINAL)
    deposit = sums_of(whole(line(30_000)), PERCENTS, Rounding.DOWN)
    sums = sums_of(record, PERCENTS, Rounding.DOWN, [asked("I2026-000001", deposit)])
    credit = credit_of(record, left_of(sums, ()), "取消", "式", whole=False)
    taken = sums_of(credit, PERCENTS, Rounding.DOWN)
    assert (taken.gross, taken.tax) == (-77_000, -7_000)


@pytest.mark.parametrize(
    ("record", "refusal"),
    [
        (whole(), Missing),
        (whole(*[line()] * (MOST_LINES + 1)), OutOfRange),
        (whole(line(label=" ")), Missing),
        (whole(line(label="あ" * 121)), TooLong),
        (whole(line(1_000_000_001)), OutOfRange),
        (whole(replace(line(), quantity=10_000.5)), OutOfRange),
        (whole(replace(line(), quantity=-1.0)), OutOfRange),
        (whole(replace(line(), unit="メートル以上である")), TooLong),
        (whole(line(label="4111 1111 1111 1111")), CardNumberFound),
        (whole(line(), remarks="カード 4111-1111-1111-1111"), CardNumberFound),
        (whole(line(), delivered_from="2026-11-20", delivered_to="2026-11-19"), EndsBeforeStart),
        (whole(line(), delivered_from="2026-02-30"), BadDate),
        (whole(line(), delivered_to="1989-12-31"), BadDate),
        (whole(line(), due_on="2026-11-23"), BadDate),
        (whole(line(), due_on="2027-11-26"), BadDate),
        (whole(line(on="2026-13-01")), BadDate),
    ],
)
def test_an_invoice_that_cannot_be_is_refused(record: InvoiceRecord, refusal: type[InvalidInput]) -> None:
    with pytest.raises(refusal):
        check_invoice(record, TODAY)


def test_a_number_may_be_stated_to_be_another_one() -> None:
    record = whole(line(label="管理票 4111 1111 1111 1111"))
    assert check_invoice(record, TODAY, allow_number=True).lines[0].label == "管理票 4111 1111 1111 1111"


def test_an_invoice_is_tidied_and_one_day_of_delivery_is_first_and_last() -> None:
    record = whole(line(label=" 出張費 "), line(500, label="特別値引き"), delivered_to="2026-11-20")
    checked = check_invoice(record, TODAY)
    assert [(one.label, one.yen) for one in checked.lines] == [("出張費", 1_000), ("特別値引き", -500)]
    assert (checked.delivered_from, checked.delivered_to) == ("2026-11-20", "2026-11-20")
    assert check_invoice(checked, TODAY) == checked


def test_a_discount_that_is_taken_back_stays_above_zero() -> None:
    record = whole(line(-10_000), line(500, label="値引"), kind=InvoiceKind.CREDIT)
    assert [one.yen for one in check_invoice(record, TODAY).lines] == [-10_000, 500]


@pytest.mark.parametrize(
    ("kind", "lines", "before", "refusal"),
    [
        (InvoiceKind.WHOLE, [line(0)], 0, NothingToBill),
        (InvoiceKind.WHOLE, [line(1_000), line(-1_001)], 0, DiscountTooLarge),
        (InvoiceKind.WHOLE, [line(9_000), line(-1, tax_class=TaxClass.REDUCED)], 0, DiscountTooLarge),
        (InvoiceKind.FINAL, [line(1_000)], 1_101, EarlierTooLarge),
        (InvoiceKind.CREDIT, [line(1_000)], 0, CreditNotNegative),
        (InvoiceKind.CREDIT, [line(0)], 0, CreditNotNegative),
        (
            InvoiceKind.CREDIT,
            [line(-9_000), line(100, tax_class=TaxClass.REDUCED)],
            0,
            CreditNotNegative,
        ),
        (InvoiceKind.WHOLE, [line(1_000_000_000)], 0, OutOfRange),
    ],
)
def test_sums_that_cannot_be_are_refused(
    kind: InvoiceKind, lines: list[InvoiceLineRecord], before: int, refusal: type[InvalidInput]
) -> None:
    earlier = EarlierInvoice("I", InvoiceKind.DEPOSIT, "", before, ((TaxClass.STANDARD, before),))
    sums = sums_of(whole(*lines), PERCENTS, Rounding.DOWN, [earlier] if before else [])
    with pytest.raises(refusal):
        check_sums(kind, sums)


def test_a_final_invoice_may_ask_for_nothing_more() -> None:
    earlier = EarlierInvoice("I", InvoiceKind.DEPOSIT, "", 1_100, ((TaxClass.STANDARD, 1_100),))
    sums = sums_of(whole(line(1_000)), PERCENTS, Rounding.DOWN, [earlier])
    check_sums(InvoiceKind.FINAL, sums)
    assert (sums.gross, sums.tax) == (0, 0)


def test_the_rate_is_that_of_the_day_of_delivery() -> None:
    rates = shipped_tax()
    old = whole(line(), delivered_from="2019-09-30", delivered_to="2019-09-30")
    assert percents_of(old, rates, TODAY)[TaxClass.STANDARD] == 8
    assert percents_of(whole(line()), rates, TODAY) == PERCENTS
    over = whole(line(on="2019-09-30"), line(on="2019-10-01"))
    with pytest.raises(RateChangesWithin):
        percents_of(over, rates, TODAY)
    with pytest.raises(NoRateThen):
        percents_of(whole(line(tax_class=TaxClass.REDUCED), delivered_to="2019-09-30"), rates, TODAY)
    untaxed = whole(line(tax_class=TaxClass.OUTSIDE), delivered_to="2019-09-30", delivered_from="2019-09-30")
    percents_of(untaxed, rates, TODAY)


def test_the_lines_of_an_estimate_are_taken_over() -> None:
    lines = from_estimate([EstimateLineRecord("配管延長", 2.5, "m", 3_300)], "a" * 32)
    assert lines == (InvoiceLineRecord("配管延長", 2.5, "m", 3_300, job="a" * 32),)


def test_a_share_names_each_class_once_and_leaves_discounts_within_it() -> None:
    lines = [line(90_001), line(-1, label="値引"), line(999, tax_class=TaxClass.REDUCED)]
    shares = share_of(lines, 30, "着手金（30％）", "式")
    assert [(one.yen, one.tax_class) for one in shares] == [
        (27_000, TaxClass.STANDARD),
        (299, TaxClass.REDUCED),
    ]


def test_numbers_of_credit_notes_are_a_series_of_their_own() -> None:
    assert invoice_number(2026, 12, InvoiceKind.FINAL) == "I2026-000012"
    assert invoice_number(2027, 1, InvoiceKind.CREDIT) == "C2027-000001"


@pytest.mark.parametrize(
    "refusal",
    [AcceptedAndBilled, BilledAlready, InvoiceIssuedAlready, InvoicePaidUpon, TakenOffLater, ToldByInvoice],
)
def test_a_refusal_names_the_way_on_as_the_screen_calls_it(refusal: type[UserFacingError]) -> None:
    assert "“Put right…”" in refusal.todo.text
    for named in re.findall("“(.+?)”", refusal.todo.text):
        assert named in {"Put right…", "Void…", "Credit note…", "Put right and issue again…"}


@pytest.mark.parametrize(
    ("named", "taken"),
    [
        (("2026-11-10", "2026-11-10"), ("2026-11-20", "2026-11-20")),
        (("", ""), ("2026-11-20", "2026-11-20")),
        (("2026-11-10", "2026-11-18"), ("2026-11-10", "2026-11-20")),
        (("2026-11-22", "2026-11-24"), ("2026-11-20", "2026-11-20")),
        (("2026-11-10", "2026-11-20"), ("2026-11-10", "2026-11-20")),
    ],
)
def test_work_of_several_days_ends_on_the_day_of_its_job_and_began_no_later(
    named: tuple[str, str], taken: tuple[str, str]
) -> None:
    record = whole(line(), delivered_from=named[0], delivered_to=named[1])
    moved = on_days_of(record, {"job": "2026-11-20"})
    assert (moved.delivered_from, moved.delivered_to) == taken
    assert on_days_of(record, {"job": ""}) == record


@pytest.mark.parametrize(
    ("found", "is_one"),
    [
        (line(-500, "Discount", job="agreed"), True),
        (line(500, "Adjustment to the amount agreed on", job="agreed"), True),
        (line(-500, "Discount"), False),
        (line(-500, "Discount", job="estimated"), False),
        (line(500, "出張費", job="agreed"), False),
    ],
)
def test_a_line_brings_a_sum_to_the_agreed_one_only_where_no_estimate_said_it(
    found: InvoiceLineRecord, is_one: bool
) -> None:
    assert is_adjustment(found, ("agreed",), english) is is_one
