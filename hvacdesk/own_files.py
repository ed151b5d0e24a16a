"""The one door to the program's own files: in a folder that others may write into, a name proves nothing.

Another login of the computer may put anything under the name of a file of ours: a link to somebody's file, a
queue that nobody writes into, a folder. Nothing here follows a link in the last part of a path, waits for a
queue's other end, or writes into a file that also has another name. What it opens is looked at through the
open file, so exchanging it between look and use is of no use either. The office's folder itself, and folders
that a person chose, may be reached by links.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import BufferedRandom, BufferedReader, FileIO
from pathlib import Path
from typing import TypeVar

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

OWNER_ALONE = 0o600
_BINARY = getattr(os, "O_BINARY", 0)
_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | _BINARY
"""Windows knows neither flag: there the name is looked at before, see :func:`require_file`."""
_UNTRACED = getattr(os, "O_NOATIME", 0)
_ANOTHER_KIND = {errno.ELOOP, errno.EMLINK, errno.EISDIR, errno.ENXIO, errno.ENOTDIR, errno.EOPNOTSUPP}
"""What opening, writing or renaming over a link, folder or socket gives (Linux; EMLINK: FreeBSD)."""


SHARING_VIOLATION = 32
HELD = {SHARING_VIOLATION, 33}
"""Windows' ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION (winerror.h)."""

_PERHAPS_HELD = {5, *HELD}
"""And ERROR_ACCESS_DENIED: a rename over an open file gives it, and so does a lack of rights."""

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0, 1.0, 1.0, 1.0, 1.0)
"""Seconds between the tries to get at a file that another program holds: a virus scanner may take five."""

T = TypeVar("T")


class NotOurFile(UserFacingError, OSError):
    """Under a name of ours lies something else; ``file`` is the name. Readers may treat it as unreadable."""

    what = phrase("Errors", "Where the program's “{file}” belongs, there is a link, a folder or a device.")
    safe = phrase("Errors", "It was not used, and nothing was written to it.")
    todo = phrase(
        "Errors",
        "Look into the folder and find out who put it there. Move it away, then try again.",
    )


class OwnFileLinked(NotOurFile):
    """A file of ours has a second name somewhere: what is written to it would change that file too."""

    what = phrase("Errors", "The program's “{file}” has a second name somewhere else (a hard link).")
    safe = phrase("Errors", "Nothing was written to it, and its permissions are as they were.")
    todo = phrase(
        "Errors",
        "Find out who made the other name. Put a copy of the file in its place, or delete the other name. "
        "Then try again.",
    )


def is_another_kind(error: OSError) -> bool:
    """Whether the operating system refused because a link, folder, queue or socket is in the way."""
    return error.errno in _ANOTHER_KIND


def reason(error: OSError) -> str:
    """Why the operating system refused, in its own words and without the file's name."""
    return (error.strerror or os.strerror(error.errno or errno.EIO)).rstrip(".。")


def real(path: Path) -> Path:
    """Where a path leads, without links; as it is written where that cannot be told.

    Windows refuses to follow a path that is longer than it allows, with more than one error of its own.
    """
    try:
        return path.resolve()
    except OSError:
        return path.absolute()


def require_file(path: Path) -> None:
    """See that a name is an ordinary file's, or nobody's. Raises :class:`NotOurFile`."""
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise NotOurFile(file=path.name)


def require_sole_name(path: Path) -> None:
    """The same for a file that is written to in place. Raises :class:`NotOurFile`, :class:`OwnFileLinked`."""
    require_file(path)
    with suppress(FileNotFoundError):
        _require_one_name(os.lstat(path), path.name)


def _require_one_name(status: os.stat_result, name: str) -> None:
    if status.st_nlink > 1:
        raise OwnFileLinked(file=name)


def require_folder(path: Path) -> None:
    """See that a name is a real folder's, or nobody's. Raises :class:`NotOurFile`."""
    with suppress(FileNotFoundError):
        if not stat.S_ISDIR(os.lstat(path).st_mode):
            raise NotOurFile(file=path.name)


def patiently(act: Callable[[], T]) -> T:
    """Open, rename or remove a file, and try again for a while where another program holds it.

    Windows refuses that while a virus scanner or an indexer has the file (Microsoft's documentation of
    ``CreateFile``, share modes); elsewhere nothing holds a file so.

    Raises:
        OSError: what the system says at last, or at once for any other reason. :func:`was_held` tells of it
            whether another program had the file: that is asked while it waits, since afterwards the file may
            be free again.
    """
    seen_held = False
    for pause in (*_PAUSES, None):
        try:
            return act()
        except PermissionError as error:
            if not _perhaps_held(error):
                raise
            seen_held = seen_held or was_held(error)
            if pause is None:
                if seen_held:
                    error.winerror = SHARING_VIOLATION  # type: ignore[attr-defined,unused-ignore]
                raise
            threading.Event().wait(pause)
    raise AssertionError("the last try returns or raises")


def _perhaps_held(error: PermissionError) -> bool:
    """Whether Windows may say something else in a moment; of opening, Python tells no number of its."""
    number = getattr(error, "winerror", None)
    return number in _PERHAPS_HELD or (sys.platform == "win32" and number is None)


def sharing_violation(path: Path) -> PermissionError:
    """What Windows says of a file that another program holds, for code that met it by another way."""
    error = PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    error.winerror = SHARING_VIOLATION  # type: ignore[attr-defined,unused-ignore]
    return error


