"""Invoices whose sums were worked out by hand: both rates, every rounding, discounts, parts and credits.

Each line says: how fractions are treated, whether prices include the tax, the lines (quantity, price, class),
and for each class net, tax and gross as they were written out. Classes: S 10 %, R 8 %, O outside the tax.
"""

from __future__ import annotations

import pytest

from hvacdesk.domain.billing.invoice_rules import sums_of
from hvacdesk.domain.billing.invoices import EarlierInvoice, InvoiceKind, InvoiceLineRecord, InvoiceRecord
from hvacdesk.domain.billing.tax import Rounding, TaxClass

S, R, O = TaxClass.STANDARD, TaxClass.REDUCED, TaxClass.OUTSIDE  # noqa: E741 - as in the table's heading
DOWN, NEAREST, UP = Rounding.DOWN, Rounding.NEAREST, Rounding.UP
PERCENTS = {S: 10, R: 8}
WITHOUT, WITH = False, True

Lines = list[tuple[float, int, TaxClass]]
Sums = dict[TaxClass, tuple[int, int, int]]

WHOLE: list[tuple[Rounding, bool, Lines, Sums]] = [
    # the standard rate on prices without it
    (DOWN, WITHOUT, [(1, 10_000, S)], {S: (10_000, 1_000, 11_000)}),
    (DOWN, WITHOUT, [(1, 9_999, S)], {S: (9_999, 999, 10_998)}),
    (NEAREST, WITHOUT, [(1, 9_999, S)], {S: (9_999, 1_000, 10_999)}),
    (UP, WITHOUT, [(1, 9_999, S)], {S: (9_999, 1_000, 10_999)}),
    (DOWN, WITHOUT, [(1, 9_994, S)], {S: (9_994, 999, 10_993)}),
    (NEAREST, WITHOUT, [(1, 9_994, S)], {S: (9_994, 999, 10_993)}),
    (UP, WITHOUT, [(1, 9_994, S)], {S: (9_994, 1_000, 10_994)}),
    (DOWN, WITHOUT, [(1, 9_995, S)], {S: (9_995, 999, 10_994)}),
    (NEAREST, WITHOUT, [(1, 9_995, S)], {S: (9_995, 1_000, 10_995)}),
    (UP, WITHOUT, [(1, 9_995, S)], {S: (9_995, 1_000, 10_995)}),
    (DOWN, WITHOUT, [(1, 1, S)], {S: (1, 0, 1)}),
    (NEAREST, WITHOUT, [(1, 1, S)], {S: (1, 0, 1)}),
    (UP, WITHOUT, [(1, 1, S)], {S: (1, 1, 2)}),
    # once for the rate, not line by line: 1.5 yen ten times would come to 10
    (DOWN, WITHOUT, [(1, 15, S)] * 10, {S: (150, 15, 165)}),
    (DOWN, WITHOUT, [(1, 333, S)] * 3, {S: (999, 99, 1_098)}),
    (NEAREST, WITHOUT, [(1, 333, S)] * 3, {S: (999, 100, 1_099)}),
    (UP, WITHOUT, [(1, 333, S)] * 3, {S: (999, 100, 1_099)}),
    # fractions of metres: 8,250; 770 and 115; 2,564.1
    (DOWN, WITHOUT, [(2.5, 3_300, S)], {S: (8_250, 825, 9_075)}),
    (DOWN, WITHOUT, [(0.7, 1_100, S), (1.15, 100, S)], {S: (885, 88, 973)}),
    (NEAREST, WITHOUT, [(0.7, 1_100, S), (1.15, 100, S)], {S: (885, 89, 974)}),
    (UP, WITHOUT, [(0.7, 1_100, S), (1.15, 100, S)], {S: (885, 89, 974)}),
    (DOWN, WITHOUT, [(3.3, 777, S)], {S: (2_564, 256, 2_820)}),
    (UP, WITHOUT, [(3.3, 777, S)], {S: (2_564, 257, 2_821)}),
    # discounts
    (DOWN, WITHOUT, [(1, 16_500, S), (1, 8_800, S), (1, -1_300, S)], {S: (24_000, 2_400, 26_400)}),
    (DOWN, WITHOUT, [(1, 25_303, S), (1, -304, S)], {S: (24_999, 2_499, 27_498)}),
    (NEAREST, WITHOUT, [(1, 25_303, S), (1, -304, S)], {S: (24_999, 2_500, 27_499)}),
    (DOWN, WITHOUT, [(1, 10_000, S), (1, -9_999, S)], {S: (1, 0, 1)}),
    # the reduced rate
    (DOWN, WITHOUT, [(1, 980, R)], {R: (980, 78, 1_058)}),
    (NEAREST, WITHOUT, [(1, 980, R)], {R: (980, 78, 1_058)}),
    (UP, WITHOUT, [(1, 980, R)], {R: (980, 79, 1_059)}),
    (DOWN, WITHOUT, [(3, 1_250, R)], {R: (3_750, 300, 4_050)}),
    (DOWN, WITHOUT, [(1, 6, R)], {R: (6, 0, 6)}),
    (NEAREST, WITHOUT, [(1, 6, R)], {R: (6, 0, 6)}),
    (NEAREST, WITHOUT, [(1, 7, R)], {R: (7, 1, 8)}),
    (UP, WITHOUT, [(1, 6, R)], {R: (6, 1, 7)}),
    # both rates, and sums passed on for others
    (DOWN, WITHOUT, [(1, 10_000, S), (1, 980, R)], {S: (10_000, 1_000, 11_000), R: (980, 78, 1_058)}),
    (UP, WITHOUT, [(1, 10_001, S), (1, 980, R)], {S: (10_001, 1_001, 11_002), R: (980, 79, 1_059)}),
    (NEAREST, WITHOUT, [(1, 1_234, S), (1, 5_678, R)], {S: (1_234, 123, 1_357), R: (5_678, 454, 6_132)}),
    (DOWN, WITHOUT, [(1, 1_239, S), (1, 5_679, R)], {S: (1_239, 123, 1_362), R: (5_679, 454, 6_133)}),
    (UP, WITHOUT, [(1, 1_239, S), (1, 5_679, R)], {S: (1_239, 124, 1_363), R: (5_679, 455, 6_134)}),
    (DOWN, WITHOUT, [(1, 16_500, S), (1, 2_480, O)], {S: (16_500, 1_650, 18_150), O: (2_480, 0, 2_480)}),
    (DOWN, WITHOUT, [(1, 550, O)], {O: (550, 0, 550)}),
    (
        NEAREST,
        WITHOUT,
        [(1, 19_995, S), (1, 108, R), (1, 1_000, O)],
        {S: (19_995, 2_000, 21_995), R: (108, 9, 117), O: (1_000, 0, 1_000)},
    ),
    (
        DOWN,
        WITHOUT,
        [(1, 20_000, S), (1, -500, S), (1, 1_000, R), (1, -50, R)],
        {S: (19_500, 1_950, 21_450), R: (950, 76, 1_026)},
    ),
    (UP, WITHOUT, [(2, 7_333, S), (4, 133, R)], {S: (14_666, 1_467, 16_133), R: (532, 43, 575)}),
    # prices with the tax in them
    (DOWN, WITH, [(1, 11_000, S)], {S: (10_000, 1_000, 11_000)}),
    (DOWN, WITH, [(1, 10_000, S)], {S: (9_091, 909, 10_000)}),
    (NEAREST, WITH, [(1, 10_000, S)], {S: (9_091, 909, 10_000)}),
    (UP, WITH, [(1, 10_000, S)], {S: (9_090, 910, 10_000)}),
    (DOWN, WITH, [(1, 9_999, S)], {S: (9_090, 909, 9_999)}),
    (UP, WITH, [(1, 9_999, S)], {S: (9_090, 909, 9_999)}),
    (DOWN, WITH, [(1, 10_005, S)], {S: (9_096, 909, 10_005)}),
    (NEAREST, WITH, [(1, 10_005, S)], {S: (9_095, 910, 10_005)}),
    (UP, WITH, [(1, 10_005, S)], {S: (9_095, 910, 10_005)}),
    (DOWN, WITH, [(1, 1_080, R)], {R: (1_000, 80, 1_080)}),
    (DOWN, WITH, [(1, 1_000, R)], {R: (926, 74, 1_000)}),
    (NEAREST, WITH, [(1, 1_000, R)], {R: (926, 74, 1_000)}),
    (UP, WITH, [(1, 1_000, R)], {R: (925, 75, 1_000)}),
    (DOWN, WITH, [(1, 5_500, S), (1, 540, R)], {S: (5_000, 500, 5_500), R: (500, 40, 540)}),
    (NEAREST, WITH, [(1, 3_333, S), (1, 777, R)], {S: (3_030, 303, 3_333), R: (719, 58, 777)}),
    (DOWN, WITH, [(1, 3_333, S), (1, 777, R)], {S: (3_030, 303, 3_333), R: (720, 57, 777)}),
    (DOWN, WITH, [(1, 33_000, S), (1, -3_000, S)], {S: (27_273, 2_727, 30_000)}),
    (UP, WITH, [(1, 33_000, S), (1, -3_000, S)], {S: (27_272, 2_728, 30_000)}),
    (DOWN, WITH, [(1, 22_000, S), (1, 2_480, O)], {S: (20_000, 2_000, 22_000), O: (2_480, 0, 2_480)}),
    (DOWN, WITH, [(1, 105, S)] * 10, {S: (955, 95, 1_050)}),
    # credit notes: a negative sum is treated as its positive one
    (DOWN, WITHOUT, [(1, -10_000, S)], {S: (-10_000, -1_000, -11_000)}),
    (DOWN, WITHOUT, [(1, -9_999, S)], {S: (-9_999, -999, -10_998)}),
    (NEAREST, WITHOUT, [(1, -9_995, S)], {S: (-9_995, -1_000, -10_995)}),
    (UP, WITHOUT, [(1, -9_991, S)], {S: (-9_991, -1_000, -10_991)}),
    (DOWN, WITH, [(1, -10_000, S)], {S: (-9_091, -909, -10_000)}),
    (UP, WITH, [(1, -1_000, R)], {R: (-925, -75, -1_000)}),
    (
        DOWN,
        WITHOUT,
        [(1, -1_239, S), (1, -5_679, R)],
        {S: (-1_239, -123, -1_362), R: (-5_679, -454, -6_133)},
    ),
    (DOWN, WITHOUT, [(1, -20_000, S), (1, 500, S)], {S: (-19_500, -1_950, -21_450)}),
    (DOWN, WITHOUT, [(1, -2_480, O)], {O: (-2_480, 0, -2_480)}),
]

