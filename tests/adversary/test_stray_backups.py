"""Old backups that do not look like one at first: a disposal removes them or names them."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.disposal.copies_ahead import CopyFate, CopyKind
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.services.disposal import exceptions
from hvacdesk.services.disposal.exceptions import EXCEPTION_NAMES
from hvacdesk.vault.backup import catalogue, manifest, strays
from hvacdesk.vault.keyfile import slots
from hvacdesk.vault.keyfile.rotation_plan import Plan
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService
from tests.integration.disposal.office import DisposalOffice, copied_office, home_of, place_of


@pytest.fixture
def office(tmp_path: Path, secret_service: SecretService) -> Iterator[DisposalOffice]:
    with copied_office(tmp_path / "office", secret_service, approved=True) as opened:
        opened.backups.run(opened.owner)
        yield opened


def taken(office: DisposalOffice) -> Path:
    (path,) = place_of(office).glob(f"{catalogue.NAME_BEGINS}*")
    return path


def renamed(path: Path) -> Path:
    return path.rename(path.with_name(f"old {path.name}"))


def given_another_name(path: Path) -> Path:
    return path.rename(path.with_name("昨年のコピー"))


def one_down(path: Path) -> Path:
    (path.parent / "古いもの").mkdir()
    return path.rename(path.parent / "古いもの" / path.name)


def copied_with_its_folder(path: Path) -> Path:
    kept = path.parent / "コピー"
    kept.mkdir()
    shutil.copy(path.parent / "hvacdesk-backups.json", kept)
    return Path(shutil.copytree(path, kept / path.name))


def removed_by_half(path: Path) -> Path:
    return path.rename(path.with_name(path.name + catalogue.UNFINISHED_SUFFIX))


@pytest.mark.parametrize(
    "hide", [renamed, given_another_name, one_down, copied_with_its_folder, removed_by_half]
)
def test_an_old_backup_goes_whatever_its_name_and_depth(office: DisposalOffice, hide: object) -> None:
    assert callable(hide)
    hidden = hide(taken(office))
    result = office.destroy(office.approved())
    assert not hidden.exists()
    assert (result.state, result.exceptions) == (BatchState.VERIFIED, ())


def database_alone(path: Path) -> Path:
    return path.joinpath("office-1.db").rename(path.parent / "office-1.db")


def without_a_manifest(path: Path) -> Path:
    path.joinpath("backup.json").unlink()
    return given_another_name(path)


def packed(path: Path) -> Path:
    return Path(shutil.make_archive(str(path), "zip", path))


def called_a_later_one(path: Path) -> Path:
    """Its database stands under the number of keys to come, which the salt in its first bytes belies."""
    path.joinpath("backup.json").unlink()
    path.joinpath("office-1.db").rename(path / "office-2.db")
    return path.rename(path.with_name(path.name.removesuffix("-e1") + "-e2"))


@pytest.mark.parametrize("hide", [database_alone, without_a_manifest, packed, called_a_later_one])
def test_what_only_a_person_may_remove_is_named(office: DisposalOffice, hide: object) -> None:
    assert callable(hide)
    hidden = hide(taken(office))
    result = office.destroy(office.approved())
    if hidden.exists():
        assert EXCEPTION_NAMES[exceptions.KEPT_BACKUP] in result.exceptions
        assert result.state is BatchState.EXCEPTIONS
    holder = place_of(office) if hide is database_alone else hidden
    if hidden.exists():
        assert str(holder) in office.backups.set_aside(office.owner)
        office.backups.remove_set_aside(office.owner, str(holder))
    assert not hidden.exists()
    assert place_of(office).is_dir()


def test_one_of_another_login_is_named(office: DisposalOffice) -> None:
    """Its folder is not ours to empty (mode 0700): it keeps its name, and stays a backup that counts."""
    old = taken(office)

    def may(path: object, mode: int) -> bool:
        return Path(str(path)) != old

    with replaced(os, "access", may):
        result = office.destroy(office.approved())
    assert old.is_dir()
    assert EXCEPTION_NAMES[exceptions.KEPT_BACKUP] in result.exceptions
    assert result.state is BatchState.EXCEPTIONS


def test_one_whose_removal_fails_half_way_is_named(office: DisposalOffice) -> None:
    old = taken(office)

    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    with replaced(shutil, "rmtree", refuse):
        result = office.destroy(office.approved())
        assert EXCEPTION_NAMES[exceptions.KEPT_BACKUP] in result.exceptions
        assert result.state is BatchState.EXCEPTIONS
        left = office.backups.run(office.owner)  # what cannot be swept does not stop the next backup
    assert all(one.backup for one in left)
    assert not old.exists()
    assert removed_name(old).is_dir()
    office.backups.run(office.owner)
    assert not removed_name(old).exists()


def removed_name(path: Path) -> Path:
    return path.with_name(path.name + catalogue.UNFINISHED_SUFFIX)


def test_the_office_itself_is_no_stray_backup_and_other_files_stay(office: DisposalOffice) -> None:
    """A backup folder may be one in which the office's own folder and a person's things lie too."""
    above = home_of(office).parent
    office.backups.add_place(office.owner, str(above))
    photo = above / "写真" / "photo.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"jpeg")
    old = taken(office)
    result = office.destroy(office.approved())
    assert not old.exists()
    assert photo.exists()
    assert office.vault.database_path.exists()
    assert result.state is BatchState.VERIFIED


@pytest.mark.parametrize("depth", [1, 2])
def test_the_office_is_never_offered_for_removal(office: DisposalOffice, depth: int) -> None:
    """While the keys are changed its folder holds the former file too, as an old backup does."""
    above = home_of(office).parent if depth == 1 else home_of(office).parent.parent
    office.backups.add_place(office.owner, str(above))
    former = office.vault.database_path
    office.workplace.rotate(office.owner, Plan(payment=(), new_signing_key=True))
    assert former.exists()
    assert str(home_of(office)) not in office.backups.set_aside(office.owner)
    copied = Path(shutil.copytree(home_of(office), above / "another computer"))
    assert all("another computer" not in one for one in office.backups.set_aside(office.owner))
    result = office.destroy(office.approved())
    assert copied.is_dir()
    assert EXCEPTION_NAMES[exceptions.KEPT_BACKUP] in result.exceptions
    assert office.vault.database_path.exists()


Hide = Callable[[DisposalOffice, Path], Path]
"""Hides an old backup; returns what must be gone or named afterwards."""


def beside_as(name: str) -> Hide:
    """The database of the backup, copied into the backup folder itself under a name that Explorer gives."""

    def hide(_office: DisposalOffice, backup: Path) -> Path:
        return Path(shutil.copy(backup / "office-1.db", backup.parent / name))

    return hide


def below_as(name: str) -> Hide:
    """The same in a folder of somebody's own in the backup folder."""

    def hide(_office: DisposalOffice, backup: Path) -> Path:
        (backup.parent / "控え").mkdir()
        return Path(shutil.copy(backup / "office-1.db", backup.parent / "控え" / name))

    return hide


