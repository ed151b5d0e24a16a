"""Windows refuses to exchange or remove a file that another program has open: tried again, then told."""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hvacdesk import own_files
from hvacdesk.services.entry.entry import LOCK_FILE, OfficeEntry
from hvacdesk.services.entry.entry_errors import AlreadyRunning
from hvacdesk.vault import errors, folder
from hvacdesk.vault.database import database
from hvacdesk.vault.office import SealedOffice
from tests.helpers.vault_offices import MemorySecrets, make_office

ACCESS_DENIED, SHARING_VIOLATION = 5, 32
SCAN_SECONDS = 5
PAUSES = own_files._PAUSES
PROGRAM = Path(own_files.__file__).parent
UNPATIENT = re.compile(
    r"\.unlink\(|(?<!slots)(?<!accounts)\.rename\(|rmtree\(|\.rmdir\(|os\.(?:remove|replace|rename|unlink)\("
    r"|\b(?:part|written|unfinished)\.replace\("
)
ALLOWED = {
    "own_files.patiently(lambda: unfinished.rename(path))",
    "own_files.patiently(lambda: path.rename(unfinished))",
    "own_files.patiently(lambda: written.replace(path))",
    "own_files.patiently(lambda: part.replace(path))",
    "own_files.patiently(lambda: part.replace(target))",
    "path.rename(path)",  # asks who has it
    "path.rmdir()",  # of somebody's own folder, which may stay
    "shutil.rmtree(place, ignore_errors=True)",  # a sample office: the next one removes what is left of it
}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_files, "_PAUSES", (0.0,) * len(own_files._PAUSES))


def windows_says(number: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "refused")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


def held(monkeypatch: pytest.MonkeyPatch, method: str, number: int, times: int) -> None:
    """Let Windows refuse a rename or a removal so many times."""
    real, refusals = getattr(Path, method), iter(range(times))

    def act(self: Path, *rest: object, **options: object) -> object:
        if next(refusals, None) is not None:
            raise windows_says(number)
        return real(self, *rest, **options)

    monkeypatch.setattr(Path, method, act)


@pytest.mark.parametrize("number", [ACCESS_DENIED, SHARING_VIOLATION])
def test_a_file_that_is_let_go_of_in_time_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "office.keys"
    path.write_bytes(b"former")
    held(monkeypatch, "replace", number, 3)
    folder.replace_file(path, b"new")
    assert path.read_bytes() == b"new"


