"""The folders that the office names for its backups: the note of them, and the marker in each.

The note lies in the office's folder and not in the database, so that backups are found when the database is
damaged. The marker lies in each backup folder: without it, what is at that path is an empty mount point or
another disk, and must not be filled.
"""

from __future__ import annotations

import errno
import json
import re
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from hvacdesk import own_files
from hvacdesk.domain.exchange.given_files import OfficeFile
from hvacdesk.resource_files import program_folder
from hvacdesk.vault import folder
from hvacdesk.vault.backup.backup_errors import (
    PlaceAbsent,
    PlaceFailure,
    PlaceFull,
    PlaceInBackup,
    PlaceInOffice,
    PlaceInProgram,
    PlaceMissing,
    PlaceOfAnother,
    PlaceReadOnly,
    PlacesUnreadable,
    PlaceTooDeep,
    PlaceVanished,
)
from hvacdesk.vault.backup.manifest import NAME as MANIFEST_NAME
from hvacdesk.vault.errors import DiskFull, FolderReadOnly

NOTE_NAME = "backup.places"
MARKER_NAME = "hvacdesk-backups.json"
FORMAT = 1
LONGEST = 1_000_000
SPARE = 1 << 20
"""Room for small files and the file system's own needs, in bytes."""

LONGEST_WITHIN = len("/hvacdesk-backup-00000000-20000101T000000Z-e000000000.part/office-000000000.db-journal")
"""So many characters the longest path of a backup adds to its folder's."""

LONGEST_WINDOWS_PATH = 259
"""MAX_PATH without its ending zero; longer ones work on Windows only where an administrator allows them
(Microsoft's documentation, "Maximum Path Length Limitation")."""

_ID = re.compile(r"[0-9a-f]{32}")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {
    errno.ENOENT,
    errno.ENODEV,
    errno.ENXIO,
    errno.ENOTDIR,
    errno.ESTALE,
    errno.ENOTCONN,
    errno.ETIMEDOUT,
    errno.EHOSTDOWN,
    errno.EHOSTUNREACH,
    errno.ECONNABORTED,
    errno.ECONNRESET,
}


@dataclass(frozen=True)
class Place:
    """A folder for backups, and what is known of it while it is not connected.

    Attributes:
        place: 32 hexadecimal digits, also in the marker.
        folder: its path.
        verified_at, backup: stamp and path of the newest verified backup there, or empty.
        tried_at: stamp of the last try, or empty.
        failure: the last try's :attr:`PlaceFailure.code`, or empty.
        held: how many backups of each epoch it held when it was last seen: pairs of epoch and count.
        unsearched: whether it held more than is looked through for earlier backups.
    """

    place: str
    folder: OfficeFile
    verified_at: str = ""
    backup: str = ""
    tried_at: str = ""
    failure: str = ""
    held: tuple[tuple[int, int], ...] = ()
    unsearched: bool = False

    @property
    def path(self) -> Path:
        """The folder."""
        return Path(self.folder)


@contextmanager
def using_place() -> Iterator[None]:
    """Turn whatever goes wrong with a backup folder's disk into the failure that a user can act on."""
    try:
        yield
    except OSError as error:
        raise failure_of(error) from error
    except DiskFull as error:
        raise PlaceFull from error
    except FolderReadOnly as error:
        raise PlaceReadOnly from error


def failure_of(error: OSError) -> PlaceFailure:
    """The failure that an operating system's error means."""
    for numbers, kind in ((_FULL, PlaceFull), (_READ_ONLY, PlaceReadOnly), (_GONE, PlaceVanished)):
        if error.errno in numbers:
            return kind()
    return PlaceFailure()


def read(home: Path) -> tuple[Place, ...]:
    """The office's backup folders in the order of naming.

    Raises:
        PlacesUnreadable: the note is damaged, or a newer program wrote it.
    """
    path = home / NOTE_NAME
    try:
        raw = _object(path)
        if raw["format"] != FORMAT:
            raise PlacesUnreadable
        return tuple(_parsed(item) for item in raw["places"])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise PlacesUnreadable from error


