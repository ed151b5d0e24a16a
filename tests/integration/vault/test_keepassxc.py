"""A second real Secret Service: what holds for gnome-keyring holds for KeePassXC."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hvacdesk.vault import errors
from hvacdesk.vault.device import keyring_store
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.keepassxc import (
    PATIENCE_SECONDS,
    KeePassXC,
    KeePassXCUnavailable,
    running_keepassxc,
)
from tests.helpers.vault_offices import OWNER_PASSPHRASE, make_office

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

pytestmark = pytest.mark.linux("KeePassXC's Secret Service on D-Bus")


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close what SecretStorage opened: where a question is never answered, it leaves its connection open.

    Python's collector would meet it at any later moment, and fail the test that runs then.
    """
    import secretstorage

    opened = []
    begin = secretstorage.dbus_init

    def begin_noted() -> DBusConnection:
        opened.append(begin())
        return opened[-1]

    monkeypatch.setattr(secretstorage, "dbus_init", begin_noted)
    yield
    for connection in opened:
        connection.close()


@pytest.fixture
def keepassxc(tmp_path: Path, connections: None) -> Iterator[KeePassXC]:
    folder = tmp_path / "keepassxc"
    folder.mkdir()
    try:
        with running_keepassxc(folder) as program:
            yield program
    except KeePassXCUnavailable as reason:
        pytest.skip(str(reason))


def test_secrets_are_kept_replaced_and_removed(keepassxc: KeePassXC) -> None:
    door = DeviceKeyring()
    assert door.backend_name == "keyring.backends.SecretService.Keyring"
    assert door.read("office/1") is None
    door.write("office/1", bytes(32))
    door.write("office/1", bytes(range(32)))
    door.write("office/2", b"another")
    assert DeviceKeyring().read("office/1") == bytes(range(32))
    door.delete("office/1")
    assert door.read("office/1") is None
    assert door.read("office/2") == b"another"
    assert keepassxc.process is not None


def test_an_office_opens_again_after_the_store_was_ended_and_started(
    keepassxc: KeePassXC, tmp_path: Path
) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    keepassxc.lock()
    keepassxc.stop()
    with pytest.raises(errors.KeyringMissing):
        SealedOffice.find(made.home, DeviceKeyring())
    keepassxc.start()
    keepassxc.unlock()
    found = SealedOffice.find(made.home, DeviceKeyring(), clock=made.clock)
    assert found.unlock(found.staff[0].slot_id, OWNER_PASSPHRASE).holds_signing_key


def test_a_locked_database_asks_its_user_and_stays_locked_when_the_question_is_dismissed(
    keepassxc: KeePassXC, tmp_path: Path
) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    keepassxc.lock()
    with ThreadPoolExecutor(1) as worker:
        opening = worker.submit(SealedOffice.find, made.home, DeviceKeyring())
        keepassxc.dismiss()
        with pytest.raises(errors.KeyringLocked):
            opening.result()
    keepassxc.stop()
    keepassxc.start()
    keepassxc.unlock()
    assert SealedOffice.find(made.home, DeviceKeyring()).staff


def test_a_locked_database_is_told_while_nobody_answers_its_question(
    keepassxc: KeePassXC, tmp_path: Path
) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    keepassxc.lock()
    with ThreadPoolExecutor(1) as worker, pytest.raises(errors.KeyringLocked):
        worker.submit(SealedOffice.find, made.home, DeviceKeyring()).result(PATIENCE_SECONDS)
    assert not keyring_store.answered()
    keepassxc.stop()
    keepassxc.start()
    keepassxc.unlock()
    assert SealedOffice.find(made.home, DeviceKeyring()).staff


def test_an_emptied_database_never_gets_a_new_secret(keepassxc: KeePassXC, tmp_path: Path) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    account = f"{made.vault.office_id}/1"
    DeviceKeyring().delete(account)
    with pytest.raises(errors.DeviceSecretMissing):
        SealedOffice.find(made.home, DeviceKeyring())
    assert DeviceKeyring().read(account) is None
    assert keepassxc.process is not None
