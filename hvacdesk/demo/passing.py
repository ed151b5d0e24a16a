"""The place of a sample office that is deleted at the end, and of one whose demo was ended before its end.

While a demo goes on it has its place locked, as an office is. What is not locked belonged to one that was
killed, and the next demo removes it: the files, and the secrets in the key store. A folder's name proves
nothing: a place is removed only where its marker says that a demo made this very folder, where nothing lies
in it but what a demo leaves, and where the office is the sample and the seats are its own. Rather is
something left behind.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.demo.clock import HistoryClock
from hvacdesk.demo.history import FACTS, FOUNDED
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.entry.entry import OfficeEntry

PREFIX = "hvacdesk-demo-"
MARKER = "made-by-hvacdesk-demo"
"""The file that tells which folder a demo made; a copy of it vouches for no other one."""
_LONGEST = 1024
"""Bytes of the marker."""

_DATABASE = r"office-[1-9][0-9]{0,8}\.db(-wal|-shm|-journal|-wal\.lost)?"
_KEPT_FORMS = r"window\.ini|given-up|crashes/[0-9TZ.-]+\.txt|hvacdesk-[0-9a-f]{16}\.part"
_OF_AN_OFFICE = (
    r"office\.lock|office\.keys\.lock|office\.tries\.lock|report-box\.(lock|made)|key-store\.lock"
    rf"|({_DATABASE}|office\.keys|office\.keys\.copy|audit\.head|backup\.places|disposed\.list"
    r"|erasure\.pending|report-box\.sealed|seats\.(authority|key|list))(\.new)?"
)
_OF_A_SEAT = r"seat-([0-9a-f]{32})\.(office|key)(\.new)?"
_BACKUP = r"hvacdesk-backup-([0-9a-f]{8})-[0-9]{8}T[0-9]{6}Z-e[1-9][0-9]{0,8}(\.part)?"
_SEAT = r"seat|seats/(reception|back office)"

_FILES = re.compile(
    rf"office\.lock|{MARKER}|office/({_OF_AN_OFFICE}|{_KEPT_FORMS})"
    rf"|({_SEAT})/(office\.lock|{_OF_A_SEAT}|{_KEPT_FORMS})"
    rf"|office-backups/((hvacdesk-backups\.json|disposed\.list)(\.new)?"
    rf"|{_BACKUP}/(backup\.json|office\.keys|{_DATABASE}))"
)
_FOLDERS = re.compile(rf"office(/crashes)?|office-backups(/{_BACKUP})?|seats|({_SEAT})(/crashes)?")
"""All that a demo's place holds, by path below it. What is unknown here is left alone, and all that is with
it."""


@contextmanager
def passing_place() -> Iterator[Path]:
    """A folder for what is to be gone at the end: an office, seats, and their secrets in the key store."""
    remove_left_behind()
    place = Path(tempfile.mkdtemp(prefix=PREFIX))
    guard = OfficeEntry(place, HistoryClock(FOUNDED))
    guard.acquire()
    try:
        with os.fdopen(own_files.created_first(place / MARKER), "wb") as marker:
            marker.write(_vouched(place))
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
            if _is_mine(place):
                _remove(place)


def _vouched(place: Path) -> bytes:
    """What the marker of a folder says: its name, and the number that its disk knows it by."""
    return f"{place.name}\n{place.lstat().st_ino}\n".encode()


def _is_mine(place: Path) -> bool:
    """Whether a demo of this login made this folder, and nobody else can write into it."""
    found = place.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return False
    if own_files.content(place / MARKER, _LONGEST) != _vouched(place):
        return False
    if sys.platform == "win32":  # each login has a folder of its own for what passes
        return True
    return found.st_uid == os.getuid() and not found.st_mode & 0o077


def _remove(place: Path) -> None:
    """Remove a place in which all is accounted for, by the names that were found and no others."""
    _accounted(place)
    with ExitStack() as guards:
        for entry in (OfficeEntry(place, HistoryClock(FOUNDED)), *_entries(place)):
            entry.acquire()  # a demo's seat may go on without it
            guards.callback(entry.release)
        _require_sample(place)
        _forget(place)
        found = _accounted(place)
    for one in (*found, place):  # Windows lets nobody remove what is locked
        if one.is_dir():
            own_files.remove_empty(one)
        else:
            own_files.remove(one)


def _accounted(place: Path) -> tuple[Path, ...]:
    """All that lies in a place, what is deepest first. Raises :class:`NotOurFile` for what is no demo's."""
    found = []
    for folder, folders, files in os.walk(place, topdown=False, onerror=_give_up):
        for names, known, kind in ((files, _FILES, stat.S_ISREG), (folders, _FOLDERS, stat.S_ISDIR)):
            for one in (Path(folder, name) for name in names):
                below = one.relative_to(place).as_posix()
                if known.fullmatch(below) is None or not kind(one.lstat().st_mode):
                    raise own_files.NotOurFile(file=one.name)
                found.append(one)
    return tuple(found)


def _give_up(error: OSError) -> None:
    raise error


def _require_sample(place: Path) -> None:
    """See that the office there is a sample, and backups and seats its own.

    Raises :class:`NotOurFile`, or what reading them does.
    """
    entry = OfficeEntry(place / "office", HistoryClock(FOUNDED))
    office, seats = "", frozenset[str]()
    if entry.exists():
        entry.open_sealed()
        if entry.office_name() != FACTS.name:
            raise own_files.NotOurFile(file=entry.home.name)
        office = entry.office_pc().office_id
        if entry.lists_seats:
            seats = frozenset(one.seat for one in entry.office_pc().book.seats)
    for backup in place.glob("office-backups/*/"):
        named = re.fullmatch(_BACKUP, backup.name)
        if named is None or named[1] != office[:8]:
            raise own_files.NotOurFile(file=backup.name)
    for seat in _entries(place):
        for file in seat.home.glob("seat-*"):
            named = re.fullmatch(_OF_A_SEAT, file.name)
            if named is None or named[1] not in seats:
                raise own_files.NotOurFile(file=file.name)
        if seat.is_seat and seat.seat_pc().membership.office_id != office:
            raise own_files.NotOurFile(file=seat.home.name)


def _forget(place: Path) -> None:
    """Remove the secrets of all that lies in the place from the key store.

    An office is opened first, as a disposal may have changed its keys. It goes after its seats: where one of
    them stays, the next demo needs it to know whose they are.
    """
    for entry in _entries(place):
        if entry.is_seat:
            entry.seat_pc().leave_office()
        elif entry.exists():
            entry.open_sealed()
            entry.forget()


def _entries(place: Path) -> Iterator[OfficeEntry]:
    """The seats and the office in a place."""
    for home in (place / "seat", *sorted(place.glob("seats/*")), place / "office"):
        if home.is_dir() and not home.is_symlink():
            yield OfficeEntry(home, HistoryClock(FOUNDED))
