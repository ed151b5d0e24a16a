"""A logged-in person's session: which keys it holds, and what it seals, opens, signs and reads with them."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Permission, Role
from hvacdesk.vault import ciphers, errors
from hvacdesk.vault.database import payment, wal
from hvacdesk.vault.device.anchor import Head, HeadNotes, Noted
from hvacdesk.vault.keyfile import signers, slots, staff
from hvacdesk.vault.keyfile.body import Login
from hvacdesk.vault.keyfile.grants import OfficeKeys
from hvacdesk.vault.keyfile.key_file_store import KeyFileStore, OpenKeyFile
from hvacdesk.vault.keyfile.roster import LogMark, StaffSlot
from hvacdesk.vault.keyfile.signers import LogKeys, LogSigner, SignerSuccession
from hvacdesk.vault.keyfile.staff import Edit
from hvacdesk.vault.keyfile.throttle import Throttle

if TYPE_CHECKING:
    from hvacdesk.vault.backup import backup
    from hvacdesk.vault.report_box.report_box import ReportReader

RECOVERY_SLOT = "0" * 32
"""The slot id of a session that the recovery sheet opened; nobody's account."""


@dataclass(frozen=True)
class SheetStanding:
    """The recovery sheet that opens the office: its number, from 1, and the day printed on it."""

    number: int
    created: date

    @staticmethod
    def of(contents: OpenKeyFile) -> SheetStanding:
        """The sheet that a key file names."""
        slot = contents.file.recovery
        return SheetStanding(slot.number, date.fromisoformat(slot.created))


@dataclass(frozen=True)
class LastRead:
    """What the key file said when this session read it last.

    Attributes:
        logins: of this computer, where more than one was ever invited.
    """

    staff: tuple[StaffSlot, ...]
    sheet: SheetStanding
    logins: tuple[Login, ...]


class VaultClosed(RuntimeError):
    """The session was closed; using it further is a bug."""


