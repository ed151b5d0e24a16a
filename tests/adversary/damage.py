"""Damage as a failing disk does it, from the file format alone: 4,096-byte pages, one after the other."""

from __future__ import annotations

from pathlib import Path

PAGE_BYTES = 4096


def flip(path: Path, page: int, *, bit: int) -> None:
    """Flip one bit of a page; both are counted from 0."""
    with path.open("r+b") as file:
        file.seek(page * PAGE_BYTES + bit // 8)
        (byte,) = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte ^ 1 << bit % 8]))
