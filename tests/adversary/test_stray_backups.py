"""Old backups that do not look like one at first: a disposal removes them or names them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.services.disposal import exceptions
from hvacdesk.services.disposal.exceptions import EXCEPTION_NAMES
from hvacdesk.vault.backup import catalogue
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
