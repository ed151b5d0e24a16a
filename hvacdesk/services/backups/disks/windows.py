"""Windows: drive types and the disk below a volume (Microsoft's documentation of the Win32 API)."""

from __future__ import annotations

import ctypes
from pathlib import Path, PureWindowsPath
from typing import Any

from hvacdesk.domain.backups.folder_kinds import FolderKind

_DRIVE_REMOTE = 4
_LONGEST_PATH = 32_768
_SHARED = 0x1 | 0x2  # FILE_SHARE_READ | FILE_SHARE_WRITE
_OPEN_EXISTING = 3
_GET_DEVICE_NUMBER = 0x2D1080  # IOCTL_STORAGE_GET_DEVICE_NUMBER
_INVALID_HANDLE = ctypes.c_void_p(-1).value

_CLOUD_TAG, _CLOUD_MASK = 0x9000001A, 0xFFFF0FFF
"""IO_REPARSE_TAG_CLOUD and its variants: a folder that a service registered with Windows' Cloud Files."""


_PROFILE_TEMPORARY, _PROFILE_ROAMING, _PROFILE_MANDATORY = 0x1, 0x2, 0x4
"""``PT_TEMPORARY``, ``PT_ROAMING``, ``PT_MANDATORY`` (userenv.h)."""


class _DeviceNumber(ctypes.Structure):
    """``STORAGE_DEVICE_NUMBER``."""

    _fields_ = (("type", ctypes.c_uint32), ("number", ctypes.c_uint32), ("partition", ctypes.c_uint32))


def is_share(folder: PureWindowsPath) -> bool:
    r"""Whether the path itself names another computer: ``\\server\share`` in either spelling."""
    drive = folder.drive.upper()
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        return drive.startswith("\\\\?\\UNC\\")
    return drive.startswith("\\\\")


def volume(folder: Path, kernel32: Any) -> str:
    r"""The mount point of the folder's volume, such as ``C:\``."""
    found = ctypes.create_unicode_buffer(_LONGEST_PATH)
    if not kernel32.GetVolumePathNameW(str(folder), found, len(found)):
        return folder.anchor
    return found.value


def on_network(folder: Path, kernel32: Any) -> bool:
    """Whether a folder lies on another computer: by its path, or on a drive that means a share."""
    if is_share(PureWindowsPath(folder)):
        return True
    return bool(kernel32.GetDriveTypeW(volume(folder, kernel32)) == _DRIVE_REMOTE)


def disk(folder: Path, kernel32: Any) -> int | None:
    """The number of the physical disk below a folder, or None where Windows does not tell one."""
    name = volume(folder, kernel32).rstrip("\\")
    kernel32.CreateFileW.restype = ctypes.c_void_p
    handle = kernel32.CreateFileW(f"\\\\.\\{name}", 0, _SHARED, None, _OPEN_EXISTING, 0, None)
    if handle in (None, _INVALID_HANDLE):
        return None
    number, length = _DeviceNumber(), ctypes.c_uint32()
    try:
        told = kernel32.DeviceIoControl(
            ctypes.c_void_p(handle),
            _GET_DEVICE_NUMBER,
            None,
            0,
            ctypes.byref(number),
            ctypes.sizeof(number),
            ctypes.byref(length),
            None,
        )
    finally:
        kernel32.CloseHandle(ctypes.c_void_p(handle))
    return int(number.number) if told else None


def profile(userenv: Any) -> FolderKind | None:
    """What speaks against this login's profile (``GetProfileType``); None where nothing does."""
    flags = ctypes.c_uint32()
    if not userenv.GetProfileType(ctypes.byref(flags)):
        return None
    if flags.value & (_PROFILE_TEMPORARY | _PROFILE_MANDATORY):
        return FolderKind.PROFILE_DISCARDED
    return FolderKind.PROFILE_ROAMING if flags.value & _PROFILE_ROAMING else None


def is_cloud_tag(reparse_tag: int) -> bool:
    """Whether a folder's reparse tag (``os.lstat().st_reparse_tag``) is that of Windows' Cloud Files."""
    return reparse_tag & _CLOUD_MASK == _CLOUD_TAG
