"""The report box on the disk: a fixed number of files of one size, all of them new at every write.

What somebody who looks at the folder, or at two copies of it, could learn, and what is done about it:

*How many reports there are, and how large.* There are always :data:`PLACES` files of :data:`FILE_BYTES`
bytes. Places without a report hold random bytes, and so do a few *decoys*, whose number is random and which
count as taken for ever. Each file is encrypted as a whole under a key from the sealed part of the slots
file (the *outer layer*), so without this computer's key store all of them are random bytes.

*Which one changed, and whether one was written, read, answered or deleted.* A change writes every file anew
under fresh nonces and a random name, in a random order; all bytes of all files differ afterwards whatever
was done. The program does the same without any change at each start, after each login and when the login
window is closed without one (:meth:`BoxFiles.refresh`), and at each try of a receipt. That a write took
place thus says no more than that the program ran.

*When.* Every file and the folder carry one fixed instant as their times, and the office's folder gets back
the time that it had. What a program cannot set (on Unix the time of the last change of the inode) stays
that of the last write, which the next start, login or closing overwrites.

*By whom.* Nothing in a file comes from an account of the program, the computer or its user. The file system
notes the owner of a file: the one login of the computer under which the office's program runs.

What is *not* hidden: whoever may use this computer's key store can strip the outer layer with a tool of
their own and count the places that are taken, decoys among them, and two copies tell such a person that a
place was taken between. They cannot open a report, or tell a report from a decoy, or who wrote it: that is
sealed to its readers (:mod:`hvacdesk.vault.report_box_case`). Putting an older copy of the whole folder
back cannot be noticed.

*Never neither.* The files are written into a folder beside, which then takes the former one's place by two
renames; after a crash the next access goes on or back. A lock file keeps windows apart. The box is in no
backup: a copy there would outlive its deletion. A restore leaves the folder where it is and does not bring
back anything; on another computer the folder has to be carried over by hand, and the inbox says so.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.vault import ciphers, errors, folder, milestones
from hvacdesk.vault.report_box_errors import BoxBusy, BoxFull, BoxUnreachable

FOLDER = "report-box"
NEW_FOLDER = "report-box.new"
FORMER_FOLDER = "report-box.former"
DAMAGED_FOLDER = "report-box-damaged"
LOCK_NAME = "report-box.lock"

PLACES = 48
FILE_BYTES = 65_536
INSTANT = 946_684_800
"""2000-01-01T00:00:00Z, in seconds since 1970: the time of every file."""

_HEADER = struct.Struct(">BBI")
_FORMAT = 1
_TAKEN, _REMADE = 1, 2
_OVERHEAD = 12 + 16
CASE_BYTES = FILE_BYTES - _OVERHEAD - _HEADER.size
"""What a place holds: a sealed report, or random bytes."""

_NAME = re.compile(r"[0-9a-f]{16}")
_FEWEST_DECOYS, _DECOY_RANGE = 3, 6
_LOCK_SECONDS = 10.0
_MOST_TRIES = 0xFFFF


@dataclass(frozen=True)
class Box:
    """What the files hold.

    Attributes:
        cases: the taken places, each :data:`CASE_BYTES` long: sealed reports and decoys, in no order.
        tries: wrong receipts since the last right one.
        remade: the folder was missing once and a new one was made.
    """

    cases: tuple[bytes, ...]
    tries: int = 0
    remade: bool = False

    def with_case(self, case: bytes) -> Box:
        """With one more report.

        Raises:
            BoxFull: there is no free place.
        """
        if len(self.cases) >= PLACES:
            raise BoxFull
        return replace(self, cases=(*self.cases, case))

    def tried(self, tries: int) -> Box:
        """With another count of wrong receipts."""
        return replace(self, tries=min(tries, _MOST_TRIES))


@dataclass(frozen=True)
class _Found:
    box: Box
    damaged: tuple[Path, ...]


class BoxFiles:
    """The box's folder in an office's folder.

    Args:
        key: from the sealed part of the slots file.
    """

    def __init__(self, home: Path, office_id: str, key: bytes) -> None:
        self._home = home
        self._key = ciphers.derive(key, "report box", office_id)
        self._bound = ciphers.context("report box", _FORMAT, office_id)

    @property
    def damaged(self) -> int:
        """How many files were set aside because they could not be read."""
        with suppress(OSError):
            return sum(1 for path in (self._home / DAMAGED_FOLDER).iterdir() if path.is_file())
        return 0

    def read(self) -> Box:
        """What the files hold; nothing if there is no box yet. Writes nothing, not even a new lock.

        Raises:
            BoxUnreachable, BoxBusy: it cannot be read.
        """
        if not any((self._home / name).exists() for name in (LOCK_NAME, FOLDER, NEW_FOLDER, FORMER_FOLDER)):
            return Box(())
        with self._alone() as used_before:
            found = self._found()
            return found.box if found is not None else Box((), remade=used_before)

    def make(self) -> None:
        """Make the first box of an office, which nothing was lost from; one that is there stays.

        Raises:
            BoxUnreachable, BoxBusy, DiskFull: it cannot be made.
        """
        with self._alone():
            if self._found() is None:
                self._write(_empty(remade=False), ())

    def change(self, edit: Callable[[Box], Box]) -> Box:
        """Read, edit, and write every file anew.

        Raises:
            BoxUnreachable, BoxBusy, DiskFull: the former files are still there.
        """
        with self._alone() as used_before:
            found = self._found() or _Found(_empty(remade=used_before), ())
            return self._write(edit(found.box), found.damaged)

    def refresh(self) -> None:
        """Write every file anew with what it holds, so that a write says nothing.

        Raises as :meth:`change`.
        """
        self.change(lambda box: box)

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """Hold the lock, and leave neither its time nor that of the office's folder changed.

        What it gives is whether there must have been a box already: its lock outlives it.
        """
        lock = self._home / LOCK_NAME
        former: os.stat_result | None = None
        try:
            former = os.stat(self._home)
            used_before = lock.exists()
            with folder.locked(lock, _LOCK_SECONDS):
                yield used_before
        except errors.DatabaseBusy as error:
            raise BoxBusy from error
        except (errors.FolderReadOnly, OSError) as error:
            raise BoxUnreachable from error
        finally:
            with suppress(OSError):
                _set_times(lock)
            if former is not None:
                with suppress(OSError):
                    os.utime(self._home, ns=(former.st_atime_ns, former.st_mtime_ns))

    def _found(self) -> _Found | None:
        """What is there; None if there is no box. Finishes a write that was interrupted."""
        box, new, former = (self._home / name for name in (FOLDER, NEW_FOLDER, FORMER_FOLDER))
        for one in (box, new, former):
            own_files.require_folder(one)
        if not box.exists() and former.exists():
            (new if new.exists() else former).rename(box)
        for left in (new, former):
            if box.exists() and left.exists():
                shutil.rmtree(left)
        if not box.exists():
            return None
        return self._read_folder(box)

    def _read_folder(self, box: Path) -> _Found:
        cases: dict[bytes, None] = {}
        damaged, opened, tries, remade = [], 0, 0, False
        for path in box.iterdir():
            if not _NAME.fullmatch(path.name) or path.is_symlink() or not path.is_file():
                continue
            plain = self._opened(path)
            if plain is None:
                damaged.append(path)
                continue
            opened += 1
            _format, flags, counted = _HEADER.unpack_from(plain)
            tries, remade = max(tries, counted), remade or bool(flags & _REMADE)
            if flags & _TAKEN:
                cases[plain[_HEADER.size :]] = None
        whole = Box(tuple(cases), tries, remade) if opened else _empty(remade=True)
        return _Found(whole, tuple(damaged))

    def _opened(self, path: Path) -> bytes | None:
        content = own_files.content(path, FILE_BYTES)
        if len(content) != FILE_BYTES:
            return None
        try:
            plain = ciphers.unseal(self._key, content, self._bound)
        except ciphers.NotOpened:
            return None
        return plain if plain[0] == _FORMAT else None

    def _write(self, box: Box, damaged: tuple[Path, ...]) -> Box:
        if len(box.cases) > PLACES:
            raise BoxFull
        new = self._home / NEW_FOLDER
        with folder.writing():
            self._set_aside(damaged)
            try:
                self._fill(new, box)
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)
                raise
            milestones.reached("report_box.filled")
            self._exchange(new)
        return box

    def _fill(self, new: Path, box: Box) -> None:
        new.mkdir(mode=0o700)
        folder_mode = 0o770 if folder.file_mode(self._home) & 0o060 else 0o700
        new.chmod(folder_mode)
        for plain in self._plains(box):
            path = new / secrets.token_hex(8)
            descriptor = own_files.created_first(path)
            with os.fdopen(descriptor, "wb") as file:
                folder.set_mode(descriptor, self._home)
                file.write(ciphers.seal(self._key, plain, self._bound))
                file.flush()
                os.fsync(file.fileno())
            _set_times(path)
        folder.sync_folder(new)
        _set_times(new)

    def _plains(self, box: Box) -> list[bytes]:
        """What each file says, in a random order."""
        flags = _REMADE if box.remade else 0
        taken, free = (
            _HEADER.pack(_FORMAT, flags | _TAKEN, box.tries),
            _HEADER.pack(_FORMAT, flags, box.tries),
        )
        plains = [taken + case for case in box.cases]
        plains += [free + secrets.token_bytes(CASE_BYTES) for _ in range(PLACES - len(plains))]
        secrets.SystemRandom().shuffle(plains)
        return plains

    def _exchange(self, new: Path) -> None:
        box, former = self._home / FOLDER, self._home / FORMER_FOLDER
        if box.exists():
            box.rename(former)
            milestones.reached("report_box.moved")
        try:
            new.rename(box)
        except OSError:
            if former.exists():
                former.rename(box)
            raise
        milestones.reached("report_box.exchanged")
        folder.sync_folder(self._home)
        shutil.rmtree(former, ignore_errors=True)

    def _set_aside(self, damaged: tuple[Path, ...]) -> None:
        """Keep what cannot be read where a person can look at it, instead of losing it with the rewriting."""
        aside = self._home / DAMAGED_FOLDER
        for path in damaged:
            own_files.require_folder(aside)
            aside.mkdir(mode=0o700, exist_ok=True)
            kept = aside / secrets.token_hex(8)
            with own_files.opened(path) as file, os.fdopen(own_files.created_first(kept), "wb") as copy:
                shutil.copyfileobj(file, copy)
            _set_times(kept)
        if damaged:
            folder.sync_folder(aside)
            _set_times(aside)


def _set_times(path: Path) -> None:
    """Give a file or folder the one instant; what a link leads to keeps its own times."""
    if os.utime in os.supports_follow_symlinks:
        os.utime(path, (INSTANT, INSTANT), follow_symlinks=False)
    else:
        os.utime(path, (INSTANT, INSTANT))


def expect_box(home: Path) -> None:
    """An office was brought into this folder, and had a box where it was: if it is not here, say so later."""
    lock = home / LOCK_NAME
    if not os.path.lexists(lock):
        folder.create_file(lock)


def _empty(*, remade: bool) -> Box:
    """A new box: no report, and a few places that nobody can ever open."""
    decoys = _FEWEST_DECOYS + secrets.randbelow(_DECOY_RANGE)
    return Box(tuple(secrets.token_bytes(CASE_BYTES) for _ in range(decoys)), remade=remade)
