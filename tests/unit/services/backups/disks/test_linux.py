"""The table of mounts and the disks below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.services.backups.disks import linux

TABLE = """27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard
30 27 0:27 / /dev/shm rw,relatime - tmpfs tmpfs rw
41 27 0:52 / /mnt/office\\040files rw,relatime shared:4 master:2 - cifs //nas/office\\040files rw,vers=3.1.1
42 27 0:53 / /mnt/nas rw,relatime - autofs systemd-1 rw
43 42 0:54 / /mnt/nas rw,relatime - nfs4 nas:/export rw
44 27 0:55 / /srv/desk/remote rw,nosuid - fuse.sshfs desk@nas: rw
45 27 8:17 / /media/desk/STICK rw - exfat /dev/sdb1 rw
46 27 0:60 /@home /srv/data rw - btrfs /dev/mapper/data rw
"""


def on(folder: str) -> linux.Mount:
    found = linux.mount_of(Path(folder), linux.mounts(TABLE))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("folder", "file_system", "network"),
    [
        ("/srv/desk/office", "ext4", False),
        ("/mnt/office files/hvacdesk", "cifs", True),
        ("/mnt/office filesystem", "ext4", False),
        ("/mnt/nas/hvacdesk", "nfs4", True),
        ("/srv/desk/remote", "fuse.sshfs", True),
        ("/media/desk/STICK/backups", "exfat", False),
        ("/dev/shm", "tmpfs", False),
    ],
)
def test_a_folder_lies_on_the_deepest_mount_and_the_last_one_there(
    folder: str, file_system: str, network: bool
) -> None:
    assert on(folder).file_system == file_system
    assert on(folder).on_network is network


def test_a_network_is_called_as_people_call_it() -> None:
    folders = ("/mnt/office files", "/mnt/nas", "/srv/desk/remote", "/dev/shm")
    assert [on(folder).network for folder in folders] == ["SMB", "NFS", "SSHFS", ""]


def test_spaces_in_the_table_are_read() -> None:
    assert on("/mnt/office files").source == "//nas/office files"


SYSFS = pytest.mark.linux("its table of disks has names with colons, and links")


@pytest.fixture
def sysfs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two disks: ``sda`` with a partition below an encrypted volume, ``sdb`` with one for a stick."""
    devices, numbers = tmp_path / "devices", tmp_path / "numbers"
    numbers.mkdir()
    for disk, partition, number in (("sda", "sda2", "8:2"), ("sdb", "sdb1", "8:17")):
        folder = devices / disk / partition
        folder.mkdir(parents=True)
        (folder / "partition").write_text("1", encoding="utf-8")
        (numbers / number).symlink_to(folder)
    slaves = devices / "dm-0" / "slaves"
    slaves.mkdir(parents=True)
    (slaves / "sda2").symlink_to(devices / "sda" / "sda2")
    (numbers / "253:0").symlink_to(devices / "dm-0")
    monkeypatch.setattr(linux, "BLOCK_DEVICES", numbers)
    return devices


@SYSFS
def test_a_partitions_disk_is_found(sysfs: Path) -> None:
    assert linux.disks_of(on("/media/desk/STICK")) == {"sdb"}
    assert sysfs.is_dir()


@SYSFS
def test_the_disk_below_an_encrypted_volume_is_found_through_its_path(sysfs: Path, tmp_path: Path) -> None:
    mapped = tmp_path / "mapper" / "dm-0"
    mapped.parent.mkdir()
    mapped.touch()
    assert linux.disks_of(linux.Mount("/srv", "0:60", "btrfs", str(mapped))) == {"sda"}
    assert linux.disks_of(linux.Mount("/", "253:0", "ext4", "/dev/mapper/root")) == {"sda"}
    assert sysfs.is_dir()


@SYSFS
def test_what_has_no_disk_has_none(sysfs: Path) -> None:
    assert linux.disks_of(on("/mnt/nas")) == frozenset()
    assert linux.disks_of(on("/dev/shm")) == frozenset()
    assert linux.disks_of(linux.Mount("/", "254:0", "ext4", "/dev/vda")) == frozenset()
    assert sysfs.is_dir()
