"""Sealed payment fields open in their own place alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.vault.database import payment
from hvacdesk.vault.errors import PaymentUnreadable

KEY = bytes(range(32))


@given(st.text(), st.integers(0, 2**63 - 1))
def test_a_field_is_read_back(text: str, row: int) -> None:
    assert (
        payment.unseal(
            KEY, 3, "accounts", "number", row, payment.seal(KEY, 3, "accounts", "number", row, text)
        )
        == text
    )


@pytest.mark.parametrize(
    "place",
    [
        (KEY, 3, "accounts", "number", 8),
        (KEY, 3, "accounts", "holder", 7),
        (KEY, 3, "other", "number", 7),
        (KEY, 4, "accounts", "number", 7),
        (bytes(32), 3, "accounts", "number", 7),
        (KEY, 3, "account", "snumber", 7),
    ],
)
def test_a_field_does_not_open_elsewhere(place: tuple[bytes, int, str, str, int]) -> None:
    sealed = payment.seal(KEY, 3, "accounts", "number", 7, "0123456")
    with pytest.raises(PaymentUnreadable):
        payment.unseal(*place, sealed)


@given(st.binary(max_size=60))
def test_any_bytes_are_refused(sealed: bytes) -> None:
    with pytest.raises(PaymentUnreadable):
        payment.unseal(KEY, 3, "accounts", "number", 7, sealed)


def test_the_same_text_is_never_sealed_alike() -> None:
    assert payment.seal(KEY, 1, "a", "b", 1, "x") != payment.seal(KEY, 1, "a", "b", 1, "x")
