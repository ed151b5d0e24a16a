"""What Windows answers about drives, with its kernel32 played by an object that answers as documented."""

from __future__ import annotations

import ctypes
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from hvacdesk.services.backups.disks import windows


class Kernel32:
    """Drives by letter: their type and the disk below them."""

    def __init__(self, **drives: tuple[int, int | None]) -> None:
        self._drives = drives
        self._handles: dict[int, int] = {}
        self.CreateFileW = _Function(self._create_file)
        self.open_handles = 0

    def GetVolumePathNameW(self, path: str, found: Any, length: int) -> int:
        assert length > len(path)
        found.value = f"{path[0]}:\\"
        return 1

    def GetDriveTypeW(self, root: str) -> int:
        return self._drives[root[0]][0]

    def _create_file(self, name: str, access: int, *_rest: object) -> int:
        assert access == 0, "reading a disk needs an administrator"
        disk = self._drives[name[4]][1]
        if disk is None:
            return int(ctypes.c_void_p(-1).value or 0)
        self.open_handles += 1
        self._handles[len(self._handles) + 1] = disk
        return len(self._handles)

    def DeviceIoControl(self, handle: Any, code: int, *rest: Any) -> int:
        assert code == 0x2D1080
        number = rest[2]._obj
        number.number = self._handles[handle.value]
        return 1

    def CloseHandle(self, _handle: Any) -> int:
        self.open_handles -= 1
        return 1


class _Function:
    """A function of a library, whose type of result can be set."""

    restype: object = None

    def __init__(self, call: Any) -> None:
        self._call = call

    def __call__(self, *arguments: object) -> int:
        return int(self._call(*arguments))


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\nas\office\hvacdesk", True),
        (r"\\?\UNC\nas\office", True),
        (r"\\?\C:\office", False),
        (r"C:\office", False),
    ],
)
def test_a_path_that_names_another_computer_is_known(path: str, share: bool) -> None:
    assert windows.is_share(PureWindowsPath(path)) is share


def test_a_drive_letter_of_a_share_is_a_network_drive() -> None:
    kernel32 = Kernel32(C=(3, 0), Z=(4, None))
    assert windows.on_network(Path("Z:\\office"), kernel32)
    assert not windows.on_network(Path("C:\\office"), kernel32)


def test_the_disk_below_a_drive_is_told_and_its_handle_closed() -> None:
    kernel32 = Kernel32(C=(3, 0), D=(3, 0), E=(2, 1), Z=(4, None))
    assert [windows.disk(Path(f"{letter}:\\x"), kernel32) for letter in "CDEZ"] == [0, 0, 1, None]
    assert kernel32.open_handles == 0


@pytest.mark.parametrize(
    ("tag", "cloud"), [(0x9000001A, True), (0x9000601A, True), (0xA000000C, False), (0, False)]
)
def test_a_folder_of_windows_cloud_files_is_known_by_its_tag(tag: int, cloud: bool) -> None:
    assert windows.is_cloud_tag(tag) is cloud


OWN = "(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;FA;;;S-1-5-21-1-2-3-1001)"


@pytest.mark.parametrize(
    ("rights", "others"),
    [
        pytest.param(f"D:PAI{OWN}", False, id="a profile's"),
        pytest.param("D:P", False, id="an empty list"),
        pytest.param(f"D:AI{OWN}(A;OICIID;0x1200a9;;;BU)", True, id="users read, as below a drive"),
        pytest.param(f"D:AI{OWN}(A;OICIIOID;SDGXGWGR;;;AU)", True, id="and write"),
        pytest.param(f"D:AI{OWN}(A;;FA;;;WD)", True, id="everyone"),
        pytest.param(f"D:AI{OWN}(D;OICI;FA;;;BU)", False, id="users are kept out"),
        pytest.param(f"D:AI{OWN}(A;;0x100020;;;BU)", False, id="users go through"),
        pytest.param(f"D:AI{OWN}(A;;FX;;;BU)", False, id="users go through, in letters"),
        pytest.param("D:NO_ACCESS_CONTROL", True, id="no list"),
        pytest.param("", True, id="a disk that has none"),
    ],
)
def test_a_list_of_rights_tells_whether_every_login_gets_in(rights: str, others: bool) -> None:
    assert windows.let_others_in(rights) is others


class Rights:
    """Stands in for both libraries; hands out one text, and notes what is freed."""

    def __init__(self, text: str | None) -> None:
        self.text = text
        self.freed: list[object] = []

    def GetNamedSecurityInfoW(self, folder: str, *given: Any) -> int:
        given[-1]._obj.value = 1
        return 0 if self.text is not None else 5

    def ConvertSecurityDescriptorToStringSecurityDescriptorW(self, *given: Any) -> int:
        given[3]._obj.value = self.text
        return 1

    def LocalFree(self, what: Any) -> None:
        self.freed.append(what)


def test_the_rights_of_a_folder_are_read_and_freed_or_not_told() -> None:
    library = Rights(f"D:{OWN}")
    assert windows.rights(Path("office"), library, library) == f"D:{OWN}"
    assert len(library.freed) == 2
    library = Rights(None)
    assert windows.rights(Path("office"), library, library) is None
