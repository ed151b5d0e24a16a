"""What else in a backup folder, or in the office's own, is a backup of it, by its content or its name.

A backup that was renamed, moved into another folder, copied without its folder, packed into a file, or
removed by half still holds what was destroyed since. None of them counts as one that can be relied on.

Not found: one that was packed under a name of somebody's own; one that is packed under the present epoch's
name; a database without the key file of its epoch whose name has no "office" left in it; one beside which
somebody put a key file that names its salt and another office; what only a link leads to; what lies deeper
than is looked; and what this login may not read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import folder, likeness
from hvacdesk.vault.backup import catalogue, manifest
from hvacdesk.vault.backup.catalogue import Shelved
from hvacdesk.vault.backup.manifest import Manifest
from hvacdesk.vault.keyfile.slots import Header

MOST_FOLDERS = 5_000
"""So many folders are opened in all: somebody may have named a folder full of other things."""
MOST_NAMES = 100_000
"""So many names are read in them."""

_DEPTH = 2
"""A folder of backups may have been moved into another one; below that, names alone are looked at."""
_DEPTH_AT_HOME = 4
"""The office's own folder holds little, and copies of its folders hold folders with backups."""
_SLOTS_NAMES = {folder.SLOTS_NAME, folder.SLOTS_COPY_NAME}


@dataclass(frozen=True)
class Strays:
    """What was found, and whether everything was looked at that is looked for."""

    found: tuple[Shelved, ...]
    whole: bool


def strays(place: Path, office_id: str, home: Path) -> Strays:
    """Whatever looks like a backup of this office in a folder or up to two levels below it, or three where a
    folder is named after one. Links are not followed, and the finished backups that
    :func:`hvacdesk.vault.backup.catalogue.shelved` lists are left out.

    Args:
        home: the office's own folder, which is none.

    Raises:
        OSError: the folder cannot be read.
    """
    finished = {one.path: one for one in catalogue.shelved(place, office_id)}
    search = _Search(office_id, finished, lambda path: _is_same(path, home))
    search.look(place, _DEPTH)
    return Strays(tuple(search.found), search.whole)


def beside(home: Path, office_id: str, known: Collection[str]) -> Strays:
    """The same in the office's own folder, but for the files that the program itself names so, which may be
    the living ones, and for what restores put aside.

    Args:
        known: names of other folders in it that are looked at by themselves.

    Raises:
        OSError: the folder cannot be read.
    """
    search = _Search(office_id, {}, lambda path: path.parent == home and _is_own(path.name, known))
    search.look(home, _DEPTH_AT_HOME, itself=False)
    return Strays(tuple(search.found), search.whole)


def _is_own(name: str, known: Collection[str]) -> bool:
    return name in known or folder.is_database_name(name) or folder.is_set_aside(name)


def _is_same(path: Path, home: Path) -> bool:
    with suppress(OSError):
        return path.samefile(home)
    return False


