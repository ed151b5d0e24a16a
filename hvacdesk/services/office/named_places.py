"""Where a file may go that a person names, in a window or by a command: never among an office's own files."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.exchange.saved_files import FileInOffice, FileThere
from hvacdesk.services.seats import seat_folder


def require_place(path: Path, *, replaced: bool = True) -> None:
    """See that a file may be written under this name.

    Args:
        replaced: whether somebody was asked that a file of this name gives way.

    Raises:
        FileInOffice: it would lie in an office's folder, a seat's, or a backup, or in a folder below it.
        FileThere: something has this name, and nobody was asked.
    """
    require_outside(path.parent, path.name)
    if not replaced and os.path.lexists(path):
        raise FileThere(file=path.name)


def require_outside(folder: Path, name: str) -> None:
    """See that a file of this name would lie outside every office. Raises :class:`FileInOffice`."""
    there = own_files.real(folder)
    if any(_is_ours(one) for one in (there, *there.parents)):
        raise FileInOffice(file=name)


def _is_ours(folder: Path) -> bool:
    """Whether an office's files lie here, as in a backup of it, or those of a seat; not if nobody can see."""
    from hvacdesk.vault.folder import SLOTS_COPY_NAME, SLOTS_NAME, databases

    with suppress(OSError):
        return (
            any(os.path.lexists(folder / name) for name in (SLOTS_NAME, SLOTS_COPY_NAME))
            or bool(databases(folder))
            or seat_folder.seat_in(folder) is not None
        )
    return False
