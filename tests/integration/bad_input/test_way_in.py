"""Whatever is wrong on the way into an office is told in three sentences; nothing is lost or made anew."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.entry.entry import LOCK_FILE, OfficeEntry
from hvacdesk.services.entry.entry_errors import AlreadyRunning
from hvacdesk.services.language import words_for
from hvacdesk.vault import errors, folder
from hvacdesk.vault.database import database, pages
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.office import SealedOffice
from tests.helpers import key_snapshot
from tests.helpers.ground import MovableClock
from tests.helpers.key_stores import REAL_NAME
from tests.helpers.people import HIDDEN
from tests.helpers.real_office import FACTS, NAMES, RealOffice, new_real_office, passphrase_of
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import MemorySecrets

Spoil = Callable[[RealOffice, SecretService], None]

LOCKS = {folder.LOCK_NAME, LOCK_FILE}
"""Files that hold nothing but a lock."""


def kept(home: Path) -> dict[str, bytes]:
    """Every file of the office, the locks' own apart."""
    return {path.name: path.read_bytes() for path in home.iterdir() if path.name not in LOCKS}


def secrets_kept() -> dict[tuple[str, str], bytes]:
    """Everything that the program has in the key store, by account and service; counted tries apart."""
    kept = key_snapshot.taken()
    return {place[::-1]: secret for place, secret in kept.items() if not place[1].endswith("/tries")}


def database_file(real: RealOffice) -> Path:
    (path,) = real.home.glob("office-*.db")
    return path


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 4
    path.write_bytes(content)


def damage_every_copy(real: RealOffice, _service: SecretService) -> None:
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        flip(real.home / name, 900)


def newer_slots(real: RealOffice, _service: SecretService) -> None:
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        path = real.home / name
        path.write_bytes(re.sub(rb"^hvacdesk-keys \d", b"hvacdesk-keys 9", path.read_bytes()))


def newer_database(real: RealOffice, _service: SecretService) -> None:
    office, _owner = real.login(Role.OWNER)
    connection = office._workplace.vault.connect()
    connection.execute(f"PRAGMA user_version = {database.FILE_VERSION + 1}")
    database.checkpoint_truncate(connection)
    connection.close()
    office._workplace.store.close()
    office._workplace.vault.close()


