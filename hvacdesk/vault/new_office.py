"""An office being set up: its keys and its recovery sheet in memory, then everything on the disk at once."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, errors, folder, milestones
from hvacdesk.vault.device.keyring_store import Secrets, prove
from hvacdesk.vault.keyfile import grants, kdf, opening, roster, slots, staff
from hvacdesk.vault.keyfile.body import Body, Person
from hvacdesk.vault.keyfile.grants import OfficeKeys
from hvacdesk.vault.keyfile.key_file_store import KeyFileStore
from hvacdesk.vault.keyfile.recovery import SheetDraft
from hvacdesk.vault.keyfile.sealing import RecoveryKeys, device_account, seal_recovery
from hvacdesk.vault.keyfile.signers import LogSigner
from hvacdesk.vault.keyfile.slots import Header, SlotsFile
from hvacdesk.vault.keyfile.throttle import Clock, Throttle
from hvacdesk.vault.open_vault import OpenVault
from hvacdesk.vault.session import VaultClosed

Fill = Callable[[Callable[[], Any], str, LogSigner], None]
"""Writes a new database's first rows; gets the connection's maker, the owner's slot, the log's signer."""

_FIRST_EPOCH = 1
_FIRST_COUNTER = 1
_FIRST_SHEET = 1


class _Keys:
    """Everything that a new office is made of."""

    def __init__(self) -> None:
        self.device_secret = ciphers.new_key()
        self.signing = ciphers.new_key()
        self.office = OfficeKeys(ciphers.new_key(), ciphers.new_key(), self.signing)
        self.slots = slots.slots_key(self.device_secret, _FIRST_EPOCH)


class NewOffice:
    """An office being set up. Nothing is written, to disk or key store, before :meth:`create`.

    Attributes:
        office_id: 32 random hexadecimal digits.
        draft: the recovery sheet to print and to check.
        made: whether the office exists.
    """

    def __init__(self, home: Path, keyring: Secrets, created: date, clock: Clock) -> None:
        self.office_id = secrets.token_hex(16)
        self._home = home
        self._keyring = keyring
        self._clock = clock
        self._held: _Keys | None = _Keys()
        self.made = False
        signer = ciphers.signing_public(self._keys.signing)
        self.draft = SheetDraft(_FIRST_SHEET, self.office_id, _FIRST_EPOCH, created, signer)

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
            KeyringMissing, KeyringLocked, KeyringReadOnly, KeyringForbidden, KeyringBusy,
            KeyringKeepsNothing, KeyringUntilLogoff: the key store would not keep the device secret.
        """
        if opening.exists(home):
            raise errors.OfficeExists
        prove(keyring)
        return NewOffice(home, keyring, created, clock)

    def create(
        self, owner_name: str, passphrase: str, *, office_name: str = "", fill: Fill | None = None
    ) -> OpenVault:
        """Write the office and open it for its owner; its keys are then dropped here, and the sheet's code.

        The device secret and the owner's count of login tries come first, then the database under an
        unfinished name, then the key file, whose rename is the commit; the database's final rename is
        repeated at the next start if it was interrupted.
        As long as nothing came of it, it can be called again with the same sheet.

        Args:
            office_name: what the login window says.
            fill: puts the first rows into the database, before the office exists.

        Raises:
            RecoveryNotConfirmed: the sheet was not retyped.
            OfficeExists: an office appeared in the folder meanwhile.
            PassphraseRefused: the passphrase is not good enough.
            KeyringKeepsNothing, KeyringReadOnly, KeyringLocked, KeyringMissing, DiskFull, FolderReadOnly:
                nothing usable was made.
        """
        if not self.draft.confirmed:
            raise errors.RecoveryNotConfirmed
        if opening.exists(self._home):
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
        file, body = self._first_file(office_name, entry, wrapped)
        with self._dropped_once_committed(file.header, slot_id):
            return self._write(file, body, slot_id, fill)

    @property
    def _keys(self) -> _Keys:
        if self._held is None:
            raise VaultClosed
        return self._held

    @contextmanager
    def _dropped_once_committed(self, header: Header, slot_id: str) -> Iterator[None]:
        """Drop the keys when the office exists; if it does not, remove what was written."""
        database = self._home / header.database
        try:
            yield
        except BaseException:
            if slots.present(self._home):
                self._end()
                raise
            with suppress(OSError, UserFacingError):
                folder.remove_database(folder.unfinished(database))
                self._keyring.delete(device_account(self.office_id, header.epoch))
                self._throttle().forget(slot_id)
            raise
        self._end()

    def _end(self) -> None:
        """The office exists: drop the keys and the sheet's code."""
        self.made = True
        self._held = None
        self.draft.forget()

    def _write(self, file: SlotsFile, body: Body, slot_id: str, fill: Fill | None) -> OpenVault:
        keys, database = self._keys, self._home / file.header.database
        self._keyring.write(device_account(self.office_id, _FIRST_EPOCH), keys.device_secret)
        throttle = self._throttle()
        throttle.start(slot_id)  # before the commit: who has no count has to wait as after many failed tries
        milestones.reached("office.secret")
        unfinished = _write_first_database(database, keys.office, file.header, body)
        if fill is not None:
            _fill(unfinished, keys, file.header, fill, slot_id)
        milestones.reached("office.filled")
        slots.write_copies(self._home, file)
        milestones.reached("office.committed")
        opening.finish_database(database)
        key_book = KeyFileStore(self._home, self.office_id, _FIRST_EPOCH, keys.slots, self._keyring)
        key_book.remember(body.revision)
        return OpenVault(key_book, key_book.read(), slot_id, keys.office, throttle)

    def _throttle(self) -> Throttle:
        return Throttle(self._keyring, self.office_id, self._clock, self._home)

    def _first_file(
        self, office_name: str, entry: roster.Entry, wrapped: grants.Wrapped
    ) -> tuple[SlotsFile, Body]:
        keys, sheet = self._keys, self.draft.sheet
        first = roster.Roster(
            office_id=self.office_id,
            office_name=office_name,
            epoch=_FIRST_EPOCH,
            counter=_FIRST_COUNTER,
            payment_generation=1,
            signing_generation=1,
            recovery_number=sheet.number,
            recovery_key=self.draft.recovery_key,
            entries=(entry,),
        )
        first = grants.committed(first, keys.office)
        signed = roster.signed(first, keys.signing)
        kinds = grants.kinds_of(entry.roles)
        granted = grants.make_grants(
            first, signed.signer, entry.slot_id, entry.public_key, keys.office, kinds
        )
        body = Body(1, signed, {entry.slot_id: Person(wrapped, granted)}, box_key=ciphers.new_key())
        header = Header(
            self.office_id,
            _FIRST_EPOCH,
            folder.database_name(_FIRST_EPOCH),
            ciphers.new_salt(),
            self._keyring.backend_name,
        )
        recovery_slot = seal_recovery(first, RecoveryKeys(keys.office, keys.slots), sheet.created)
        return SlotsFile(header, slots.seal_body(body, keys.slots, header), recovery_slot), body


def _write_first_database(path: Path, keys: OfficeKeys, header: Header, body: Body) -> Path:
    """An empty database under its unfinished name, complete and without a WAL."""
    from hvacdesk.vault.database import database
    from hvacdesk.vault.keyfile import vault_state

    unfinished = folder.unfinished(path)
    folder.remove_database(unfinished)
    connection = database.connect(unfinished, (keys.database + header.salt).hex(), create=True)
    try:
        vault_state.create(
            connection, vault_state.VaultState(body.revision, body.roster.signer, _FIRST_COUNTER)
        )
        database.checkpoint_truncate(connection)
    finally:
        connection.close()
    folder.sync_file(unfinished)
    return unfinished


def _fill(path: Path, keys: _Keys, header: Header, fill: Fill, owner: str) -> None:
    """Let the caller write its first rows, and leave the file complete and without a WAL."""
    from hvacdesk.vault.database import database

    def connect() -> Any:
        return database.connect(path, (keys.office.database + header.salt).hex())

    fill(connect, owner, LogSigner(header.office_id, 1, keys.signing))
    connection = connect()
    try:
        database.checkpoint_truncate(connection)
    finally:
        connection.close()
    folder.sync_file(path)
