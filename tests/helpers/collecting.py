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
        aside: objects that were there before the first test, and so much less since as was let go of.
        changed: a test had set more aside when everything was looked through last.
    """

    ended: int = 0
    blocks: int = 0
    aside: int = 0
    changed: bool = False

    def before_tests(self) -> None:
        """Set aside what lives as long as the run: a million objects of modules and tests."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self.aside = gc.get_freeze_count()
        self.blocks = sys.getallocatedblocks()

    @staticmethod
    def before_test(*, windows: bool) -> None:
        """Let Python collect by itself, on whatever thread allocates, only where that can free no window.

        A window that is freed on a worker thread ends the process or stops timers that are not its own (see
        :mod:`hvacdesk.ui.collector`). Those of earlier tests may be freed in a later one.

        Args:
            windows: whether the test has any.
        """
        widgets = sys.modules.get("PySide6.QtWidgets")
        if windows or (widgets is not None and widgets.QApplication.instance() is not None):
            gc.disable()
        else:
            gc.enable()

    def after_test(self) -> None:
        """Collect what is young, or everything if its turn has come and a lot has stayed."""
        self.ended += 1
        grown = sys.getallocatedblocks() - self.blocks >= LEAST_GROWTH
        if self.ended % WHOLE_EVERY == 0 and grown:
            self.everything()
        else:
            gc.collect(1)

    def everything(self) -> None:
        """Look through what the tests made: windows of earlier ones would live and work on.

        Where a test set more aside, as the program does, or brought all of it back, nothing is left out now
        and at the next time, when what that test still held is looked at again.
        """
        changed = not self.aside // 2 < gc.get_freeze_count() <= self.aside
        if changed or self.changed:
            self.before_tests()
        else:
            gc.collect()
            self.aside = gc.get_freeze_count()
            self.blocks = sys.getallocatedblocks()
        self.changed = changed
