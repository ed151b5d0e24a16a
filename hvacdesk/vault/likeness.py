"""Which files are an office's database, or were one, whatever somebody has made of their names.

Two things tell it. The name, however it is written: "office-1 - コピー.db", "OFFICE-1.DB", "office-1.db.bak".
And the first bytes: a database begins with the salt of its keys, which is random, and is a whole number of
pages long. Which salts an office's former keys had is kept nowhere but in the key files beside its databases:
a former one alone under a name without "office" in it cannot be told from any other encrypted file.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.vault.database.pages import PAGE_BYTES, SALT_BYTES

_NAMED = re.compile(r"office-(?:0*([0-9]{1,9})(?![0-9]))?.*\.db")
_FEWEST_DIFFERENT = 10
"""Of 16 random bytes fewer differ once in a hundred million times."""
_KNOWN_BEGINNINGS = (b"SQLite format 3", b"PK")


def plain(name: str) -> str:
    """A name without what tells letter cases and widths apart."""
    return unicodedata.normalize("NFKC", name).casefold()


def epoch_told(name: str) -> int | None:
    """The epoch in a name that is made from a database's, 0 where it tells none; None of any other name.

    What SQLite keeps beside a database has such a name, too, and may hold pages of it.
    """
    match = _NAMED.search(plain(name))
    return None if match is None else int(match[1] or 0)


def may_be(path: Path) -> bool:
    """Whether a file with a remainder of a database's name is as long as pages are and begins at random."""
    return "office" in plain(path.name) and is_paged(path) and _is_random(beginning(path))


def salt(path: Path) -> bytes:
    """What a file begins with that may be a database; empty of any other, such as a packed backup."""
    first = beginning(path)
    may_be_one = epoch_told(path.name) is not None or (is_paged(path) and _is_random(first))
    return first if may_be_one else b""


def is_paged(path: Path) -> bool:
    """Whether a file has the length of some whole pages."""
    try:
        size = os.lstat(path).st_size
    except OSError:
        return False
    return size > 0 and size % PAGE_BYTES == 0


def beginning(path: Path) -> bytes:
    """A file's first bytes: of a database the salt. Empty where they cannot be read."""
    try:
        with own_files.opened(path) as file:
            return file.read(SALT_BYTES)
    except OSError:
        return b""


def _is_random(first: bytes) -> bool:
    if first.startswith(_KNOWN_BEGINNINGS) or (first.isascii() and first.decode("ascii").isprintable()):
        return False
    return len(set(first)) >= _FEWEST_DIFFERENT
