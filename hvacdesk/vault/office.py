"""An office's three states: being set up, sealed (nobody logged in), and open.

This module is what the login window needs, and imports quickly: the key store, Argon2, the cipher library
and the database are loaded when they are first used.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from hvacdesk.domain.roles import Role
from hvacdesk.vault import anchor, book, ciphers, errors, folder, grants, kdf, recovery, roster, slots, staff
from hvacdesk.vault.book import Contents, KeyBook
from hvacdesk.vault.grants import OfficeKeys
from hvacdesk.vault.keyring_store import DeviceKeyring, Secrets
from hvacdesk.vault.open_vault import RECOVERY_SLOT, OpenVault
from hvacdesk.vault.recovery import RecoverySheet
from hvacdesk.vault.roster import StaffSlot
from hvacdesk.vault.sealing import RecoveryKeys, device_account, open_recovery, seal_recovery
from hvacdesk.vault.slots import Body, Header, Person, SlotsFile
from hvacdesk.vault.throttle import Clock, Throttle

__all__ = [
    "RECOVERY_SLOT",
    "DeviceKeyring",
    "NewOffice",
    "OpenVault",
    "RecoverySheet",
    "SealedOffice",
    "StaffSlot",
]

Fill = Callable[[Callable[[], Any], str], None]
"""Writes a new database's first rows; gets the connection's maker and the owner's slot id."""

GROUPS_TO_CONFIRM = 2
_FIRST_EPOCH = 1


class NewOffice:
    """An office being set up. Nothing is written, to disk or key store, before :meth:`create`.

    Attributes:
        office_id: 32 random hexadecimal digits.
        sheet: the recovery sheet to print; it exists only here and on paper.
    """

    def __init__(self, home: Path, keyring: Secrets, created: date, clock: Clock) -> None:
        self.office_id = secrets.token_hex(16)
        self._home = home
        self._keyring = keyring
        self._clock = clock
        self._device_secret = ciphers.new_key()
        self._signing = ciphers.new_key()
        self._keys = OfficeKeys(ciphers.new_key(), ciphers.new_key(), self._signing)
        self._code = recovery.new_code()
        self.sheet = recovery.make_sheet(
            self._code, 1, self.office_id, _FIRST_EPOCH, created, ciphers.signing_public(self._signing)
        )
        self._confirmed: set[int] = set()

    @staticmethod
    def prepare(home: Path, keyring: Secrets, *, created: date, clock: Clock = time.time) -> NewOffice:
        """Make the keys and the recovery sheet of a new office in memory.

        Args:
            home: the folder that will hold it; it need not exist yet.
            keyring: the key store that will hold its device secret.
            created: the day to print on the sheet.
            clock: seconds since 1970, for counting login tries.

        Raises:
            OfficeExists: the folder holds a key file or a database.
        """
        if SealedOffice.exists(home):
            raise errors.OfficeExists
        return NewOffice(home, keyring, created, clock)

    def confirm_code(self, position: int, typed: str) -> bool:
        """Whether a group was retyped as printed; ``position`` counts from 0."""
        if recovery.plain(typed) != self.sheet.groups[position]:
            return False
        self._confirmed.add(position)
        return True

    def create(
        self, owner_name: str, passphrase: str, *, office_name: str = "", fill: Fill | None = None
    ) -> OpenVault:
        """Write the office and open it for its owner.

        The device secret comes first, then the database under an unfinished name, then the slots file, whose
        rename is the commit; the database's final rename is repeated at the next start if it was interrupted.

        Args:
            office_name: what the login window says.
            fill: puts the first rows into the database, before the office exists.

        Raises:
            RecoveryNotConfirmed: fewer than two groups of the sheet were retyped.
            OfficeExists: an office appeared in the folder meanwhile.
            PassphraseRefused: the passphrase is not good enough.
            KeyringKeepsNothing, KeyringLocked, KeyringMissing, DiskFull, FolderReadOnly: nothing usable was
                made.
        """
        if len(self._confirmed) < GROUPS_TO_CONFIRM:
            raise errors.RecoveryNotConfirmed
        if SealedOffice.exists(self._home):
            raise errors.OfficeExists
        slot_id = staff.new_slot_id()
        entry, wrapped = staff.new_person(
            self.office_id,
            slot_id,
            owner_name,
            frozenset({Role.OWNER}),
            passphrase,
            kdf.tuned_cost(),
            invited=False,
        )
        folder.make_private_folder(self._home)
        self._keyring.write(device_account(self.office_id, _FIRST_EPOCH), self._device_secret)
        file, body = self._first_file(office_name, entry, wrapped)
        database = self._home / file.header.database
        unfinished = _write_first_database(database, self._keys, file.header, body)
        if fill is not None:
            _fill(unfinished, self._keys, file.header, fill, slot_id)
        slots.write_copies(self._home, file)
        unfinished.replace(database)
        folder.sync_folder(self._home)
        key_book = KeyBook(self._home, self.office_id, _FIRST_EPOCH, self._slots_key(), self._keyring)
        key_book.remember(body.revision)
        throttle = Throttle(self._keyring, self.office_id, self._clock)
        throttle.start(slot_id)
        return OpenVault(key_book, key_book.read(), slot_id, self._keys, throttle)

    def _slots_key(self) -> bytes:
        return slots.slots_key(self._device_secret, _FIRST_EPOCH)

    def _first_file(
        self, office_name: str, entry: roster.Entry, wrapped: grants.Wrapped
    ) -> tuple[SlotsFile, Body]:
        first = roster.Roster(
            office_id=self.office_id,
            office_name=office_name,
            epoch=_FIRST_EPOCH,
            counter=1,
            payment_generation=1,
            signing_generation=1,
            recovery_number=self.sheet.number,
            recovery_key=ciphers.exchange_public(recovery.private_key(self._code, self.office_id)),
            entries=(entry,),
        )
        signed = roster.signed(first, self._signing)
        kinds = grants.kinds_of(entry.roles)
        granted = grants.make_grants(first, signed.signer, entry.slot_id, entry.public_key, self._keys, kinds)
        body = Body(1, signed, {entry.slot_id: Person(wrapped, granted)})
        header = Header(
            self.office_id,
            _FIRST_EPOCH,
            folder.database_name(_FIRST_EPOCH),
            ciphers.new_salt(),
            self._keyring.backend_name,
        )
        sealed_keys = seal_recovery(first, RecoveryKeys(self._keys, self._slots_key()), self.sheet.created)
        return SlotsFile(header, slots.seal_body(body, self._slots_key(), header), sealed_keys), body


