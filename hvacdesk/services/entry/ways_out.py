"""What a person can do when the office does not open: for each error of a start, its ways out.

No way out deletes anything or makes a new office beside an existing one. Where somebody may have tampered
with the key file there is no way to a backup, which would put the traces aside; the sentences of those errors
send people to the person responsible.
"""

from __future__ import annotations

from enum import StrEnum

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.entry.entry_errors import (
    AlreadyRunning,
    FolderOutOfReach,
    FolderUnusable,
    NoRoomForOffice,
)
from hvacdesk.services.entry.older_office_errors import (
    FormerStateLost,
    NoBackupBeforeUpdate,
    NotBroughtUpToDate,
)
from hvacdesk.vault import errors
from hvacdesk.vault.backup import backup_errors


class WayOut(StrEnum):
    """One thing to do, offered as a button."""

    RETRY = "retry"
    SHEET = "sheet"
    """Open with the recovery sheet and give this computer login a new key."""
    ENROL = "enrol"
    """Type the one-time words that an owner made for this computer login."""
    PUT_BACK = "put_back"
    """Put back the key file, and nothing else, from a backup: no work is lost."""
    RESTORE = "restore"
    """Restore a backup: what was written after it is lost."""
    FOLDER = "folder"
    """Show the office's folder."""
    CLOSE = "close"


_KEY_STORE_ERRORS = (
    errors.KeyringMissing,
    errors.KeyringLocked,
    errors.KeyringPartLocked,
    errors.KeyringChanged,
    errors.KeyringRefused,
    errors.KeyringConfigurationWrong,
    errors.KeyringReadOnly,
    errors.KeyringForbidden,
    errors.KeyringBusy,
    errors.LockUnusable,
    errors.KeyringKeepsNothing,
    errors.KeyringKeepsSecret,
    errors.KeyringUntilLogoff,
)
_KEY_STORE = (WayOut.RETRY, WayOut.SHEET)
_DATABASE_LOST = (WayOut.RESTORE, WayOut.RETRY)

_WAYS: dict[type[UserFacingError], tuple[WayOut, ...]] = {
    AlreadyRunning: (WayOut.RETRY, WayOut.CLOSE),
    FolderUnusable: (WayOut.RETRY, WayOut.FOLDER),
    FolderOutOfReach: (WayOut.RETRY, WayOut.CLOSE),
    NoRoomForOffice: (WayOut.RETRY, WayOut.FOLDER),
    **dict.fromkeys(_KEY_STORE_ERRORS, _KEY_STORE),
    errors.DeviceSecretMissing: (WayOut.RETRY, WayOut.ENROL, WayOut.SHEET, WayOut.RESTORE),
    errors.DeviceSecretWrong: _KEY_STORE,
    errors.SlotsMissing: (WayOut.PUT_BACK, WayOut.RESTORE, WayOut.RETRY),
    errors.SlotsDamaged: (WayOut.PUT_BACK, WayOut.RESTORE, WayOut.RETRY),
    errors.SlotsNewer: (WayOut.CLOSE,),
    errors.SlotsRolledBack: (WayOut.RETRY, WayOut.SHEET),
    errors.RosterRefused: (WayOut.RETRY, WayOut.SHEET),
    errors.OfficeExists: (WayOut.RETRY,),
    errors.OfficeMissing: (WayOut.RETRY,),
    errors.DatabaseMissing: _DATABASE_LOST,
    errors.DatabaseDamaged: _DATABASE_LOST,
    errors.DatabaseForeign: _DATABASE_LOST,
    errors.SchemaSetBack: _DATABASE_LOST,
    errors.EntryKeptOut: _DATABASE_LOST,
    errors.DatabaseNewer: (WayOut.CLOSE,),
    errors.DatabaseBusy: (WayOut.RETRY, WayOut.CLOSE),
    errors.DiskFailed: (WayOut.RETRY, WayOut.RESTORE),
    errors.DiskFull: (WayOut.RETRY, WayOut.FOLDER),
    errors.FolderReadOnly: (WayOut.RETRY, WayOut.FOLDER),
    errors.FileHeld: (WayOut.RETRY, WayOut.FOLDER),
    errors.EpochEnded: (WayOut.RETRY,),
    NoBackupBeforeUpdate: (WayOut.RETRY, WayOut.FOLDER, WayOut.CLOSE),
    NotBroughtUpToDate: (WayOut.RETRY, WayOut.CLOSE),
    FormerStateLost: _DATABASE_LOST,
}

_TYPED_WRONG = (
    errors.WrongPassphrase,
    errors.TooManyTries,
    errors.SlotGone,
    errors.RecoveryCodeMistyped,
    errors.RecoveryCodeIncomplete,
    errors.RecoveryCodeForeign,
    backup_errors.NotAnOwner,
    backup_errors.PassphraseOutdated,
)


def blocks_the_way(error: UserFacingError) -> bool:
    """Whether the office cannot be opened because of this, whatever is typed."""
    return type(error) in _WAYS


def ways_out(error: UserFacingError) -> tuple[WayOut, ...]:
    """What to offer, the most helpful first. An error that no start is known to meet can be tried again."""
    return _WAYS.get(type(error), (WayOut.RETRY,))


def concerns_key_store(error: UserFacingError) -> bool:
    """Whether it was the key store that refused or could not be reached."""
    return isinstance(error, _KEY_STORE_ERRORS)


def about_what_was_typed(error: UserFacingError) -> bool:
    """Whether a passphrase or a recovery code was refused: to be told at its field."""
    return isinstance(error, _TYPED_WRONG)
