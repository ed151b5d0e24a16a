"""The encrypted file: settings read back, foreign and newer files left alone, disks that fill up."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.vault import errors
from hvacdesk.vault.database import database, pages
from tests.helpers.systems import possible_name
from tests.helpers.vault_offices import MadeOffice

KEY = bytes(range(48)).hex()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small database at rest."""
    made = tmp_path / "office-1.db"
    connection = database.connect(made, KEY, create=True)
    with connection:
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)")
        connection.executemany("INSERT INTO t (text) VALUES (?)", [(f"row {n}" * 40,) for n in range(200)])
    database.checkpoint_truncate(connection)
    connection.close()
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def set_version(path: Path, pragma: str) -> None:
    connection = database.connect(path, KEY)
    connection.execute(pragma)
    database.checkpoint_truncate(connection)
    connection.close()


@pytest.mark.parametrize(
    "key", ["", KEY[:64], KEY[:95], KEY + "0", KEY.upper(), KEY[:-1] + "g", "passphrase"]
)
def test_what_is_no_raw_key_is_refused_before_sqlcipher_takes_it_as_a_passphrase(
    path: Path, key: str
) -> None:
    with pytest.raises(ValueError, match="96 hexadecimal") as caught:
        database.connect(path, key)
    assert not key or key not in str(caught.value)


def test_settings_hold_on_every_connection(path: Path) -> None:
    connection = database.connect(path, KEY)
    settings = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "secure_delete",
            "synchronous",
            "journal_mode",
            "temp_store",
            "foreign_keys",
            "cipher_page_size",
            "application_id",
            "user_version",
        )
    }
    connection.close()
    assert settings == {
        "secure_delete": 1,
        "synchronous": 2,
        "journal_mode": "wal",
        "temp_store": 2,
        "foreign_keys": 1,
        "cipher_page_size": "4096",
        "application_id": database.APPLICATION_ID,
        "user_version": database.FILE_VERSION,
    }


def test_a_file_is_kept_deciphered_as_a_whole_or_not_at_all(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def room() -> int:
        found: int = -connection.execute("PRAGMA cache_size").fetchone()[0]
        return found

    connection = database.connect(path, KEY)
    usual = room()
    with monkeypatch.context() as patched:
        patched.setattr(database, "_WHOLE_CACHE_KIB", path.stat().st_size // 1024 - 1)
        database.keep_whole(connection, path)
    assert room() == usual
    database.keep_whole(connection, path)
    assert room() == usual + path.stat().st_size // 1024
    connection.close()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("secure_delete", "FAST", 1),
        ("synchronous", "NORMAL", 2),
        ("temp_store", "FILE", 2),
        ("foreign_keys", "OFF", 1),
    ],
)
def test_a_setting_that_does_not_take_effect_is_a_loud_failure(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: object
) -> None:
    changed = [(name, value, expected) if item[0] == name else item for item in database._ASSERTED]
    monkeypatch.setattr(database, "_ASSERTED", tuple(changed))
    with pytest.raises(database.SettingRefused, match=name):
        database.connect(path, KEY)


def test_a_file_of_another_page_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "office-1.db"
    raw = database.dbapi().connect(str(path))
    raw.execute(f"PRAGMA key = \"x'{KEY}'\"")
    raw.execute("PRAGMA cipher_page_size = 8192")
    raw.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)")
    raw.close()
    with pytest.raises(errors.DatabaseDamaged):
        database.connect(path, KEY)


def test_a_newer_file_is_refused_untouched(path: Path) -> None:
    set_version(path, f"PRAGMA user_version = {database.FILE_VERSION + 1}")
    before = contents(path.parent)
    with pytest.raises(errors.DatabaseNewer):
        database.connect(path, KEY)
    assert contents(path.parent) == before
    assert list(before) == [path.name]


def test_a_newer_version_that_is_only_in_the_wal_is_refused_untouched(path: Path, tmp_path: Path) -> None:
    connection = database.connect(path, KEY)
    connection.execute(f"PRAGMA user_version = {database.FILE_VERSION + 1}")
    copied = tmp_path / "copied"
    copied.mkdir()
    for source in (path, pages.wal_path(path)):
        (copied / source.name).write_bytes(source.read_bytes())
    connection.close()
    before = contents(copied)
    with pytest.raises(errors.DatabaseNewer):
        database.connect(copied / path.name, KEY)
    assert contents(copied) == before


def test_a_database_of_another_program_is_refused_untouched(path: Path) -> None:
    set_version(path, "PRAGMA application_id = 7")
    before = contents(path.parent)
    with pytest.raises(errors.DatabaseForeign):
        database.connect(path, KEY)
    assert contents(path.parent) == before


def test_a_wrong_key_is_told_as_damage_and_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(errors.DatabaseDamaged):
        database.connect(path, bytes(48).hex())
    assert path.read_bytes() == before


