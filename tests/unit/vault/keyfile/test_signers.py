"""Signing keys and their successors: who knows an early key can check what a later one signed, only so."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from hvacdesk.vault import ciphers
from hvacdesk.vault.keyfile import signers
from hvacdesk.vault.keyfile.signers import (
    LogKeys,
    LogSigner,
    SignerSuccession,
    are_whole,
    latest,
    signed_by_office,
)

OFFICE = "ab" * 16
KEYS = [bytes([number]) * 32 for number in range(1, 5)]
PUBLIC = [ciphers.signing_public(key) for key in KEYS]
CHAIN = tuple(signers.succeed(OFFICE, KEYS[at], PUBLIC[at + 1], at + 2) for at in range(3))


@pytest.mark.parametrize("known", range(4))
def test_every_earlier_key_leads_to_the_last_one(known: int) -> None:
    assert latest(OFFICE, PUBLIC[known], CHAIN) == PUBLIC[3]
    assert latest(OFFICE, PUBLIC[known], reversed(CHAIN)) == PUBLIC[3]
    signature = signers.sign(KEYS[3], b"list")
    assert signed_by_office(OFFICE, PUBLIC[known], b"list", signature, CHAIN)
    assert not signed_by_office(OFFICE, PUBLIC[known], b"another", signature, CHAIN)


def test_a_former_keys_signature_is_worth_nothing_to_who_knows_its_successor() -> None:
    signature = signers.sign(KEYS[0], b"list")
    assert signed_by_office(OFFICE, PUBLIC[0], b"list", signature)
    assert not signed_by_office(OFFICE, PUBLIC[0], b"list", signature, CHAIN)
    assert not signed_by_office(OFFICE, PUBLIC[1], b"list", signature, CHAIN)
    assert not signed_by_office(OFFICE, PUBLIC[1], b"list", signature)


def test_a_succession_that_another_key_signed_leads_nowhere() -> None:
    stranger = bytes([9]) * 32
    forged = signers.succeed(OFFICE, stranger, ciphers.signing_public(stranger), 2)
    claimed = replace(forged, former=PUBLIC[0])
    signature = signers.sign(stranger, b"list")
    for link in (forged, claimed):
        assert latest(OFFICE, PUBLIC[0], [link]) == PUBLIC[0]
        assert not signed_by_office(OFFICE, PUBLIC[0], b"list", signature, [link])
    assert latest("cd" * 16, PUBLIC[0], CHAIN) == PUBLIC[0], "of another office"
    assert latest(OFFICE, PUBLIC[0], [replace(CHAIN[0], generation=3)]) == PUBLIC[0]


def test_a_gap_ends_the_way() -> None:
    assert latest(OFFICE, PUBLIC[0], [CHAIN[0], CHAIN[2]]) == PUBLIC[1]


@pytest.mark.parametrize(
    ("signer", "generation", "chain", "whole"),
    [
        (PUBLIC[0], 1, (), True),
        (PUBLIC[3], 4, CHAIN, True),
        (PUBLIC[3], 3, CHAIN, False),
        (PUBLIC[2], 4, CHAIN, False),
        (PUBLIC[3], 4, (), False),
        (PUBLIC[3], 4, CHAIN[1:], False),
        (PUBLIC[3], 4, (CHAIN[1], CHAIN[0], CHAIN[2]), False),
        (PUBLIC[3], 4, (*CHAIN[:2], replace(CHAIN[2], signature=bytes(64))), False),
    ],
)
def test_a_rosters_chain_has_no_gap(
    signer: bytes, generation: int, chain: tuple[SignerSuccession, ...], *, whole: bool
) -> None:
    assert are_whole(OFFICE, signer, generation, chain) is whole


def test_successions_survive_json() -> None:
    assert signers.parsed(json.loads(json.dumps(signers.listed(CHAIN)))) == CHAIN


def test_an_entry_of_the_log_fits_its_generations_key_alone() -> None:
    """A former key, known to somebody who left, signs nothing in the present one's name."""
    keys = LogKeys.of(OFFICE, PUBLIC[1], 2, CHAIN[:1])
    former, present = LogSigner(OFFICE, 1, KEYS[0]), LogSigner(OFFICE, 2, KEYS[1])
    assert (former.public, present.public) == (PUBLIC[0], PUBLIC[1])
    assert keys.fit(1, "entry", former.sign("entry"))
    assert keys.fit(2, "entry", present.sign("entry"))
    assert not keys.fit(2, "entry", former.sign("entry"))
    assert not keys.fit(1, "entry", present.sign("entry"))
    assert not keys.fit(2, "another entry", present.sign("entry"))
    assert not LogKeys("cd" * 16, keys.keys).fit(2, "entry", present.sign("entry"))


@pytest.mark.parametrize("signature", ["", "xy", "00" * 63, "署名"])
def test_a_signature_that_is_none_fits_nothing(signature: str) -> None:
    assert not LogKeys(OFFICE, {1: PUBLIC[0]}).fit(1, "entry", signature)


def test_a_generation_that_the_roster_does_not_know_has_no_key() -> None:
    assert not LogKeys(OFFICE, {1: PUBLIC[0]}).fit(2, "entry", LogSigner(OFFICE, 2, KEYS[1]).sign("entry"))


@pytest.mark.parametrize("generation", ["2", None, float("inf")])
def test_a_succession_of_no_generation_is_refused(generation: object) -> None:
    (link,) = signers.listed(CHAIN[:1])
    with pytest.raises(TypeError):
        signers.parsed([[generation, *link[1:]]])