class Session:
    """One person's session. Holds keys: never log it, never pickle it; :meth:`close` drops them.

    Attributes:
        slot_id: the person's slot, or :data:`RECOVERY_SLOT`.
        failed_tries: failed logins to this slot since the last good one, for the audit log.
        found_less_than_was_saved: whether the database's first opening dropped what a stopped program had
            saved; None before that.
    """

    def __init__(
        self,
        book: KeyFileStore,
        contents: OpenKeyFile,
        slot_id: str,
        keys: OfficeKeys,
        throttle: Throttle | None,
        failed_tries: int = 0,
        exchange: bytes = b"",
    ) -> None:
        self.slot_id = slot_id
        self.failed_tries = failed_tries
        self._exchange = exchange
        """The person's own private key, for the report box alone; empty where no passphrase was typed."""
        self._book = book
        self._contents = contents
        self._held: OfficeKeys | None = keys
        self._throttle = throttle
        self._head_notes = HeadNotes(book.home)
        self.found_less_than_was_saved: bool | None = None
        self._lock = threading.RLock()
        """Several threads ask one session; none may see the keys of one epoch with the file of another."""
        try:
            self._check_state()
        except BaseException:
            self.close()
            raise

    def __repr__(self) -> str:
        return f"<OpenVault slot {self.slot_id}>"

    @property
    def name(self) -> str:
        """The person's name on the roster; empty after a recovery."""
        return "" if self.slot_id == RECOVERY_SLOT else self._contents.roster.entry(self.slot_id).name

    @property
    def roles(self) -> frozenset[Role]:
        """The person's roles; a recovery acts as an owner."""
        if self.slot_id == RECOVERY_SLOT:
            return frozenset({Role.OWNER})
        return self._contents.roster.entry(self.slot_id).roles

    @property
    def office_id(self) -> str:
        """32 hexadecimal digits."""
        return self._book.office_id

    @property
    def office_name(self) -> str:
        """The office's name, as the login window says it."""
        return self._read().roster.office_name

    @property
    def epoch(self) -> int:
        """The number of the present database key."""
        return self._book.epoch

    @property
    def staff(self) -> tuple[StaffSlot, ...]:
        """Everybody who can log in, freshly read."""
        return self._read().staff()

    @property
    def last_read(self) -> LastRead:
        """What a login has read already, for callers that cannot wait for the key store again."""
        with self._lock:
            contents = self._contents
        return LastRead(contents.staff(), SheetStanding.of(contents), contents.body.logins)

    @property
    def must_choose_passphrase(self) -> bool:
        """Whether this login used a one-time passphrase, which :meth:`change_passphrase` has to replace."""
        return self.slot_id != RECOVERY_SLOT and self._read().invited(self.slot_id)

    @property
    def holds_payment_key(self) -> bool:
        """Whether payment fields can be sealed and opened."""
        return self._keys.payment is not None

    @property
    def holds_signing_key(self) -> bool:
        """Whether the roster can be changed and documents signed."""
        return self._keys.signing is not None

    @property
    def signing_fingerprint(self) -> str:
        """The fingerprint of the office's signing key, as printed on the recovery sheet."""
        return ciphers.fingerprint(self._contents.body.roster.signer)

    @property
    def database_path(self) -> Path:
        """The present epoch's database file."""
        return self._book.home / self._contents.file.header.database

    @property
    def _keys(self) -> OfficeKeys:
        if self._held is None:
            raise VaultClosed
        return self._held

    def database_key(self) -> str:
        """Raw key and salt as 96 hexadecimal digits, for the proof of erasure and the vault's own tools."""
        return (self._keys.database + self._contents.file.header.salt).hex()

    def backup_source(self, read: backup.ReadStanding) -> backup.Source:
        """What a backup is taken of; ``read`` tells what only the store can read."""
        from hvacdesk.vault.backup import backup

        return backup.Source(
            self.office_id,
            self._read().roster.office_name,
            self.epoch,
            self.database_path,
            self.database_key(),
            self.connect,
            lambda: replace(self._read().file, handovers=()),
            read,
        )

    def remove_set_aside(self, put_aside: Path) -> None:
        """Remove a folder that a restore put aside, with its epochs' device secrets.

        Raises:
            KeyringMissing, KeyringLocked, KeyringKeepsNothing: nothing was removed but secrets.
        """
        from hvacdesk.vault.backup import quarantine

        quarantine.remove(put_aside, self.office_id, self._book.secrets)

    def connect(self) -> Any:
        """A DB-API connection to the database with every setting checked, for any thread, one at a time.

        Raises:
            EpochEnded: another session changed the keys.
            UserFacingError: see :func:`hvacdesk.vault.database.database.connect`.
        """
        from hvacdesk.vault.database import database

        with self._lock:
            epoch, path, key = self.epoch, self.database_path, self.database_key()
        if slots.newest_epoch(path.parent) > epoch:
            raise errors.EpochEnded
        if self.found_less_than_was_saved is None:
            self.found_less_than_was_saved = _keep_what_is_dropped(path)
        return database.connect(path, key)

    def seal_payment(self, table: str, column: str, key: int, text: str) -> bytes:
        """Seal a payment field's text for one place: table, column and the row's primary key.

        Raises:
            NotPermitted: this session's roles do not carry the payment key.
        """
        return payment.seal(self._payment_key(), self._payment_generation(), table, column, key, text)

    def open_payment(self, table: str, column: str, key: int, sealed: bytes) -> str:
        """Open a payment field in its place.

        Raises:
            NotPermitted: this session's roles do not carry the payment key.
            PaymentUnreadable: altered, moved, or sealed under an earlier key.
        """
        return payment.unseal(self._payment_key(), self._payment_generation(), table, column, key, sealed)

    def sign(self, data: bytes) -> bytes:
        """The office's signature over a document or list: 64 bytes.

        Raises:
            NotPermitted: this session does not hold the signing key.
        """
        return signers.sign(self._signing_key(), data)

    def verify(self, data: bytes, signature: bytes, successions: Iterable[SignerSuccession] = ()) -> bool:
        """Whether the office signed this document or list.

        Args:
            successions: those that came with it. They count where the office's own signing key, as an
                earlier roster knows it, has successors since.
        """
        signer = self._contents.body.roster.signer
        return signers.signed_by_office(self.office_id, signer, data, signature, successions)

    @property
    def log_signer(self) -> LogSigner | None:
        """What signs entries of the audit log; None where this session does not hold the signing key."""
        with self._lock:
            key, generation = self._keys.signing, self._contents.roster.signing_generation
        return None if key is None else LogSigner(self.office_id, generation, key)

    @property
    def log_keys(self) -> LogKeys:
        """What checks the signatures in the audit log."""
        with self._lock:
            roster, signer = self._contents.roster, self._contents.body.roster.signer
        return LogKeys.of(self.office_id, signer, roster.signing_generation, roster.successions)

    @property
    def noted_count(self) -> int:
        """The count of the latest note in the key store of which this session knows."""
        return self._head_notes.stored

    @property
    def signer_succession(self) -> tuple[SignerSuccession, ...]:
        """Every change of the signing key, the earliest first: to be kept beside whatever is signed."""
        return self._contents.roster.successions

    def report_reader(self) -> ReportReader | None:
        """The report box as this person opens it; None where the session has no key of their own.

        That is so after a recovery or a restore: the next login by passphrase brings the key.
        """
        from hvacdesk.vault.report_box.report_box import ReportReader

        with self._lock:
            self._keys  # noqa: B018 - a closed session opens nothing
            return ReportReader(self._book, self.slot_id, self._exchange) if self._exchange else None

    def stir_report_box(self) -> None:
        """Rewrite the report box with what it holds, as every start and login does.

        Raises the box's errors.
        """
        from hvacdesk.vault.report_box.report_box import writable_files_of

        writable_files_of(self._book).refresh()

    def note_head(self, sequence: int, digest: str, *, in_keyring: bool) -> None:
        """Note the audit chain's head outside the database, in the key store too when it is wanted there.

        Raises:
            DiskFull, FolderReadOnly, KeyringLocked, KeyringMissing: some former note is still there.
        """
        secrets = self._book.secrets if in_keyring else None
        self._head_notes.write(sequence, digest, secrets, self.office_id, self.epoch)

    def follow_head(self, sequence: int, digest: str) -> None:
        """Note the head of what was just committed in the folder, without waiting for the disk.

        Raises:
            DiskFull, FolderReadOnly: the former note is still there.
        """
        self._head_notes.follow(sequence, digest)

    def noted_heads(self) -> dict[str, Noted]:
        """The heads noted outside the database, by place: ``file`` and, with a key store, ``keyring``.

        And ``roster``, once the roster names an entry that the office signed.

        Raises:
            KeyringLocked, KeyringMissing: the key store cannot be asked.
        """
        noted = self._head_notes.read(self._book.secrets, self.office_id, self.epoch)
        mark = self.log_mark
        if mark is not None:
            noted[HeadNotes.ROSTER] = Head(mark.sequence, mark.digest)
        return noted

    @property
    def log_mark(self) -> LogMark | None:
        """The entry of the audit log that the signed roster names, as it was read last."""
        return self._contents.roster.log_mark

    def mark_log(self, sequence: int, digest: str) -> None:
        """Let the signed roster name an entry of the audit log that the office signed.

        Raises:
            NotPermitted: this session does not hold the signing key.
            DatabaseBusy, DiskFull, FolderReadOnly, KeyringLocked, KeyringMissing: the former mark is there.
        """
        keys, mark = self._signing_keys(), LogMark(self.epoch, sequence, digest)
        self._change(lambda contents: staff.with_log_mark(contents, mark, keys))

    def close(self) -> None:
        """Drop the keys. Connections that were handed out stay open until their owner closes them."""
        self._held = None
        self._exchange = b""

    def _read(self) -> OpenKeyFile:
        with self._lock:
            self._keys  # noqa: B018 - a closed session reads nothing
            self._contents = self._book.read()
            return self._contents

    def _change(self, edit: Edit) -> None:
        with self._lock:
            self._contents = self._book.change(edit)
            self._write_state()

    def _check_state(self) -> None:
        """Compare the key file with what the database remembers of it.

        Raises:
            SlotsRolledBack: the file, or the roster in it, is older than the database remembers.
            RosterRefused: the database knows another signing key.
        """
        from hvacdesk.vault.keyfile import vault_state

        connection = self.connect()
        try:
            state = vault_state.read(connection)
        finally:
            connection.close()
        if state.signer != self._contents.body.roster.signer:
            raise errors.RosterRefused
        if state.revision > self._contents.body.revision or state.counter > self._contents.roster.counter:
            raise errors.SlotsRolledBack

    def _write_state(self) -> None:
        from hvacdesk.vault.keyfile import vault_state

        connection = self.connect()
        try:
            body, counter = self._contents.body, self._contents.roster.counter
            vault_state.write(connection, vault_state.VaultState(body.revision, body.roster.signer, counter))
        finally:
            connection.close()

    def _payment_key(self) -> bytes:
        if self._keys.payment is None:
            raise NotPermitted(permission=Permission.SEE_PAYMENT.value)
        return self._keys.payment

    def _payment_generation(self) -> int:
        return self._contents.roster.payment_generation

    def _signing_keys(self) -> OfficeKeys:
        """The office's keys, with the signing key among them: what changes the roster.

        Raises:
            NotPermitted: this session does not hold the signing key.
        """
        self._signing_key()
        return self._keys

    def _signing_key(self) -> bytes:
        if self._keys.signing is None:
            raise NotPermitted(permission=Permission.MANAGE_ACCOUNTS.value)
        return self._keys.signing


def _keep_what_is_dropped(path: Path) -> bool:
    """Whether SQLite will drop what was saved last; then the WAL is kept as it is before it does."""
    with suppress(OSError):  # what cannot be read now is told when the database is opened
        if wal.holds_less_than_was_saved(path):
            wal.keep_aside(path)
            return True
    return False
