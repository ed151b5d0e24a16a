"""A virus scanner that has a file of the office open for five seconds, or for longer than anybody waits."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hvacdesk import own_files
from hvacdesk.ui.file_writing import FileOpenElsewhere, write_private
from hvacdesk.ui.preferences import FILE, Preferences
from hvacdesk.vault import errors, folder
from hvacdesk.vault.backup import backup, catalogue
from hvacdesk.vault.backup.backup import TablesStanding
from hvacdesk.vault.database import database
from hvacdesk.vault.office import SealedOffice
from tests.helpers.holding import held
from tests.helpers.vault_offices import OWNER_PASSPHRASE, MadeOffice

pytestmark = pytest.mark.windows("one program holds a file so that no other can get at it")

SCAN_SECONDS = 5.0
LONGER_THAN_ANYBODY_WAITS = 60.0
NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def test_a_change_of_the_key_file_waits_for_the_scan_and_is_kept(office: MadeOffice) -> None:
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        with held(office.home / name, SCAN_SECONDS):
            office.vault.slots.rename(office.vault.slot_id, f"佐藤 {name}")
        found = SealedOffice.find(office.home, office.secrets)
        assert [one.name for one in found.staff] == [f"佐藤 {name}"]


def test_a_login_waits_for_the_scan_of_the_database(office: MadeOffice) -> None:
    connection = office.vault.connect()
    with connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
        connection.execute("INSERT INTO customers VALUES ('山田 太郎')")
    connection.close()
    slot = office.vault.slot_id
    with held(office.vault.database_path, SCAN_SECONDS):
        connection = SealedOffice.find(office.home, office.secrets).unlock(slot, OWNER_PASSPHRASE).connect()
    assert connection.execute("SELECT name FROM customers").fetchall() == [("山田 太郎",)]
    connection.close()


def test_a_backup_that_is_scanned_is_removed_whole(office: MadeOffice, tmp_path: Path) -> None:
    place = tmp_path / "控え"
    place.mkdir()
    source = office.vault.backup_source(lambda _connect: TablesStanding(1, "1" * 64, 1))
    path = Path(backup.take(source, place, NOON, lambda: False).path)
    with held(next(iter(folder.databases(path).values())), SCAN_SECONDS):
        catalogue.remove(path)
    assert list(place.iterdir()) == []


def test_choices_of_the_window_are_kept_after_the_scan(tmp_path: Path) -> None:
    chosen = Preferences(tmp_path)
    chosen.save()
    chosen.text_size = 175
    with held(tmp_path / FILE, SCAN_SECONDS):
        chosen.save()
    assert Preferences(tmp_path).text_size == 175


def test_who_never_lets_go_is_told_as_that_and_nothing_is_lost(
    office: MadeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not as a folder without rights, which is how Windows answers a rename over an open file."""
    monkeypatch.setattr(own_files, "_PAUSES", (0.1,))
    path = office.home / folder.SLOTS_NAME
    before = path.read_bytes()
    with held(path, LONGER_THAN_ANYBODY_WAITS), pytest.raises(errors.FileHeld):
        folder.replace_file(path, b"new")
    assert path.read_bytes() == before
    assert not folder.unfinished(path).exists()


def test_a_database_that_never_comes_free_is_told_as_that(
    office: MadeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_files, "_PAUSES", (0.1,))
    path = office.vault.database_path
    with held(path, LONGER_THAN_ANYBODY_WAITS), pytest.raises(errors.FileHeld):
        database.connect(path, bytes(48).hex())


def test_a_list_that_is_open_in_a_spreadsheet_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_files, "_PAUSES", (0.1,))
    path = tmp_path / "顧客一覧.csv"
    path.write_bytes(b"former")
    with held(path, LONGER_THAN_ANYBODY_WAITS), pytest.raises(FileOpenElsewhere) as told:
        write_private(path, b"new")
    assert "顧客一覧.csv" in str(told.value)
    assert [one.name for one in tmp_path.iterdir()] == ["顧客一覧.csv"]
    assert path.read_bytes() == b"former"
