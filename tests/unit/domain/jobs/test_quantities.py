"""Measured values: how people write them, what is refused and what is asked about."""

from __future__ import annotations

import pytest

from hvacdesk.domain.errors import OutOfRange
from hvacdesk.domain.jobs.quantities import (
    MEASURES,
    NotANumber,
    Quantity,
    check_possible,
    is_usual,
    read_number,
    shown,
)


@pytest.mark.parametrize(
    ("quantity", "typed", "value"),
    [
        (Quantity.AIRTIGHT_MPA, "4.15", 4.15),
        (Quantity.AIRTIGHT_MPA, "4,15", 4.15),
        (Quantity.AIRTIGHT_MPA, "４．１５ＭＰａ", 4.15),
        (Quantity.AIRTIGHT_MPA, "４。１５", 4.15),
        (Quantity.AIRTIGHT_MIN, "10分", 10),
        (Quantity.AIRTIGHT_MIN, "1,440", 1440),
        (Quantity.VACUUM_PA, "1，000", 1000),
        (Quantity.VACUUM_PA, "66,7", 66.7),
        (Quantity.ADDED_KG, "0,650", 0.65),
        (Quantity.ADDED_KG, "0.2ｋｇ", 0.2),
        (Quantity.ADDED_KG, "1,250", 1.25),
        (Quantity.INSULATION_MOHM, "100MΩ以上", 100),
        (Quantity.INSULATION_MOHM, "2,000", 2000),
        (Quantity.SUCTION_C, "２６．５℃", 26.5),
        (Quantity.OUTLET_C, "ー3", -3),
        (Quantity.OUTLET_C, "−3.5 °C", -3.5),
        (Quantity.CURRENT_A, ".8", 0.8),
        (Quantity.CURRENT_A, "  ", None),
    ],
)
def test_numbers_are_read_as_people_write_them(quantity: Quantity, typed: str, value: float | None) -> None:
    assert read_number(typed, MEASURES[quantity]) == value


@pytest.mark.parametrize(
    "typed", ["abc", "4.1.5", "4,1,5", "4.15 kg", "1e3", "∞", "nan", "--3", "4 15", "4,"]
)
def test_anything_else_is_no_number(typed: str) -> None:
    with pytest.raises(NotANumber):
        read_number(typed, MEASURES[Quantity.AIRTIGHT_MPA])


@pytest.mark.parametrize("quantity", Quantity)
def test_what_is_usual_is_possible_and_its_source_is_named(quantity: Quantity) -> None:
    measure = MEASURES[quantity]
    assert measure.possible[0] <= measure.usual[0] < measure.usual[1] <= measure.possible[1]
    assert measure.source
    for value in measure.usual:
        check_possible(quantity, value)
        assert is_usual(quantity, value)


def test_a_gauge_pressure_below_nothing_is_refused_as_a_vacuum() -> None:
    with pytest.raises(OutOfRange):
        check_possible(Quantity.VACUUM_PA, -0.1)


def test_a_value_outside_the_usual_range_is_asked_about_and_not_refused() -> None:
    check_possible(Quantity.INSULATION_MOHM, 0.05)
    assert not is_usual(Quantity.INSULATION_MOHM, 0.05)


def test_numbers_are_shown_without_needless_zeros() -> None:
    assert [shown(value) for value in (4.15, 10.0, 0.65, None)] == ["4.15", "10", "0.65", ""]
