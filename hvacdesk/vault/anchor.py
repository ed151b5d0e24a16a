"""The audit chain's head, noted outside the database so that a shortened or rewritten log is noticed.

The note holds a sequence number and a hash, nothing personal. One note lies in a small file of its own, one
in the operating system's key store; certificates carry the third on paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.vault import errors, folder
from hvacdesk.vault.keyring_store import Secrets

_LONGEST = 18 + 1 + 64 + 1
_NOTE = re.compile(r"([0-9]{1,18}):([0-9a-f]{64})\n?")


@dataclass(frozen=True)
class Head:
    """The last entry of the audit chain: its sequence number and its SHA-256 as 64 hexadecimal digits."""

    sequence: int
    digest: str

    def note(self) -> bytes:
        """The head as stored.

        Raises:
            ValueError: the digest is not a SHA-256 in lower-case hexadecimal.
        """
        text = f"{self.sequence}:{self.digest}"
        if not _NOTE.fullmatch(text):
            raise ValueError("not the head of an audit chain")
        return text.encode("ascii")


def write_head_file(home: Path, head: Head) -> None:
    """Note the head in the office's folder, by one atomic rename.

    Raises:
        DiskFull, FolderReadOnly: the former note is still there.
    """
    folder.replace_file(home / folder.HEAD_NAME, head.note() + b"\n")


def read_head_file(home: Path) -> Head | None:
    """The head noted in the folder, or None where there is no note.

    Raises:
        HeadDamaged: the note is unreadable.
    """
    try:
        return _parsed(own_files.content(home / folder.HEAD_NAME, _LONGEST))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise errors.HeadDamaged from error


def write_head_keyring(secrets: Secrets, office_id: str, epoch: int, head: Head) -> None:
    """Note the head in the key store."""
    secrets.write(keyring_account(office_id, epoch), head.note())


def read_head_keyring(secrets: Secrets, office_id: str, epoch: int) -> Head | None:
    """The head noted in the key store, or None where there is no note.

    Raises:
        HeadDamaged: the note is unreadable.
    """
    raw = secrets.read(keyring_account(office_id, epoch))
    if raw is None:
        raw = secrets.read(f"{office_id}/head")  # as long as no release had several folders of an office
    return None if raw is None else _parsed(raw)


def keyring_account(office_id: str, epoch: int) -> str:
    """The key store's account of the head; an office in two folders of a computer has two logs and epochs."""
    return f"{office_id}/{epoch}/head"


def _parsed(raw: bytes) -> Head:
    match = _NOTE.fullmatch(raw.decode("ascii", "replace"))
    if match is None:
        raise errors.HeadDamaged
    return Head(int(match[1]), match[2])
