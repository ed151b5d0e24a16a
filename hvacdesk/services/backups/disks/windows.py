"""Windows: drive types and the disk below a volume (Microsoft's documentation of the Win32 API)."""

from __future__ import annotations

import ctypes
import re
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


_SE_FILE_OBJECT, _DACL, _SDDL_REVISION = 1, 0x4, 1
"""``SE_FILE_OBJECT``, ``DACL_SECURITY_INFORMATION`` and ``SDDL_REVISION_1``."""
_ENTRY = re.compile(r"\(([^;()]*;[^;()]*;[^;()]*;[^;()]*;[^;()]*;[^;()]*)\)")
_ALLOWS = {"A", "XA"}
_NO_LIST = "NO_ACCESS_CONTROL"
_READ_OR_WRITE = 0x1 | 0x2 | 0x10000000 | 0x40000000 | 0x80000000
_READ_OR_WRITE_LETTERS = {"FA", "FR", "FW", "GA", "GR", "GW", "CC", "DC"}
"""Reading and adding of a folder's files, and what holds them (Microsoft's documentation, "ACE Strings")."""
_EVERYBODY = {"WD", "BU", "AU", "IU", "BG", "AN", "DU", "DG"}
"""Everyone, Users, Authenticated Users, anybody logged on here, guests, anybody who gives no name, and a
domain's users and guests ("SID Strings")."""

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


def rights(folder: Path, advapi32: Any, kernel32: Any) -> str | None:
    """Who may do what in a folder, as Windows writes its list down (SDDL); None if it is not told."""
    descriptor, text = ctypes.c_void_p(), ctypes.c_wchar_p()
    status = advapi32.GetNamedSecurityInfoW(
        str(folder), _SE_FILE_OBJECT, _DACL, None, None, None, None, ctypes.byref(descriptor)
    )
    if status:
        return None
    try:
        told = advapi32.ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor, _SDDL_REVISION, _DACL, ctypes.byref(text), None
        )
        return text.value if told else None
    finally:
        kernel32.LocalFree(text)
        kernel32.LocalFree(descriptor)


def let_others_in(rights: str) -> bool:
    """Whether a list of rights lets a group read or write to which every login of the computer belongs."""
    entries = [one.split(";") for one in _ENTRY.findall(rights)]
    if not entries:
        return not rights or _NO_LIST in rights  # no list at all; an empty one lets nobody in
    return any(kind in _ALLOWS and _reads(what) and who in _EVERYBODY for kind, _, what, _, _, who in entries)


def _reads(what: str) -> bool:
    """Whether rights, in letters or as a number, hold that of reading or of writing a folder's content."""
    if what.startswith("0x"):
        return bool(int(what, 16) & _READ_OR_WRITE)
    return not _READ_OR_WRITE_LETTERS.isdisjoint(what[at : at + 2] for at in range(0, len(what), 2))


def is_cloud_tag(reparse_tag: int) -> bool:
    """Whether a folder's reparse tag (``os.lstat().st_reparse_tag``) is that of Windows' Cloud Files."""
    return reparse_tag & _CLOUD_MASK == _CLOUD_TAG
