"""The office's signatures over the log's head: who made one, with which key, and when it says it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from hvacdesk.domain.oversight.checkpoints import Checkpoint, NoteSignature, origin_of, parsed
from hvacdesk.vault import ciphers
from hvacdesk.vault.keyfile import checkpoint_keys, signers
from hvacdesk.vault.keyfile.signers import LogKeys, LogSigner

OFFICE = "ab" * 16
KEYS = [bytes([number]) * 32 for number in range(1, 4)]
PUBLIC = [ciphers.signing_public(key) for key in KEYS]
AT = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
HEAD = Checkpoint(origin_of(OFFICE), 12, bytes(range(32)))


def signer(generation: int) -> LogSigner:
    return LogSigner(OFFICE, generation, KEYS[generation - 1])


def known() -> LogKeys:
    """What the roster knows after the first change of the signing key."""
    link = signers.succeed(OFFICE, KEYS[0], PUBLIC[1], 2)
    return LogKeys.of(OFFICE, PUBLIC[1], 2, [link])


@pytest.mark.parametrize("generation", [1, 2])
def test_the_present_key_and_a_former_one_are_the_offices(generation: int) -> None:
    made = parsed(checkpoint_keys.signed(HEAD, signer(generation), AT).note().encode())
    assert checkpoint_keys.holds(made, known())
    assert checkpoint_keys.signed_seconds(made, known()) == int(AT.timestamp())


def test_a_strangers_signature_is_nobodys() -> None:
    made = checkpoint_keys.signed(HEAD, LogSigner(OFFICE, 3, KEYS[2]), AT)
    assert not checkpoint_keys.holds(made, known())
    assert checkpoint_keys.signed_seconds(made, known()) is None


def test_without_a_time_it_holds_and_says_no_day() -> None:
    made = checkpoint_keys.signed(HEAD, signer(2))
    assert len(made.signatures) == 1
    assert checkpoint_keys.holds(made, known())
    assert checkpoint_keys.signed_seconds(made, known()) is None


@pytest.mark.parametrize(
    "changes",
    [{"size": 11}, {"root": bytes(32)}, {"origin": origin_of("cd" * 16)}],
    ids=lambda one: next(iter(one)),
)
def test_signatures_are_worth_nothing_under_another_head(changes: dict[str, object]) -> None:
    made = replace(checkpoint_keys.signed(HEAD, signer(2), AT), **changes)  # type: ignore[arg-type]
    assert not checkpoint_keys.holds(made, known())
    assert checkpoint_keys.signed_seconds(made, known()) is None


def test_nobody_can_say_another_day() -> None:
    plain, timed = checkpoint_keys.signed(HEAD, signer(2), AT).signatures
    later = NoteSignature(
        timed.name, timed.key, (int(AT.timestamp()) + 86_400).to_bytes(8, "big") + timed.signature[8:]
    )
    assert checkpoint_keys.signed_seconds(replace(HEAD, signatures=(plain, later)), known()) is None


def test_a_name_that_is_not_the_logs_counts_for_nothing() -> None:
    (plain,) = checkpoint_keys.signed(HEAD, signer(2)).signatures
    renamed = replace(plain, name=origin_of("cd" * 16))
    assert not checkpoint_keys.holds(replace(HEAD, signatures=(renamed,)), known())
