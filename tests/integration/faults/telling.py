"""Counting what was done, for the lines at the end of a run of tests."""

from __future__ import annotations

from typing import Protocol


class Tell(Protocol):
    """Counts things of a kind."""

    def __call__(self, kind: str, times: int = 1) -> None:
        """So many more of them."""
