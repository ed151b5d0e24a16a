"""Which payments come to a deposit together, and which deposits to a payment."""

from __future__ import annotations

import pytest

from hvacdesk.domain.bank.divided_payments import MOST_TRIED, in_parts, parts_of


@pytest.mark.parametrize(
    ("parts", "wanted", "places"),
    [
        ([10, 20, 30], [30], {0, 1}),
        ([10, 20, 30], [60], {0, 1, 2}),
        ([10, 20, 30, 40], [50], {0, 1, 2, 3}),
        ([30], [30], set()),
        ([10, 20], [31], set()),
    ],
)
def test_every_choice_of_two_and_more_is_tried(parts: list[int], wanted: list[int], places: set[int]) -> None:
    assert in_parts(parts, wanted) == places
    assert parts_of(parts, wanted[0], ()) == places


def test_a_fee_is_kept_of_the_whole_or_of_each_part() -> None:
    assert parts_of([100, 200], 300 + 44, (44,)) == {0, 1}
    assert parts_of([100, 200], 300 + 2 * 44, (44,)) == {0, 1}
    assert parts_of([100, 200, 500], 300 + 3 * 44, (44,)) == set()


def test_more_than_can_be_tried_may_all_be_parts() -> None:
    many = [1_000] * (MOST_TRIED + 1)
    assert in_parts([*many, 9_999], [5_500]) == set(range(len(many)))
    assert parts_of([*many, 9_999], 5_500, (44,)) == set(range(len(many)))
    assert in_parts(many, [99_000]) == set()
    assert parts_of(many, 99_000, (44,)) == set()
