"""Rights to files, taken away by a fault and given back."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

_LINUX_CAPABILITY_VERSION_3 = 0x20080522
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2


def make_writable(folder: Path) -> None:
    """Give the present user every right that the program gives itself."""
    folder.chmod(0o700)
    for path, folders, files in os.walk(folder):
        for name in folders:
            (Path(path) / name).chmod(0o700)
        for name in files:
            (Path(path) / name).chmod(0o600)


def make_read_only(folder: Path) -> None:
    """Take away every right to write there."""
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o500 if path.is_dir() else 0o400)


def obey_file_modes() -> None:
    """Let file modes bind this thread, and those that it starts, although it may be root's."""
    if os.geteuid():
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_LINUX_CAPABILITY_VERSION_3, 0)
    data = (ctypes.c_uint32 * 6)()
    if libc.capget(header, data):
        raise OSError(ctypes.get_errno(), "capget")
    data[0] &= ~(1 << _DAC_OVERRIDE | 1 << _DAC_READ_SEARCH)
    if libc.capset(header, data):
        raise OSError(ctypes.get_errno(), "capset")
