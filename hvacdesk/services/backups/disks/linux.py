"""Linux: the table of mounts (``/proc/PID/mountinfo``, proc(5)) and the disks below a device (sysfs)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

TABLE = Path("/proc/self/mountinfo")
BLOCK_DEVICES = Path("/sys/dev/block")

_NETWORK = {
    "9p",
    "afs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "fuse.ceph-fuse",
    "fuse.curlftpfs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.kio-fuse",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "fuse.vmhgfs-fuse",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
}
"""File systems whose files are on another computer, the host of a virtual one included."""


_MEMORY = {"ramfs", "tmpfs"}
"""File systems that are gone when the computer is switched off."""

_CALLED = {"CIFS": "SMB", "SMB3": "SMB", "SMBFS": "SMB", "NFS4": "NFS", "GVFSD-FUSE": "GVfs"}


@dataclass(frozen=True)
class Mount:
    """One line of the table. ``device`` is ``major:minor``; ``source`` is a device's path or a share."""

    point: str
    device: str
    file_system: str
    source: str

    @property
    def on_network(self) -> bool:
        """Whether the files are on another computer."""
        return self.file_system in _NETWORK

    @property
    def in_memory(self) -> bool:
        """Whether the files are in memory only."""
        return self.file_system in _MEMORY

    @property
    def network(self) -> str:
        """What people call the network's file system, or empty."""
        name = self.file_system.removeprefix("fuse.").upper()
        return _CALLED.get(name, name) if self.on_network else ""


def mounts(table: str) -> tuple[Mount, ...]:
    """The lines of ``mountinfo``, in its order: a later mount hides an earlier one at the same point."""
    return tuple(_mount(line) for line in table.splitlines() if " - " in line)


def _mount(line: str) -> Mount:
    before, _, after = line.partition(" - ")
    fields, (file_system, source, *_) = before.split(), after.split()
    return Mount(_plain(fields[4]), fields[2], file_system, _plain(source))


def _plain(field: str) -> str:
    """Spaces and the like are written in the table as three octal digits."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field)


def mount_of(folder: Path, known: Iterable[Mount]) -> Mount | None:
    """The mount that a folder, given without links, lies on."""
    holding = [mount for mount in known if folder.is_relative_to(mount.point)]
    return max(reversed(holding), key=lambda mount: len(mount.point), default=None)


def disks_of(mount: Mount) -> frozenset[str]:
    """The physical disks below a mount, through partitions, LVM, RAID and encryption.

    Empty where there are none to be told: a network, memory, or a container without sysfs.
    """
    device = mount.device
    if device.startswith("0:"):  # btrfs and the like number their mounts themselves
        device = _device_number(Path(mount.source))
    return _disks_below((BLOCK_DEVICES / device).resolve()) if device else frozenset()


def _device_number(source: Path) -> str:
    """``major:minor`` of a block device's file, or empty."""
    for numbered in BLOCK_DEVICES.glob("*"):
        if source.is_absolute() and numbered.resolve().name == source.resolve().name:
            return numbered.name
    return ""


def _disks_below(device: Path) -> frozenset[str]:
    if (device / "partition").exists():
        device = device.parent
    slaves = list((device / "slaves").glob("*"))
    if slaves:
        return frozenset().union(*(_disks_below(slave.resolve()) for slave in slaves))
    return frozenset({device.name}) if device.is_dir() else frozenset()
