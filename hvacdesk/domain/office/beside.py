"""Who else has the same thing open at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

HERE_FOR = timedelta(seconds=30)
"""So long somebody counts as inside of whom nothing more is heard."""
LOOK_EACH_MS = 10_000
"""From one look to the next, by which somebody says that they are still there."""


@dataclass(frozen=True)
class Inside:
    """Somebody who has it open: the name, and what their seat is called, which is empty at the office PC."""

    name: str
    seat: str
