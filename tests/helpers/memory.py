"""How much memory Python's own objects took at most."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def traced_memory() -> Iterator[Callable[[], int]]:
    """Gives a function that tells, after the block, its peak in bytes."""
    highest = 0
    tracemalloc.start()
    try:
        yield lambda: highest
    finally:
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
