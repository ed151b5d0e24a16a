"""A table that is written into a file, and the names of those that are read from one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Rows of text under a header; ``title`` names the sheet or the file. The rows are read once."""

    title: str
    header: Sequence[str]
    rows: Iterable[Sequence[str]]


def distinct(names: Iterable[str]) -> list[str]:
    """The names, numbered from the second of the same name on: a table is found by its name alone."""
    taken, times = set[str](), Counter[str]()
    found: list[str] = []
    for name in names:
        free = name
        while free in taken:
            times[name] += 1
            free = f"{name} ({times[name] + 1})"
        taken.add(free)
        found.append(free)
    return found
