"""The office's signing key under and over checkpoints of the audit log.

Checkpoints are those of :mod:`hvacdesk.domain.oversight.checkpoints`.

Two lines are made: the note's own signature, which every reader of the published form knows, and one that
holds the time of signing, so that a kept checkpoint says its day and nobody can say another.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hvacdesk.domain.oversight.checkpoints import (
    COSIGNATURE,
    NOTE_SIGNATURE,
    Checkpoint,
    NoteSignature,
    key_id,
)
from hvacdesk.vault import ciphers
from hvacdesk.vault.keyfile.signers import LogKeys, LogSigner


def signed(checkpoint: Checkpoint, signer: LogSigner, at: datetime | None = None) -> Checkpoint:
    """The checkpoint with the office's signature, and with a second one that says when, if asked for."""
    public, text, name = signer.public, checkpoint.text(), checkpoint.origin
    made = ciphers.sign_note(signer.key, text.encode())
    lines = [NoteSignature(name, key_id(name, NOTE_SIGNATURE, public), made)]
    if at is not None:
        seconds = int(at.timestamp())
        made = ciphers.sign_note(signer.key, _timed(text, seconds))
        lines.append(
            NoteSignature(name, key_id(name, COSIGNATURE, public), seconds.to_bytes(8, "big") + made)
        )
    return replace(checkpoint, signatures=tuple(lines))


def holds(checkpoint: Checkpoint, keys: LogKeys) -> bool:
    """Whether the office signed it, with its present key or a former one."""
    text = checkpoint.text().encode()
    return any(
        ciphers.note_fits(public, text, one.signature)
        for one, public in _of_office(checkpoint, keys, NOTE_SIGNATURE)
    )


def signed_seconds(checkpoint: Checkpoint, keys: LogKeys) -> int | None:
    """When the office signed it, in seconds since 1970; None where no signature of its own says that."""
    for one, public in _of_office(checkpoint, keys, COSIGNATURE):
        seconds = int.from_bytes(one.signature[:8], "big")
        if ciphers.note_fits(public, _timed(checkpoint.text(), seconds), one.signature[8:]):
            return seconds
    return None


def _of_office(checkpoint: Checkpoint, keys: LogKeys, kind: int) -> list[tuple[NoteSignature, bytes]]:
    name = checkpoint.origin
    return [
        (one, public)
        for one in checkpoint.signatures
        for public in keys.keys.values()
        if one.name == name and one.key == key_id(name, kind, public)
    ]


def _timed(text: str, seconds: int) -> bytes:
    """What a signature with a time is made over (c2sp.org/tlog-cosignature)."""
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()
