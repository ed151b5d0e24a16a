"""What a backup is before anybody opens it: found on a disk, told apart, and refused with its reason."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Role
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.vault import folder
from hvacdesk.vault.backup import backup_errors, catalogue, destinations, manifest
from hvacdesk.vault.database import pages
from hvacdesk.vault.errors import RecoveryCodeForeign
from hvacdesk.vault.keyfile import slots
from tests.helpers.disks import SmallDisk
from tests.helpers.people import customer
from tests.helpers.real_office import NAMES, RealOffice, new_real_office, passphrase_of
from tests.helpers.sabotage import replaced as sabotaged
from tests.integration.backups.session import Session, joined, session_of

OWNER = NAMES[Role.OWNER]


def door(real: RealOffice, home: Path | None = None) -> Restoring:
    return Restoring(home or real.home, real.clock)


def contents(home: Path) -> dict[str, bytes]:
    files = (path for path in sorted(home.rglob("*")) if path.is_file() and path.suffix != ".lock")
    return {str(path): path.read_bytes() for path in files}


@pytest.fixture
def taken(owner: Session, place: Path) -> Path:
    owner.backups.add_place(owner.actor, str(place))
    path = owner.backup().path
    owner.close()
    return Path(path)


def edited(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    file = path / manifest.NAME
    raw = json.loads(file.read_bytes())
    change(raw)
    file.write_text(json.dumps(raw), encoding="utf-8")


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - pages.PAGE_BYTES)


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def without_key_file(path: Path) -> None:
    (path / folder.SLOTS_NAME).unlink()


UNFIT: dict[str, tuple[Callable[[Path], object], type[UserFacingError]]] = {
    "a folder of other things": (
        lambda path: [one.unlink() for one in path.iterdir()] and path.rename(path.with_name("写真")),
        backup_errors.NotABackup,
    ),
    "no manifest": (lambda path: (path / manifest.NAME).unlink(), backup_errors.BackupIncomplete),
    "no database": (lambda path: (path / "office-1.db").unlink(), backup_errors.BackupIncomplete),
    "copied by half": (lambda path: cut(path / "office-1.db"), backup_errors.BackupIncomplete),
    "never finished": (
        lambda path: path.rename(path.with_name(path.name + catalogue.UNFINISHED_SUFFIX)),
        backup_errors.BackupIncomplete,
    ),
    "a damaged database": (lambda path: spoil(path / "office-1.db"), backup_errors.BackupDamaged),
    "a damaged manifest": (
        lambda path: (path / manifest.NAME).write_bytes(b"{"),
        backup_errors.BackupDamaged,
    ),
    "a newer format": (
        lambda path: edited(path, lambda raw: raw.update(format=2)),
        backup_errors.BackupNewer,
    ),
    "a newer schema": (
        lambda path: edited(path, lambda raw: raw["facts"].update(schema=9999)),
        backup_errors.BackupNewer,
    ),
    "a newer program": (
        lambda path: edited(path, lambda raw: raw["facts"].update(program="99.0")),
        backup_errors.BackupNewer,
    ),
    "another office": (
        lambda path: edited(path, lambda raw: raw["facts"].update(office_id="f" * 32)),
        backup_errors.BackupOfAnother,
    ),
}


@pytest.mark.parametrize("case", UNFIT)
def test_what_cannot_be_restored_is_refused_with_its_reason(
    real: RealOffice, taken: Path, place: Path, case: str
) -> None:
    spoil_it, kind = UNFIT[case]
    spoil_it(taken)
    (unfit,) = (path for path in place.iterdir() if path.is_dir())
    before = contents(real.home)
    for refused in (
        lambda: door(real).examine(str(unfit)),
        lambda: door(real).restore_with_sheet(str(unfit), real.code),
        lambda: door(real).restore_with_passphrase(str(unfit), real.accounts[OWNER], passphrase_of(OWNER)),
    ):
        with pytest.raises(UserFacingError) as raised:
            refused()
        assert type(raised.value) is kind
    assert contents(real.home) == before


def test_what_is_no_folder_is_no_backup(real: RealOffice, tmp_path: Path) -> None:
    for path in (tmp_path / "missing", real.home / folder.SLOTS_NAME, tmp_path, real.home):
        with pytest.raises(UserFacingError):
            door(real).examine(str(path))
    with pytest.raises(backup_errors.NotABackup):
        door(real).examine(str(tmp_path))


def test_facts_that_were_exchanged_are_noticed_with_the_key(real: RealOffice, taken: Path) -> None:
    edited(taken, lambda raw: raw["facts"].update(rows=1))
    door(real).examine(str(taken))
    before = contents(real.home)
    with pytest.raises(backup_errors.BackupDamaged):
        door(real).restore_with_sheet(str(taken), real.code)
    assert contents(real.home) == before


def test_a_database_that_was_exchanged_together_with_its_digest_is_noticed(
    real: RealOffice, taken: Path, tmp_path: Path
) -> None:
    other = session_of(real, Role.OWNER)
    other.office.customers.add(other.actor, customer())
    other.close()
    database = taken / "office-1.db"
    shutil.copy(real.home / "office-1.db", database)
    facts = manifest.file_facts(database)
    edited(taken, lambda raw: raw["files"]["office-1.db"].update(size=facts.size, sha256=facts.sha256))
    with pytest.raises(backup_errors.BackupDamaged):
        door(real, tmp_path / "new").restore_with_sheet(str(taken), real.code)


def test_another_offices_sheet_does_not_open_it(real: RealOffice, taken: Path, tmp_path: Path) -> None:
    other = new_real_office(tmp_path / "other", everybody=False)
    with pytest.raises(RecoveryCodeForeign):
        door(real, tmp_path / "new").restore_with_sheet(str(taken), other.code)
    with pytest.raises(backup_errors.BackupOfAnother):
        door(other).examine(str(taken))
    assert not (tmp_path / "new").exists()


def test_another_logins_backup_is_refused_with_its_reason(real: RealOffice, taken: Path) -> None:
    """Of mode 0700, which for root is another's only as long as somebody says so."""
    listed = os.scandir

    def refused(path: object) -> object:
        if Path(str(path)) == taken:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(str(path))

    with sabotaged(os, "scandir", refused), pytest.raises(backup_errors.BackupForbidden):
        Restoring(real.home, real.clock).examine(str(taken))


