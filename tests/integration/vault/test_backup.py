"""Backups of a real office: whole while others write, refused otherwise, and nothing left by half."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import folder, milestones
from hvacdesk.vault.backup import backup, backup_errors, catalogue, manifest
from hvacdesk.vault.backup.backup import TablesStanding
from hvacdesk.vault.database import database, freezing, pages
from hvacdesk.vault.keyfile import slots
from tests.helpers.disks import NotPermitted, SmallDisk, small_disk
from tests.helpers.sabotage import replaced
from tests.helpers.systems import possible_name, symbolic_link
from tests.helpers.vault_offices import MadeOffice

NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
ROWS = 2000
MILESTONES = ("backup.pinned", "backup.copied", "backup.checked", "backup.described")
"""Up to the last of them there is no backup yet."""


def standing(connect: Callable[[], Any]) -> TablesStanding:
    """The head of a log like the office's own."""
    connection = connect()
    try:
        sequence, digest = connection.execute("SELECT id, hash FROM log ORDER BY id DESC LIMIT 1").fetchone()
    finally:
        connection.close()
    return TablesStanding(sequence, digest, 1)


@pytest.fixture
def filled(office: MadeOffice) -> MadeOffice:
    """An office with rows and a log."""
    connection = office.vault.connect()
    with connection:
        connection.execute("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT)")
        connection.execute("CREATE TABLE log (id INTEGER PRIMARY KEY, hash TEXT)")
        connection.execute("INSERT INTO log VALUES (1, ?)", ("1" * 64,))
        connection.executemany(
            "INSERT INTO customers VALUES (?, ?)", [(number, f"顧客{number}" * 20) for number in range(ROWS)]
        )
        connection.execute("CREATE TABLE pictures (id INTEGER PRIMARY KEY, content BLOB)")
        connection.execute("INSERT INTO pictures VALUES (1, ?)", (bytes(400_000),))
    connection.close()
    return office


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / possible_name("控え の 場所 #1%20?")
    made.mkdir()
    return made


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    try:
        with small_disk(tmp_path / "disk", 4) as made:
            yield made
    except NotPermitted as reason:
        pytest.skip(str(reason))


def source(office: MadeOffice) -> backup.Source:
    return office.vault.backup_source(standing)


def take(office: MadeOffice, place: Path, at: datetime = NOON) -> Path:
    return Path(backup.take(source(office), place, at, lambda: False).path)


def at_milestone(name: str, act: Callable[[], object]) -> Any:
    """Within the block, ``act`` is done when the milestone is reached."""

    def reached(passed: str) -> None:
        if passed == name:
            act()

    return replaced(milestones, "reached", reached)


def rows(path: Path, office: MadeOffice, table: str) -> int:
    connection = database.connect_at_rest(path, office.vault.database_key())
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        connection.close()


def add(office: MadeOffice, name: str = "後から") -> None:
    connection = office.vault.connect()
    with connection:
        connection.execute("INSERT INTO customers (name) VALUES (?)", (name,))
    connection.close()


