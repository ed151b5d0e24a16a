"""Sums in yen: whole numbers, one rounding, and rates as data."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.billing.money import line_amount, parse_tax, totals
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.services.billing.prices import shipped_tax

AMOUNTS = st.lists(st.integers(-1_000_000, 10_000_000), max_size=30)
PERCENTS = st.integers(0, 30)
QUANTITIES = st.decimals(0, 10_000, places=2).map(float)


@given(AMOUNTS, PERCENTS, st.booleans())
def test_net_and_tax_are_the_gross_sum(amounts: list[int], percent: int, with_tax: bool) -> None:
    sums = totals(amounts, percent, with_tax=with_tax)
    assert sums.net + sums.tax == sums.gross
    assert (sums.gross if with_tax else sums.net) == sum(amounts)


@given(AMOUNTS, PERCENTS, st.booleans())
def test_less_than_one_yen_of_tax_is_dropped_once(amounts: list[int], percent: int, with_tax: bool) -> None:
    sums = totals(amounts, percent, with_tax=with_tax)
    exact = Fraction(sum(amounts) * percent, 100 + percent if with_tax else 100)
    assert 0 <= abs(exact) - abs(sums.tax) < 1
    assert sums.tax * exact >= 0


@given(QUANTITIES, st.integers(-1_000_000, 1_000_000))
def test_a_line_is_cut_towards_zero_and_counts_decimals_as_written(quantity: float, yen: int) -> None:
    exact = Fraction(str(quantity)) * yen
    assert 0 <= abs(exact) - abs(line_amount(quantity, yen)) < 1
    assert line_amount(quantity, -yen) == -line_amount(quantity, yen)


@pytest.mark.parametrize(
    ("quantity", "yen", "amount"),
    [(2.5, 3_300, 8_250), (0.1, 30, 3), (0.7, 1_100, 770), (1.15, 100, 115), (3, -500, -1_500), (0.3, 1, 0)],
)
def test_lines(quantity: float, yen: int, amount: int) -> None:
    assert line_amount(quantity, yen) == amount


def test_tax_by_line_would_lose_what_tax_by_sum_keeps() -> None:
    assert totals([15] * 10, 10).tax == 15
    assert totals([105], 10).tax == 10
    assert totals([11_000], 10, with_tax=True) == totals([10_000], 10).__class__(
        10_000, 1_000, 11_000, 10, True
    )


@pytest.mark.parametrize(
    ("day", "percent"),
    [(date(2014, 3, 31), 5), (date(2014, 4, 1), 8), (date(2019, 10, 1), 10), (date(2030, 1, 1), 10)],
)
def test_the_shipped_rates_by_day(day: date, percent: int) -> None:
    assert shipped_tax().on(day).percent == percent


@pytest.mark.parametrize(
    ("day", "percents"),
    [
        (date(2019, 9, 30), {TaxClass.STANDARD: 8}),
        (date(2019, 10, 1), {TaxClass.STANDARD: 10, TaxClass.REDUCED: 8}),
        (date(1990, 1, 1), {}),
    ],
)
def test_each_class_has_its_rate_by_day(day: date, percents: dict[TaxClass, int]) -> None:
    assert shipped_tax().percents(day) == percents


def test_every_shipped_rate_names_its_source() -> None:
    table = shipped_tax()
    assert table.as_of
    assert table.rounding_source
    assert all(rate.source for rate in table.rates)
    with pytest.raises(ValueError, match="no rate"):
        table.on(date(1990, 1, 1))


HEAD = 'format = 2\nrounding = "down"\nrounding_source = ""\nas_of = ""\n'
OUTSIDE = '[[rate]]\nclass = "outside"\npercent = 10\nfrom = 2019-10-01\nsource = ""'


@pytest.mark.parametrize(
    "text",
    ["format = 1", HEAD.replace("down", "up") + "rate = []", HEAD + "[[rate]]\npercent = 10", HEAD + OUTSIDE],
)
def test_a_damaged_table_is_refused_as_a_whole(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        parse_tax(text)
