"""What the process does first: nobody else reads its memory, no crash writes it out, its files are private.

While somebody is logged in, keys and customers' data are in this process's memory as Python's objects, which
cannot be scrubbed. So the operating system is asked to keep others of the same user out of it. That holds off
curious colleagues and careless tools, not malware with an administrator's rights.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

_log = logging.getLogger(__name__)

PRIVATE_UMASK = 0o077
"""For files whose maker names no mode, those of Qt and of other libraries included."""

_M_ARENA_MAX = -8
"""How many heaps there may be, in glibc's malloc.h; another library changes nothing at a number that it does
not know."""


def harden() -> None:
    """Close the process. Called before anything is read; costs about two milliseconds; may be called again.

    A measure that the system refuses is logged and left out: the office has to open in any case. A function
    that a library has not is our mistake and no refusal.
    """
    try:
        _close()
    except OSError as error:
        _log.warning("the process could not be closed to others: %s", type(error).__name__)
    os.umask(PRIVATE_UMASK)


def _close() -> None:
    import ctypes

    if sys.platform == "win32":
        from hvacdesk.hygiene import windows

        windows.silence_error_reports(_windows_library("kernel32"), _windows_library("wer"))
        return
    from hvacdesk.hygiene import unix

    unix.forbid_core_files()
    if sys.platform == "linux":
        unix.forbid_tracing(ctypes.CDLL(None, use_errno=True))


def give_back_memory() -> None:
    """Return to the system what was freed in the midst of what is still used, where its library can (glibc).

    After the lines of 100,000 customers were loaded and sorted that is 8 MiB of 200 (measured), and what lay
    there is out of the process. Takes some milliseconds.
    """
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def share_one_heap() -> None:
    """Let all threads take memory from one heap, where the system's library would give each its own (glibc).

    What a thread freed in a heap of its own no other can use: 3 MiB of 200 (measured). Called before there
    are threads. Only one at a time runs Python's code, so they hardly ever wait for each other at the heap.
    """
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 1)


def _windows_library(name: str) -> Any:
    import ctypes

    return ctypes.WinDLL(name)  # type: ignore[attr-defined,unused-ignore]
