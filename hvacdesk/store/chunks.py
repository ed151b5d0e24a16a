"""Long lists cut into pieces: of keys, so that each query's parameters stay within the database's limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

SIZE = 500

Item = TypeVar("Item")


def chunks(items: Iterable[Item], size: int = SIZE) -> Iterator[list[Item]]:
    """The items in lists of at most ``size``."""
    waiting = iter(items)
    while piece := list(islice(waiting, size)):
        yield piece
