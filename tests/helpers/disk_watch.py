"""Everything that a program and what it starts write to any disk, seen by the kernel, with its content.

fanotify(7) tells of a write whoever makes it (Python, Qt, a library of the system) and hands over the file
itself, so that one is read that has no name any more or is gone a moment later. An audit hook of Python sees
nothing of Qt and SQLite; strace slows a program tenfold, and not every machine has it. Needs root's rights.
"""

from __future__ import annotations

import ctypes
import io
import os
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_INIT = 0x01 | 0x02 | 0x10 | 0x20
"""FAN_CLOEXEC, FAN_NONBLOCK, FAN_UNLIMITED_QUEUE, FAN_UNLIMITED_MARKS."""
_MARK_MOUNT, _MARK_FILESYSTEM = 0x01 | 0x10, 0x01 | 0x100
_MODIFY, _CLOSE_WRITE, _OVERFLOW = 0x02, 0x08, 0x4000
_EVENT = struct.Struct("IBBHQii")
_BEGINNING = 16
_AT_FDCWD = -100
_MOST_READ = 16 * 1024 * 1024
_DISKS = {"overlay", "ext4", "xfs", "btrfs", "tmpfs", "ext2", "ext3", "f2fs", "zfs"}


class NoWatch(RuntimeError):
    """This machine lets the tests watch no disks."""


class DiskWatch:
    """What was written by processes whose environment names a folder as their home.

    Attributes:
        written: every file by the name that it had, and what it began with when it was written last.
        hits: which of the values were found in which file, whenever that was.
        lost: whether the kernel had more to tell than it could keep.
    """

    def __init__(self, home: Path, values: Sequence[str]) -> None:
        self.written: dict[str, bytes] = {}
        self.hits: set[tuple[str, str]] = set()
        self.lost = False
        self._mark = f"HOME={home}".encode()
        self._folder = str(home.parent)
        self._forms = {one: {one.encode(code) for code in ("utf-8", "utf-16-le")} for one in values}
        self._ours: dict[int, bool] = {}
        libc = ctypes.CDLL(None, use_errno=True)
        self._queue: int = libc.fanotify_init(_INIT, os.O_RDONLY | os.O_CLOEXEC)
        if self._queue < 0:
            raise NoWatch(f"fanotify: {os.strerror(ctypes.get_errno())}")
        mask = ctypes.c_uint64(_MODIFY | _CLOSE_WRITE)

        def marked(flags: int, place: str) -> bool:
            return not libc.fanotify_mark(self._queue, flags, mask, _AT_FDCWD, place.encode())

        self.places = [place for place in _mounts() if marked(_MARK_MOUNT, place)]
        if not marked(_MARK_FILESYSTEM, self._folder):  # a root that is no mount point is not listed
            os.close(self._queue)
            raise NoWatch(f"fanotify: {os.strerror(ctypes.get_errno())}")

    def look(self) -> None:
        """Take in what was told since the last look."""
        with suppress(BlockingIOError):
            while True:
                told = os.read(self._queue, 65_536)
                while told:
                    length, _version, _reserved, _header, mask, file, process = _EVENT.unpack_from(told)
                    told = told[length:]
                    self.lost = self.lost or bool(mask & _OVERFLOW)
                    if file >= 0:
                        self._note(file, process)
                        os.close(file)

    def close(self) -> None:
        os.close(self._queue)

    def _note(self, file: int, process: int) -> None:
        name = os.readlink(f"/proc/self/fd/{file}").removesuffix(" (deleted)")
        if not self._is_ours(process, name):
            return
        content = os.pread(file, _MOST_READ, 0)
        self.written[name] = content[:_BEGINNING] or self.written.get(name, b"")
        if content.startswith(b"%PDF"):
            with suppress(PyPdfError):
                content += "".join(
                    page.extract_text() for page in PdfReader(io.BytesIO(content)).pages
                ).encode()
        self.hits |= {
            (name, value) for value, forms in self._forms.items() if any(form in content for form in forms)
        }

    def _is_ours(self, process: int, name: str) -> bool:
        """Of one that has ended already, only where it wrote decides."""
        if process not in self._ours:
            try:
                environment = Path(f"/proc/{process}/environ").read_bytes()
            except OSError:
                return name.startswith(self._folder)
            self._ours[process] = self._mark in environment.split(b"\0")
        return self._ours[process]


def _mounts() -> list[str]:
    rows = (line.split() for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines())
    return [place for _device, place, kind, *_rest in rows if kind in _DISKS]


@contextmanager
def disk_watch(home: Path, values: Sequence[str]) -> Iterator[DiskWatch]:
    """Watch until the block ends; then everything is told. Raises :class:`NoWatch`."""
    watch, over = DiskWatch(home, values), Event()

    def follow() -> None:
        while not over.wait(0.02):
            watch.look()

    follower = Thread(target=follow)
    follower.start()
    try:
        yield watch
    finally:
        over.set()
        follower.join()
        watch.look()
        watch.close()
