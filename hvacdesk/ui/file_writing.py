"""Writing a file that a person named: whole or not at all, and readable by nobody else."""

from __future__ import annotations

import os
from pathlib import Path

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.wording import phrase

OWNER_ALONE = 0o600


class FileNotSaved(UserFacingError):
    """The file could not be written; no part of it stays behind."""

    what = phrase("Errors", "The file could not be saved there.")
    safe = phrase("Errors", "No file was written.")
    todo = phrase("Errors", "Choose another folder, for example a USB stick, and save it again.")


def write_private(path: Path, content: bytes, refusal: type[UserFacingError] = FileNotSaved) -> None:
    """Write the whole file or none, readable by nobody else from its first byte on."""
    part = path.with_name(f"{path.name}.part")
    try:
        with open(part, "wb", opener=lambda name, flags: os.open(name, flags, OWNER_ALONE)) as file:
            file.write(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise refusal from None
