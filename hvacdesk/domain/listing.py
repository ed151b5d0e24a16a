"""A list as it is shown on the screen, on its way to paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Listing:
    """Texts alone: what the screen masks is masked here, since nothing else was ever read.

    Attributes:
        table: names the list in the log; the same in every language.
        title: what the list is called on the screen.
        titles: of its columns, from the left.
        shares: of the width, one for each column.
        rows: the texts of each row.
    """

    table: str
    title: str
    titles: Sequence[str]
    shares: Sequence[float]
    rows: Sequence[Sequence[str]]
