"""The real key store: found, locked, missing, changed, emptied.

It is gnome-keyring's Secret Service, and on Windows the Credential Manager.
"""

from __future__ import annotations

import os
import re
from itertools import product
from pathlib import Path

import keyring.backends.null
import pytest
from keyring.util.platform_ import config_root

from hvacdesk.vault import errors, folder
from hvacdesk.vault.device.keyring_store import SHARED_SERVICE, service_of
from hvacdesk.vault.office import DeviceKeyring, NewOffice, SealedOffice
from tests.helpers import key_snapshot
from tests.helpers.key_stores import REAL, REAL_NAME, real_backend
from tests.helpers.secret_service import SecretService, private_bus
from tests.helpers.vault_offices import OWNER_PASSPHRASE, MadeOffice, MemorySecrets, make_office
from tests.helpers.write_protection import CannotProtect, write_protected


def contents(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.iterdir()}


def test_secrets_are_kept_under_a_service_name_of_each_account(secret_service: SecretService) -> None:
    store = DeviceKeyring()
    assert store.backend_name == REAL
    assert store.read("office/1") is None
    store.write("office/1", bytes(range(32)))
    assert DeviceKeyring().read("office/1") == bytes(range(32))
    assert real_backend().get_password("hvacdesk/office/1", "office/1") is not None
    store.delete("office/1")
    store.delete("office/1")
    assert store.read("office/1") is None


def test_every_copy_of_a_secret_is_deleted(service: SecretService) -> None:
    from contextlib import closing

    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        for service, extra in product((SHARED_SERVICE, service_of("office/1")), ("one", "two")):
            attributes = {"service": service, "username": "office/1", "extra": extra}
            collection.create_item("a copy", attributes, b"AAAA")
        DeviceKeyring().delete("office/1")
        assert list(collection.search_items({"username": "office/1"})) == []


def test_an_office_is_opened_again_through_the_key_store(office: MadeOffice) -> None:
    found = SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock)
    vault = found.unlock(found.staff[0].slot_id, OWNER_PASSPHRASE)
    assert vault.holds_signing_key
    assert (office.home / folder.SLOTS_NAME).read_bytes().count(REAL.encode()) == 1


def test_a_locked_key_store_says_so_and_opens_after_unlocking(tmp_path: Path, service: SecretService) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    before = contents(made.home)
    service.start_locked()
    with pytest.raises(errors.KeyringLocked):
        SealedOffice.find(made.home, DeviceKeyring())
    assert contents(made.home) == before
    service.start_unlocked()
    assert SealedOffice.find(made.home, DeviceKeyring()).staff


def test_a_locked_key_store_lets_no_office_be_made(tmp_path: Path, service: SecretService) -> None:
    DeviceKeyring().write("anything", b"x")
    service.start_locked()
    with pytest.raises(errors.KeyringLocked):
        make_office(tmp_path / "office", DeviceKeyring())
    assert not SealedOffice.exists(tmp_path / "office")


def test_a_missing_key_store_says_so_and_retrying_works(tmp_path: Path, service: SecretService) -> None:
    store = DeviceKeyring()
    made = make_office(tmp_path / "office", store)
    before = contents(made.home)
    service.stop_daemon()
    with pytest.raises(errors.KeyringMissing):
        DeviceKeyring()
    with pytest.raises(errors.KeyringMissing):
        SealedOffice.find(made.home, store)
    assert contents(made.home) == before
    service.start_unlocked()
    assert SealedOffice.find(made.home, DeviceKeyring()).staff


@pytest.mark.linux("the key store is asked on the session's D-Bus")
def test_without_a_session_bus_the_key_store_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    with pytest.raises(errors.KeyringMissing):
        DeviceKeyring()


def test_a_key_store_that_can_only_be_read_says_so(tmp_path: Path, service: SecretService) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    account = f"{made.vault.office_id}/1"
    secret = DeviceKeyring().read(account)
    try:
        with write_protected(service.folder / "data" / "keyrings"):
            with pytest.raises(errors.KeyringReadOnly):
                make_office(tmp_path / "other", DeviceKeyring())
            with pytest.raises(errors.KeyringReadOnly):
                DeviceKeyring().delete(account)
            assert SealedOffice.find(made.home, DeviceKeyring()).staff
    except CannotProtect as reason:
        pytest.skip(str(reason))
    assert not SealedOffice.exists(tmp_path / "other")
    service.start_unlocked()
    assert DeviceKeyring().read(account) == secret


def test_an_emptied_key_store_never_gets_a_new_secret(tmp_path: Path, service: SecretService) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    before = contents(made.home)
    account = f"{made.vault.office_id}/1"
    DeviceKeyring().delete(account)
    with pytest.raises(errors.DeviceSecretMissing):
        SealedOffice.find(made.home, DeviceKeyring())
    with pytest.raises(errors.OfficeExists):
        NewOffice.prepare(made.home, DeviceKeyring(), created=made.sheet.created)
    assert DeviceKeyring().read(account) is None
    assert contents(made.home) == before
    assert SealedOffice.recover(made.home, made.code).holds_signing_key
    assert service.is_open()


def test_the_database_alone_never_gets_a_new_secret(office: MadeOffice) -> None:
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        (office.home / name).unlink()
    assert SealedOffice.exists(office.home)
    with pytest.raises(errors.SlotsMissing):
        SealedOffice.find(office.home, DeviceKeyring())
    with pytest.raises(errors.OfficeExists):
        NewOffice.prepare(office.home, DeviceKeyring(), created=office.sheet.created)


