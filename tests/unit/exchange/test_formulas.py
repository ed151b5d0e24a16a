"""Cells that could start a formula leave harmless, and come back to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.exchange.formulas import as_written, harmless

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("start", STARTS)
def test_nothing_that_could_start_a_formula_stands_at_a_cells_beginning(start: str) -> None:
    cell = f"{start}HYPERLINK(1)"
    assert harmless(cell) == f"'{cell}"
    assert as_written([harmless(cell)]) == [cell]


@pytest.mark.parametrize("cell", ["", "田中", "0521234567", "'90年の機器", "O'Brien", "a=b", "''", "1-2"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell
    assert as_written([cell]) == [cell]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])), max_size=5))
def test_every_cell_comes_back_to_the_letter(cells: list[str]) -> None:
    cells = [*cells, *(f"{before}{start}x" for before in ("", "'", "''") for start in STARTS)]
    kept = [cell for cell in cells if not {"\ufffe", "\uffff"} & set(cell)]
    assert as_written([harmless(cell) for cell in kept]) == kept
