"""Windows' credential store: keyring's own backend over a stand-in for the calls that only Windows has."""

from __future__ import annotations

import base64
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from keyring.backends import Windows as backend  # noqa: N813

from hvacdesk.vault import errors
from hvacdesk.vault.device import keyring_store
from hvacdesk.vault.device.keyring_store import MOST_BYTES, SHARED_SERVICE, DeviceKeyring, service_of
from hvacdesk.vault.office import NewOffice
from tests.helpers.key_stores import (
    NO_LOGON_SESSION,
    NO_RESOURCES,
    NO_SERVER,
    WINDOWS,
    WINDOWS_ERROR,
    WindowsVault,
)

LOCAL_MACHINE = 2  # CRED_PERSIST_LOCAL_MACHINE: stays on this computer, where ENTERPRISE (3) roams


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> WindowsVault:
    vault = WindowsVault()
    monkeypatch.setattr(backend, "win32cred", vault, raising=False)
    monkeypatch.setattr(backend, "pywintypes", SimpleNamespace(error=WINDOWS_ERROR), raising=False)
    return vault


@pytest.fixture
def door(windows: WindowsVault) -> DeviceKeyring:
    assert windows.credentials == {}
    made: Any = backend.WinVaultKeyring()
    return DeviceKeyring(made)


def test_it_is_the_permitted_backend(door: DeviceKeyring) -> None:
    assert door.backend_name == WINDOWS


def test_secrets_stay_on_this_computer(door: DeviceKeyring, windows: WindowsVault) -> None:
    door.write("office/1", b"secret")
    assert {one["Persist"] for one in windows.credentials.values()} == {LOCAL_MACHINE}


def test_several_accounts_are_kept_apart_and_removed_one_by_one(
    door: DeviceKeyring, windows: WindowsVault
) -> None:
    secrets = {f"office/{number}": bytes([number]) * 32 for number in range(4)}
    for account, secret in secrets.items():
        door.write(account, secret)
    door.write("office/1", b"again")
    secrets["office/1"] = b"again"
    assert {account: door.read(account) for account in secrets} == secrets
    door.delete("office/2")
    door.delete("office/2")
    assert door.read("office/2") is None
    assert {account: door.read(account) for account in secrets if account != "office/2"} == {
        account: secret for account, secret in secrets.items() if account != "office/2"
    }
    for account in secrets:
        door.delete(account)
    assert windows.credentials == {}


def test_a_second_write_leaves_no_copy_of_the_first(door: DeviceKeyring, windows: WindowsVault) -> None:
    """keyring moves what it finds aside, under one more name, even if it is the same account's."""
    for number in range(3):
        door.write("office/1", bytes([number]) * 32)
    assert set(windows.credentials) == {service_of("office/1")}


def test_an_entry_that_is_no_text_opens_nothing_and_is_written_over(
    door: DeviceKeyring, windows: WindowsVault
) -> None:
    """keyring reads what it finds as text, to move it aside, and cannot."""
    service = service_of("office/1")
    foreign = {"TargetName": service, "UserName": "office/1", "CredentialBlob": b"\xff\xfe\x81"}
    windows.credentials[service] = foreign
    assert door.read("office/1") == b""
    door.write("office/1", b"secret")
    assert door.read("office/1") == b"secret"
    assert set(windows.credentials) == {service}