def left(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_a_backup_holds_everything_and_says_what_it_is(filled: MadeOffice, place: Path) -> None:
    reader = filled.vault.connect()  # keeps the log beside the database from being emptied at the end
    add(filled)
    assert pages.wal_path(filled.vault.database_path).stat().st_size > 0
    facts = backup.take(source(filled), place, NOON, lambda: False)
    reader.close()
    path = Path(facts.path)
    assert path.name == f"hvacdesk-backup-{filled.vault.office_id[:8]}-20261124T030000Z-e1"
    assert left(path) == ["backup.json", "office-1.db", "office.keys"]
    assert (facts.head_sequence, facts.head_hash, facts.taken_at) == (1, "1" * 64, "2026-11-24T03:00:00Z")
    assert facts.rows == ROWS + 1 + 3
    assert facts.size == (path / "office-1.db").stat().st_size
    assert rows(path / "office-1.db", filled, "customers") == ROWS + 1
    assert slots.parse((path / "office.keys").read_bytes()) in slots.read_copies(filled.home)
    assert manifest.read(path).facts == facts
    assert backup.verify(source(filled), path) == facts
    if os.name == "posix":
        assert {file.stat().st_mode & 0o777 for file in path.iterdir()} == {0o600}
    with pytest.raises(UserFacingError):
        database.connect_at_rest(path / "office-1.db", "0" * 96)


def test_two_within_a_second_are_two(filled: MadeOffice, place: Path) -> None:
    first, second = take(filled, place), take(filled, place)
    assert first != second
    listed = catalogue.shelved(place, filled.vault.office_id)
    assert {one.path for one in listed} == {first, second}
    assert all(one.whole for one in listed)


def test_whoever_writes_meanwhile_is_not_held_up(filled: MadeOffice, place: Path) -> None:
    main = filled.vault.database_path
    before: list[bytes] = []

    def work() -> None:
        before.append(main.read_bytes())
        connection = filled.vault.connect()
        with connection:
            connection.executemany("INSERT INTO customers (name) VALUES (?)", [("新" * 500,)] * 3000)
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        connection.close()
        before.append(main.read_bytes())

    with at_milestone("backup.pinned", work):
        path = take(filled, place)
    assert before[0] == before[1] == (path / main.name).read_bytes()
    assert rows(path / main.name, filled, "customers") == ROWS
    connection = filled.vault.connect()
    assert connection.execute("SELECT count(*) FROM customers").fetchone() == (ROWS + 3000,)
    database.checkpoint_truncate(connection)  # the pin is gone
    connection.close()


HAMMER = """
import sys
from pathlib import Path
from hvacdesk.vault.database import database
connection = database.connect(Path(sys.argv[1]), sys.stdin.readline().strip())
connection.execute("PRAGMA wal_autocheckpoint = 5")
connection.isolation_level = None
print("ready", flush=True)
number = 0
while True:
    number += 1
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO left_side VALUES (?, ?)", (number, "左" * 900))
    connection.execute("UPDATE customers SET name = name || ? WHERE id = ?", (str(number), number % 2000))
    connection.execute("INSERT INTO right_side VALUES (?, ?)", (number, "右" * 900))
    connection.execute("COMMIT")
"""


@pytest.fixture
def hammered(filled: MadeOffice) -> Iterator[MadeOffice]:
    """An office into which another program writes as fast as it can."""
    connection = filled.vault.connect()
    with connection:
        for side in ("left_side", "right_side"):
            connection.execute(f"CREATE TABLE {side} (id INTEGER PRIMARY KEY, text TEXT)")
    connection.close()
    writer = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HAMMER), str(filled.vault.database_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        # It flushes to the disk, as every program does: one that never waits for it lets nobody else in.
        env={name: value for name, value in os.environ.items() if name != "LD_PRELOAD"},
    )
    assert writer.stdin is not None
    assert writer.stdout is not None
    writer.stdin.write(filled.vault.database_key() + "\n")
    writer.stdin.flush()
    assert writer.stdout.readline() == "ready\n"
    yield filled
    assert writer.poll() is None, "it stopped writing"
    writer.kill()
    writer.communicate()


def test_a_backup_is_of_one_moment_however_fast_another_program_writes(
    hammered: MadeOffice, place: Path
) -> None:
    counted = []
    for number in range(8):
        path = take(hammered, place, NOON + timedelta(seconds=number))
        backup.verify(source(hammered), path)
        sides = {rows(path / "office-1.db", hammered, side) for side in ("left_side", "right_side")}
        assert len(sides) == 1
        counted.append(sides.pop())
    assert counted == sorted(set(counted)), "each one later than the one before"


def test_a_reader_of_an_older_state_is_waited_for_and_then_named(filled: MadeOffice, place: Path) -> None:
    reader = filled.vault.connect()
    reader.isolation_level = None
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM customers").fetchone()
    add(filled)
    with replaced(freezing, "WAIT_SECONDS", 0.1), pytest.raises(backup_errors.OfficeBusy):
        take(filled, place)
    assert left(place) == []
    reader.execute("ROLLBACK")
    assert rows(take(filled, place) / "office-1.db", filled, "customers") == ROWS + 1
    reader.close()


