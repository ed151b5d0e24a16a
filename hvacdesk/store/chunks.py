"""Long lists of keys, cut so that each query's parameters stay within the database's limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

SIZE = 500

Item = TypeVar("Item")


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lists of at most :data:`SIZE`."""
    listed = list(items)
    for start in range(0, len(listed), SIZE):
        yield listed[start : start + SIZE]
