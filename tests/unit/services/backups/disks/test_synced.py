"""Synchronised folders are told by markers, by the services' own settings, and by default names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hvacdesk.services.backups.disks.synced import synchronised_by


def below(top: Path) -> Path:
    folder = top / "office" / "hvacdesk"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox", "Dropbox"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".tmp.driveupload", "Google Drive"),
        (".stfolder", "Syncthing"),
        (".sync_1f2e3d.db", "Nextcloud"),
        ("._sync_1f2e3d.db", "Nextcloud"),
        (".sync/ID", "Resilio Sync"),
    ],
)
def test_a_marker_above_the_folder_tells_the_service(tmp_path: Path, marker: str, service: str) -> None:
    top = tmp_path / "shared"
    folder = below(top)
    assert synchronised_by(folder, tmp_path / "home", {}) == ""
    (top / marker).parent.mkdir(exist_ok=True)
    (top / marker).touch()
    assert synchronised_by(folder, tmp_path / "home", {}) == service
    assert synchronised_by(tmp_path, tmp_path / "home", {}) == ""


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - 試験空調", "OneDrive"),
        ("Dropbox (試験空調)", "Dropbox"),
        ("Box Sync", "Box"),
        ("iCloudDrive", "iCloud Drive"),
    ],
)
def test_a_services_folder_in_its_default_place_is_known(tmp_path: Path, name: str, service: str) -> None:
    assert synchronised_by(below(tmp_path / name), tmp_path, {}) == service


@pytest.mark.parametrize("name", ["Boxes", "OneDriveOld", "deep/Dropbox", "Library/Application Support/x"])
def test_other_folders_are_not_taken_for_one(tmp_path: Path, name: str) -> None:
    assert synchronised_by(below(tmp_path / name), tmp_path, {}) == ""


def test_windows_names_the_folder_of_onedrive(tmp_path: Path) -> None:
    folder = below(tmp_path / "D" / "Firma")
    for variable in ("OneDrive", "OneDriveCommercial"):
        assert synchronised_by(folder, tmp_path, {variable: str(tmp_path / "D" / "Firma")}) == "OneDrive"
    assert synchronised_by(folder, tmp_path, {"OneDrive": str(tmp_path / "D" / "Other")}) == ""


def test_dropbox_names_its_folders(tmp_path: Path) -> None:
    folder = below(tmp_path / "moved")
    settings = tmp_path / "local" / "Dropbox" / "info.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        json.dumps({"personal": {"path": str(tmp_path / "moved"), "host": 1}}), encoding="utf-8"
    )
    assert synchronised_by(folder, tmp_path, {"LOCALAPPDATA": str(tmp_path / "local")}) == "Dropbox"
    for unreadable in ("", "[]", '{"personal": 1}', '{"personal": {"path": 3}}'):
        settings.write_text(unreadable, encoding="utf-8")
        assert synchronised_by(folder, tmp_path, {"LOCALAPPDATA": str(tmp_path / "local")}) == ""
