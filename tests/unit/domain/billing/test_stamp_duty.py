"""Which receipts need a revenue stamp, and of how much."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.billing.stamp_duty import parse_stamp_duty

TEXT = (Path(__file__).parents[4] / "resources/legal/stamp_duty.toml").read_text("utf-8")
DUTY = parse_stamp_duty(TEXT)
ON = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("yen", "stamp"),
    [
        (49_999, 0), (50_000, 200), (1_000_000, 200), (1_000_001, 400), (2_000_000, 400), (3_000_000, 600),
        (5_000_000, 1_000), (10_000_000, 2_000), (20_000_000, 4_000), (30_000_000, 6_000),
        (50_000_000, 10_000),
        (100_000_000, 20_000), (200_000_000, 40_000), (300_000_000, 60_000), (500_000_000, 100_000),
        (1_000_000_000, 150_000), (1_000_000_001, 200_000),
    ],
)  # fmt: skip
def test_the_stamp_by_the_sum(yen: int, stamp: int) -> None:
    assert DUTY.of_receipt(yen, PaymentWay.CASH, ON) == stamp


def test_tax_does_not_count_where_the_receipt_states_it() -> None:
    assert DUTY.of_receipt(54_999, PaymentWay.CASH, ON, stated_tax=5_000) == 0
    assert DUTY.of_receipt(54_999, PaymentWay.CASH, ON) == 200
    assert DUTY.of_receipt(55_000, PaymentWay.CASH, ON, stated_tax=5_000) == 200
    assert DUTY.of_receipt(1_100_000, PaymentWay.CASH, ON, stated_tax=100_000) == 200


@pytest.mark.parametrize("way", PaymentWay)
def test_a_way_that_proves_neither_money_nor_securities_needs_none_and_no_file_does(way: PaymentWay) -> None:
    """Cheques and bills are securities 有価証券; a claim recorded electronically is none."""
    duty = {
        PaymentWay.BANK: 200,
        PaymentWay.CASH: 200,
        PaymentWay.CARD: 0,
        PaymentWay.DEBIT_CARD: 200,
        PaymentWay.DEBIT: 200,
        PaymentWay.CHEQUE: 200,
        PaymentWay.BILL: 200,
        PaymentWay.CLAIM: 0,
        PaymentWay.SET_OFF: 0,
    }
    assert DUTY.of_receipt(110_000, way, ON) == duty[way]
    assert DUTY.of_receipt(50_000, way, ON) == duty[way]
    assert DUTY.of_receipt(49_999, way, ON) == 0
    assert DUTY.of_receipt(110_000, way, ON, electronic=True) == 0


def test_the_bound_rose_on_a_day() -> None:
    assert DUTY.of_receipt(30_000, PaymentWay.CASH, date(2014, 3, 31)) == 200
    assert DUTY.of_receipt(30_000, PaymentWay.CASH, date(2014, 4, 1)) == 0
    with pytest.raises(ValueError, match="no stamp duty"):
        DUTY.on(date(1990, 1, 1))


def test_every_table_names_its_source() -> None:
    assert DUTY.as_of
    assert all(DUTY.sources)
    assert all(table.source for table in DUTY.tables)


@pytest.mark.parametrize(
    "text",
    [
        "format = 2",
        TEXT.replace("free_below", "free_under"),
        TEXT.replace("    { yen = 200000 },\n", ""),
        TEXT.replace("{ up_to = 1000000, yen = 200 }", "{ up_to = 9000000, yen = 200 }"),
    ],
)
def test_a_damaged_table_is_refused_as_a_whole(text: str) -> None:
    with pytest.raises(ValueError, match="not a table"):
        parse_stamp_duty(text)