def packed_as(name: Callable[[str], str]) -> Hide:
    """Packed under the backup's own name, in part or written otherwise."""

    def hide(_office: DisposalOffice, backup: Path) -> Path:
        packed = Path(shutil.make_archive(str(backup), "zip", backup))
        return packed.rename(packed.with_name(name(packed.name)))

    return hide


def of_another_office(backup: Path) -> Path:
    """One line of its manifest is edited."""
    said = json.loads((backup / manifest.NAME).read_text("utf-8"))
    said["facts"]["office_id"] = "f" * 32
    (backup / manifest.NAME).write_text(json.dumps(said), "utf-8")
    return backup


def said_to_be_anothers(_office: DisposalOffice, backup: Path) -> Path:
    return of_another_office(backup)


def renamed_and_said_to_be_anothers(_office: DisposalOffice, backup: Path) -> Path:
    return given_another_name(of_another_office(backup))


def without_keys_and_said_to_be_anothers(_office: DisposalOffice, backup: Path) -> Path:
    for name in ("office.keys", "office.keys.copy"):
        (backup / name).unlink(missing_ok=True)
    return given_another_name(of_another_office(backup)) / "office-1.db"


def with_keys_said_to_be_anothers(_office: DisposalOffice, backup: Path) -> Path:
    """Nothing but the folder's name is left that says whose it is."""
    return with_keys_of_another(of_another_office(backup))


