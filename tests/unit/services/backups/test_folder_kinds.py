"""Folders of this machine, judged on the real system."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hvacdesk.domain.backups.folder_kinds import BACKUP_WARNINGS, OFFICE_WARNINGS, FolderKind, FolderStanding
from hvacdesk.domain.text.wording import english
from hvacdesk.services.backups import folder_kinds
from hvacdesk.services.backups.disks import linux
from tests.helpers.systems import symbolic_link


def test_a_folder_on_this_disk_is_local_even_before_it_exists(tmp_path: Path) -> None:
    assert folder_kinds.standing(tmp_path / "later" / "office") == FolderStanding(FolderKind.LOCAL)


def test_a_link_does_not_hide_a_synchronised_folder(tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    symbolic_link(tmp_path / "office", tmp_path / "shared")
    found = folder_kinds.standing(tmp_path / "office" / "hvacdesk")
    assert found == FolderStanding(FolderKind.SYNCED, "Syncthing")


def test_a_path_that_the_system_refuses_to_follow_is_judged_as_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So do Windows and Wine, each with an error of its own, where a path is longer than they allow."""

    def refused(path: Path, strict: bool = False) -> Path:
        raise OSError(234, "More data is available")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "resolve", refused)
        assert folder_kinds.nearest(tmp_path / "deep" / "office") == tmp_path


@pytest.mark.linux("reads Linux's table of mounts")
def test_a_folder_on_a_share_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own table with one more line in it: a share mounted on the folder."""
    table = tmp_path / "mountinfo"
    share = tmp_path / "share"
    share.mkdir()
    line = f"99 1 0:99 / {share.resolve()} rw - cifs //nas/office rw\n"
    table.write_text(linux.TABLE.read_text(encoding="utf-8") + line, encoding="utf-8")
    monkeypatch.setattr(linux, "TABLE", table)
    assert folder_kinds.standing(share / "office") == FolderStanding(FolderKind.NETWORK, "SMB")
    assert folder_kinds.standing(tmp_path) == FolderStanding(FolderKind.LOCAL)


def test_one_disk_is_known_as_one(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    assert folder_kinds.same_disk(tmp_path / "office", tmp_path / "later" / "backups")


@pytest.mark.linux("takes a folder in memory for another disk")
def test_another_disk_is_known_as_another(tmp_path: Path) -> None:
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second file system here")
    assert not folder_kinds.same_disk(tmp_path, memory)


def test_warnings_name_the_service() -> None:
    for warnings in (OFFICE_WARNINGS, BACKUP_WARNINGS):
        assert FolderKind.LOCAL not in warnings
        for kind in warnings.keys() & {FolderKind.NETWORK, FolderKind.SYNCED}:
            assert "Dropbox" in english(warnings[kind]).format(name="Dropbox")
    assert OFFICE_WARNINGS.keys() == set(FolderKind) - {FolderKind.LOCAL}


@pytest.mark.linux("reads Linux's table of mounts")
def test_a_home_folder_in_memory_is_told_for_an_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's own table with one more line in it: memory mounted on the home folder."""
    table, home = tmp_path / "mountinfo", tmp_path / "home"
    home.mkdir()
    mounted = linux.TABLE.read_text(encoding="utf-8")
    table.write_text(f"{mounted}99 1 0:99 / {home.resolve()} rw - tmpfs tmpfs rw\n", encoding="utf-8")
    monkeypatch.setattr(linux, "TABLE", table)
    monkeypatch.setenv("HOME", str(home))
    assert folder_kinds.office_standing(home / "office") == FolderStanding(FolderKind.MEMORY, "tmpfs")
    assert folder_kinds.office_standing(tmp_path / "office") == FolderStanding(FolderKind.LOCAL)


@pytest.mark.parametrize(
    ("flags", "kind"),
    [
        (0x1, FolderKind.PROFILE_DISCARDED),
        (0x4, FolderKind.PROFILE_DISCARDED),
        (0x2 | 0x4, FolderKind.PROFILE_DISCARDED),
        (0x2, FolderKind.PROFILE_ROAMING),
        (0, FolderKind.LOCAL),
        (None, FolderKind.LOCAL),
    ],
)
def test_windows_tells_which_profiles_do_not_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: int | None, kind: FolderKind
) -> None:
    """The flags of ``GetProfileType`` (userenv.h), None where it fails."""

    def answer(found: Any) -> int:
        found._obj.value = flags or 0
        return flags is not None

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(folder_kinds, "_library", lambda _name: SimpleNamespace(GetProfileType=answer))
    monkeypatch.setattr(folder_kinds, "standing", lambda _folder: FolderStanding(FolderKind.LOCAL))
    assert folder_kinds.office_standing(tmp_path).kind is kind


def test_a_folder_is_tried_without_touching_what_lies_there(tmp_path: Path) -> None:
    probe = tmp_path / ".hvacdesk-probe"
    probe.write_bytes(b"somebody's")
    folder_kinds.prove(tmp_path)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {probe.name: b"somebody's"}
