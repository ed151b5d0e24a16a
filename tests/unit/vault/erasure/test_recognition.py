"""Living rows are recognised in any order, and nothing else is."""

from __future__ import annotations

import random

import pytest

from hvacdesk.vault.erasure.surviving_rows import Living

ROWS = [b"row %d" % number for number in range(100)]


@pytest.fixture
def living() -> Living:
    made = Living()
    for start in range(0, len(ROWS), 7):
        made.add(b"customers", ROWS[start : start + 7])
    return made


def in_pages(rows: list[bytes], size: int) -> list[list[bytes]]:
    return [rows[start : start + size] for start in range(0, len(rows), size)]


@pytest.mark.parametrize("size", [1, 7, 10, 100])
def test_in_their_order_however_they_are_divided(living: Living, size: int) -> None:
    recognition = living.of(b"customers")
    assert [recognition.strangers(page) for page in in_pages(ROWS, size)] == [[]] * (-(-100 // size))


@pytest.mark.parametrize("size", [1, 7, 10])
def test_in_another_order_and_with_some_missing(living: Living, size: int) -> None:
    shuffled = random.Random(3).sample(ROWS, 60)
    recognition = living.of(b"customers")
    assert not any(recognition.strangers(page) for page in in_pages(shuffled, size))


@pytest.mark.parametrize("place", [0, 1, 49, 50, 99, 100])
def test_strangers_anywhere_among_them(living: Living, place: int) -> None:
    rows = [*ROWS[:place], b"new", *ROWS[place:], b"newer"]
    recognition = living.of(b"customers")
    found = [stranger for page in in_pages(rows, 10) for stranger in recognition.strangers(page)]
    assert found == [b"new", b"newer"]


def test_a_row_of_another_table_explains_nothing(living: Living) -> None:
    assert living.of(b"drafts").strangers(ROWS[:2]) == ROWS[:2]
    living.add(b"drafts", ROWS[:1])
    assert living.of(b"drafts").strangers(ROWS[:2]) == ROWS[1:2]


def test_every_proof_begins_anew(living: Living) -> None:
    for _ in range(2):
        assert living.of(b"customers").strangers(ROWS) == []
    assert len(living) == len(ROWS)
