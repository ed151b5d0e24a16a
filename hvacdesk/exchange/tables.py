"""A table that is written into a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Rows of text under a header; ``title`` names the sheet or the file. The rows are read once."""

    title: str
    header: Sequence[str]
    rows: Iterable[Sequence[str]]
