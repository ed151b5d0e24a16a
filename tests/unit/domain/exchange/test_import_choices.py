"""Several values of one cell, where a program writes them so, with a sign between them."""

from __future__ import annotations

import pytest

from hvacdesk.domain.exchange.import_choices import KINDS_OF_PHONES, MAILBOXES, RowChoices
from hvacdesk.domain.exchange.importing import ImportField, TableLayout


def understood(kind: ImportField, cell: str) -> str:
    layout = TableLayout(1, ("A",), {0: kind}, separator=":::")
    return RowChoices(layout).of([cell])[0]


@pytest.mark.parametrize("kind", KINDS_OF_PHONES)
def test_the_numbers_of_a_cell_are_divided_whatever_kind_the_column_says(kind: ImportField) -> None:
    assert understood(kind, "052-111-2222 ::: 052-333-4444") == "052-111-2222\n052-333-4444"


@pytest.mark.parametrize("kind", sorted(MAILBOXES))
def test_the_first_of_several_mailboxes_is_chosen(kind: ImportField) -> None:
    assert understood(kind, "a@hidden.example ::: b@hidden.example") == "a@hidden.example"


def test_words_are_left_as_they_are() -> None:
    assert understood(ImportField.NOTE, "犬 ::: 猫") == "犬 ::: 猫"
