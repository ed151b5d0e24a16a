"""A desktop with two keyrings (Secret Service: collections), of which either may be the default.

A keyring that its user made in the desktop's own program stays locked at the next login to the computer.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from hvacdesk.vault import errors, folder
from hvacdesk.vault.device.keyring_store import SHARED_SERVICE, DeviceKeyring, prove, service_of
from hvacdesk.vault.office import OpenVault, SealedOffice
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import OWNER_PASSPHRASE, MadeOffice, make_office

ACCOUNT, SECRET, NAME, PASSWORD = "office/1", bytes(range(32)), "二つ目", "another password"
FIRST = "/org/freedesktop/secrets/collection/login"


@dataclass(frozen=True)
class Desktop:
    """The first keyring is the login's own; the second one is its user's."""

    service: SecretService
    second: str

    def lock_second(self) -> None:
        self.service.lock_keyring(self.second)

    def unlock_second(self) -> None:
        self.service.unlock_keyring(self.second, PASSWORD)

    def holders(self, account: str = ACCOUNT) -> set[str]:
        """The keyrings that hold an account's entry; they are open."""
        return {path for path in (FIRST, self.second) if account in self.service.entries(path)}


@pytest.fixture
def desktop(service: SecretService) -> Iterator[Desktop]:
    second = service.make_keyring(NAME, PASSWORD)
    with service.kept_alive():
        yield Desktop(service, second)


def put(desktop: Desktop, path: str, secret: bytes, service: str = service_of(ACCOUNT)) -> None:
    """An entry as keyring makes it, in a keyring of our choice."""
    import secretstorage

    attributes = {"service": service, "username": ACCOUNT, "application": "Python keyring library"}
    with closing(secretstorage.dbus_init()) as connection:
        keyring = secretstorage.Collection(connection, path)
        keyring.create_item("an entry", attributes, base64.b64encode(secret), replace=True)
    assert desktop.service.is_open()


def test_an_entry_is_found_and_changed_where_it_lies(desktop: Desktop) -> None:
    DeviceKeyring().write(ACCOUNT, SECRET)
    desktop.service.make_default(desktop.second)
    assert DeviceKeyring().read(ACCOUNT) == SECRET
    DeviceKeyring().write(ACCOUNT, b"changed")
    assert DeviceKeyring().read(ACCOUNT) == b"changed"
    assert desktop.holders() == {FIRST}
    DeviceKeyring().write("office/2", SECRET)
    assert desktop.holders("office/2") == {desktop.second}, "a new one goes into the default"


def test_an_entry_is_found_while_the_default_is_locked(desktop: Desktop) -> None:
    DeviceKeyring().write(ACCOUNT, SECRET)
    desktop.service.make_default(desktop.second)
    desktop.lock_second()
    assert DeviceKeyring().read(ACCOUNT) == SECRET


def test_what_lies_in_both_is_removed_from_both(desktop: Desktop) -> None:
    for path in (FIRST, desktop.second):
        put(desktop, path, SECRET)
        put(desktop, path, SECRET, SHARED_SERVICE)
    assert desktop.holders() == {FIRST, desktop.second}
    DeviceKeyring().delete(ACCOUNT)
    assert desktop.holders() == set()


@pytest.mark.parametrize("service_name", [service_of(ACCOUNT), SHARED_SERVICE])
def test_what_a_locked_keyring_holds_is_never_said_to_be_gone(desktop: Desktop, service_name: str) -> None:
    put(desktop, FIRST, SECRET)
    put(desktop, desktop.second, SECRET, service_name)
    desktop.lock_second()
    with pytest.raises(errors.KeyringPartLocked, match=NAME):
        DeviceKeyring().delete(ACCOUNT)
    desktop.unlock_second()
    assert desktop.holders() == {desktop.second}, "what could be removed is gone already"
    DeviceKeyring().delete(ACCOUNT)
    assert desktop.holders() == set()


