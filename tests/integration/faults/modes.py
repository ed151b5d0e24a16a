"""Rights to the files of an office, taken away by a fault and given back."""

from __future__ import annotations

import os
from pathlib import Path


def make_writable(folder: Path) -> None:
    """Give the present user every right that the program gives itself."""
    folder.chmod(0o700)
    for path, folders, files in os.walk(folder):
        for name in folders:
            (Path(path) / name).chmod(0o700)
        for name in files:
            (Path(path) / name).chmod(0o600)
