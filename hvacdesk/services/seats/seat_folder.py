"""What a folder says at the first glance: whether this PC is a seat, or other PCs may be seats of its office.

Looked at before the login window is painted, so nothing else is imported.
"""

from __future__ import annotations

import re
from pathlib import Path

BOOK_NAME = "seats.list"
"""The list of seats, at the office PC."""
_MEMBERSHIP = re.compile(r"seat-([0-9a-f]{32})\.office")


def membership_name(seat: str) -> str:
    """The file in which a seat keeps what it knows of its office."""
    return f"seat-{seat}.office"


def is_membership(name: str) -> bool:
    """Whether a file of this name is one of those."""
    return _MEMBERSHIP.fullmatch(name) is not None


def seat_in(home: Path) -> str | None:
    """Which seat the program in this folder is; None where it is none."""
    names = sorted(path.name for path in home.glob("seat-*.office")) if home.is_dir() else []
    return next((match[1] for name in names if (match := _MEMBERSHIP.fullmatch(name))), None)


def lists_seats(home: Path) -> bool:
    """Whether seats were ever let in to the office in this folder, at this computer."""
    return (home / BOOK_NAME).exists()
