"""The hash chain over the audit log: a changed, moved or missing entry no longer fits the next one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

GENESIS = "0" * 64
"""What the first entry names as the hash before it."""

_FAR = 2**40
"""No log is so long. A misfit with a higher number is named by that number, any other by the number that is
due in its place, which rises with each entry that is written.
"""

SIGNATURE, GENERATION = "signature", "generation"
"""In the details of a signed entry: the office's signature in hexadecimal, and its key's generation.

A signed entry vouches for itself and, since it holds the hash before it, for everything up to it.
"""

Fits = Callable[[int, str, str], bool]
"""Whether a signature is the office's. Arguments: the signing key's generation, the text, the signature."""


@dataclass(frozen=True)
class ChainLink:
    """One entry with its place in the chain, as stored.

    Attributes:
        readable: whether all of it is as the program writes such things. What is not fits no hash.
    """

    sequence: int
    at: str
    actor: str
    action: str
    subject: str
    details: Mapping[str, object]
    note_hash: str
    previous: str
    hash: str
    readable: bool = True


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
    """What the chain stores of a free-text note. Salted, so that an erased note cannot be guessed back."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def own_hash(link: ChainLink) -> str:
    """The hash that an entry should have by what it says itself."""
    return entry_hash(
        link.previous,
        link.sequence,
        link.at,
        link.actor,
        link.action,
        link.subject,
        link.details,
        link.note_hash,
    )


def is_itself(link: ChainLink) -> bool:
    """Whether an entry has the hash that it should have by what it says itself."""
    return link.readable and link.hash == own_hash(link)


def signed_text(link: ChainLink) -> str:
    """What an entry's signature is made over: its hash as it would be without the signature."""
    details = {key: value for key, value in link.details.items() if key != SIGNATURE}
    return own_hash(replace(link, details=details))


def is_signed(link: ChainLink, fits: Fits) -> bool:
    """Whether the office signed this entry in this very place."""
    signature = link.details.get(SIGNATURE)
    return (
        link.readable and isinstance(signature, str) and fits(_generation(link), signed_text(link), signature)
    )


@dataclass(frozen=True)
class Examined:
    """What walking along the chain showed; entries by their sequence numbers.

    Attributes:
        misfits: do not fit the entry before them, or say something else than they did.
        refused: carry a signature that the office did not make there.
        claims: explain a gap, without a signature, in a log that was signed before.
        signed: carry the office's signature, the earliest first.
        last: the last entry.
    """

    misfits: tuple[int, ...]
    refused: tuple[int, ...]
    claims: tuple[int, ...]
    signed: tuple[ChainLink, ...]
    last: ChainLink | None

    @property
    def findings(self) -> frozenset[int]:
        """Every entry that is not as it should be."""
        return frozenset((*self.misfits, *self.refused, *self.claims))


class Walk:
    """Walks along the chain, entry by entry.

    Args:
        fits: whether the office made an entry's signature; of a signing key's generation, over a text.
        explains: the actions that explain a gap, which only the office's signature makes true.
        after: an entry that is known to be right, to begin behind.
    """

    def __init__(self, fits: Fits, explains: Collection[str], after: ChainLink | None = None) -> None:
        self._fits = fits
        self._explains = explains
        self._previous, self._expected = (GENESIS, 1) if after is None else (after.hash, after.sequence + 1)
        self._generation = 0 if after is None else _generation(after)
        self._found: dict[str, list[int]] = {"misfits": [], "refused": [], "claims": []}
        self._signed: list[ChainLink] = []
        self._begun = after is not None

    def along(self, links: Iterable[ChainLink]) -> Examined:
        """Every entry in order."""
        last = None
        for last in links:
            self._step(last)
        found = {name: tuple(sequences) for name, sequences in self._found.items()}
        return Examined(**found, signed=tuple(self._signed), last=last)

    def _step(self, link: ChainLink) -> None:
        in_place = (link.sequence, link.previous) == (self._expected, self._previous)
        if not (in_place and is_itself(link)):
            far = link.sequence > _FAR
            self._found["misfits"].append(link.sequence if far else self._expected)
        self._previous, self._expected = link.hash, link.sequence + 1
        if SIGNATURE in link.details:
            if is_signed(link, self._fits) and _generation(link) >= self._generation:
                self._signed.append(link)
                self._generation, self._begun = _generation(link), True
            else:
                self._found["refused"].append(link.sequence)
        elif self._begun and link.action in self._explains:
            self._found["claims"].append(link.sequence)


def _generation(link: ChainLink) -> int:
    generation = link.details.get(GENERATION)
    return generation if isinstance(generation, int) else 0
