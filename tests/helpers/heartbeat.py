"""How long the windows do not answer: the longest gap between two beats of the event loop."""

from __future__ import annotations

import time
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 2


class Heartbeat(QObject):
    """Beats in the event loop while the block runs; whatever holds the loop up makes a gap.

    Attributes:
        longest_ms: the longest time between two beats, less the beat itself.
        longest_work_ms: the most processor time that this thread took between two beats. On a busy machine,
            where a gap may be nobody's doing, it is what the loop itself did at once.
        longest_own_ms: the longest gap that this program can have made, by its loop or by another thread that
            kept the interpreter: a gap counts no more than the processor time that all threads took in it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = self.longest_work_ms = self.longest_own_ms = 0.0
        self._last = self._worked = self._all_worked = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.perf_counter()
        worked, all_worked = time.thread_time(), time.process_time()
        gap = (now - self._last) * 1000 - BEAT_MS
        self.longest_ms = max(self.longest_ms, gap)
        self.longest_work_ms = max(self.longest_work_ms, (worked - self._worked) * 1000)
        self.longest_own_ms = max(self.longest_own_ms, min(gap, (all_worked - self._all_worked) * 1000))
        self._last, self._worked, self._all_worked = now, worked, all_worked

    def __enter__(self) -> Heartbeat:
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._all_worked = time.process_time()
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.stop()
        self._beat()
