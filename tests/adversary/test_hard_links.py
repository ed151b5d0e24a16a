"""A second name for somebody's file, put where one of the office belongs: it keeps its mode and content."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hvacdesk import own_files
from hvacdesk.own_files import NotOurFile, OwnFileLinked
from hvacdesk.vault import folder
from hvacdesk.vault.database import database

KEY = "ab" * 48
NAMES = (
    "office-1.db",
    "office-1.db-wal",
    "office-1.db-shm",
    folder.SLOTS_NAME,
    folder.HEAD_NAME,
    "backup.places",
    "disposed.list",
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "office"
    made.mkdir()
    made.chmod(0o770)
    return made


@pytest.fixture
def other(tmp_path: Path) -> Path:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"a private letter")
    file.chmod(0o600)
    return file


@pytest.mark.linux("looks at mode bits")
@pytest.mark.parametrize("name", NAMES)
def test_a_shared_folder_gives_no_linked_file_to_the_group(home: Path, other: Path, name: str) -> None:
    own = home / "office.enrol"
    own.write_bytes(b"ours")
    own.chmod(0o600)
    os.link(other, home / name)
    folder.share_with_group(home)
    assert other.stat().st_mode & 0o777 == 0o600
    assert own.stat().st_mode & 0o777 == 0o660
    with pytest.raises(OwnFileLinked):
        own_files.set_mode(home / name, 0o660)


@pytest.mark.parametrize("end", ["", *folder.COMPANIONS])
def test_a_database_with_a_linked_file_is_not_opened(home: Path, other: Path, end: str) -> None:
    path = home / "office-1.db"
    database.connect(path, KEY, create=True).close()
    linked = path.with_name(path.name + end)
    linked.unlink(missing_ok=True)
    os.link(other, linked)
    with pytest.raises(NotOurFile) as refused:
        database.connect(path, KEY)
    assert refused.type is OwnFileLinked
    assert refused.value.details == {"file": linked.name}
    assert other.read_bytes() == b"a private letter"
