"""The place of a sample office that is deleted at the end, and of one whose demo was ended before its end.

While a demo goes on it has its place locked, as an office is. What is not locked belonged to one that was
killed, and the next demo removes it: the files, and the secrets in the key store.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.demo.clock import HistoryClock
from hvacdesk.demo.history import FACTS, FOUNDED
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.entry.entry import LOCK_FILE, OfficeEntry

PREFIX = "hvacdesk-demo-"


@contextmanager
def passing_place() -> Iterator[Path]:
    """A folder for what is to be gone at the end: an office, seats, and their secrets in the key store."""
    remove_left_behind()
    place = Path(tempfile.mkdtemp(prefix=PREFIX))
    guard = OfficeEntry(place, HistoryClock(FOUNDED))
    guard.acquire()
    try:
        yield place
    finally:
        try:
            _forget(place)
        finally:
            guard.release()
            shutil.rmtree(place, ignore_errors=True)


@contextmanager
def passing_home() -> Iterator[Path]:
    """The same for an office alone: its folder, which is not there yet."""
    with passing_place() as place:
        yield place / "office"


def remove_left_behind() -> None:
    """Remove the sample offices of demos that were killed; what cannot be removed now waits for the next."""
    for place in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(UserFacingError, OSError):
            if _is_mine(place) and (place / LOCK_FILE).exists():
                _remove(place)


def _is_mine(place: Path) -> bool:
    """Whether this login made a folder and nobody else can write into it: all may put something beside it."""
    found = place.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return False
    if sys.platform == "win32":  # each login has a folder of its own for what passes
        return True
    return found.st_uid == os.getuid() and not found.st_mode & 0o077


def _remove(place: Path) -> None:
    guard = OfficeEntry(place, HistoryClock(FOUNDED))
    guard.acquire()
    try:
        _require_samples(place)
        _forget(place)
    finally:
        guard.release()
    own_files.remove_folder(place)


def _require_samples(place: Path) -> None:
    """See that no office but a sample lies there, whoever put it there. Raises :class:`NotOurFile`."""
    for entry in _entries(place):
        if not entry.is_seat and entry.exists():
            entry.open_sealed()
            if entry.office_name() != FACTS.name:
                raise own_files.NotOurFile(file=entry.home.name)


def _forget(place: Path) -> None:
    """Remove the secrets of all that lies in the place from the key store.

    An office is opened first, as a disposal may have changed its keys.
    """
    for entry in _entries(place):
        if entry.is_seat:
            entry.seat_pc().leave_office()
        elif entry.exists():
            entry.open_sealed()
            entry.forget()


def _entries(place: Path) -> Iterator[OfficeEntry]:
    """Offices and seats that may lie in a place, which are not far below it; a backup is neither."""
    for home in sorted((*place.glob("*"), *place.glob("seats/*"))):
        if home.is_dir() and not home.is_symlink():
            yield OfficeEntry(home, HistoryClock(FOUNDED))
