"""Small disks for tests: real file systems that can be full, write-protected, or pulled out."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.systems import only_on_linux

BALLAST = "ballast"
"""The file that fills a disk up."""


class NotPermitted(Exception):
    """Mounting is not possible here; the text is the reason to skip a test."""


@dataclass
class SmallDisk:
    """A disk of a few megabytes, mounted at ``top``."""

    top: Path

    def fill(self) -> None:
        """Leave no room for anything, in one file."""
        ballast = self.top / BALLAST
        with ballast.open("wb", buffering=0) as file:
            try:
                while file.write(bytes(65_536)):
                    pass
            except OSError:
                return
        raise AssertionError("a disk without an end")

    def leave_free(self, size: int) -> None:
        """Leave room for about so many bytes."""
        self.fill()
        with (self.top / BALLAST).open("r+b") as file:
            file.truncate(file.seek(0, os.SEEK_END) - size)

    def make_room(self) -> None:
        """Take away what :meth:`fill` put there."""
        remove_ballast(self.top / BALLAST)

    def protect(self) -> None:
        """Refuse all writes from now on."""
        _run("mount", "-o", "remount,ro", str(self.top))

    def pull_out(self) -> None:
        """Take the disk away, even while somebody uses it; its path then leads to the empty folder below."""
        _run("umount", "-l", str(self.top))


def remove_ballast(path: Path) -> None:
    """Give a disk its room back at once, also while a watch over all disks holds the file open for a moment.

    Until that is closed, a file without a name would keep its blocks (fanotify(7)).
    """
    os.truncate(path, 0)
    path.unlink()


@contextmanager
def small_disk(top: Path, megabytes: int) -> Iterator[SmallDisk]:
    """A disk in memory at a new folder.

    Raises:
        NotPermitted: the test does not run as an administrator, or in a box that forbids mounting.
    """
    only_on_linux("mounts a small disk")
    top.mkdir(parents=True)
    try:
        _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(top))
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotPermitted("disks cannot be mounted here") from error
    try:
        yield SmallDisk(top)
    finally:
        while os.path.ismount(top):
            _run("umount", "-l", str(top))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
