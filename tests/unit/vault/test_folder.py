"""Writes that leave the old or the new file."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.vault import errors, folder
from hvacdesk.vault.database import database


def test_a_file_is_replaced_by_another_one_not_written_over(tmp_path: Path) -> None:
    home, kept = tmp_path / "office", tmp_path / "kept"
    home.mkdir()
    path = home / "office.keys"
    folder.replace_file(path, b"old")
    os.link(path, kept)  # a second name of the old file; Windows lets nobody hold it open
    folder.replace_file(path, b"new")
    assert kept.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(home.iterdir()) == [path]


def test_two_that_replace_a_file_at_once_do_so_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both write under one name first: one would move the other's half-written file, or find none."""
    path, move, went_on = tmp_path / "audit.head", folder.move_over, threading.Event()

    def slow(written: Path, target: Path) -> None:
        if threading.current_thread().name == "first":
            second.start()
            went_on.wait(0.5)  # one that does not wait is over by then
        else:
            went_on.set()
        move(written, target)

    second = threading.Thread(target=folder.replace_file, args=(path, b"second"))
    first = threading.Thread(target=folder.replace_file, args=(path, b"first"), name="first")
    failed = list[BaseException | None]()
    monkeypatch.setattr(threading, "excepthook", lambda about: failed.append(about.exc_value))
    monkeypatch.setattr(folder, "move_over", slow)
    first.start()
    first.join()
    second.join()
    assert failed == []
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.linux("holds a file open that is replaced; Windows refuses that")
def test_who_reads_a_file_that_is_replaced_reads_the_old_one_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "office.keys"
    folder.replace_file(path, b"old")
    with path.open("rb") as before:
        folder.replace_file(path, b"new")
        assert before.read() == b"old"


@pytest.mark.linux("looks at mode bits")
def test_a_replaced_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "office.keys"
    for content in (b"old", b"new"):
        folder.replace_file(path, content)
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, errors.DiskFull),
        (errno.EDQUOT, errors.DiskFull),
        (errno.EROFS, errors.FolderReadOnly),
        (errno.EACCES, errors.FolderReadOnly),
        (errno.EIO, OSError),
    ],
)
def test_a_failure_at_the_last_moment_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    path = tmp_path / "office.keys"
    folder.replace_file(path, b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(kind):
        folder.replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_epoch_databases_are_told_from_other_files(tmp_path: Path) -> None:
    for name in (
        "office-1.db",
        "office-12.db",
        "office-1.db-wal",
        "office-01.db",
        "office-2.db.new",
        "x-3.db",
    ):
        (tmp_path / name).touch()
    assert sorted(folder.databases(tmp_path)) == [1, 12]
    assert folder.databases(tmp_path / "missing") == {}


def test_a_database_goes_with_its_companions(tmp_path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        (tmp_path / f"office-1.db{suffix}").touch()
    (tmp_path / "office-2.db").touch()
    folder.remove_database(tmp_path / "office-1.db")
    assert [path.name for path in tmp_path.iterdir()] == ["office-2.db"]


def modes(home: Path) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in home.iterdir()}


@pytest.fixture(params=[0o022, 0o077])
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.linux("looks at mode bits")
@pytest.mark.usefixtures("_umask")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o700, 0o600), (0o755, 0o600), (0o770, 0o660), (0o2775, 0o660)]
)
def test_a_folder_that_its_group_writes_into_has_files_for_the_group(
    tmp_path: Path, folder_mode: int, file_mode: int
) -> None:
    home = tmp_path / "office"
    home.mkdir()
    home.chmod(folder_mode)
    folder.replace_file(home / "office.keys", b"content")
    folder.replace_file(home / "office.keys", b"changed")
    folder.create_file(home / "office-1.db")
    with folder.changing(home), folder.locked(home / folder.TRIES_LOCK_NAME, 1):
        assert modes(home) == {file_mode}
    connection = database.connect(home / "office-2.db", "ab" * 48, create=True)
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)")
    assert (home / "office-2.db-wal").exists()
    assert modes(home) == {file_mode}
    connection.close()


@pytest.mark.linux("looks at mode bits")
def test_files_from_before_a_folder_was_shared_are_shared_too(tmp_path: Path) -> None:
    home = tmp_path / "office"
    home.mkdir(mode=0o700)
    folder.replace_file(home / "office.keys", b"content")
    (tmp_path / "elsewhere").touch(mode=0o600)
    (home / "link").symlink_to(tmp_path / "elsewhere")
    folder.share_with_group(home)
    assert (home / "office.keys").stat().st_mode & 0o777 == 0o600
    home.chmod(0o770)
    folder.share_with_group(home)
    assert (home / "office.keys").stat().st_mode & 0o777 == 0o660
    assert home.stat().st_mode & 0o7777 == 0o2770, "what the database makes takes the folder's group"
    assert (tmp_path / "elsewhere").stat().st_mode & 0o777 == 0o600
