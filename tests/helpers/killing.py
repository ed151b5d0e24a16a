"""Ends a process on the spot, with nothing of it tidied up: SIGKILL, on Windows TerminateProcess."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_SIGNAL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL
"""Python on Windows terminates a process for every signal but those of the console."""

KILLED_STATUS = int(_SIGNAL) if sys.platform == "win32" else -int(_SIGNAL)
"""What :mod:`subprocess` says of a process that ended so."""
_PR_SET_PDEATHSIG = 1


def end_at_once() -> None:
    """Does not return."""
    os.kill(os.getpid(), _SIGNAL)


def end_with_parent() -> None:
    """Let this process be ended once its parent has, however that ended (Linux: prctl(2))."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
