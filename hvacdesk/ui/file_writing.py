"""Writing a file that a person named: whole or not at all, and readable by nobody else."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase


class FileNotSaved(UserFacingError):
    """The file could not be written; no part of it stays behind."""

    what = phrase("Errors", "The file could not be saved there.")
    safe = phrase("Errors", "No file was written.")
    todo = phrase("Errors", "Choose another folder, for example a USB stick, and save it again.")


class FileOpenElsewhere(FileNotSaved):
    """Windows lets nobody replace a file that another program has open; ``file`` is its name."""

    what = phrase("Errors", "“{file}” is open in another program, such as a spreadsheet.")
    safe = phrase("Errors", "Nothing was saved; that file is as it was.")
    todo = phrase("Errors", "Close it there, or choose another name, and save it again.")


def write_private(
    path: Path,
    content: bytes,
    refusal: type[UserFacingError] = FileNotSaved,
    *,
    shared_with: Path | None = None,
) -> None:
    """Write the whole file or none, readable by nobody else from its first byte on.

    Args:
        path: where; a link that has this name is replaced, and what it leads to stays as it is.
        content: the file.
        refusal: what is raised if it cannot be written, unless another program has the file open.
        shared_with: a folder whose group, if it may write there, may use the file too.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with os.fdopen(own_files.created(part), "wb") as file:
            if shared_with is not None:
                own_files.set_mode(file.fileno(), own_files.OWNER_ALONE | shared_with.stat().st_mode & 0o060)
            file.write(content)
        own_files.patiently(lambda: part.replace(path))
    except OSError:
        with suppress(OSError):
            own_files.remove(part)
        if own_files.is_held(path):
            raise FileOpenElsewhere(file=path.name) from None
        raise refusal from None