FINAL: list[tuple[Rounding, bool, Lines, list[dict[TaxClass, int]], Sums]] = [
    # 330,000 less a deposit of 110,000 leaves 220,000, of which 10/110 is tax
    (DOWN, WITHOUT, [(1, 300_000, S)], [{S: 110_000}], {S: (200_000, 20_000, 220_000)}),
    (DOWN, WITHOUT, [(1, 99_999, S)], [{S: 33_000}], {S: (69_999, 6_999, 76_998)}),
    (NEAREST, WITHOUT, [(1, 99_999, S)], [{S: 33_000}], {S: (69_999, 7_000, 76_999)}),
    (UP, WITHOUT, [(1, 99_999, S)], [{S: 33_000}], {S: (69_999, 7_000, 76_999)}),
    (DOWN, WITHOUT, [(1, 100_000, S)], [{S: 33_000}, {S: 44_000}], {S: (30_000, 3_000, 33_000)}),
    (DOWN, WITHOUT, [(1, 100_000, S)], [{S: 110_000}], {S: (0, 0, 0)}),
    (DOWN, WITH, [(1, 120_000, S)], [{S: 40_000}], {S: (72_728, 7_272, 80_000)}),
    (UP, WITH, [(1, 120_000, S)], [{S: 40_000}], {S: (72_727, 7_273, 80_000)}),
    (
        DOWN,
        WITHOUT,
        [(1, 50_000, S), (1, 10_000, R)],
        [{S: 22_000, R: 5_400}],
        {S: (30_000, 3_000, 33_000), R: (5_000, 400, 5_400)},
    ),
    (
        DOWN,
        WITHOUT,
        [(1, 50_001, S), (1, 999, R)],
        [{S: 5_000}],
        {S: (45_456, 4_545, 50_001), R: (999, 79, 1_078)},
    ),
    (
        DOWN,
        WITHOUT,
        [(1, 20_000, S), (1, 2_480, O)],
        [{S: 10_000}],
        {S: (10_910, 1_090, 12_000), O: (2_480, 0, 2_480)},
    ),
]