def test_sqlcipher_prints_nothing_about_damage(path: Path) -> None:
    """In a process of its own: what the library writes passes Python's streams by."""
    script = (
        "import sys\nfrom pathlib import Path\nfrom hvacdesk.vault import errors\n"
        "from hvacdesk.vault.database import database\n"
        "for key in sys.argv[2:]:\n"
        "    try:\n"
        "        connection = database.connect(Path(sys.argv[1]), key)\n"
        "        database.integrity_check(connection)\n"
        "    except errors.DatabaseDamaged:\n"
        "        continue\n"
        "    sys.exit(1)\n"
    )
    damaged = bytearray(path.read_bytes())
    damaged[4096 * 5 + 100] ^= 1
    path.write_bytes(damaged)
    command = [sys.executable, "-c", script, str(path), KEY, bytes(48).hex()]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_missing_file_is_never_created(tmp_path: Path) -> None:
    with pytest.raises(errors.DatabaseMissing):
        database.connect(tmp_path / "office-1.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_taken_as_new(path: Path) -> None:
    with pytest.raises(FileExistsError):
        database.connect(path, KEY, create=True)


@pytest.mark.parametrize("page", [1, 2, 5])
def test_a_flipped_bit_is_found_by_the_check(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[(page - 1) * pages.PAGE_BYTES + 1000] ^= 1
    path.write_bytes(content)
    with pytest.raises(errors.DatabaseDamaged):
        check(path)


def test_a_flipped_bit_in_a_free_page_is_found_by_the_check(path: Path) -> None:
    connection = database.connect(path, KEY)
    with connection:
        connection.execute("DELETE FROM t")
    (free_pages,) = connection.execute("PRAGMA freelist_count").fetchone()
    database.checkpoint_truncate(connection)
    connection.close()
    assert free_pages > 2
    content = bytearray(path.read_bytes())
    content[-1000] ^= 1
    path.write_bytes(content)
    with pytest.raises(errors.DatabaseDamaged):
        check(path)


def test_a_cut_file_is_found_by_the_check(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -2 * pages.PAGE_BYTES])
    with pytest.raises(errors.DatabaseDamaged):
        check(path)


def test_a_whole_file_passes_the_checks(path: Path) -> None:
    check(path)


def check(path: Path) -> None:
    connection = database.connect(path, KEY)
    try:
        database.integrity_check(connection)
    finally:
        connection.close()


def test_a_checkpoint_that_a_reader_blocks_is_not_taken_for_done(path: Path) -> None:
    reader, writer = database.connect(path, KEY), database.connect(path, KEY)
    writer.execute("PRAGMA busy_timeout = 50")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM t").fetchone()
    with writer:
        writer.execute("DELETE FROM t WHERE id = 1")
    with pytest.raises(errors.DatabaseBusy):
        database.checkpoint_truncate(writer)
    reader.rollback()
    database.checkpoint_truncate(writer)
    assert pages.wal_path(path).stat().st_size == 0
    reader.close()
    writer.close()


def test_a_second_writer_is_told_that_the_file_is_busy(path: Path) -> None:
    first, second = database.connect(path, KEY), database.connect(path, KEY)
    second.execute("PRAGMA busy_timeout = 50")
    first.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.DatabaseBusy), database.translated():
        second.execute("BEGIN IMMEDIATE")
    first.close()
    second.close()


def test_a_connection_works_in_another_thread(path: Path) -> None:
    connection = database.connect(path, KEY)
    counted: list[Any] = []
    thread = threading.Thread(
        target=lambda: counted.append(connection.execute("SELECT count(*) FROM t").fetchone())
    )
    thread.start()
    thread.join()
    connection.close()
    assert counted == [(200,)]


def test_a_bug_is_not_dressed_up_as_a_users_problem(path: Path) -> None:
    connection = database.connect(path, KEY)
    with pytest.raises(database.dbapi().OperationalError), database.translated():
        connection.execute("SELECT * FROM nowhere")
    assert database.user_facing(ValueError("x")) is None
    connection.close()


def test_a_name_with_percent_question_mark_and_japanese_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / possible_name("空調 50%?#")
    folder.mkdir()
    database.connect(folder / "office-1.db", KEY, create=True).close()
    database.connect(folder / "office-1.db", KEY).close()
    assert [entry.name for entry in folder.iterdir()] == ["office-1.db"]


FILLING = """
import resource, signal, sys
from pathlib import Path
from hvacdesk.vault.database import database; from hvacdesk.vault import errors
path, limit = Path(sys.argv[1]), int(sys.argv[2])
connection = database.connect(path, sys.stdin.read())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    with database.translated(), connection:
        connection.executemany("INSERT INTO t (text) VALUES (?)", [("x" * 3000,)] * 500)
except (errors.DiskFull, errors.DiskFailed) as error:
    print(type(error).__name__)
print(connection.execute("SELECT count(*) FROM t").fetchone()[0])
"""


@pytest.mark.linux("fills a disk by a limit on the size of files")
def test_a_full_disk_while_saving_loses_nothing(path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", FILLING, str(path), "300000"],
        input=KEY,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    failure, count = result.stdout.split()
    assert failure in {"DiskFull", "DiskFailed"}
    assert count == "200"
    connection = database.connect(path, KEY)
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (200,)
    database.integrity_check(connection)
    connection.close()


SAVING_SLOTS = """
import resource, signal, sys
from pathlib import Path
from hvacdesk.vault import errors, folder
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    folder.replace_file(Path(sys.argv[1]), b"new" * 1000)
except errors.DiskFull:
    print("full")
"""


@pytest.mark.linux("fills a disk by a limit on the size of files")
def test_a_full_disk_while_writing_the_key_file_keeps_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "office.keys"
    path.write_bytes(b"old" * 1000)
    result = subprocess.run(
        [sys.executable, "-c", SAVING_SLOTS, str(path)], capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout == "full\n"
    assert contents(tmp_path) == {"office.keys": b"old" * 1000}


def test_a_newer_database_stops_the_login_before_anything_is_written(office: MadeOffice) -> None:
    connection = office.vault.connect()
    connection.execute(f"PRAGMA user_version = {database.FILE_VERSION + 1}")
    database.checkpoint_truncate(connection)
    connection.close()
    before = office.vault.database_path.read_bytes()
    with pytest.raises(errors.DatabaseNewer):
        office.vault.connect()
    assert office.vault.database_path.read_bytes() == before
    assert os.listdir(office.home).count("office-1.db-wal") == 0
