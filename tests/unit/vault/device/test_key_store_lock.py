"""Something in place of the key store's lock file: it is named with its folder, and secrets stay readable."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.services.entry.ways_out import blocks_the_way
from hvacdesk.vault import errors, folder
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from tests.helpers.key_stores import SECRET_SERVICE, store_of
from tests.helpers.ordinary_user import ordinary_user
from tests.helpers.write_protection import CannotProtect, write_protected

Obstacle = Callable[[Path], AbstractContextManager[None]]


def _folder(lock: Path) -> AbstractContextManager[None]:
    lock.mkdir()
    return nullcontext()


def _link(lock: Path) -> AbstractContextManager[None]:
    lock.with_name("aim").write_text("somebody's", encoding="utf-8")
    lock.symlink_to(lock.with_name("aim"))
    return nullcontext()


def _dangling(lock: Path) -> AbstractContextManager[None]:
    lock.symlink_to(lock.with_name("nowhere"))
    return nullcontext()


def _queue(lock: Path) -> AbstractContextManager[None]:
    os.mkfifo(lock)
    return nullcontext()


def _protected_file(lock: Path) -> AbstractContextManager[None]:
    lock.touch()
    return write_protected(lock)


def _protected_folder(lock: Path) -> AbstractContextManager[None]:
    return write_protected(lock.parent)


OBSTACLES = [_folder, _link, _dangling, _queue, _protected_file, _protected_folder]


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "hvacdesk").mkdir()
    return tmp_path / "hvacdesk" / "key-store.lock"


@pytest.fixture
def door() -> DeviceKeyring:
    store: Any = store_of(SECRET_SERVICE)
    door = DeviceKeyring(store)
    door.write("office/1", b"secret")
    return door


@pytest.mark.linux("what may lie in the folder of a session")
@pytest.mark.parametrize("obstacle", OBSTACLES)
def test_an_obstacle_is_named_and_secrets_are_still_read(
    obstacle: Obstacle, door: DeviceKeyring, lock: Path
) -> None:
    try:
        with obstacle(lock):
            for change in (lambda: door.write("office/1", b"other"), lambda: door.delete("office/1")):
                with pytest.raises(errors.LockUnusable) as told:
                    change()
                assert str(lock) in str(told.value)
                assert blocks_the_way(told.value)
            assert door.read("office/1") == b"secret"
    except CannotProtect as reason:
        pytest.skip(str(reason))
    if lock.with_name("aim").exists():
        assert lock.with_name("aim").read_text(encoding="utf-8") == "somebody's"


@pytest.mark.linux("chattr or modes keep a file from being written to")
def test_a_lock_of_the_office_that_may_not_be_written_to_is_named(tmp_path: Path) -> None:
    lock = tmp_path / folder.LOCK_NAME
    lock.touch()
    try:
        with (
            write_protected(lock),
            pytest.raises(errors.LockUnusable, match=folder.LOCK_NAME),
            folder.changing(tmp_path),
        ):
            pass
    except CannotProtect as reason:
        pytest.skip(str(reason))


HELD = """
from hvacdesk.vault import errors
from hvacdesk.vault.device import keyring_store
try:
    with keyring_store._alone():
        print("held")
except errors.LockUnusable as error:
    print(error)
"""


@pytest.mark.linux("a login without rights")
def test_a_lock_or_its_folder_that_belongs_to_somebody_else_is_named() -> None:
    """As sudo leaves it behind, if it keeps the environment."""
    if os.getuid():
        pytest.skip("only root can give files to others")
    with ordinary_user() as user:

        def told() -> str:
            runtime = str(user.home)
            done = user.run(sys.executable, "-c", HELD, timeout=60, XDG_RUNTIME_DIR=runtime)
            assert done.returncode == 0, done.stderr
            return done.stdout

        lock = user.home / "hvacdesk" / "key-store.lock"
        assert told() == "held\n"
        lock.unlink(missing_ok=True)
        lock.touch(mode=0o600)
        assert str(lock) in told()
        lock.unlink()
        os.chown(lock.parent, 0, 0)
        assert str(lock) in told()
        lock.parent.chmod(0o777)
        assert str(lock) in told(), "a folder that others may exchange is not relied on"
