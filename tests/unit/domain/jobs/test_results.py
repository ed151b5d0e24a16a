"""Results: which units have a line on the sheet, what is refused, and what is doubted."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.errors import BadDate, BadTime, Missing, OutOfRange
from hvacdesk.domain.jobs.jobs import UnitPart, UnitRecord
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.results import (
    Doubt,
    JobResults,
    UnitResultRecord,
    check_results,
    difference,
    doubts,
    measured_units,
    removed_units,
    warranty_day,
)
from hvacdesk.domain.jobs.surveys import Survey, SurveyOutcome
from hvacdesk.domain.text.refused_numbers import CardNumberFound

TODAY = date(2026, 11, 24)
INDOOR, OUTDOOR = UnitRecord("居間"), UnitRecord("ベランダ", outdoor=True)


def measured(**values: float) -> UnitResultRecord:
    return UnitResultRecord("u1", {Quantity(name): value for name, value in values.items()})


class TestLinesOfTheSheet:
    def lines(self, *units: tuple[UnitPart, UnitRecord]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        records = [record for _, record in units]
        return measured_units(units, records), removed_units(units, records)

    def test_outdoor_units_stand_for_their_circuits(self) -> None:
        units = ((UnitPart.REMOVE, OUTDOOR), (UnitPart.INSTALL, INDOOR), (UnitPart.INSTALL, OUTDOOR))
        assert self.lines(*units) == ((2,), (0,))

    def test_where_no_outdoor_unit_is_known_every_unit_counts(self) -> None:
        units = ((UnitPart.REMOVE, INDOOR), (UnitPart.SERVICE, INDOOR), (UnitPart.SERVICE, INDOOR))
        assert self.lines(*units) == ((1, 2), (0,))


class TestChecking:
    def test_refrigerant_needs_the_day_of_the_work(self) -> None:
        with pytest.raises(Missing) as caught:
            check_results(JobResults(units=(measured(added_kg=0.2),)), TODAY)
        assert caught.value.field == "worked_on"

    def test_an_impossible_value_names_unit_and_quantity(self) -> None:
        record = JobResults("2026-11-24", units=(measured(airtight_mpa=41.5),))
        with pytest.raises(OutOfRange) as caught:
            check_results(record, TODAY)
        assert (caught.value.field, caught.value.part) == ("measured", "u1.airtight_mpa")

    @pytest.mark.parametrize(
        ("record", "error"),
        [
            (JobResults("2026-11-25"), BadDate),
            (JobResults("2026-11-24", started="13:00", ended="12:00"), BadTime),
            (JobResults("2026-11-24", warranty_until="2026-11-01"), BadDate),
            (JobResults("2026-11-24", warranty_until="2099-01-01"), BadDate),
            (JobResults(text="4111 1111 1111 1111"), CardNumberFound),
            (JobResults(units=(UnitResultRecord("u1", text="4111 1111 1111 1111"),)), CardNumberFound),
            (JobResults(survey=Survey(on="2026-11-20")), Missing),
            (JobResults(survey=Survey("2026-11-20", "", SurveyOutcome.FOUND)), Missing),
        ],
    )
    def test_what_cannot_be_right_is_refused(self, record: JobResults, error: type[Exception]) -> None:
        with pytest.raises(error):
            check_results(record, TODAY)

    def test_units_of_which_nothing_is_noted_are_left_out(self) -> None:
        units = (UnitResultRecord("u1"), UnitResultRecord("u2", text="異常なし"))
        assert [one.unit for one in check_results(JobResults(units=units), TODAY).units] == ["u2"]


class TestDoubts:
    @pytest.mark.parametrize(
        ("values", "doubted"),
        [
            ({"airtight_mpa": 4.15, "insulation_mohm": 100}, []),
            ({"airtight_mpa": 0.415}, ["airtight_mpa"]),
            ({"vacuum_pa": 5000}, ["vacuum_pa"]),
            ({"insulation_mohm": 0.3}, ["insulation_mohm"]),
            ({"suction_c": 27, "outlet_c": 14}, []),
            ({"suction_c": 20, "outlet_c": 42}, []),
            ({"suction_c": 27, "outlet_c": 25}, ["outlet_c"]),
        ],
    )
    def test_values_that_are_not_usual(self, values: dict[str, float], doubted: list[str]) -> None:
        found = doubts([measured(**values)], {})
        assert found == tuple(Doubt("u1", Quantity(name)) for name in doubted)

    @pytest.mark.parametrize(("net", "doubted"), [(0.65, 0), (0.95, 0), (1.2, 1), (-0.1, 1)])
    def test_a_net_charge_that_makes_no_sense(self, net: float, doubted: int) -> None:
        assert len(doubts([measured(added_kg=0.2)], {"u1": (0.65, net)})) == doubted


def test_suction_less_outlet() -> None:
    assert difference({Quantity.SUCTION_C: 27.3, Quantity.OUTLET_C: 14.1}) == 13.2
    assert difference({Quantity.SUCTION_C: 27.3}) is None


def test_a_warranty_ends_on_the_day_before_the_one_that_answers_to_its_first_day() -> None:
    assert warranty_day("2026-11-24", 1) == "2027-11-23"
    assert warranty_day("2024-02-29", 1) == "2025-02-28"