def was_held(error: OSError) -> bool:
    """Whether a file was refused that another program has open; of a rename, its aim is asked about."""
    if getattr(error, "winerror", None) in HELD:
        return True
    name = error.filename2 or error.filename
    return error.errno == errno.EACCES and isinstance(name, str) and is_held(Path(name))


def is_held(path: Path) -> bool:
    """Whether another program has a file open so that Windows lets nobody else at it.

    Windows answers a rename over such a file as it answers a lack of rights, and Python's open tells none of
    Windows' numbers. Asked to give the file the name that it has, Windows says which of the two it is.
    """
    if sys.platform == "win32":
        try:
            path.rename(path)
        except OSError as error:
            return error.winerror in HELD
    return False


def remove(path: Path) -> None:
    """Remove a file, if it is there. Raises as :func:`patiently`."""
    patiently(partial(path.unlink, missing_ok=True))


def remove_folder(path: Path) -> None:
    """Remove a folder with all that is in it. Raises as :func:`patiently`."""
    patiently(partial(shutil.rmtree, path))


def remove_empty(folder: Path) -> None:
    """Remove a folder in which nothing lies. Raises as :func:`patiently`."""
    patiently(folder.rmdir)


def opened(path: Path) -> BufferedReader:
    """A file of ours, open for reading.

    Raises:
        NotOurFile: it is something else than an ordinary file.
        OSError: it is not there, or cannot be read.
    """
    return os.fdopen(_descriptor(path, os.O_RDONLY), "rb")


def opened_untraced(path: Path) -> BufferedReader:
    """The same, leaving no time of reading behind where the system lets the file's owner do so (Linux)."""
    try:
        return os.fdopen(_descriptor(path, os.O_RDONLY | _UNTRACED), "rb")
    except PermissionError:  # another login of the computer wrote it
        return opened(path)


def opened_raw(path: Path) -> FileIO:
    """The same without a buffer, for code that reads large pieces."""
    return os.fdopen(_descriptor(path, os.O_RDONLY), "rb", buffering=0)


def opened_in_place(path: Path) -> BufferedRandom:
    """A file of ours, open for reading and for writing over what it holds.

    Raises:
        NotOurFile: it is something else.
        OwnFileLinked: it has a second name: it may be somebody's file that was linked here.
        OSError: it is not there, or cannot be written.
    """
    descriptor = _descriptor(path, os.O_RDWR)
    try:
        _require_one_name(os.fstat(descriptor), path.name)
    except OwnFileLinked:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "r+b")


def require_free(path: Path) -> None:
    """See that a file of ours, if it is there, can be opened for writing, once who holds it has let go.

    Raises:
        NotOurFile: it is something else.
        OSError: it cannot be opened, or a program does not let go of it.
    """
    with suppress(FileNotFoundError):
        os.close(_descriptor(path, os.O_RDWR))


def content(path: Path, longest: int) -> bytes:
    """What a file of ours holds, of which no more than one byte too many is read.

    Raises:
        NotOurFile, OSError: as :func:`opened`.
    """
    with opened(path) as file:
        return file.read(longest + 1)


def created(path: Path) -> int:
    """A new file of ours for its owner alone, as an open descriptor; what lay there under this name is gone.

    A link there loses its name and what it leads to stays. For names of the office's own folder that only an
    unfinished file may have; in a folder that a person chose, see :func:`passing_name`.

    Raises:
        NotOurFile: a folder is in the way, or somebody puts something there again and again.
        OSError: it cannot be made.
    """
    require_removable(path)
    remove(path)
    try:
        return created_first(path)
    except FileExistsError as error:
        raise NotOurFile(file=path.name) from error


def created_first(path: Path) -> int:
    """The same where nothing may lie there yet. Raises :class:`FileExistsError`, :class:`OSError`."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFUL, OWNER_ALONE)


def passing_name(folder: Path) -> Path:
    """A name that nobody's file can have, for what :func:`created_first` makes in a folder of somebody's own.

    It is as long for every file, so that one whose name is as long as the disk takes can be written too.
    """
    return folder / f"hvacdesk-{secrets.token_hex(8)}.part"


def require_removable(path: Path) -> None:
    """See that a name can be taken by a file: that no folder has it. Raises :class:`NotOurFile`."""
    with suppress(FileNotFoundError):
        if stat.S_ISDIR(os.lstat(path).st_mode):
            raise NotOurFile(file=path.name)


def set_mode(file: Path | int, mode: int) -> None:
    """Give a file of ours, named or open, its mode outright; a link's aim keeps its own.

    A file that is named is not opened for reading or writing, since closing it again would end the locks that
    the process's other connections hold on it (fcntl(2)); a descriptor for the path alone does not.

    Raises:
        NotOurFile: it is something else than an ordinary file.
        OwnFileLinked: it has a second name, whose mode it would change too.
        OSError: it is another person's.
    """
    if sys.platform == "win32":
        return
    if isinstance(file, int):
        os.fchmod(file, mode)
        return
    require_sole_name(file)
    if sys.platform != "linux":
        os.chmod(file, mode)
        return
    descriptor = os.open(file, os.O_PATH | os.O_NOFOLLOW)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise NotOurFile(file=file.name)
        _require_one_name(found, file.name)
        os.chmod(f"/proc/self/fd/{descriptor}", mode)
    finally:
        os.close(descriptor)


def _descriptor(path: Path, flags: int) -> int:
    if not hasattr(os, "O_NOFOLLOW"):
        require_file(path)
    try:
        descriptor = patiently(lambda: os.open(path, flags | _CAREFUL))
    except OSError as error:
        if is_another_kind(error):
            raise NotOurFile(file=path.name) from error
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotOurFile(file=path.name)
    return descriptor
