"""Python's cycle collector, kept on the UI thread and out of the way of the person at work.

Left to itself it runs on whichever thread allocates, and a window that it frees on a worker thread crashes Qt
(measured with PySide6 6.11: a worker that collected while windows came and went ended the process in three
runs of three). And whatever it looks through, the windows wait for: all the objects of a login take 80 ms
(measured: 150,000 of them), and those of a long import a quarter of a second.

So what was made lately is looked through often, which takes a few milliseconds; all the rest only in a quiet
moment: for some seconds nobody typed and nothing ran, and no dialog is open, so that nobody is in the middle
of anything. Whatever outlives such a moment is left alone until the next one. Only if the program has grown
very large meanwhile is everything looked through without waiting for one.
"""

from __future__ import annotations

import gc
import sys
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from hvacdesk import hygiene
from hvacdesk.ui import under_way
from hvacdesk.ui.shell.idle import IdleWatch

INTERVAL_MS = 100
YOUNG = 1
"""The generation up to which is collected often: what stays from it counts as old at once."""

QUIET_SECONDS = 3.0
REST = 1000
"""A whole collection comes no sooner than this many times the length of the last one."""
MOST_GROWTH = 15_000_000
"""Blocks of memory, about 1 GB, that may be added between two whole collections; the rows of the longest list
that can be imported are 6 million (measured)."""


class Collector(QObject):
    """Collects now and then, from the event loop alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._input = IdleWatch(0, 0, self)
        self._rest = QUIET_SECONDS
        self._note_whole()
        timer = QTimer(self)
        timer.setInterval(INTERVAL_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect what is due."""
        count, threshold = gc.get_count(), gc.get_threshold()
        if count[0] > threshold[0]:
            gc.collect(YOUNG)
        began = time.monotonic()
        rested = began - self._whole_at > self._rest
        if (rested and self._quiet()) or sys.getallocatedblocks() - self._blocks > MOST_GROWTH:
            collect_all()
            self._note_whole()
            self._rest = (self._whole_at - began) * REST

    def _quiet(self) -> bool:
        """Whether a pause of the windows would meet nobody."""
        return (
            self._input.seconds >= QUIET_SECONDS
            and under_way.idle_seconds() >= QUIET_SECONDS
            and QApplication.activeModalWidget() is None
        )

    def _note_whole(self) -> None:
        self._whole_at = time.monotonic()
        self._blocks = sys.getallocatedblocks()


def collect_all() -> None:
    """Look through everything, leave what stays alone until the next time, and give back what is free."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    hygiene.give_back_memory()
