"""Reading a file that a person chose: into memory at their own PC, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.text.wording import phrase

MOST_BYTES = 128 * 1024 * 1024
"""Of a file: 200,000 rows of a list, the most that one import takes, are 100 MB at their longest."""


class FileUnreadable(UserFacingError):
    """The operating system does not give the file out, or it is none: a folder, a device, a queue."""

    what = phrase("Errors", "This file cannot be read.")
    todo = phrase("Errors", "Check that the file is still there and that no other program holds it open.")


class FileTooLarge(UserFacingError):
    """A file larger than any list; ``limit`` is in MB."""

    what = phrase("Errors", "This file has more than {limit} MB.")
    todo = phrase("Errors", "Look whether it is the right one. A longer list goes into several files.")


def given_file(path: Path) -> GivenFile:
    """The file, of which this PC keeps no copy. A link is followed: somebody chose what it leads to.

    Raises:
        FileUnreadable, FileTooLarge: as they say.
    """
    try:
        with own_files.opened(own_files.real(path)) as file:
            size = os.fstat(file.fileno()).st_size  # read(n) sets n bytes aside at once
            if size > MOST_BYTES:
                raise FileTooLarge(limit=MOST_BYTES // 2**20)
            content = file.read(size)
    except OSError as error:
        raise FileUnreadable from error
    return GivenFile(path.name, content, str(path))
