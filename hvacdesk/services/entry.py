"""The way into an office: find it, set one up, log in, or come in with the recovery sheet.

Imported before the login window is painted, so SQLAlchemy and everything over it load inside the functions
that open an office.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.audit import Action
from hvacdesk.domain.clock import Clock, office_day
from hvacdesk.domain.errors import Unfinished, UserFacingError
from hvacdesk.domain.office import OfficeFacts, StaffMember
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.wording import phrase
from hvacdesk.services.sheets import SheetOnPaper

if TYPE_CHECKING:
    from filelock import FileLock

    from hvacdesk.domain.folder_kinds import FolderStanding
    from hvacdesk.services.office import Office
    from hvacdesk.services.restoring import Restoring
    from hvacdesk.services.workplace import Workplace
    from hvacdesk.store.engine import Store
    from hvacdesk.vault.keyring_store import DeviceKeyring
    from hvacdesk.vault.office import NewOffice, OpenVault, SealedOffice

LOCK_FILE = "office.lock"


class AlreadyRunning(UserFacingError):
    """Another running program holds this office."""

    what = phrase("Errors", "hvacdesk is already open on this office.")
    todo = phrase("Errors", "Use the window that is already open. If there is none, restart the computer.")


class FolderUnusable(UserFacingError):
    """The office's folder cannot be read or written by this login of the computer."""

    what = phrase("Errors", "The office's folder cannot be read or written.")
    todo = phrase(
        "Errors", "Check who may use the folder and whether the disk is write-protected, then try again."
    )


class SetUpUnfinished(Unfinished):
    """A new office is there, but the person who set it up did not come in."""

    what = phrase("Errors", "The office was created, but could not be opened: {cause}")
    safe = phrase("Errors", "The office is complete; its recovery sheet and your passphrase are valid.")
    todo = phrase("Errors", "Remove the cause, then try again and log in with your passphrase.")