def cut_database(real: RealOffice, _service: SecretService) -> None:
    path = database_file(real)
    path.write_bytes(path.read_bytes()[: pages.PAGE_BYTES // 2])


def take_secret_away(real: RealOffice, _service: SecretService) -> None:
    sealed = SealedOffice.find(real.home, DeviceKeyring())
    DeviceKeyring().delete(f"{sealed.office_id}/{sealed.epoch}")


def exchange_secret(real: RealOffice, _service: SecretService) -> None:
    sealed = SealedOffice.find(real.home, DeviceKeyring())
    DeviceKeyring().write(f"{sealed.office_id}/{sealed.epoch}", bytes(32))


@dataclass(frozen=True)
class Trouble:
    """One thing that can be wrong, what is said of it, and words of what is safe and what is to be done."""

    name: str
    spoil: Spoil
    error: type[UserFacingError]
    safe: str
    todo: str


TROUBLES = (
    Trouble("locked key store", lambda _r, s: s.start_locked(), errors.KeyringLocked, "untouched", "nlock"),
    Trouble("missing key store", lambda _r, s: s.stop_daemon(), errors.KeyringMissing, "untouched", "start"),
    Trouble("secret gone", take_secret_away, errors.DeviceSecretMissing, "untouched", "recovery sheet"),
    Trouble("secret exchanged", exchange_secret, errors.DeviceSecretWrong, "untouched", "recovery sheet"),
    Trouble("slots damaged", damage_every_copy, errors.SlotsDamaged, "untouched", "backup"),
    Trouble("slots newer", newer_slots, errors.SlotsNewer, "nothing was changed", "newer version"),
    Trouble("database newer", newer_database, errors.DatabaseNewer, "not touched", "newer version"),
    Trouble("database cut", cut_database, errors.DatabaseDamaged, "Do not delete", "backup"),
    Trouble(
        "database scrambled",
        lambda r, _s: flip(database_file(r), 500),
        errors.DatabaseDamaged,
        "Do not delete",
        "backup",
    ),
    Trouble(
        "database gone",
        lambda r, _s: database_file(r).unlink(),
        errors.DatabaseMissing,
        "untouched",
        "backup",
    ),
)


@contextmanager
def spoilt(real: RealOffice, service: SecretService, trouble: Trouble) -> Iterator[None]:
    """The trouble, until the block ends; the key store gets back what it held."""
    before = secrets_kept()
    trouble.spoil(real, service)
    try:
        yield
    finally:
        if trouble.error in (errors.KeyringLocked, errors.KeyringMissing):
            service.start_unlocked()
        for (account, _path), secret in before.items():
            DeviceKeyring().write(account, base64.b64decode(secret))


def check_sentences(error: UserFacingError, trouble: Trouble) -> None:
    """Three sentences in both languages, with nothing left open and no name in them."""
    what, safe, todo = error.sentences(english)
    assert what
    assert trouble.safe.lower() in safe.lower()
    assert trouble.todo.lower() in todo.lower()
    for english_text, japanese in zip(
        error.sentences(english), error.sentences(words_for("ja")), strict=True
    ):
        assert japanese != english_text
        assert "{" not in english_text + japanese
        assert not any(value in english_text + japanese for value in (*HIDDEN.values(), *NAMES.values()))


def come_in(entry: OfficeEntry, real: RealOffice) -> None:
    """All the way to an open office."""
    entry.open_sealed()
    entry.login(real.accounts[NAMES[Role.OWNER]], passphrase_of(NAMES[Role.OWNER]))


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.name)
def test_it_is_said_and_nothing_is_touched_or_made_anew(
    real: RealOffice, service: SecretService, trouble: Trouble
) -> None:
    with spoilt(real, service, trouble):
        before = kept(real.home)
        known = secrets_kept() if trouble.error not in (errors.KeyringMissing, errors.KeyringLocked) else None
        entry = OfficeEntry(real.home, real.clock)
        with pytest.raises(trouble.error) as told:
            come_in(entry, real)
        check_sentences(told.value, trouble)
        assert entry.exists()
        with pytest.raises((errors.OfficeExists, errors.KeyringMissing)):
            entry.prepare()
        assert kept(real.home) == before
        if known is None:
            service.start_unlocked()
        else:
            assert secrets_kept() == known


@pytest.mark.parametrize(
    "trouble",
    [trouble for trouble in TROUBLES if "key store" in trouble.name or trouble.name.startswith("secret")],
    ids=lambda trouble: trouble.name,
)
def test_once_the_key_store_is_right_again_everything_is_there(
    real: RealOffice, service: SecretService, trouble: Trouble
) -> None:
    with spoilt(real, service, trouble), pytest.raises(trouble.error):
        OfficeEntry(real.home, real.clock).open_sealed()
    office, desk = real.login(Role.DESK)
    assert office.customers.search(desk, "").total == 1
    office.leave(desk)


def test_another_key_store_than_before_is_named(tmp_path: Path, service: SecretService) -> None:
    """A store that ceased to be used, for example after a change of desktop."""
    former = MemorySecrets("keyring.backends.kwallet.DBusKeyring")
    entry = OfficeEntry(tmp_path / "office", MovableClock(), former)  # type: ignore[arg-type]
    draft = entry.prepare()
    for position in draft.group_positions_to_retype():
        draft.confirm(position, draft.printed_group(position))
    office, owner = draft.create(FACTS, "責任 一郎", passphrase_of("責任 一郎"))
    office.leave(owner)
    before, known = kept(tmp_path / "office"), secrets_kept()
    trouble = Trouble("changed", lambda _r, _s: None, errors.KeyringChanged, "untouched", "recovery sheet")
    with pytest.raises(errors.KeyringChanged, match=f"KDE wallet.*{re.escape(REAL_NAME)}") as told:
        OfficeEntry(tmp_path / "office", MovableClock()).open_sealed()
    check_sentences(told.value, trouble)
    assert (kept(tmp_path / "office"), secrets_kept()) == (before, known)
    assert service.is_open()


@pytest.mark.parametrize("name", [folder.SLOTS_NAME, folder.SLOTS_COPY_NAME])
def test_one_damaged_copy_of_the_key_file_is_no_loss(real: RealOffice, name: str) -> None:
    flip(real.home / name, 900)
    office, desk = real.login(Role.DESK)
    assert office.customers.search(desk, "").total == 1
    office.leave(desk)


def test_a_wrong_passphrase_opens_nothing_and_the_right_one_still_does(real: RealOffice) -> None:
    database_before = database_file(real).read_bytes()
    account = real.accounts[NAMES[Role.DESK]]
    with pytest.raises(errors.WrongPassphrase) as told:
        real.entry().login(account, "not the passphrase at all")
    check_sentences(
        told.value, Trouble("", lambda _r, _s: None, errors.WrongPassphrase, "Nothing was opened", "again")
    )
    assert "not the passphrase" not in repr(told.value) + str(told.value)
    assert database_file(real).read_bytes() == database_before
    office, desk = real.login(Role.DESK)
    assert office.customers.search(desk, "").total == 1
    office.leave(desk)


def test_a_second_program_is_told_to_use_the_first(real: RealOffice) -> None:
    first, second = OfficeEntry(real.home, real.clock), OfficeEntry(real.home, real.clock)
    first.acquire()
    before = kept(real.home)
    with pytest.raises(AlreadyRunning) as told:
        second.acquire()
    check_sentences(
        told.value, Trouble("", lambda _r, _s: None, AlreadyRunning, "Nothing was changed", "already open")
    )
    assert kept(real.home) == before
    first.release()
    second.acquire()
    second.release()


def test_a_damaged_page_met_at_work_is_called_damage_until_the_end(real: RealOffice) -> None:
    """SQLCipher calls a connection read-only once it met such a page; the folder is not to blame."""
    path = database_file(real)
    office, owner = real.login(Role.OWNER)
    office._workplace.store.close()
    content = path.read_bytes()
    flip(path, len(content) - pages.PAGE_BYTES + 1000)
    assert not office.audit.database_sound(owner)
    with pytest.raises(errors.DatabaseDamaged):
        office.settings.set_office_value(owner, "lock_minutes", 10, 15)
    with pytest.raises(errors.DatabaseDamaged):
        office.leave(owner)


def test_a_new_office_is_made_where_nothing_is(tmp_path: Path, service: SecretService) -> None:
    """What the tests above forbid beside an office is possible without one."""
    assert service.is_open()
    assert new_real_office(tmp_path / "office", everybody=False).entry().staff()
