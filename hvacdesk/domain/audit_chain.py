"""The hash chain over the audit log: a changed, moved or missing entry no longer fits the next one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

GENESIS = "0" * 64
"""What the first entry names as the hash before it."""


@dataclass(frozen=True)
class ChainLink:
    """One entry with its place in the chain, as stored."""

    sequence: int
    at: str
    actor: str
    action: str
    subject: str
    details: Mapping[str, object]
    note_hash: str
    previous: str
    hash: str


def entry_hash(
    previous: str,
    sequence: int,
    at: str,
    actor: str,
    action: str,
    subject: str,
    details: Mapping[str, object],
    note_hash: str,
) -> str:
    """SHA-256 over the entry's canonical JSON, which includes the hash of the entry before it."""
    fields = [previous, sequence, at, actor, action, subject, details, note_hash]
    canonical = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()


def note_hash(salt: bytes, text: str) -> str:
    """What the chain keeps of a free-text note. Salted, so that an erased note cannot be guessed back."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def verify_chain(links: Iterable[ChainLink]) -> int | None:
    """The sequence number of the first entry that does not fit, or None when all do."""
    previous, expected = GENESIS, 1
    for link in links:
        computed = entry_hash(
            previous,
            expected,
            link.at,
            link.actor,
            link.action,
            link.subject,
            link.details,
            link.note_hash,
        )
        if link.sequence != expected or link.previous != previous or link.hash != computed:
            return expected
        previous, expected = link.hash, expected + 1
    return None
