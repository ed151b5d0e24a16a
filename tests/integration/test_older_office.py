"""An office of an earlier version: a verified backup first, and on any failure the office as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.text.wording import english
from hvacdesk.services.entry.older_office_errors import (
    FormerStateLost,
    NoBackupBeforeUpdate,
    NotBroughtUpToDate,
    UpdateFailure,
)
from hvacdesk.services.entry.ways_out import WayOut, ways_out
from hvacdesk.services.language import words_for
from hvacdesk.store import schema
from hvacdesk.store.backups import file_facts
from hvacdesk.vault import milestones
from hvacdesk.vault.backup import backup, before_update, catalogue, destinations, manifest
from hvacdesk.vault.backup.destinations import MARKER_NAME, Place
from hvacdesk.vault.errors import DatabaseNewer, DiskFailed, DiskFull
from tests.helpers import format_fixtures
from tests.helpers.disks import NotPermitted, small_disk
from tests.helpers.format_fixtures import WrittenOffice
from tests.helpers.vault_offices import remembered_passphrases
from tests.integration.faults.seen import Seen, look_from_outside

pytestmark = pytest.mark.usefixtures("secret_service")

OLD = "office_v4"
SCHEMA = 4


@pytest.fixture(autouse=True, scope="module")
def _cheap() -> Iterator[None]:
    with remembered_passphrases():
        yield


@pytest.fixture
def written(tmp_path: Path) -> WrittenOffice:
    return format_fixtures.unpacked(OLD, tmp_path)


def connect_disk(written: WrittenOffice) -> Path:
    """Let the office find the folder that it names for backups."""
    assert written.disk is not None
    (noted,) = destinations.read(written.home)
    destinations.write(written.home, [Place(noted.place, str(written.disk))])
    assert (written.disk / MARKER_NAME).exists()
    return written.disk


def backups_in(folder: Path) -> list[Path]:
    """The finished backups there, the oldest first."""
    return (
        sorted(path for path in folder.iterdir() if catalogue.is_name(path.name)) if folder.is_dir() else []
    )


def inside(written: WrittenOffice) -> tuple[int, Seen]:
    """What the office holds, looked at without coming in."""
    owner = next(one for one in written.told["accounts"] if one["roles"] == ["owner"])
    return look_from_outside(written.home, owner["account"], owner["passphrase"])


def require_backup_of_before(path: Path) -> None:
    """It is whole, and holds the tables of then."""
    found = manifest.read(path)
    backup.require_files(path, found)
    assert found.facts.schema == SCHEMA


def test_a_backup_lies_beside_the_office_where_no_folder_is_connected(written: WrittenOffice) -> None:
    office, owner = written.owner()
    assert office.brought_up is not None
    (path,) = backups_in(before_update.beside(written.home))
    assert office.brought_up.backup == str(path)
    require_backup_of_before(path)
    backup.verify(office._workplace.vault.backup_source(file_facts.read), path)
    (entry,) = office.audit.entries(owner, action=Action.BROUGHT_UP_TO_DATE)
    assert entry.details == {"backup": path.name, "schema_before": SCHEMA}
    office.leave(owner)
    office, owner = written.owner()
    assert office.brought_up is None
    assert backups_in(before_update.beside(written.home)) == [path]
    office.leave(owner)


def test_a_connected_backup_folder_takes_it(written: WrittenOffice) -> None:
    disk = connect_disk(written)
    before = set(backups_in(disk))
    office, owner = written.owner()
    (path,) = set(backups_in(disk)) - before
    require_backup_of_before(path)
    assert not before_update.beside(written.home).exists()
    for _ in range(3):
        written.clock.pass_time(minutes=5)
        assert all(outcome.backup for outcome in office.backups.run(owner))
    assert path in backups_in(disk), "later ones of the day do not supersede it: the former program opens it"
    office.leave(owner)


def test_a_folder_that_takes_nothing_leaves_it_to_the_next(
    written: WrittenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = connect_disk(written)
    take = backup.take

    def refuse(source: backup.Source, place: Path, *rest: object) -> object:
        if place == disk:
            raise backup.PlaceFull
        return take(source, place, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(backup, "take", refuse)
    office, owner = written.owner()
    assert len(backups_in(before_update.beside(written.home))) == 1
    office.leave(owner)


def test_the_backup_goes_when_the_keys_of_then_do(written: WrittenOffice, tmp_path: Path) -> None:
    office, owner = written.owner()
    beside = before_update.beside(written.home)
    assert written.disk is not None
    office.backups.add_place(owner, str(written.disk))
    assert office.backups.run(owner)
    assert len(backups_in(beside)) == 1
    office.keys.rotate(owner)
    assert before_update.holds_former(written.home, office._workplace.vault.office_id, 99) is False
    assert backups_in(beside) == []
    office.leave(owner)


def fail_after(step: Callable[[Connection], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the migrations run, then do this and fail as a faulty one would."""
    migrate = schema._migrate

    def faulty(connection: Connection) -> None:
        migrate(connection)
        step(connection)
        raise RuntimeError("the program's own fault")

    monkeypatch.setattr(schema, "_migrate", faulty)


