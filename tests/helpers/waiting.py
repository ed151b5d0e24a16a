"""Waiting for what windows and workers do.

The condition is asked every millisecond: the ten that pytest-qt lets pass are idle time, twenty times a test.
One loop and one timer serve a whole wait: making them anew a hundred times a test took longer than the rest.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

STEP_MS = 1
LONG_SECONDS = 90.0


def until(condition: Callable[[], object]) -> None:
    """Wait without any windows, for what another thread does. Raises :class:`TimeoutError`."""
    deadline = time.monotonic() + LONG_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(STEP_MS / 1000)


def wait_until(condition: Callable[[], object], patience_ms: int) -> None:
    """Let the windows work on until the condition holds.

    Raises:
        TimeoutError: it does not hold in time.
    """
    if condition():
        return
    deadline = time.monotonic() + patience_ms / 1000
    loop, steps = QEventLoop(), QTimer()
    steps.timeout.connect(loop.quit)
    steps.start(STEP_MS)
    try:
        while True:
            loop.exec()
            if condition():
                return
            if time.monotonic() > deadline:
                raise TimeoutError(f"not within {patience_ms} milliseconds")
    finally:
        steps.stop()