@pytest.mark.parametrize("damage", ["gone", "damaged"])
def test_a_lost_key_file_is_taken_from_the_office_or_another_backup(
    owner: Session, real: RealOffice, place: Path, tmp_path: Path, damage: str
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    older = Path(owner.backup().path)
    real.clock.pass_time(days=1)
    newer = Path(owner.backup().path)
    owner.close()
    if damage == "gone":
        without_key_file(newer)
    else:
        spoil(newer / folder.SLOTS_NAME)
    new = tmp_path / "new"
    office, actor, _ = door(real, new).restore_with_sheet(str(newer), real.code)
    office.leave(actor)
    shutil.rmtree(older)
    assert door(real).examine(str(newer)).sheet_number == 1, "there is the office's own"
    with pytest.raises(backup_errors.BackupWithoutKeys):
        door(real, tmp_path / "another").examine(str(newer))


def test_a_key_file_of_the_same_epoch_but_another_database_does_not_fit(
    real: RealOffice, taken: Path, tmp_path: Path
) -> None:
    """Two folders may have counted to the same epoch on their own; the database's salt tells them apart."""
    file = slots.read_copies(taken)[0]
    foreign = replace(file, header=replace(file.header, salt=bytes(16)))
    (taken / folder.SLOTS_NAME).write_bytes(slots.serialize(foreign))
    with pytest.raises(backup_errors.BackupWithoutKeys):
        door(real, tmp_path / "new").examine(str(taken))


def test_backups_are_found_from_wherever_one_looks(owner: Session, real: RealOffice, disk: SmallDisk) -> None:
    place = disk.top / "控え"
    place.mkdir()
    (disk.top / "写真").mkdir()
    owner.backups.add_place(owner.actor, str(place))
    older = owner.backup().path
    real.clock.pass_time(days=1)
    newer = owner.backup().path
    (place / "覚え書き.txt").write_text("?", encoding="utf-8")
    (place / ("hvacdesk-backup-00000000-20260101T000000Z-e1" + catalogue.UNFINISHED_SUFFIX)).mkdir()
    half = place / "hvacdesk-backup-00000000-20250101T000000Z-e7"
    half.mkdir()
    owner.close()
    look = door(real)
    expected = [newer, older, str(half)]
    assert [one.path for one in look.found(str(place))] == expected
    assert [one.path for one in look.found(str(disk.top))] == expected
    assert [one.path for one in look.known()] == expected
    assert [one.path for one in look.found(older)] == [older]
    assert (look.known()[-1].epoch, look.known()[-1].office_name) == (7, "")
    assert look.found(str(disk.top / "写真")) == look.found(str(disk.top / "missing")) == ()
    disk.pull_out()
    assert look.known() == ()


def test_a_damaged_note_of_the_folders_hinders_no_restore(real: RealOffice, taken: Path) -> None:
    (real.home / destinations.NOTE_NAME).write_bytes(b"?")
    assert door(real).known() == ()
    assert door(real).examine(str(taken)).replaces


def broken_key_files(real: RealOffice) -> None:
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        (real.home / name).write_bytes(b"damaged")


def test_a_damaged_key_file_is_put_back_and_nothing_is_lost(real: RealOffice, taken: Path) -> None:
    session = session_of(real, Role.OWNER)
    session.office.customers.add(session.actor, customer())
    session.close()
    with pytest.raises(backup_errors.KeyFileThere):
        door(real).put_back_key_file(str(taken))
    broken_key_files(real)
    door(real).put_back_key_file(str(taken))
    session = session_of(real, Role.OWNER)
    assert session.office.customers.search(session.actor, "").total == 2
    session.close()


@pytest.mark.parametrize("case", ["other epoch", "older", "no key file", "no backup"])
def test_a_key_file_that_does_not_fit_is_not_put_back(
    owner: Session, real: RealOffice, place: Path, case: str
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    path = Path(owner.backup().path)
    if case == "other epoch":
        owner.workplace.store.close()
        owner.vault.epochs.rotate()
        owner.vault.epochs.discard_former()
    owner.close()
    if case == "older":
        joined(real, Role.DESK).close()
    if case == "no key file":
        without_key_file(path)
    if case == "no backup":
        path = place
    broken_key_files(real)
    before = contents(real.home)
    expected = {
        "other epoch": backup_errors.KeyFileUnfit,
        "older": backup_errors.KeyFileOutdated,
        "no key file": backup_errors.BackupWithoutKeys,
        "no backup": backup_errors.NotABackup,
    }[case]
    with pytest.raises(expected):
        door(real).put_back_key_file(str(path))
    assert contents(real.home) == before


def test_a_restore_over_an_office_whose_key_file_is_lost(real: RealOffice, taken: Path) -> None:
    broken_key_files(real)
    office, actor, report = door(real).restore_with_sheet(str(taken), real.code)
    assert office.customers.search(actor, "").total == 1
    office.leave(actor)
    assert sorted(path.name for path in Path(report.set_aside).iterdir()) == [
        "office-1.db",
        "office.keys",
        "office.keys.copy",
    ]
    session_of(real, Role.OWNER).close()