class PassphraseChosen(Unfinished):
    """An invitation was accepted, but the person did not come in."""

    what = phrase("Errors", "Your own passphrase is set, but the office could not be opened: {cause}")
    safe = phrase("Errors", "The one-time passphrase is no longer needed.")
    todo = phrase("Errors", "Remove the cause, then try again and log in with your own passphrase.")


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
        self._lock: FileLock | None = None
        self._sealed: SealedOffice | None = None

    @property
    def home(self) -> Path:
        """The office's data folder."""
        return self._home

    def folder_standing(self) -> FolderStanding:
        """What the folder lies on: set-up warns of a network drive and of a synchronised folder."""
        from hvacdesk.services import folder_kind

        return folder_kind.standing(self._home)

    def exists(self) -> bool:
        """Whether there is an office in the folder, whether or not it can be opened.

        Raises :class:`FolderUnusable`.
        """
        from hvacdesk.vault.office import SealedOffice

        with _folder_in_use():
            return SealedOffice.exists(self._home)

    def acquire(self) -> None:
        """Keep every other program out of this office.

        Raises:
            AlreadyRunning: another program has it open.
            FolderUnusable, DiskFull: the folder does not take the lock's file.
        """
        from filelock import FileLock, Timeout

        from hvacdesk.vault import folder

        if self._lock is not None:
            return
        with _folder_in_use():
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = FileLock(self._home / LOCK_FILE, timeout=0, mode=folder.file_mode(self._home))
            try:
                lock.acquire()
            except Timeout:
                raise AlreadyRunning from None
        self._lock = lock
        self._finish_restore()

    def _finish_restore(self) -> None:
        """Finish a restore that was interrupted, or remove what it began; what cannot be done now waits."""
        from hvacdesk.vault import set_aside

        if not set_aside.is_begun(self._home):
            return
        with suppress(UserFacingError, OSError):
            set_aside.finish(self._home, self._device_keyring())

    def release(self) -> None:
        """Let other programs in again."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def open_sealed(self) -> None:
        """Read the slots file with the keyring's secret. Raises the vault's errors, each with its way out."""
        from hvacdesk.vault.office import SealedOffice

        self._sealed = SealedOffice.find(self._home, self._device_keyring())

    def office_name(self) -> str:
        """The office's name, as the login window shows it."""
        return self._required_sealed().office_name

    def staff(self) -> tuple[StaffMember, ...]:
        """Those who may log in."""
        return tuple(
            StaffMember(
                account=slot.slot_id,
                name=slot.name,
                roles=tuple(sorted(role.value for role in slot.roles)),
                invited=slot.invited,
            )
            for slot in self._required_sealed().staff
        )

    def login(self, account: str, passphrase: str) -> tuple[Office, Actor]:
        """Open the office for one person.

        Raises the vault's errors for a wrong passphrase or a waiting time.
        """
        return open_office(self._required_sealed().unlock(account, passphrase), self._clock)

    def accept_invitation(self, account: str, one_time: str, passphrase: str) -> tuple[Office, Actor]:
        """An invited person's first login: the one-time passphrase gives way to one of their own.

        Raises:
            PassphraseChosen: it did, and the person has to log in with their own.
            UserFacingError: the one-time passphrase still holds.
        """
        self.check_passphrase(passphrase)
        vault = self._required_sealed().unlock(account, one_time)
        with _closed_by_failure(vault):
            vault.change_passphrase(one_time, passphrase)
        try:
            return open_office(vault, self._clock)
        except UserFacingError as error:
            raise PassphraseChosen(error) from error

    def suggest_passphrase(self) -> str:
        """A random passphrase of words that can be read aloud."""
        from hvacdesk.vault.passphrase import generate_passphrase

        return generate_passphrase()

    def check_passphrase(self, text: str) -> None:
        """Raise the vault's refusal if the passphrase is too short, too long or too common."""
        from hvacdesk.vault.passphrase import check_passphrase

        check_passphrase(text)

    def prepare(self) -> NewOfficeDraft:
        """Begin a new office in this folder; nothing is written before its ``create``."""
        from hvacdesk.vault.office import NewOffice

        day = office_day(self._clock())
        return NewOfficeDraft(NewOffice.prepare(self._home, self._device_keyring(), created=day), self._clock)

    def judged_groups(self, code: str) -> tuple[bool, ...]:
        """Whether each group of a recovery code that was typed completely is right, to say it at once."""
        from hvacdesk.vault import recovery

        return recovery.judged(code)

    def recover(self, code: str) -> tuple[Office, Actor]:
        """Open the office with the code of the recovery sheet, without keyring or passphrase."""
        from hvacdesk.vault.office import SealedOffice

        return open_office(SealedOffice.recover(self._home, code), self._clock, self._device_keyring)

    def restoring(self) -> Restoring:
        """Restoring a backup into this folder."""
        from hvacdesk.services.restoring import Restoring

        return Restoring(self._home, self._clock, self._keyring)

    def enrol(self, words: str) -> None:
        """Let this login of the computer open the office, with the one-time words that were made for it.

        Raises:
            EnrolmentMissing, EnrolmentExpired, EnrolmentWrongWords, TooManyTries: nothing was changed.
            UserFacingError: key file, key store or folder; the words are good for another try.
        """
        from hvacdesk.vault.office import SealedOffice

        self.acquire()
        SealedOffice.enrol(self._home, self._device_keyring(), words, self._clock().timestamp())

    def forget(self) -> None:
        """Take a sample office's secrets out of the key store; its files can never be opened again."""
        if self._sealed is not None:
            self._sealed.forget_secrets()

    def _device_keyring(self) -> DeviceKeyring:
        if self._keyring is None:
            from hvacdesk.vault.keyring_store import DeviceKeyring

            self._keyring = DeviceKeyring()
        return self._keyring

    def _required_sealed(self) -> SealedOffice:
        if self._sealed is None:
            raise RuntimeError("open_sealed() comes first")
        return self._sealed


@contextmanager
def _folder_in_use() -> Iterator[None]:
    """Say what is wrong with the folder in words that fit a start: there is no change yet to be lost."""
    from hvacdesk.vault import errors, folder

    try:
        with folder.writing():
            yield
    except (errors.FolderReadOnly, FileExistsError, NotADirectoryError) as error:
        raise FolderUnusable from error


