"""A list as it is shown on the screen, on its way to paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NAMED_AT_MOST = 200
"""Up to so many customers of a printed list are stored in the log one by one; of more, only their number."""


@dataclass(frozen=True)
class PrintedList:
    """Only texts: what the screen masks is masked here too, since nothing else was ever read.

    Attributes:
        table: names the list in the log; the same in every language.
        title: what the list is called on the screen.
        titles: of its columns, from the left.
        shares: of the width, one for each column.
        rows: the texts of each row.
        customers: record ids of those who are on it.
    """

    table: str
    title: str
    titles: Sequence[str]
    shares: Sequence[float]
    rows: Sequence[Sequence[str]]
    customers: Sequence[str] = ()
