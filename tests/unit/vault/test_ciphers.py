"""Contexts cannot be confused, and sealed values open nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.vault import ciphers

PARTS = st.lists(st.binary(max_size=6), max_size=5)


@given(PARTS, PARTS)
def test_different_parts_never_give_one_context(left: list[bytes], right: list[bytes]) -> None:
    assert (ciphers.context(*left) == ciphers.context(*right)) == (left == right)


def test_hpke_seals_to_one_key_in_one_context() -> None:
    private, other = ciphers.new_key(), ciphers.new_key()
    sealed = ciphers.seal_to(ciphers.exchange_public(private), b"the key", b"here")
    assert ciphers.unseal_with(private, sealed, b"here") == b"the key"
    for key, context, content in (
        (other, b"here", sealed),
        (private, b"there", sealed),
        (private, b"here", sealed[:-1]),
    ):
        with pytest.raises(ciphers.NotOpened):
            ciphers.unseal_with(key, content, context)


def test_a_signature_is_for_one_purpose() -> None:
    private = ciphers.new_key()
    public = ciphers.signing_public(private)
    signature = ciphers.sign(private, "roster", b"text")
    assert ciphers.signature_fits(public, "roster", b"text", signature)
    assert not ciphers.signature_fits(public, "document", b"text", signature)
    assert not ciphers.signature_fits(ciphers.signing_public(ciphers.new_key()), "roster", b"text", signature)
    assert not ciphers.signature_fits(b"short", "roster", b"text", signature)