def spoil(file: Path) -> None:
    """Change a byte: of a database one in a long value, which counting rows does not read."""
    content = bytearray(file.read_bytes())
    content[-min(20 * pages.PAGE_BYTES, len(content) // 2)] ^= 1
    file.write_bytes(content)


def test_what_the_disk_did_not_keep_is_no_backup(filled: MadeOffice, place: Path) -> None:
    def forget() -> None:
        (file,) = place.glob("*/office-1.db")
        spoil(file)

    with at_milestone("backup.copied", forget), pytest.raises(backup_errors.CopyNotAlike):
        take(filled, place)
    assert left(place) == []


@pytest.mark.parametrize("called", ["有限会社　試験空調", "試験\x01空調", "長" * 1_001])
def test_whatever_the_office_is_called_its_backup_is_read_again(
    filled: MadeOffice, place: Path, called: str
) -> None:
    taken = backup.take(replace(source(filled), office_name=called), place, NOON, lambda: False)
    assert backup.verify(source(filled), Path(taken.path)) == taken


def test_what_nobody_could_read_again_is_no_backup(filled: MadeOffice, place: Path) -> None:
    with replaced(backup, "__version__", "0.1\n"), pytest.raises(backup_errors.NotUnderstood):
        take(filled, place)
    assert left(place) == []


SPOILED = {
    "emptied": lambda content: b"",
    "halved": lambda content: content[: len(content) // 2],
    "last byte": lambda content: content[:-1] + b"x",
}


@pytest.mark.parametrize("how", SPOILED)
@pytest.mark.parametrize(
    ("milestone", "name"), [("backup.copied", "office.keys"), ("backup.described", "backup.json")]
)
def test_what_the_disk_did_not_keep_of_a_small_file_is_no_backup(
    filled: MadeOffice, place: Path, milestone: str, name: str, how: str
) -> None:
    """Without its key file a backup is useless, however sound its database is."""

    def forget() -> None:
        (file,) = place.glob(f"*/{name}")
        file.write_bytes(SPOILED[how](file.read_bytes()))

    with at_milestone(milestone, forget), pytest.raises(backup_errors.CopyNotAlike):
        take(filled, place)
    assert left(place) == []


def described_again(path: Path, office: MadeOffice) -> None:
    """Let a backup's manifest say of the key file what that is now."""
    found = manifest.read(path)
    files = {**found.files, "office.keys": manifest.file_facts(path / "office.keys")}
    again = replace(found, files=files).sealed(source(office).database_key)
    (path / "backup.json").write_bytes(again.dump())


@pytest.mark.parametrize("how", SPOILED)
def test_a_useless_key_file_that_the_manifest_describes_is_found_by_checking(
    filled: MadeOffice, place: Path, how: str
) -> None:
    """Earlier programs described what the disk gave back."""
    path = take(filled, place)
    file = path / "office.keys"
    file.write_bytes(SPOILED[how](file.read_bytes()))
    described_again(path, filled)
    with pytest.raises(backup_errors.BackupDamaged):
        backup.verify(source(filled), path)


@pytest.mark.parametrize("change", [{"office_id": "0" * 32}, {"salt": bytes(16)}])
def test_a_key_file_of_another_database_is_found_by_checking(
    filled: MadeOffice, place: Path, change: dict[str, Any]
) -> None:
    path = take(filled, place)
    file = slots.parse((path / "office.keys").read_bytes())
    other = replace(file, header=replace(file.header, **change))
    (path / "office.keys").write_bytes(slots.serialize(other))
    described_again(path, filled)
    with pytest.raises(backup_errors.BackupDamaged):
        backup.verify(source(filled), path)


def test_a_copy_of_a_file_that_was_just_checked_is_compared_and_not_checked_again(
    filled: MadeOffice, place: Path
) -> None:
    filled.vault.epochs.rotate()
    checked = replace(source(filled), checked=manifest.file_facts(filled.vault.database_path))

    def again(*_: object) -> None:
        raise AssertionError("it was checked already")

    with replaced(backup, "_check_pages", again):
        facts = backup.take(checked, place, NOON, lambda: False)
    assert backup.verify(source(filled), Path(facts.path)) == facts


def test_a_copy_that_is_not_what_was_checked_is_checked(filled: MadeOffice, place: Path) -> None:
    filled.vault.epochs.rotate()
    checked = replace(source(filled), checked=manifest.file_facts(filled.vault.database_path))

    def forget() -> None:
        (file,) = place.glob("*/office-2.db")
        spoil(file)

    with at_milestone("backup.copied", forget), pytest.raises(backup_errors.CopyNotAlike):
        backup.take(checked, place, NOON, lambda: False)
    assert left(place) == []


@pytest.mark.parametrize("name", ["office-1.db", "office.keys"])
def test_damage_that_comes_later_is_found_by_checking(filled: MadeOffice, place: Path, name: str) -> None:
    path = take(filled, place)
    spoil(path / name)
    with pytest.raises(backup_errors.BackupDamaged):
        backup.verify(source(filled), path)


def test_an_exchanged_older_copy_is_noticed_though_every_page_is_sound(
    filled: MadeOffice, place: Path
) -> None:
    older = (take(filled, place) / "office-1.db").read_bytes()
    add(filled)

    def exchange() -> None:
        (file,) = place.glob(f"*{catalogue.UNFINISHED_SUFFIX}/office-1.db")
        file.write_bytes(older)

    with at_milestone("backup.copied", exchange), pytest.raises(backup_errors.CopyNotAlike):
        take(filled, place, NOON + timedelta(hours=1))
    assert len(left(place)) == 1


def test_damage_of_the_office_itself_is_told_from_that_of_the_copy(filled: MadeOffice, place: Path) -> None:
    main = filled.vault.database_path
    connection = filled.vault.connect()
    database.checkpoint_truncate(connection)
    connection.close()
    with main.open("r+b") as file:
        file.seek(main.stat().st_size - 2 * pages.PAGE_BYTES + 100)
        file.write(b"damage")
    with pytest.raises(backup_errors.OfficeUnreadable):
        take(filled, place)
    assert left(place) == []


class Jostled:
    """A connection; whenever it has emptied the WAL, another one tries to write at once."""

    def __init__(self, connection: Any, other: Any, refused: list[bool]) -> None:
        self._connection = connection
        self._other = other
        self._refused = refused

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: str) -> Any:
        answer = self._connection.execute(statement)
        if "wal_checkpoint" in statement:
            try:
                self._other.execute("INSERT INTO customers (name) VALUES ('dazwischen')")
            except database.dbapi().OperationalError:
                self._refused.append(True)
        return answer


def test_nothing_is_written_between_emptying_the_log_and_pinning_the_file(filled: MadeOffice) -> None:
    other = filled.vault.connect()
    other.isolation_level = None
    other.execute("PRAGMA busy_timeout = 0")
    refused: list[bool] = []
    with freezing.frozen(lambda: Jostled(filled.vault.connect(), other, refused), lambda _: None):
        assert refused == [True]
        other.execute("INSERT INTO customers (name) VALUES ('danach')")
    other.close()


def test_stopped_half_way_nothing_is_left(filled: MadeOffice, place: Path) -> None:
    with pytest.raises(backup.BackupCancelled):
        backup.take(source(filled), place, NOON, lambda: True)
    assert left(place) == []


class Killed(BaseException):
    """Stands for the end of the program."""


@pytest.mark.parametrize("milestone", MILESTONES)
def test_what_a_killed_program_left_is_no_backup_and_is_swept_away(
    filled: MadeOffice, place: Path, milestone: str
) -> None:
    def die() -> None:
        raise Killed

    with (
        at_milestone(milestone, die),
        replaced(backup.shutil, "rmtree", lambda *_, **__: None),  # a dead program tidies nothing up
        pytest.raises(Killed),
    ):
        take(filled, place)
    assert [name for name in left(place) if name.endswith(catalogue.UNFINISHED_SUFFIX)] == left(place) != []
    assert catalogue.shelved(place, filled.vault.office_id) == ()
    path = take(filled, place)
    assert left(place) == [path.name]
    backup.verify(source(filled), path)


def test_a_full_disk_is_named_before_anything_is_written(filled: MadeOffice, disk: SmallDisk) -> None:
    disk.fill()
    with pytest.raises(backup_errors.PlaceFull):
        take(filled, disk.top)
    assert left(disk.top) == ["ballast"]
    disk.make_room()
    backup.verify(source(filled), take(filled, disk.top))


@pytest.mark.parametrize("milestone", ["backup.pinned", "backup.checked"])
def test_a_disk_that_fills_up_meanwhile_keeps_nothing_of_it(
    filled: MadeOffice, disk: SmallDisk, milestone: str
) -> None:
    earlier = take(filled, disk.top)
    with at_milestone(milestone, disk.fill), pytest.raises(backup_errors.PlaceFull):
        take(filled, disk.top, NOON + timedelta(hours=1))
    assert left(disk.top) == ["ballast", earlier.name]
    backup.verify(source(filled), earlier)


def test_a_write_protected_disk_is_named(filled: MadeOffice, disk: SmallDisk) -> None:
    earlier = take(filled, disk.top)
    disk.protect()
    with pytest.raises(backup_errors.PlaceReadOnly):
        take(filled, disk.top, NOON + timedelta(hours=1))
    backup.verify(source(filled), earlier)  # reading leaves no trace and needs none


@pytest.mark.parametrize("milestone", MILESTONES)
def test_a_disk_that_is_pulled_out_is_named(filled: MadeOffice, disk: SmallDisk, milestone: str) -> None:
    with at_milestone(milestone, disk.pull_out), pytest.raises(backup_errors.PlaceVanished):
        take(filled, disk.top)
    assert left(disk.top) == [], "nothing is written below the mount point"


def test_links_are_neither_followed_nor_removed(filled: MadeOffice, place: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "thesis.txt").write_text("irreplaceable", encoding="utf-8")
    name = f"hvacdesk-backup-{filled.vault.office_id[:8]}-20200101T000000Z-e1"
    for suffix in ("", catalogue.UNFINISHED_SUFFIX):
        symbolic_link(place / (name + suffix), elsewhere)
    path = take(filled, place)
    assert [one.path for one in catalogue.shelved(place, filled.vault.office_id)] == [path]
    assert (elsewhere / "thesis.txt").exists()
    assert left(place) == sorted([name, name + catalogue.UNFINISHED_SUFFIX, path.name])


def test_through_a_link_to_the_place_it_works(filled: MadeOffice, place: Path, tmp_path: Path) -> None:
    link = tmp_path / "リンク"
    symbolic_link(link, place)
    backup.verify(source(filled), take(filled, link))


@pytest.mark.parametrize("change", ["taken_at", "rows", "head_hash", "office_name", "schema"])
def test_facts_that_were_exchanged_are_noticed(filled: MadeOffice, place: Path, change: str) -> None:
    path = take(filled, place)
    raw = json.loads((path / manifest.NAME).read_bytes())
    value = raw["facts"][change]
    others = {"taken_at": "2027-01-01T00:00:00Z", "head_hash": "2" * 64, "office_name": "他社"}
    raw["facts"][change] = others.get(change, value + 1 if isinstance(value, int) else value)
    (path / manifest.NAME).write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(backup_errors.BackupDamaged):
        backup.verify(source(filled), path)


def test_a_half_copied_backup_is_called_that(filled: MadeOffice, place: Path) -> None:
    path = take(filled, place)
    with (path / "office-1.db").open("r+b") as file:
        file.truncate(file.seek(0, 2) - 4096)
    assert not catalogue.shelved(place, filled.vault.office_id)[0].whole
    with pytest.raises(backup_errors.BackupIncomplete):
        backup.verify(source(filled), path)
    (path / manifest.NAME).unlink()
    with pytest.raises(backup_errors.BackupIncomplete):
        backup.verify(source(filled), path)


def test_keys_of_another_epoch_do_not_check_it(filled: MadeOffice, place: Path) -> None:
    path = take(filled, place)
    filled.vault.epochs.rotate()
    with pytest.raises(backup_errors.BackupOfFormerKeys):
        backup.verify(source(filled), path)
    later = take(filled, place)
    assert left(later) == ["backup.json", "office-2.db", "office.keys"]
    assert folder.database_name(2) in manifest.read(later).files
    assert [one.epoch for one in catalogue.shelved(place, filled.vault.office_id)] == [2, 1]
