"""Registration numbers of issuers: their form, and the check digit of a company's."""

from __future__ import annotations

import pytest

from hvacdesk.domain.office.invoice_numbers import is_doubtful


@pytest.mark.parametrize("number", ["T7000012050002", "ｔ7000012050002", "T7-0000-1205-0002"])
def test_a_number_whose_check_digit_fits_is_not_doubted(number: str) -> None:
    """The corporate number of the tax office itself, as 国税庁 publishes it."""
    assert not is_doubtful(number)


@pytest.mark.parametrize("at", range(1, 14))
def test_every_digit_that_is_typed_wrong_by_one_is_doubted(at: int) -> None:
    number = "T7000012050002"
    wrong = str((int(number[at]) + 1) % 10)
    assert is_doubtful(number[:at] + wrong + number[at + 1 :])


@pytest.mark.parametrize("number", ["", "T123", "7000012050003"])
def test_what_is_no_number_is_for_the_form_to_refuse(number: str) -> None:
    assert not is_doubtful(number)