def require_refused(written: WrittenOffice, kind: type[UpdateFailure]) -> UpdateFailure:
    """Nobody comes in; what is said is said in both languages."""
    with pytest.raises(kind) as caught:
        written.owner()
    for say in (english, words_for("ja")):
        assert all(caught.value.sentences(say))
    assert WayOut.CLOSE in ways_out(caught.value) or kind is FormerStateLost
    return caught.value


def test_a_migration_that_fails_leaves_the_office_as_it_was(
    written: WrittenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = inside(written)
    with monkeypatch.context() as patch:
        fail_after(lambda _connection: None, patch)
        error = require_refused(written, NotBroughtUpToDate)
    assert isinstance(error.fault, RuntimeError)
    (path,) = backups_in(before_update.beside(written.home))
    assert str(path) in error.sentences(english)[1]
    assert inside(written) == before
    written.clock.pass_time(minutes=1)
    office, owner = written.owner()
    assert len(backups_in(before_update.beside(written.home))) == 1, "the newer one replaces the former"
    office.leave(owner)


def test_a_migration_that_commits_half_of_itself_is_undone_from_the_backup(
    written: WrittenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = inside(written)

    def commit(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM customers")
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN")

    with monkeypatch.context() as patch:
        fail_after(commit, patch)
        require_refused(written, NotBroughtUpToDate)
    assert inside(written) == before
    office, owner = written.owner()
    assert office.audit.verify(owner).intact
    assert office.audit.database_sound(owner)
    office.leave(owner)


def test_where_not_even_that_is_possible_the_way_leads_to_the_backup(
    written: WrittenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_after(lambda connection: connection.exec_driver_sql("COMMIT"), monkeypatch)
    monkeypatch.setattr(before_update, "bring_back", lambda *_: None)
    error = require_refused(written, FormerStateLost)
    assert ways_out(error)[0] is WayOut.RESTORE
    (path,) = backups_in(before_update.beside(written.home))
    entry = written.entry()
    assert [Path(found.path) for found in entry.restoring().known()] == [path]
    assert entry.restoring().examine(str(path)).replaces


def test_a_file_that_would_not_be_sound_is_not_committed(
    written: WrittenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = inside(written)
    migrate = schema._migrate

    def lose_an_index(connection: Connection) -> None:
        migrate(connection)
        connection.exec_driver_sql("PRAGMA writable_schema = ON")
        connection.execute(text("DELETE FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))
        connection.exec_driver_sql("PRAGMA writable_schema = RESET")

    with monkeypatch.context() as patch:
        patch.setattr(schema, "_migrate", lose_an_index)
        require_refused(written, NotBroughtUpToDate)
    assert inside(written) == before


def test_without_room_for_a_backup_nothing_is_changed(tmp_path: Path) -> None:
    try:
        with small_disk(tmp_path / "disk", 24) as disk:
            written = format_fixtures.unpacked(OLD, disk.top)
            disk.leave_free(1_200_000)
            before = inside(written)
            error = require_refused(written, NoBackupBeforeUpdate)
            assert error.fault is None
            assert inside(written) == before
            assert backups_in(before_update.beside(written.home)) == []
            disk.make_room()
            office, owner = written.owner()
            assert office.brought_up is not None
            office.leave(owner)
    except NotPermitted as reason:
        pytest.skip(str(reason))


def test_a_disk_that_fills_up_during_the_update_leaves_the_office_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is room for the backup, and none for what the tables become."""
    try:
        with small_disk(tmp_path / "disk", 24) as disk:
            written = format_fixtures.unpacked(OLD, disk.top)
            before = inside(written)

            def fill(step: str) -> None:
                if step == "update.backed_up":
                    disk.fill()

            with monkeypatch.context() as patch:
                patch.setattr(milestones, "reached", fill)
                error = require_refused(written, NotBroughtUpToDate)
            assert isinstance(error.cause, (DiskFull, DiskFailed))
            disk.make_room()
            assert inside(written) == before
            written.clock.pass_time(minutes=1)
            office, owner = written.owner()
            office.leave(owner)
    except NotPermitted as reason:
        pytest.skip(str(reason))


def test_a_newer_office_is_refused_before_anything_is_written(written: WrittenOffice) -> None:
    office, _owner = written.owner()
    with office._workplace.store.connection() as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    office.close()
    files = {path: path.read_bytes() for path in sorted(written.home.rglob("*.db"))}
    with pytest.raises(DatabaseNewer):
        written.owner()
    assert {path: path.read_bytes() for path in sorted(written.home.rglob("*.db"))} == files
