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


def test_likeness_is_of_the_bytes_whatever_the_pieces_and_of_nothing_else() -> None:
    def tag(key: bytes, *pieces: bytes) -> bytes:
        likeness = ciphers.Likeness(key)
        for piece in pieces:
            likeness.add(memoryview(piece))
        return likeness.tag()

    key, content = ciphers.new_key(), bytes(range(256)) * 20
    alike = tag(key, content)
    assert tag(key, content[:1], content[1:4097], content[4097:]) == alike
    assert tag(ciphers.new_key(), content) != alike
    for other in (content[:-1], content + b"\0", content[:100] + b"\xff" + content[101:], content[::-1], b""):
        assert tag(key, other) != alike
