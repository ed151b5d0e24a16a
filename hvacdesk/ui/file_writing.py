"""Writing a file that a person named: whole or not at all, and for its owner alone."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.saved_files import FileNotSaved, FileOpenElsewhere
from hvacdesk.services.office import named_places


def write_private(
    path: Path,
    content: bytes,
    refusal: type[UserFacingError] = FileNotSaved,
    *,
    replaced: bool = True,
) -> None:
    """Write the whole file or none, for its owner alone from its first byte on.

    On Windows a new file has the rights of its folder.

    Args:
        path: where; a link that has this name is replaced, and what it leads to stays as it is.
        content: the file.
        refusal: what is raised if it cannot be written, unless another program has the file open.
        replaced: whether the person was asked that a file of this name gives way; the system's dialog asks.

    Raises:
        FileInOffice, FileThere: see :func:`named_places.require_place`.
        FileOpenElsewhere: another program has the file open.
    """
    named_places.require_place(path, replaced=replaced)
    write_own(path, content, refusal)


def write_own(
    path: Path,
    content: bytes,
    refusal: type[UserFacingError] = FileNotSaved,
    *,
    shared_with: Path | None = None,
) -> None:
    """The same for a file of the program's windows in the office's folder, which gives way to the new one.

    Args:
        shared_with: a folder whose group, if it may write there, may use the file too.
    """
    part = own_files.passing_name(path.parent)
    try:
        with os.fdopen(own_files.created_first(part), "wb") as file:
            if shared_with is not None:
                own_files.set_mode(file.fileno(), own_files.OWNER_ALONE | shared_with.stat().st_mode & 0o060)
            file.write(content)
        own_files.patiently(lambda: part.replace(path))
    except OSError as error:
        with suppress(OSError):
            own_files.remove(part)
        if own_files.was_held(error):
            raise FileOpenElsewhere(file=path.name) from None
        raise refusal from None