class _Search:
    """One look through folders.

    Attributes:
        found: what was found.
        whole: whether the look came to its end.
    """

    def __init__(
        self, office_id: str, finished: dict[Path, Shelved], is_passed: Callable[[Path], bool]
    ) -> None:
        self._office_id = office_id
        self._finished = finished
        self._is_passed = is_passed
        self._names_left = MOST_NAMES
        self._folders_left = MOST_FOLDERS
        self.found: list[Shelved] = []
        self.whole = True

    def look(self, path: Path, below: int, *, itself: bool = True) -> None:
        """Look at a folder and at those in it, so many levels down.

        Args:
            itself: whether the folder may be a backup as a whole.

        Raises:
            OSError: it cannot be read.
        """
        if not self._folders_left:
            self.whole = False
            return
        self._folders_left -= 1
        files, folders = self._listed(path)
        own = self._of_backup(path, {file.name for file in files}) if itself else ()
        for file in files:
            if not _belongs(file, own) and not self._is_passed(file):
                self._look_at_file(file)
        for inner in folders:
            if (below or self._is_named(inner)) and not self._is_passed(inner):
                with suppress(OSError):  # what cannot be read cannot be told
                    self.look(inner, max(below - 1, 0))

    def _listed(self, path: Path) -> tuple[list[Path], list[Path]]:
        """The files in a folder that may matter by their names, and the folders; no links."""
        files: list[Path] = []
        folders: list[Path] = []
        with os.scandir(path) as entries:
            for entry in entries:
                if not self._names_left:
                    self.whole = False
                    break
                self._names_left -= 1
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                elif entry.is_file(follow_symlinks=False) and _matters(entry.name):
                    files.append(Path(entry.path))
        return files, folders

    def _of_backup(self, path: Path, names: set[str]) -> tuple[Path, ...]:
        """The databases that belong to a backup, which is noted unless it is a finished one or another
        office's; none where there is no backup.
        """
        finished = self._finished.get(path)
        if finished is not None:
            return _databases_of(path, finished.manifest)
        said = _manifest_of(path) if manifest.NAME in names else None
        header = catalogue.key_header(path) if names & _SLOTS_NAMES else None
        offices = {*([said.facts.office_id] if said else []), *([header.office_id] if header else [])}
        if not self._may_be_ours(path, offices):
            return _of_another(path, said, header)
        sure = not offices - {self._office_id}
        databases = catalogue.databases(path) if header or any(map(folder.is_database_name, names)) else ()
        epochs = [epoch for one in databases if (epoch := likeness.epoch_told(one.name))]
        if said is not None and said.facts.office_id == self._office_id:
            epochs.append(said.facts.epoch)
        if header is not None and header.office_id == self._office_id and databases:
            epochs.append(header.epoch)
        if self._is_named(path):
            epochs += catalogue.epochs_within(path.name)
        if epochs or self._is_named(path):
            self.found.append(Shelved(path, min(epochs, default=0), said if sure else None, sure))
        return databases

    def _is_named(self, path: Path) -> bool:
        return catalogue.is_named_after(path.name, self._office_id)

    def _may_be_ours(self, path: Path, offices: set[str]) -> bool:
        """Whether anything of a folder says so, or nothing says whose it is. What one file says is written
        over in a moment, so that one alone which names another office is not believed.
        """
        if not offices or self._office_id in offices:
            return True
        begun_alike = any(one[:8] == self._office_id[:8] for one in offices)
        return self._is_named(path) and not begun_alike

    def _look_at_file(self, file: Path) -> None:
        epoch = likeness.epoch_told(file.name)
        if self._is_named(file):
            epoch = min(catalogue.epochs_within(file.name), default=0)
        elif epoch is None and likeness.may_be(file):
            epoch = 0
        if epoch is not None:
            self.found.append(Shelved(file, epoch, None))


def _matters(name: str) -> bool:
    plain = likeness.plain(name)
    return name == manifest.NAME or "office" in plain or catalogue.NAME_BEGINS in plain


def _manifest_of(path: Path) -> Manifest | None:
    with suppress(UserFacingError):
        return manifest.read(path)
    return None


def _databases_of(path: Path, said: Manifest | None) -> tuple[Path, ...]:
    """The databases of a finished backup: others under such a name were put into its folder."""
    found = catalogue.databases(path)
    if said is None:
        return found
    return tuple(
        one for one in found if one.name == said.database_name or not folder.is_database_name(one.name)
    )


def _of_another(path: Path, said: Manifest | None, header: Header | None) -> tuple[Path, ...]:
    """The databases in another office's folder that are its own: those that begin as its key file says, or,
    without one, all of a folder that has that office's name, too. What a manifest says alone proves nothing.
    """
    if header is not None:
        own = (header.salt, b"")  # what cannot be read is left to whose folder it is
        return tuple(one for one in catalogue.databases(path) if likeness.beginning(one) in own)
    if said is not None and catalogue.is_named_after(path.name, said.facts.office_id):
        return catalogue.databases(path)
    return ()


def _belongs(file: Path, databases: Collection[Path]) -> bool:
    """Whether a file is one of these databases, or what SQLite keeps beside one."""
    ends = ("", *folder.COMPANIONS, folder.LOST_WAL_SUFFIX)
    return any(file.name == one.name + end for one in databases for end in ends)
