"""A month's sales and payments: each list comes to the whole, to the yen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.billing.month_summary import Received, Sale, SalePart, divide, months_until, summarise
from hvacdesk.domain.jobs.jobs import WorkKind

YEN = st.integers(-(10**9), 10**9)
PARTS = st.lists(
    st.builds(SalePart, st.sampled_from(["", "佐藤", "鈴木"]), st.sampled_from([None, *WorkKind]), YEN),
    max_size=5,
).map(tuple)
SALES = st.lists(st.builds(Sale, st.sampled_from("abc"), st.just("顧客"), YEN, YEN, PARTS), max_size=8)
PAID = st.lists(
    st.builds(
        *(Received, st.sampled_from("abcd"), st.just("顧客"), YEN),
        *(st.sampled_from(["", "佐藤", "高橋"]), st.integers(0, 9_999), YEN),
    ),
    max_size=8,
)


@given(YEN, st.lists(YEN, min_size=1, max_size=9))
def test_shares_come_to_the_whole(whole: int, weights: list[int]) -> None:
    shares = divide(whole, weights)
    assert len(shares) == len(weights)
    assert sum(shares) == whole


@given(st.integers(0, 10**9), st.lists(st.integers(1, 10**6), min_size=1, max_size=9))
def test_no_share_is_off_by_a_yen(whole: int, weights: list[int]) -> None:
    for share, weight in zip(divide(whole, weights), weights, strict=True):
        assert abs(share - whole * weight / sum(weights)) < 1


@given(SALES, PAID)
def test_each_list_comes_to_the_whole(sales: list[Sale], paid: list[Received]) -> None:
    made = summarise("2026-11", sales, paid)
    assert sum(one.net for one in made.customers) == made.net
    assert sum(one.gross for one in made.customers) == made.gross
    assert sum(one.received for one in made.customers) == made.received
    assert sum(one.net for one in made.staff) == made.net
    assert sum(one.received for one in made.staff) == made.received
    assert sum(one.fees for one in made.customers) == made.fees == sum(one.fee for one in paid)
    assert sum(one.set_off for one in made.customers) == made.set_off == sum(one.set_off for one in paid)
    assert sum(one.net for one in made.works) == made.net
    assert sum(one.count for one in made.customers) == len(sales)


def test_the_months_before() -> None:
    assert months_until("2027-02", 4) == ("2026-11", "2026-12", "2027-01", "2027-02")


def test_a_month_worked_by_hand() -> None:
    sales = [
        Sale(
            "a",
            "青葉商店",
            100_000,
            110_000,
            (
                SalePart("佐藤", WorkKind.REPLACE, 60_000),
                SalePart("鈴木", WorkKind.CLEAN, 40_000),
            ),
        ),
        Sale("b", "田中", 10_001, 11_001, (SalePart("佐藤", WorkKind.CLEAN, 11_001),)),
        Sale("a", "青葉商店", -5_000, -5_500),
    ]
    paid = [
        Received("b", "田中", 11_001, "高橋"),
        Received("c", "鈴木商会", 500),
        Received("b", "田中", 9, "佐藤"),
    ]
    made = summarise("2026-11", sales, paid)
    assert [(one.name, one.count, one.net, one.gross, one.received) for one in made.customers] == [
        ("青葉商店", 2, 95_000, 104_500, 0),
        ("田中", 1, 10_001, 11_001, 11_010),
        ("鈴木商会", 0, 0, 0, 500),
    ]
    assert [(one.name, one.count, one.net, one.received) for one in made.staff] == [
        ("佐藤", 2, 70_001, 9),
        ("鈴木", 1, 40_000, 0),
        ("高橋", 0, 0, 11_001),
        ("", 1, -5_000, 500),
    ]
    assert [(one.work, one.net) for one in made.works] == [
        (WorkKind.REPLACE, 60_000),
        (WorkKind.CLEAN, 50_001),
        (None, -5_000),
    ]
    assert (made.net, made.gross, made.received) == (105_001, 115_501, 11_510)