def test_one_that_stays_held_is_told_and_the_former_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "office.keys"
    path.write_bytes(b"former")
    held(monkeypatch, "replace", SHARING_VIOLATION, 100)
    with pytest.raises(errors.FileHeld):
        folder.replace_file(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["office.keys"]
    assert path.read_bytes() == b"former"


def test_a_folder_without_rights_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held(monkeypatch, "replace", ACCESS_DENIED, 100)
    with pytest.raises(errors.FolderReadOnly):
        folder.replace_file(tmp_path / "office.keys", b"new")


def test_a_copy_of_the_key_file_that_stays_held_takes_no_change_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change is in force with the first copy; the next start evens them out."""
    made = make_office(tmp_path / "office", MemorySecrets())
    real = Path.replace

    def replace(self: Path, to: Path) -> Path:
        if Path(to).name == folder.SLOTS_COPY_NAME:
            raise windows_says(SHARING_VIOLATION)
        return real(self, to)

    monkeypatch.setattr(Path, "replace", replace)
    made.vault.slots.rename(made.vault.slot_id, "佐藤 次郎")
    monkeypatch.undo()
    assert [one.name for one in SealedOffice.find(made.home, made.secrets).staff] == ["佐藤 次郎"]


@pytest.mark.linux("Windows may say something else in a moment, and is asked again")
def test_elsewhere_a_refusal_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[None] = []

    def refuse(*_: object) -> None:
        tries.append(None)
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(errors.FolderReadOnly):
        folder.replace_file(tmp_path / "office.keys", b"new")
    assert len(tries) == 1


def test_a_database_that_is_let_go_of_in_time_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "office-1.db"
    path.write_bytes(b"x")
    held(monkeypatch, "unlink", SHARING_VIOLATION, 2)
    folder.remove_database(path)
    assert not path.exists()


def test_a_scan_of_five_seconds_is_waited_for() -> None:
    assert sum(PAUSES) > SCAN_SECONDS


def test_nothing_in_the_program_renames_or_removes_without_patience() -> None:
    found = {
        line.strip()
        for path in PROGRAM.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if UNPATIENT.search(line)
    }
    assert found == ALLOWED


def test_a_folder_of_which_a_file_is_held_is_removed_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "backup").mkdir()
    (tmp_path / "backup" / "office-1.db").touch()
    real, refusals = shutil.rmtree, iter(range(2))

    def remove(path: Path) -> None:
        if next(refusals, None) is not None:
            raise windows_says(SHARING_VIOLATION)
        real(path)

    monkeypatch.setattr(shutil, "rmtree", remove)
    own_files.remove_folder(tmp_path / "backup")
    assert not (tmp_path / "backup").exists()


def windows_opens_nothing(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Windows refuses to open a file, as Python tells it: without a number.

    Whoever holds it lets go just after the last try, so that nobody can be asked any more.
    """
    real, refused = os.open, []

    def refuse(name: Path, *rest: int) -> int:
        if name == path:
            refused.append(name)
            raise PermissionError(errno.EACCES, "refused", str(name))
        return real(name, *rest)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(own_files, "is_held", lambda one: one == path and len(refused) <= len(PAUSES))


def test_who_held_a_file_until_the_end_of_the_wait_is_still_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked after the wait, Windows says of a file that has just come free that nobody holds it."""
    path = tmp_path / "office-1.db"
    path.write_bytes(bytes(8192))
    windows_opens_nothing(monkeypatch, path)
    with pytest.raises(errors.FileHeld):
        database.connect(path, bytes(48).hex())


def test_a_lock_file_that_a_scanner_holds_is_told_as_held_and_not_as_a_second_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / LOCK_FILE
    path.touch()
    windows_opens_nothing(monkeypatch, path)
    with pytest.raises(errors.FileHeld):
        OfficeEntry(tmp_path, lambda: datetime.now(UTC)).acquire()


def test_a_lock_file_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / LOCK_FILE
    path.touch()
    real, refusals = os.open, iter(range(3))

    def refuse(name: Path, *rest: int) -> int:
        if Path(name) == path and next(refusals, None) is not None:
            raise windows_says(SHARING_VIOLATION)
        return real(name, *rest)

    monkeypatch.setattr(os, "open", refuse)
    entry = OfficeEntry(tmp_path, lambda: datetime.now(UTC))
    entry.acquire()
    with pytest.raises(AlreadyRunning):
        OfficeEntry(tmp_path, lambda: datetime.now(UTC)).acquire()
    entry.release()


@pytest.mark.parametrize(("refusals", "told"), [(3, None), (1000, errors.FileHeld)])
def test_a_file_beside_the_database_that_a_scanner_holds_is_waited_for_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, told: type[Exception] | None
) -> None:
    """SQLite says of it what it says of a folder without rights: SQLITE_CANTOPEN."""
    path = tmp_path / "office-1.db"
    key = bytes(range(48)).hex()
    database.connect(path, key, create=True).close()
    wal, left, real = path.with_name("office-1.db-wal"), iter(range(refusals)), database._prepare

    def refuse(connection: Any, *rest: object, **named: object) -> None:
        if next(left, None) is not None:
            error = database.dbapi().OperationalError("unable to open database file")
            error.sqlite_errorcode = 14
            raise error
        real(connection, *rest, **named)

    monkeypatch.setattr(database, "_prepare", refuse)
    monkeypatch.setattr(own_files, "is_held", lambda one: one == wal)
    if told is None:
        database.connect(path, key).close()
        return
    with pytest.raises(told):
        database.connect(path, key)
    monkeypatch.setattr(own_files, "is_held", lambda _one: False)
    with pytest.raises(errors.FolderReadOnly) as without_rights:
        database.connect(path, key)
    assert type(without_rights.value) is errors.FolderReadOnly


def test_a_file_that_is_let_go_of_in_time_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's open tells no number of Windows' own, only that access was denied."""
    path = tmp_path / "office.keys"
    path.write_bytes(b"keys")
    real, refusals = os.open, iter(range(3))

    def refuse(name: Path, *rest: int) -> int:
        if name == path and next(refusals, None) is not None:
            raise PermissionError(errno.EACCES, "refused")
        return real(name, *rest)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(sys, "platform", "win32")
    assert own_files.content(path, 10) == b"keys"
