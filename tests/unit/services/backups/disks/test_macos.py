"""What macOS answers about volumes, with its libc played by an object that answers as documented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hvacdesk.services.backups.disks import macos


class Libc:
    """Volumes by folder: flags, file system, source."""

    def __init__(self, **volumes: tuple[int, bytes, bytes]) -> None:
        self._volumes = volumes

    def statfs(self, folder: bytes, found: Any) -> int:
        volume = self._volumes.get(folder.decode().strip("/"))
        if volume is None:
            return -1
        found._obj.flags, found._obj.type_name, found._obj.mounted_from = volume
        return 0


LIBC = Libc(
    inner=(0x1000, b"apfs", b"/dev/disk3s5"),
    stick=(0x1000, b"exfat", b"/dev/disk4s1"),
    share=(0, b"smbfs", b"//desk@nas/office"),
)
FOLDERS = (Path("/inner"), Path("/stick"), Path("/share"))


def test_a_share_is_told_from_a_disk_of_this_computer() -> None:
    assert [macos.network(Path(f"/{place}"), LIBC) for place in ("inner", "stick", "share")] == [
        "",
        "",
        "smbfs",
    ]


def test_the_disk_is_told() -> None:
    assert [macos.disk(Path(f"/{place}"), LIBC) for place in ("inner", "stick", "share")] == [
        "disk3",
        "disk4",
        "",
    ]


def test_a_refusal_is_no_answer() -> None:
    with pytest.raises(OSError, match="statfs"):
        macos.network(Path("/missing"), LIBC)


def test_the_structure_has_the_size_that_the_system_fills() -> None:
    import ctypes

    assert ctypes.sizeof(macos._Volume) == 2168
