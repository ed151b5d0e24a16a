"""The price list: the owner's, in order, nothing deleted; and what a job's items come to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hvacdesk.domain.billing.prices import OWN_LINES, PriceList, PriceRecord
from hvacdesk.domain.errors import (
    ChangedMeanwhile,
    InvalidInput,
    Missing,
    NotPermitted,
    OutOfRange,
    RecordGone,
    TooLong,
)
from hvacdesk.domain.jobs.jobs import ADDITIONAL_ITEMS, ItemLine, WorkItem
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.prices import Prices
from tests.helpers.ground import ROLES, Ground

PIPE = PriceRecord(WorkItem.EXTRA_PIPE, unit="m", yen=3_300)
BASE = PriceRecord(None, "標準取付工事", "台", 16_500)


@pytest.fixture
def prices(ground: Ground) -> Prices:
    return Prices(ground.workplace)


@pytest.fixture
def owner(ground: Ground) -> Actor:
    return ground.people[Role.OWNER]


ACTS: dict[str, Callable[[Prices, Actor], object]] = {
    "keep": lambda p, who: p.keep(who, BASE),
    "shift": lambda p, who: p.shift(who, "0" * 32, 1),
    "usual": lambda p, who: p.add_usual(who, english),
    "tax": lambda p, who: p.set_with_tax(who, True),
}


@pytest.mark.parametrize("role", [role for role in ROLES if role is not Role.OWNER])
@pytest.mark.parametrize("act", ACTS)
def test_only_the_owner_changes_it(ground: Ground, prices: Prices, act: str, role: Role) -> None:
    with pytest.raises(NotPermitted):
        ACTS[act](prices, ground.people[role])


def test_who_prices_jobs_reads_it_and_a_technician_does_not(ground: Ground, prices: Prices) -> None:
    assert prices.listed(ground.desk).rows == ()
    with pytest.raises(NotPermitted):
        prices.listed(ground.people[Role.TECHNICIAN])


def test_usual_positions_come_once_and_without_a_price(prices: Prices, owner: Actor) -> None:
    assert prices.add_usual(owner, english) == len(OWN_LINES) + len(ADDITIONAL_ITEMS)
    assert {row.record.yen for row in prices.listed(owner).rows} == {None}
    assert prices.add_usual(owner, english) == 0


def test_positions_keep_their_order_and_move_by_one(prices: Prices, owner: Actor) -> None:
    first, second = prices.keep(owner, BASE), prices.keep(owner, PIPE)

    def order() -> list[str]:
        return [row.price for row in prices.listed(owner).rows]

    prices.shift(owner, second, -1)
    assert order() == [second, first]
    prices.shift(owner, second, -1)
    assert order() == [second, first]
    with pytest.raises(RecordGone):
        prices.shift(owner, "0" * 32, 1)


def test_a_position_is_put_out_of_use_and_not_deleted(prices: Prices, owner: Actor) -> None:
    price = prices.keep(owner, PIPE)
    prices.keep(owner, PriceRecord(PIPE.item, unit="m", yen=3_300, active=False), price, PIPE)
    listed = prices.listed(owner)
    assert len(listed.rows) == 1
    assert listed.offered == ()
    assert listed.yen_of(WorkItem.EXTRA_PIPE) is None
    prices.keep(owner, PIPE)
    with pytest.raises(InvalidInput):
        prices.keep(owner, PIPE)


@pytest.mark.parametrize(
    ("record", "error"),
    [
        (PriceRecord(None, "  "), Missing),
        (PriceRecord(None, "x" * 121), TooLong),
        (PriceRecord(None, "x", "123456789"), TooLong),
        (PriceRecord(None, "x", yen=2_000_000_000), OutOfRange),
        (PriceRecord(None, "4111 1111 1111 1111"), CardNumberFound),
    ],
)
def test_what_is_refused(prices: Prices, owner: Actor, record: PriceRecord, error: type[Exception]) -> None:
    with pytest.raises(error):
        prices.keep(owner, record)


def test_what_a_jobs_items_come_to(prices: Prices, owner: Actor) -> None:
    prices.keep(owner, PIPE)
    listed = prices.listed(owner)
    items = [
        ItemLine(WorkItem.EVACUATION),
        ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m", yen=listed.yen_of(WorkItem.EXTRA_PIPE)),
        ItemLine(WorkItem.REMOVAL, yen=5_505),
    ]
    sums = listed.totals_of(items)
    assert (sums.net, sums.tax, sums.gross) == (13_755, 1_375, 15_130)
    prices.set_with_tax(owner, True)
    sums = prices.listed(owner).totals_of(items)
    assert (sums.net, sums.tax, sums.gross) == (12_505, 1_250, 13_755)
    assert PriceList((), False, 10).totals_of([]).gross == 0


def test_a_position_that_somebody_else_changed_meanwhile_stays(prices: Prices, owner: Actor) -> None:
    price = prices.keep(owner, PIPE)
    prices.keep(owner, replace(PIPE, yen=3_500), price, PIPE)
    for shown in (PIPE, None):
        with pytest.raises(ChangedMeanwhile):
            prices.keep(owner, replace(PIPE, yen=4_000), price, shown)
    (row,) = prices.listed(owner).rows
    assert row.record.yen == 3_500
