"""A desktop with two keyrings (Secret Service: collections), of which either may be the default.

A keyring that its user made in the desktop's own program stays locked at the next login to the computer.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from hvacdesk.vault import errors, folder
from hvacdesk.vault.device.keyring_store import SHARED_SERVICE, DeviceKeyring, prove, service_of
from hvacdesk.vault.office import OpenVault, SealedOffice
from tests.helpers.key_stores import real_backend
from tests.helpers.two_keyrings import FIRST, NAME, Desktop
from tests.helpers.vault_offices import OWNER_PASSPHRASE, MadeOffice, make_office

ACCOUNT, SECRET, OWN = "office/1", bytes(range(32)), service_of("office/1")


def test_an_entry_is_found_and_changed_where_it_lies(desktop: Desktop) -> None:
    DeviceKeyring().write(ACCOUNT, SECRET)
    desktop.service.make_default(desktop.second)
    assert DeviceKeyring().read(ACCOUNT) == SECRET
    DeviceKeyring().write(ACCOUNT, b"changed")
    assert DeviceKeyring().read(ACCOUNT) == b"changed"
    assert desktop.holders(ACCOUNT) == {FIRST}
    DeviceKeyring().write("office/2", SECRET)
    assert desktop.holders("office/2") == {desktop.second}, "a new one goes into the default"


def test_an_entry_is_found_while_the_default_is_locked(desktop: Desktop) -> None:
    DeviceKeyring().write(ACCOUNT, SECRET)
    desktop.service.make_default(desktop.second)
    desktop.lock_second()
    assert DeviceKeyring().read(ACCOUNT) == SECRET


def test_an_entry_is_found_while_the_default_is_locked_that_shows_others(desktop: Desktop) -> None:
    desktop.put(desktop.second, OWN, ACCOUNT, SECRET)
    DeviceKeyring().write("office/2", SECRET)
    desktop.service.lock_keyring(FIRST)
    assert DeviceKeyring().read(ACCOUNT) == SECRET
    DeviceKeyring().write(ACCOUNT, b"changed")
    assert DeviceKeyring().read(ACCOUNT) == b"changed"


def test_what_lies_in_both_is_removed_from_both(desktop: Desktop) -> None:
    for path in (FIRST, desktop.second):
        desktop.put(path, OWN, ACCOUNT, SECRET)
        desktop.put(path, SHARED_SERVICE, ACCOUNT, SECRET)
    assert desktop.holders(ACCOUNT) == {FIRST, desktop.second}
    DeviceKeyring().delete(ACCOUNT)
    assert desktop.holders(ACCOUNT) == set()


@pytest.mark.parametrize("service_name", [service_of(ACCOUNT), SHARED_SERVICE])
def test_what_a_locked_keyring_holds_is_never_said_to_be_gone(desktop: Desktop, service_name: str) -> None:
    desktop.put(FIRST, OWN, ACCOUNT, SECRET)
    desktop.put(desktop.second, service_name, ACCOUNT, SECRET)
    desktop.lock_second()
    with pytest.raises(errors.KeyringPartLocked, match=NAME):
        DeviceKeyring().delete(ACCOUNT)
    desktop.unlock_second()
    assert desktop.holders(ACCOUNT) == {desktop.second}, "what could be removed is gone already"
    DeviceKeyring().delete(ACCOUNT)
    assert desktop.holders(ACCOUNT) == set()


def test_a_keyring_that_shows_nothing_while_it_is_locked_may_hold_a_secret(desktop: Desktop) -> None:
    DeviceKeyring().write(ACCOUNT, SECRET)
    desktop.lock_second()
    with pytest.raises(errors.KeyringPartLocked, match=NAME):
        DeviceKeyring().delete(ACCOUNT)
    assert DeviceKeyring().read(ACCOUNT) is None
    prove(DeviceKeyring())


def test_a_locked_keyring_that_holds_other_things_keeps_nobody_waiting(desktop: Desktop) -> None:
    desktop.put(desktop.second, "somebody else's", ACCOUNT, SECRET)
    desktop.lock_second()
    DeviceKeyring().write(ACCOUNT, SECRET)
    DeviceKeyring().delete(ACCOUNT)
    assert DeviceKeyring().read(ACCOUNT) is None


def test_an_entry_in_a_locked_keyring_is_asked_for_by_the_keyrings_name(desktop: Desktop) -> None:
    desktop.put(desktop.second, OWN, ACCOUNT, SECRET)
    desktop.lock_second()
    for ask in (lambda: DeviceKeyring().read(ACCOUNT), lambda: DeviceKeyring().write(ACCOUNT, b"x")):
        with pytest.raises(errors.KeyringPartLocked, match=NAME):
            ask()
    desktop.unlock_second()
    assert DeviceKeyring().read(ACCOUNT) == SECRET


def test_an_earlier_versions_entry_in_a_locked_keyring_stops_nobody(desktop: Desktop) -> None:
    desktop.put(FIRST, OWN, ACCOUNT, SECRET)
    desktop.put(desktop.second, SHARED_SERVICE, ACCOUNT, b"former")
    desktop.lock_second()
    store = DeviceKeyring()
    assert store.read(ACCOUNT) == SECRET
    store.write(ACCOUNT, b"changed")
    desktop.unlock_second()
    assert DeviceKeyring().read(ACCOUNT) == b"changed", "the own name's counts"
    assert desktop.holders(ACCOUNT) == {FIRST}


def test_a_change_reaches_every_open_copy(desktop: Desktop) -> None:
    for path in (FIRST, desktop.second):
        desktop.put(path, OWN, ACCOUNT, b"former")
    DeviceKeyring().write(ACCOUNT, b"changed")
    assert {b64decode(text) for text in desktop.entries().values()} == {b"changed"}


@pytest.mark.parametrize("name", ["", " \n"])
def test_a_keyring_without_a_name_is_called_as_its_file(desktop: Desktop, name: str) -> None:
    desktop.put(desktop.second, OWN, ACCOUNT, SECRET)
    desktop.call_second(name)
    desktop.lock_second()
    with pytest.raises(errors.KeyringPartLocked, match=f"“{NAME}”"):
        DeviceKeyring().delete(ACCOUNT)


def test_a_name_of_several_lines_is_written_in_one(desktop: Desktop) -> None:
    desktop.put(desktop.second, OWN, ACCOUNT, SECRET)
    desktop.call_second("改名\n後 / x")
    desktop.lock_second()
    with pytest.raises(errors.KeyringPartLocked, match="“改名 後 / x”"):
        DeviceKeyring().delete(ACCOUNT)


@pytest.mark.parametrize("setting", [None, "KeePassXC", "nonsense"])
def test_no_setting_in_the_environment_hides_an_entry(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, setting: str | None
) -> None:
    DeviceKeyring().write(ACCOUNT, SECRET)
    desktop.service.make_default(desktop.second)
    if setting is not None:
        monkeypatch.setenv("KEYRING_PROPERTY_SCHEME", setting)
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", desktop.second)
    monkeypatch.setenv("KEYRING_PROPERTY_APPID", "another")
    assert DeviceKeyring().read(ACCOUNT) == SECRET
    DeviceKeyring().write(ACCOUNT, b"changed")
    monkeypatch.delenv("KEYRING_PROPERTY_SCHEME", raising=False)
    assert DeviceKeyring().read(ACCOUNT) == b"changed"
    DeviceKeyring().delete(ACCOUNT)
    assert desktop.holders(ACCOUNT) == set()


def test_what_an_earlier_version_wrote_under_such_a_setting_is_found_without_it(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEYRING_PROPERTY_SCHEME", "KeePassXC")
    real_backend().set_password(OWN, ACCOUNT, b64encode(SECRET).decode())
    monkeypatch.delenv("KEYRING_PROPERTY_SCHEME")
    desktop.service.make_default(desktop.second)
    assert DeviceKeyring().read(ACCOUNT) == SECRET
    DeviceKeyring().write(ACCOUNT, b"changed")
    assert DeviceKeyring().read(ACCOUNT) == b"changed"
    DeviceKeyring().delete(ACCOUNT)
    assert real_backend().get_password(OWN, ACCOUNT) is None
    monkeypatch.setenv("KEYRING_PROPERTY_SCHEME", "KeePassXC")
    desktop.service.make_default(FIRST)
    assert real_backend().get_password(OWN, ACCOUNT) is None


def opened(made: MadeOffice) -> OpenVault:
    found = SealedOffice.find(made.home, DeviceKeyring(), clock=made.clock)
    return found.unlock(found.staff[0].slot_id, OWNER_PASSPHRASE)


def test_a_key_that_may_lie_in_a_locked_keyring_is_not_called_missing(
    desktop: Desktop, tmp_path: Path
) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    account = f"{made.vault.office_id}/1"
    made.vault.close()
    desktop.lock_second()
    with pytest.raises(errors.KeyringPartLocked):
        DeviceKeyring().delete(account)
    with pytest.raises(errors.KeyringPartLocked, match=NAME):
        opened(made)
    desktop.unlock_second()
    with pytest.raises(errors.DeviceSecretMissing):
        opened(made)


def test_a_sample_office_takes_its_secrets_along_whatever_is_locked(desktop: Desktop, tmp_path: Path) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    made.vault.close()
    desktop.lock_second()
    SealedOffice.find(made.home, DeviceKeyring()).remove_secrets()
    desktop.unlock_second()
    assert desktop.entries() == {}


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
    desktop.put(desktop.second, service_of(f"{office}/1"), f"{office}/1", former)
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