class NewOfficeDraft(SheetOnPaper):
    """An office that is being set up: its keys exist in memory alone."""

    def __init__(self, office: NewOffice, clock: Clock) -> None:
        super().__init__(office.draft)
        self._office = office
        self._clock = clock

    def create(self, facts: OfficeFacts, owner_name: str, passphrase: str) -> tuple[Office, Actor]:
        """Write the office: its facts go into the database before the slots file makes it exist.

        Raises:
            SetUpUnfinished: the office exists; the one who set it up has to log in.
            UserFacingError: there is no office; this can be called again.
        """
        from hvacdesk.services.settings import check_facts

        facts = check_facts(facts)

        def fill(connect: Callable[[], Any], owner: str) -> None:
            _fill_new_office(connect, facts, owner, owner_name, self._clock)

        try:
            vault = self._office.create(owner_name, passphrase, office_name=facts.name, fill=fill)
            return open_office(vault, self._clock)
        except UserFacingError as error:
            if self._office.made:
                raise SetUpUnfinished(error) from error
            raise


def _workplace(vault: OpenVault, clock: Clock) -> Workplace:
    from hvacdesk.services.workplace import Workplace
    from hvacdesk.store import schema
    from hvacdesk.store.engine import Store

    store = Store(vault.connect)
    with _closed_by_failure(store):
        schema.bring_up_to_date(store)
    return Workplace(store, vault, clock)


@contextmanager
def _closed_by_failure(opened: OpenVault | Store) -> Iterator[None]:
    """Leave no keys and no open file behind when a way in fails after all."""
    try:
        yield
    except BaseException:
        opened.close()
        raise


def _fill_new_office(
    connect: Callable[[], Any], facts: OfficeFacts, owner: str, owner_name: str, clock: Clock
) -> None:
    """The first rows of an office, written before its slots file makes it exist."""
    from hvacdesk.store import audit_log, schema
    from hvacdesk.store import office as store
    from hvacdesk.store.engine import Store

    database = Store(connect)
    try:
        schema.bring_up_to_date(database)
        with database.transaction() as session:
            store.save_facts(session, facts)
            store.add_account(session, owner, owner_name, {Role.OWNER}, clock())
            audit_log.append(session, clock(), owner, Action.OFFICE_CREATED, f"account:{owner}", {})
    finally:
        database.close()


def open_office(
    vault: OpenVault, clock: Clock, key_store: Callable[[], DeviceKeyring] | None = None
) -> tuple[Office, Actor]:
    """The office after a login or, with the key store that it is to be taken over into, a recovery."""
    with _closed_by_failure(vault):
        workplace = _workplace(vault, clock)
        with _closed_by_failure(workplace.store):
            return _entered(workplace, key_store)


def _entered(workplace: Workplace, key_store: Callable[[], DeviceKeyring] | None) -> tuple[Office, Actor]:
    """Bring the tables up to the slots file, and log who came in."""
    from hvacdesk.services.office import Office
    from hvacdesk.services.reconciling import follow_slots_file
    from hvacdesk.services.recovery import Recovery

    vault, actor = workplace.vault, _actor(workplace.vault)
    recovery = None if key_store is None else Recovery(workplace, actor, key_store)
    with workplace.transaction() as session:
        follow_slots_file(workplace, session, actor)
        if vault.failed_tries:
            workplace.record(
                session, actor, Action.LOGIN_FAILED, f"account:{actor.account}", tries=vault.failed_tries
            )
        if recovery is not None:
            recovery.note_use(session)
        else:
            workplace.record(session, actor, Action.LOGGED_IN, f"account:{actor.account}")
    office = Office(workplace, recovery)
    office.integrity.anchored_before_login()
    office.audit.write_anchor(file_alone=True)
    return office, actor


def _actor(vault: OpenVault) -> Actor:
    return Actor(account=vault.slot_id, name=vault.name, roles=vault.roles)
