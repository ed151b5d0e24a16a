"""Update files that the office PC keeps, so that PCs of an older version can get their installer there.

They are the publisher's, of one kind of computer each, and nobody's data. Who gets one checks it again.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hvacdesk import __version__, own_files
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.updates import SUFFIX, UpdateFacts, UpdateNotSaved
from hvacdesk.services.office import updates
from hvacdesk.services.office.updates import Progress

FOLDER = "updates"
PIECE_BYTES = 1 << 20


def keep(path: Path, home: Path, progress: Progress) -> UpdateFacts:
    """Keep a copy of an update file; others for the same kind of computer give way, but for this version's.

    Raises:
        UpdateDamaged, UpdateNotSigned: it is not the publisher's, or not whole.
        UpdateNotSaved: there is no room for it.
    """
    facts = updates.read(path)
    folder = home / FOLDER
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise UpdateNotSaved from None
    copy = folder / _name(facts.version, facts.system)
    updates.copy_to(path, copy, progress)
    for other, known in _files(home):
        if other != copy and known.system == facts.system and known.version != __version__:
            with suppress(OSError):
                own_files.remove(other)
    return facts


def kept(home: Path) -> tuple[UpdateFacts, ...]:
    """What is kept."""
    return tuple(facts for _path, facts in _files(home))


def piece(home: Path, system: str, version: str, offset: int) -> bytes:
    """So many bytes of a kept file from there on; none at its end, and where there is no such file."""
    try:
        with (home / FOLDER / _name(version, system)).open("rb") as file:
            file.seek(offset)
            return file.read(PIECE_BYTES)
    except OSError:
        return b""


def _name(version: str, system: str) -> str:
    return f"hvacdesk-{version}-{system}{SUFFIX}"


def _files(home: Path) -> list[tuple[Path, UpdateFacts]]:
    """Those that are still genuine."""
    found = []
    for path in sorted((home / FOLDER).glob(f"*{SUFFIX}")):
        with suppress(UserFacingError):
            found.append((path, updates.read(path)))
    return found
