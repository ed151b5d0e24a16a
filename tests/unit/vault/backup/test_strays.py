"""What else in a backup folder holds the office's data, told from a name alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.vault.backup.strays import strays

OFFICE = "e7" + "0" * 30
"""An office's number may begin as the part of a backup's name does that tells its keys."""
NAME = f"hvacdesk-backup-{OFFICE[:8]}-20261124T010000Z-e3"


@pytest.mark.parametrize(
    ("name", "epoch"),
    [
        (f"{NAME}.zip", 3),
        (f"copy-e9 {NAME} (2).zip", 3),
        (f"{NAME}.zip-e9", 3),
        (f"hvacdesk-backup-{OFFICE[:8]}-2026.zip", 0),
        (f"hvacdesk-backup-{OFFICE[:8]}-e9.zip", 0),
    ],
)
def test_a_packed_backup_is_as_old_as_its_name_says_and_older_than_all_where_it_says_nothing(
    tmp_path: Path, name: str, epoch: int
) -> None:
    (tmp_path / name).write_bytes(b"packed")
    found = strays(tmp_path, OFFICE, tmp_path / "office")
    assert [(one.path.name, one.epoch, one.manifest) for one in found.found] == [(name, epoch, None)]


def test_files_of_other_offices_are_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / NAME.replace(OFFICE[:8], "e8000000")).write_bytes(b"theirs")
    (tmp_path / "写真-e1.zip").write_bytes(b"photos")
    assert strays(tmp_path, OFFICE, tmp_path / "office").found == ()


def test_a_renamed_backup_whose_name_tells_no_epoch_is_as_old_as_its_file(tmp_path: Path) -> None:
    kept = tmp_path / f"hvacdesk-backup-{OFFICE[:8]}-final"
    kept.mkdir()
    (kept / "office-9000001.db").write_bytes(b"pages")
    assert [one.epoch for one in strays(tmp_path, OFFICE, tmp_path / "office").found] == [9_000_001]
