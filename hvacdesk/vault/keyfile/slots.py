"""The key file ``office.keys``: the only thing that says which epoch, database file and salt are current.

Two copies lie beside the database. The first line carries the format and a checksum, so that damage is
noticed without any key; the second line is JSON. Its clear part names office, epoch, database file, salt and
key store. The *body* (people, wrapped keys, grants, signed roster, logins) is sealed under a key derived from
the device secret, so that a stolen file is no oracle for passphrases; the clear part is bound to it. The
recovery slot lies outside the body, and so do handovers (:mod:`hvacdesk.vault.device.secret_handover`); a
copy for a backup leaves these out.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from hvacdesk import own_files
from hvacdesk.vault import ciphers, errors, folder, milestones
from hvacdesk.vault.keyfile import body as bodies
from hvacdesk.vault.keyfile import fields
from hvacdesk.vault.keyfile.body import Body

FORMAT = 2
"""What is written. Format 1, which is still read, had no commitments on the roster and no other logins."""

LONGEST_FILE = 4_000_000
_FIRST_LINE = re.compile(rb"hvacdesk-keys ([0-9]{1,9}) ([0-9a-f]{64})")
_OFFICE_ID = re.compile(r"[0-9a-f]{32}")


class UnreadableCopy(Exception):
    """One copy is damaged; the other may be whole."""


@dataclass(frozen=True)
class Header:
    """The clear part.

    Attributes:
        salt: the database's.
        keyring: the key store that holds the device secret.
        format: of the file; each file that is written has the present one.
    """

    office_id: str
    epoch: int
    database: str
    salt: bytes
    keyring: str
    format: int = FORMAT

    def bound(self) -> bytes:
        """The context that binds the sealed body to this header."""
        return ciphers.context(
            "slots", self.format, self.office_id, self.epoch, self.database, self.salt, self.keyring
        )


@dataclass(frozen=True)
class RecoverySlot:
    """The office's keys sealed to the recovery key, and which sheet (number, ISO date) has its code."""

    number: int
    created: str
    sealed: bytes


@dataclass(frozen=True)
class SecretHandover:
    """An epoch's device secret, sealed for logins that hold the secret of a ``former`` epoch."""

    former: int
    epoch: int
    sealed: bytes = field(repr=False)


@dataclass(frozen=True)
class SlotsFile:
    """One key file as stored."""

    header: Header
    sealed: bytes
    recovery: RecoverySlot
    handovers: tuple[SecretHandover, ...] = ()


def slots_key(device_secret: bytes, epoch: int) -> bytes:
    """The key of the sealed body, from the device secret of an epoch."""
    return ciphers.derive(device_secret, "slots", epoch)


def seal_body(body: Body, key: bytes, header: Header) -> bytes:
    """The body as stored in the file."""
    return ciphers.seal(key, bodies.dump(body), header.bound())


def open_body(file: SlotsFile, key: bytes) -> Body:
    """The body of a key file.

    Raises:
        NotOpened: another device secret, or a header that was exchanged.
        SlotsDamaged: sealed by us, but not a body of this format.
    """
    plain = ciphers.unseal(key, file.sealed, file.header.bound())
    try:
        return bodies.parse(json.loads(plain))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise errors.SlotsDamaged from error


def present(home: Path) -> bool:
    """Whether the folder has a key file, in either copy."""
    return any(os.path.lexists(path) for path in _paths(home))


def read_copies(home: Path) -> tuple[SlotsFile, ...]:
    """The readable copies, the first one first.

    While one of them can be read, the other one may be anything: a single flipped bit makes a newer format.

    Raises:
        SlotsMissing: there is no copy.
        SlotsNewer: no copy is readable, and one has a newer format.
        SlotsDamaged: no copy is readable.
    """
    if not present(home):
        raise errors.SlotsMissing
    readable: list[SlotsFile] = []
    failure: Exception = errors.SlotsDamaged()
    for path in _paths(home):
        try:
            readable.append(read_one(path))
        except errors.SlotsNewer as newer:
            failure = newer
        except (UnreadableCopy, OSError):
            continue
    if not readable:
        raise failure
    return tuple(readable)


