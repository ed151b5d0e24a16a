"""What else in a backup folder is a backup of the office, by its content or by a part of its name.

A backup that was renamed, moved one folder down, copied without its folder, packed into a file, or removed by
half still holds what was destroyed since. None of them counts as a backup that can be relied on.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import folder
from hvacdesk.vault.backup import catalogue, manifest
from hvacdesk.vault.backup.catalogue import Shelved
from hvacdesk.vault.keyfile import slots

MOST_ENTRIES = 5_000
"""So many entries are looked at in all: somebody may have named a folder full of other things."""


def strays(place: Path, office_id: str, home: Path) -> tuple[Shelved, ...]:
    """Whatever looks like a backup of this office in a folder or one level below it, but for those finished
    backups that :func:`hvacdesk.vault.backup.catalogue.shelved` lists. Links are not followed.

    Args:
        home: the office's own folder, which is none.

    Raises:
        OSError: the folder cannot be read.
    """
    finished = {one.path for one in catalogue.shelved(place, office_id)}
    found = (_looked_at(path, office_id) for path in _candidates(place, office_id, home, finished))
    return tuple(one for one in found if one is not None)


def _candidates(place: Path, office_id: str, home: Path, finished: set[Path]) -> Iterator[Path]:
    yield place
    left = MOST_ENTRIES
    for path in _within(place, office_id):
        if path in finished or _is_same(path, home):
            continue
        yield path
        if not _is_named(path.name, office_id):
            with suppress(OSError):  # what cannot be read and has another name cannot be told
                for inner in _within(path, office_id):
                    left -= 1
                    if not _is_same(inner, home):
                        yield inner
        left -= 1
        if left < 0:
            return


def _within(path: Path, office_id: str) -> Iterator[Path]:
    """The folders in a folder, and the files that are named as a backup is; no links."""
    with os.scandir(path) as entries:
        for _, entry in zip(range(MOST_ENTRIES), entries, strict=False):
            named_file = entry.is_file(follow_symlinks=False) and _is_named(entry.name, office_id)
            if named_file or entry.is_dir(follow_symlinks=False):
                yield Path(entry.path)


def _looked_at(path: Path, office_id: str) -> Shelved | None:
    """What lies there, if it is this office's or nobody can tell whose it is."""
    named = _is_named(path.name, office_id)
    epochs, owner, found = _held(path)
    if owner not in (None, office_id) or not (named or epochs):
        return None
    if named:
        epochs = (*epochs, *catalogue.epochs_within(path.name))
    return Shelved(path, min(epochs, default=0), found)


def _held(path: Path) -> tuple[tuple[int, ...], str | None, manifest.Manifest | None]:
    """The epochs that a folder's files name, the office that they name, and the manifest."""
    epochs: tuple[int, ...] = ()
    with suppress(OSError):
        epochs = tuple(folder.databases(path))
    with suppress(UserFacingError):
        found = manifest.read(path)
        return (*epochs, found.facts.epoch), found.facts.office_id, found
    with suppress(UserFacingError, OSError):
        return epochs, slots.read_copies(path)[0].header.office_id, None
    return epochs, None, None


def _is_named(name: str, office_id: str) -> bool:
    """Whether a name has that of a backup of this office in it."""
    return f"{catalogue.NAME_BEGINS}{office_id[:8]}-" in name


def _is_same(path: Path, home: Path) -> bool:
    with suppress(OSError):
        return path.samefile(home)
    return False
