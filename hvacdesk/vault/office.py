"""An office's three states: being set up, sealed (nobody logged in), and open.

This module is what the login window needs, and imports quickly: the key store, Argon2, the cipher library
and the database are loaded when they are first used.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hvacdesk.vault import errors, folder
from hvacdesk.vault.device import device_state, epoch_accounts
from hvacdesk.vault.device.keyring_store import DeviceKeyring, Secrets
from hvacdesk.vault.keyfile import opening, slots, staff
from hvacdesk.vault.keyfile.key_file_store import KeyFileStore, OpenKeyFile
from hvacdesk.vault.keyfile.recovery import RecoverySheet, SheetDraft
from hvacdesk.vault.keyfile.roster import StaffSlot
from hvacdesk.vault.keyfile.throttle import NO_FAILED_TRIES, Clock, Throttle
from hvacdesk.vault.new_office import NewOffice
from hvacdesk.vault.open_vault import OpenVault
from hvacdesk.vault.session import RECOVERY_SLOT, granted_keys

if TYPE_CHECKING:
    from hvacdesk.vault.report_box.report_box import ReportBox

__all__ = [
    "RECOVERY_SLOT",
    "DeviceKeyring",
    "NewOffice",
    "OpenVault",
    "RecoverySheet",
    "SealedOffice",
    "SheetDraft",
    "StaffSlot",
]


class SealedOffice:
    """An office whose key file opened with the device secret; nobody is logged in."""

    def __init__(self, key_book: KeyFileStore, throttle: Throttle) -> None:
        self._book = key_book
        self._throttle = throttle

    @staticmethod
    def exists(home: Path) -> bool:
        """Whether the folder holds a key file or an epoch's database: then no new office is made in it."""
        return opening.exists(home)

    @staticmethod
    def find(home: Path, keyring: Secrets, *, clock: Clock = time.time) -> SealedOffice:
        """The office in a folder. Never makes a new secret.

        Raises:
            OfficeMissing: neither key file nor database.
            SlotsMissing, SlotsDamaged, SlotsNewer: the key file cannot be read, in either copy.
            KeyringLocked, KeyringMissing: the key store cannot be asked.
            KeyringChanged, DeviceSecretMissing: another key store, or this one, does not hold the secret.
            DeviceSecretWrong: the secret does not open the key file.
            RosterRefused, SlotsRolledBack: the key file was exchanged.
        """
        if not SealedOffice.exists(home):
            raise errors.OfficeMissing
        opened = opening.with_device_secret(slots.read_copies(home), keyring)
        header = opened.contents.file.header
        key_book = KeyFileStore(home, header.office_id, header.epoch, opened.slots_key, keyring)
        key_book.read()
        opening.finish_database(home / header.database)
        folder.share_with_group(home)
        _clean_up(key_book, opened.contents, keyring)
        throttle = Throttle(keyring, header.office_id, clock, home)
        device_state.catch_up(key_book, opened.contents, keyring, throttle, opened.handed_over)
        if (home / folder.ENROLMENT_NAME).exists():
            from hvacdesk.vault.device import enrolment

            enrolment.remove_used(home, key_book.read())
        return SealedOffice(key_book, throttle)

    @staticmethod
    def enrol(home: Path, keyring: Secrets, words: str, now: float) -> None:
        """Let a login that was invited open the office from now on; see :func:`enrolment.enrol`.

        Args:
            keyring: this login's key store.
            words: the one-time words that :meth:`DeviceLogins.invite` gave.
            now: seconds since 1970.

        Raises:
            EnrolmentMissing, EnrolmentExpired, EnrolmentWrongWords, TooManyTries: nothing was changed.
            UserFacingError: key file, key store or folder; the invitation still holds.
        """
        from hvacdesk.vault.device import enrolment

        enrolment.enrol(home, keyring, words, now)

    @property
    def office_id(self) -> str:
        """32 hexadecimal digits."""
        return self._book.office_id

    @property
    def office_name(self) -> str:
        """The office's name, as its login window says it."""
        return self._book.read().roster.office_name

    @property
    def epoch(self) -> int:
        """The number of the present database key."""
        return self._book.epoch

    @property
    def outdated(self) -> bool:
        """Whether the keys were changed since, so that the office has to be found again."""
        return slots.newest_epoch(self._book.home) > self.epoch

    @property
    def staff(self) -> tuple[StaffSlot, ...]:
        """Everybody who can log in, freshly read."""
        return self._book.read().staff()

    def unlock(
        self, slot_id: str, passphrase: str, *, in_use: bool = False, at_seat: bool = False
    ) -> OpenVault:
        """Log a person in.

        Args:
            in_use: whether others have the database open already.
            at_seat: whether the passphrase was typed at another PC, whose tries are counted apart.

        Raises:
            WrongPassphrase, TooManyTries: with the seconds to wait.
            SlotGone: the slot was removed.
            RosterRefused, SlotsRolledBack: the key file was exchanged.
            DatabaseMissing, DatabaseDamaged, DatabaseNewer, DatabaseForeign, DatabaseBusy: the database.
        """
        contents = self._book.read()
        at_seats = self._throttle.at_seats()
        tries = at_seats if at_seat else self._throttle
        personal, failed = staff.prove(contents, tries, slot_id, passphrase)
        keys = granted_keys(contents, slot_id, personal.exchange)
        here, failed_at_seats = (
            (NO_FAILED_TRIES, failed.known) if at_seat else (failed, at_seats.taken(slot_id))
        )
        return OpenVault(
            self._book,
            contents,
            slot_id,
            keys,
            self._throttle,
            here,
            personal.exchange,
            in_use=in_use,
            failed_at_seats=failed_at_seats,
        )

    def report_box(self, clock: Clock) -> ReportBox:
        """The report box, which is written to before anybody logs in.

        Args:
            clock: seconds since 1970, for slowing wrong receipts.
        """
        from hvacdesk.vault.report_box.report_box import ReportBox

        return ReportBox(self._book, clock)

    def remove_secrets(self) -> None:
        """Remove this office's secrets from the key store: the end of a sample office.

        Without the recovery sheet its files can never be opened again.
        """
        for slot in self.staff:
            self._throttle.forget(slot.slot_id)
        secrets_ = self._book.secrets
        if secrets_ is None:
            return
        with suppress(errors.KeyringPartLocked):  # what was made a moment ago lies in an open keyring
            secrets_.delete(device_state.account(self.office_id))
        for epoch in {self.epoch, *folder.databases(self._book.home)}:
            with suppress(errors.KeyringPartLocked):
                epoch_accounts.forget(self.office_id, epoch, secrets_)

    @staticmethod
    def recover(home: Path, code: str, *, in_use: bool = False) -> OpenVault:
        """Open the office with the sheet's code alone, without key store or passphrase.

        Args:
            in_use: whether others have the database open already.

        Raises:
            RecoveryCodeMistyped, RecoveryCodeIncomplete, RecoveryCodeForeign: the code.
            SlotsMissing, SlotsDamaged, SlotsNewer, RosterRefused: the key file.
            SlotsRolledBack: the key file is older than the database remembers.
        """
        recovered = opening.with_sheet(slots.read_copies(home), code)
        header = recovered.contents.file.header
        opening.finish_database(home / header.database)
        key_book = KeyFileStore(home, header.office_id, header.epoch, recovered.keys.slots, None)
        keys = recovered.keys.office
        return OpenVault(key_book, recovered.contents, RECOVERY_SLOT, keys, None, in_use=in_use)


def _clean_up(key_book: KeyFileStore, contents: OpenKeyFile, keyring: Secrets) -> None:
    """Remove what an interrupted rotation began, and repair the second copy of the key file.

    Later epochs' files are removed only if the key store confirms that this key file is the newest one,
    which it cannot where another login may have changed the office since.
    Neither is needed for opening, so a disk that refuses it, a keyring that is locked beside the one in use,
    or a change that another program is making stops nobody.
    """
    home, header = key_book.home, contents.file.header
    alone = not contents.body.logins
    newest_is_known = alone and key_book.remembers(contents.body.revision)
    begun = {*folder.databases(home), *folder.unfinished_databases(home)}
    unfinished = any(epoch > header.epoch for epoch in begun)
    if not unfinished and slots.are_even(home, contents.file):
        return
    with (
        suppress(errors.DiskFull, errors.FolderReadOnly, errors.DatabaseBusy, errors.KeyringPartLocked),
        folder.changing(home, seconds=0),
    ):
        if slots.newest_epoch(home) != header.epoch:
            return
        if unfinished and newest_is_known:
            from hvacdesk.vault.keyfile import rotation

            rotation.clear_unfinished(home, header.office_id, header.epoch, keyring)
        slots.write_copies(home, key_book.read().file)