def _write_first_database(path: Path, keys: OfficeKeys, header: Header, body: Body) -> Path:
    """An empty database under its unfinished name, complete and without a WAL."""
    from hvacdesk.vault import database

    unfinished = path.with_name(path.name + folder.UNFINISHED_SUFFIX)
    folder.remove_database(unfinished)
    connection = database.connect(unfinished, (keys.database + header.salt).hex(), create=True)
    try:
        database.create_state(connection, database.VaultState(body.revision, body.roster.signer))
        database.checkpoint_truncate(connection)
    finally:
        connection.close()
    folder.sync_file(unfinished)
    return unfinished


def _fill(path: Path, keys: OfficeKeys, header: Header, fill: Fill, owner: str) -> None:
    """Let the caller write its first rows, and leave the file complete and without a WAL."""
    from hvacdesk.vault import database

    def connect() -> Any:
        return database.connect(path, (keys.database + header.salt).hex())

    fill(connect, owner)
    connection = connect()
    try:
        database.checkpoint_truncate(connection)
    finally:
        connection.close()
    folder.sync_file(path)


class SealedOffice:
    """An office whose slots file opened with the device secret; nobody is logged in."""

    def __init__(self, key_book: KeyBook, throttle: Throttle) -> None:
        self._book = key_book
        self._throttle = throttle

    @staticmethod
    def exists(home: Path) -> bool:
        """Whether the folder holds a slots file or an epoch's database: then no new office is made in it."""
        return slots.present(home) or bool(folder.databases(home))

    @staticmethod
    def find(home: Path, keyring: Secrets, *, clock: Clock = time.time) -> SealedOffice:
        """The office in a folder. Never makes a new secret.

        Raises:
            OfficeMissing: neither slots file nor database.
            SlotsMissing, SlotsDamaged, SlotsNewer: the slots file cannot be read, in either copy.
            KeyringLocked, KeyringMissing: the key store cannot be asked.
            KeyringChanged, DeviceSecretMissing: another key store, or this one, does not hold the secret.
            DeviceSecretWrong: the secret does not open the slots file.
            RosterRefused, SlotsRolledBack: the slots file was exchanged.
        """
        if not SealedOffice.exists(home):
            raise errors.OfficeMissing
        contents, key = _open_any(slots.read_copies(home), keyring)
        header = contents.file.header
        key_book = KeyBook(home, header.office_id, header.epoch, key, keyring)
        key_book.read()
        _finish_set_up(home / header.database)
        _clean_up(key_book, contents, keyring)
        return SealedOffice(key_book, Throttle(keyring, header.office_id, clock))

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
    def staff(self) -> tuple[StaffSlot, ...]:
        """Everybody who can log in, read anew."""
        return self._book.read().staff()

    def unlock(self, slot_id: str, passphrase: str) -> OpenVault:
        """Log a person in.

        Raises:
            WrongPassphrase, TooManyTries: with the seconds to wait.
            SlotGone: the slot was removed.
            RosterRefused, SlotsRolledBack: the slots file was exchanged.
            DatabaseMissing, DatabaseDamaged, DatabaseNewer, DatabaseForeign, DatabaseBusy: the database.
        """
        contents = self._book.read()
        personal, failed = staff.prove(contents, self._throttle, slot_id, passphrase)
        signer = contents.body.roster.signer
        granted = contents.person(slot_id).grants
        keys = grants.open_grants(contents.roster, signer, slot_id, personal.exchange, granted)
        return OpenVault(self._book, contents, slot_id, keys, self._throttle, failed)

    def forget_secrets(self) -> None:
        """Take this office's secrets out of the key store: the end of a sample office.

        Without the recovery sheet its files can never be opened again.
        """
        for slot in self.staff:
            self._throttle.forget(slot.slot_id)
        secrets_ = self._book.secrets
        if secrets_ is not None:
            for account in (
                anchor.keyring_account(self.office_id),
                self._book.revision_account(),
                device_account(self.office_id, self.epoch),
            ):
                secrets_.delete(account)

    @staticmethod
    def recover(home: Path, code: str) -> OpenVault:
        """Open the office with the sheet's code alone, without key store or passphrase.

        Raises:
            RecoveryCodeMistyped, RecoveryCodeIncomplete, RecoveryCodeForeign: the code.
            SlotsMissing, SlotsDamaged, SlotsNewer, RosterRefused: the slots file.
            SlotsRolledBack: the slots file is older than the database remembers.
        """
        failure: Exception = errors.SlotsDamaged()
        candidates: list[tuple[Contents, RecoveryKeys]] = []
        for file in slots.read_copies(home):
            try:
                keys = open_recovery(file, code)
                contents = book.opened(file, keys.slots)
                candidates.append((contents, _checked(keys, contents)))
            except errors.RecoveryCodeForeign as error:
                failure = error
            except ciphers.NotOpened:
                continue
        if not candidates:
            raise failure
        contents = book.newest(contents for contents, _ in candidates)
        recovered = next(keys for candidate, keys in candidates if candidate is contents)
        header = contents.file.header
        _finish_set_up(home / header.database)
        key_book = KeyBook(home, header.office_id, header.epoch, recovered.slots, None)
        return OpenVault(key_book, contents, RECOVERY_SLOT, recovered.office, None)


