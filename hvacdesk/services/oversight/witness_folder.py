"""A folder, such as a USB stick's, in which outsiders keep heads of the log: read and written where it is.

What lies there goes to the office as bytes, and comes from it as bytes: the stick may be in a seat.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from fnmatch import fnmatch
from itertools import count
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.oversight import checkpoints
from hvacdesk.services.office import named_places
from hvacdesk.vault import folder

STATE_NAME = "hvacdesk-log"
"""How the name of every state begins."""
_KEPT_FILES, _KEY_FILES = "hvacdesk-log-*.txt", "hvacdesk-log-key-*.txt"
_TEXTS = (".txt", ".txt.new")
"""What a witness keeps; the second is what a witness's verifier leaves if it is stopped while it writes."""


def save_into(place: Path, save: Callable[[tuple[GivenFile, ...]], tuple[GivenFile, GivenFile]]) -> Path:
    """Write the log's state into a folder, with the proof that it follows the last one there.

    The office's public keys are put beside it. Nothing that lies there is overwritten.

    Args:
        save: makes both of what lies there: :meth:`LogWitness.save` for somebody.

    Returns:
        The state's file.

    Raises:
        FileInOffice: the folder is an office's own, where a copy of the log vouches for nothing.
        DiskFull, FolderReadOnly, FileHeld: it was not written whole.
        UserFacingError: what ``save`` raises; nothing was written.
    """
    named_places.require_outside(place, STATE_NAME)
    keys, state = save(kept_in([place]))
    _put_beside(place, keys)
    return _put_beside(place, state)


def kept_in(kept: Iterable[Path]) -> tuple[GivenFile, ...]:
    """The files that hold kept states; of one that cannot be read the name alone."""
    return tuple(GivenFile(file.name, _content(file)) for path in kept for file in _files(path))


def _files(path: Path) -> Iterator[Path]:
    """The file, or in a folder every state: those that the program saved, and what a witness cosigned.

    A text that speaks of a log and cannot be read is among them: a state that somebody spoiled is told.
    """
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.iterdir()):
        name = file.name.lower()
        ours = fnmatch(name, _KEPT_FILES) and not fnmatch(name, _KEY_FILES)
        if ours or (name.endswith(_TEXTS) and _is_kept(file)):
            yield file


def _is_kept(file: Path) -> bool:
    try:
        content = own_files.content(file, checkpoints.LONGEST_FILE)
    except OSError:
        return not file.is_dir()
    return checkpoints.state_in(content) is not None or checkpoints.speaks_of_a_log(content)


def _content(file: Path) -> bytes:
    try:
        return own_files.content(file, checkpoints.LONGEST_FILE)
    except OSError:
        return b""


def _put_beside(place: Path, made: GivenFile) -> Path:
    """Write a file under a name that no other one has; one that holds the same already is left as it is."""
    for number in count(1):
        path = place / made.name
        if number > 1:
            path = path.with_stem(f"{path.stem}_{number}")
        if not os.path.lexists(path):
            folder.replace_file(path, made.content)
            return path
        with suppress(OSError):
            if own_files.content(path, len(made.content)) == made.content:
                return path
    raise AssertionError("numbers do not end")
