"""The report box as earlier versions kept it: a folder of files, one for each place. Read once, then removed.

They wrote into a folder beside, which then took the former one's place by two renames; a crash between them
left the new folder complete and the former one moved away.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from hvacdesk import own_files

FOLDER = "report-box"
NEW_FOLDER = "report-box.new"
FORMER_FOLDER = "report-box.former"

_NAME = re.compile(r"[0-9a-f]{16}")


class OlderBox:
    """The folder in an office's folder, if there is one.

    Args:
        place_bytes: the size of a place, the same then as now.
    """

    def __init__(self, home: Path, place_bytes: int) -> None:
        self._folders = tuple(home / name for name in (FOLDER, NEW_FOLDER, FORMER_FOLDER))
        self._place_bytes = place_bytes

    def places(self) -> Iterator[bytes]:
        """What its files hold.

        Raises:
            NotOurFile: under one of its names lies something else.
            OSError: it cannot be read.
        """
        for path in self._folders:
            own_files.require_folder(path)
        present = next((path for path in self._folders if path.exists()), None)
        for path in sorted(present.iterdir()) if present is not None else ():
            if _NAME.fullmatch(path.name) and not path.is_symlink() and path.is_file():
                yield own_files.content(path, self._place_bytes)

    def remove(self) -> None:
        """Remove it, once its reports lie in the new file. Raises :class:`OSError`."""
        for path in self._folders:
            if os.path.lexists(path):
                own_files.remove_folder(path)
