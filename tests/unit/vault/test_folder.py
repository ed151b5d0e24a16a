"""Writes that leave the old or the new file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from hvacdesk.vault import errors, folder


def test_a_file_is_replaced_by_another_one_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "office.keys"
    folder.replace_file(path, b"old")
    with path.open("rb") as before:
        folder.replace_file(path, b"new")
        assert before.read() == b"old"
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


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
