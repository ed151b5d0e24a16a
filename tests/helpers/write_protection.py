"""Folders that really cannot be written, for root too."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.systems import only_on_linux


class CannotProtect(RuntimeError):
    """Root may write everywhere, and this file system knows no other protection."""


@contextmanager
def write_protected(folder: Path) -> Iterator[None]:
    """Within the block nothing in the folder is added, replaced or removed.

    Raises:
        CannotProtect: see there.
    """
    only_on_linux("takes the right to write from the user of a folder, by chattr or modes")
    if os.geteuid() == 0:
        _mark("+i", folder)
    else:
        folder.chmod(0o500)
    try:
        yield
    finally:
        if os.geteuid() == 0:
            _mark("-i", folder)
        else:
            folder.chmod(0o700)


def _mark(mark: str, folder: Path) -> None:
    if shutil.which("chattr") is None:
        raise CannotProtect("no chattr")
    done = subprocess.run(["chattr", mark, str(folder)], capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise CannotProtect(done.stderr.strip())