def test_a_keyring_that_shows_nothing_while_it_is_locked_may_hold_a_secret(desktop: Desktop) -> None:
    DeviceKeyring().write(ACCOUNT, SECRET)
    desktop.lock_second()
    with pytest.raises(errors.KeyringPartLocked, match=NAME):
        DeviceKeyring().delete(ACCOUNT)
    assert DeviceKeyring().read(ACCOUNT) is None
    prove(DeviceKeyring())


def test_a_locked_keyring_that_holds_other_things_keeps_nobody_waiting(desktop: Desktop) -> None:
    put(desktop, desktop.second, SECRET, "somebody else's")
    desktop.lock_second()
    DeviceKeyring().write(ACCOUNT, SECRET)
    DeviceKeyring().delete(ACCOUNT)
    assert DeviceKeyring().read(ACCOUNT) is None


def test_an_entry_in_a_locked_keyring_is_asked_for_by_the_keyrings_name(desktop: Desktop) -> None:
    put(desktop, desktop.second, SECRET)
    desktop.lock_second()
    for ask in (lambda: DeviceKeyring().read(ACCOUNT), lambda: DeviceKeyring().write(ACCOUNT, b"x")):
        with pytest.raises(errors.KeyringPartLocked, match=NAME):
            ask()
    desktop.unlock_second()
    assert DeviceKeyring().read(ACCOUNT) == SECRET


def test_an_earlier_versions_entry_in_a_locked_keyring_stops_nobody(desktop: Desktop) -> None:
    put(desktop, FIRST, SECRET)
    put(desktop, desktop.second, b"former", SHARED_SERVICE)
    desktop.lock_second()
    store = DeviceKeyring()
    assert store.read(ACCOUNT) == SECRET
    store.write(ACCOUNT, b"changed")
    desktop.unlock_second()
    assert DeviceKeyring().read(ACCOUNT) == b"changed", "the own name's counts"
    assert desktop.holders() == {FIRST}


def opened(made: MadeOffice) -> OpenVault:
    found = SealedOffice.find(made.home, DeviceKeyring(), clock=made.clock)
    return found.unlock(found.staff[0].slot_id, OWNER_PASSPHRASE)


def test_no_former_secret_survives_a_change_of_keys_after_the_default_was_switched(
    desktop: Desktop, tmp_path: Path
) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    made.vault.close()
    vault = opened(made)
    desktop.service.make_default(desktop.second)
    vault.epochs.rotate()
    vault.epochs.discard_former()
    vault.close()
    office = made.vault.office_id
    assert desktop.holders(f"{office}/1") == set()
    assert desktop.holders(f"{office}/2") == {desktop.second}
    desktop.service.make_default(FIRST)
    vault = opened(made)
    vault.epochs.rotate()
    vault.epochs.discard_former()
    vault.close()
    assert desktop.holders(f"{office}/2") == set()
    opened(made).close()


def test_a_change_of_keys_stays_pending_while_a_locked_keyring_holds_the_former_secret(
    desktop: Desktop, tmp_path: Path
) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    office = made.vault.office_id
    former = DeviceKeyring().read(f"{office}/1")
    assert former is not None
    put_former = base64.b64encode(former)
    import secretstorage

    with closing(secretstorage.dbus_init()) as connection:
        at = {"service": service_of(f"{office}/1"), "username": f"{office}/1"}
        secretstorage.Collection(connection, desktop.second).create_item("a copy", at, put_former)
    desktop.lock_second()
    vault = made.vault
    vault.epochs.rotate()
    with pytest.raises(errors.KeyringPartLocked, match=NAME):
        vault.epochs.discard_former()
    assert vault.epochs.former == (1,)
    assert (made.home / folder.database_name(1)).exists()
    vault.close()
    vault = opened(made)
    desktop.unlock_second()
    vault.epochs.discard_former()
    vault.close()
    assert desktop.holders(f"{office}/1") == set()
    assert not (made.home / folder.database_name(1)).exists()