def test_a_wrong_secret_is_told_from_a_missing_one(office: MadeOffice) -> None:
    account = f"{office.vault.office_id}/1"
    for wrong in (bytes(32), b"short"):
        DeviceKeyring().write(account, wrong)
        with pytest.raises(errors.DeviceSecretWrong):
            SealedOffice.find(office.home, DeviceKeyring())


def test_text_that_is_no_secret_of_ours_opens_nothing(office: MadeOffice) -> None:
    account = f"{office.vault.office_id}/1"
    real_backend().set_password(service_of(account), account, "パスワード")
    with pytest.raises(errors.DeviceSecretWrong):
        SealedOffice.find(office.home, DeviceKeyring())


def test_an_entry_that_is_no_text_opens_nothing_and_can_be_written_over(office: MadeOffice) -> None:
    account = f"{office.vault.office_id}/1"
    accounts = [account, *(f"{account}/{kind}" for kind in ("head", "revision"))]
    for one in (*accounts, f"{office.vault.office_id}/{office.vault.slot_id}/tries"):
        key_snapshot.put_bytes((service_of(one), one), b"\xff\xfe\x81")
    with pytest.raises(errors.DeviceSecretWrong):
        SealedOffice.find(office.home, DeviceKeyring())
    DeviceKeyring().write(account, b"another")
    assert DeviceKeyring().read(account) == b"another"
    for one in accounts:
        DeviceKeyring().delete(one)
        assert DeviceKeyring().read(one) is None


@pytest.mark.parametrize(
    "name", ["nonsense", "no.such.module", "keyring.backends.SecretService.Nobody", "os.path.join", "."]
)
def test_a_setting_that_names_no_key_store_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    with pytest.raises(errors.KeyringRefused) as told:
        DeviceKeyring()
    assert f"({name})" in str(told.value)


def test_an_empty_setting_is_none(monkeypatch: pytest.MonkeyPatch, secret_service: SecretService) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "")
    assert DeviceKeyring().backend_name == REAL
    assert secret_service.is_open()


def test_a_setting_is_not_run_before_it_is_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text("raise SystemExit('it ran')", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "planted.Keyring")
    with pytest.raises(errors.KeyringRefused):
        DeviceKeyring()


@pytest.mark.parametrize(
    "content",
    [
        b"no section",
        b"[backend]\ndefault-keyring=a\ndefault-keyring=b",
        b"\xff\xfe[backend]",
    ],
)
def test_a_configuration_that_keyring_cannot_use_is_told(
    content: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    file = config_root() / "keyringrc.cfg"
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(errors.KeyringConfigurationWrong) as told:
        DeviceKeyring()
    assert str(file) in str(told.value)
    file.write_bytes(b"[backend]\ndefault-keyring=nonsense")
    with pytest.raises(errors.KeyringRefused, match="nonsense"):
        DeviceKeyring()


def test_another_key_store_than_the_recorded_one_is_named(
    tmp_path: Path, secret_service: SecretService
) -> None:
    made = make_office(tmp_path / "office", MemorySecrets("keyring.backends.kwallet.DBusKeyring"))
    with pytest.raises(errors.KeyringChanged, match=f"KDE wallet.*{re.escape(REAL_NAME)}"):
        SealedOffice.find(made.home, DeviceKeyring())
    assert secret_service.is_open()


def test_another_users_key_store_does_not_hold_the_secret(tmp_path: Path, service: SecretService) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    with private_bus(tmp_path / "another") as other:
        other.start_unlocked()
        with pytest.raises(errors.DeviceSecretMissing):
            SealedOffice.find(made.home, DeviceKeyring())
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"] == service.address


@pytest.mark.parametrize("name", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_a_configured_store_that_protects_nothing_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch, secret_service: SecretService
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    with pytest.raises(errors.KeyringRefused, match=r"null|fail"):
        DeviceKeyring()
    assert secret_service.is_open()


def test_a_store_that_protects_nothing_is_refused_when_handed_over() -> None:
    with pytest.raises(errors.KeyringRefused):
        DeviceKeyring(keyring.backends.null.Keyring())


def test_a_store_that_keeps_nothing_is_noticed(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The real store, made to forget: what it was given is deleted before it is read back."""
    backend_class = type(real_backend())
    keep = backend_class.set_password

    def forget(self: object, service: str, username: str, password: str) -> None:
        keep(self, service, username, password)
        backend_class.delete_password(self, service, username)

    monkeypatch.setattr(backend_class, "set_password", forget)
    with pytest.raises(errors.KeyringKeepsNothing):
        make_office(tmp_path / "office", DeviceKeyring())
    assert not SealedOffice.exists(tmp_path / "office")
    assert secret_service.is_open()


def test_a_throttle_survives_a_restart_and_a_deleted_count(office: MadeOffice) -> None:
    slot_id = office.vault.slot_id
    for _ in range(3):
        with pytest.raises(errors.WrongPassphrase):
            SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock).unlock(
                slot_id, "chigau-aikotoba"
            )
    found = SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock)
    with pytest.raises(errors.TooManyTries) as soon:
        found.unlock(slot_id, OWNER_PASSPHRASE)
    assert soon.value.wait == 5
    DeviceKeyring().delete(f"{office.vault.office_id}/{slot_id}/tries")
    with pytest.raises(errors.TriesNotKnown) as longest:
        found.unlock(slot_id, OWNER_PASSPHRASE)
    assert longest.value.wait == 900
    office.clock.now += 900
    assert found.unlock(slot_id, OWNER_PASSPHRASE).slot_id == slot_id
