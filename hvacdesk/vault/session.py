"""What one login holds: its keys, and the key file as it was read last; the parts of a vault share it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.errors import NotPermitted, UserFacingError
from hvacdesk.domain.roles import Permission
from hvacdesk.vault import errors
from hvacdesk.vault.database import wal
from hvacdesk.vault.database.wal import WalEnd
from hvacdesk.vault.keyfile import grants, slots
from hvacdesk.vault.keyfile.body import Body
from hvacdesk.vault.keyfile.grants import OfficeKeys
from hvacdesk.vault.keyfile.key_file_store import KeyFileStore, OpenKeyFile
from hvacdesk.vault.keyfile.staff import Edit
from hvacdesk.vault.keyfile.throttle import Throttle
from hvacdesk.vault.login_ended import AccountGone, LoginEnded, RoleTaken

if TYPE_CHECKING:
    from hvacdesk.vault.keyfile.vault_state import VaultState

RECOVERY_SLOT = "0" * 32
"""The slot id of a session that the recovery sheet opened; nobody's account."""


class VaultClosed(RuntimeError):
    """The session was closed; using it further is a bug."""


class Session:
    """One person's session, for the parts of :class:`OpenVault` alone.

    Holds keys: never log it, never pickle it; :meth:`close` drops them.

    Args:
        in_use: whether another session has the database open, so that no opening drops anything of it.

    Attributes:
        slot_id: the person's slot, or :data:`RECOVERY_SLOT`.
        book: the key file's store, of the present epoch.
        contents: the key file as it was read last.
        throttle: counts failed logins; None after a recovery, which has no key store.
        exchange: the person's own private key, for the report box alone; empty where no passphrase was typed.
        wal_end: how the WAL ended that a stopped program left; None before the database's first opening.
        lock: several threads ask one session; none may see the keys of one epoch with the file of another.
        writing: held while this session changes the key file and the database with it: nobody else writes.
        told: called after this session changed the key file, for the others that work beside it.
        shut_out: called once somebody else has ended the login, on whatever thread that was noticed.
    """

    def __init__(
        self,
        book: KeyFileStore,
        contents: OpenKeyFile,
        slot_id: str,
        keys: OfficeKeys,
        throttle: Throttle | None,
        exchange: bytes,
        *,
        in_use: bool = False,
    ) -> None:
        self.slot_id = slot_id
        self.book = book
        self.contents = contents
        self.throttle = throttle
        self.exchange = exchange
        self.wal_end: WalEnd | None = WalEnd.WHOLE if in_use else None
        self.lock = threading.RLock()
        self.writing: Callable[[], AbstractContextManager[None]] = nullcontext
        self.told: Callable[[], None] = _nobody
        self.shut_out: Callable[[], object] = _nobody
        self._held: OfficeKeys | None = keys
        self._why: type[LoginEnded] | None = None
        self._is_ahead = False
        try:
            self._check_state()
        except BaseException:
            self.close()
            raise

    def __repr__(self) -> str:
        return f"<Session of slot {self.slot_id}>"

    @property
    def office_id(self) -> str:
        """32 hexadecimal digits."""
        return self.book.office_id

    @property
    def epoch(self) -> int:
        """The number of the present database key."""
        return self.book.epoch

    @property
    def home(self) -> Path:
        """The office's folder."""
        return self.book.home

    @property
    def database_path(self) -> Path:
        """The present epoch's database file."""
        return self.home / self.contents.file.header.database

    @property
    def keys(self) -> OfficeKeys:
        """The keys that the person's roles carry.

        Raises:
            LoginEnded: they were dropped, since the person may do other things than before, or nothing.
            VaultClosed: they were dropped.
        """
        held = self._held
        if held is None:
            raise self._why or VaultClosed
        return held

    @property
    def closed(self) -> bool:
        """Whether the keys were dropped."""
        return self._held is None

    def database_key(self) -> str:
        """Raw key and salt as 96 hexadecimal digits, for the proof of erasure and the vault's own tools."""
        return (self.keys.database + self.contents.file.header.salt).hex()

    def signing_key(self) -> bytes:
        """The office's own key, for signing.

        Raises:
            NotPermitted: this session does not hold it.
        """
        if self.keys.signing is None:
            raise NotPermitted(permission=Permission.MANAGE_ACCOUNTS.value)
        return self.keys.signing

    def signing_keys(self) -> OfficeKeys:
        """The office's keys, with the signing key among them: what changes the roster.

        Raises:
            NotPermitted: this session does not hold the signing key.
        """
        self.signing_key()
        return self.keys

    def payment_key(self) -> tuple[bytes, int]:
        """What payment fields are sealed under, and its generation.

        Raises:
            NotPermitted: this session's roles do not carry it.
        """
        if self.keys.payment is None:
            raise NotPermitted(permission=Permission.SEE_PAYMENT.value)
        return self.keys.payment, self.contents.roster.payment_generation

    def connect(self) -> Any:
        """A DB-API connection to the database with every setting checked, for any thread, one at a time.

        Raises:
            EpochEnded: another session changed the keys.
            UserFacingError: see :func:`hvacdesk.vault.database.database.connect`.
        """
        from hvacdesk.vault.database import database

        with self.lock:
            epoch, path, key = self.epoch, self.database_path, self.database_key()
        if slots.newest_epoch(path.parent) > epoch:
            raise errors.EpochEnded
        if self.wal_end is None:
            self.wal_end = _keep_what_is_dropped(path)
        return database.connect(path, key)

    def read(self) -> OpenKeyFile:
        """The key file, freshly read.

        Raises:
            LoginEnded: somebody changed what the person may do; the keys are dropped.
        """
        with self.lock:
            self.keys  # noqa: B018 - a closed session reads nothing
            contents = self.book.read()
            self._require_standing(contents)
            self.contents = contents
            return contents

    def change(self, edit: Edit) -> None:
        """Change the key file, and let the database remember it.

        Once the file is written the change is in force: what key store and database cannot remember of it now
        does not make it fail, and :meth:`remember` makes up for it at the next login.

        Raises:
            LoginEnded: somebody changed what the person may do; nothing was changed.
            UserFacingError: nothing was changed.
        """

        def checked(contents: OpenKeyFile) -> Body:
            self._require_standing(contents)
            return edit(contents)

        with self.writing():
            with self.lock:
                self.contents = self.book.change(checked)
                with suppress(UserFacingError):
                    self._write_state()
            self.told()

    def remember(self) -> None:
        """Let key store and database remember the key file, where one of them could not when it was changed.

        Raises:
            UserFacingError: it still cannot.
        """
        with self.lock:
            book, contents, is_ahead = self.book, self.contents, self._is_ahead
        book.remember_newest(contents)
        if is_ahead:
            with self.writing(), self.lock:
                self._write_state()

    def go_on_with(self, book: KeyFileStore, contents: OpenKeyFile, keys: OfficeKeys | None) -> None:
        """Go on in another epoch; without keys, of somebody who was left out, as if closed."""
        with self.lock:
            self.book, self.contents, self._held = book, contents, keys
        self.told()

    def follow(self, book: KeyFileStore, contents: OpenKeyFile) -> None:
        """Go on with the key file as another session of this program has written it, in its epoch.

        Raises:
            LoginEnded: the person may do other things than before, or nothing, or their key does not open
                what was granted in the new epoch; the keys are dropped.
        """
        with self.lock:
            keys = self.keys
            if _age(contents) <= _age(self.contents):
                return
            self._require_standing(contents)
            if book.epoch != self.epoch:
                keys = self._granted(contents)
            self.book, self.contents, self._held = book, contents, keys

    def _require_standing(self, contents: OpenKeyFile) -> None:
        """End the login of somebody whose roles or key are others than this session knows."""
        if self.slot_id == RECOVERY_SLOT:
            return
        why: type[LoginEnded] = LoginEnded
        try:
            before, now = (one.roster.entry(self.slot_id).roles for one in (self.contents, contents))
            keys = (one.public_key(self.slot_id) for one in (self.contents, contents))
            if before == now and next(keys) == next(keys):
                return
            if before - now:
                why = RoleTaken
        except errors.SlotGone:
            why = AccountGone
        except errors.RosterRefused:
            pass
        raise self._ended(why)

    def _granted(self, contents: OpenKeyFile) -> OfficeKeys:
        """The keys of another epoch, from what was granted there."""
        if self.exchange:
            with suppress(errors.SlotGone, errors.RosterRefused):
                return granted_keys(contents, self.slot_id, self.exchange)
        raise self._ended(LoginEnded)

    def _ended(self, why: type[LoginEnded]) -> LoginEnded:
        """Drop the keys of somebody who was shut out: whatever is asked from now on says why."""
        with self.lock:
            self._why = why
            self.close()
        self.shut_out()
        return why()

    def close(self) -> None:
        """Drop the keys."""
        with self.lock:
            self._held = None
            self.exchange = b""

    def _check_state(self) -> None:
        """Compare the key file with what the database remembers of it.

        Raises:
            SlotsRolledBack: the file, or the roster in it, is older than the database remembers.
            RosterRefused: the database knows another signing key.
            LoginEnded: what the person may do was changed while they logged in.
        """
        from hvacdesk.vault.keyfile import vault_state

        connection = self.connect()
        try:
            state = vault_state.read(connection)
        finally:
            connection.close()
        if self._is_behind(state):  # unless another session changed the key file since it was read
            self.read()
        if state.signer != self.contents.body.roster.signer:
            raise errors.RosterRefused
        if self._is_behind(state):
            raise errors.SlotsRolledBack
        self._is_ahead = state != self._state()

    def _is_behind(self, state: VaultState) -> bool:
        contents = self.contents
        return state.revision > contents.body.revision or state.counter > contents.roster.counter

    def _state(self) -> VaultState:
        from hvacdesk.vault.keyfile import vault_state

        body = self.contents.body
        return vault_state.VaultState(body.revision, body.roster.signer, self.contents.roster.counter)

    def _write_state(self) -> None:
        from hvacdesk.vault.keyfile import vault_state

        self._is_ahead = True
        connection = self.connect()
        try:
            vault_state.write(connection, self._state())
        finally:
            connection.close()
        self._is_ahead = False


def granted_keys(contents: OpenKeyFile, slot_id: str, exchange: bytes) -> OfficeKeys:
    """The keys that a person's roles carry, opened with the person's private key.

    Raises:
        SlotGone: there is no such slot.
        RosterRefused: a grant does not open, or is not what the roster says: the key file was tampered with.
    """
    signer, granted = contents.body.roster.signer, contents.person(slot_id).grants
    keys = grants.open_grants(contents.roster, signer, slot_id, exchange, granted)
    grants.check_carried(keys, contents.roster.entry(slot_id).roles)
    return keys


def _age(contents: OpenKeyFile) -> tuple[int, int]:
    """What is higher in a key file that was written later."""
    return contents.file.header.epoch, contents.body.revision


def _nobody() -> None:
    """Nobody works beside this session."""


def _keep_what_is_dropped(path: Path) -> WalEnd:
    """How the WAL ends; one of which SQLite will drop what was saved is kept as it is before it does."""
    with suppress(OSError):  # what cannot be read now is told when the database is opened
        end = wal.end_of(path)
        if end is WalEnd.DROPPED:
            wal.keep_aside(path)
        return end
    return WalEnd.WHOLE
