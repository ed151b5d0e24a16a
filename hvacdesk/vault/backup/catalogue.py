"""The backups that lie in one folder: their names, which there are, and removing one."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.backups.backups import FoundBackup
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import folder, likeness
from hvacdesk.vault.backup import manifest
from hvacdesk.vault.backup.manifest import Manifest
from hvacdesk.vault.keyfile import slots
from hvacdesk.vault.keyfile.slots import Header

NAME_BEGINS = "hvacdesk-backup-"
_MOMENT = "%Y%m%dT%H%M%SZ"
UNFINISHED_SUFFIX = ".part"
_NAME = re.compile(NAME_BEGINS + r"([0-9a-f]{8})-([0-9]{8}T[0-9]{6}Z)-e([1-9][0-9]{0,8})")
_WITHIN = re.compile(_NAME.pattern, re.IGNORECASE)


@dataclass(frozen=True)
class Shelved:
    """A folder that is, or was, a backup, or a file that holds one.

    Attributes:
        manifest: None where it cannot be read, or where something else contradicts it.
        sure: whether nothing in it names another office.
    """

    path: Path
    epoch: int
    manifest: Manifest | None
    sure: bool = True

    @property
    def whole(self) -> bool:
        """Whether manifest and files are there in their full sizes; nothing is read of them."""
        return self.manifest is not None and manifest.sizes_fit(self.path, self.manifest)


def is_name(name: str) -> bool:
    """Whether a folder's name is that of a finished backup."""
    return _NAME.fullmatch(name) is not None


def named(path: Path) -> FoundBackup | None:
    """What a backup's name says of it; None if it has another name."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        taken_at = stamp(datetime.strptime(match[2], _MOMENT).replace(tzinfo=UTC))
    except ValueError:
        return None
    return FoundBackup(str(path), match[1], "", int(match[3]), taken_at, 0, "")


def epochs_within(name: str) -> tuple[int, ...]:
    """The epochs of the backups whose whole names lie within a name: an office's number, too, may begin with
    "e" and a digit.
    """
    return tuple(int(match[3]) for match in _WITHIN.finditer(likeness.plain(name)))


def is_named_after(name: str, office_id: str) -> bool:
    """Whether a name has the beginning of this office's backups' in it, whatever follows."""
    return f"{NAME_BEGINS}{office_id[:8]}" in likeness.plain(name)


def key_header(path: Path) -> Header | None:
    """What the key file in a folder says of itself; None where there is none that can be read."""
    with suppress(UserFacingError, OSError):
        return slots.read_copies(path)[0].header
    return None


def databases(path: Path) -> tuple[Path, ...]:
    """The databases in a folder: those with a database's name, and whatever else begins with the salt that
    the key file beside them names.

    Raises:
        OSError: the folder cannot be read.
    """
    found = set(folder.databases(path).values())
    header = key_header(path)
    if header is not None:
        with os.scandir(path) as entries:
            files = [Path(entry.path) for entry in entries if entry.is_file(follow_symlinks=False)]
        paged = (one for one in files if one not in found and likeness.is_paged(one))
        found.update(one for one in paged if likeness.beginning(one) == header.salt)
    return tuple(sorted(found))


def free_name(place: Path, office_id: str, epoch: int, taken_at: datetime) -> tuple[Path, str]:
    """A backup's path that is not taken, and its stamp; two within a second are named a second apart."""
    moment = taken_at.astimezone(UTC)
    while True:
        path = place / f"{NAME_BEGINS}{office_id[:8]}-{moment:{_MOMENT}}-e{epoch}"
        if not path.exists():
            return path, stamp(moment)
        moment += timedelta(seconds=1)


def shelved(place: Path, office_id: str) -> tuple[Shelved, ...]:
    """This office's backups in a folder, the newest first; links are not followed.

    Raises:
        OSError: the folder cannot be read.
    """
    found = [_shelved(path) for path in _folders(place, office_id, "")]
    return tuple(sorted((one for one in found if _is_of(one, office_id)), key=_age, reverse=True))


def remove(path: Path) -> None:
    """Remove a backup. It loses its name first, so that one that is removed by half is none.

    One that this login may not remove keeps its name. Of a folder with a name of somebody's own only the
    files of the backup are removed, and it too if it is empty then.

    Raises:
        OSError: it is still there, in part at least.
    """
    if not path.is_dir():
        own_files.remove(path)
        return
    if not is_name(path.name.removesuffix(UNFINISHED_SUFFIX)):
        _remove_own_files(path)
        return
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    unfinished = path
    if is_name(path.name):
        unfinished = path.with_name(path.name + UNFINISHED_SUFFIX)
        own_files.patiently(lambda: path.rename(unfinished))
    own_files.remove_folder(unfinished)


def _remove_own_files(path: Path) -> None:
    for database in databases(path):
        for end in ("", *folder.COMPANIONS):
            own_files.remove(database.with_name(database.name + end))
    for name in (manifest.NAME, folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        own_files.remove(path / name)
    with suppress(OSError):
        path.rmdir()


def sweep(place: Path, office_id: str) -> None:
    """Remove what interrupted backups and removals left; what another login left may stay, and is counted.

    Raises:
        OSError: something is still there for another reason.
    """
    for path in _folders(place, office_id, UNFINISHED_SUFFIX):
        with suppress(PermissionError):
            own_files.remove_folder(path)


def _folders(place: Path, office_id: str, suffix: str) -> Iterator[Path]:
    """Folders named like this office's backups, with a suffix."""
    with os.scandir(place) as entries:
        for entry in entries:
            match = _NAME.fullmatch(entry.name.removesuffix(suffix)) if entry.name.endswith(suffix) else None
            if match and match[1] == office_id[:8] and entry.is_dir(follow_symlinks=False):
                yield Path(entry.path)


def _shelved(path: Path) -> Shelved:
    match = _NAME.fullmatch(path.name)
    epoch = int(match[3]) if match else 0
    try:
        return Shelved(path, epoch, manifest.read(path))
    except UserFacingError:
        return Shelved(path, epoch, None)


def _is_of(one: Shelved, office_id: str) -> bool:
    """Whether it is this office's, as far as it says."""
    return one.manifest is None or one.manifest.facts.office_id == office_id


def _age(one: Shelved) -> tuple[int, int, str]:
    """The audit log only grows, so its length tells the order even where a clock was wrong."""
    if one.manifest is None:
        return one.epoch, 0, ""
    facts = one.manifest.facts
    return facts.epoch, facts.head_sequence, facts.taken_at
