"""The office's signing keys over time, and what they sign: documents, lists and their own successors.

When the signing key changes, the former one signs its successor. Who knows an early public key, from an old
backup for instance, can follow these *successions* to a later one and so check what that one signed.

A succession proves no more than the former key is worth: somebody who left with a copy of it could name a
successor of their own. Who knows a later key is not misled, since chains are followed forwards only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hvacdesk.vault import ciphers

_DOCUMENT = "document"
_SUCCESSION = "signer succession"
_LOG_ENTRY = "log entry"


@dataclass(frozen=True)
class SignerSuccession:
    """One change of the signing key: public keys before and after, signed by the former one.

    Attributes:
        generation: the successor's; the office's first key has 1.
    """

    former: bytes
    successor: bytes
    generation: int
    signature: bytes

    def holds(self, office_id: str) -> bool:
        """Whether the former key signed this."""
        text = _text(office_id, self.successor, self.generation)
        return ciphers.signature_fits(self.former, _SUCCESSION, text, self.signature)


def succeed(office_id: str, signing_key: bytes, successor: bytes, generation: int) -> SignerSuccession:
    """Name the signing key's successor, a public key, and the successor's generation."""
    signature = ciphers.sign(signing_key, _SUCCESSION, _text(office_id, successor, generation))
    return SignerSuccession(ciphers.signing_public(signing_key), successor, generation, signature)


def latest(office_id: str, signer: bytes, successions: Iterable[SignerSuccession]) -> bytes:
    """The last public key that the successions lead to from one that is known; itself if none applies."""
    for link in sorted(successions, key=lambda link: link.generation):
        if link.former == signer and link.holds(office_id):
            signer = link.successor
    return signer


def are_whole(
    office_id: str, signer: bytes, generation: int, successions: Sequence[SignerSuccession]
) -> bool:
    """Whether the successions lead without a gap to this signer of this generation, from whatever first one.

    An office of generation 1 has none.
    """
    if [link.generation for link in successions] != list(range(2, generation + 1)):
        return False
    followers = [link.former for link in successions[1:]] + [signer]
    return all(
        link.successor == following and link.holds(office_id)
        for link, following in zip(successions, followers, strict=bool(successions))
    )


def sign(signing_key: bytes, data: bytes) -> bytes:
    """The office's signature over a document or list: 64 bytes."""
    return ciphers.sign(signing_key, _DOCUMENT, data)


def signed_by_office(
    office_id: str,
    signer: bytes,
    data: bytes,
    signature: bytes,
    successions: Iterable[SignerSuccession] = (),
) -> bool:
    """Whether the office signed a document or list, as far as one can tell who knows this public key.

    Args:
        successions: those that came with the document; its signer is the last one they lead to.
    """
    return ciphers.signature_fits(latest(office_id, signer, successions), _DOCUMENT, data, signature)


@dataclass(frozen=True)
class LogSigner:
    """Signs entries of the audit log with the office's signing key of one generation."""

    office_id: str
    generation: int
    key: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public key, which checks what this signs."""
        return ciphers.signing_public(self.key)

    def sign(self, text: str) -> str:
        """The signature over an entry's text, in hexadecimal."""
        return ciphers.sign(self.key, _LOG_ENTRY, _entry(self.office_id, self.generation, text)).hex()


@dataclass(frozen=True)
class LogKeys:
    """The office's public signing keys by generation, as the roster knows them; they check the log."""

    office_id: str
    keys: Mapping[int, bytes]

    @staticmethod
    def of(
        office_id: str, signer: bytes, generation: int, successions: Iterable[SignerSuccession]
    ) -> LogKeys:
        """The present key and those that it followed."""
        former = {link.generation - 1: link.former for link in successions}
        return LogKeys(office_id, {**former, generation: signer})

    def fit(self, generation: int, text: str, signature: str) -> bool:
        """Whether the office's key of this generation signed an entry's text."""
        public = self.keys.get(generation)
        try:
            raw = bytes.fromhex(signature)
        except ValueError:
            return False
        signed = _entry(self.office_id, generation, text)
        return public is not None and ciphers.signature_fits(public, _LOG_ENTRY, signed, raw)


def _entry(office_id: str, generation: int, text: str) -> bytes:
    return ciphers.context(office_id, generation, text)


def listed(successions: Iterable[SignerSuccession]) -> list[list[str | int]]:
    """Successions as they are written into JSON."""
    return [
        [link.generation, link.former.hex(), link.successor.hex(), link.signature.hex()]
        for link in successions
    ]


def parsed(raw: Any) -> tuple[SignerSuccession, ...]:
    """Successions from JSON; whether they hold is another question.

    Raises:
        ValueError, TypeError: they are not in this form.
    """
    return tuple(
        SignerSuccession(
            bytes.fromhex(former), bytes.fromhex(successor), _number(generation), bytes.fromhex(signature)
        )
        for generation, former, successor, signature in raw
    )


def _number(value: object) -> int:
    if not isinstance(value, int):  # int() would take infinity, and raise what nobody foresees
        raise TypeError("number expected")
    return value


def _text(office_id: str, successor: bytes, generation: int) -> bytes:
    return ciphers.context(office_id, successor, generation)
