"""The report box on the disk: one file of equal places, which every write remakes from end to end.

What somebody who looks at the folder, or at two copies of it, could learn, and what is done about it:

*How many reports there are, and how large.* The file has :data:`STEP` places of :data:`PLACE_BYTES` bytes, or
two, three … times as many. Places without a report hold random bytes, and so do a few *decoys*, whose number
is random and which count as taken for ever. Each place is encrypted as a whole under a key from the sealed
part of the key file (the *outer layer*), so without this computer's key store all of it is random bytes.
The file grows a step when few places are left and shrinks when two steps would do with one: its size tells a
flood, and no number. It does so where every start, login, lock and end writes, and with a report only if not
one place is left.

*Which one changed, and whether one was written, read, answered or deleted.* A write seals every place again
under fresh nonces, in a random order, into a new file that takes the former one's name. The program does the
same without any change at each start, each login, each lock and each end, and at regular moments while the
login window is open (:mod:`hvacdesk.vault.report_box.report_box_rounds`): a reporter's change waits for the
next of these and makes none of its own. That a write took place thus says no more than that the program ran.

*When.* The file carries one fixed instant as its time, and the office's folder gets back the time that it
had. What a program cannot set (on Unix the time of the last change of the inode) is that of the last write.

*By whom.* Nothing in the file comes from an account of the program, the computer or its user. The file system
notes the file's owner: the login of the computer under which the last write was made.

What is *not* hidden: a person who may use this computer's key store can strip the outer layer with a tool of
their own and count the places that are taken, decoys among them, and two copies tell such a person that a
place was taken between. They cannot open a report, or tell a report from a decoy, or who wrote it: that is
sealed to its readers (:mod:`hvacdesk.vault.report_box.report_box_case`). Putting an older copy of the file
back cannot be noticed, and anyone who may write into the folder can delete it. A reader's own writing makes a
write of its own, at the moment of reading or answering.

*Never neither.* The file is written beside and takes its name by one rename. A lock file keeps windows apart.
The box is in no backup: a copy there would outlive its deletion. A restore leaves the file where it is and
does not bring back anything; on another computer it has to be carried over by hand, and the inbox says so.
"""

from __future__ import annotations

import os
import secrets
import shutil
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from hvacdesk import own_files
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import ciphers, errors, folder, milestones
from hvacdesk.vault.report_box.report_box_errors import BoxBusy, BoxFull, BoxUnreachable
from hvacdesk.vault.report_box.report_box_older import OlderBox

FILE_NAME = "report-box.sealed"
DAMAGED_FOLDER = "report-box-damaged"
LOCK_NAME = "report-box.lock"
MADE_NAME = "report-box.made"
"""An empty file: there was a box in this folder, so that one that is missing was lost or moved away."""

STEP = 48
"""How many places the smallest file has, and by how many it grows."""
PLACE_BYTES = 65_536
SPARE = 8
"""With fewer free places than this the file grows at the next start, login, lock or end."""
MOST_PLACES = 16_384
"""1 GiB, all of which each write holds in memory; the slowdown keeps a flood from it for ten days and nights
without a pause."""
LEFT_FREE = 1 << 30
"""So many bytes stay free on the disk beside a file that has grown: the office's own work needs them."""
INSTANT = 946_684_800
"""2000-01-01T00:00:00Z, in seconds since 1970: the time of the file."""

_HEADER = struct.Struct(">BB4x")
"""The format, the flags, and four bytes that are empty: earlier versions counted wrong receipts in them."""
_FORMAT = 1
_TAKEN, _REMADE = 1, 2
_OVERHEAD = 12 + 16
CASE_BYTES = PLACE_BYTES - _OVERHEAD - _HEADER.size
"""What a place holds: a sealed report, or random bytes."""

_HOLE = bytes(PLACE_BYTES)
"""A place of a file that was made longer and never written."""

_FEWEST_DECOYS, _DECOY_RANGE = 3, 6
_LOCK_SECONDS = 10.0


@dataclass(frozen=True)
class Box:
    """What the file holds.

    Attributes:
        cases: the taken places, each :data:`CASE_BYTES` long: sealed reports and decoys, in no order.
        remade: the file was missing once and a new one was made.
        places: how many there are, taken or free.
    """

    cases: tuple[bytes, ...]
    remade: bool = False
    places: int = STEP

    def with_case(self, case: bytes) -> Box:
        """With one more report."""
        return replace(self, cases=(*self.cases, case))

    def fitted(self) -> Box:
        """With as many places as it should have: some to spare, and no step too many."""
        tight, roomy = (_whole_steps(len(self.cases) + spare) for spare in (SPARE, 2 * SPARE))
        return replace(self, places=min(max(self.places, tight), roomy))

    def holding(self) -> Box:
        """With no more places than it has, unless not one is left."""
        return replace(self, places=max(self.places, _whole_steps(len(self.cases))))


@dataclass(frozen=True)
class _BoxFindings:
    """What lies there.

    Attributes:
        damaged: the places that do not open, beside others that do.
        strange: not one place of the file opens: it is set aside as it is.
    """

    box: Box
    damaged: tuple[bytes, ...] = ()
    strange: bool = False