def write(home: Path, places: Iterable[Place]) -> None:
    """Note the office's backup folders.

    Raises:
        DiskFull, FolderReadOnly: the former note is still there.
    """
    content = {"format": FORMAT, "places": [asdict(place) for place in places]}
    folder.replace_file(
        home / NOTE_NAME, json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    )


def require_connected(place: Place, office_id: str) -> None:
    """Raise :class:`PlaceAbsent` unless the folder with this place's marker is there."""
    if not connected(place, office_id):
        raise PlaceAbsent


def require_room(place: Place, office_id: str, size: int) -> None:
    """Whether the folder is there, takes files, and has room for a backup of so many bytes.

    Raises:
        PlaceAbsent, PlaceReadOnly, PlaceFull, PlaceFailure: it is not.
    """
    require_connected(place, office_id)
    with using_place():
        _write_marker(place.path, office_id, place.place)
        if shutil.disk_usage(place.path).free < size + SPARE:
            raise PlaceFull


def connected(place: Place, office_id: str) -> bool:
    """Whether the folder is there and is the one that was chosen."""
    try:
        return _marker(place.path) == (office_id, place.place)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def mark(chosen: Path, home: Path, office_id: str) -> str:
    """Make a folder one for this office's backups and return its id; a folder that already is keeps its own.

    Raises:
        PlaceMissing, PlaceInOffice, PlaceInProgram, PlaceInBackup, PlaceTooDeep, PlaceOfAnother: it cannot
            be one.
        PlaceReadOnly, PlaceFull, PlaceFailure: it cannot be written to.
    """
    _require_fit(chosen, home)
    try:
        owner, place = _marker(chosen)
    except FileNotFoundError:
        place = secrets.token_hex(16)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise PlaceOfAnother from error
    else:
        if owner != office_id:
            raise PlaceOfAnother
    with using_place():
        # Written in either case: so it is known here and now whether the folder takes files.
        _write_marker(chosen, office_id, place)
    return place


def unmark(place: Place, office_id: str) -> None:
    """Remove the marker, where it can be reached; the backups stay."""
    if connected(place, office_id):
        with using_place():
            own_files.remove(place.path / MARKER_NAME)


def _write_marker(chosen: Path, office_id: str, place: str) -> None:
    content = {"format": FORMAT, "office": office_id, "place": place}
    folder.replace_file(chosen / MARKER_NAME, json.dumps(content).encode("ascii"))


def _require_fit(chosen: Path, home: Path) -> None:
    if not chosen.is_dir():
        raise PlaceMissing
    if sys.platform == "win32" and len(str(chosen)) + LONGEST_WITHIN > LONGEST_WINDOWS_PATH:
        raise PlaceTooDeep
    there = own_files.real(chosen)
    if any(_same(one, home) for one in (there, *there.parents)):
        raise PlaceInOffice
    if any(_same(one, program_folder()) for one in (there, *there.parents)):
        raise PlaceInProgram
    if (there / MANIFEST_NAME).exists():
        raise PlaceInBackup


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one folder, by whatever links or letter case they are written."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _marker(chosen: Path) -> tuple[str, str]:
    """Office and place that a folder's marker names."""
    raw = _object(chosen / MARKER_NAME)
    if raw["format"] != FORMAT:
        raise ValueError("a newer program's marker")
    return _id(raw["office"]), _id(raw["place"])


def _object(path: Path) -> dict[str, Any]:
    content = own_files.content(path, LONGEST)
    raw = json.loads(content) if len(content) <= LONGEST else None
    if not isinstance(raw, dict):
        raise TypeError("object expected")
    return raw


def _parsed(item: object) -> Place:
    if not isinstance(item, dict):
        raise TypeError("object expected")
    held = tuple((int(epoch), int(count)) for epoch, count in item.pop("held"))
    unsearched = item.pop("unsearched", False)
    place = Place(**item, held=held, unsearched=unsearched is True)
    _id(place.place)
    if not all(isinstance(text, str) for text in item.values()):
        raise TypeError("not a place")
    return place


def _id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("not an id")
    return value
