"""The audit chain's head, noted outside the database so that a shortened or rewritten log is noticed.

The note holds counts and a hash, nothing personal. One note lies in a small file of its own, one in the
operating system's key store; certificates carry the third on paper. Every note has a higher count than the
one before it, whichever place that one went to, so that an older note put back shows.
"""

from __future__ import annotations

import errno
import os
import re
import threading
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.vault import errors, folder
from hvacdesk.vault.device.keyring_store import Secrets

_LONGEST = 3 * (18 + 1) + 64 + 1
_NOTE = re.compile(r"(?:([0-9]{1,18}):([0-9]{1,18}):)?([0-9]{1,18}):([0-9a-f]{64})\n?")
"""Earlier versions of the program noted no counts."""

_HIGHEST_COUNT = 10**12
_COUNTED_ON = 10**11
"""Neither is reached by counting: what is over the first is damaged, over the second not counted on from."""


@dataclass(frozen=True)
class Head:
    """The last entry of the audit chain: its sequence number and its SHA-256 as 64 hexadecimal digits.

    Attributes:
        count: of the notes that were written, this one included; 0 where they were not counted yet.
        stored: the count of the latest note in the key store when this one was written.
    """

    sequence: int
    digest: str
    count: int = 0
    stored: int = 0

    def note(self) -> bytes:
        """The head as stored.

        Raises:
            ValueError: the digest is not a SHA-256 in lower-case hexadecimal.
        """
        text = f"{self.count}:{self.stored}:{self.sequence}:{self.digest}"
        if not _NOTE.fullmatch(text):
            raise ValueError("not the head of an audit chain")
        return text.encode("ascii")

    def line(self) -> bytes:
        """The head as the file holds it: always as long, so that one can be written over another."""
        self.note()
        text = f"{self.count:018}:{self.stored:018}:{self.sequence:018}:{self.digest}\n"
        return text.encode("ascii")


class Unread(StrEnum):
    """Why there is no head where a note should be."""

    MISSING = "missing"
    DAMAGED = "damaged"


Noted = Head | Unread


class HeadNotes:
    """The notes as one program reads and writes them, with one count for all who are logged in.

    The login that opens the office first makes them, and they are ended with the last login: the next one
    begins with what it reads.

    Args:
        home: the office's folder.
    """

    FILE, KEYRING, ROSTER = "file", "keyring", "roster"

    def __init__(self, home: Path) -> None:
        self._home = home
        self._count = 0
        self._stored = 0
        self._latest = (0, "")
        self._ended = False
        self._writing = threading.Lock()

    @property
    def stored(self) -> int:
        """The count of the latest note in the key store, as far as it is known."""
        return self._stored

    def end(self) -> None:
        """Note nothing any more, whoever still comes late: somebody may open the office again from now on."""
        with self._writing:
            self._ended = True

    def read(self, secrets: Secrets | None, office_id: str, epoch: int) -> dict[str, Noted]:
        """The noted heads by place; the key store's only where there is one.

        Raises:
            KeyringLocked, KeyringMissing: the key store cannot be asked.
        """
        with self._writing:  # between the writes of a note one place is behind the other
            return self._read(secrets, office_id, epoch)

    def _read(self, secrets: Secrets | None, office_id: str, epoch: int) -> dict[str, Noted]:
        found: dict[str, Noted] = {}
        try:
            found[self.FILE] = read_head_file(self._home) or Unread.MISSING
        except errors.HeadDamaged:
            found[self.FILE] = Unread.DAMAGED
        if secrets is not None:
            try:
                found[self.KEYRING] = self._of_rotation(secrets, office_id, epoch) or Unread.MISSING
            except errors.HeadDamaged:
                found[self.KEYRING] = Unread.DAMAGED
        for place, head in found.items():
            if isinstance(head, Head) and max(head.count, head.stored) <= _COUNTED_ON:
                self._count = max(self._count, head.count, head.stored)
                self._stored = max(self._stored, head.count if place == self.KEYRING else head.stored)
        return found

    def _of_rotation(self, secrets: Secrets, office_id: str, epoch: int) -> Head | None:
        """The key store's note; a rotation that ended before copying it has left it with the former epoch."""
        pending = (former for former in folder.databases(self._home) if former < epoch)
        for one in (epoch, *sorted(pending, reverse=True)):
            if (head := read_head_keyring(secrets, office_id, one)) is not None:
                return head
        return None

    def write(self, sequence: int, digest: str, secrets: Secrets | None, office_id: str, epoch: int) -> None:
        """Note a head in the folder and, if there is one, in the key store, under the next count.

        Wherever this ends, no note is behind what another one says of it: the file is at a count before the
        key store is, and says of the key store only what it holds already. A head that was passed by what
        others committed meanwhile is not noted: the latest one that is known is.

        Raises:
            DiskFull, FolderReadOnly, KeyringLocked, KeyringMissing: some former note is still there.
        """
        with self._writing:
            if self._ended:
                return
            self._count += 1
            sequence, digest = self._latest = max(self._latest, (sequence, digest))
            write_head_file(self._home, Head(sequence, digest, self._count, self._stored))
            if secrets is not None:
                head = Head(sequence, digest, self._count, self._count)
                write_head_keyring(secrets, office_id, epoch, head)
                self._stored = self._count
                write_head_file(self._home, head)

    def follow(self, sequence: int, digest: str) -> None:
        """Note in the folder what was just committed, by writing over the note there and waiting for no disk.

        After a power cut the note of before may be there, which the log has too. What was committed later
        counts: a caller that comes late with an earlier head writes nothing.

        Raises:
            DiskFull, FolderReadOnly: the former note is still there.
        """
        with self._writing:
            if self._ended or sequence <= self._latest[0]:
                return
            self._count += 1
            self._latest = (sequence, digest)
            head = Head(sequence, digest, self._count, self._stored)
            try:
                _write_over(self._home / folder.HEAD_NAME, head.line())
            except OSError:
                write_head_file(self._home, head)


def carry(secrets: Secrets, office_id: str, former: int, epoch: int) -> None:
    """Copy a former epoch's note to an epoch that has none yet."""
    raw = secrets.read(keyring_account(office_id, former))
    if raw is not None and secrets.read(keyring_account(office_id, epoch)) is None:
        secrets.write(keyring_account(office_id, epoch), raw)


def take_along(secrets: Secrets, office_id: str, epoch: int) -> None:
    """Copy the note of the latest former epoch for a login that catches up to this one."""
    for former in range(epoch - 1, 0, -1):
        raw = secrets.read(keyring_account(office_id, former))
        if raw is not None:
            secrets.write(keyring_account(office_id, epoch), raw)
            return


def write_head_file(home: Path, head: Head) -> None:
    """Note the head in the office's folder, by one atomic rename.

    Raises:
        DiskFull, FolderReadOnly: the former note is still there.
    """
    folder.replace_file(home / folder.HEAD_NAME, head.line())


def _write_over(path: Path, line: bytes) -> None:
    """Raises :class:`OSError` where no note of this length lies, or the file has another name, too."""
    with own_files.opened_in_place(path) as file:
        if os.fstat(file.fileno()).st_size != len(line):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        file.write(line)


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
    head = Head(int(match[3]), match[4], int(match[1] or 0), int(match[2] or 0))
    if max(head.count, head.stored) > _HIGHEST_COUNT:
        raise errors.HeadDamaged
    return head
