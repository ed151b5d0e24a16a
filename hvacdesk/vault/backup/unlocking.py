"""Opening a backup, with the recovery sheet or an owner's passphrase, and proving that it is sound.

A backup's key file says who worked at the office then. If a later key file can be opened, too, the restored
office has the people of that one: who left since does not come back, nor does a former passphrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Role
from hvacdesk.vault import errors
from hvacdesk.vault.backup import backup
from hvacdesk.vault.backup.backup_errors import BackupDamaged, NotAnOwner, PassphraseOutdated
from hvacdesk.vault.backup.restore_checks import FittingBackup
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import grants, opening, signers, staff, vault_state
from hvacdesk.vault.keyfile.grants import OfficeKeys
from hvacdesk.vault.keyfile.key_file_store import OpenKeyFile
from hvacdesk.vault.keyfile.rotation import DatabaseFile, PaymentColumn
from hvacdesk.vault.keyfile.signers import LogSigner
from hvacdesk.vault.keyfile.slots import SlotsFile
from hvacdesk.vault.keyfile.throttle import Throttle
from hvacdesk.vault.session import RECOVERY_SLOT

Opener = Callable[[tuple[SlotsFile, ...]], OpenKeyFile]
"""The newest of these key files that opens. Raises :class:`UserFacingError` if none does."""


@dataclass(frozen=True)
class Unlocked:
    """A backup that somebody proved to own.

    Attributes:
        contents: its key file, with the people of the latest one that is known.
        keys: all of the office's keys, of the backup's epoch.
        slot_id: whose passphrase it was, or the recovery sheet's slot.
        signing_outdated: whether the signing key was replaced since the backup.
    """

    fit: FittingBackup
    contents: OpenKeyFile
    keys: OfficeKeys = field(repr=False)
    slot_id: str
    signing_outdated: bool = False

    @property
    def source(self) -> DatabaseFile:
        """The backup's database with its key."""
        key = (self.keys.database + self.contents.file.header.salt).hex()
        return DatabaseFile(self.fit.database, key, at_rest=True)

    def present(self, columns: Iterable[PaymentColumn]) -> tuple[PaymentColumn, ...]:
        """Those of the program's columns that the backup's schema, which may be older, has."""
        connection = self.source.alone()
        try:
            return tuple(
                one
                for one in columns
                if connection.execute(
                    "SELECT 1 FROM pragma_table_info(?) WHERE name = ?", (one.table, one.column)
                ).fetchone()
            )
        finally:
            connection.close()

    @property
    def log_signer(self) -> LogSigner | None:
        """What signs the restore's entry in the log, with the backup's own signing key."""
        roster, key = self.contents.roster, self.keys.signing
        return None if key is None else LogSigner(self.fit.office_id, roster.signing_generation, key)

    @property
    def newest_epoch(self) -> int:
        """The highest epoch of which a key file was found."""
        return max((self.fit.epoch, *self.fit.later))


def owners(fit: FittingBackup, keyring: Secrets) -> tuple[tuple[str, str], ...]:
    """Slot and name of those whose passphrase opens the backup with this computer's key store."""
    opener = _device_opener(keyring)
    try:
        then = opener(fit.key_files)
    except UserFacingError:
        return ()
    now = _latest(fit, then, opener) or then
    still = {slot.slot_id for slot in now.staff() if Role.OWNER in slot.roles and not slot.invited}
    return tuple(
        (slot.slot_id, slot.name)
        for slot in then.staff()
        if Role.OWNER in slot.roles and not slot.invited and slot.slot_id in still
    )


def with_sheet(fit: FittingBackup, code: str) -> Unlocked:
    """Open a backup with the recovery sheet.

    Raises:
        RecoveryCodeMistyped, RecoveryCodeIncomplete, RecoveryCodeForeign: the code.
        SlotsDamaged, RosterRefused: the key file.
        BackupDamaged: the backup is not what this office wrote.
    """
    recovered = opening.with_sheet(fit.key_files, code)
    unlocked = Unlocked(fit, recovered.contents, recovered.keys.office, RECOVERY_SLOT)
    _require_sound(unlocked)
    latest = _latest(fit, recovered.contents, lambda files: opening.with_sheet(files, code).contents)
    return unlocked if latest is None else _with_people(unlocked, latest)


