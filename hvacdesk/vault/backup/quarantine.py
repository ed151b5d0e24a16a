"""Putting the former office's files aside when a restore takes their place, whatever interrupts it.

Before a restore writes anything, a note names its epoch and the folder for the former files, into which the
small ones are copied. Once the key file names that epoch, the databases are moved; if it never does, what
was begun is removed again. Either can be finished later without any key. Where the note cannot be read any
more, nothing is removed for it, and the databases of former epochs are moved to where the copies are.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import errors, folder, milestones
from hvacdesk.vault.device import epoch_accounts
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import fields, slots
from hvacdesk.vault.keyfile.sealing import device_account

NOTE_NAME = "restore.begun"
_COPIED = (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME)
_COMPANIONS = (*folder.COMPANIONS, "")
_LONGEST_NOTE = 10_000
_OFFICE = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True)
class Begun:
    """A restore that was begun; ``folder`` is the set-aside folder's name, empty if there was no office."""

    office: str
    epoch: int
    folder: str

    def note(self) -> bytes:
        """The note's content."""
        return json.dumps({**asdict(self), "check": self.check()}).encode("ascii")

    def check(self) -> str:
        """What a flipped bit anywhere in the note would change."""
        return hashlib.sha256(json.dumps(asdict(self)).encode("ascii")).hexdigest()


def is_begun(home: Path) -> bool:
    """Whether a restore was begun and not finished."""
    return os.path.lexists(home / NOTE_NAME)


def begin(home: Path, office_id: str, epoch: int, moment: datetime) -> Begun:
    """Note that a restore begins, and keep the former office's key file, which it will write over.

    Raises:
        DiskFull, FolderReadOnly: nothing was begun.
    """
    begun = Begun(office_id, epoch, "")
    if slots.present(home) or folder.databases(home):
        begun = Begun(office_id, epoch, _free_name(home, moment))
    # The note first: it is what the copies are removed by, should the program end here.
    folder.replace_file(home / NOTE_NAME, begun.note())
    milestones.reached("restore.begun")
    if begun.folder:
        with folder.writing():
            (home / begun.folder).mkdir(mode=0o700)
        for name in _COPIED:
            if (home / name).is_file():
                content = own_files.content(home / name, slots.LONGEST_FILE)
                folder.replace_file(home / begun.folder / name, content)
        folder.sync_folder(home)
    milestones.reached("restore.set_aside")
    return begun


def finish(home: Path, secrets: Secrets | None) -> None:
    """Finish a restore that was begun, or remove what it began. Needs no key; does nothing if there is none.

    Raises:
        OSError, DiskFull, FolderReadOnly: something is left; calling again goes on.
        KeyringMissing, KeyringLocked, KeyringKeepsNothing: as above.
    """
    if not is_begun(home):
        return
    begun = _read(home)
    if begun is None or (slots.present(home) and not _epochs(home, begun)):
        begun = _assumed(home)
    if begun is None:
        return  # nobody can tell which files are the office's: all of them stay
    with folder.writing():
        if _is_committed(home, begun):
            _move(home, begun)
        elif _is_given_up(home, begun):
            _undo(home, begun, secrets)
        else:
            return
        own_files.remove(home / NOTE_NAME)
        folder.sync_folder(home)
    milestones.reached("restore.finished")


def remove(put_aside: Path, office_id: str, secrets: Secrets | None) -> None:
    """Remove a set-aside folder with the device secrets of its epochs: nothing opens its files any more.

    Raises:
        KeyringMissing, KeyringLocked, KeyringKeepsNothing: nothing was removed but secrets.
        OSError: a part of it is left.
    """
    for epoch in folder.databases(put_aside):
        if secrets is None:
            raise errors.KeyringMissing
        epoch_accounts.forget(office_id, epoch, secrets)
    with folder.writing():
        own_files.remove_folder(put_aside)


def _free_name(home: Path, moment: datetime) -> str:
    name = f"set-aside-{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    numbered = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(one for one in numbered if not (home / one).exists())


def _read(home: Path) -> Begun | None:
    """The note; None where there is none that a restore wrote."""
    try:
        raw = json.loads(own_files.content(home / NOTE_NAME, _LONGEST_NOTE))
        begun = Begun(fields.string(raw["office"]), fields.count(raw["epoch"]), fields.string(raw["folder"]))
        whole = raw["check"] == begun.check() and _OFFICE.fullmatch(begun.office)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return begun if whole and (not begun.folder or folder.is_set_aside(begun.folder)) else None


def _assumed(home: Path) -> Begun | None:
    """What a note may have said that cannot be read, or is another office's: a restore that was committed.

    Then nothing is removed: whatever the present epoch is not made of goes to the copies that wait for it.
    None where the key file does not tell the present epoch.
    """
    try:
        present = max((file.header for file in slots.read_copies(home)), key=lambda header: header.epoch)
    except UserFacingError:
        return None
    waiting = (path.name for path in folder.set_aside(home) if not folder.databases(path))
    return Begun(present.office_id, present.epoch, next(waiting, ""))


def _is_committed(home: Path, begun: Begun) -> bool:
    """Whether the key file names the restored epoch, or one after it."""
    return any(epoch >= begun.epoch for epoch in _epochs(home, begun))


def _is_given_up(home: Path, begun: Begun) -> bool:
    """Whether the key file still names the former epoch, or there is none and never was a database."""
    if not slots.present(home):
        return begun.epoch not in folder.databases(home)
    return bool(_epochs(home, begun))


def _epochs(home: Path, begun: Begun) -> list[int]:
    """The epochs that the readable copies of the office's key file name."""
    try:
        headers = [file.header for file in slots.read_copies(home)]
    except (errors.SlotsMissing, errors.SlotsDamaged):
        return []
    return [header.epoch for header in headers if header.office_id == begun.office]


def _move(home: Path, begun: Begun) -> None:
    for path in _former_files(home, begun):
        folder.move_over(path, home / begun.folder / path.name)
        milestones.reached("restore.moved")
    if begun.folder:
        folder.sync_folder(home / begun.folder)


def _former_files(home: Path, begun: Begun) -> Iterator[Path]:
    """The former office's files, each database after what belongs to it; last what a proof waits for."""
    if not begun.folder:
        return
    own_files.require_folder(home / begun.folder)
    for epoch, database in sorted(folder.databases(home).items()):
        if epoch < begun.epoch:
            for suffix in _COMPANIONS:
                path = database.with_name(database.name + suffix)
                if path.exists():
                    yield path
    if folder.has_pending_proof(home):
        yield home / folder.PENDING_NAME


def _undo(home: Path, begun: Begun, secrets: Secrets | None) -> None:
    """Remove the restored epoch's files and secret, and the copies, which are all still there outside.

    The secret was written after the file: without one here it is another folder's.
    """
    database = home / folder.database_name(begun.epoch)
    written = (database, folder.unfinished(database))
    if secrets is not None and any(path.exists() for path in written):
        secrets.delete(device_account(begun.office, begun.epoch))
    for path in written:
        folder.remove_database(path)
    if begun.folder and not folder.databases(home / begun.folder):
        with suppress(FileNotFoundError):
            own_files.remove_folder(home / begun.folder)
