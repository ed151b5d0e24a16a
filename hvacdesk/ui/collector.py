"""Python's cycle collector, kept on the UI thread.

Left to itself it runs on whichever thread allocates, and a window that it frees on a worker thread crashes Qt
(measured with PySide6 6.11: a worker that collected while windows came and went ended the process in three
runs of three).
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500
OLDEST = 2
REST = 1000
"""A whole collection holds the windows up, so the next comes no sooner than this many times its length."""


class Collector(QObject):
    """Collects now and then, from the event loop alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole_again = 0.0
        timer = QTimer(self)
        timer.setInterval(INTERVAL_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        due = [count > threshold for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if not any(due):
            return
        generation = max(generation for generation, is_due in enumerate(due) if is_due)
        began = time.monotonic()
        if generation == OLDEST and began < self._whole_again:
            generation -= 1
        gc.collect(generation)
        if generation == OLDEST:
            self._whole_again = began + (time.monotonic() - began) * REST
