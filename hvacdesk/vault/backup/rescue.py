"""Putting a lost or damaged key file back from a backup, without touching the database."""

from __future__ import annotations

from pathlib import Path

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import errors, folder
from hvacdesk.vault.backup import restore_checks
from hvacdesk.vault.backup.backup_errors import BackupWithoutKeys, KeyFileOutdated, KeyFileThere, KeyFileUnfit
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import opening, slots
from hvacdesk.vault.keyfile.key_file_store import remembered_revision
from hvacdesk.vault.keyfile.slots import SlotsFile


def put_back_key_file(path: Path, home: Path, keyring: Secrets | None) -> None:
    """Make a backup's key file the office's own.

    Args:
        keyring: tells whether the key file is the one last used, if it holds the office's secret.

    Raises:
        KeyFileThere: the office's own can be read.
        NotABackup, BackupIncomplete, BackupDamaged, BackupWithoutKeys: it cannot be taken from there.
        KeyFileUnfit: it does not belong to the database in the folder.
        KeyFileOutdated: it is older than the one last used.
        DiskFull, FolderReadOnly: nothing was changed.
    """
    with folder.changing(home):
        if _is_readable(home):
            raise KeyFileThere
        restore_checks.require_backup(path)
        try:
            (file,) = slots.read_copies(path)
        except (errors.SlotsMissing, errors.SlotsDamaged) as error:
            raise BackupWithoutKeys from error
        _require_own(file, home)
        if keyring is not None:
            _require_latest(file, keyring)
        slots.write_copies(home, file)


def _is_readable(home: Path) -> bool:
    try:
        slots.read_copies(home)
    except (errors.SlotsMissing, errors.SlotsDamaged):
        return False
    return True


def _require_own(file: SlotsFile, home: Path) -> None:
    """The database that it names is here, is the newest one here, and begins with its salt."""
    databases = folder.databases(home)
    epoch = file.header.epoch
    if epoch != max(databases, default=0) or restore_checks.salt(databases[epoch]) != file.header.salt:
        raise KeyFileUnfit


def _require_latest(file: SlotsFile, keyring: Secrets) -> None:
    try:
        contents = opening.with_device_secret([file], keyring).contents
    except UserFacingError:
        return  # the person who opens it with the sheet is told
    if contents.body.revision < remembered_revision(keyring, file.header.office_id, file.header.epoch):
        raise KeyFileOutdated
