"""Python's cycle collector between tests: what is young after each, everything after some of them."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass

WHOLE_EVERY = 30
LEAST_GROWTH = 100_000
"""Blocks of memory: so much stays of a few tests with windows, and nothing like it of hundreds without."""


@dataclass
class Collecting:
    """What this process collected so far.

    Attributes:
        ended: how many tests have ended.
        blocks: of memory, after everything was looked through.
    """

    ended: int = 0
    blocks: int = 0

    def after_test(self) -> None:
        """Collect what is young, or everything if its turn has come and a lot has stayed."""
        self.ended += 1
        grown = sys.getallocatedblocks() - self.blocks >= LEAST_GROWTH
        if self.ended % WHOLE_EVERY == 0 and grown:
            self.everything()
        else:
            gc.collect(1)

    def everything(self) -> None:
        """Look through what was set aside, too: windows of earlier tests would live and work on there."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self.blocks = sys.getallocatedblocks()
