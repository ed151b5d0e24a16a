"""Disks that are connected now, on which backups may lie."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QStorageInfo

WHERE_DISKS_APPEAR = ("/media/", "/run/media/", "/mnt/")
"""Folders under which Linux shows what was plugged in or mounted by hand."""


@dataclass(frozen=True)
class Disk:
    """One disk: its name for people, and its top folder."""

    name: str
    folder: str


def connected_disks() -> tuple[Disk, ...]:
    """Every ready disk but the system's own."""
    own = QStorageInfo.root().rootPath()
    return tuple(
        Disk(_name(volume), volume.rootPath())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady() and volume.rootPath() != own and _is_shown(volume.rootPath())
    )


def _is_shown(folder: str) -> bool:
    return sys.platform == "win32" or f"{folder}/".startswith(WHERE_DISKS_APPEAR)


def _name(volume: QStorageInfo) -> str:
    named = volume.displayName()
    return volume.rootPath() if named in ("", volume.rootPath()) else f"{named} ({volume.rootPath()})"
