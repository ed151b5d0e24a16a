"""The real key store: a name of its own for each account, several writers at once, moves that are cut off."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.vault import errors
from hvacdesk.vault.device import keyring_store
from hvacdesk.vault.device.keyring_store import SHARED_SERVICE, DeviceKeyring, service_of
from tests.helpers import key_snapshot
from tests.helpers.key_stores import REAL, real_backend
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService
from tests.helpers.systems import SYSTEM

MODULE, _, KEYRING = REAL.rpartition(".")
OURS = "names/"
"""Begins every account here: on Windows other tests' processes have secrets in the same store."""
ACCOUNT, OTHER = f"{OURS}office/1", f"{OURS}office/2"
SECRET = b"a device secret of thirty-two b."
WRITES = 12
KILLED = 9

WRITER = """
import sys
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.errors import KeyringBusy, KeyringLocked
store, name, writes = DeviceKeyring(), sys.argv[1], int(sys.argv[2])
kept = {}

def patiently(ask, account):
    for _ in range(20):
        try:
            return ask(account)
        except (KeyringBusy, KeyringLocked):  # told, so not lost; others' turns take long
            pass
    return ask(account)

for number in range(writes):
    account, secret = f"{name}/{number % 3}", f"{name} {number}".encode()
    assert patiently(store.read, account) == kept.get(account), account
    try:
        store.write(account, secret)
    except KeyringBusy:
        continue
    except KeyringLocked:  # no answer in time, before the change or when it was read back
        assert patiently(store.read, account) in (kept.get(account), secret), account
        secret = patiently(store.read, account)
    kept[account] = secret
    if name.endswith("demo") and number % 6 == 5:  # a sample office forgets its secrets at its end
        for account in list(kept):
            patiently(store.delete, account)
            del kept[account]
assert {account: patiently(store.read, account) for account in kept} == kept
"""

CUT_OFF = f"""
import os, sys
from {MODULE} import {KEYRING} as Keyring
from hvacdesk.vault.device.keyring_store import DeviceKeyring
steps = iter(range(int(sys.argv[1])))
def counted(real):
    def ask(*given):
        if next(steps, None) is None:
            os._exit({KILLED})
        return real(*given)
    return ask
for name in ("get_password", "set_password", "delete_password"):
    setattr(Keyring, name, counted(getattr(Keyring, name)))
store = DeviceKeyring()
getattr(store, sys.argv[2])({ACCOUNT!r})
"""


@pytest.fixture
def store(secret_service: SecretService) -> Iterator[DeviceKeyring]:
    """The session's key store without a secret in it."""
    key_snapshot.put_back({}, OURS)
    yield DeviceKeyring()
    key_snapshot.put_back({}, OURS)


def put_where_earlier_versions_did(account: str = ACCOUNT, secret: bytes = SECRET) -> None:
    text = base64.b64encode(secret).decode()
    real_backend().set_password(SHARED_SERVICE, account, text)


def places() -> set[str]:
    """The service names that hold something."""
    return {service for service, _ in key_snapshot.taken(OURS)}


def started(program: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=Path(__file__).parents[3],
        env=os.environ | {"PYTHONPATH": "."},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_an_earlier_versions_secret_is_read_and_gets_its_own_name(store: DeviceKeyring) -> None:
    put_where_earlier_versions_did()
    put_where_earlier_versions_did(OTHER, b"another")
    assert store.read(ACCOUNT) == SECRET
    assert places() == {SHARED_SERVICE, service_of(ACCOUNT)}, "the other account's is moved when it is read"
    assert DeviceKeyring().read(OTHER) == b"another"
    assert DeviceKeyring().read(ACCOUNT) == SECRET
    assert places() == {service_of(ACCOUNT), service_of(OTHER)}


def test_a_change_of_an_earlier_versions_secret_leaves_the_own_name_alone(store: DeviceKeyring) -> None:
    put_where_earlier_versions_did()
    store.write(ACCOUNT, b"changed")
    assert DeviceKeyring().read(ACCOUNT) == b"changed"
    assert places() == {service_of(ACCOUNT)}


def test_deletion_removes_both_names(store: DeviceKeyring) -> None:
    store.write(ACCOUNT, SECRET)
    put_where_earlier_versions_did()
    store.delete(ACCOUNT)
    assert places() == set()


@pytest.mark.parametrize("act", ["read", "delete"])
def test_whoever_is_killed_leaves_the_secret_whole_or_gone(store: DeviceKeyring, act: str) -> None:
    """Ended before each of its questions to the store: for a move one name holds it, a deletion goes on."""
    ended: list[int] = []
    while not ended or ended[-1] == KILLED:
        key_snapshot.put_back({}, OURS)
        put_where_earlier_versions_did()
        program = started(CUT_OFF, str(len(ended)), act)
        _, complaint = program.communicate()
        ended.append(program.returncode)
        assert program.returncode in (0, KILLED), complaint
        held = {base64.b64decode(text) for text in key_snapshot.taken(OURS).values()}
        if act == "read":
            assert held == {SECRET}
            assert DeviceKeyring().read(ACCOUNT) == SECRET
            assert places() == {service_of(ACCOUNT)}
        DeviceKeyring().delete(ACCOUNT)
        assert places() == set()
    assert len(ended) > 4


def test_four_writers_and_a_demo_beside_them_lose_nothing(store: DeviceKeyring) -> None:
    writers = [started(WRITER, f"{OURS}office-{letter}", str(WRITES)) for letter in "abcd"]
    writers.append(started(WRITER, f"{OURS}demo", str(WRITES)))
    complaints = [writer.communicate()[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * len(writers), "\n".join(complaints)
    assert not [service for service in places() if "demo" in service]


def test_who_changes_the_store_for_too_long_is_told_of(store: DeviceKeyring) -> None:
    store.write(ACCOUNT, SECRET)
    put_where_earlier_versions_did(OTHER)
    other = DeviceKeyring()
    with keyring_store._alone(), replaced(keyring_store, "_LOCK_SECONDS", 0.0):
        for change in (lambda: other.write(ACCOUNT, b"x"), lambda: other.delete(ACCOUNT)):
            with pytest.raises(errors.KeyringBusy):
                change()
        assert other.read(ACCOUNT) == SECRET
        assert other.read(OTHER) == SECRET, "moved another time"
    assert places() == {SHARED_SERVICE, service_of(ACCOUNT)}


def test_without_a_place_for_the_lock_nothing_is_changed(
    store: DeviceKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(ACCOUNT, SECRET)
    (tmp_path / "file").touch()
    monkeypatch.setattr(keyring_store, "_lock_folder", lambda: tmp_path / "file" / "hvacdesk")
    with pytest.raises(errors.LockUnusable, match=r"key-store\.lock"):
        store.write(ACCOUNT, b"x")
    assert DeviceKeyring().read(ACCOUNT) == SECRET


def test_the_lock_lies_in_a_folder_of_this_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if SYSTEM == "win32":
        assert keyring_store._lock_folder().parent.samefile(tempfile.gettempdir())
        return
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert keyring_store._lock_folder() == tmp_path / "hvacdesk"
