"""macOS: what ``statfs(2)`` tells about the volume below a folder."""

from __future__ import annotations

import ctypes
import os
import re
from pathlib import Path
from typing import Any

_MNT_LOCAL = 0x1000  # sys/mount.h: the files are on this computer


class _Volume(ctypes.Structure):
    """``struct statfs`` with 64-bit inodes, as sys/mount.h has it."""

    _fields_ = (
        ("block_size", ctypes.c_uint32),
        ("io_size", ctypes.c_int32),
        ("blocks", ctypes.c_uint64 * 5),
        ("file_system_id", ctypes.c_int32 * 2),
        ("owner", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("subtype", ctypes.c_uint32),
        ("type_name", ctypes.c_char * 16),
        ("mounted_on", ctypes.c_char * 1024),
        ("mounted_from", ctypes.c_char * 1024),
        ("reserved", ctypes.c_uint32 * 8),
    )


def _volume(folder: Path, libc: Any) -> _Volume:
    found = _Volume()
    if libc.statfs(os.fsencode(folder), ctypes.byref(found)) != 0:
        raise OSError(ctypes.get_errno(), "statfs")
    return found


def network(folder: Path, libc: Any) -> str:
    """The network's file system that a folder lies on, or empty."""
    volume = _volume(folder, libc)
    return "" if volume.flags & _MNT_LOCAL else str(volume.type_name.decode("ascii", "replace"))


def disk(folder: Path, libc: Any) -> str:
    """The disk that a folder lies on: ``disk3`` of ``/dev/disk3s5``; empty where it is none."""
    source = _volume(folder, libc).mounted_from.decode("ascii", "replace")
    match = re.match(r"/dev/(disk[0-9]+)", source)
    return match[1] if match else ""
