"""A seat of an older version gets its installer from the office PC, and trusts none but the publisher's.

The office PC hands pieces of an update file over. Whether that is genuine the seat sees by itself: by the
publisher's signature over what the file says before most of it has come, and by every byte at the end.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from hvacdesk import own_files
from hvacdesk.domain.office.updates import UpdateDamaged, UpdateNotSaved
from hvacdesk.domain.seats.seats import AnotherVersion, NoInstallerKept
from hvacdesk.seats import asks
from hvacdesk.seats.calls import OfficePcFailed
from hvacdesk.seats.line import OfficeLine
from hvacdesk.services.office import updates

PIECE_SECONDS = 30.0
LONGEST_HEAD = 16 * 1024
"""Of an update file before its installer, bytes; more than the lines may have."""

Told = Callable[[int, int], object]


def get_installer(line: OfficeLine, version: str, folder: Path, progress: Told) -> Path:
    """Save the installer of the office PC's version in a folder, once it was checked byte by byte.

    Args:
        version: the office PC's.
        progress: told how many bytes of how many have come. What it raises ends it, and nothing is left.

    Raises:
        NoInstallerKept: the office PC has none for this kind of computer.
        UpdateDamaged, UpdateNotSigned, UpdateOlder, UpdateForOther: what came is not it; nothing is left.
        UpdateNotSaved: the folder is full or cannot be written.
        UserFacingError: as for :meth:`OfficeLine.ask`.
    """
    system = updates.this_system()
    came = own_files.passing_name(folder)
    try:
        with os.fdopen(own_files.created_first(came), "wb") as file:
            _fetch(line, version, system, came, file, progress)
        return updates.take_out(came, folder)
    except OSError:
        raise UpdateNotSaved from None
    finally:
        with suppress(OSError):
            own_files.remove(came)


def _fetch(line: OfficeLine, version: str, system: str, came: Path, file: BinaryIO, progress: Told) -> None:
    piece = _piece(line, system, 0)
    if not piece:
        raise NoInstallerKept(version, system)
    file.write(piece)
    file.flush()
    facts = updates.look(came)
    if facts.version != version:
        raise NoInstallerKept(version, system)
    done = len(piece)
    while piece:
        progress(min(done, facts.size), facts.size)
        piece = _piece(line, system, done)
        done += len(piece)
        if done > facts.size + LONGEST_HEAD:
            raise UpdateDamaged
        file.write(piece)


def _piece(line: OfficeLine, system: str, offset: int) -> bytes:
    try:
        return line.ask(asks.INSTALLER_PATH, asks.installer_ask(system, offset), seconds=PIECE_SECONDS)
    except (AnotherVersion, OfficePcFailed):  # an office PC of a version that does not know this ask
        return b""
