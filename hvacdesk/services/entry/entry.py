"""The way into an office: find it, set one up, log in, or come in with the recovery sheet.

Imported before the login window is painted, so SQLAlchemy and everything over it load inside the functions
that open an office.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hvacdesk import own_files
from hvacdesk.domain.clock import Clock, office_day
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.entry.entry_errors import (
    AlreadyRunning,
    FolderOutOfReach,
    FolderUnusable,
    NoRoomForOffice,
    PassphraseChosen,
)
from hvacdesk.services.entry.office_opening import OfficeOpening
from hvacdesk.services.pauses import Pauses
from hvacdesk.services.seats import seat_folder

if TYPE_CHECKING:
    from datetime import datetime

    from hvacdesk.domain.backups.folder_kinds import FolderStanding
    from hvacdesk.domain.office.office import StaffMember
    from hvacdesk.domain.report_box.report_box_rules import BoxRules
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.backups.restoring import Restoring
    from hvacdesk.services.entry.new_office import NewOfficeDraft
    from hvacdesk.services.open_office import Office
    from hvacdesk.services.report_box.report_desk import ReportDesk
    from hvacdesk.services.seats.office_pc import OfficePc
    from hvacdesk.services.seats.seat_pc import SeatPc
    from hvacdesk.vault.device.keyring_store import DeviceKeyring
    from hvacdesk.vault.office import OpenVault, SealedOffice

LOCK_FILE = "office.lock"
NEW_OFFICE_BYTES = 256 << 20
"""So much must be free for a new office: a change of keys writes the database a second time."""


class OfficeEntry:
    """The door of the office in one folder.

    Args:
        home: the office's data folder.
        clock: the present moment.
        keyring: where the device secret is; the operating system's own unless a test gives another.
    """

    def __init__(self, home: Path, clock: Clock, keyring: DeviceKeyring | None = None) -> None:
        self._home = home
        self._clock = clock
        self._keyring = keyring
        self._opening = OfficeOpening(clock)
        self._lock: ExitStack | None = None
        self._made: tuple[Path, ...] = ()
        self._sealed: SealedOffice | None = None
        self._report_desk: ReportDesk | None = None
        self._office_pc: OfficePc | None = None

    @property
    def home(self) -> Path:
        """The office's data folder."""
        return self._home

    def now(self) -> datetime:
        """The present moment in UTC."""
        return self._clock()

    def folder_standing(self) -> FolderStanding:
        """What the folder lies on, and whether this login keeps its files: set-up warns of what is bad."""
        from hvacdesk.services.backups import folder_kinds

        return folder_kinds.office_standing(self._home)

    def exists(self) -> bool:
        """Whether there is an office in the folder, whether or not it can be opened.

        Raises :class:`FolderUnusable`.
        """
        from hvacdesk.vault.office import SealedOffice

        with _folder_in_use():
            return SealedOffice.exists(self._home)

    def require_place(self) -> None:
        """See that a new office could be written here, before somebody types one.

        Raises:
            FolderUnusable: the folder cannot be written to, or cannot be made.
            NoRoomForOffice: its disk is nearly full.
        """
        import shutil

        from hvacdesk.services.backups import folder_kinds

        with _folder_in_use():
            folder_kinds.prove(self._home)
        place = folder_kinds.nearest(self._home)
        free = shutil.disk_usage(place).free
        if free < NEW_OFFICE_BYTES:
            raise NoRoomForOffice(free=free >> 20, needed=NEW_OFFICE_BYTES >> 20)

    def require_office(self) -> None:
        """See that an office, or a restore that has to be finished, is here before anything is written.

        Raises:
            OfficeMissing: there is none.
            FolderUnusable: there is none, and no folder that one could be in.
        """
        from hvacdesk.services.backups import folder_kinds
        from hvacdesk.vault import errors
        from hvacdesk.vault.backup import quarantine

        if self.exists() or quarantine.is_begun(self._home):
            return
        with _folder_in_use():
            if not self._home.is_dir():  # its drive may be away
                folder_kinds.prove(self._home)
        raise errors.OfficeMissing

    def acquire(self) -> None:
        """Keep every other program out of this office.

        Raises:
            AlreadyRunning: another program has it open.
            FolderUnusable, LockUnusable, DiskFull: the folder does not take the lock's file.
        """
        from hvacdesk.vault import errors, folder

        if self._lock is not None:
            return
        lock = ExitStack()
        with _folder_in_use():
            made = tuple(one for one in (self._home, *self._home.parents) if not one.exists())
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._made = made
            try:
                lock.enter_context(folder.locked(self._home / LOCK_FILE, 0))
            except errors.DatabaseBusy:
                raise AlreadyRunning from None
        self._lock = lock
        self._finish_restore()

    def _finish_restore(self) -> None:
        """Finish a restore that was interrupted, or remove what it began; what cannot be done now waits."""
        from hvacdesk.vault.backup import quarantine

        if not quarantine.is_begun(self._home):
            return
        with suppress(UserFacingError, OSError):
            quarantine.finish(self._home, self._device_keyring())

    def release(self) -> None:
        """Let other programs in again. A folder made for the lock goes with it, if it holds no more."""
        if self._lock is None:
            return
        made, self._made = self._made, ()
        with suppress(OSError):
            if [one.name for one in self._home.iterdir()] != [LOCK_FILE]:
                made = ()
        with suppress(OSError, UserFacingError):
            if made and sys.platform != "win32":  # while it is held: nobody else can take it for theirs
                own_files.remove(self._home / LOCK_FILE)
        self._lock.close()
        self._lock = None
        with suppress(OSError, UserFacingError):
            if made and sys.platform == "win32":  # which refuses as long as somebody holds it
                own_files.remove(self._home / LOCK_FILE)
            for one in made:
                own_files.remove_empty(one)

    def open_sealed(self) -> None:
        """Read the key file with the keyring's secret. Raises the vault's errors, each with its way out."""
        self._read_sealed()

    def _read_sealed(self) -> SealedOffice:
        from hvacdesk.vault.office import SealedOffice

        if self._report_desk is not None:
            self.end_box_rounds()
        self._sealed = found = SealedOffice.find(self._home, self._device_keyring())
        self._report_desk = None
        return found

    def key_store_opened(self) -> bool:
        """Whether the key store was unlocked since it was told to be locked, so that a new try will do."""
        from hvacdesk.vault.device import keyring_store

        return keyring_store.answered()

    def office_name(self) -> str:
        """The office's name, as the login window shows it."""
        return self._required_sealed().office_name

    def staff(self) -> tuple[StaffMember, ...]:
        """Those who may log in."""
        from hvacdesk.domain.office.office import StaffMember

        return tuple(
            StaffMember(
                account=slot.slot_id,
                name=slot.name,
                roles=tuple(sorted(role.value for role in slot.roles)),
                invited=slot.invited,
            )
            for slot in self._required_sealed().staff
        )

    def login(self, account: str, passphrase: str, at: str | None = None) -> tuple[Office, Actor]:
        """Open the office for one person.

        Args:
            at: the name of the seat at which they are; None at this computer.

        Raises the vault's errors for a wrong passphrase or a waiting time.
        """

        def way_in(in_use: bool) -> OpenVault:
            sealed = self._required_sealed()
            return sealed.unlock(account, passphrase, in_use=in_use, at_seat=at is not None)

        return self._opening.open(way_in, account=account, at=at)

    def accept_invitation(self, account: str, one_time: str, passphrase: str) -> tuple[Office, Actor]:
        """An invited person's first login: the one-time passphrase gives way to one of their own.

        Raises:
            PassphraseChosen: it did, and the person has to log in with their own.
            UserFacingError: the one-time passphrase still holds.
        """
        self.check_passphrase(passphrase)
        chosen = False

        def choose(vault: OpenVault) -> None:
            nonlocal chosen
            vault.slots.change_passphrase(one_time, passphrase)
            chosen = True

        try:
            return self._opening.open(
                lambda in_use: self._required_sealed().unlock(account, one_time, in_use=in_use), first=choose
            )
        except UserFacingError as error:
            if chosen:
                raise PassphraseChosen(error) from error
            raise

    def report_desk(self) -> ReportDesk:
        """The report box, which needs no login. One for all views: what is sent waits in it for a write."""
        from hvacdesk.services.report_box.report_desk import ReportDesk

        if self._report_desk is None:
            self._report_desk = ReportDesk(self._required_sealed(), self._clock)
        return self._report_desk

    def open_report_box(self) -> tuple[ReportDesk, BoxRules]:
        """The report box, once it can be reached, and its rules. Raises the box's errors."""
        from hvacdesk.services.report_box.report_desk import box_rules

        desk = self.report_desk()
        desk.look()
        return desk, box_rules()

    def stir_report_box(self) -> None:
        """Rewrite the report box with what it holds, as at every start, login, lock and end.

        So a write tells nothing about a report. If the write fails, the program goes on.
        """
        if self._sealed is not None:
            with suppress(UserFacingError):
                self.report_desk().refresh()

    def begin_box_rounds(self) -> None:
        """The login window is open: write the box for the start. :meth:`turn_box` follows every so often.

        The rules are read each time, too: when a file of the program was last read is to tell nothing either.
        """
        if self._sealed is None:
            return
        from hvacdesk.services.report_box.report_desk import box_rules

        box_rules()
        self.stir_report_box()
        self.report_desk().begin_rounds()

    def turn_box(self) -> None:
        """One of the regular writes while the login window is open; what is sent goes out with it."""
        if self._sealed is not None:
            with suppress(UserFacingError):
                self.report_desk().turn()

    def end_box_rounds(self) -> None:
        """The login window closes: write the box for the login or the end, with whatever still waits."""
        if self._sealed is not None:
            with suppress(UserFacingError):
                self.report_desk().end_rounds()

    def suggest_passphrase(self) -> str:
        """A random passphrase of words that can be read aloud."""
        from hvacdesk.vault.keyfile.passphrase import generate_passphrase

        return generate_passphrase()

    def check_passphrase(self, text: str) -> None:
        """Raise the vault's refusal if the passphrase is too short, too long or too common."""
        from hvacdesk.vault.keyfile.passphrase import check_passphrase

        check_passphrase(text)

    def prepare(self) -> NewOfficeDraft:
        """Begin a new office in this folder; nothing of it is written before its ``create``.

        Raises the vault's errors where the key store would not keep its key: nothing is printed then.
        """
        from hvacdesk.services.entry.new_office import NewOfficeDraft
        from hvacdesk.vault.office import NewOffice

        office = NewOffice.prepare(self._home, self._device_keyring(), created=office_day(self._clock()))
        return NewOfficeDraft(office, self._clock, self._opening)

    def judged_groups(self, code: str) -> tuple[bool, ...]:
        """Whether each group of a recovery code that was typed completely is right, to say it at once."""
        from hvacdesk.vault.keyfile import recovery

        return recovery.judged(code)

    def recover(self, code: str) -> tuple[Office, Actor]:
        """Open the office with the code of the recovery sheet, without keyring or passphrase."""
        from hvacdesk.vault.office import SealedOffice

        return self._opening.open(
            lambda in_use: SealedOffice.recover(self._home, code, in_use=in_use), self._device_keyring
        )

    def restoring(self) -> Restoring:
        """Restoring a backup into this folder."""
        from hvacdesk.services.backups.restoring import Restoring

        return Restoring(self._home, self._clock, self._keyring, self._opening)

    def enrol(self, words: str) -> None:
        """Let this login of the computer open the office, with the one-time words that were made for it.

        Raises:
            EnrolmentMissing, EnrolmentExpired, EnrolmentWrongWords, TooManyTries: nothing was changed.
            UserFacingError: key file, key store or folder; the words are good for another try.
        """
        from hvacdesk.vault.office import SealedOffice

        self.acquire()
        SealedOffice.enrol(self._home, self._device_keyring(), words, self._clock().timestamp())

    @property
    def is_seat(self) -> bool:
        """Whether the program in this folder is a seat of an office on another PC."""
        return seat_folder.seat_in(self._home) is not None

    @property
    def lists_seats(self) -> bool:
        """Whether other PCs were ever let in to the office in this folder."""
        return seat_folder.lists_seats(self._home)

    @property
    def pauses(self) -> Pauses:
        """Tells when somebody has the office's file alone."""
        return self._opening.pauses

    def office_pc(self) -> OfficePc:
        """What other PCs find here, once the key file is read. One for all: an invitation waits in it."""
        from hvacdesk.services.seats.office_pc import OfficePc

        office_id = self._required_sealed().office_id
        if self._office_pc is None or self._office_pc.office_id != office_id:
            self._office_pc = OfficePc(self._home, office_id, self._device_keyring(), self._clock)
        return self._office_pc

    def seat_pc(self) -> SeatPc:
        """What this PC keeps of an office on another one, or would if it joined it."""
        from hvacdesk.services.seats.seat_pc import SeatPc

        return SeatPc(self._home, self._device_keyring(), self._clock)

    def forget(self) -> None:
        """Remove a sample office's secrets from the key store; its files can never be opened again."""
        if self._sealed is not None:
            self._sealed.remove_secrets()

    def _device_keyring(self) -> DeviceKeyring:
        if self._keyring is None:
            from hvacdesk.vault.device.keyring_store import DeviceKeyring

            self._keyring = DeviceKeyring()
        return self._keyring

    def _required_sealed(self) -> SealedOffice:
        """The key file as it is now: a person who set the office up or recovered it came in without it."""
        sealed = self._sealed
        if sealed is None or sealed.outdated:  # somebody who is logged in changed the keys
            sealed = self._read_sealed()
        return sealed


@contextmanager
def _folder_in_use() -> Iterator[None]:
    """Say what is wrong with the folder in words that fit a start: there is no change yet to be lost."""
    from hvacdesk.vault import errors, folder

    try:
        with folder.writing():
            yield
    except (errors.LockUnusable, errors.FileHeld):
        raise
    except (errors.FolderReadOnly, FileExistsError, NotADirectoryError) as error:
        raise FolderUnusable from error
    except UserFacingError:
        raise
    except OSError as error:
        raise FolderOutOfReach(reason=own_files.reason(error)) from error
