"""A folder, such as a USB stick's, in which outsiders keep heads of the log: read and written where it is.

What lies there goes to the office as bytes, and comes from it as bytes: the stick may be in a seat.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from fnmatch import fnmatch
from itertools import count
from pathlib import Path
from typing import Protocol

from hvacdesk import own_files
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.oversight import checkpoints
from hvacdesk.domain.oversight.checkpoints import HeadComparison
from hvacdesk.domain.roles import Actor
from hvacdesk.services.permissions import body_decides
from hvacdesk.vault import folder

_KEPT_FILES, _KEY_FILES = "hvacdesk-log-*.txt", "hvacdesk-log-key-*.txt"
_TEXTS = (".txt", ".txt.new")
"""What a witness keeps; the second is what a witness's verifier leaves if it is stopped while it writes."""


class _Witness(Protocol):
    """What the office says of its log; :class:`hvacdesk.services.oversight.log_witness.LogWitness`."""

    def save(self, actor: Actor, kept: Sequence[GivenFile]) -> tuple[GivenFile, GivenFile]: ...
    def compare(self, actor: Actor, kept: Sequence[GivenFile]) -> HeadComparison: ...


@body_decides("whom LogWitness lets save")
def save_into(witness: _Witness, actor: Actor, place: Path) -> Path:
    """Write the log's state into a folder, with the proof that it follows the last one there.

    The office's public keys are put beside it. Nothing that lies there is overwritten.

    Returns:
        The state's file.

    Raises:
        DiskFull, FolderReadOnly, FileHeld: it was not written whole.
        UserFacingError: as :meth:`LogWitness.save`; nothing was written.
    """
    keys, state = witness.save(actor, kept_in([place]))
    _put_beside(place, keys)
    return _put_beside(place, state)


@body_decides("whom LogWitness lets compare")
def compare_with(witness: _Witness, actor: Actor, kept: Iterable[Path]) -> HeadComparison:
    """Compare kept states with the log; of a folder, every one that the program saved there."""
    return witness.compare(actor, kept_in(kept))


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