def database_renamed_beside_its_keys(_office: DisposalOffice, backup: Path) -> Path:
    backup.joinpath("backup.json").unlink()
    backup.joinpath("office-1.db").rename(backup / "x")
    return given_another_name(backup)


IN_A_PLACE: dict[str, Hide] = {
    "copied": beside_as("office-1 - コピー.db"),
    "copied below": below_as("office-1 (2).db"),
    "renamed": below_as("office-1.db.bak"),
    "zero": below_as("office-01.db"),
    "wide": below_as("office-１.db"),
    "upper": below_as("OFFICE-1.DB"),
    "wal": below_as("office-1.db-wal"),
    "no number": below_as("office.db"),
    "no end": below_as("office-1"),
    "upper zip": packed_as(str.upper),
    "later zip": packed_as(lambda name: name.replace("-e1", "-e9")),
    "cut zip": packed_as(lambda name: f"{name[:24]}.zip"),
    "another's": said_to_be_anothers,
    "renamed another's": renamed_and_said_to_be_anothers,
    "keyless another's": without_keys_and_said_to_be_anothers,
    "another's with keys": with_keys_said_to_be_anothers,
    "told by its keys": database_renamed_beside_its_keys,
}


@pytest.mark.parametrize("hide", IN_A_PLACE.values(), ids=IN_A_PLACE)
def test_what_somebody_made_of_an_old_backup_is_named_and_a_person_can_remove_it(
    office: DisposalOffice, hide: Hide
) -> None:
    hidden = hide(office, taken(office))
    result = office.destroy(office.approved())
    assert hidden.exists()
    assert result.exceptions == (EXCEPTION_NAMES[exceptions.KEPT_BACKUP],)
    present = finished(office)
    assert str(hidden) in office.backups.set_aside(office.owner)
    assert not {*map(str, present)}.intersection(office.backups.set_aside(office.owner))
    office.backups.remove_set_aside(office.owner, str(hidden))
    assert not hidden.exists()
    assert finished(office) == [one for one in present if one != hidden]
    assert not office.backups.former_copies(office.owner)


def finished(office: DisposalOffice) -> list[Path]:
    """The backups under a name of the program's, of the present keys unless a test hides one so."""
    found = place_of(office).glob(f"{catalogue.NAME_BEGINS}*-e2")
    return sorted(one for one in found if catalogue.is_name(one.name))


def all_files_renamed_but_the_keys(path: Path) -> Path:
    """A backup in a folder of another name, whose database only the key file tells."""
    path.joinpath("office-1.db").rename(path / "x.bin")
    return given_another_name(path)


def inside_one_of_later_keys(path: Path) -> Path:
    later = path.with_name(path.name.replace("-e1", "-e9"))
    later.mkdir()
    return path.rename(later / path.name)


def in_a_folder_of_a_folder(path: Path) -> Path:
    path.parent.joinpath("2026", "11").mkdir(parents=True)
    return path.rename(path.parent / "2026" / "11" / path.name)


@pytest.mark.parametrize(
    "hide", [all_files_renamed_but_the_keys, inside_one_of_later_keys, in_a_folder_of_a_folder]
)
def test_what_is_surely_an_old_backup_goes(office: DisposalOffice, hide: object) -> None:
    assert callable(hide)
    hidden = hide(taken(office))
    office.destroy(office.approved())
    assert not hidden.exists()


