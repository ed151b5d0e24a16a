"""Looking for backups on a disk, before anybody has logged in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.backups.backups import FoundBackup
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault.backup import catalogue, manifest
from hvacdesk.vault.backup.destinations import MARKER_NAME

MOST_ENTRIES = 5_000
"""So many entries of a folder are looked at: somebody may have named a folder full of other things."""


def found(top: Path) -> tuple[FoundBackup, ...]:
    """The backups in a folder, the newest first.

    Args:
        top: a backup, a folder with backups, or a disk on which there is such a folder.
    """
    paths = dict.fromkeys(own_files.real(path) for path in _candidates(top))
    backups = [backup for path in paths if (backup := described(path)) is not None]
    return tuple(sorted(backups, key=lambda one: (one.taken_at, one.epoch), reverse=True))


def described(path: Path) -> FoundBackup | None:
    """What a backup says of itself; of one without a readable manifest only what its name says."""
    try:
        facts = manifest.read(path).facts
    except UserFacingError:
        return catalogue.named(path)
    return FoundBackup(
        path=str(path),
        office_id=facts.office_id,
        office_name=facts.office_name,
        epoch=facts.epoch,
        taken_at=facts.taken_at,
        size=facts.size,
        program=facts.program,
    )


def _candidates(top: Path) -> Iterator[Path]:
    """The folder itself, those in it, and those in its backup folders."""
    if _is_backup(top):
        yield top
        return
    for path in _folders(top):
        if _is_backup(path):
            yield path
        elif os.path.exists(path / MARKER_NAME):
            yield from (inner for inner in _folders(path) if _is_backup(inner))


def _is_backup(path: Path) -> bool:
    return catalogue.is_name(path.name) or os.path.isfile(path / manifest.NAME)


def _folders(top: Path) -> Iterator[Path]:
    """The folders in a folder; none where it cannot be read."""
    try:
        with os.scandir(top) as entries:
            for _, entry in zip(range(MOST_ENTRIES), entries, strict=False):
                if entry.is_dir():
                    yield Path(entry.path)
    except OSError:
        return