class BoxFiles:
    """The box's file in an office's folder.

    Args:
        key: from the sealed part of the key file.
    """

    def __init__(self, home: Path, office_id: str, key: bytes) -> None:
        self._home = home
        self._path = home / FILE_NAME
        self._older = OlderBox(home, PLACE_BYTES)
        self._key = ciphers.derive(key, "report box", office_id)
        self._bound = ciphers.context("report box", _FORMAT, office_id)

    @property
    def damaged(self) -> int:
        """How often something was set aside because it could not be read."""
        with suppress(OSError):
            return sum(1 for path in (self._home / DAMAGED_FOLDER).iterdir() if path.is_file())
        return 0

    @property
    def steps(self) -> int:
        """How many times the smallest size the file has: what anybody sees who looks at the folder."""
        return self._size() // STEP

    def read(self) -> Box:
        """What the file holds; nothing if there is no box yet.

        Neither writes nor locks anything, so that no time tells of it: a rename exchanges the whole file.

        Raises:
            BoxUnreachable: it cannot be read.
        """
        try:
            found = self._found()
        except OSError as error:
            raise BoxUnreachable from error
        return found.box if found is not None else Box((), remade=_had_box(self._home))

    def make(self) -> None:
        """Make the first box of an office, which nothing was lost from; one that is there stays.

        Raises:
            BoxUnreachable, BoxBusy, BoxFull: it cannot be made.
        """
        with self._alone():
            if self._found() is None:
                self._write(_BoxFindings(_empty(remade=False)))

    def change(self, edit: Callable[[Box], Box], *, fit: bool = False) -> Box:
        """Read, edit, and rewrite every place.

        Args:
            fit: let the file grow or shrink a step if it should, and the disk has room for it.

        Raises:
            BoxUnreachable, BoxBusy, BoxFull: the former file is still there.
        """
        with self._alone() as used_before:
            found = self._found() or _BoxFindings(_empty(remade=used_before))
            edited = edit(found.box)
            held, fitted = edited.holding(), edited.fitted()
            following = fitted if fit and self._has_room(fitted.places, found.box.places) else held
            if not self._has_room(following.places, found.box.places):
                raise BoxFull
            return self._write(replace(found, box=following))

    def require_place(self) -> None:
        """See that there is room for one more report. Writes nothing.

        Raises:
            BoxFull: no place is left, and the disk has no room for a larger file.
            BoxUnreachable: it cannot be read.
        """
        box = self.read()
        if not self._has_room(box.with_case(b"").holding().places, box.places):
            raise BoxFull

    def refresh(self) -> None:
        """Rewrite every place with what it holds, so that a write says nothing.

        Raises as :meth:`change`.
        """
        self.change(lambda box: box, fit=True)

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """Hold the lock, and leave neither its time nor that of the office's folder changed.

        What it gives is whether there must have been a box already.
        """
        lock = self._home / LOCK_NAME
        former: os.stat_result | None = None
        try:
            former = os.stat(self._home)
            used_before = _had_box(self._home)
            with folder.locked(lock, _LOCK_SECONDS):
                yield used_before
        except errors.DatabaseBusy as error:
            raise BoxBusy from error
        except errors.DiskFull as error:
            raise BoxFull from error
        except (errors.FolderReadOnly, OSError) as error:
            raise BoxUnreachable from error
        finally:
            with suppress(OSError):
                set_times(lock)
            if former is not None:
                with suppress(OSError):
                    os.utime(self._home, ns=(former.st_atime_ns, former.st_mtime_ns))

    def _found(self) -> _BoxFindings | None:
        """What is there; None if there is no box."""
        older = [*self._older.places()]
        own = [*self._places()]
        if not older and not own:
            return None if not os.path.lexists(self._path) else _BoxFindings(_empty(remade=True))
        cases: dict[bytes, bytes] = {}
        damaged: list[bytes] = []
        opened, remade = 0, False
        strange = bool(own)
        for number, content in enumerate((*older, *own)):
            plain = self._opened(content)
            if plain is None:
                damaged.append(content)
                continue
            opened += 1
            strange = strange and number < len(older)
            _format, flags = _HEADER.unpack_from(plain)
            remade = remade or bool(flags & _REMADE)
            if flags & _TAKEN:
                case = plain[_HEADER.size :]
                cases[case[: ciphers.SALT_BYTES]] = case  # the file's own comes after an older box's
        whole = Box(tuple(cases.values()), remade, _whole_steps(opened)) if opened else _empty(remade=True)
        return _BoxFindings(whole, tuple(damaged[: len(damaged) - len(own)] if strange else damaged), strange)

    def _size(self) -> int:
        """How many places the file has, in whole steps."""
        with suppress(OSError):
            return _whole_steps(-(-os.lstat(self._path).st_size // PLACE_BYTES))
        return STEP

    def _places(self) -> Iterator[bytes]:
        """The file's places, one after the other, the last one perhaps cut off."""
        try:
            file = own_files.opened_untraced(self._path)
        except FileNotFoundError:
            return
        with file:
            if os.fstat(file.fileno()).st_size > MOST_PLACES * PLACE_BYTES:
                raise BoxUnreachable
            while content := file.read(PLACE_BYTES):
                yield _HOLE if content == _HOLE else content

    def _opened(self, content: bytes) -> bytes | None:
        if len(content) != PLACE_BYTES:
            return None
        try:
            plain = ciphers.unseal(self._key, content, self._bound)
        except ciphers.NotOpened:
            return None
        return plain if plain[0] == _FORMAT else None

    def _write(self, found: _BoxFindings) -> Box:
        written = folder.unfinished(self._path)
        with folder.writing():
            self._copy_aside(found.damaged)
            try:
                descriptor = own_files.created(written)
                with os.fdopen(descriptor, "wb") as file:
                    folder.set_mode(descriptor, self._home)
                    self._fill(file, found.box)
                    file.flush()
                    os.fsync(file.fileno())
                set_times(written)
                milestones.reached("report_box.filled")
                if found.strange:
                    self._move_aside()
                folder.move_over(written, self._path)
            except BaseException:
                with suppress(OSError):
                    own_files.remove(written)
                raise
            milestones.reached("report_box.exchanged")
            with suppress(UserFacingError, OSError):  # the next write makes up for it
                _note_made(self._home)
            folder.sync_folder(self._home)
            with suppress(OSError):
                self._older.remove()  # a report that is on the disk is not said to be lost on this account
        return found.box

    def _fill(self, file: BinaryIO, box: Box) -> None:
        """Every place, in a random order."""
        flags = _REMADE if box.remade else 0
        taken = _HEADER.pack(_FORMAT, flags | _TAKEN)
        free = _HEADER.pack(_FORMAT, flags)
        held: list[bytes | None] = [*box.cases, *(None for _ in range(box.places - len(box.cases)))]
        secrets.SystemRandom().shuffle(held)
        for case in held:
            plain = free + secrets.token_bytes(CASE_BYTES) if case is None else taken + case
            file.write(ciphers.seal(self._key, plain, self._bound))

    def _has_room(self, places: int, before: int) -> bool:
        """Whether a file that is to grow leaves the disk to the office, and is not larger than any may be."""
        if places <= before:
            return True
        needed = places * PLACE_BYTES + LEFT_FREE
        return places <= MOST_PLACES and shutil.disk_usage(self._home).free >= needed

    def _copy_aside(self, damaged: tuple[bytes, ...]) -> None:
        """Store what cannot be read where a person can look at it, so that the rewriting does not lose it.

        Holes of a file stay holes: a copy takes no more of the disk than what it was made of.
        """
        if not damaged:
            return
        kept = self._aside()
        with os.fdopen(own_files.created_first(kept), "wb") as copy:
            for content in damaged:
                if content is _HOLE:
                    copy.seek(PLACE_BYTES, os.SEEK_CUR)
                else:
                    copy.write(content)
            copy.truncate(sum(map(len, damaged)))
        self._settle(kept)

    def _move_aside(self) -> None:
        """The same for a whole file that holds nothing of ours: a copy of it could fill the disk.

        A crash before the new one takes its name leaves no box, as there was none.
        """
        kept = self._aside()
        folder.move_over(self._path, kept)
        self._settle(kept)

    def _aside(self) -> Path:
        """A new name among what was set aside."""
        aside = self._home / DAMAGED_FOLDER
        own_files.require_folder(aside)
        aside.mkdir(mode=0o700, exist_ok=True)
        return aside / secrets.token_hex(8)

    def _settle(self, kept: Path) -> None:
        for path in (kept, kept.parent):
            set_times(path)
        folder.sync_folder(kept.parent)


def set_times(path: Path) -> None:
    """Give a file or folder the one instant; what a link leads to keeps its own times."""
    if os.utime in os.supports_follow_symlinks:
        os.utime(path, (INSTANT, INSTANT), follow_symlinks=False)
    else:
        os.utime(path, (INSTANT, INSTANT))


def expect_box(home: Path) -> None:
    """An office was brought into this folder, and had a box where it was: if it is not here, say so later."""
    _note_made(home)


def _had_box(home: Path) -> bool:
    """Whether there is or was a box: by its own mark, or by its lock, which had to tell it once.

    A lock's file tells nothing where the system or its library removes it on release, as on Windows.
    """
    return any(os.path.lexists(home / name) for name in (MADE_NAME, LOCK_NAME))


def _note_made(home: Path) -> None:
    mark = home / MADE_NAME
    if not os.path.lexists(mark):
        folder.create_file(mark)
        set_times(mark)


def _whole_steps(places: int) -> int:
    """So many places, rounded up to whole steps."""
    return max(-(-places // STEP), 1) * STEP


def _empty(*, remade: bool) -> Box:
    """A new box: no report, and a few places that nobody can ever open."""
    decoys = _FEWEST_DECOYS + secrets.randbelow(_DECOY_RANGE)
    return Box(tuple(secrets.token_bytes(CASE_BYTES) for _ in range(decoys)), remade=remade)
