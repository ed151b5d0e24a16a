"""Customer numbers are read back as they are written, and found by their beginning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.customers.customer_numbers import (
    beginning_numbers,
    count_of,
    customer_number,
    disjoint,
    same_number,
)
from hvacdesk.domain.text.text_forms import fold

counts = st.integers(1, 999_999_999)


@given(counts)
def test_a_written_number_is_read_back(count: int) -> None:
    folded = fold(customer_number(count))
    assert count_of(folded) == count
    assert same_number(folded) == (range(count, count + 1),)


@given(counts, st.data())
def test_every_beginning_of_a_number_finds_it_and_only_its_like(count: int, data: st.DataObject) -> None:
    folded = fold(customer_number(count))
    typed = folded[: data.draw(st.integers(1, len(folded)))]
    other = data.draw(counts)
    spans = beginning_numbers(typed)
    assert any(count in span for span in spans)
    assert any(other in span for span in spans) == fold(customer_number(other)).startswith(typed)


@pytest.mark.parametrize("typed", ["", "c-x", "5", "56", "田中", "c-1234567890", "1-2", "c-0000000"])
def test_what_begins_no_number(typed: str) -> None:
    assert beginning_numbers(typed) == ()


@pytest.mark.parametrize(
    ("typed", "count"), [("123", 123), ("c123", 123), ("c-000123", 123), ("000123", 123)]
)
def test_a_count_is_enough(typed: str, count: int) -> None:
    assert same_number(typed) == (range(count, count + 1),)


@pytest.mark.parametrize("typed", ["0", "00001", "c-0012", "0123", "abc"])
def test_half_a_number_is_no_count(typed: str) -> None:
    assert same_number(typed) == ()


@pytest.mark.parametrize("folded", ["c-12", "c-0000012", "12", "x-000012", "c-000000"])
def test_what_is_no_customer_number(folded: str) -> None:
    assert count_of(folded) == 0


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda pair: range(pair[0], sum(pair))))
)
def test_ranges_made_disjoint_hold_the_same_counts_once(spans: list[range]) -> None:
    found = [count for span in disjoint(spans) for count in span]
    assert sorted(found) == sorted({count for span in spans for count in span})
