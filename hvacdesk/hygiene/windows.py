"""Windows: no error report carries this process's memory (Microsoft's documentation of werapi.h)."""

from __future__ import annotations

import os
import sys
from typing import Any

_NO_ERROR_BOXES = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX

_NO_MEMORY_IN_REPORTS = 0x001 | 0x080 | 0x100
"""WER_FAULT_REPORTING_FLAG_NOHEAP, _DISABLE_SNAPSHOT_CRASH, _DISABLE_SNAPSHOT_HANG."""


def silence_error_reports(kernel32: Any, wer: Any) -> None:
    """A crash starts no error report; if one starts nevertheless, it holds no heap and no snapshot.

    The installed program is also put on this user's list of programs without reports. Run from source, its
    file is Python's own, which other programs use too: their reports are left alone.

    Raises:
        OSError: Windows refused.
    """
    kernel32.SetErrorMode(kernel32.GetErrorMode() | _NO_ERROR_BOXES)
    refusals = [kernel32.WerSetFlags(_NO_MEMORY_IN_REPORTS)]
    if getattr(sys, "frozen", False):
        refusals.append(wer.WerAddExcludedApplication(os.path.basename(sys.executable), False))
    if any(refusals):
        raise OSError("Windows Error Reporting")
