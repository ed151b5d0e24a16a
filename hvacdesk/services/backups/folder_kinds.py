"""Where a folder really is: on this computer's own disk, on a network drive, or in a synchronised folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from hvacdesk import own_files
from hvacdesk.domain.backups.folder_kinds import FolderKind, FolderStanding
from hvacdesk.services.backups.disks import linux, synced, windows


def standing(folder: Path) -> FolderStanding:
    """What a folder lies on. One that does not exist yet is judged by the nearest one above it that does.

    A synchronised folder on a network drive counts as synchronised: that is the stronger reason against it.
    """
    there = nearest(folder)
    if service := _synchronised_by(there):
        return FolderStanding(FolderKind.SYNCED, service)
    if network := _network(there):
        return FolderStanding(FolderKind.NETWORK, network)
    return FolderStanding(FolderKind.LOCAL)


def office_standing(folder: Path) -> FolderStanding:
    """The same for an office, whose key stays with this login: what the login loses counts first."""
    if sys.platform == "win32":
        profile = windows.profile(_library("userenv"))
        if profile is not None:
            return FolderStanding(profile)
    elif nearest(folder).is_relative_to(Path.home().resolve()):
        mount = _mount(nearest(folder))
        if mount is not None and mount.in_memory:
            return FolderStanding(FolderKind.MEMORY, mount.file_system)
    return standing(folder)


def same_disk(folder: Path, other: Path) -> bool:
    """Whether two folders are on one physical disk, as far as the operating system tells.

    False where it does not tell: a network drive, or disks behind a controller that hides them.
    """
    one, two = nearest(folder), nearest(other)
    if one.stat().st_dev == two.stat().st_dev:
        return True
    if sys.platform == "win32":
        disk, other_disk = (windows.disk(place, _kernel32()) for place in (one, two))
        return disk is not None and disk == other_disk
    return not _linux_disks(one).isdisjoint(_linux_disks(two))


def nearest(folder: Path) -> Path:
    """The folder itself without links, or the nearest one above it that exists."""
    place = own_files.real(folder)
    return next((one for one in (place, *place.parents) if one.is_dir()), place)


def prove(folder: Path) -> None:
    """See that files can be made in a folder, by making one; nothing of that stays, nor a folder made for it.

    Rights alone do not tell: Windows has none on which Python could look, and a name may be impossible.

    Raises:
        OSError: what the system says.
    """
    with made_meanwhile(folder):
        probe = own_files.passing_name(folder)
        os.close(own_files.created_first(probe))
        own_files.remove(probe)


@contextmanager
def made_meanwhile(folder: Path) -> Iterator[None]:
    """A folder that is there until this is left; what was made for it then goes, if it is empty."""
    made: list[Path] = []
    try:
        for one in (*reversed(folder.parents), folder):
            if not one.is_dir():
                one.mkdir(mode=0o700)
                made.append(one)
        yield
    finally:
        for one in reversed(made):
            with suppress(OSError):
                own_files.remove_empty(one)


def open_to_others(folder: Path) -> bool | None:
    """Whether other logins of this computer may look into a folder; None where that cannot be seen."""
    if sys.platform == "win32":
        rights = windows.rights(folder, _library("advapi32"), _kernel32())
        return None if rights is None else windows.let_others_in(rights)
    return bool(folder.stat().st_mode & 0o077)


def _synchronised_by(folder: Path) -> str:
    if name := synced.synchronised_by(folder, Path.home().resolve(), os.environ):
        return name
    tags = (getattr(place.lstat(), "st_reparse_tag", 0) for place in (folder, *folder.parents))
    return "Cloud Files" if any(windows.is_cloud_tag(tag) for tag in tags) else ""


def _network(folder: Path) -> str:
    """The network's file system below a folder, or empty."""
    if sys.platform == "win32":
        return "SMB" if windows.on_network(folder, _kernel32()) else ""
    mount = _mount(folder)
    return "" if mount is None else mount.network


def _mount(folder: Path) -> linux.Mount | None:
    try:
        table = linux.TABLE.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:  # a sandbox without /proc
        return None
    return linux.mount_of(folder, linux.mounts(table))


def _linux_disks(folder: Path) -> frozenset[str]:
    mount = _mount(folder)
    return frozenset() if mount is None else linux.disks_of(mount)


def _kernel32() -> Any:
    return _library("kernel32")


def _library(name: str) -> Any:
    import ctypes

    return ctypes.WinDLL(name, use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
