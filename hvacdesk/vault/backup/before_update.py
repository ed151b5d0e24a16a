"""The backup of an office that a newer program is about to bring up to date, and going back to it.

It goes to a backup folder where one is connected. Where none is, it lies in a folder of the office's own, as
long as the keys of then are the office's.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.backups.backups import BackupFacts
from hvacdesk.vault import folder
from hvacdesk.vault.backup import backup, catalogue, destinations, restore_checks
from hvacdesk.vault.backup.backup import Source, TablesStanding
from hvacdesk.vault.backup.backup_errors import BackupDamaged, PlaceFailure, PlacesUnreadable
from hvacdesk.vault.backup.destinations import Place
from hvacdesk.vault.backup.strays import strays
from hvacdesk.vault.database import database
from hvacdesk.vault.errors import DatabaseDamaged, DatabaseForeign, DatabaseMissing, DiskFailed

FOLDER_NAME = "before-update"


def beside(home: Path) -> Path:
    """The folder in the office's own, whether or not it is there."""
    return home / FOLDER_NAME


def beside_as_place(home: Path) -> Place:
    """The same, to be looked at as a backup folder is."""
    return Place("", str(beside(home)))


def take(source: Source, taken_at: datetime) -> BackupFacts:
    """Take a verified backup into the first backup folder that takes one, else beside the office.

    One beside the office replaces those of earlier updates there.

    Raises:
        PlaceFailure: there is none; why the last folder tried did not take it.
    """
    home = source.database.parent
    with suppress(PlacesUnreadable):
        for place in destinations.read(home):
            with suppress(PlaceFailure):
                destinations.require_connected(place, source.office_id)
                return backup.take(source, place.path, taken_at, _never)
    return _take_beside(source, beside(home), taken_at)


def _take_beside(source: Source, there: Path, taken_at: datetime) -> BackupFacts:
    with destinations.using_place():
        own_files.require_folder(there)
        folder.make_private_folder(there)
        earlier = catalogue.shelved(there, source.office_id)
    facts = backup.take(source, there, taken_at, _never)
    for one in earlier:
        if one.epoch == source.epoch:
            with suppress(OSError):
                catalogue.remove(one.path)
    return facts


def holds_former(home: Path, office_id: str, epoch: int, salt: bytes = b"") -> bool:
    """Whether a backup of an earlier epoch than this one lies beside the office, or may lie there.

    Args:
        salt: what the databases of this epoch begin with, where there are any yet.
    """
    if not beside(home).is_dir():
        return False
    try:
        there = beside(home)
        look = strays(there, office_id, home)
        listed = (*catalogue.shelved(there, office_id), *look.found)
        return not look.whole or any(restore_checks.epoch_of(one, epoch, salt) < epoch for one in listed)
    except OSError:
        return True


def still_holds(source: Source, facts: BackupFacts) -> bool:
    """Whether the office's file is sound and holds what it held when this backup was taken.

    Raises:
        DatabaseBusy: somebody else has it open.
    """
    standing = TablesStanding(facts.head_sequence, facts.head_hash, facts.schema)
    try:
        with source.at_rest():
            backup.check_database(source.database, source.key)
            found = source.measured(source.database)
    except (OSError, BackupDamaged, DatabaseDamaged, DatabaseForeign, DatabaseMissing, DiskFailed):
        return False
    return (found.rows, found.standing) == (facts.rows, standing)


def bring_back(source: Source, facts: BackupFacts) -> None:
    """Make this backup's content the office's again, under the keys that both have.

    It is one transaction of the database: whatever interrupts it leaves the file as it was before.

    Raises:
        UserFacingError: the backup cannot be read, or the office's file not be written.
    """
    copy = database.connect_at_rest(Path(facts.path) / source.database.name, source.key)
    try:
        connection = source.connect()
        try:
            with database.translated():
                copy.backup(connection)
        finally:
            connection.close()
    finally:
        copy.close()


def _never() -> bool:
    return False