def with_passphrase(
    fit: FittingBackup, slot_id: str, passphrase: str, keyring: Secrets, throttle: Throttle
) -> Unlocked:
    """Open a backup with an owner's passphrase, and the secret that this computer's key store still holds.

    Raises:
        WrongPassphrase, TooManyTries, SlotGone: the passphrase.
        NotAnOwner: the person does not hold all of the office's keys.
        PassphraseOutdated: the account was reset since, so its present passphrase does not open the backup.
        KeyringMissing, KeyringLocked, KeyringChanged, DeviceSecretMissing, DeviceSecretWrong: the key store.
        SlotsDamaged, SlotsRolledBack, RosterRefused: the key file.
        BackupDamaged: the backup is not what this office wrote.
    """
    opener = _device_opener(keyring)
    then = opener(fit.key_files)
    latest = _latest(fit, then, opener)
    personal, _ = staff.prove(latest or then, throttle, slot_id, passphrase)
    if Role.OWNER not in (latest or then).roster.entry(slot_id).roles:
        raise NotAnOwner
    granted = then.person(slot_id).grants
    try:
        keys = grants.open_grants(then.roster, then.body.roster.signer, slot_id, personal.exchange, granted)
    except errors.RosterRefused as error:
        if latest is None or latest.public_key(slot_id) == then.public_key(slot_id):
            raise
        raise PassphraseOutdated from error
    if keys.signing is None or keys.payment is None:
        raise NotAnOwner
    unlocked = Unlocked(fit, then, keys, slot_id)
    if _require_sound(unlocked) > then.body.revision:
        raise errors.SlotsRolledBack
    return unlocked if latest is None else _with_people(unlocked, latest)


def _device_opener(keyring: Secrets) -> Opener:
    return lambda files: opening.with_device_secret(files, keyring).contents


def _latest(fit: FittingBackup, then: OpenKeyFile, opener: Opener) -> OpenKeyFile | None:
    """The latest key file that opens and that this office signed; None if there is none after the backup."""
    for epoch in sorted(fit.later, reverse=True):
        try:
            found = opener(fit.later[epoch])
        except UserFacingError:
            continue
        signer = then.body.roster.signer
        if signers.latest(fit.office_id, signer, found.roster.successions) == found.body.roster.signer:
            return found
    return None


def _with_people(unlocked: Unlocked, latest: OpenKeyFile) -> Unlocked:
    """The backup's data and keys, with the people, their passphrases and the sheet as they are now."""
    then = unlocked.contents
    roster = replace(
        then.roster,
        entries=latest.roster.entries,
        recovery_number=latest.roster.recovery_number,
        recovery_key=latest.roster.recovery_key,
    )
    body = replace(
        then.body,
        people=latest.body.people,
        revision=max(then.body.revision, latest.body.revision),
    )
    file = replace(then.file, recovery=latest.file.recovery)
    return replace(
        unlocked,
        contents=OpenKeyFile(file, body, roster),
        signing_outdated=latest.body.roster.signer != then.body.roster.signer,
    )


def _require_sound(unlocked: Unlocked) -> int:
    """Check every page and the manifest; returns the revision of the key file that the database remembers.

    Raises:
        BackupDamaged: the backup is not what this office wrote.
        RosterRefused: the database knows another signing key.
    """
    if not unlocked.fit.manifest.fits(unlocked.keys.database):
        raise BackupDamaged
    backup.check_database(unlocked.fit.database, unlocked.source.key)
    connection = unlocked.source.alone()
    try:
        state = vault_state.read(connection)
    finally:
        connection.close()
    if state.signer != unlocked.contents.body.roster.signer:
        raise errors.RosterRefused
    return state.revision
