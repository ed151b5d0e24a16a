"""An epoch made from a database elsewhere, the way a restore does it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hvacdesk.vault import errors, folder, milestones
from hvacdesk.vault.database import database
from hvacdesk.vault.keyfile import opening, rotation, slots
from hvacdesk.vault.keyfile.rotation import DatabaseFile, Plan, Rotated
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.killing import KILLED_STATUS
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import OWNER_PASSPHRASE, MadeOffice


def copied(office: MadeOffice, place: Path) -> Path:
    """The office's two files, complete and read-only, as a backup has them."""
    connection = office.vault.connect()
    with connection:
        connection.execute("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT)")
        connection.executemany("INSERT INTO customers VALUES (?, ?)", [(1, "山田"), (2, "鈴木")])
    database.checkpoint_truncate(connection)
    connection.close()
    place.mkdir()
    for name in (office.vault.database_path.name, folder.SLOTS_NAME):
        shutil.copyfile(office.home / name, place / name)
        (place / name).chmod(0o400)
    place.chmod(0o500)
    return place


def made_from(place: Path, home: Path, code: str, **options: object) -> Rotated:
    recovered = opening.with_sheet(slots.read_copies(place), code)
    header = recovered.contents.file.header
    key = (recovered.keys.office.database + header.salt).hex()
    source = DatabaseFile(place / header.database, key, at_rest=True)
    keyring = DeviceKeyring()
    folder.make_private_folder(home)
    with folder.changing(home):
        epoch = rotation.free_epoch(home, header.office_id, keyring, header.epoch)
        return rotation.next_epoch(
            home,
            source,
            recovered.contents,
            recovered.keys.office,
            keyring,
            Plan(),
            epoch=epoch,
            **options,  # type: ignore[arg-type]
        )


def rows(file: DatabaseFile) -> list[tuple[int, str]]:
    connection = file.connect()
    try:
        found: list[tuple[int, str]] = connection.execute("SELECT id, name FROM customers").fetchall()
    finally:
        connection.close()
    return found


def content(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(place.iterdir()) if path.suffix != ".lock"}


def test_an_office_is_made_in_an_empty_folder_and_the_source_stays(
    office: MadeOffice, tmp_path: Path
) -> None:
    place = copied(office, tmp_path / "copy")
    before = content(place)
    home = tmp_path / "restored"
    rotated = made_from(place, home, office.code)
    assert content(place) == before
    assert rotated.book.epoch == 2
    assert DeviceKeyring().read(f"{office.vault.office_id}/1") is not None, "the first folder's secret stays"
    vault = SealedOffice.find(home, DeviceKeyring(), clock=office.clock).unlock(
        office.vault.slot_id, OWNER_PASSPHRASE
    )
    assert rows(DatabaseFile(vault.database_path, vault.database_key())) == [(1, "山田"), (2, "鈴木")]
    assert sorted(path.name for path in home.iterdir() if not path.name.endswith(".lock")) == [
        "office-2.db",
        folder.SLOTS_NAME,
        folder.SLOTS_COPY_NAME,
    ]


def test_the_new_file_is_changed_before_it_is_the_offices(office: MadeOffice, tmp_path: Path) -> None:
    place = copied(office, tmp_path / "copy")
    seen = []

    def replay(new: DatabaseFile) -> None:
        assert not SealedOffice.exists(tmp_path / "restored")
        connection = new.connect()
        with connection:
            connection.execute("DELETE FROM customers WHERE id = 1")
        connection.close()
        seen.append(rows(new))

    rotated = made_from(place, tmp_path / "restored", office.code, prepare=replay)
    home = tmp_path / "restored"
    key = (rotated.keys.database + rotated.contents.file.header.salt).hex()
    assert rows(DatabaseFile(home / "office-2.db", key)) == seen[0] == [(2, "鈴木")]


