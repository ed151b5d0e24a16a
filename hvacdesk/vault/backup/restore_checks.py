"""Whether a backup can be restored into a folder, as far as it can be told without any key."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from hvacdesk import __version__, own_files
from hvacdesk.vault import errors, folder, likeness
from hvacdesk.vault.backup import backup, catalogue, manifest
from hvacdesk.vault.backup.backup_errors import (
    BackupForbidden,
    BackupIncomplete,
    BackupNewer,
    BackupOfAnother,
    BackupUnreachable,
    BackupWithoutKeys,
    NotABackup,
)
from hvacdesk.vault.backup.catalogue import Shelved
from hvacdesk.vault.backup.manifest import Manifest
from hvacdesk.vault.database.pages import SALT_BYTES
from hvacdesk.vault.keyfile import slots
from hvacdesk.vault.keyfile.slots import SlotsFile

_VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){0,5}")


@dataclass(frozen=True)
class FittingBackup:
    """A backup that is complete and fits the folder that it is to be restored into.

    Attributes:
        key_files: key files of its epoch and database, from wherever they were found.
        later: key files of later epochs, by epoch: they know people better than the backup does.
    """

    path: Path
    manifest: Manifest
    key_files: tuple[SlotsFile, ...] = field(repr=False)
    later: Mapping[int, tuple[SlotsFile, ...]] = field(repr=False)

    @property
    def office_id(self) -> str:
        """32 hexadecimal digits."""
        return self.manifest.facts.office_id

    @property
    def epoch(self) -> int:
        """The backup's epoch."""
        return self.manifest.facts.epoch

    @property
    def database(self) -> Path:
        """The database in the backup."""
        return self.path / self.manifest.database_name


def examined(path: Path, home: Path, schema: int, shelves: Iterable[Path]) -> FittingBackup:
    """Look at a backup, and for key files that go with it.

    Args:
        home: the folder to restore into.
        schema: the newest schema that the program knows.
        shelves: folders with backups, besides the one that this backup lies in.

    Raises:
        NotABackup, BackupIncomplete, BackupDamaged, BackupNewer, BackupOfAnother, BackupWithoutKeys,
            BackupForbidden, BackupUnreachable: it cannot be restored here.
        SlotsNewer: a newer program wrote the office in the folder.
    """
    found = require_backup(path)
    facts = found.facts
    if facts.schema > schema or _number(facts.program) > _number(__version__):
        raise BackupNewer
    if facts.office_id not in _offices(home, facts.office_id):
        raise BackupOfAnother
    with _reached():
        backup.require_file(path, found.database_name, found)
        expected = salt(path / found.database_name)
    by_epoch = _by_epoch(_key_files(path, home, facts.office_id, shelves))
    fitting = tuple(file for file in by_epoch.get(facts.epoch, ()) if file.header.salt == expected)
    if not fitting:
        raise BackupWithoutKeys
    later = {epoch: files for epoch, files in by_epoch.items() if epoch > facts.epoch}
    return FittingBackup(path, found, fitting, later)


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise BackupForbidden from error
    except OSError as error:
        raise BackupUnreachable from error


@_reached()
def require_backup(path: Path) -> Manifest:
    """The manifest of a finished backup.

    Raises:
        NotABackup, BackupIncomplete, BackupDamaged, BackupNewer: it is none.
        BackupForbidden, BackupUnreachable: the folder cannot be read.
    """
    begun = path.name.endswith(catalogue.UNFINISHED_SUFFIX)
    named = catalogue.is_name(path.name.removesuffix(catalogue.UNFINISHED_SUFFIX))
    if not path.is_dir():
        raise NotABackup
    if named and begun:
        raise BackupIncomplete
    with os.scandir(path):  # another login's folder is told by the system's refusal
        pass
    if not (path / manifest.NAME).exists() and not named and not folder.databases(path):
        raise NotABackup
    return manifest.read(path)


def _number(version: str) -> tuple[int, ...]:
    """A program's version to be compared; the lowest for anything that is none."""
    return tuple(map(int, version.split("."))) if _VERSION.fullmatch(version) else ()


def _offices(home: Path, unknown: str) -> frozenset[str]:
    """Whose office is in the folder; where nobody can tell, the answer is ``unknown``."""
    try:
        return frozenset(file.header.office_id for file in slots.read_copies(home))
    except (errors.SlotsMissing, errors.SlotsDamaged):
        return frozenset({unknown})


def salt(database: Path) -> bytes:
    """The salt that a database file begins with; it belongs to one key file's epoch alone."""
    with own_files.opened(database) as file:
        return file.read(SALT_BYTES)


def salts(path: Path) -> tuple[bytes, ...]:
    """The salts of the databases in a folder, or of one database, as far as they can be read."""
    found: tuple[bytes, ...] = ()
    with suppress(OSError):
        within = path.is_dir()
        found = (
            tuple(map(likeness.beginning, catalogue.databases(path))) if within else (likeness.salt(path),)
        )
    return tuple(one for one in found if len(one) == SALT_BYTES)


def epoch_of(one: Shelved, present: int, salt: bytes) -> int:
    """The epoch of what lies somewhere: 0 where it was written under other keys than the present ones, or is
    called younger than these, whatever its name and its manifest say.

    Args:
        salt: what the databases of the present epoch begin with; empty if there is none yet.
    """
    if one.epoch > present or any(found != salt for found in salts(one.path) if salt):
        return 0
    return one.epoch


def _by_epoch(files: Iterable[SlotsFile]) -> dict[int, tuple[SlotsFile, ...]]:
    found: dict[int, list[SlotsFile]] = defaultdict(list)
    for file in files:
        if file not in found[file.header.epoch]:
            found[file.header.epoch].append(file)
    return {epoch: tuple(files) for epoch, files in found.items()}


def _key_files(path: Path, home: Path, office_id: str, shelves: Iterable[Path]) -> Iterator[SlotsFile]:
    """The office's readable key files: the backup's own first, then those of other backups, then its own."""
    backups = [path]
    for place in dict.fromkeys((path.parent, *shelves)):
        try:
            backups += [one.path for one in catalogue.shelved(place, office_id)]
        except OSError:
            continue
    for holder in (*dict.fromkeys(backups), home, *folder.set_aside(home)):
        for file in _copies(holder):
            if file.header.office_id == office_id:
                yield file


def _copies(holder: Path) -> tuple[SlotsFile, ...]:
    """The key files in a folder; none where they cannot be read, or only by a newer program."""
    try:
        return slots.read_copies(holder)
    except (errors.SlotsMissing, errors.SlotsDamaged, errors.SlotsNewer, OSError):
        return ()
