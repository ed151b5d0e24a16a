"""The office's data folder: names, modes, and writes that leave the old or the new file, never neither."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from weakref import WeakValueDictionary

from hvacdesk import own_files
from hvacdesk.vault import errors

SLOTS_NAME = "office.keys"
SLOTS_COPY_NAME = "office.keys.copy"
HEAD_NAME = "audit.head"
ENROLMENT_NAME = "office.enrol"
PENDING_NAME = "erasure.pending"
"""Lies here from before a disposal's deletion until its certificate."""
LOCK_NAME = "office.keys.lock"
TRIES_LOCK_NAME = "office.tries.lock"
UNFINISHED_SUFFIX = ".new"
COMPANIONS = ("-wal", "-shm", "-journal")
"""Ends of the names of what SQLite keeps beside a database."""
LOST_WAL_SUFFIX = "-wal.lost"
"""End of the name of a WAL that was kept because it holds what the database dropped of it."""
_DATABASE = re.compile(r"office-([1-9][0-9]{0,8})\.db")
_SET_ASIDE = re.compile(r"set-aside-[0-9]{8}T[0-9]{6}Z(-[0-9]{1,3})?")
_OWN_NAME = re.compile(rf"{_DATABASE.pattern}(\.new)?(-wal|-shm|-journal|-wal\.lost)?(\.new)?")
_UNFINISHED = re.compile(_DATABASE.pattern + re.escape(UNFINISHED_SUFFIX))

_LOCK_SECONDS = 10.0
_ALONE, _SHARED = 0o600, 0o660
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}

_replacing: WeakValueDictionary[str, threading.Lock] = WeakValueDictionary()
_finding_lock = threading.Lock()


def database_name(epoch: int) -> str:
    """The file name of an epoch's database; files are named by epoch and never renamed over."""
    return f"office-{epoch}.db"


def epoch_of(database: Path) -> int:
    """The epoch of a database, which has its final name or its unfinished one. Raises :class:`ValueError`."""
    match = _DATABASE.fullmatch(database.name.removesuffix(UNFINISHED_SUFFIX))
    if match is None:
        raise ValueError("not an epoch's database")
    return int(match[1])


def unfinished(path: Path) -> Path:
    """The name under which a file is written before it has its own."""
    return path.with_name(path.name + UNFINISHED_SUFFIX)


def databases(home: Path) -> dict[int, Path]:
    """Every epoch database in the folder, by epoch."""
    return _matching(home, _DATABASE)


def has_pending_proof(home: Path) -> bool:
    """Whether what a disposal's proof looks for is kept in the folder; a planted folder or link is none."""
    path = home / PENDING_NAME
    return path.is_file() and not path.is_symlink()


def unfinished_databases(home: Path) -> dict[int, Path]:
    """Every database in the folder that does not have its final name, by epoch."""
    return _matching(home, _UNFINISHED)


def is_database_name(name: str) -> bool:
    """Whether the program itself names a database, or what belongs to one, so."""
    return _OWN_NAME.fullmatch(name) is not None


def is_set_aside(name: str) -> bool:
    """Whether a folder has the name of a former office's, which a restore put aside."""
    return _SET_ASIDE.fullmatch(name) is not None


def set_aside(home: Path) -> tuple[Path, ...]:
    """Former offices that restores put aside in the folder, the newest first."""
    if not home.is_dir():
        return ()
    found = (path for path in home.iterdir() if is_set_aside(path.name))
    return tuple(sorted((path for path in found if path.is_dir() and not path.is_symlink()), reverse=True))


def _matching(home: Path, pattern: re.Pattern[str]) -> dict[int, Path]:
    if not home.is_dir():
        return {}
    found = ((pattern.fullmatch(path.name), path) for path in home.iterdir())
    return {int(match[1]): path for match, path in found if match}


def make_private_folder(home: Path) -> None:
    """Create the folder for the present user alone.

    Raises:
        DiskFull, FolderReadOnly: it cannot be created.
    """
    with writing():
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32":
            home.chmod(0o700)


def file_mode(home: Path) -> int:
    """The mode of files in a folder: for its group too, if that may write into it, as between OS accounts."""
    return _SHARED if _is_shared(home) else _ALONE


def _is_shared(home: Path) -> bool:
    return sys.platform != "win32" and bool(home.stat().st_mode & stat.S_IWGRP)


def set_mode(file: Path | int, home: Path) -> None:
    """Give a file of the office, named or open, its mode and, in a shared folder, the folder's group.

    The mode is set outright, whatever the process's umask takes away. A database is named and never opened
    for this: closing it again would end the locks that this process's other connections hold on it.
    """
    if sys.platform == "win32":
        return
    own_files.set_mode(file, file_mode(home))
    group, named = home.stat().st_gid, isinstance(file, Path)
    found = os.lstat(file) if isinstance(file, Path) else os.fstat(file)
    if _is_shared(home) and found.st_gid != group:
        with suppress(PermissionError):  # not a member of that group; the others could not read it
            os.chown(file, -1, group, follow_symlinks=not named)