def at_home(name: str) -> Hide:
    """The whole backup, copied into the office's own folder."""

    def hide(office: DisposalOffice, backup: Path) -> Path:
        copied = home_of(office) / (name or backup.name)
        return Path(shutil.copytree(backup, copied / backup.name if "update" in name else copied))

    return hide


def database_at_home(name: str) -> Hide:
    """Its database alone."""

    def hide(office: DisposalOffice, backup: Path) -> Path:
        return Path(shutil.copy(backup / "office-1.db", home_of(office) / name))

    return hide


def packed_at_home(office: DisposalOffice, backup: Path) -> Path:
    return Path(shutil.make_archive(str(home_of(office) / backup.name), "zip", backup))


AT_HOME: dict[str, Hide] = {
    "set aside, copied": at_home("set-aside-20260101T000000Z - コピー"),
    "before an update, copied": at_home("before-update - コピー"),
    "below": at_home("控え"),
    "under its name": at_home(""),
    "packed": packed_at_home,
    "renamed": database_at_home("office-1.db.bak"),
    "upper": database_at_home("OFFICE-1.DB"),
    "copied": database_at_home("office-1 - コピー.db"),
    "lost": database_at_home("office-1.db-wal.lost.1"),
}


@pytest.mark.parametrize("hide", AT_HOME.values(), ids=AT_HOME)
def test_a_copy_in_the_office_s_own_folder_is_told_before_named_and_a_person_can_remove_it(
    office: DisposalOffice, hide: Hide
) -> None:
    hidden = hide(office, taken(office))
    assert (CopyKind.COPY_BESIDE, str(hidden.relative_to(home_of(office))), CopyFate.STAYS) in [
        (one.kind, one.name, one.fate) for one in office.disposal.destruction.copies_ahead(office.owner)
    ]
    result = office.destroy(office.approved())
    assert hidden.exists()
    assert result.exceptions == (EXCEPTION_NAMES[exceptions.COPY_BESIDE],)
    assert office.backups.set_aside(office.owner) == (str(hidden),)
    office.backups.remove_set_aside(office.owner, str(hidden))
    assert not hidden.exists()
    assert office.vault.database_path.exists()
    assert office.backups.set_aside(office.owner) == ()


def test_the_living_files_are_no_copies_even_while_keys_change(office: DisposalOffice) -> None:
    office.workplace.rotate(office.owner, Plan(payment=(), new_signing_key=True))
    home = home_of(office)
    for name in ("office-3.db", "office-3.db.new", "office-3.db.new-journal", "office-2.db-wal.lost"):
        (home / name).write_bytes(b"what a change of keys has there for a moment")
    assert office.backups.set_aside(office.owner) == ()


def test_another_computer_s_office_in_the_own_folder_is_named_and_not_offered(office: DisposalOffice) -> None:
    copied = Path(shutil.copytree(home_of(office), home_of(office).parent / "copy"))
    copied = copied.rename(home_of(office) / "another computer")
    result = office.destroy(office.approved())
    assert EXCEPTION_NAMES[exceptions.COPY_BESIDE] in result.exceptions
    assert all("another computer" not in one for one in office.backups.set_aside(office.owner))
    assert copied.is_dir()


def test_an_old_database_within_a_present_backup_is_named_and_the_backup_stays(
    office: DisposalOffice,
) -> None:
    old = Path(shutil.copy(taken(office) / "office-1.db", home_of(office).parent / "kept"))
    assert office.destroy(office.approved()).state is BatchState.VERIFIED
    (present,) = finished(office)
    put_in = [Path(shutil.copy(old, present / name)) for name in ("office-1.db", "office-1 - コピー.db")]
    office.clock.pass_time(days=2)  # so that the rule keeps both
    office.backups.run(office.owner)
    assert all(one.exists() for one in put_in)
    assert len(finished(office)) == 2
    assert sorted(office.backups.set_aside(office.owner)) == sorted(map(str, put_in))
    for one in put_in:
        office.backups.remove_set_aside(office.owner, str(one))
    assert present in finished(office)
    assert catalogue.shelved(place_of(office), office.vault.office_id)[-1].whole