def test_a_preparation_that_fails_leaves_the_office_that_is_there(office: MadeOffice, tmp_path: Path) -> None:
    place = copied(office, tmp_path / "copy")
    before = content(office.home)

    def fail(_new: DatabaseFile) -> None:
        raise errors.DatabaseDamaged

    with pytest.raises(errors.DatabaseDamaged):
        made_from(place, office.home, office.code, prepare=fail)
    assert content(office.home) == before
    assert DeviceKeyring().read(f"{office.vault.office_id}/2") is None


def test_a_restored_slots_file_is_above_any_revision_that_the_key_store_knows(
    office: MadeOffice, tmp_path: Path
) -> None:
    place = copied(office, tmp_path / "copy")
    for name in ("一", "二", "三"):
        office.vault.slots.rename(office.vault.slot_id, name)
    rotated = made_from(place, office.home, office.code)
    assert rotated.contents.body.revision == 5
    found = SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock)
    assert (found.epoch, found.staff[0].name) == (2, "田中 花子")
    found.unlock(office.vault.slot_id, OWNER_PASSPHRASE).connect().close()


def test_an_epochs_number_is_used_once(office: MadeOffice, tmp_path: Path) -> None:
    place = copied(office, tmp_path / "copy")
    office.vault.epochs.rotate()
    keyring = DeviceKeyring()
    office_id = office.vault.office_id
    keyring.write(f"{office_id}/3", bytes(32))
    assert rotation.free_epoch(office.home, office_id, keyring, 1) == 4
    recovered = opening.with_sheet(slots.read_copies(place), office.code)
    source = DatabaseFile(place / "office-1.db", "ab" * 48, at_rest=True)
    with pytest.raises(ValueError, match="used once"):
        rotation.next_epoch(
            office.home, source, recovered.contents, recovered.keys.office, keyring, Plan(), epoch=2
        )


KILLED = """
import sys
from pathlib import Path
from hvacdesk.vault import milestones
from tests.helpers.killing import end_at_once
from tests.helpers.vault_offices import cheap_passphrases
from tests.integration.vault.test_next_epoch import made_from
def reached(name):
    print(name, flush=True)
    if name == sys.argv[4]:
        end_at_once()
milestones.reached = reached
with cheap_passphrases():
    made_from(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], prepare=lambda new: None)
"""
BEFORE = ("exported", "compared", "prepared", "checked", "secret")


@pytest.mark.parametrize("moment", [*BEFORE, "committed", "remembered"])
@pytest.mark.parametrize("empty", [True, False], ids=["empty folder", "office there"])
def test_a_kill_leaves_nothing_or_the_whole_office(
    office: MadeOffice, tmp_path: Path, secret_service: SecretService, moment: str, *, empty: bool
) -> None:
    place = copied(office, tmp_path / "copy")
    home = tmp_path / "restored" if empty else office.home
    command = [sys.executable, "-c", KILLED, str(place), str(home), office.code, f"rotation.{moment}"]
    process = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert process.returncode == KILLED_STATUS, process.stderr
    secret_service.revive()
    if moment in BEFORE and empty:
        assert not SealedOffice.exists(home)
    elif moment in BEFORE:
        assert SealedOffice.find(home, DeviceKeyring(), clock=office.clock).epoch == 1
        assert list(folder.databases(home)) == [1], "what was begun is gone"
        assert DeviceKeyring().read(f"{office.vault.office_id}/2") is None
    else:
        assert SealedOffice.find(home, DeviceKeyring(), clock=office.clock).epoch == 2
    if moment in BEFORE:
        again = made_from(place, home, office.code)
        assert not [path.name for path in home.iterdir() if path.name.endswith(folder.UNFINISHED_SUFFIX)]
        assert os.path.exists(home / again.contents.file.header.database)
    vault = SealedOffice.find(home, DeviceKeyring(), clock=office.clock).unlock(
        office.vault.slot_id, OWNER_PASSPHRASE
    )
    assert rows(DatabaseFile(vault.database_path, vault.database_key())) == [(1, "山田"), (2, "鈴木")]


def test_nothing_happens_at_a_milestone_by_itself() -> None:
    assert milestones.reached("rotation.exported") is None  # type: ignore[func-returns-value]