def create_file(path: Path) -> None:
    """Create an empty file of the office, which must not exist yet.

    Raises:
        DiskFull, FolderReadOnly: it cannot be created.
    """
    with writing():
        descriptor = own_files.created_first(path)
        try:
            set_mode(descriptor, path.parent)
        finally:
            os.close(descriptor)


def share_with_group(home: Path) -> None:
    """In a folder that its group may write into, let the group read and write our own files there, too.

    New files take the folder's group from now on, also those that the database makes beside its file. A
    folder that belongs to the present user alone is left alone.
    """
    if sys.platform == "win32" or not _is_shared(home):
        return
    with suppress(PermissionError):
        home.chmod(stat.S_IMODE(home.stat().st_mode) | stat.S_ISGID)
    for path in home.iterdir():
        if path.is_file() and not path.is_symlink() and path.stat().st_uid == os.getuid():
            with suppress(own_files.NotOurFile):  # somebody's file that was linked here keeps its mode
                set_mode(path, home)


@contextmanager
def writing() -> Iterator[None]:
    """Turn the foreseen failures of a write into the errors that a user can act on."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise errors.DiskFull from error
        if own_files.was_held(error):
            raise errors.FileHeld from error
        if error.errno in _READ_ONLY:
            raise errors.FolderReadOnly from error
        if own_files.is_another_kind(error):
            name = os.fsdecode(error.filename2 or error.filename or "")
            raise own_files.NotOurFile(file=Path(name).name) from error
        raise


def changing(home: Path, *, seconds: float | None = None) -> AbstractContextManager[None]:
    """Hold the folder's lock against other threads and programs that change keys or epochs.

    Args:
        seconds: how long to wait for another one to finish; ten if not given.

    Raises:
        DatabaseBusy: another one held it for longer.
    """
    return locked(home / LOCK_NAME, _LOCK_SECONDS if seconds is None else seconds)


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold a lock file against other threads and programs.

    Raises:
        DatabaseBusy: another one held it for longer than these seconds.
        FileHeld: a program that is none of ours, such as a virus scanner, keeps its file from everybody.
        FolderReadOnly, NotOurFile: it cannot be made.
        LockUnusable: it is there, and this login may not write to it.
    """
    import filelock

    lock = filelock.FileLock(path, timeout=seconds, mode=file_mode(path.parent))
    try:
        own_files.require_file(path)
        with writing():
            own_files.require_free(path)  # who has the lock lets others open its file
            lock.acquire()
    except filelock.Timeout as error:
        raise errors.DatabaseBusy from error
    except errors.FileHeld:
        raise
    except errors.FolderReadOnly as error:
        if os.path.lexists(path):
            raise errors.LockUnusable(file=str(path)) from error
        raise
    try:
        yield
    finally:
        lock.release()


def replace_file(path: Path, content: bytes) -> None:
    """Replace a file's content by one atomic rename, durable when this returns.

    Several threads of the program that replace one file do so one after the other: each writes under the
    same name first. Other programs are kept away by the office's own lock.

    Raises:
        DiskFull, FolderReadOnly, FileHeld, NotOurFile: the old content is still there, complete.
    """
    with _one_at_a_time(path):
        _replace(path, content)


def _one_at_a_time(path: Path) -> threading.Lock:
    with _finding_lock:
        return _replacing.setdefault(os.path.abspath(path), threading.Lock())


def _replace(path: Path, content: bytes) -> None:
    written = unfinished(path)
    try:
        with writing():
            descriptor = own_files.created(written)
            with os.fdopen(descriptor, "wb") as file:
                set_mode(descriptor, path.parent)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            move_over(written, path)
            sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            own_files.remove(written)
        raise


def move_over(written: Path, path: Path) -> None:
    """Give a file its final name, over whatever has it."""
    own_files.patiently(lambda: written.replace(path))


def sync_file(path: Path) -> None:
    """Wait until a file's content is on the disk."""
    with writing(), own_files.opened_in_place(path) as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until renames in a folder are on the disk; Windows has no such call and orders them itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_database(path: Path) -> None:
    """Remove a database file with its WAL, shared memory, journal and kept WAL, the companions first.

    Raises:
        FolderReadOnly, FileHeld: some of them are still there.
    """
    with writing():
        for suffix in (*COMPANIONS, LOST_WAL_SUFFIX, ""):
            own_files.remove(path.with_name(path.name + suffix))
    sync_folder(path.parent)