def test_an_old_database_in_place_of_a_present_backup_s_is_seen_and_goes(office: DisposalOffice) -> None:
    """Name, manifest and keys are the present ones, and the sizes fit."""
    old = taken(office).joinpath("office-1.db").read_bytes()
    assert office.destroy(office.approved()).state is BatchState.VERIFIED
    (present,) = finished(office)
    database = present / "office-2.db"
    size = database.stat().st_size
    database.write_bytes(old[:size].ljust(size, b"\0"))
    assert len(office.backups.former_copies(office.owner)) == 1
    assert not office.backups.places(office.owner)[0].verified_at
    office.clock.pass_time(days=2)
    office.backups.run(office.owner)
    assert not present.exists()
    assert not office.backups.former_copies(office.owner)


def test_a_packed_present_backup_is_no_earlier_one(office: DisposalOffice) -> None:
    office.destroy(office.approved())
    (present,) = finished(office)
    shutil.make_archive(str(present), "zip", present)
    assert not office.backups.former_copies(office.owner)
    assert office.backups.set_aside(office.owner) == ()


def anothers(office: DisposalOffice, name: str) -> Path:
    """What another office keeps on the same disk: keys, database and manifest name it."""
    copied = Path(shutil.copytree(taken(office), place_of(office) / name))
    return with_keys_of_another(of_another_office(copied))


def with_keys_of_another(backup: Path) -> Path:
    for name in ("office.keys", "office.keys.copy"):
        if (backup / name).exists():
            file = slots.read_one(backup / name)
            header = replace(file.header, office_id="f" * 32)
            (backup / name).write_bytes(slots.serialize(replace(file, header=header)))
    return backup


@pytest.mark.parametrize("name", ["hvacdesk-backup-ffffffff-20261124T010000Z-e1", "another firm's"])
def test_another_office_s_backup_is_none_of_ours(office: DisposalOffice, name: str) -> None:
    theirs = anothers(office, name)
    before = sorted(theirs.iterdir())
    result = office.destroy(office.approved())
    assert (result.state, result.exceptions) == (BatchState.VERIFIED, ())
    assert sorted(theirs.iterdir()) == before


@pytest.mark.parametrize(("most", "many"), [("MOST_NAMES", 200), ("MOST_FOLDERS", 200)])
def test_a_look_that_does_not_reach_everything_says_so(office: DisposalOffice, most: str, many: int) -> None:
    """A folder full of photos: it is told before, and named even where no old backup was met."""
    for number in range(many):
        (place_of(office) / f"IMG_{number:05}").mkdir()
    with replaced(strays, most, many // 2):
        told = office.disposal.destruction.copies_ahead(office.owner)
        result = office.destroy(office.approved())
        unsearched = (CopyKind.BACKUP_FOLDER, str(place_of(office)), CopyFate.UNSEARCHED)
        assert unsearched in [(one.kind, one.name, one.fate) for one in told]
        assert result.exceptions == (EXCEPTION_NAMES[exceptions.UNSEARCHED],)
        assert result.state is BatchState.EXCEPTIONS


def test_more_in_the_own_folder_than_is_looked_through_is_named(office: DisposalOffice) -> None:
    for number in range(200):
        (home_of(office) / f"IMG_{number:05}").mkdir()
    with replaced(strays, "MOST_FOLDERS", 100):
        assert (CopyKind.COPY_BESIDE, CopyFate.UNSEARCHED) in [
            (one.kind, one.fate) for one in office.disposal.destruction.copies_ahead(office.owner)
        ]
        result = office.destroy(office.approved())
        assert result.exceptions == (EXCEPTION_NAMES[exceptions.UNSEARCHED],)


def test_six_thousand_photos_before_it_hide_nothing(office: DisposalOffice) -> None:
    for number in range(6_000):
        (place_of(office) / f"IMG_{number:05}.jpg").touch()
    hidden = given_another_name(taken(office))
    assert office.destroy(office.approved()).state is BatchState.VERIFIED
    assert not hidden.exists()