def read_one(path: Path) -> SlotsFile:
    """One copy, wherever it lies.

    Raises:
        SlotsNewer: the format is newer than this program knows.
        UnreadableCopy: it is no whole key file.
        OSError: the disk does not give it.
    """
    content = own_files.content(path, LONGEST_FILE)
    if len(content) > LONGEST_FILE:
        raise UnreadableCopy
    return parse(content)


def newest_epoch(home: Path) -> int:
    """The epoch that the key file names now; 0 where no copy can be read."""
    try:
        return max(file.header.epoch for file in read_copies(home))
    except (errors.SlotsMissing, errors.SlotsDamaged):
        return 0


def are_even(home: Path, file: SlotsFile) -> bool:
    """Whether both copies are this file; if not, one was damaged or a write was interrupted."""
    content = serialize(file)
    try:
        return all(own_files.content(path, len(content)) == content for path in _paths(home))
    except OSError:
        return False


def write_copies(home: Path, file: SlotsFile) -> None:
    """Write both copies. The rename of the first one is the commit.

    A second copy that cannot be written is no failure: the change is in force, and the next start evens the
    copies out.

    Raises:
        DiskFull, FolderReadOnly: the former file is still there.
    """
    content = serialize(file)
    first, second = _paths(home)
    folder.replace_file(first, content)
    milestones.reached(f"slots.{first.name}")
    with suppress(errors.DiskFull, errors.FolderReadOnly):
        folder.replace_file(second, content)
    milestones.reached(f"slots.{second.name}")


def serialize(file: SlotsFile) -> bytes:
    """A key file's bytes."""
    header = file.header
    content = json.dumps(
        {
            "office": header.office_id,
            "epoch": header.epoch,
            "database": header.database,
            "salt": header.salt.hex(),
            "keyring": header.keyring,
            "body": fields.text(file.sealed),
            "recovery": {
                "number": file.recovery.number,
                "created": file.recovery.created,
                "sealed": fields.text(file.recovery.sealed),
            },
            "handovers": [[link.former, link.epoch, fields.text(link.sealed)] for link in file.handovers],
        }
    ).encode("ascii")
    return f"hvacdesk-keys {header.format} {hashlib.sha256(content).hexdigest()}\n".encode("ascii") + content


def parse(content: bytes) -> SlotsFile:
    """A key file from its bytes.

    Raises:
        SlotsNewer: the format is newer than this program knows.
        UnreadableCopy: anything else that is not a whole key file.
    """
    first, _, rest = content.partition(b"\n")
    match = _FIRST_LINE.fullmatch(first)
    if match is None:
        raise UnreadableCopy
    written_format = int(match[1])
    if written_format > FORMAT:
        raise errors.SlotsNewer
    if hashlib.sha256(rest).hexdigest().encode("ascii") != match[2]:
        raise UnreadableCopy
    try:
        return _parse_file(json.loads(rest), written_format)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableCopy from error


def _paths(home: Path) -> tuple[Path, Path]:
    return home / folder.SLOTS_NAME, home / folder.SLOTS_COPY_NAME


def _parse_file(raw: dict[str, Any], written_format: int) -> SlotsFile:
    office_id, epoch, recovery = raw["office"], fields.count(raw["epoch"]), raw["recovery"]
    if not _OFFICE_ID.fullmatch(office_id) or raw["database"] != folder.database_name(epoch):
        raise ValueError("not a header of ours")
    salt = bytes.fromhex(raw["salt"])
    if len(salt) != ciphers.SALT_BYTES:
        raise ValueError("not a salt")
    keyring = fields.string(raw["keyring"])
    header = Header(office_id, epoch, raw["database"], salt, keyring, fields.count(written_format))
    slot = RecoverySlot(
        fields.count(recovery["number"]),
        date.fromisoformat(fields.string(recovery["created"])).isoformat(),
        fields.raw(recovery["sealed"]),
    )
    handovers = tuple(
        SecretHandover(fields.count(former), fields.count(epoch), fields.raw(sealed))
        for former, epoch, sealed in raw.get("handovers", [])
    )
    return SlotsFile(header, fields.raw(raw["body"]), slot, handovers)
