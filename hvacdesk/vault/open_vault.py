"""An opened office as one person's login sees it: its parts, and what its keys seal, sign and read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers
from hvacdesk.vault.database import payment
from hvacdesk.vault.database.wal import WalEnd
from hvacdesk.vault.device.device_logins import DeviceLogins
from hvacdesk.vault.device.log_proof import LogProof
from hvacdesk.vault.keyfile import signers
from hvacdesk.vault.keyfile.body import Login
from hvacdesk.vault.keyfile.epochs import Epochs
from hvacdesk.vault.keyfile.grants import OfficeKeys
from hvacdesk.vault.keyfile.key_file_store import KeyFileStore, OpenKeyFile
from hvacdesk.vault.keyfile.roster import StaffSlot
from hvacdesk.vault.keyfile.signers import SignerSuccession
from hvacdesk.vault.keyfile.staff_slots import StaffSlots
from hvacdesk.vault.keyfile.throttle import NO_FAILED_TRIES, FailedTries, Throttle
from hvacdesk.vault.seats.authority import SeatAuthority
from hvacdesk.vault.session import RECOVERY_SLOT, Session

if TYPE_CHECKING:
    from hvacdesk.vault.backup import backup
    from hvacdesk.vault.report_box.report_box import ReportReader


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


class OpenVault:
    """One person's session in an open office. Never log it, never pickle it; :meth:`close` drops its keys.

    Args:
        in_use: see :class:`hvacdesk.vault.session.Session`.

    Attributes:
        slot_id: the person's slot, or :data:`RECOVERY_SLOT`.
        failed_tries: failed logins to this slot at this computer since the last good one, for the audit log.
        tries_went_missing: whether there may be more of them, since their count was gone.
        failed_at_seats: those at other PCs.
        slots: the people who can log in, and their changes.
        epochs: new keys, and the end of the former ones.
        logins: the logins of this computer.
        log: what proves that the audit log is whole.
        seats: signs the certificates of PCs that join.
    """

    def __init__(
        self,
        book: KeyFileStore,
        contents: OpenKeyFile,
        slot_id: str,
        keys: OfficeKeys,
        throttle: Throttle | None,
        failed: FailedTries = NO_FAILED_TRIES,
        exchange: bytes = b"",
        *,
        in_use: bool = False,
        failed_at_seats: int = 0,
    ) -> None:
        self.slot_id = slot_id
        self.failed_tries, self.tries_went_missing = failed.known, failed.went_missing
        self.failed_at_seats = failed_at_seats
        self._session = Session(book, contents, slot_id, keys, throttle, exchange, in_use=in_use)
        self.slots = StaffSlots(self._session)
        self.epochs = Epochs(self._session)
        self.logins = DeviceLogins(self._session)
        self.log = LogProof(self._session)
        self.seats = SeatAuthority(self._session)

    def __repr__(self) -> str:
        return f"<OpenVault slot {self.slot_id}>"

    @property
    def name(self) -> str:
        """The person's name on the roster; empty after a recovery."""
        return "" if self.slot_id == RECOVERY_SLOT else self._session.contents.roster.entry(self.slot_id).name

    @property
    def roles(self) -> frozenset[Role]:
        """The person's roles; a recovery acts as an owner."""
        if self.slot_id == RECOVERY_SLOT:
            return frozenset({Role.OWNER})
        return self._session.contents.roster.entry(self.slot_id).roles

    @property
    def office_id(self) -> str:
        """32 hexadecimal digits."""
        return self._session.office_id

    @property
    def office_name(self) -> str:
        """The office's name, as the login window says it."""
        return self._session.read().roster.office_name

    @property
    def epoch(self) -> int:
        """The number of the present database key."""
        return self._session.epoch

    @property
    def staff(self) -> tuple[StaffSlot, ...]:
        """Everybody who can log in, freshly read."""
        return self._session.read().staff()

    @property
    def last_read(self) -> LastRead:
        """What a login has read already, for callers that cannot wait for the key store again."""
        with self._session.lock:
            contents = self._session.contents
        return LastRead(contents.staff(), SheetStanding.of(contents), contents.body.logins)

    @property
    def holds_payment_key(self) -> bool:
        """Whether payment fields can be sealed and opened."""
        return self._session.keys.payment is not None

    @property
    def holds_signing_key(self) -> bool:
        """Whether the roster can be changed and documents signed."""
        return self._session.keys.signing is not None

    @property
    def signing_fingerprint(self) -> str:
        """The fingerprint of the office's signing key, as printed on the recovery sheet."""
        return ciphers.fingerprint(self._session.contents.body.roster.signer)

    @property
    def recovery_sheet(self) -> SheetStanding:
        """Which recovery sheet opens the office now."""
        return SheetStanding.of(self._session.read())

    @property
    def wal_end(self) -> WalEnd | None:
        """How the WAL ended that a stopped program left; None before the database's first opening."""
        return self._session.wal_end

    @property
    def database_path(self) -> Path:
        """The present epoch's database file."""
        return self._session.database_path

    def database_key(self) -> str:
        """Raw key and salt as 96 hexadecimal digits, for the proof of erasure and the vault's own tools."""
        return self._session.database_key()

    def connect(self) -> Any:
        """A DB-API connection to the database; see :meth:`Session.connect`."""
        return self._session.connect()

    def backup_source(self, read: backup.ReadStanding) -> backup.Source:
        """What a backup is taken of; ``read`` tells what only the store can read."""
        from hvacdesk.vault.backup import backup

        return backup.Source(
            self.office_id,
            self._session.read().roster.office_name,
            self.epoch,
            self.database_path,
            self.database_key(),
            self.connect,
            lambda: replace(self._session.read().file, handovers=()),
            read,
        )

    def remove_set_aside(self, put_aside: Path) -> None:
        """Remove a folder that a restore put aside, with its epochs' device secrets.

        Raises:
            KeyringMissing, KeyringLocked, KeyringKeepsNothing: nothing was removed but secrets.
        """
        from hvacdesk.vault.backup import quarantine

        quarantine.remove(put_aside, self.office_id, self._session.book.secrets)

    def seal_payment(self, table: str, column: str, key: int, text: str) -> bytes:
        """Seal a payment field's text for one place: table, column and the row's primary key.

        Raises:
            NotPermitted: this session's roles do not carry the payment key.
        """
        held, generation = self._session.payment_key()
        return payment.seal(held, generation, table, column, key, text)

    def open_payment(self, table: str, column: str, key: int, sealed: bytes) -> str:
        """Open a payment field in its place.

        Raises:
            NotPermitted: this session's roles do not carry the payment key.
            PaymentUnreadable: altered, moved, or sealed under an earlier key.
        """
        held, generation = self._session.payment_key()
        return payment.unseal(held, generation, table, column, key, sealed)

    def sign(self, data: bytes) -> bytes:
        """The office's signature over a document or list: 64 bytes.

        Raises:
            NotPermitted: this session does not hold the signing key.
        """
        return signers.sign(self._session.signing_key(), data)

    def verify(self, data: bytes, signature: bytes, successions: Iterable[SignerSuccession] = ()) -> bool:
        """Whether the office signed this document or list.

        Args:
            successions: those that came with it. They count where the office's own signing key, as an
                earlier roster knows it, has successors since.
        """
        signer = self._session.contents.body.roster.signer
        return signers.signed_by_office(self.office_id, signer, data, signature, successions)

    @property
    def signer_succession(self) -> tuple[SignerSuccession, ...]:
        """Every change of the signing key, the earliest first: to be kept beside whatever is signed."""
        return self._session.contents.roster.successions

    def report_reader(self) -> ReportReader | None:
        """The report box as this person opens it; None where the session has no key of their own.

        That is so after a recovery or a restore: the next login by passphrase brings the key.
        """
        from hvacdesk.vault.report_box.report_box import ReportReader

        session = self._session
        with session.lock:
            session.keys  # noqa: B018 - a closed session opens nothing
            return ReportReader(session.book, session.slot_id, session.exchange) if session.exchange else None

    def stir_report_box(self) -> None:
        """Rewrite the report box with what it holds, as every start and login does.

        Raises the box's errors.
        """
        from hvacdesk.vault.report_box.report_box import writable_files_of

        writable_files_of(self._session.book).refresh()

    @property
    def closed(self) -> bool:
        """Whether the keys were dropped."""
        return self._session.closed

    def remember_key_file(self) -> None:
        """Let key store and database remember the key file as it is, so that no older one takes its place.

        Where they could at each change, nothing is written.

        Raises:
            UserFacingError: one of them still cannot.
        """
        self._session.remember()

    def require_keys(self) -> None:
        """Raise LoginEnded if the person was shut out, and VaultClosed after :meth:`close`."""
        self._session.keys  # noqa: B018 - asked for what it raises

    def work_beside_others(
        self, writing: Callable[[], AbstractContextManager[None]], told: Callable[[], None]
    ) -> None:
        """Change the key file as one of several sessions on one open database.

        Args:
            writing: keeps the others from writing to the database while key file and database change.
            told: called after each change; the others then :meth:`follow` it.
        """
        self._session.writing, self._session.told = writing, told

    def when_shut_out(self, tell: Callable[[], object]) -> None:
        """Call ``tell`` once somebody else has ended the login, on whatever thread that is noticed."""
        self._session.shut_out = tell

    def follow(self, other: OpenVault) -> None:
        """Go on with the key file, and in the epoch, of another session of this program.

        Raises:
            LoginEnded: the person may do other things than before, or nothing; the keys are dropped.
        """
        there = other._session
        with there.lock:
            book, contents = there.book, there.contents
        self._session.follow(book, contents)

    @contextmanager
    def kept_still(self) -> Iterator[None]:
        """Within the block no other thread reads or changes the key file by this session, or connects."""
        with self._session.lock:
            yield

    def close(self) -> None:
        """Drop the keys. Connections that were handed out stay open until their owner closes them."""
        self._session.close()
