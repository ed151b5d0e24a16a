"""Restoring an office from a backup, on this computer or a new one, before anybody has logged in."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hvacdesk.domain.backups.backups import Examination, FoundBackup, RestoreReport
from hvacdesk.domain.clock import Clock
from hvacdesk.domain.disposal.disposed_list import ListsAtHand
from hvacdesk.domain.errors import Unfinished, UserFacingError
from hvacdesk.domain.exchange.given_files import OfficeFile
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.backups.found_lists import lists_in
from hvacdesk.services.backups.restored_file import RestoredFile
from hvacdesk.services.backups.watching import Progress, unwatched
from hvacdesk.services.entry.entry_errors import OthersAtWork
from hvacdesk.services.entry.office_opening import OfficeOpening
from hvacdesk.store import schema
from hvacdesk.store.sealed_columns import sealed_columns
from hvacdesk.vault import folder
from hvacdesk.vault.backup import (
    before_update,
    destinations,
    discovery,
    rescue,
    restore,
    restore_checks,
    unlocking,
)
from hvacdesk.vault.backup.backup_errors import NotABackup, PlacesUnreadable
from hvacdesk.vault.backup.restore_checks import FittingBackup
from hvacdesk.vault.backup.unlocking import Unlocked
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.erasure import disposed_list
from hvacdesk.vault.keyfile import opening, slots
from hvacdesk.vault.keyfile.rotation import DatabaseFile, Plan
from hvacdesk.vault.keyfile.throttle import Throttle
from hvacdesk.vault.session import RECOVERY_SLOT

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office
    from hvacdesk.vault.office import OpenVault

CHECKING = phrase("Backups", "Checking every page of the backup")
WRITING = phrase("Backups", "Writing the office under new keys")
REPEATING = phrase("Backups", "Repeating the disposals that the backup does not know")
FINISHING = phrase("Backups", "Putting the new office in place")
STEPS = 4


class RestoreUnfinished(Unfinished):
    """A backup is the office now, but the person who restored it is not logged in."""

    what = phrase("Errors", "The backup was restored, but the office could not be opened: {cause}")
    safe = phrase("Errors", "The restored office is complete; the former one was put aside.")
    todo = phrase("Errors", "Remove the cause, then try again and log in; do not restore once more.")


class Restoring:
    """Restores into one folder. The caller keeps other programs out of that folder meanwhile.

    What looks at disks may wait for them: not to be called by a window's thread.

    Args:
        home: the folder; an office that is there is put aside.
        clock: the present moment.
        keyring: where the device secret goes; the operating system's own unless a test gives another.
    """

    def __init__(
        self,
        home: Path,
        clock: Clock,
        keyring: DeviceKeyring | None = None,
        opening: OfficeOpening | None = None,
    ) -> None:
        self._home = home
        self._clock = clock
        self._keyring = keyring
        self._opening = opening or OfficeOpening(clock)

    def found(self, top: OfficeFile) -> tuple[FoundBackup, ...]:
        """The backups in a folder, the newest first: one backup, a backup folder, or a disk with one."""
        return discovery.found(Path(top))

    def known(self) -> tuple[FoundBackup, ...]:
        """The backups in this office's backup folders, as far as they are connected, the newest first."""
        backups = [one for place in self._places() for one in discovery.found(place)]
        return tuple(sorted(backups, key=lambda one: (one.taken_at, one.epoch), reverse=True))

    def examine(self, path: OfficeFile) -> Examination:
        """What a backup is, and who can open it; nothing is changed.

        Raises:
            NotABackup, BackupIncomplete, BackupDamaged, BackupNewer, BackupOfAnother, BackupWithoutKeys,
                BackupUnreachable: it cannot be restored here.
        """
        fit = self._fit(path)
        staff: tuple[tuple[str, str], ...] = ()
        with suppress(UserFacingError):  # without a key store there is still the sheet
            staff = unlocking.owners(fit, self._device_keyring())
        found = discovery.described(fit.path)
        if found is None:
            raise NotABackup
        return Examination(
            found=found,
            staff=staff,
            sheet_number=fit.key_files[0].recovery.number,
            replaces=opening.exists(self._home),
            lists=self._lists_at_hand(fit),
        )

    def _lists_at_hand(self, fit: FittingBackup) -> ListsAtHand:
        """What the lists in reach say of themselves; who signed them is told once the backup is open."""
        read = partial(disposed_list.read_unproved, office_id=fit.office_id)
        return lists_in(self._home, self._holders(fit), read)[1]

    def restore_with_sheet(
        self, path: OfficeFile, code: str, progress: Progress = unwatched, *, without_list: bool = False
    ) -> tuple[Office, Actor, RestoreReport]:
        """Restore with the recovery sheet's code; the session is the sheet's.

        Args:
            progress: told the step, its number and how many there are. If it raises, nothing was changed.
            without_list: go on though disposals may be on no list that can be read: an owner was told.

        Raises:
            RecoveryCodeMistyped, RecoveryCodeIncomplete, RecoveryCodeForeign: the code.
            DisposalsUnknown: an owner is to be asked before it goes on ``without_list``.
            RestoreUnfinished: the backup is the office; somebody has to log in.
            UserFacingError: see :meth:`examine` and :func:`hvacdesk.vault.backup.restore.restore`; nothing
                was changed.
        """
        progress(CHECKING, 0, STEPS)
        keyring = self._device_keyring()
        unlocked = unlocking.with_sheet(self._fit(path), code)
        return self._restore(unlocked, keyring, progress, without_list=without_list)

    def restore_with_passphrase(
        self,
        path: OfficeFile,
        account: str,
        passphrase: str,
        progress: Progress = unwatched,
        *,
        without_list: bool = False,
    ) -> tuple[Office, Actor, RestoreReport]:
        """Restore with an owner's passphrase, where :meth:`examine` names that owner.

        Args:
            progress, without_list: as for :meth:`restore_with_sheet`.

        Raises:
            WrongPassphrase, TooManyTries, SlotGone, NotAnOwner, PassphraseOutdated: the passphrase.
            UserFacingError: as for :meth:`restore_with_sheet`.
        """
        progress(CHECKING, 0, STEPS)
        keyring, fit = self._device_keyring(), self._fit(path)
        throttle = Throttle(keyring, fit.office_id, time.time, self._home)
        unlocked = unlocking.with_passphrase(fit, account, passphrase, keyring, throttle)
        return self._restore(unlocked, keyring, progress, without_list=without_list)

    def put_back_key_file(self, path: OfficeFile) -> None:
        """Put back the key file alone from a backup, where this office's own is missing or damaged.

        Nothing that was written since is lost, if nobody's account or passphrase changed since.

        Raises:
            NotABackup, BackupIncomplete, BackupDamaged: it is no backup to take it from.
            KeyFileUnfit: it belongs to another database than the one here.
            KeyFileOutdated: accounts or passphrases were changed after the backup.
            KeyFileThere: the office's own key file can be read.
            DiskFull, FolderReadOnly: nothing was changed.
        """
        keyring: DeviceKeyring | None = None
        with suppress(UserFacingError):
            keyring = self._device_keyring()
        rescue.put_back_key_file(Path(path).absolute(), self._home, keyring)

    def _restore(
        self, unlocked: Unlocked, keyring: DeviceKeyring, progress: Progress, *, without_list: bool
    ) -> tuple[Office, Actor, RestoreReport]:
        before = slots.newest_epoch(self._home)
        try:
            return self._restored(unlocked, keyring, progress, without_list=without_list)
        except UserFacingError as error:
            if slots.newest_epoch(self._home) > before:
                raise RestoreUnfinished(error) from error
            raise

    def _restored(
        self, unlocked: Unlocked, keyring: DeviceKeyring, progress: Progress, *, without_list: bool
    ) -> tuple[Office, Actor, RestoreReport]:
        progress(WRITING, 1, STEPS)
        account = unlocked.slot_id
        restored = RestoredFile(self._home, unlocked, keyring, self._clock)
        restored.read_lists(self._holders(unlocked.fit), without_list=without_list)

        def prepare(new: DatabaseFile) -> None:
            progress(REPEATING, 2, STEPS)
            restored.prepare(new)
            progress(FINISHING, 3, STEPS)

        put_aside = ""

        def way_in(in_use: bool) -> OpenVault:
            nonlocal put_aside
            if in_use:
                raise OthersAtWork
            vault, put_aside = restore.restore(
                self._home,
                unlocked,
                keyring,
                Plan(payment=unlocked.present(sealed_columns())),
                self._clock(),
                prepare=prepare,
                clock=time.time,
            )
            return vault

        key_store = (lambda: keyring) if account == RECOVERY_SLOT else None
        office, actor = self._opening.open(way_in, key_store)
        with suppress(UserFacingError):  # the next close notes it, too
            office.audit.write_anchor()
        return office, actor, restored.report(slots.newest_epoch(self._home), put_aside)

    def _fit(self, path: OfficeFile) -> FittingBackup:
        return restore_checks.examined(
            Path(path).absolute(), self._home, schema.SCHEMA_VERSION, self._places()
        )

    def _places(self) -> tuple[Path, ...]:
        """The backup folders that this office noted, and its own from before an update."""
        named: tuple[Path, ...] = ()
        with suppress(PlacesUnreadable):
            named = tuple(place.path for place in destinations.read(self._home))
        return tuple(path for path in (*named, before_update.beside(self._home)) if path.is_dir())

    def _holders(self, fit: FittingBackup) -> Sequence[Path]:
        """Folders in which a disposed list may lie."""
        former = folder.set_aside(self._home)
        return tuple(dict.fromkeys((self._home, fit.path.parent, *self._places(), *former)))

    def _device_keyring(self) -> DeviceKeyring:
        if self._keyring is None:
            self._keyring = DeviceKeyring()
        return self._keyring
