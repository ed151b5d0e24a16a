"""Payment fields: sealed one by one, each bound to its place in the database.

Format: generation of the key as four bytes, then nonce, ciphertext and tag of AES-256-GCM. Table, column,
primary key and generation are bound in, so that a value copied to another record does not open there.
"""

from __future__ import annotations

from hvacdesk.vault import ciphers, errors

_GENERATION_BYTES = 4


def seal(key: bytes, generation: int, table: str, column: str, row: int, text: str) -> bytes:
    """Seal a field's text."""
    sealed = ciphers.seal(key, text.encode("utf-8"), _bound(generation, table, column, row))
    return generation.to_bytes(_GENERATION_BYTES, "big") + sealed


def unseal(key: bytes, generation: int, table: str, column: str, row: int, sealed: bytes) -> str:
    """Open a field.

    Raises:
        PaymentUnreadable: altered, moved to another place, or sealed under another generation of the key.
    """
    if sealed[:_GENERATION_BYTES] != generation.to_bytes(_GENERATION_BYTES, "big"):
        raise errors.PaymentUnreadable
    try:
        plain = ciphers.unseal(key, sealed[_GENERATION_BYTES:], _bound(generation, table, column, row))
    except ciphers.NotOpened as error:
        raise errors.PaymentUnreadable from error
    return plain.decode("utf-8")


def _bound(generation: int, table: str, column: str, row: int) -> bytes:
    return ciphers.context("payment", generation, table, column, row)