def record(lines: Lines, with_tax: bool) -> InvoiceRecord:
    rows = tuple(InvoiceLineRecord("工事", quantity, "式", yen, of) for quantity, yen, of in lines)
    return InvoiceRecord(lines=rows, with_tax=with_tax)


@pytest.mark.parametrize("number", range(len(WHOLE)))
def test_an_invoice_comes_to_what_was_worked_out_by_hand(number: int) -> None:
    rounding, with_tax, lines, expected = WHOLE[number]
    sums = sums_of(record(lines, with_tax), PERCENTS, rounding)
    assert {one.tax_class: (one.net, one.tax, one.gross) for one in sums.rates} == expected
    assert sums.gross == sum(gross for _net, _tax, gross in expected.values())


@pytest.mark.parametrize("number", range(len(FINAL)))
def test_a_final_invoice_comes_to_what_was_worked_out_by_hand(number: int) -> None:
    rounding, with_tax, lines, before, expected = FINAL[number]
    earlier = [
        EarlierInvoice("I2026-000001", InvoiceKind.PART, "2026-11-01", sum(one.values()), tuple(one.items()))
        for one in before
    ]
    sums = sums_of(record(lines, with_tax), PERCENTS, rounding, earlier)
    assert {one.tax_class: (one.net, one.tax, one.gross) for one in sums.rates} == expected
    assert sums.earlier == sum(sum(one.values()) for one in before)


def test_there_are_enough_of_them() -> None:
    assert len(WHOLE) + len(FINAL) >= 60
