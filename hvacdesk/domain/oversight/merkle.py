"""The Merkle tree of RFC 6962 (section 2.1) over the audit log, and its proofs that a log only grew.

A leaf is an entry's hash as its 32 bytes (:func:`hvacdesk.domain.oversight.audit_chain.entry_hash`), the
first entry's first. A person who knows the root of the first 50 entries can be shown, with a handful of
hashes and no entry at all, that the log of 80 entries begins with the same 50.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def leaf(entry_hash: str) -> bytes:
    """The tree's hash of an entry, by the entry's own hash of 64 hexadecimal digits."""
    return hashlib.sha256(b"\0" + bytes.fromhex(entry_hash)).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The root of the tree over these leaves, 32 bytes."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    middle = _middle(len(leaves))
    return _joined(root(leaves[:middle]), root(leaves[middle:]))


def consistency(leaves: Sequence[bytes], earlier: int) -> tuple[bytes, ...]:
    """The proof that the tree over the first ``earlier`` leaves became the one over all of them.

    Raises:
        ValueError: there were never so many leaves.
    """
    if not 0 <= earlier <= len(leaves):
        raise ValueError("no earlier tree of this size")
    return tuple(_proof(leaves, earlier, known=True)) if 0 < earlier < len(leaves) else ()


def _proof(leaves: Sequence[bytes], earlier: int, *, known: bool) -> list[bytes]:
    """``known``: whether this part's root is the earlier root, which the reader has already."""
    if earlier == len(leaves):
        return [] if known else [root(leaves)]
    middle = _middle(len(leaves))
    if earlier <= middle:
        return [*_proof(leaves[:middle], earlier, known=known), root(leaves[middle:])]
    return [*_proof(leaves[middle:], earlier - middle, known=False), root(leaves[:middle])]


def _middle(count: int) -> int:
    """The largest power of two below a count."""
    return 1 << (count - 1).bit_length() - 1


def _joined(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()