def test_a_demos_write_in_the_middle_of_the_offices_loses_neither(
    door: DeviceKeyring, windows: WindowsVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two programs at once, and no lock: one name for both lost the demo's latest secret."""
    monkeypatch.setattr(keyring_store, "_alone", nullcontext)
    made: Any = backend.WinVaultKeyring()
    demo, write = DeviceKeyring(made), windows.CredWrite
    demo.write("demo/1", b"former")

    def after_the_demo(credential: dict[str, Any], flags: int) -> None:
        monkeypatch.setattr(windows, "CredWrite", write)
        demo.write("demo/1", b"latest")
        write(credential, flags)

    monkeypatch.setattr(windows, "CredWrite", after_the_demo)
    door.write("office/1", b"secret")
    assert (door.read("office/1"), demo.read("demo/1")) == (b"secret", b"latest")


def test_what_an_earlier_version_kept_is_read_moved_over_and_removed(
    door: DeviceKeyring, windows: WindowsVault
) -> None:
    """The shared name has the last account that was written, the others are aside; some lie twice."""
    former: Any = backend.WinVaultKeyring()
    accounts = [f"office/{number}" for number in (1, 1, 2, 3, 3)]
    for account in accounts:
        former.set_password(SHARED_SERVICE, account, base64.b64encode(account.encode()).decode())
    assert "office/3@hvacdesk" in windows.credentials
    assert {account: door.read(account) for account in accounts} == {
        account: account.encode() for account in accounts
    }
    assert set(windows.credentials) == {service_of(account) for account in accounts}


def test_deletion_leaves_neither_name_nor_a_copy(door: DeviceKeyring, windows: WindowsVault) -> None:
    former: Any = backend.WinVaultKeyring()
    for _ in range(2):
        former.set_password(SHARED_SERVICE, "office/1", "AAAA")
        former.set_password(service_of("office/1"), "office/1", "AAAA")
    assert len(windows.credentials) == 4
    door.delete("office/1")
    assert windows.credentials == {}


def test_the_longest_secret_fits_and_a_longer_one_is_refused_before_windows_sees_it(
    door: DeviceKeyring, windows: WindowsVault
) -> None:
    longest = MOST_BYTES // 2 // 4 * 3  # two bytes a character, four characters for three bytes
    door.write("office/1", bytes(longest))
    assert door.read("office/1") == bytes(longest)
    assert len(windows.credentials[service_of("office/1")]["CredentialBlob"]) == MOST_BYTES
    with pytest.raises(ValueError, match="too long"):
        door.write("office/1", bytes(longest + 1))
    assert door.read("office/1") == bytes(longest)


@pytest.mark.parametrize("number", [NO_LOGON_SESSION, 5])
def test_a_refusal_that_nobody_wrapped_is_told(
    door: DeviceKeyring, windows: WindowsVault, number: int
) -> None:
    """1312 where a policy forbids to store passwords, 5 where access is denied."""
    door.write("office/1", b"secret")
    windows.refusal = number
    with pytest.raises(errors.KeyringForbidden):
        door.write("office/1", b"other")
    with pytest.raises(errors.KeyringForbidden):
        door.delete("office/1")
    assert door.read("office/1") == b"secret"


def test_a_full_store_is_told_as_one_that_takes_no_changes(
    door: DeviceKeyring, windows: WindowsVault
) -> None:
    door.write("office/1", b"secret")
    windows.refusal = NO_RESOURCES
    with pytest.raises(errors.KeyringReadOnly):
        door.write("office/2", b"other")
    assert (door.read("office/1"), door.read("office/2")) == (b"secret", None)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (NO_LOGON_SESSION, errors.KeyringForbidden),
        (5, errors.KeyringForbidden),
        (NO_RESOURCES, errors.KeyringReadOnly),
    ],
)
def test_a_store_that_would_keep_no_key_is_told_before_an_office_is_made(
    door: DeviceKeyring, windows: WindowsVault, tmp_path: Path, number: int, told: type[Exception]
) -> None:
    windows.refusal = number
    with pytest.raises(told):
        NewOffice.prepare(tmp_path / "office", door, created=date(2026, 11, 28))
    windows.refusal = 0
    NewOffice.prepare(tmp_path / "office", door, created=date(2026, 11, 28))
    assert not (tmp_path / "office").exists()
    assert windows.credentials == {}


@pytest.mark.parametrize("number", [NO_LOGON_SESSION, 5])
def test_what_an_earlier_version_kept_is_read_where_no_change_is_allowed(
    door: DeviceKeyring, windows: WindowsVault, number: int
) -> None:
    former: Any = backend.WinVaultKeyring()
    former.set_password(SHARED_SERVICE, "office/1", base64.b64encode(b"secret").decode())
    windows.refusal = number
    assert [door.read("office/1"), door.read("office/1")] == [b"secret"] * 2


@pytest.mark.parametrize(
    ("number", "told"),
    [(NO_LOGON_SESSION, errors.KeyringForbidden), (NO_SERVER, errors.KeyringMissing)],
)
def test_a_store_that_cannot_be_read_either_is_told_apart(
    door: DeviceKeyring,
    windows: WindowsVault,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    told: type[Exception],
) -> None:
    def refuse(**_asked: object) -> None:
        raise windows.error(number, "CredRead")

    monkeypatch.setattr(windows, "CredRead", refuse)
    with pytest.raises(told):
        door.read("office/1")
    with pytest.raises(told):
        door.write("office/1", b"secret")