def _open_any(files: tuple[SlotsFile, ...], keyring: Secrets) -> tuple[Contents, bytes]:
    """The newest copy that a secret in the key store opens, and its slots key."""
    opened: list[tuple[Contents, bytes]] = []
    found_secret = False
    for file in files:
        secret = keyring.read(device_account(file.header.office_id, file.header.epoch))
        if secret is None:
            continue
        found_secret = True
        key = slots.slots_key(secret, file.header.epoch)
        try:
            opened.append((book.opened(file, key), key))
        except ciphers.NotOpened:
            continue
    if opened:
        newest = book.newest(contents for contents, _ in opened)
        return next(pair for pair in opened if pair[0] is newest)
    if found_secret:
        raise errors.DeviceSecretWrong
    recorded = files[0].header.keyring
    if recorded != keyring.backend_name:
        raise errors.KeyringChanged(recorded=recorded, found=keyring.backend_name)
    raise errors.DeviceSecretMissing


def _checked(keys: RecoveryKeys, contents: Contents) -> RecoveryKeys:
    """The recovered keys, if the roster is signed by the signing key among them.

    Raises:
        RosterRefused: the roster was signed by another key.
    """
    if (
        keys.office.signing is None
        or ciphers.signing_public(keys.office.signing) != contents.body.roster.signer
    ):
        raise errors.RosterRefused
    return keys


def _clean_up(key_book: KeyBook, contents: Contents, keyring: Secrets) -> None:
    """Remove what an interrupted rotation began, and repair the second copy of the slots file.

    Later epochs' files are removed only if the key store confirms that this slots file is the newest one.
    Neither is needed for opening, so a disk that refuses it, or a change that another program is making,
    stops nobody.
    """
    home, header = key_book.home, contents.file.header
    newest_is_known = key_book.remembers(contents.body.revision)
    unfinished = any(epoch > header.epoch for epoch in folder.databases(home))
    if not unfinished and slots.are_even(home, contents.file):
        return
    with (
        suppress(errors.DiskFull, errors.FolderReadOnly, errors.DatabaseBusy),
        folder.changing(home, seconds=0),
    ):
        if slots.newest_epoch(home) != header.epoch:
            return
        if unfinished and newest_is_known:
            from hvacdesk.vault import rotation

            rotation.clear_unfinished(home, header.office_id, header.epoch, keyring)
        slots.write_copies(home, key_book.read().file)


def _finish_set_up(database: Path) -> None:
    """Repeat the last rename of an interrupted set-up."""
    unfinished = database.with_name(database.name + folder.UNFINISHED_SUFFIX)
    if not database.exists() and unfinished.exists():
        with folder.writing():
            unfinished.replace(database)
            folder.sync_folder(database.parent)
