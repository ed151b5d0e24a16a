"""Argon2id: what turns a passphrase into a key, and how much work that takes.

Floor: OWASP Password Storage Cheat Sheet (Argon2id m=47104 KiB, t=1, p=1; as of 2026-11). New passphrases
use at least 64 MiB. Costs read from a file are checked against floor and ceiling before they are used, so
that an exchanged file can neither weaken a passphrase nor make the program take all memory.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from hvacdesk.vault.keyfile.passphrase import normalized

DERIVED_BYTES = 32
_TARGET_SECONDS = 0.3
_LANES = 4


@dataclass(frozen=True)
class Cost:
    """Argon2id parameters: memory in KiB, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int


_FLOOR = Cost(memory=47_104, passes=1, lanes=1)
_CEILING = Cost(memory=1_048_576, passes=24, lanes=16)
_NEW = Cost(memory=65_536, passes=2, lanes=_LANES)
_SLOWDOWN = Cost(memory=65_536, passes=1, lanes=_LANES)
_LIGHT = Cost(memory=19_456, passes=2, lanes=1)


class CostRefused(ValueError):
    """Parameters below the floor or above the ceiling."""


def passphrase_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 32-byte key of a passphrase.

    Raises:
        CostRefused: the cost lies outside the permitted range; nothing was computed.
    """
    pairs = (
        (_FLOOR.memory, cost.memory, _CEILING.memory),
        (_FLOOR.passes, cost.passes, _CEILING.passes),
        (_FLOOR.lanes, cost.lanes, _CEILING.lanes),
    )
    if not all(low <= value <= high for low, value, high in pairs):
        raise CostRefused
    return _argon2id(normalized(passphrase), salt, cost)


def session_key(pin: str, salt: bytes) -> bytes:
    """A light derivation for a PIN that lives in memory and has few tries (OWASP's m=19456, t=2, p=1)."""
    return _argon2id(pin, salt, _LIGHT)


def spend(seed: bytes, times: int, told: Callable[[int, int], None]) -> None:
    """Do memory-hard work that nobody needs, one piece after the other: what slows a flood down.

    Args:
        told: hears how many pieces are done, and of how many.
    """
    value = sha256(seed).digest()
    for done in range(times):
        told(done, times)
        value = _argon2id(value.hex(), value[:16], _SLOWDOWN)
    told(times, times)


def tuned_cost() -> Cost:
    """The cost for new passphrases on this machine: 64 MiB, and passes for about 0.3 s."""
    started = time.perf_counter()
    _argon2id("measure", bytes(16), _NEW)
    seconds = max(time.perf_counter() - started, 0.001)
    passes = round(_NEW.passes * _TARGET_SECONDS / seconds)
    return Cost(_NEW.memory, min(max(passes, _NEW.passes), _CEILING.passes), _NEW.lanes)


def _argon2id(text: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        text.encode("utf-8"), salt, cost.passes, cost.memory, cost.lanes, DERIVED_BYTES, Type.ID
    )
